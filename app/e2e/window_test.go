//go:build e2e && linux

package e2e

import (
	"encoding/binary"
	"image"
	"strings"

	"github.com/jezek/xgb/xproto"
)

// atom is the number X has for a name.
func (d *desktop) atom(name string) xproto.Atom {
	if a, ok := d.atoms[name]; ok {
		return a
	}
	reply, err := xproto.InternAtom(d.x, false, uint16(len(name)), name).Reply()
	if err != nil {
		d.t.Fatalf("X: %v", err)
	}
	d.atoms[name] = reply.Atom
	return reply.Atom
}

// property is a window's property, nil when it has none or is gone.
func (d *desktop) property(w xproto.Window, name string) []byte {
	const most = 1 << 16
	reply, err := xproto.GetProperty(d.x, false, w, d.atom(name), xproto.GetPropertyTypeAny, 0, most).Reply()
	if err != nil {
		return nil
	}
	return reply.Value
}

// windows are the windows the window manager shows, oldest first.
func (d *desktop) windows() []xproto.Window {
	return windowsIn(d.property(d.screen.Root, "_NET_CLIENT_LIST"))
}

// active is the window that has the keyboard, 0 for none.
func (d *desktop) active() xproto.Window {
	if found := windowsIn(d.property(d.screen.Root, "_NET_ACTIVE_WINDOW")); len(found) > 0 {
		return found[0]
	}
	return 0
}

func windowsIn(data []byte) []xproto.Window {
	var all []xproto.Window
	for ; len(data) >= 4; data = data[4:] {
		all = append(all, xproto.Window(binary.LittleEndian.Uint32(data)))
	}
	return all
}

// named is the window with a title, 0 when there is none.
func (d *desktop) named(title string) xproto.Window {
	for _, w := range d.windows() {
		if strings.TrimRight(string(d.property(w, "_NET_WM_NAME")), "\x00") == title {
			return w
		}
	}
	return 0
}

// area is where a window is on the screen, without its frame.
func (d *desktop) area(w xproto.Window) image.Rectangle {
	d.t.Helper()
	size, err := xproto.GetGeometry(d.x, xproto.Drawable(w)).Reply()
	if err != nil {
		d.t.Fatalf("the window is gone: %v", err)
	}
	at, err := xproto.TranslateCoordinates(d.x, w, d.screen.Root, 0, 0).Reply()
	if err != nil {
		d.t.Fatalf("the window is gone: %v", err)
	}
	corner := image.Pt(int(at.DstX), int(at.DstY))
	return image.Rectangle{corner, corner.Add(image.Pt(int(size.Width), int(size.Height)))}
}

// askManager asks the window manager to do something with a window.
func (d *desktop) askManager(w xproto.Window, what string, data ...uint32) {
	d.t.Helper()
	full := make([]uint32, 5)
	copy(full, data)
	event := xproto.ClientMessageEvent{
		Format: 32, Window: w, Type: d.atom(what), Data: xproto.ClientMessageDataUnionData32New(full),
	}
	const mask = xproto.EventMaskSubstructureNotify | xproto.EventMaskSubstructureRedirect
	err := xproto.SendEventChecked(d.x, false, d.screen.Root, mask, string(event.Bytes())).Check()
	if err != nil {
		d.t.Fatalf("%s: %v", what, err)
	}
}

// closeWindow presses the window's close button, so to speak.
func (d *desktop) closeWindow(w xproto.Window) {
	d.t.Helper()
	d.askManager(w, "_NET_CLOSE_WINDOW", 0, 2)
}

// activate brings a window to the front and waits until it has the keyboard.
func (d *desktop) activate(w xproto.Window) {
	d.t.Helper()
	d.askManager(w, "_NET_ACTIVE_WINDOW", 2)
	await(d.t, "the window has the keyboard", func() bool { return d.active() == w })
}

// newWindow shows an empty window of the test's own.
func (d *desktop) newWindow(title string) xproto.Window {
	d.t.Helper()
	w, err := xproto.NewWindowId(d.x)
	if err != nil {
		d.t.Fatal(err)
	}
	xproto.CreateWindow(d.x, d.screen.RootDepth, w, d.screen.Root, 0, 0, 400, 300, 0,
		xproto.WindowClassInputOutput, d.screen.RootVisual, xproto.CwBackPixel, []uint32{0xffffff})
	xproto.ChangeProperty(d.x, xproto.PropModeReplace, w, d.atom("_NET_WM_NAME"), d.atom("UTF8_STRING"), 8,
		uint32(len(title)), []byte(title))
	xproto.MapWindow(d.x, w)
	await(d.t, "the window "+title+" is shown", func() bool { return d.named(title) == w })
	return w
}
