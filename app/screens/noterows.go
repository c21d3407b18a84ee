package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/data/binding"

	"mejiro/api/misskey"
	"mejiro/app/session"
	"mejiro/widgets/note"
)

// noteRows draws rows that are notes: it lays them out, binds cards to them
// and follows the notes that are shown.
type noteRows struct {
	session *session.Session
	env     *note.Env
	actions note.Actions
	// changed is told that a shown row looks different now.
	changed func(row string)
	// layRow lays out a row that is more than its note; nil lays out the note.
	layRow func(row string, width float32) (note.Value, *note.Sheet)
	// drawn, when set, gives an object that tells of its row being drawn.
	drawn func(id misskey.NoteID) fyne.CanvasObject

	// later is told of a row that changed while it was out of sight.
	later func(row string)

	open    map[misskey.NoteID]note.Open
	sheets  map[string]sheet
	heights map[string]float32 // of the rows as they were measured last
	follows map[string]*follow
}

// sheet is a row laid out, kept from measuring it to binding it.
type sheet struct {
	width float32
	value note.Value
	sheet *note.Sheet
}

const (
	// keptSheets bounds the sheets kept; more than any screen shows at once.
	keptSheets = 96
	// keptHeights bounds the heights kept; a row whose height is forgotten is
	// measured once too often.
	keptHeights = 20_000
)

func newNoteRows(s *session.Session, env *note.Env, changed, later func(row string)) *noteRows {
	return &noteRows{
		session: s, env: env, changed: changed, later: later,
		open:    map[misskey.NoteID]note.Open{},
		sheets:  map[string]sheet{},
		heights: map[string]float32{},
		follows: map[string]*follow{},
	}
}

// height measures the row of note id.
func (r *noteRows) height(row string, id misskey.NoteID, width float32) float32 {
	h := r.lay(row, id, width).sheet.Size.Height
	if len(r.heights) >= keptHeights {
		clear(r.heights)
	}
	r.heights[row] = h
	return h
}

// lay lays out the row of note id. A note that is gone has an empty sheet.
func (r *noteRows) lay(row string, id misskey.NoteID, width float32) sheet {
	if s, ok := r.sheets[row]; ok && s.width == width {
		return s
	}
	if len(r.sheets) >= keptSheets {
		clear(r.sheets)
	}
	s := sheet{width: width, sheet: &note.Sheet{}}
	if r.layRow != nil {
		s.value, s.sheet = r.layRow(row, width)
	} else if n, ok := r.session.Notes.Note(id); ok {
		s.value = note.Value{Note: n, Open: r.open[id]}
		s.sheet = note.Lay(s.value, r.env, width)
	}
	r.sheets[row] = s
	return s
}

// bind shows a row in view, or in a new card, and follows its note.
func (r *noteRows) bind(row string, id misskey.NoteID, width float32, view fyne.CanvasObject) *note.Card {
	card, ok := view.(*note.Card)
	if !ok {
		card = note.NewCard(r.env, r.actions)
		card.Mark = r.drawn
	}
	card.OnReshape = func() {
		r.forget(row)
		r.changed(row)
	}
	s := r.lay(row, id, width)
	card.SetNote(s.value, s.sheet)
	if id != "" && r.follows[row] == nil {
		r.follows[row] = r.follow(row, id)
		if r.heights[row] != s.sheet.Size.Height {
			r.later(row)
		}
	}
	return card
}

// release ends what bind began.
func (r *noteRows) release(row string) {
	if f := r.follows[row]; f != nil {
		f.end()
		delete(r.follows, row)
	}
	r.forget(row) // nobody tells of its changes any more
}

// forget drops what was laid out, for another theme, language or time.
func (r *noteRows) forget(rows ...string) {
	if len(rows) == 0 {
		clear(r.sheets)
	}
	for _, row := range rows {
		delete(r.sheets, row)
	}
}

// shown are the rows that have a view now.
func (r *noteRows) shown() []string {
	rows := make([]string, 0, len(r.follows))
	for row := range r.follows {
		rows = append(rows, row)
	}
	return rows
}

func (r *noteRows) setOpen(id misskey.NoteID, open note.Open) { r.open[id] = open }

// follow listens to the notes one row is made of.
type follow struct {
	session  *session.Session
	target   misskey.NoteID
	ids      []misskey.NoteID
	items    []binding.DataItem
	listener binding.DataListener
	unheard  int // first words of bindings, which every new listener gets
	over     bool
}

func (r *noteRows) follow(row string, id misskey.NoteID) *follow {
	f := &follow{session: r.session, target: id, ids: []misskey.NoteID{id}}
	if n, ok := r.session.Notes.Note(id); ok {
		f.target = n.Target().ID
		for _, inner := range []*misskey.Note{n.Renote, n.Reply} {
			if inner != nil {
				f.ids = append(f.ids, inner.ID)
			}
		}
	}
	f.unheard = len(f.ids)
	f.listener = binding.NewDataListener(func() {
		if f.unheard > 0 {
			f.unheard--
			return
		}
		if !f.over {
			r.forget(row)
			r.changed(row)
		}
	})
	for _, id := range f.ids {
		item := r.session.Notes.Watch(id)
		item.AddListener(f.listener)
		f.items = append(f.items, item)
	}
	r.session.Watch(f.target)
	return f
}

func (f *follow) end() {
	f.over = true
	for i, item := range f.items {
		item.RemoveListener(f.listener)
		f.session.Notes.Unwatch(f.ids[i])
	}
	f.session.Unwatch(f.target)
}
