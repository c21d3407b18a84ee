package feed

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// page is the part of the viewport that PageDown and Space go on by.
const page = 0.9

// FocusedRow returns the id of the row that has the focus; empty when none has.
func (f *Feed) FocusedRow() string {
	return f.focusRow
}

// FocusRow gives a row the focus within the feed, without scrolling to it; the empty id takes the focus from whatever row has it. Ids that are not
// in the feed are ignored.
func (f *Feed) FocusRow(id string) {
	if id != "" && !slices.Contains(f.strip.ids, id) {
		return
	}
	f.focusRow = id
	f.placeRing()
	f.tell()
}

// FocusGained implements fyne.Focusable.
func (f *Feed) FocusGained() {
	f.focused = true
	f.placeRing()
}

// FocusLost implements fyne.Focusable.
func (f *Feed) FocusLost() {
	f.focused = false
	f.placeRing()
}

// Tapped implements fyne.Tappable: taps that no row wants give the row under them, and the feed, the focus.
func (f *Feed) Tapped(ev *fyne.PointEvent) {
	for _, at := range f.strip.slots {
		if ev.Position.Y >= at.y && ev.Position.Y < at.y+at.height {
			f.TakeFocus(at.id)
			return
		}
	}
	f.TakeFocus("")
}

// TakeFocus gives the feed the keyboard focus, and a row the focus within it, unless id is empty: for rows that deal with taps themselves.
func (f *Feed) TakeFocus(id string) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && !f.focused {
		c.Focus(f)
	}
	if id != "" {
		f.FocusRow(id)
	}
}

// TypedRune implements fyne.Focusable: j and k move the focus among the rows.
func (f *Feed) TypedRune(r rune) {
	if f.OnRune != nil && f.OnRune(r) {
		return
	}
	switch r {
	case 'j':
		f.next()
	case 'k':
		f.previous()
	}
}

// TypedKey implements fyne.Focusable: the arrows move the focus among the rows; Home, End, PageUp, PageDown and Space scroll.
func (f *Feed) TypedKey(ev *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyDown:
		f.next()
	case fyne.KeyUp:
		f.previous()
	case fyne.KeyHome:
		f.ScrollToTop()
		f.focusAt(0, 1)
	case fyne.KeyEnd:
		f.ScrollToEnd()
		f.focusAt(f.Len()-1, -1)
	case fyne.KeyPageDown:
		f.ease(page * f.size.Height)
	case fyne.KeyPageUp:
		f.ease(-page * f.size.Height)
	case fyne.KeySpace:
		f.space()
	}
}

func (f *Feed) space() {
	dy := page * f.size.Height
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		dy = -dy
	}
	f.ease(dy)
}

// next moves the focus to the row below and scrolls as far as that needs; first it scrolls to the end of a row that is too high for the viewport.
func (f *Feed) next() {
	at, ok := f.focusSlot()
	if !ok {
		f.focusAt(f.strip.firstWhole(), 1)
		f.reveal(1)
		return
	}
	if rest := at.y + at.height - f.size.Height; rest >= 1 && at.y < 1 {
		f.ease(min(rest, page*f.size.Height))
		return
	}
	f.focusAt(at.index+1, 1)
	f.reveal(1)
}

// previous moves the focus to the row above; it is next the other way round.
func (f *Feed) previous() {
	at, ok := f.focusSlot()
	if !ok {
		f.focusAt(f.strip.firstWhole(), 1)
		f.reveal(-1)
		return
	}
	if at.y <= -1 && at.y+at.height > f.size.Height-1 {
		f.ease(max(at.y, -page*f.size.Height))
		return
	}
	f.focusAt(at.index-1, -1)
	f.reveal(-1)
}

// focusSlot returns the row with the focus if it is on the screen, as it will be when what moves has come to rest.
func (f *Feed) focusSlot() (slot, bool) {
	for _, at := range f.strip.slots {
		at.y -= f.glide.left
		if at.id == f.focusRow && at.y+at.height > 0 && at.y < f.size.Height {
			return at, true
		}
	}
	return slot{}, false
}

// focusAt gives row i the focus, or the nearest one in the direction of by that is not hidden.
func (f *Feed) focusAt(i, by int) {
	for ; i >= 0 && i < f.Len(); i += by {
		if f.strip.height(i) > 0 {
			f.FocusRow(f.strip.ids[i])
			return
		}
	}
}

// reveal scrolls as far as is needed to have the row with the focus wholly on the screen; of one that is too high, the edge it is entered by.
func (f *Feed) reveal(by int) {
	i := slices.Index(f.strip.ids, f.focusRow)
	if i < 0 {
		return
	}
	y, height := f.strip.edge(i)-f.glide.left, f.strip.height(i)
	over, under := y, y+height-f.size.Height
	fits := height <= f.size.Height
	switch {
	case !fits && over <= 0 && under >= 0: // fills the viewport
	case fits && over < 0, !fits && by > 0:
		f.ease(over)
	case fits && under > 0, !fits:
		f.ease(under)
	}
}
