package screens

import (
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/data/binding"
	"fyne.io/fyne/v2/lang"

	"mejiro/app/store"
	"mejiro/widgets"
	"mejiro/widgets/feed"
	"mejiro/widgets/look"
	"mejiro/widgets/note"
)

const (
	gapHeight    = 44
	footerHeight = 48
	kindGap      = "gap"
	kindRow      = "row"
	footerRow    = "footer:"
)

// rowSource draws the rows of a list.
type rowSource interface {
	rowHeight(row string, width float32) float32
	bindRow(row string, width float32, view fyne.CanvasObject) fyne.CanvasObject
	releaseRow(row string, view fyne.CanvasObject)
}

// listIntents are what a list asks for.
type listIntents struct{ retry, older func() }

// list is a feed with its four states, a footer and the pill that tells of
// new rows above.
type list struct {
	feed    *feed.Feed
	source  rowSource
	intents listIntents
	state   *widgets.StateView
	pill    *widgets.Pill
	object  *fyne.Container
	status  store.Status
	rows    []string
	views   map[string]fyne.CanvasObject
	listed  func(Listing) // may be nil
}

// Listing is what a list shows now, for a trace.
type Listing struct {
	Rows  []string
	State string // "rows", "loading", "empty" or "failed"; "offline" for rows that may be old
	Says  string // why it failed
}

func newList(source rowSource, intents listIntents) *list {
	l := &list{source: source, intents: intents, views: map[string]fyne.CanvasObject{}}
	l.feed = feed.New(l)
	l.state = widgets.NewStateView(intents.retry)
	l.pill = widgets.NewPill(func() { l.feed.ScrollToTop() })
	l.pill.Hide()
	l.feed.OnNearEnd = intents.older
	l.feed.OnAboveChanged = l.showAbove
	l.object = container.NewStack(l.feed, l.state, container.New(pillLayout{}, l.pill))
	return l
}

// Object is what to show.
func (l *list) Object() fyne.CanvasObject { return l.object }

// Feed is the list itself, for the keyboard.
func (l *list) Feed() *feed.Feed { return l.feed }

// listen shows what a list of the store holds until stop. A binding may tell
// of what changed before stop after it; that is not shown any more.
func listen[ID ~string](l *list, entries *store.List[ID]) (stop func()) {
	over := false
	changed := binding.NewDataListener(func() {
		if !over {
			l.rows, l.status = entries.All(), entries.State()
			l.show()
		}
	})
	entries.Rows.AddListener(changed)
	entries.Status.AddListener(changed)
	remove := entries.AddReader(l.place)
	return func() {
		over = true
		remove()
		entries.Rows.RemoveListener(changed)
		entries.Status.RemoveListener(changed)
	}
}

// place is the row at the top of what is seen.
func (l *list) place() string {
	row, _ := l.feed.Place()
	return row
}

func (l *list) show() {
	ids := l.rows
	if len(ids) > 0 {
		ids = append(append(make([]string, 0, len(ids)+1), ids...), l.footer())
	}
	l.feed.SetIDs(ids)
	listing := Listing{Rows: l.rows}
	listing.State, listing.Says = l.showState()
	if l.listed != nil {
		l.listed(listing)
	}
}

// showState shows and names the state of the list.
func (l *list) showState() (state, says string) {
	switch {
	case len(l.rows) > 0:
		l.state.ShowReady(l.status.Offline)
		if l.status.Offline {
			return "offline", ""
		}
		return "rows", ""
	case l.status.Phase == store.Failed:
		says = Sentence(l.status.Err)
		l.state.ShowError(says)
		return "failed", says
	case l.status.Phase == store.Loading:
		l.state.ShowLoading()
		return "loading", ""
	}
	l.state.ShowEmpty(lang.L("deck.empty"), lang.L("deck.empty.hint"))
	return "empty", ""
}

// footer is the last row. Its key tells its state, so that another state is
// another row.
func (l *list) footer() string {
	switch {
	case l.status.AtEnd:
		return footerRow + "end"
	case l.status.Older == store.Failed:
		return footerRow + "failed"
	}
	return footerRow + "loading"
}

func (l *list) showAbove(n int) {
	if n == 0 {
		l.pill.Hide()
		return
	}
	l.pill.SetText(lang.N("deck.new", n, map[string]any{"N": n}))
	l.pill.Show()
}

// shown are the rows that have a view now.
func (l *list) shown() []string { return slices.Collect(maps.Keys(l.views)) }

// Height implements feed.Rows.
func (l *list) Height(row string, width float32) float32 {
	if isFooter(row) {
		return footerHeight
	}
	return l.source.rowHeight(row, width)
}

// Bind implements feed.Rows.
func (l *list) Bind(row string, view fyne.CanvasObject) fyne.CanvasObject {
	if isFooter(row) {
		return l.bindFooter(row, view)
	}
	view = l.source.bindRow(row, l.feed.Size().Width, view)
	if card, ok := view.(*note.Card); ok {
		card.Scroller = l.feed
	}
	l.views[row] = view
	return view
}

// Release implements feed.Releaser.
func (l *list) Release(row string, view fyne.CanvasObject) {
	delete(l.views, row)
	if !isFooter(row) {
		l.source.releaseRow(row, view)
	}
}

// Kind implements feed.Rows.
func (l *list) Kind(row string) string {
	if isFooter(row) {
		return feed.KindFooter
	}
	if _, gap := store.RowID[string](row); gap {
		return kindGap
	}
	return kindRow
}

func isFooter(row string) bool { return len(row) > len(footerRow) && row[:len(footerRow)] == footerRow }

func (l *list) bindFooter(row string, view fyne.CanvasObject) fyne.CanvasObject {
	line, ok := view.(*widgets.Line)
	if !ok {
		line = widgets.NewLine()
	}
	switch row {
	case footerRow + "end":
		line.Set(lang.L("deck.end"), "", nil)
	case footerRow + "failed":
		line.Set(lang.L("deck.olderFailed"), lang.L("common.retry"), l.intents.older)
	default:
		line.Set(lang.L("common.loading"), "", nil)
	}
	return line
}

// gap is the row where notes are missing.
func (l *list) gap(view fyne.CanvasObject, span time.Duration, load func()) fyne.CanvasObject {
	line, ok := view.(*widgets.Line)
	if !ok {
		line = widgets.NewLine()
	}
	text := lang.L("deck.gap")
	if span >= time.Minute {
		text = lang.L("deck.gapOf", map[string]any{"Span": spanText(span)})
	}
	line.Set(text, lang.L("deck.gap.load"), load)
	return line
}

func spanText(d time.Duration) string {
	if hours := int(d.Round(time.Hour) / time.Hour); hours >= 2 {
		return lang.N("deck.hours", hours, map[string]any{"N": hours})
	}
	minutes := int(d.Round(time.Minute) / time.Minute)
	return lang.N("deck.minutes", minutes, map[string]any{"N": minutes})
}

// pillLayout hangs the pill at the top, in the middle.
type pillLayout struct{}

func (pillLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(o.MinSize())
		o.Move(fyne.NewPos((size.Width-o.MinSize().Width)/2, look.Space2))
	}
}

func (pillLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
