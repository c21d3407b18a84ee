package misskey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

func TestDecodeKeepsWhatAForkSendsDifferently(t *testing.T) {
	note, odd, err := misskey.Decode[misskey.Note]([]byte(
		`{"id":"a","text":5,"cw":"x","files":{"no":"list"},"reactions":{"a":1,"b":"two"},"user":{"id":"u","emojis":7}}`))
	require.NoError(t, err)
	require.Error(t, odd)
	assert.EqualValues(t, "a", note.ID)
	assert.Empty(t, note.Body())
	assert.Equal(t, "x", *note.CW)
	assert.Equal(t, map[string]int{"a": 1, "b": 0}, note.Reactions)
	assert.EqualValues(t, "u", note.User.ID)
}

func TestDecodeRefusesWhatIsNoSuchThing(t *testing.T) {
	for _, text := range []string{``, `[]`, `"note"`, `{"id":"a"`, `<html>`, `{"id":"a","createdAt":"yesterday"}`} {
		note, odd, err := misskey.Decode[misskey.Note]([]byte(text))
		assert.Error(t, err, text)
		assert.NoError(t, odd, text)
		assert.Zero(t, note, text)
	}
}

func TestDecodeListSkipsSingleElements(t *testing.T) {
	list, err := misskey.DecodeList([]byte(
		`[{"id":"a"},"b",null,{"id":"c","localOnly":"yes"},{"text":"no id"},[{}],{"id":"d","createdAt":1}]`),
		func(n misskey.Note) bool { return n.ID != "" })
	require.NoError(t, err)
	require.Len(t, list.Items, 2)
	assert.EqualValues(t, "a", list.Items[0].ID)
	assert.EqualValues(t, "c", list.Items[1].ID)
	assert.Equal(t, 5, list.Skipped)
	assert.Equal(t, 1, list.Bent)
	assert.Error(t, list.Odd)
}

func TestDecodeListRefusesWhatIsNoList(t *testing.T) {
	for _, text := range []string{``, `{}`, `"x"`, `[{"id":"a"}`, `5`} {
		_, err := misskey.DecodeList[misskey.Note]([]byte(text), nil)
		assert.Error(t, err, text)
	}
	list, err := misskey.DecodeList[misskey.Note]([]byte(`null`), nil)
	require.NoError(t, err)
	assert.Empty(t, list.Items)
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`[{"id":"a","user":{"emojis":[{"name":"x","url":null}]},"poll":{"choices":[{}]}}]`))
	f.Add([]byte(`[{"type":"reaction:grouped","reactions":[null,{"user":7}],"invitation":{"room":[]}}]`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if _, err := misskey.DecodeList[misskey.Note](text, nil); err != nil {
			return
		}
		_, err := misskey.DecodeList[misskey.Notification](text, nil)
		require.NoError(t, err)
		_, err = misskey.DecodeList[misskey.Me](text, nil)
		require.NoError(t, err)
	})
}
