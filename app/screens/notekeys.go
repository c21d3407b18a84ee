package screens

import (
	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/widgets/note"
)

// noteKeys are the single keys that act on the note of the focused row.
type noteKeys struct {
	list    *list
	actions *noteActions
	noteOf  func(row string) (misskey.Note, bool)
}

// bind has the list act on the keys, and hand the others on.
func (k noteKeys) bind(desk Desk) {
	under := fyne.NewPos(60, 40) // of a menu, in the card
	acts := map[rune]func(row, n misskey.Note){
		'r': func(_, n misskey.Note) { k.actions.Reply(n) },
		'e': func(_, n misskey.Note) { k.actions.React(n, k.card()) },
		'q': func(_, n misskey.Note) { k.renote(n) },
		'Q': func(_, n misskey.Note) { k.actions.Quote(n) },
		'm': func(row, _ misskey.Note) { k.actions.More(row, k.card(), under) },
		'c': func(_, n misskey.Note) { k.actions.chooseClip(n, k.card(), under) },
		'o': func(_, n misskey.Note) { k.openFirst(n) },
		'v': func(row, _ misskey.Note) { k.unfold(row) },
	}
	acts['+'] = acts['e']
	k.list.feed.OnRune = func(r rune) bool {
		act, bound := acts[r]
		if !bound {
			return desk.TypedRune(r)
		}
		if row, ok := k.focused(); ok {
			act(row, row.Target())
		}
		return true
	}
	k.list.feed.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
			return desk.TypedKey(e)
		}
		row, ok := k.focused()
		if ok {
			k.unfold(row)
		}
		return ok
	}
}

// focused is the note the keyboard acts on, as it stands in the list.
func (k noteKeys) focused() (misskey.Note, bool) { return k.noteOf(k.list.feed.FocusedRow()) }

// card is that of the focused row, or the list.
func (k noteKeys) card() fyne.CanvasObject {
	if view := k.list.views[k.list.feed.FocusedRow()]; view != nil {
		return view
	}
	return k.list.feed
}

func (k noteKeys) renote(n misskey.Note) {
	if s := k.actions.session; n.CanRenote(s.MyID()) && !k.actions.guest() {
		s.Renote(n)
	}
}

func (k noteKeys) openFirst(n misskey.Note) {
	if len(n.Files) > 0 {
		k.actions.OpenFile(n, 0)
	}
}

// unfold opens whatever a note keeps folded, or closes it again.
func (k noteKeys) unfold(row misskey.Note) {
	open := k.actions.rows.open[row.ID]
	all := note.Open{CW: true, Long: true, Results: open.Results, Files: open.Files}
	if open.CW && open.Long {
		all.CW, all.Long = false, false
	}
	k.actions.SetOpen(row, all)
}
