//go:build e2e && linux

package e2e

import (
	"image"
	"strconv"
	"testing"
	"time"

	"mejiro/api/misskeytest"
)

// TestBusyReader does a bit of everything while a server is full of life: what
// it looks for are the complaints that quit and the end of the test look for.
func TestBusyReader(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 200, Life: 100 * time.Millisecond})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home", "notifications", "local", "global")
	for i := range 4 {
		d.press(keyOf(i), "j", "j", "Next", "End", "Prior", "Home", "k")
		a.point(a.column(min(i, 2)).Min.Add(image.Pt(100, 300)))
		d.xdotool("click", "--repeat", "20", "--delay", "15", "5")
		d.press(keyOf(i), "e", "Escape", "m", "Escape", "v", "v", "o", "Escape", "F5", "Left", "Right")
		d.xdotool("windowsize", strconv.Itoa(int(a.window)), strconv.Itoa(700+i*150), strconv.Itoa(500+i*100))
		moment := a.now()
		d.press(keyOf(i), "n")
		a.since(moment, "the form is open", inScreen("postform"))
		d.write("note " + strconv.Itoa(i))
		d.press("ctrl+Return")
		a.since(moment, "the form is closed", inScreen("postform.closed"))
	}
	server.DropSockets()
	d.press("alt+1", "period", "F5")
	await(t, "all channels are open again", func() bool { return len(server.Subscriptions(me)) == 4 })
	a.quit()
}
