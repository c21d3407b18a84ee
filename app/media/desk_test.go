package media

import (
	"context"
	"image"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"mejiro/app/task"
	"mejiro/widgets"
)

const patience = time.Minute

// desk is a Loader whose Fyne goroutine is the test's.
type desk struct {
	*Loader
	t     testing.TB
	loop  *task.Loop
	queue chan func()
}

func newDesk(t testing.TB, opts Options) *desk {
	t.Helper()
	d := &desk{t: t, queue: make(chan func(), 1024)}
	d.loop = task.NewLoop(func(f func()) { d.queue <- f })
	l, err := NewLoader(t.Context(), d.loop, opts)
	require.NoError(t, err)
	d.Loader = l
	t.Cleanup(func() {
		require.NoError(t, l.Close())
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		require.NoError(t, d.loop.Close(ctx))
	})
	return d
}

// until runs what comes to the Fyne goroutine until done.
func (d *desk) until(done func() bool) {
	d.t.Helper()
	deadline := time.After(patience)
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for !done() {
		select {
		case f := <-d.queue:
			f()
		case <-tick.C: // done may look at other goroutines
		case <-deadline:
			d.t.Fatal("waited in vain")
		}
	}
}

// seen is what a widget was given.
type seen struct {
	images []image.Image
	finals []bool
	err    error
	cancel func()
}

func (s *seen) done() bool { return len(s.finals) > 0 && s.finals[len(s.finals)-1] }

func (d *desk) ask(req widgets.PictureRequest) *seen {
	s := &seen{}
	s.cancel = d.Load(req, 1, func(img image.Image, final bool, err error) {
		s.images = append(s.images, img)
		s.finals = append(s.finals, final)
		s.err = err
	})
	return s
}

func (d *desk) askFor(url string) *seen {
	return d.ask(widgets.PictureRequest{URL: url, Box: fyne.NewSquareSize(16)})
}

// get asks and waits.
func (d *desk) get(url string) *seen {
	d.t.Helper()
	s := d.askFor(url)
	d.until(s.done)
	return s
}

// takers is how many wait for the body at an address, or use it.
func (d *desk) takers(address string) int {
	d.bodies.mu.Lock()
	defer d.bodies.mu.Unlock()
	if c := d.bodies.calls[address]; c != nil {
		return c.takers
	}
	return 0
}

// host is a media server that counts.
type host struct {
	*httptest.Server

	mu       sync.Mutex
	requests []*http.Request
	inside   int
	most     int
}

func newHost(t testing.TB, serve http.HandlerFunc) *host {
	t.Helper()
	h := &host{}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		h.requests = append(h.requests, r)
		h.inside++
		h.most = max(h.most, h.inside)
		h.mu.Unlock()
		serve(w, r)
		h.mu.Lock()
		h.inside--
		h.mu.Unlock()
	}))
	t.Cleanup(h.Close)
	return h
}

func (h *host) asked() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.requests)
}

func (h *host) busy() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.inside
}

// serving answers every request with the same body.
func serving(data []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(data) }
}
