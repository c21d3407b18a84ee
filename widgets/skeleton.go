package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

const (
	skeletonRow  = 112 // height
	skeletonBar  = 10
	skeletonLead = 20 // from bar to bar
)

// Skeleton fills its place with grey shapes in the form of entries of a list, drawn while these are on their way.
type Skeleton struct {
	widget.BaseWidget
	shapes []*canvas.Rectangle
}

// NewSkeleton returns a skeleton.
func NewSkeleton() *Skeleton {
	s := &Skeleton{}
	s.ExtendBaseWidget(s)
	return s
}

// bars are the lengths of the bars of an entry, as parts of the width; entries take them by turns.
func bars(row int) []float32 {
	return [][]float32{{0.4, 0.9, 0.7}, {0.3, 0.95, 0.85, 0.4}, {0.5, 0.6}}[row%3]
}

// lay draws as many entries as fit.
func (s *Skeleton) lay(size fyne.Size) {
	used := 0
	left := look.Space3 + look.AvatarSize + look.Space2
	for row := 0; float32(row)*skeletonRow < size.Height; row++ {
		y := float32(row)*skeletonRow + look.Space3
		used = s.shape(used, look.Space3, y, look.AvatarSize, look.AvatarSize, look.RadiusCard)
		for i, part := range bars(row) {
			width := part * max(0, size.Width-left-look.Space3)
			used = s.shape(used, left, y+float32(i)*skeletonLead+look.Space1/2, width, skeletonBar, skeletonBar/2)
		}
	}
	s.shapes = s.shapes[:used]
}

// shape places the shape number i and returns the number of the next.
func (s *Skeleton) shape(i int, x, y, width, height, radius float32) int {
	if i == len(s.shapes) {
		s.shapes = append(s.shapes, canvas.NewRectangle(look.Color(look.ColorSkeleton)))
	}
	r := s.shapes[i]
	r.CornerRadius = radius
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(width, height))
	return i + 1
}

// CreateRenderer implements fyne.Widget.
func (s *Skeleton) CreateRenderer() fyne.WidgetRenderer {
	return skeletonRenderer{s}
}

type skeletonRenderer struct{ skeleton *Skeleton }

func (r skeletonRenderer) Layout(size fyne.Size) { r.skeleton.lay(size) }
func (r skeletonRenderer) MinSize() fyne.Size    { return fyne.Size{} }
func (r skeletonRenderer) Destroy()              {}

func (r skeletonRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.skeleton.shapes))
	for i, s := range r.skeleton.shapes {
		objects[i] = s
	}
	return objects
}

func (r skeletonRenderer) Refresh() {
	for _, s := range r.skeleton.shapes {
		s.FillColor = look.Color(look.ColorSkeleton)
		s.Refresh()
	}
}
