package api_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

func misunderstood(t *testing.T, err error) *api.Misunderstood {
	t.Helper()
	var e *api.Misunderstood
	require.ErrorAs(t, err, &e)
	assert.LessOrEqual(t, len([]rune(e.Excerpt)), 120)
	return e
}

func TestAnswersThatMakeNoSense(t *testing.T) {
	for body, want := range map[string]api.Muddle{
		"":                                    api.MuddleNotJSON,
		" \n":                                 api.MuddleNotJSON,
		"<!DOCTYPE html><title>Wi-Fi</title>": api.MuddleNotJSON,
		"not found":                           api.MuddleNotJSON,
		`{"id":"a","createdAt":`:              api.MuddleTruncated,
		`{"id":"a`:                            api.MuddleTruncated,
		`{"id":"a"}}`:                         api.MuddleNotJSON,
		`[1]`:                                 api.MuddleWrongType,
		`"a string"`:                          api.MuddleWrongType,
		`5`:                                   api.MuddleWrongType,
		`{"createdAt":"never"}`:               api.MuddleWrongType,
	} {
		p := newPeer(t, answering(200, body))
		_, err := p.client(t).CreateFollowing(t.Context(), "u")
		if want == api.MuddleWrongType && strings.HasPrefix(body, `{"createdAt`) {
			_, err = p.client(t).CreateDriveFile(t.Context(), api.Upload{Content: strings.NewReader("")})
		}
		e := misunderstood(t, err)
		assert.Equal(t, want, e.Muddle, body)
		assert.Equal(t, 200, e.Status)
	}
}

func TestAWebPageIsNoSuccess(t *testing.T) {
	p := newPeer(t, answering(200, "<html>Please sign in to the hotel's Wi-Fi</html>"))
	err := p.client(t).CreateReaction(t.Context(), "n", "👍")
	assert.Equal(t, api.MuddleNotJSON, misunderstood(t, err).Muddle)
	assert.Contains(t, err.Error(), "hotel")
}

func TestABrokenConnectionInTheMiddleOfAnAnswer(t *testing.T) {
	p := newPeer(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = w.Write([]byte(`{"createdNote":{"id":"n"}}`))
	})
	_, err := p.client(t).CreateNote(t.Context(), api.NewNote{Text: "x"})
	assert.Equal(t, api.MuddleTruncated, misunderstood(t, err).Muddle)
}

func TestAnEndlessAnswerIsCutOff(t *testing.T) {
	sent := 0
	endless := transport(func(*http.Request) (*http.Response, error) {
		r := response(200, "")
		r.Body = &flood{sent: &sent}
		return r, nil
	})
	c := clientOf(t, "https://misskey.example", api.Options{Transport: endless})
	_, err := c.CreateFollowing(t.Context(), "u")
	e := misunderstood(t, err)
	assert.Equal(t, api.MuddleTooLarge, e.Muddle)
	assert.Less(t, sent, 10<<20)
}

// flood is an answer without end.
type flood struct{ sent *int }

func (f *flood) Read(p []byte) (int, error) {
	copy(p, bytes.Repeat([]byte{' '}, len(p)))
	*f.sent += len(p)
	return len(p), nil
}

func (f *flood) Close() error { return nil }

func TestPartsThatMakeNoSenseAreLeftOut(t *testing.T) {
	p := newPeer(t, answering(200, `[{"id":"c"},{"id":7},"x",{"id":"b","localOnly":"yes"},null,{"id":"a"}]`))
	var odd []api.Oddity
	c := clientOf(t, p.URL, api.Options{OnOddity: func(o api.Oddity) { odd = append(odd, o) }})
	notes, err := c.Timeline(t.Context(), api.TimelineHome, api.Page{}, api.TimelineFilter{})
	require.NoError(t, err)
	require.Len(t, notes, 3)
	require.Len(t, odd, 1)
	assert.Equal(t, "notes/timeline", odd[0].Endpoint)
	assert.Equal(t, 3, odd[0].Skipped)
	assert.Equal(t, 1, odd[0].Bent)
	assert.Error(t, odd[0].Cause)

	p = newPeer(t, answering(200, `{"id":"me","name":5}`))
	odd = nil
	c = clientOf(t, p.URL, api.Options{OnOddity: func(o api.Oddity) { odd = append(odd, o) }})
	me, err := c.Me(t.Context())
	require.NoError(t, err)
	assert.EqualValues(t, "me", me.ID)
	require.Len(t, odd, 1)
	assert.Equal(t, 1, odd[0].Bent)
}

func TestCutAnswersOfReadsAreAskedForAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tries := 0
		c := clientOf(t, "https://misskey.example", api.Options{Transport: transport(
			func(*http.Request) (*http.Response, error) {
				if tries++; tries == 1 {
					return response(200, `[{"id":"a"`), nil
				}
				return response(200, `[{"id":"a"}]`), nil
			})})
		notes, err := c.Children(t.Context(), "n", api.Page{})
		require.NoError(t, err)
		assert.Len(t, notes, 1)
		assert.Equal(t, 2, tries)
	})
}
