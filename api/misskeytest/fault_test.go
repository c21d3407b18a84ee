package misskeytest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// try makes a call that may fail on the way.
func try(t *testing.T, s *Server, endpoint, body string) (*http.Response, []byte, error) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL+"/api/"+endpoint, bytes.NewReader([]byte(body)))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+s.Token("alice"))
	res, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(r)
	if err != nil {
		return nil, nil, err
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	return res, data, err
}

func TestFaults(t *testing.T) {
	tests := map[string]struct {
		fault  Fault
		status int // 0 when the connection breaks
		done   bool
		check  func(t *testing.T, res *http.Response, data []byte)
	}{
		"rate limit": {Fault{Mode: FaultRateLimit, RetryAfter: 3 * time.Second}, 429, false, func(t *testing.T, res *http.Response, data []byte) {
			assert.Equal(t, "3", res.Header.Get("Retry-After"))
			assert.Contains(t, string(data), "RATE_LIMIT_EXCEEDED")
		}},
		"refused": {Fault{Mode: FaultRefuse, Code: "YOUR_ACCOUNT_SUSPENDED", Status: 403}, 403, false, func(t *testing.T, _ *http.Response, data []byte) {
			assert.Contains(t, string(data), "YOUR_ACCOUNT_SUSPENDED")
		}},
		"broken": {Fault{Mode: FaultRefuse}, 500, false, func(t *testing.T, _ *http.Response, data []byte) {
			assert.Contains(t, string(data), "INTERNAL_ERROR")
		}},
		"html": {Fault{Mode: FaultHTML}, 502, false, func(t *testing.T, res *http.Response, data []byte) {
			assert.Equal(t, "text/html", res.Header.Get("Content-Type"))
			assert.Contains(t, string(data), "<html>")
		}},
		"processing": {Fault{Mode: FaultProcessing}, 202, false, func(t *testing.T, _ *http.Response, data []byte) {
			assert.Contains(t, string(data), "PROCESSING")
		}},
		"dropped": {Fault{Mode: FaultDrop}, 0, false, nil},
		"lost":    {Fault{Mode: FaultLose}, 0, true, nil},
		"cut":     {Fault{Mode: FaultCut}, 0, true, nil},
		"truncated": {Fault{Mode: FaultTruncate}, 200, true, func(t *testing.T, _ *http.Response, data []byte) {
			assert.False(t, json.Valid(data))
		}},
		"wrong types": {Fault{Mode: FaultWrongTypes}, 200, true, func(t *testing.T, _ *http.Response, data []byte) {
			var o struct {
				CreatedNote struct {
					Text    int
					FileIDs map[string]any
				}
			}
			assert.NoError(t, json.Unmarshal(data, &o))
			assert.Equal(t, 5, o.CreatedNote.Text)
		}},
		"huge": {Fault{Mode: FaultHuge}, 200, true, func(t *testing.T, _ *http.Response, data []byte) {
			assert.Greater(t, len(data), hugeBody)
			assert.True(t, json.Valid(data))
		}},
		"empty": {Fault{Mode: FaultEmpty}, 200, true, func(t *testing.T, _ *http.Response, data []byte) {
			assert.Empty(t, data)
		}},
		"late": {Fault{Latency: 30 * time.Millisecond}, 200, true, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := Start(t, Options{})
			test.fault.Endpoint, test.fault.Times = "notes/*", 1
			s.SetFault(test.fault)
			began := time.Now()
			res, data, err := try(t, s, "notes/create", `{"text":"hello"}`)
			if test.status == 0 {
				require.Error(t, err)
			} else {
				require.NoError(t, err)
				assert.Equal(t, test.status, res.StatusCode)
			}
			if test.check != nil {
				test.check(t, res, data)
			}
			assert.GreaterOrEqual(t, time.Since(began), test.fault.Latency)
			assert.Equal(t, test.done, len(s.Notes()) == 1, "whether it was done")
			res, _, err = try(t, s, "notes/create", `{"text":"again"}`)
			require.NoError(t, err, "it happens once")
			assert.Equal(t, 200, res.StatusCode)
		})
	}
}

func TestFaultMatching(t *testing.T) {
	s := Start(t, Options{})
	remove := s.SetFault(Fault{Endpoint: "i", Mode: FaultHTML})
	assert.Equal(t, 502, post(t, s, s.Token("alice"), "i", nil).Status)
	assert.Equal(t, 200, post(t, s, s.Token("alice"), "i/notifications", nil).Status)
	remove()
	assert.Equal(t, 200, post(t, s, s.Token("alice"), "i", nil).Status)
	s.SetFault(Fault{Endpoint: "*", User: "bob", Mode: FaultHTML})
	assert.Equal(t, 200, post(t, s, s.Token("alice"), "i", nil).Status)
	assert.Equal(t, 502, post(t, s, s.Token("bob"), "i", nil).Status)
	s.ClearFaults()
	assert.Equal(t, 200, post(t, s, s.Token("bob"), "i", nil).Status)
	s.SetFault(Fault{Endpoint: "/proxy/*", Mode: FaultHTML, Status: 503})
	assert.Equal(t, 503, get(t, s.User("alice").AvatarURL).Status)
}

func TestHangEndsWithTheClientOrTheServer(t *testing.T) {
	s := Start(t, Options{})
	s.SetFault(Fault{Endpoint: "ping", Mode: FaultHang})
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL+"/api/ping", bytes.NewReader([]byte("{}")))
	require.NoError(t, err)
	_, err = (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(r)
	require.ErrorIs(t, err, context.DeadlineExceeded)

	failed := make(chan error)
	go func() {
		_, _, err := try(t, s, "ping", "{}")
		failed <- err
	}()
	require.NoError(t, s.Close())
	assert.Error(t, <-failed)
}

func TestSlowUpload(t *testing.T) {
	s := Start(t, Options{})
	s.SetFault(Fault{Endpoint: "drive/files/create", Rate: 100_000})
	began := time.Now()
	got := uploadFile(t, s, s.Token("alice"), "a.txt", bytes.Repeat([]byte("a"), 10_000), nil)
	assert.Equal(t, 200, got.Status)
	assert.Greater(t, time.Since(began), 80*time.Millisecond)
}

func TestStreamFaults(t *testing.T) {
	s := Start(t, Options{})
	s.SetFault(Fault{Endpoint: "/streaming", Mode: FaultRefuse, Status: 503, Times: 1})
	_, res, err := websocket.Dial(t.Context(), s.URL+"/streaming", nil)
	require.Error(t, err)
	assert.Equal(t, 503, res.StatusCode)

	s.RefuseChannel("localTimeline")
	w := dial(t, s, s.Token("alice"))
	w.send("connect", object{"channel": "localTimeline", "id": "l", "pong": true})
	w.open("homeTimeline", nil)
	assert.Equal(t, []string{"homeTimeline"}, s.Subscriptions("alice"))
	s.ClearFaults()
	w.open("localTimeline", nil)
}

func TestPauseAndResume(t *testing.T) {
	s := Start(t, Options{})
	w := dial(t, s, s.Token("alice"))
	w.settle()
	require.NoError(t, s.Pause())
	eventually(t, "the socket is gone", func() bool { return s.OnlineSockets() == 0 })
	_, _, err := try(t, s, "ping", "{}")
	require.Error(t, err)
	for range 30 {
		s.Post("bob", Note{Text: "while you were away"})
	}
	require.NoError(t, s.Resume())
	require.NoError(t, s.Resume(), "resuming twice is harmless")
	assert.Len(t, post(t, s, s.Token("alice"), "notes/timeline", object{"limit": 100}).list(), 30)
	dial(t, s, s.Token("alice")).settle()
	require.NoError(t, s.Close())
	assert.Error(t, s.Resume(), "a closed server stays closed")
	assert.NoError(t, s.Close())
}

func TestServe(t *testing.T) {
	s, err := New(Options{})
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- s.Serve(ctx) }()
	stop()
	require.NoError(t, <-ended)
	_, err = New(Options{Addr: "256.0.0.1:0"})
	require.Error(t, err)
}
