package screens

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/feed"
	"mejiro/widgets/look"
	"mejiro/widgets/note"
)

// Gallery shows whatever MFM can be, drawn as in notes, with what was written
// for it below.
type Gallery struct {
	env     *note.Env
	actions note.Actions
	feed    *feed.Feed
	object  fyne.CanvasObject
	rows    []galleryRow
	sheets  map[string]*note.Sheet // of rows, laid out for width
	width   float32
}

// keptGallerySheets bounds the sheets kept; more than any screen shows at once.
const keptGallerySheets = 96

// NewGallery shows the gallery as the account of env sees it, at a desk that
// leaves it by the Escape key. leave is called when the reader has seen enough.
func NewGallery(env *note.Env, desk PlainDesk, leave func()) *Gallery {
	g := &Gallery{env: env, actions: galleryActions{env: env, desk: desk}, rows: galleryRows(galleryGroups())}
	g.feed = feed.New(g)
	g.feed.OnKey = desk.TypedKey
	ids := make([]string, len(g.rows))
	for i := range ids {
		ids[i] = strconv.Itoa(i)
	}
	g.feed.SetIDs(ids)
	title := widget.NewLabelWithStyle(lang.L("gallery.title"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	closing := widgets.NewIconButton(look.IconClose, lang.L("common.close"), leave)
	bar := container.NewBorder(nil, widgets.NewHairline(), nil, container.NewPadded(closing), title)
	g.object = container.NewStack(widgets.NewGround(look.ColorBackground, 0),
		container.NewBorder(container.NewStack(widgets.NewGround(look.ColorPanel, 0), bar), nil, nil, nil, g.feed))
	return g
}

// Object is what to show.
func (g *Gallery) Object() fyne.CanvasObject { return g.object }

// Feed is the list itself, for the keyboard.
func (g *Gallery) Feed() *feed.Feed { return g.feed }

// Close lets go of pictures that are on their way.
func (g *Gallery) Close() { g.feed.SetIDs(nil) }

// Height implements feed.Rows.
func (g *Gallery) Height(id string, width float32) float32 { return g.sheet(id, width).Size.Height }

// Kind implements feed.Rows.
func (g *Gallery) Kind(string) string { return kindRow }

// Bind implements feed.Rows.
func (g *Gallery) Bind(id string, view fyne.CanvasObject) fyne.CanvasObject {
	card, ok := view.(*note.Card)
	if !ok {
		card = note.NewCard(g.env, g.actions)
	}
	card.OnReshape = func() {
		delete(g.sheets, id)
		g.feed.Invalidate(id)
	}
	card.Scroller = g.feed
	card.SetNote(note.Value{Note: misskey.Note{ID: misskey.NoteID(id)}}, g.sheet(id, g.feed.Size().Width))
	return card
}

// Release implements feed.Releaser.
func (g *Gallery) Release(_ string, view fyne.CanvasObject) {
	if card, ok := view.(*note.Card); ok {
		card.Release()
	}
}

// sheet is a row laid out for width.
func (g *Gallery) sheet(id string, width float32) *note.Sheet {
	if width != g.width || len(g.sheets) >= keptGallerySheets {
		g.width, g.sheets = width, map[string]*note.Sheet{}
	}
	s := g.sheets[id]
	if i, err := strconv.Atoi(id); s == nil && err == nil {
		s = g.rows[i].lay(g.env, width)
		g.sheets[id] = s
	}
	return s
}

// galleryActions follow links and copy what is selected; rows hold nothing else
// that can be pressed.
type galleryActions struct {
	note.Actions
	env  *note.Env
	desk PlainDesk
}

// More implements note.Actions.
func (a galleryActions) More(_ misskey.Note, at fyne.CanvasObject, pos fyne.Position) {
	if items := copyItems(a.desk, at); len(items) > 0 {
		a.desk.Menu(fyne.NewMenu("", items...), at, pos)
	}
}

// OpenLink implements note.Actions.
func (a galleryActions) OpenLink(target string) {
	if a.env.Follow != nil {
		a.env.Follow(target)
	}
}
