package media

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRequestsTellNothing(t *testing.T) {
	pic := pngOf(t, halves(4, 4))
	h := newHost(t, func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "id", Value: "1"})
		if r.URL.Path != "/end" {
			http.Redirect(w, r, "/end", http.StatusFound)
			return
		}
		_, _ = w.Write(pic)
	})
	d := newDesk(t, Options{})
	require.NoError(t, d.get(h.URL+"/1").err)
	require.NoError(t, d.get(h.URL+"/2").err)
	require.Equal(t, 4, h.asked())
	for _, r := range h.requests {
		assert.Equal(t, http.MethodGet, r.Method)
		for _, name := range []string{"Cookie", "Referer", "Authorization"} {
			assert.Empty(t, r.Header.Get(name), name)
		}
		assert.True(t, strings.HasPrefix(r.UserAgent(), "Mejiro/"), r.UserAgent())
		assert.NotContains(t, strings.ToLower(r.UserAgent()), "misskey/")
		assert.NotContains(t, r.Header.Get("Accept"), "avif")
	}
}

func TestHostileServers(t *testing.T) {
	pic := pngOf(t, halves(64, 64))
	released := make(chan struct{})
	t.Cleanup(func() { close(released) })
	hang := func(r *http.Request) {
		select {
		case <-released:
		case <-r.Context().Done():
		}
	}
	const soon = 50 * time.Millisecond
	servers := map[string]struct {
		serve http.HandlerFunc
		want  error
		lim   Limits
	}{
		"page that says it is png": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			_, _ = w.Write([]byte("<html>" + strings.Repeat("no ", 1<<20)))
		}, ErrUnsupported, Limits{}},
		"10 MB, said": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", fmt.Sprint(10<<20))
			_, _ = w.Write(append(pic, make([]byte, 10<<20)...))
		}, ErrTooLarge, Limits{}},
		"10 MB, not said": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write(pic)
			for range 10 {
				_, _ = w.Write(make([]byte, 1<<20))
				w.(http.Flusher).Flush()
			}
		}, ErrTooLarge, Limits{}},
		"less than said": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100000")
			_, _ = w.Write(pic)
		}, nil, Limits{}},
		"cut": {serving(pic[:len(pic)/2]), ErrDamaged, Limits{}},
		"stalled": {func(w http.ResponseWriter, r *http.Request) {
			_, _ = w.Write(pic[:20])
			w.(http.Flusher).Flush()
			hang(r)
		}, ErrStalled, Limits{Stall: soon}},
		"trickling": {func(w http.ResponseWriter, r *http.Request) {
			_, _ = w.Write(pic)
			for r.Context().Err() == nil {
				_, _ = w.Write([]byte{0})
				w.(http.Flusher).Flush()
			}
		}, ErrStalled, Limits{Body: 4 * soon}},
		"no answer": {func(_ http.ResponseWriter, r *http.Request) { hang(r) }, nil, Limits{Header: soon}},
		"redirect to http": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://media.example/", http.StatusFound)
		}, ErrAddress, Limits{}},
		"redirect to a file": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		}, ErrAddress, Limits{}},
		"redirect to itself": {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, ErrAddress, Limits{}},
		"redirect nowhere":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) }, &StatusError{http.StatusFound}, Limits{}},
		"missing":            {http.NotFound, &StatusError{http.StatusNotFound}, Limits{}},
		"empty":              {serving(nil), ErrUnsupported, Limits{}},
		"hung up": {func(_ http.ResponseWriter, _ *http.Request) {
			panic(http.ErrAbortHandler)
		}, nil, Limits{}},
	}
	for name, s := range servers {
		t.Run(name, func(t *testing.T) {
			h := newHost(t, s.serve)
			lim := s.lim
			lim.Bytes = 5 << 20
			d := newDesk(t, Options{Limits: lim})
			got := d.get(h.URL + "/secret")
			require.Error(t, got.err)
			assert.NotContains(t, got.err.Error(), "secret", "errors do not tell addresses")
			status := (*StatusError)(nil)
			if want := (*StatusError)(nil); errors.As(s.want, &want) {
				require.ErrorAs(t, got.err, &status)
				assert.Equal(t, want.Code, status.Code)
			} else if s.want != nil {
				require.ErrorIs(t, got.err, s.want)
			}
		})
	}
}

func TestNoServer(t *testing.T) {
	h := newHost(t, serving(nil))
	h.Close()
	got := newDesk(t, Options{}).get(h.URL + "/secret")
	require.Error(t, got.err)
	assert.NotContains(t, got.err.Error(), "secret")
}
