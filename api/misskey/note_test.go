package misskey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
)

func TestRenotesAndQuotes(t *testing.T) {
	words := "words"
	target := &misskey.Note{ID: "t"}
	pure := misskey.Note{ID: "a", RenoteID: "t", Renote: target}
	quote := misskey.Note{ID: "a", RenoteID: "t", Renote: target, Text: &words}
	plain := misskey.Note{ID: "a", Text: &words}

	assert.True(t, pure.IsPureRenote())
	assert.False(t, pure.IsQuote())
	assert.EqualValues(t, "t", pure.Target().ID)
	assert.Empty(t, pure.Body())

	assert.False(t, quote.IsPureRenote())
	assert.True(t, quote.IsQuote())
	assert.EqualValues(t, "a", quote.Target().ID)
	assert.Equal(t, words, quote.Body())

	assert.False(t, plain.IsPureRenote())
	assert.False(t, plain.IsQuote())

	for name, adds := range map[string]func(*misskey.Note){
		"reply": func(n *misskey.Note) { n.ReplyID = "r" },
		"cw":    func(n *misskey.Note) { n.CW = new(string) },
		"files": func(n *misskey.Note) { n.FileIDs = []misskey.FileID{"f"} },
		"poll":  func(n *misskey.Note) { n.Poll = &misskey.Poll{} },
	} {
		n := pure
		adds(&n)
		assert.True(t, n.IsQuote(), name)
	}
	gone := misskey.Note{ID: "a", RenoteID: "t"}
	assert.EqualValues(t, "a", gone.Target().ID)
}

func TestCanRenote(t *testing.T) {
	for visibility, want := range map[misskey.Visibility][2]bool{ // mine, another's
		misskey.VisibilityPublic:    {true, true},
		misskey.VisibilityHome:      {true, true},
		misskey.VisibilityFollowers: {true, false},
		misskey.VisibilitySpecified: {false, false},
		"newer":                     {false, false},
	} {
		n := misskey.Note{UserID: "me", Visibility: visibility}
		assert.Equal(t, want[0], n.CanRenote("me"), visibility)
		assert.Equal(t, want[1], n.CanRenote("you"), visibility)
	}
}

func TestUserNames(t *testing.T) {
	local := misskey.User{Username: "alice", Name: "Alice"}
	remote := misskey.User{Username: "bob", Host: "far.example"}
	assert.Equal(t, "@alice", local.Acct())
	assert.Equal(t, "@bob@far.example", remote.Acct())
	assert.Equal(t, "Alice", local.DisplayName())
	assert.Equal(t, "bob", remote.DisplayName())
}

func TestFileKinds(t *testing.T) {
	for kind, want := range map[string][3]bool{
		"image/png": {true, false, false}, "video/mp4": {false, true, false},
		"audio/ogg": {false, false, true}, "text/plain": {}, "": {},
	} {
		f := misskey.DriveFile{Type: kind}
		assert.Equal(t, want, [3]bool{f.IsImage(), f.IsVideo(), f.IsAudio()}, kind)
	}
}
