package note

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Card shows one Sheet at a time.
type Card struct {
	widget.BaseWidget

	// OnTapped is called when the card is tapped beside everything that can
	// be pressed; nil ignores it.
	OnTapped func()
	// OnReshape is called when a picture in the text came in another shape
	// than the place it was given, so that laying out again pays; may be nil.
	OnReshape func()
	// Mark, when set, makes an object to be drawn with each note, which tells
	// that it was.
	Mark func(id misskey.NoteID) fyne.CanvasObject

	env     *Env
	actions Actions
	value   Value
	sheet   *Sheet

	boxes    pool[*canvas.Rectangle]
	pictures pool[*widgets.Picture]
	covers   pool[*canvas.Rectangle]
	avatars  pool[*widgets.Avatar]
	badges   pool[*canvas.Rectangle]
	grounds  pool[*zone]
	texts    pool[*flow.View]
	icons    pool[*widget.Icon]
	zones    pool[*zone]
	objects  []fyne.CanvasObject
}

var (
	_ fyne.Tappable          = (*Card)(nil)
	_ fyne.SecondaryTappable = (*Card)(nil)
)

// NewCard returns an empty card of the account env belongs to.
func NewCard(env *Env, actions Actions) *Card {
	c := &Card{env: env, actions: actions, sheet: &Sheet{}}
	c.ExtendBaseWidget(c)
	return c
}

// SetNote puts a note, laid out by Lay with the card's own Env, in place of what
// the card showed before.
func (c *Card) SetNote(v Value, s *Sheet) {
	c.value, c.sheet = v, s
	c.objects = c.objects[:0]
	fill(c, &c.boxes, s.Boxes, newBox, showBox)
	fill(c, &c.pictures, s.Pictures, c.newPicture, showPicture)
	fill(c, &c.covers, s.Covers, newBox, showBox)
	fill(c, &c.avatars, s.Avatars, c.newAvatar, showAvatar)
	fill(c, &c.badges, s.Badges, newBox, showBox)
	fill(c, &c.grounds, s.Grounds, c.newZone, (*zone).show)
	fill(c, &c.texts, s.Texts, c.newText, showText)
	fill(c, &c.icons, s.Icons, newIcon, showIcon)
	fill(c, &c.zones, s.Zones, c.newZone, (*zone).show)
	if c.Mark != nil && v.Note.ID != "" {
		mark := c.Mark(v.Note.ID)
		mark.Resize(fyne.NewSize(1, 1))
		c.objects = append(c.objects, mark)
	}
	c.Refresh()
}

// Value is what the card shows.
func (c *Card) Value() Value { return c.value }

// Release lets go of pictures that are on their way, for a card that is out
// of sight.
func (c *Card) Release() { c.SetNote(Value{}, &Sheet{}) }

// MinSize is the size of the sheet.
func (c *Card) MinSize() fyne.Size { return c.sheet.Size }

// Tapped implements fyne.Tappable.
func (c *Card) Tapped(*fyne.PointEvent) {
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

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return &cardRenderer{c} }

type cardRenderer struct{ card *Card }

func (r *cardRenderer) Layout(fyne.Size)             {}
func (r *cardRenderer) MinSize() fyne.Size           { return r.card.sheet.Size }
func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.card.objects }
func (r *cardRenderer) Destroy()                     {}
func (r *cardRenderer) Refresh()                     { canvas.Refresh(r.card) }

// pool keeps the objects of one kind; those in use come first.
type pool[O fyne.CanvasObject] struct {
	all  []O
	used int
}

// fill shows items with the pool's objects, makes those that lack and hides
// those left over.
func fill[O fyne.CanvasObject, I any](c *Card, p *pool[O], items []I, create func() O, show func(O, I)) {
	for len(p.all) < len(items) {
		p.all = append(p.all, create())
	}
	for i, item := range items {
		show(p.all[i], item)
		c.objects = append(c.objects, p.all[i])
	}
	var none I
	for i := len(items); i < p.used; i++ {
		show(p.all[i], none)
	}
	p.used = len(items)
}

func newBox() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }

func showBox(r *canvas.Rectangle, b Box) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = named(b.Fill), named(b.Line), 0
	if b.Faint {
		r.FillColor = faded(r.FillColor)
	}
	if b.Line != "" {
		r.StrokeWidth = 1
	}
	r.CornerRadius = b.Radius
	r.Move(b.Pos)
	r.Resize(b.Size)
	r.Refresh()
}

func named(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return look.Color(name)
}

// faded is a colour with 70 % of it gone.
func faded(c color.Color) color.Color {
	n, ok := color.NRGBAModel.Convert(c).(color.NRGBA)
	if !ok {
		return c
	}
	n.A = uint8(int(n.A) * 3 / 10)
	return n
}

func (c *Card) newPicture() *widgets.Picture { return widgets.NewPicture(c.env.Pictures) }

func showPicture(p *widgets.Picture, item Picture) {
	p.CornerRadius = look.RadiusCard
	p.SetRequest(item.Request, item.Alt)
	p.Move(item.Pos)
	p.Resize(item.Size)
}

func (c *Card) newAvatar() *widgets.Avatar { return widgets.NewAvatar(c.env.Pictures) }

func showAvatar(a *widgets.Avatar, item Avatar) {
	a.SetFace(widgets.Face{URL: item.User.AvatarURL, Blurhash: item.User.AvatarBlurhash, Name: item.User.DisplayName()})
	a.Move(item.Pos)
	a.Resize(item.Size)
}

func (c *Card) newText() *flow.View {
	v := flow.NewView(c.env.Pictures)
	v.OnLink = func(l flow.Link) { c.actions.OpenLink(l.Target) }
	v.OnAspect = func(string, float32) {
		if c.OnReshape != nil {
			c.OnReshape()
		}
	}
	return v
}

func showText(v *flow.View, item Text) {
	v.SetLayout(item.Layout)
	v.Move(item.Pos)
	if item.Layout != nil {
		v.Resize(item.Layout.Size())
	}
}

func newIcon() *widget.Icon { return widget.NewIcon(nil) }

func showIcon(i *widget.Icon, item Icon) {
	if item.Name == "" {
		i.SetResource(nil)
		return
	}
	i.SetResource(look.IconIn(item.Name, item.Color))
	i.Move(item.Pos)
	i.Resize(item.Size)
}

func (c *Card) newZone() *zone { return newZone(c) }
