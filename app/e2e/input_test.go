//go:build e2e && linux

package e2e

import (
	"image"
	"strconv"

	"github.com/jezek/xgb/xproto"
)

// press presses keys one after another, named as X names them: "n",
// "ctrl+Return", "Escape".
func (d *desktop) press(keys ...string) {
	d.t.Helper()
	d.xdotool(append([]string{"key", "--clearmodifiers", "--delay", "30"}, keys...)...)
}

// write types a text.
func (d *desktop) write(text string) {
	d.t.Helper()
	d.xdotool("type", "--clearmodifiers", "--delay", "12", "--", text)
}

// paste puts a text that no key types on the clipboard and presses Ctrl+V.
func (d *desktop) paste(text string) {
	d.t.Helper()
	launch(d.t, program{
		path: "xclip", args: []string{"-quiet", "-selection", "clipboard", "-in"}, env: d.env, stdin: text,
	})
	clipboard := d.atom("CLIPBOARD")
	await(d.t, "the text is on the clipboard", func() bool {
		owner, err := xproto.GetSelectionOwner(d.x, clipboard).Reply()
		return err == nil && owner.Owner != xproto.WindowNone
	})
	d.press("ctrl+v")
}

// point moves the mouse to a place on the screen.
func (d *desktop) point(at image.Point) {
	d.t.Helper()
	d.xdotool("mousemove", strconv.Itoa(at.X), strconv.Itoa(at.Y))
}

// click presses a mouse button at a place on the screen: 1 is the left one, 3
// the right one.
func (d *desktop) click(at image.Point, button int) {
	d.t.Helper()
	d.xdotool("mousemove", strconv.Itoa(at.X), strconv.Itoa(at.Y), "click", strconv.Itoa(button))
}

func (d *desktop) xdotool(args ...string) {
	d.t.Helper()
	run(d.t, program{path: "xdotool", args: args, env: d.env})
}
