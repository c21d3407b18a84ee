package media

import (
	"fmt"
	"image"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets"
)

func TestLoadBringsThePicture(t *testing.T) {
	h := newHost(t, serving(pngOf(t, halves(300, 200))))
	d := newDesk(t, Options{})
	_, ok := d.Aspect(h.URL)
	assert.False(t, ok)

	req := widgets.PictureRequest{URL: h.URL, Box: fyne.NewSize(20, 20), Cover: true, Blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj"}
	var sizes []image.Point
	var finals []bool
	d.Load(req, 1.5, func(img image.Image, final bool, err error) {
		require.NoError(t, err)
		sizes = append(sizes, img.Bounds().Size())
		finals = append(finals, final)
	})
	assert.Equal(t, []bool{false}, finals, "the blurhash comes at once")
	d.until(func() bool { return len(finals) == 2 })
	assert.True(t, finals[1])
	assert.Equal(t, image.Pt(30, 30), sizes[1], "device pixels")

	aspect, ok := d.Aspect(h.URL)
	assert.True(t, ok)
	assert.InDelta(t, 1.5, aspect, 1e-6)
}

func TestABlurhashAloneIsAllThereIs(t *testing.T) {
	d := newDesk(t, Options{})
	for range 2 { // the second time is no failure remembered
		s := d.ask(widgets.PictureRequest{Box: fyne.NewSquareSize(16), Blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj"})
		assert.Equal(t, []bool{false}, s.finals)
		assert.NotNil(t, s.images[0])
		s.cancel()
	}
	assert.Empty(t, d.ask(widgets.PictureRequest{Box: fyne.NewSquareSize(16)}).finals, "nothing to show")
	assert.Empty(t, d.jobs)
}

func TestLoadFromMemoryIsImmediate(t *testing.T) {
	h := newHost(t, serving(pngOf(t, halves(30, 20))))
	d := newDesk(t, Options{})
	first := d.get(h.URL)
	second := d.ask(widgets.PictureRequest{URL: h.URL, Box: fyne.NewSquareSize(16), Blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj"})
	assert.Equal(t, []bool{true}, second.finals, "at once, and without the blurhash")
	assert.Same(t, first.images[0], second.images[0])
	second.cancel()
}

func TestOneFetchForAll(t *testing.T) {
	gate := make(chan struct{})
	pic := pngOf(t, halves(300, 200))
	h := newHost(t, func(w http.ResponseWriter, _ *http.Request) {
		<-gate
		_, _ = w.Write(pic)
	})
	d := newDesk(t, Options{})
	var all []*seen
	for i := range 20 {
		all = append(all, d.ask(widgets.PictureRequest{URL: h.URL, Box: fyne.NewSquareSize(float32(10 + i%2))}))
	}
	all[3].cancel()
	d.until(func() bool { return d.takers(h.URL) == 2 }) // for two places; who comes after the picture has it fetched again
	close(gate)
	for i, s := range all {
		if i != 3 {
			d.until(s.done)
			require.NoError(t, s.err)
		}
	}
	assert.Empty(t, all[3].finals, "who cancelled is not told")
	assert.Equal(t, 1, h.asked())
	assert.Same(t, all[0].images[0], all[2].images[0], "the same pixels for the same place")
	assert.Empty(t, d.jobs)
}

func TestCancelEndsWhatNoOneWants(t *testing.T) {
	ended := make(chan struct{})
	h := newHost(t, func(_ http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		close(ended)
	})
	d := newDesk(t, Options{})
	a, b := d.askFor(h.URL), d.askFor(h.URL)
	d.until(func() bool { return h.busy() == 1 })
	a.cancel()
	a.cancel()
	assert.Len(t, d.jobs, 1, "the other one still wants it")
	b.cancel()
	select {
	case <-ended:
	case <-time.After(patience):
		t.Fatal("the request went on")
	}
	assert.Empty(t, d.jobs)
	d.until(func() bool { return d.takers(h.URL) == 0 })
	assert.Empty(t, a.finals)
	assert.Empty(t, b.finals)
	assert.NoError(t, d.failed(h.URL), "giving up is no failure")
}

func TestWantedAgainAfterCancel(t *testing.T) {
	h := newHost(t, serving(pngOf(t, halves(30, 20))))
	d := newDesk(t, Options{})
	for range 50 {
		d.askFor(h.URL).cancel()
	}
	require.NoError(t, d.get(h.URL).err)
}

func TestFailuresAreRememberedForAWhile(t *testing.T) {
	var well atomic.Bool
	pic := pngOf(t, halves(30, 20))
	h := newHost(t, func(w http.ResponseWriter, _ *http.Request) {
		if !well.Load() {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		_, _ = w.Write(pic)
	})
	d := newDesk(t, Options{})
	require.Error(t, d.get(h.URL).err)
	again := d.askFor(h.URL)
	assert.True(t, again.done(), "told at once")
	assert.Equal(t, 1, h.asked(), "and not asked again")

	well.Store(true)
	d.ForgetFailures()
	require.NoError(t, d.get(h.URL).err)

	old := newDesk(t, Options{FailureAge: time.Nanosecond})
	well.Store(false)
	require.Error(t, old.get(h.URL).err)
	well.Store(true)
	require.NoError(t, old.get(h.URL).err, "forgotten by itself")
}

func TestBadAddressFailsAlone(t *testing.T) {
	d := newDesk(t, Options{})
	require.ErrorIs(t, d.get("http://media.example/a").err, ErrAddress)
}

func TestFetchesPerHostAreBounded(t *testing.T) {
	gate := make(chan struct{})
	pic := pngOf(t, halves(8, 8))
	slow := newHost(t, func(w http.ResponseWriter, _ *http.Request) {
		<-gate
		_, _ = w.Write(pic)
	})
	quick := newHost(t, serving(pic))
	d := newDesk(t, Options{})
	var all []*seen
	for i := range 50 {
		all = append(all, d.askFor(fmt.Sprintf("%s/%d", slow.URL, i)))
	}
	d.until(func() bool { return slow.busy() == fetchesPerHost })
	require.NoError(t, d.get(quick.URL).err, "a slow host holds up no other")
	close(gate)
	for _, s := range all {
		d.until(s.done)
		require.NoError(t, s.err)
	}
	assert.Equal(t, fetchesPerHost, slow.most)
}

func TestMemoryIsBounded(t *testing.T) {
	h := newHost(t, serving(pngOf(t, halves(16, 16))))
	const picture = 16 * 16 * 4
	d := newDesk(t, Options{Memory: 10 * picture})
	for i := range 30 {
		require.NoError(t, d.get(fmt.Sprintf("%s/%d", h.URL, i)).err)
		assert.LessOrEqual(t, d.memory.bytes, int64(10*picture))
	}
	assert.Equal(t, 10, d.memory.kept.Len())
	assert.True(t, d.askFor(h.URL+"/29").done())
	gone := d.askFor(h.URL + "/0")
	assert.False(t, gone.done(), "used longest ago")
	gone.cancel()

	large := newDesk(t, Options{Memory: picture})
	require.NoError(t, large.get(h.URL).err)
	assert.Zero(t, large.memory.bytes, "one picture does not push out all others")
}

func TestMemoryCountsAPictureOnce(t *testing.T) {
	m := newMemory(1 << 20)
	img := image.NewRGBA(image.Rect(0, 0, 10, 10))
	m.add(key{url: "a"}, img)
	m.add(key{url: "a"}, img)
	assert.Equal(t, int64(400), m.bytes)
}

func TestCloseEndsAll(t *testing.T) {
	h := newHost(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	d := newDesk(t, Options{Folder: t.TempDir()})
	var all []*seen
	for i := range 40 {
		all = append(all, d.askFor(fmt.Sprintf("%s/%d", h.URL, i)))
	}
	d.until(func() bool { return h.busy() > 0 })
	require.NoError(t, d.Close())
	late := d.askFor(h.URL)
	for len(d.queue) > 0 {
		(<-d.queue)()
	}
	for _, s := range append(all, late) {
		assert.Empty(t, s.finals, "told after Close")
		s.cancel()
	}
}

func TestDevicePixels(t *testing.T) {
	for _, c := range []struct {
		units, scale float32
		want         int
	}{
		{40, 1, 40}, {40, 1.5, 60}, {33.333332, 1.5, 50}, {10.2, 1, 11}, {0.001, 1, 1}, {0, 2, 0}, {-5, 1, 0}, {40, 0, 40}, {1e9, 2, maxEdge},
	} {
		assert.Equal(t, c.want, devicePixels(c.units, c.scale), "%v × %v", c.units, c.scale)
	}
}
