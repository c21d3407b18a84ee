package note

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
)

func TestMostUsedReactionsComeFirst(t *testing.T) {
	counts := map[string]int{"a": 1, "b": 3, "c": 3, "d": 0, "e": -2, "": 9}
	keys, rest := byCount(counts, 10)
	assert.Equal(t, []string{"b", "c", "a"}, keys)
	assert.Zero(t, rest)

	for i := range 1000 {
		counts[fmt.Sprintf("r%03d", i)] = i
	}
	keys, rest = byCount(counts, 3)
	assert.Equal(t, []string{"r999", "r998", "r997"}, keys)
	assert.Equal(t, 999+3-3, rest, "r000 was never given")
}

func TestReactionPictures(t *testing.T) {
	newApp(t)
	env := newEnv(newAlbum())
	remote := misskey.EmojiMap{"fox@far.example": "https://far.example/fox.png"}
	for key, url := range map[string]string{
		":blobcat@.:":        home + "/emoji/blobcat.webp",
		":blobcat:":          home + "/emoji/blobcat.webp",
		":fox@far.example:":  "https://far.example/fox.png",
		":wolf@far.example:": home + "/emoji/wolf@far.example.webp",
		"❤":                  home + "/twemoji/2764.svg",
		":unknown@.:":        "",
		"no emoji but a sentence, sent by somebody who can send anything at all": "",
	} {
		run := env.Reaction(key, remote, 14)
		if url == "" {
			assert.Nil(t, run.Emoji, key)
			assert.NotEmpty(t, run.Text)
			continue
		}
		assert.Equal(t, url, run.Emoji.URL, key)
	}
	assert.Equal(t, ":blobcat:", reactionName(":blobcat@.:"))
	assert.Equal(t, ":fox@far.example:", reactionName(":fox@far.example:"))
	assert.Equal(t, "❤", reactionName("❤"))
}

func TestOnlyWhatTheServerHasCanBeGiven(t *testing.T) {
	env := newEnv(newAlbum())
	n := said("bob", "!")
	for key, want := range map[string]bool{
		"❤": true, ":blobcat@.:": true, ":unknown@.:": false, ":blobcat@far.example:": false,
	} {
		assert.Equal(t, want, env.canReact(n, key), key)
	}
	n.MyReaction = ":fox@far.example:"
	assert.True(t, env.canReact(n, ":fox@far.example:"), "one's own can be taken back")
	n.Acceptance = misskey.AcceptLikeOnly
	assert.False(t, env.canReact(n, ":blobcat@.:"))
}
