//go:build e2e && linux

package e2e

import (
	"image"
	"net/url"

	"github.com/jezek/xgb/xproto"
)

// drag is one file on its way into a window by the XDND protocol, version 5,
// as a file manager would bring it.
type drag struct {
	*desktop
	source xproto.Window
	target xproto.Window
	list   string // text/uri-list
}

// drop drags a file to a place in a window and lets go, and gives whether the
// window said that it took it.
func (d *desktop) drop(target xproto.Window, at image.Point, path string) bool {
	d.t.Helper()
	file := url.URL{Scheme: "file", Path: path}
	g := &drag{desktop: d, target: target, list: file.String() + "\r\n"}
	g.source = d.newWindow("drag source")
	defer xproto.DestroyWindow(d.x, g.source)
	d.activate(target)
	own := xproto.SetSelectionOwnerChecked(d.x, g.source, d.atom("XdndSelection"), xproto.TimeCurrentTime)
	if err := own.Check(); err != nil {
		d.t.Fatal(err)
	}
	uris := uint32(d.atom("text/uri-list"))
	g.tell("XdndEnter", 5<<24, uris, 0, 0)
	copying := uint32(d.atom("XdndActionCopy"))
	g.tell("XdndPosition", 0, uint32(at.X)<<16|uint32(at.Y), xproto.TimeCurrentTime, copying)
	if g.answer("XdndStatus")&1 == 0 {
		return false
	}
	g.tell("XdndDrop", 0, xproto.TimeCurrentTime, 0, 0)
	return g.answer("XdndFinished") != 0 // GLFW gives a length where a flag is meant
}

// tell sends a message of the protocol to the target.
func (g *drag) tell(what string, data ...uint32) {
	g.t.Helper()
	event := xproto.ClientMessageEvent{
		Format: 32, Window: g.target, Type: g.atom(what),
		Data: xproto.ClientMessageDataUnionData32New(append([]uint32{uint32(g.source)}, data...)),
	}
	if err := xproto.SendEventChecked(g.x, false, g.target, 0, string(event.Bytes())).Check(); err != nil {
		g.t.Fatalf("%s: %v", what, err)
	}
}

// answer waits for a message of the target, handing out the file's address
// meanwhile, and gives its flags.
func (g *drag) answer(what string) uint32 {
	g.t.Helper()
	var flags uint32
	await(g.t, "the window answers "+what, func() bool {
		event, err := g.x.PollForEvent()
		if err != nil {
			g.t.Fatal(err)
		}
		switch e := event.(type) {
		case xproto.SelectionRequestEvent:
			g.handOut(e)
		case xproto.ClientMessageEvent:
			if e.Type == g.atom(what) {
				flags = e.Data.Data32[1]
				return true
			}
		}
		return false
	})
	return flags
}

// handOut answers a request for the selection.
func (g *drag) handOut(e xproto.SelectionRequestEvent) {
	xproto.ChangeProperty(g.x, xproto.PropModeReplace, e.Requestor, e.Property, e.Target, 8, uint32(len(g.list)), []byte(g.list))
	notice := xproto.SelectionNotifyEvent{
		Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property,
	}
	xproto.SendEvent(g.x, false, e.Requestor, 0, string(notice.Bytes()))
}
