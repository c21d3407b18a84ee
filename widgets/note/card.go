package note

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/motion"
)

// reshapeDelay gathers the pictures of a text that come in another shape.
const reshapeDelay = 60 * time.Millisecond

// Card shows one Sheet at a time.
type Card struct {
	widget.BaseWidget

	// OnTapped is called when the card is tapped beside everything that can
	// be pressed; nil ignores it.
	OnTapped func()
	// OnReshape is called some time after pictures in the text came in other
	// shapes than the places they were given, so that laying out again pays;
	// never while SetNote runs. May be nil.
	OnReshape func()
	// Mark, when set, makes an object to be drawn with each note, which tells
	// that it was.
	Mark func(id misskey.NoteID) fyne.CanvasObject
	// Scroller is what the card is scrolled by while text in it is selected; may be nil.
	Scroller Scroller
	// After is the clock of OnReshape: widgets.AnimationTimer unless set.
	After widgets.Timer

	env     *Env
	actions Actions
	value   Value
	sheet   *Sheet

	governor *motion.Governor // of all that moves in the card

	boxes    pool[Box]
	pictures pool[Picture]
	covers   pool[Box]
	avatars  pool[Avatar]
	badges   pool[Box]
	zones    pool[Zone]
	icons    pool[Icon]
	texts    pool[Text]
	pages    []*flow.Page // of the texts, by their numbers less one
	onPage   []*flow.View // memory for those on one of them
	held     bool         // a press beside all text goes on
	glow     *canvas.Rectangle
	objects  []fyne.CanvasObject

	hot         *zone          // the pointer is on it; nil for none
	tip         widgets.Tipped // of the zones
	stopWaiting func()         // for OnReshape; nil while nothing is to be told
}

var (
	_ fyne.Tappable          = (*Card)(nil)
	_ fyne.SecondaryTappable = (*Card)(nil)
	_ desktop.Hoverable      = (*Card)(nil)
	_ desktop.Mouseable      = (*Card)(nil)
	_ fyne.Draggable         = (*Card)(nil)
)

// NewCard returns an empty card of the account env belongs to.
func NewCard(env *Env, actions Actions) *Card {
	c := &Card{
		After: widgets.AnimationTimer, env: env, actions: actions, governor: env.Governor.Part(), sheet: &Sheet{}, glow: newGlow(),
	}
	c.boxes.create, c.covers.create, c.badges.create = newBox, newBox, newBox
	c.pictures.create = func() part[Picture] { return newPicture(env.Pictures, c.governor) }
	c.avatars.create = func() part[Avatar] { return newPortrait(env.Pictures, c.governor) }
	c.zones.create = func() part[Zone] { return &zone{card: c} }
	c.icons.create = newSign
	c.texts.create = func() part[Text] { return &words{c.newView()} }
	c.tip.ExtendBaseWidget(c)
	c.ExtendBaseWidget(c)
	return c
}

func (c *Card) newView() *flow.View {
	v := flow.NewView(c.env.Pictures)
	v.Governor = c.governor
	v.OnLink = func(l flow.Link) { c.actions.OpenLink(l.Target) }
	v.OnSecondary = func(_ flow.Link, e *fyne.PointEvent) {
		origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
		c.menu(c, e.AbsolutePosition.Subtract(origin))
	}
	v.OnAspect = func(string, float32) { c.reshape() }
	v.OnTapped = func(e *fyne.PointEvent) { c.tapAt(v.Position().Add(e.Position), e) }
	v.OnPressed = func(e *desktop.MouseEvent, down bool) { c.pressAt(v.Position().Add(e.Position), e, down) }
	v.OnTappedSecondary = func(e *fyne.PointEvent) { c.menu(c, v.Position().Add(e.Position)) }
	return v
}

// SetNote puts a note, laid out by Lay with the card's own Env, in place of what
// the card showed before.
func (c *Card) SetNote(v Value, s *Sheet) {
	same := v.Note.ID != "" && v.Note.ID == c.value.Note.ID
	if !same {
		c.settle()
		c.governor.Hovered(false)
	}
	hot, was := c.hot, Zone{}
	if hot != nil {
		was = hot.shown
	}
	c.value, c.sheet = v, s
	c.fill()
	c.turnPages()
	if hot != nil && !(same && hot.shown.like(was)) {
		c.leave()
	}
	canvas.Refresh(c)
}

// fill has the parts show the sheet.
func (c *Card) fill() {
	s, objects := c.sheet, c.objects[:0]
	objects = c.boxes.fill(objects, s.Boxes)
	objects = c.pictures.fill(objects, s.Pictures)
	objects = c.covers.fill(objects, s.Covers)
	objects = c.avatars.fill(objects, s.Avatars)
	objects = c.badges.fill(objects, s.Badges)
	objects = c.zones.fill(objects, s.Zones)
	objects = c.icons.fill(objects, s.Icons)
	objects = c.texts.fill(objects, s.Texts)
	if c.Mark != nil && c.value.Note.ID != "" {
		mark := c.Mark(c.value.Note.ID)
		mark.Resize(fyne.NewSize(1, 1))
		objects = append(objects, mark)
	}
	objects = append(objects, c.glow)
	clear(c.objects[min(len(objects), len(c.objects)):])
	c.objects = objects
}

// Value is what the card shows.
func (c *Card) Value() Value { return c.value }

// Release lets go of pictures that are on their way, for a card that is out
// of sight.
func (c *Card) Release() { c.SetNote(Value{}, &Sheet{}) }

// reshape tells OnReshape soon.
func (c *Card) reshape() {
	if c.stopWaiting != nil || c.OnReshape == nil {
		return
	}
	c.stopWaiting = func() {}
	stop := c.After(reshapeDelay, func() {
		c.stopWaiting = nil
		if c.OnReshape != nil {
			c.OnReshape()
		}
	})
	if c.stopWaiting != nil { // it is not over yet
		c.stopWaiting = stop
	}
}

// settle forgets that OnReshape was to be told.
func (c *Card) settle() {
	if c.stopWaiting != nil {
		c.stopWaiting()
		c.stopWaiting = nil
	}
}

// Sight implements feed.Sighted: nothing moves that cannot be seen.
func (c *Card) Sight(top, bottom float32) {
	c.governor.Rest(bottom <= top)
	for _, p := range c.texts.all[:c.texts.used] {
		if w, ok := p.(*words); ok {
			y := w.view.Position().Y
			w.view.Sight(top-y, bottom-y)
		}
	}
	for _, part := range c.pictures.all[:c.pictures.used] {
		if p, ok := part.(*picture); ok {
			p.governor.Rest(p.item.Pos.Y >= bottom || p.item.bottom() <= top)
		}
	}
}

// MinSize is the size of the sheet.
func (c *Card) MinSize() fyne.Size { return c.sheet.Size }

// Tapped implements fyne.Tappable. A tap beside all text takes away what is selected.
func (c *Card) Tapped(*fyne.PointEvent) {
	if c.env.Selection != nil {
		c.env.Selection.Clear()
	}
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// TappedSecondary opens the note's menu.
func (c *Card) TappedSecondary(e *fyne.PointEvent) { c.menu(c, e.Position) }

func (c *Card) menu(at fyne.CanvasObject, pos fyne.Position) {
	if c.value.Note.ID != "" {
		c.actions.More(c.value.Note, at, pos)
	}
}

// MouseIn implements desktop.Hoverable. Zones and texts with links tell when the pointer is on them.
func (c *Card) MouseIn(*desktop.MouseEvent) { c.governor.Hovered(true) }

// MouseMoved implements desktop.Hoverable: the card may have come under the
// pointer by itself.
func (c *Card) MouseMoved(*desktop.MouseEvent) { c.governor.Hovered(true) }

// MouseOut implements desktop.Hoverable.
func (c *Card) MouseOut() { c.governor.Hovered(false) }

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return &cardRenderer{c} }

type cardRenderer struct{ card *Card }

func (r *cardRenderer) Layout(fyne.Size)             {}
func (r *cardRenderer) MinSize() fyne.Size           { return r.card.sheet.Size }
func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.card.objects }
func (r *cardRenderer) Destroy()                     {}

// Refresh draws the card in the colours of the present theme.
func (r *cardRenderer) Refresh() {
	r.card.fill()
	canvas.Refresh(r.card)
}
