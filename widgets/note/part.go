package note

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// part is a canvas object that shows one item of a sheet at a time. The zero
// item leaves nothing behind of the one before.
type part[I any] interface {
	show(item I)
	object() fyne.CanvasObject
}

// pool keeps the parts of one kind; those in use come first.
type pool[I any] struct {
	create func() part[I]
	all    []part[I]
	used   int
}

// fill shows items with the pool's parts, makes those that lack and clears
// those left over. It adds the objects in use to objects.
func (p *pool[I]) fill(objects []fyne.CanvasObject, items []I) []fyne.CanvasObject {
	for len(p.all) < len(items) {
		p.all = append(p.all, p.create())
	}
	for i, item := range items {
		p.all[i].show(item)
		objects = append(objects, p.all[i].object())
	}
	var none I
	for i := len(items); i < p.used; i++ {
		p.all[i].show(none)
	}
	p.used = len(items)
	p.trim()
	return objects
}

// trim gives up parts that only a far larger card would use again.
func (p *pool[I]) trim() {
	const idle = 24
	if most := p.used + idle; len(p.all) > most {
		clear(p.all[most:])
		p.all = p.all[:most]
	}
}

// box is a rectangle.
type box struct{ rectangle *canvas.Rectangle }

func newBox() part[Box] { return &box{canvas.NewRectangle(color.Transparent)} }

func (b *box) object() fyne.CanvasObject { return b.rectangle }

func (b *box) show(item Box) {
	r := b.rectangle
	r.FillColor, r.StrokeColor, r.StrokeWidth = named(item.Fill), named(item.Line), 0
	if item.Own.A != 0 {
		r.FillColor = item.Own
	}
	if item.Line != "" {
		r.StrokeWidth = max(1, item.LineWidth)
	}
	if item.Faint {
		r.FillColor = faded(r.FillColor, barFill)
	}
	if item.Soft {
		r.StrokeColor = faded(r.StrokeColor, 0.5)
	}
	r.CornerRadius, r.TopLeftCornerRadius, r.BottomLeftCornerRadius = item.Radius, 0, 0
	if item.Flat {
		r.CornerRadius, r.TopLeftCornerRadius, r.BottomLeftCornerRadius = 0, item.Radius, item.Radius
	}
	r.Move(item.Pos)
	r.Resize(item.Size)
}

// barFill is what is left of a faint fill.
const barFill = 0.28

func named(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return look.Color(name)
}

// faded is a colour of which a part is left, 0 to 1.
func faded(c color.Color, part float32) color.Color {
	n, ok := color.NRGBAModel.Convert(c).(color.NRGBA)
	if !ok {
		return c
	}
	n.A = uint8(float32(n.A) * part)
	return n
}

// picture is a remote picture.
type picture struct {
	widget   *widgets.Picture
	governor *motion.Governor
	item     Picture
}

func newPicture(from widgets.Pictures, g *motion.Governor) part[Picture] {
	p := &picture{governor: g.Part()}
	p.widget = widgets.NewMovingPicture(from, p.governor)
	p.widget.CornerRadius = look.RadiusCard
	return p
}

func (p *picture) object() fyne.CanvasObject { return p.widget }

func (p *picture) show(item Picture) {
	if item == p.item {
		return
	}
	if item.Request != p.item.Request {
		p.widget.SetRequest(widgets.PictureRequest{}, "") // lest the old one be loaded for the new place
	}
	p.item = item
	p.widget.Move(item.Pos)
	p.widget.Resize(item.Size)
	p.widget.SetRequest(item.Request, item.Alt)
}

// portrait is an avatar.
type portrait struct {
	widget *widgets.Avatar
	place  Place
	face   widgets.Face
}

func newPortrait(from widgets.Pictures, g *motion.Governor) part[Avatar] {
	return &portrait{widget: widgets.NewMovingAvatar(from, g)}
}

func (p *portrait) object() fyne.CanvasObject { return p.widget }

func (p *portrait) show(item Avatar) {
	f := widgets.Face{
		URL: item.User.AvatarURL, Blurhash: item.User.AvatarBlurhash, Name: cut(item.User.DisplayName(), maxName),
	}
	if f != p.face {
		p.widget.SetFace(widgets.Face{})
	}
	if item.Place != p.place {
		p.widget.Move(item.Pos)
		p.widget.Resize(item.Size)
	}
	p.place, p.face = item.Place, f
	p.widget.SetFace(f) // which may be to move by now
}

// words is laid-out text.
type words struct{ view *flow.View }

func (w *words) object() fyne.CanvasObject { return w.view }

func (w *words) show(item Text) {
	w.view.Move(item.Pos)
	if item.Layout != nil {
		w.view.Resize(item.Layout.Size())
	}
	w.view.Room = item.Room
	w.view.Cursor = nil
	if item.Leads {
		w.view.Cursor = desktop.PointerCursor
	}
	w.view.SetLayout(item.Layout)
}

// sign is an icon. It is drawn anew only when it has become another one.
type sign struct {
	image *canvas.Image
	icon  Icon
	ink   color.Color
	scale float32
}

func newSign() part[Icon] { return &sign{image: &canvas.Image{}} }

func (s *sign) object() fyne.CanvasObject { return s.image }

func (s *sign) show(item Icon) {
	if item.Name == "" {
		return // it is out of the card, and its pixels are the theme's
	}
	s.image.Move(item.Pos)
	ink, scale := look.Color(item.Color), float32(0)
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.image); c != nil {
		scale = c.Scale()
	}
	if s.icon.Name == item.Name && s.icon.Size == item.Size && s.ink == ink && s.scale == scale {
		return
	}
	s.icon, s.ink, s.scale = item, ink, scale
	s.image.Resize(item.Size)
	look.ShowIcon(s.image, item.Name, item.Color)
}
