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

// copied waits until a text is on the clipboard.
func (d *desktop) copied(text string) {
	d.t.Helper()
	await(d.t, "on the clipboard is "+text, func() bool {
		read := launch(d.t, program{path: "xclip", args: []string{"-selection", "clipboard", "-out"}, env: d.env})
		await(d.t, "the clipboard is read", func() bool { return !read.running() })
		return read.stdout.String() == text
	})
}

// drag presses the left mouse button at a place on the screen, moves to
// another by steps, and lets go.
func (d *desktop) drag(from, to image.Point) {
	d.t.Helper()
	const steps = 5
	d.point(from)
	d.xdotool("mousedown", "1")
	for i := range steps {
		d.point(from.Add(to.Sub(from).Mul(i + 1).Div(steps)))
	}
	d.xdotool("mouseup", "1")
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
