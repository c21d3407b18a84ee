package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// Picture shows a remote picture in a place whose size is its parent's to choose beforehand, so that nothing moves when
// the picture arrives: first its blurhash, or a grey ground, then the picture; an icon and the alt text if it fails.
//
// It loads while it is visible in a window and has a request. Parents that keep it for reuse clear it with an empty
// request.
type Picture struct {
	widget.BaseWidget

	// CornerRadius rounds the corners, in units; Refresh after a change.
	CornerRadius float32
	// OnTap and OnSecondaryTap may be nil: then taps go to what lies below. Refresh after a change.
	OnTap          func()
	OnSecondaryTap func(*fyne.PointEvent)

	slot slot
	alt  string
}

// NewPicture returns a Picture that shows nothing yet.
func NewPicture(pictures Pictures) *Picture {
	return NewMovingPicture(pictures, nil)
}

// NewMovingPicture returns a Picture that shows nothing yet. Films it is given g moves: see PictureRequest.Moving.
func NewMovingPicture(pictures Pictures, g *motion.Governor) *Picture {
	p := &Picture{}
	p.slot = slot{pictures: pictures, changed: p.Refresh, governor: g}
	p.ExtendBaseWidget(p)
	return p
}

// SetRequest changes what is shown; req.Box is ignored, the size of the widget counts. Of the last picture nothing
// remains, not even until the next one is here. alt describes the picture in words; may be empty.
func (p *Picture) SetRequest(req PictureRequest, alt string) {
	p.alt = alt
	p.slot.set(req)
	p.load()
}

// Retry asks again for a picture that failed.
func (p *Picture) Retry() {
	p.slot.retry()
	p.load()
}

// Failed reports whether the picture could not be had.
func (p *Picture) Failed() bool { return p.slot.err != nil }

// Show implements fyne.CanvasObject: loading goes on.
func (p *Picture) Show() {
	p.BaseWidget.Show()
	p.load()
}

// Hide implements fyne.CanvasObject: what is still on its way is cancelled.
func (p *Picture) Hide() {
	p.slot.rest()
	p.BaseWidget.Hide()
}

// AccessibilityLabel implements fyne.Accessible: the alt text.
func (p *Picture) AccessibilityLabel() string { return p.alt }

// AccessibilityRole implements fyne.Accessible.
func (p *Picture) AccessibilityRole() fyne.AccessibleRole {
	if p.OnTap != nil {
		return fyne.AccessibleRoleButton
	}
	return fyne.AccessibleRoleText
}

// CreateRenderer implements fyne.Widget.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	r := &pictureRenderer{p: p, ground: canvas.NewRectangle(nil), img: newImage(), tap: newTapArea()}
	r.update()
	return r
}

// load asks for the picture as it is wanted now, if the place is known.
func (p *Picture) load() {
	if !p.Visible() || p.slot.req.URL == "" && p.slot.req.Blurhash == "" {
		return
	}
	if scale, ok := scaleOf(p); ok {
		p.slot.want(p.Size(), scale)
	}
}

type pictureRenderer struct {
	p      *Picture
	ground *canvas.Rectangle
	img    *canvas.Image
	broken *brokenSign // nil until something fails
	tap    *tapArea
}

// MinSize implements fyne.WidgetRenderer. Parents decide. The driver asks for it whenever it looks at a visible object,
// which is how a Picture learns that it has come into a window, or that the window's scale has changed.
func (r *pictureRenderer) MinSize() fyne.Size {
	r.p.load()
	return fyne.Size{}
}

// Layout implements fyne.WidgetRenderer.
func (r *pictureRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.img.Resize(size)
	r.tap.Resize(size)
	if r.broken != nil {
		r.broken.layout(size)
	}
	r.p.load()
}

// Refresh implements fyne.WidgetRenderer.
func (r *pictureRenderer) Refresh() {
	r.update()
	canvas.Refresh(r.p)
	r.p.load()
}

// Objects implements fyne.WidgetRenderer.
func (r *pictureRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground, r.img}
	if r.broken != nil {
		objects = append(objects, r.broken.icon, r.broken.alt)
	}
	return append(objects, r.tap)
}

// Destroy implements fyne.WidgetRenderer.
func (r *pictureRenderer) Destroy() { r.p.slot.rest() }

// update makes the parts say what the slot knows.
func (r *pictureRenderer) update() {
	s := &r.p.slot
	r.tap.set(r.p.OnTap, r.p.OnSecondaryTap)
	r.ground.CornerRadius = r.p.CornerRadius
	r.ground.FillColor = look.Color(look.ColorSkeleton)
	r.ground.Hidden = s.img != nil || s.req.URL == ""
	r.ground.Refresh()
	s.show(r.img, r.p.CornerRadius)

	failed := s.err != nil && s.img == nil
	if failed && r.broken == nil {
		r.broken = newBrokenSign()
	}
	if r.broken != nil {
		r.broken.shown = failed
		r.broken.alt.SetText(r.p.alt)
		r.broken.layout(r.p.Size())
	}
}
