package misskey_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

func TestEmojiMapReadsBothShapes(t *testing.T) {
	for text, want := range map[string]misskey.EmojiMap{
		`{"a":"u1","b":null}`:                           {"a": "u1"},
		`[{"name":"a","url":"u1"},{"name":"b"},7,null]`: {"a": "u1"},
		`{}`: nil, `[]`: nil, `null`: nil, `"x"`: nil, `7`: nil,
	} {
		got := misskey.EmojiMap{"old": "x"}
		require.NoError(t, json.Unmarshal([]byte(text), &got), text)
		assert.Equal(t, want, got, text)
	}
}

func TestPoliciesHaveMisskeysDefaults(t *testing.T) {
	var me misskey.Me
	require.NoError(t, json.Unmarshal([]byte(`{"policies":{"gtlAvailable":false,"pinLimit":"many"}}`), &me))
	assert.True(t, me.Policies.Told)
	assert.False(t, me.Policies.GTLAvailable)
	assert.True(t, me.Policies.LTLAvailable)
	assert.Equal(t, 5, me.Policies.PinLimit)

	for _, text := range []string{`{}`, `{"policies":null}`, `{"policies":"none"}`} {
		me = misskey.Me{}
		require.NoError(t, json.Unmarshal([]byte(text), &me), text)
		assert.False(t, me.Policies.Told, text)
	}
	assert.Error(t, json.Unmarshal([]byte(`{"policies":{"a"}}`), &me))
}

func TestPoliciesSurviveBeingKept(t *testing.T) {
	for _, policies := range []misskey.Policies{{}, {Told: true, LTLAvailable: true, UploadableFileTypes: []string{"image/*"}}} {
		text, err := json.Marshal(misskey.Me{Policies: policies})
		require.NoError(t, err)
		var back misskey.Me
		require.NoError(t, json.Unmarshal(text, &back))
		assert.Equal(t, policies, back.Policies)
	}
}

func TestMutedWordsKeepTheirShape(t *testing.T) {
	const text = `[["a","b"],"/c+/i",[],7]`
	var words []misskey.MutedWord
	require.NoError(t, json.Unmarshal([]byte(text), &words))
	assert.Equal(t, []misskey.MutedWord{{Words: []string{"a", "b"}}, {Pattern: "/c+/i"}, {Words: []string{}}, {}}, words)
	back, err := json.Marshal(words)
	require.NoError(t, err)
	assert.JSONEq(t, `[["a","b"],"/c+/i",[],[]]`, string(back))
}

func TestLookupIsOneOfTwo(t *testing.T) {
	for text, want := range map[string]string{
		`{"type":"Note","object":{"id":"n"}}`: "note n",
		`{"type":"User","object":{"id":"u"}}`: "user u",
		`{"type":"Else","object":{"id":"x"}}`: "neither",
		`{}`:                                  "neither",
		`{"type":"Note","object":null}`:       "note ",
	} {
		var found misskey.Lookup
		require.NoError(t, json.Unmarshal([]byte(text), &found), text)
		got := "neither"
		switch {
		case found.Note != nil:
			got = "note " + string(found.Note.ID)
		case found.User != nil:
			got = "user " + string(found.User.ID)
		}
		assert.Equal(t, want, got, text)
	}
	var found misskey.Lookup
	assert.Error(t, json.Unmarshal([]byte(`{"type":"Note","object":[]}`), &found))
}

func TestMiAuthDoesNotPrintItsToken(t *testing.T) {
	answer := misskey.MiAuth{OK: true, Token: "hunter2secret", User: misskey.Me{}}
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		assert.NotContains(t, fmt.Sprintf(format, answer), "hunter2", format)
		assert.NotContains(t, fmt.Sprintf(format, &answer), "hunter2", format)
		assert.NotContains(t, fmt.Sprintf(format, []any{struct{ A misskey.MiAuth }{answer}}), "hunter2", format)
	}
}

func TestMillis(t *testing.T) {
	assert.True(t, misskey.Millis(0).Time().IsZero())
	assert.Equal(t, time.Date(2026, 11, 20, 22, 11, 51, 492e6, time.UTC), misskey.Millis(1795212711492).Time())
}
