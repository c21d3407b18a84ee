package api_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/misskey"
)

// recordedRefusal is what a real server answered.
type recordedRefusal struct {
	Name    string
	Status  int
	Headers map[string]string
	Body    json.RawMessage
}

func recordedRefusals(t *testing.T) []recordedRefusal {
	t.Helper()
	text, err := os.ReadFile("testdata/refusals.jsonl")
	require.NoError(t, err)
	var all []recordedRefusal
	for line := range bytes.Lines(text) {
		var r recordedRefusal
		require.NoError(t, json.Unmarshal(line, &r))
		all = append(all, r)
	}
	require.NotEmpty(t, all)
	return all
}

func (r recordedRefusal) answer(w http.ResponseWriter) {
	for name, value := range r.Headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(r.Status)
	if string(r.Body) != "null" {
		_, _ = w.Write(r.Body)
	}
}

// refusalOf writes a note to a server that answers so and wants a refusal.
func refusalOf(t *testing.T, answer http.HandlerFunc) *api.Refused {
	t.Helper()
	p := newPeer(t, answer)
	_, err := p.client(t).CreateNote(t.Context(), api.NewNote{Text: "x"})
	var refused *api.Refused
	require.ErrorAs(t, err, &refused)
	assert.Len(t, p.asked(), 1, "a write is sent once")
	assert.Equal(t, "notes/create", refused.Endpoint)
	return refused
}

func TestRecordedRefusalsAreRead(t *testing.T) {
	for _, recorded := range recordedRefusals(t) {
		refused := refusalOf(t, func(w http.ResponseWriter, _ *http.Request) { recorded.answer(w) })
		assert.Equal(t, recorded.Status, refused.Status, recorded.Name)
		var body struct {
			Error json.RawMessage
			Code  string
		}
		var inner struct{ Code, ID, Kind, Message string }
		_ = json.Unmarshal(recorded.Body, &body)
		if json.Unmarshal(body.Error, &inner) != nil {
			inner.Code = body.Code
		}
		assert.Equal(t, inner.Code, refused.Code, recorded.Name)
		assert.Equal(t, inner.ID, refused.ID, recorded.Name)
		assert.Equal(t, inner.Kind, refused.Kind, recorded.Name)
		if len(recorded.Body) > 4 {
			assert.NotEmpty(t, refused.Message, recorded.Name)
		}
	}
}

func TestRefusalsSayWhatTheyMean(t *testing.T) {
	recorded := map[string]*api.Refused{}
	for _, r := range recordedRefusals(t) {
		recorded[r.Name] = refusalOf(t, func(w http.ResponseWriter, _ *http.Request) { r.answer(w) })
	}
	assert.True(t, recorded["error-no-credential"].IsAuth())
	assert.True(t, recorded["error-bad-token-in-body"].IsAuth())
	assert.False(t, recorded["error-missing-permission-read"].IsAuth())
	assert.True(t, recorded["error-missing-permission-read"].IsPermission())
	assert.False(t, recorded["error-admin-with-app-token"].IsPermission())
	assert.True(t, recorded["notes-delete-again"].IsGone())
	assert.True(t, recorded["error-unknown-endpoint"].IsUnknownEndpoint())
	assert.False(t, recorded["users-show-error"].IsUnknownEndpoint())
	assert.JSONEq(t, `{"param":"isSensitive","reason":"cannot cast to boolean"}`,
		string(recorded["drive-files-create-bad-bool"].Info))

	assert.True(t, recorded["drive-files-create-too-big-policy"].IsTooLarge())
	assert.False(t, recorded["drive-files-create-no-free-space"].IsTooLarge())

	limited := recorded["error-rate-limit-exceeded"]
	assert.True(t, limited.IsRateLimit())
	assert.Equal(t, time.Hour, limited.RetryAfter)
	assert.False(t, recorded["emoji-missing"].IsAiling(), "this comes back every time")
}

func TestRefusalsOfOthersHaveAStatus(t *testing.T) {
	html := "<!DOCTYPE html><html><body>Bad gateway</body></html>"
	refused := refusalOf(t, answering(502, html))
	assert.Equal(t, 502, refused.Status)
	assert.Empty(t, refused.Code)
	assert.True(t, refused.IsAiling())

	for status, body := range map[int]string{401: html, 403: "", 404: html, 405: "", 413: html, 418: "null", 500: "[]"} {
		refused = refusalOf(t, answering(status, body))
		assert.Equal(t, status, refused.Status)
		assert.False(t, refused.IsAuth(), "a proxy does not know our token")
		assert.Empty(t, refused.Code)
	}
	refused = refusalOf(t, answering(400, `{"error":{"code":7,"message":["odd"],"info":{"a":1}}}`))
	assert.Empty(t, refused.Code)
	assert.Equal(t, `{"a":1}`, string(refused.Info))
}

func TestRetryAfterIsReadWhereverItStands(t *testing.T) {
	soon := time.Now().Add(30 * time.Second)
	for header, want := range map[string]time.Duration{
		"7": 7 * time.Second, "0": 0, "-5": 0, "soon": 0, "NaN": 0, "1e300": 24 * time.Hour,
		soon.UTC().Format(http.TimeFormat): 30 * time.Second,
	} {
		refused := refusalOf(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", header)
			w.WriteHeader(http.StatusTooManyRequests)
		})
		assert.True(t, refused.IsRateLimit())
		assert.InDelta(t, want.Seconds(), refused.RetryAfter.Seconds(), 2, header)
	}
	body, err := json.Marshal(map[string]any{"error": map[string]any{
		"code": "RATE_LIMIT_EXCEEDED", "info": map[string]int64{"resetMs": soon.UnixMilli(), "reset": soon.Unix()},
	}})
	require.NoError(t, err)
	assert.InDelta(t, 30, refusalOf(t, answering(429, string(body))).RetryAfter.Seconds(), 2)
	assert.InDelta(t, 30, refusalOf(t, answering(429,
		strings.ReplaceAll(string(body), "resetMs", "else"))).RetryAfter.Seconds(), 2)
}

func TestProcessingIsNoSuccess(t *testing.T) {
	refused := refusalOf(t, answering(202, `{"error":{"code":"PROCESSING","message":"wait","id":"x","kind":"client"}}`))
	assert.True(t, refused.IsProcessing())
	assert.Equal(t, 202, refused.Status)

	p := newPeer(t, answering(202, `{"createdNote":{"id":"n"}}`))
	note, err := p.client(t).CreateNote(t.Context(), api.NewNote{Text: "x"})
	require.NoError(t, err)
	assert.EqualValues(t, "n", note.ID)
}

func TestHostileRefusalsAreBounded(t *testing.T) {
	long := strings.Repeat("あ\n\x1b[31m", 50_000)
	body, err := json.Marshal(map[string]any{"error": map[string]any{
		"code": long, "message": long[:20_000], "kind": "client", "info": long[:9000],
	}})
	require.NoError(t, err)
	refused := refusalOf(t, answering(400, string(body)))
	assert.Less(t, len(refused.Error()), 2000)
	assert.NotContains(t, refused.Error(), "\x1b")
	assert.NotContains(t, refused.Error(), "\n")
	assert.Empty(t, refused.Info)
}

func TestNothingIsAZeroValue(t *testing.T) {
	p := newPeer(t, answering(204, ""))
	c := p.client(t)
	note, err := c.CreateNote(t.Context(), api.NewNote{Text: "x"})
	require.NoError(t, err)
	assert.Equal(t, misskey.Note{}, note)
	notes, err := c.Children(t.Context(), "a", api.Page{})
	require.NoError(t, err)
	assert.Empty(t, notes)
	require.NoError(t, c.DeleteNote(t.Context(), "a"))
}

func TestALargeRequestIsNotSent(t *testing.T) {
	p := newPeer(t, answering(204, ""))
	_, err := p.client(t).CreateNote(t.Context(), api.NewNote{Text: strings.Repeat("x", 2<<20)})
	var refused *api.Refused
	require.True(t, errors.As(err, &refused))
	assert.Equal(t, 413, refused.Status)
	assert.Empty(t, p.asked())
}
