//go:build e2e && linux

package e2e

import (
	"image"
	"net"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskeytest"
)

// openGallery opens the gallery by the settings.
func (a *app) openGallery() {
	a.t.Helper()
	moment := a.now()
	area := a.area()
	a.click(area.Min.Add(image.Pt(28, area.Dy()/a.scale-60).Mul(a.scale)), 1)
	a.since(moment, "the settings", inScreen("settings"))
	a.press("shift+Tab", "shift+Tab", "space") // back over Close
	a.since(moment, "the gallery", inScreen("gallery"))
}

// turnPage scrolls on by a page and tells whether there was more.
func (a *app) turnPage() bool {
	a.t.Helper()
	area := a.area()
	before := a.grab(area)
	changed := func() bool { return differing(before, a.grab(area)) > area.Dx()*area.Dy()/200 }
	a.press("Next")
	if looking(time.Second, 50*time.Millisecond, changed) {
		return true
	}
	for range 2 { // it may be busy with what comes
		a.drawsOn()
	}
	return changed()
}

// drawsOn waits until the program has drawn, or could have, for a while.
func (a *app) drawsOn() {
	a.t.Helper()
	a.since(a.now(), "it goes on drawing", func(e entry) bool { return e.What == "frames" })
}

// outside counts who would go out into the world: it stands where a proxy for
// all but the loopback would.
func (d *desktop) outside() *atomic.Int32 {
	d.t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(d.t, err)
	var count atomic.Int32
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			count.Add(1)
			_ = conn.Close()
		}
	}()
	d.t.Cleanup(func() {
		_ = listener.Close()
		<-done
	})
	address := "http://" + listener.Addr().String()
	d.env = append(d.env, "HTTP_PROXY="+address, "HTTPS_PROXY="+address)
	return &count
}

func TestGalleryIsReadToItsEnd(t *testing.T) {
	const slowest = 10_000 // ms, of a frame with the race detector
	server := misskeytest.Start(t, misskeytest.Options{Notes: 5})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	outside := d.outside()
	ids := d.signIn(server, me)
	set := settingsOf(columns(ids[0], "home"))
	set.ReduceMotion = true // every picture stands still
	a := d.start(start{settings: set})
	a.listed("rows", "home")
	await(t, "the columns are subscribed", func() bool { return len(server.Subscriptions(me)) == 2 })
	a.settled(a.area())
	server.ForgetRequests()
	moment := a.now()
	a.openGallery()
	pages := 0
	for a.turnPage() {
		pages++
		a.drawsOn()
		require.Less(t, pages, 200, "the gallery ends somewhere")
	}
	assert.Greater(t, pages, 10)
	keep(t, "gallery-end", a.settled(a.area()))
	ms := a.frames(moment)
	t.Logf("%d pages, frames p50 %.0f ms, p95 %.0f ms, slowest %.0f ms", pages, quantile(ms, 0.5), quantile(ms, 0.95), slices.Max(ms))
	assert.Less(t, slices.Max(ms), float64(slowest))
	a.press("Home")
	moment = a.now()
	a.press("Escape")
	a.since(moment, "the deck again", inScreen("deck"))
	assertFetched(t, server)
	assert.Zero(t, outside.Load(), "somebody else was asked for something")
	a.quit()
}

// assertFetched wants nothing to be asked for but pictures of emoji and people
// by names without anything odd.
func assertFetched(t *testing.T, server *misskeytest.Server) {
	t.Helper()
	for _, r := range server.Requests() {
		assert.NotContains(t, []string{"notes/create", "i", "url", "ap/show"}, r.Endpoint)
	}
	fetched := server.Fetched()
	assert.NotEmpty(t, fetched)
	for _, path := range fetched {
		assert.Regexp(t, `^/(files/[\w.-]+|twemoji/[0-9a-f-]+\.svg|emoji/[\w+-]+\.webp|avatar/@[\w.-]+(@[\w.-]+)?|identicon/[\w.@:-]+|static-assets/user-unknown\.png|proxy/(\w+\.webp|avatar/[\w%.-]+))(\?[\w=&%.:/-]*)?$`, path)
		assert.NotContains(t, path, "..")
	}
}

func TestGalleryMovesAndGoesOnDrawing(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 5})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home")
	a.openGallery()
	a.press("End") // in the middle of what is meant to do harm
	for range 8 {
		a.press("Prior")
		a.drawsOn()
	}
	a.press("Escape")
	a.quit()
}
