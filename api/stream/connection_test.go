package stream_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/stream"
)

func TestTokenGoesInTheHeaderAlone(t *testing.T) {
	for token, want := range map[string]string{"secret": "Bearer secret", "": ""} {
		synctest.Test(t, func(t *testing.T) {
			p := newPeer(t)
			r := start(t, stream.Options{HTTPClient: p.client(), Token: tokenOf(token), UserAgent: "Mejiro/1"})
			<-p.sockets
			require.Equal(t, []stream.Event{stream.Connected{}}, r.take())
			require.Len(t, p.seen, 1)
			assert.Equal(t, want, p.seen[0].Header.Get("Authorization"))
			assert.Equal(t, "Mejiro/1", p.seen[0].UserAgent())
			assert.Equal(t, "/streaming", p.seen[0].RequestURI)
		})
	}
}

func TestWaitsGrowToACeilingAndStartOverAfterAStableMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		p.set(func() { p.down = true })
		r := start(t, stream.Options{HTTPClient: p.client()})
		nominal := 500 * time.Millisecond
		for range 12 {
			wait := r.nextWait()
			assert.InDelta(t, nominal.Seconds(), wait.Seconds(), nominal.Seconds()/2+0.001)
			assert.LessOrEqual(t, wait, 30*time.Second+time.Millisecond)
			nominal = min(2*nominal, 20*time.Second)
			time.Sleep(wait)
		}

		p.set(func() { p.down = false })
		s := <-p.sockets
		time.Sleep(time.Minute)
		r.take()
		_ = s.ws.CloseNow()
		assert.LessOrEqual(t, r.nextWait(), 750*time.Millisecond)
	})
}

func TestAFlappingConnectionIsNotAStableOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		var wait time.Duration
		for range 8 {
			s := <-p.sockets
			r.take()
			time.Sleep(20 * time.Second)
			_ = s.ws.CloseNow()
			wait = r.nextWait()
		}
		assert.Greater(t, wait, 9*time.Second)
		s := <-p.sockets
		r.take()
		time.Sleep(time.Minute)
		_ = s.ws.CloseNow()
		assert.LessOrEqual(t, r.nextWait(), 750*time.Millisecond)
	})
}

func TestWaitsDiffer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		p.set(func() { p.down = true })
		waits := map[time.Duration]bool{}
		for range 20 {
			r := start(t, stream.Options{HTTPClient: p.client()})
			waits[r.nextWait()] = true
			r.stop()
		}
		assert.Greater(t, len(waits), 10)
	})
}

func TestRetryConnectsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		p.set(func() { p.down = true })
		r := start(t, stream.Options{HTTPClient: p.client()})
		time.Sleep(time.Minute)
		r.take()
		p.set(func() { p.down = false })
		before := time.Now()
		r.Retry()
		<-p.sockets
		assert.Equal(t, before, time.Now())
		r.take()
		assert.Equal(t, before, time.Now())
	})
}

func TestRetryStartsTheWaitsOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		p.set(func() { p.down = true })
		r := start(t, stream.Options{HTTPClient: p.client()})
		time.Sleep(10 * time.Minute)
		r.take()
		r.Retry()
		r.nextWait()
		assert.LessOrEqual(t, r.nextWait(), 1500*time.Millisecond)
	})
}

func TestRetryTestsAnOpenConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		p.set(func() { p.mute = true })
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		r.take()
		before := time.Now()
		r.Retry()
		for len(of[stream.Disconnected](r.take())) == 0 {
			time.Sleep(time.Second)
		}
		assert.LessOrEqual(t, time.Since(before), 20*time.Second)
		_ = s.ws.CloseNow()
	})
}

func TestADeadLinkIsFound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		p.set(func() { p.mute = true })
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		before := time.Now()
		for len(of[stream.Disconnected](r.take())) == 0 {
			time.Sleep(time.Second)
			require.Less(t, time.Since(before), time.Minute)
		}
		_ = s.ws.CloseNow()
	})
}

func TestAQuietServerIsLeftAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		time.Sleep(5 * time.Hour)
		assert.Equal(t, []stream.Event{stream.Connected{}}, r.take())
	})
}

func TestPingsOfTheServerAreAnswered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		for range 3 {
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			require.NoError(t, s.ws.Ping(ctx))
			cancel()
			time.Sleep(47 * time.Second) // never with a ping of the client: the pipe has no buffer
		}
	})
}

func TestRefusalsThatAreFinal(t *testing.T) {
	for status, want := range map[int]struct {
		event stream.Event
		err   error
	}{
		http.StatusUnauthorized: {stream.Unauthorized{}, stream.ErrUnauthorized},
		http.StatusForbidden:    {stream.Suspended{}, stream.ErrSuspended},
	} {
		synctest.Test(t, func(t *testing.T) {
			p := newPeer(t)
			p.set(func() { p.reply = answer(status, nil) })
			r := start(t, stream.Options{HTTPClient: p.client(), Token: "dead"})
			time.Sleep(time.Hour)
			assert.Equal(t, []stream.Event{want.event}, r.take())
			err := <-r.result
			r.result <- err
			assert.ErrorIs(t, err, want.err)
			assert.Len(t, p.seen, 1, "no hammering")
		})
	}
}

func TestRefusalsThatPass(t *testing.T) {
	html := map[string]string{"Content-Type": "text/html; charset=utf-8"}
	for name, c := range map[string]struct {
		status  int
		header  map[string]string
		atLeast time.Duration
	}{
		"a proxy's 403": {http.StatusForbidden, html, 0},
		"bad gateway":   {http.StatusBadGateway, html, 0},
		"not found":     {http.StatusNotFound, nil, 0},
		"asked to wait": {http.StatusTooManyRequests, map[string]string{"Retry-After": "90"}, 90 * time.Second},
		"asked for too long": {
			http.StatusServiceUnavailable, map[string]string{"Retry-After": "99999999999"}, 0,
		},
		"a hostile wait":   {http.StatusServiceUnavailable, map[string]string{"Retry-After": "1000000"}, 5 * time.Minute},
		"sent elsewhere":   {http.StatusFound, map[string]string{"Location": "http://thief.example/streaming"}, 0},
		"OK but no socket": {http.StatusOK, html, 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := newPeer(t)
				p.set(func() { p.reply = answer(c.status, c.header) })
				r := start(t, stream.Options{HTTPClient: p.client(), Token: "secret"})
				wait := r.nextWait()
				assert.GreaterOrEqual(t, wait, c.atLeast)
				assert.LessOrEqual(t, wait, 5*time.Minute)
				p.set(func() { p.reply = nil })
				time.Sleep(wait)
				assert.Contains(t, r.take(), stream.Connected{})
				for _, seen := range p.seen {
					assert.Equal(t, "misskey.example", seen.Host)
				}
			})
		})
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	for name, prepare := range map[string]func(*peer, *run){
		"dialing": func(p *peer, _ *run) {
			p.set(func() {
				p.reply = func(_ http.ResponseWriter, r *http.Request) bool { <-r.Context().Done(); return true }
			})
		},
		"waiting": func(p *peer, _ *run) { p.set(func() { p.down = true }) },
		"open":    func(*peer, *run) {},
		"asking":  func(_ *peer, r *run) { r.Subscribe(stream.ChannelMain, stream.Params{}) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := newPeer(t)
				release := make(chan struct{})
				client := p.client()
				r := start(t, stream.Options{HTTPClient: gated(client, release)})
				prepare(p, r)
				close(release)
				time.Sleep(3 * time.Second)
				r.take()
				before := time.Now()
				r.stop()
				assert.Equal(t, before, time.Now(), "it ends at once")
				err := <-r.result
				r.result <- err
				assert.ErrorIs(t, err, context.Canceled)
				time.Sleep(time.Hour)
				assert.Empty(t, r.take())
			})
		})
	}
}

func TestNothingIsToldAfterTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		r.take()
		r.each(func(stream.Event) {
			time.Sleep(time.Second) // the rest is read meanwhile
			r.cancel()
		})
		for range 10 {
			s.send(t, `{"type":"sparkled","body":{}}`)
		}
		time.Sleep(time.Minute)
		assert.Len(t, r.take(), 1)
	})
}

func TestAFrameTooLargeBreaksTheConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		_ = s.ws.Write(t.Context(), 1, []byte(`{"type":"`+strings.Repeat("x", 5<<20)+`"}`))
		assert.Len(t, of[stream.Disconnected](r.take()), 1)
		time.Sleep(time.Second)
		assert.Equal(t, []stream.Event{stream.Connected{Again: true}}, r.take())
	})
}

func TestServerAddresses(t *testing.T) {
	for _, bad := range []string{"", "misskey.example", "ftp://misskey.example", "https://", "http://a b"} {
		_, err := stream.New(stream.Options{Server: bad})
		assert.Error(t, err, bad)
	}
	for _, good := range []string{"https://misskey.example", "https://misskey.example/", "http://127.0.0.1:3000"} {
		_, err := stream.New(stream.Options{Server: good})
		assert.NoError(t, err, good)
	}
}

func TestHandshakeErrorReads(t *testing.T) {
	var err error = &stream.HandshakeError{Status: 502}
	assert.Equal(t, "the server answered 502 Bad Gateway to streaming", err.Error())
	var as *stream.HandshakeError
	assert.True(t, errors.As(err, &as))
}

func answer(status int, header map[string]string) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, _ *http.Request) bool {
		w.Header()["Content-Type"] = nil
		for k, v := range header {
			w.Header().Set(k, v)
		}
		w.WriteHeader(status)
		if header["Content-Type"] != "" {
			_, _ = io.WriteString(w, "<html>")
		}
		return true
	}
}
