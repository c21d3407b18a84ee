package widgets

import (
	"hash/fnv"
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// Face is what an Avatar shows.
type Face struct {
	URL      string // of the picture; may be empty
	Blurhash string // may be empty
	Name     string // whose it is; gives letter and colour where there is no picture, and is read out
}

// Avatar shows whose something is: a picture, round or with rounded corners, or the name's first letter on a colour of
// its own. It fills the square its parent gives it, look.AvatarSize unless told, and loads like Picture.
type Avatar struct {
	widget.BaseWidget

	// Square makes it a square with rounded corners, as servers may prefer; Refresh after a change.
	Square bool
	// OnTap and OnSecondaryTap may be nil: then taps go to what lies below. Refresh after a change.
	OnTap          func()
	OnSecondaryTap func(*fyne.PointEvent)

	slot slot
	face Face
}

// NewAvatar returns an Avatar of no one.
func NewAvatar(pictures Pictures) *Avatar {
	return NewMovingAvatar(pictures, nil)
}

// NewMovingAvatar returns an Avatar of no one. One that is animated g moves, as its mode was when SetFace was called last.
func NewMovingAvatar(pictures Pictures, g *motion.Governor) *Avatar {
	a := &Avatar{}
	a.slot = slot{pictures: pictures, changed: a.Refresh, governor: g}
	a.ExtendBaseWidget(a)
	return a
}

// SetFace changes whose it is. Of the last one nothing remains.
func (a *Avatar) SetFace(f Face) {
	moving := f.URL != "" && a.slot.governor.Mode() != motion.Off
	if f == a.face && moving == a.slot.req.Moving {
		return
	}
	a.face = f
	a.slot.set(PictureRequest{URL: f.URL, Blurhash: f.Blurhash, Cover: true, Moving: moving})
	a.Refresh()
}

// Show implements fyne.CanvasObject: loading goes on.
func (a *Avatar) Show() {
	a.BaseWidget.Show()
	a.load()
}

// Hide implements fyne.CanvasObject: a picture on its way is cancelled.
func (a *Avatar) Hide() {
	a.slot.rest()
	a.BaseWidget.Hide()
}

// AccessibilityLabel implements fyne.Accessible: whose it is.
func (a *Avatar) AccessibilityLabel() string { return a.face.Name }

// AccessibilityRole implements fyne.Accessible.
func (a *Avatar) AccessibilityRole() fyne.AccessibleRole {
	if a.OnTap != nil {
		return fyne.AccessibleRoleButton
	}
	return fyne.AccessibleRoleText
}

// CreateRenderer implements fyne.Widget.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	r := &avatarRenderer{a: a, ground: canvas.NewRectangle(nil), letter: canvas.NewText("", color.White), img: newImage(), tap: newTapArea()}
	r.letter.Alignment = fyne.TextAlignCenter
	r.letter.TextStyle.Bold = true
	r.update()
	return r
}

func (a *Avatar) load() {
	if !a.Visible() || a.slot.req.URL == "" {
		return
	}
	if scale, ok := scaleOf(a); ok {
		a.slot.want(a.Size(), scale)
	}
}

// radius is Misskey's for square avatars: a fifth of the side.
func (a *Avatar) radius() float32 {
	if a.Square {
		return a.Size().Width / 5
	}
	return canvas.RadiusMaximum
}

type avatarRenderer struct {
	a      *Avatar
	ground *canvas.Rectangle
	letter *canvas.Text
	img    *canvas.Image
	tap    *tapArea
}

// MinSize implements fyne.WidgetRenderer; see pictureRenderer.MinSize.
func (r *avatarRenderer) MinSize() fyne.Size {
	r.a.load()
	return fyne.NewSquareSize(look.AvatarSize)
}

// Layout implements fyne.WidgetRenderer.
func (r *avatarRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.img.Resize(size)
	r.tap.Resize(size)
	r.letter.Resize(size)
	r.update()
	r.a.load()
}

// Refresh implements fyne.WidgetRenderer.
func (r *avatarRenderer) Refresh() {
	r.update()
	canvas.Refresh(r.a)
	r.a.load()
}

// Objects implements fyne.WidgetRenderer.
func (r *avatarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.letter, r.img, r.tap}
}

// Destroy implements fyne.WidgetRenderer.
func (r *avatarRenderer) Destroy() { r.a.slot.rest() }

func (r *avatarRenderer) update() {
	s := &r.a.slot
	onTheWay := s.req.URL != "" && s.err == nil
	r.tap.set(r.a.OnTap, r.a.OnSecondaryTap)

	r.ground.CornerRadius = r.a.radius()
	r.ground.Hidden = s.img != nil
	r.ground.FillColor = look.Color(look.ColorSkeleton)
	if !onTheWay && r.a.face.Name != "" {
		r.ground.FillColor = faceColor(r.a.face.Name)
	}
	r.ground.Refresh()

	r.letter.Hidden = s.img != nil || onTheWay
	r.letter.Text = faceLetter(r.a.face.Name)
	r.letter.TextSize = r.a.Size().Height / 2
	r.letter.Refresh()
	s.show(r.img, r.a.radius())
}

// faceLetter is the first letter or digit of name, large; "" if it has none.
func faceLetter(name string) string {
	i := strings.IndexFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if i < 0 {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(name[i:])
	return string(unicode.ToTitle(first))
}

// faceColor is the same for the same name, and dark enough for a white letter.
func faceColor(name string) color.Color {
	colors := [...]color.NRGBA{
		{R: 0x5b, G: 0x8c, B: 0x00, A: 0xff},
		{R: 0x00, G: 0x87, B: 0x6c, A: 0xff},
		{R: 0x1f, G: 0x7a, B: 0xc4, A: 0xff},
		{R: 0x5a, G: 0x5f, B: 0xd0, A: 0xff},
		{R: 0x93, G: 0x4f, B: 0xc0, A: 0xff},
		{R: 0xc2, G: 0x41, B: 0x85, A: 0xff},
		{R: 0xc4, G: 0x4f, B: 0x2d, A: 0xff},
		{R: 0x96, G: 0x71, B: 0x0a, A: 0xff},
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(name)) // never fails
	return colors[h.Sum32()%uint32(len(colors))]
}
