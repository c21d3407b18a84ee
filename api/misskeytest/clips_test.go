package misskeytest

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

func TestClips(t *testing.T) {
	s := Start(t, Options{})
	alice := s.Token("alice")
	id := s.Post("bob", Note{Text: "a bird"})
	assert.Empty(t, post(t, s, alice, "clips/list", nil).list())
	made := post(t, s, alice, "clips/create", object{"name": "Birds", "isPublic": true}).object()
	assert.Equal(t, true, made["isPublic"])
	assert.Nil(t, made["description"])
	birds := misskey.ClipID(made["id"].(string))
	trees := s.NewClip("alice", "Trees")
	assert.Equal(t, []string{string(trees), string(birds)}, post(t, s, alice, "clips/list", nil).ids())
	assert.Empty(t, post(t, s, s.Token("bob"), "clips/list", nil).list())

	both := object{"clipId": birds, "noteId": id}
	assert.Equal(t, 204, post(t, s, alice, "clips/add-note", both).Status)
	assert.Equal(t, "ALREADY_CLIPPED", post(t, s, alice, "clips/add-note", both).code())
	assert.Equal(t, []misskey.NoteID{id}, s.Clipped("alice", birds))
	assert.Equal(t, 1.0, post(t, s, alice, "clips/list", object{"untilId": trees}).list()[0]["notesCount"])
	assert.Equal(t, "NO_SUCH_CLIP", post(t, s, s.Token("bob"), "clips/add-note", both).code(), "it is not bob's")
	assert.Equal(t, "NO_SUCH_NOTE", post(t, s, alice, "clips/add-note", object{"clipId": birds, "noteId": "nosuch"}).code())
	assert.Equal(t, 204, post(t, s, alice, "clips/remove-note", both).Status)
	assert.Empty(t, s.Clipped("alice", birds))
	assert.Equal(t, "NO_SUCH_CLIP", post(t, s, alice, "clips/remove-note", object{"clipId": "nosuch", "noteId": id}).code())
}

func TestClipsAreBounded(t *testing.T) {
	s := Start(t, Options{})
	for range maxClips {
		require.Equal(t, 200, post(t, s, s.Token("alice"), "clips/create", object{"name": "a"}).Status)
	}
	assert.Equal(t, "TOO_MANY_CLIPS", post(t, s, s.Token("alice"), "clips/create", object{"name": "a"}).code())
	assert.Equal(t, "INVALID_PARAM", post(t, s, s.Token("bob"), "clips/create", object{"name": ""}).code())
}
