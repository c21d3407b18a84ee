package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/app/screens"
)

func TestEmojiAreOfferedByName(t *testing.T) {
	r := start(t, t.TempDir())
	m := r.member(r.signIn("alice"))
	r.settled()
	address := func(name string) string { return m.server.Address("/files/" + name) }
	all := []misskey.Emoji{
		{Name: "blobpanda", Aliases: []string{"panda"}, URL: address("a")},
		{Name: "party_parrot", URL: address("b")},
		{Name: "pasta", URL: address("c")},
		{Name: "cat", URL: address("d")},
	}
	for i := range 50 {
		all = append(all, misskey.Emoji{Name: fmt.Sprint("many", i), URL: address("e")})
	}
	m.session.Emojis.Replace(all)
	var codes []string
	for _, c := range m.emojiNamed("PA") {
		codes = append(codes, c.Text)
		assert.NotNil(t, c.Show[0].Emoji)
	}
	assert.Equal(t, []string{":pasta:", ":party_parrot:", ":blobpanda:"}, codes)
	assert.Len(t, m.emojiNamed("many"), 30)
	assert.Empty(t, m.emojiNamed("none"))
}

func TestThePreviewIsRemembered(t *testing.T) {
	r := start(t, t.TempDir())
	m := r.member(r.signIn("alice"))
	r.settled()
	r.composer.compose(m, screens.Draft{})
	form := r.composer.form
	require.NotNil(t, form.Preview)
	form.OnPreview(true)
	assert.True(t, r.currentSettings().Preview)
	v := form.Value()
	v.Text, v.CW = "$[spin a] b", "tea"
	runs := form.Preview(v)
	assert.Equal(t, "tea", runs[0].Text)
	assert.NotNil(t, runs[2].Box, "a function is drawn")

	r.composer.close()
	assert.Empty(t, form.Preview(v))
	s := r.currentSettings()
	r.applySettings(s)
	r.composer.compose(m, screens.Draft{})
	assert.True(t, r.settings.Preview)
	r.composer.form.Field().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
}
