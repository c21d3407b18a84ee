package formula

import (
	"image"
	"image/color"
	"image/draw"

	"codeberg.org/go-fonts/latin-modern/lmmath"
	"fyne.io/fyne/v2"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// face is the one face of formulas, read when the first is set.
var face lazyFace

type lazyFace struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
	failed bool
}

// perEm is the size glyphs are read at.
const perEm = 1000

// read reads the face and reports whether it is there.
func (f *lazyFace) read() bool {
	if f.font == nil && !f.failed {
		var err error
		f.font, err = sfnt.Parse(lmmath.TTF)
		f.failed = err != nil
	}
	return !f.failed
}

// glyph sets one character.
func (f *lazyFace) glyph(r rune, size float64) (b box, ok bool) {
	if !f.read() {
		return b, false
	}
	index, err := f.font.GlyphIndex(&f.buffer, r)
	if err != nil || index == 0 {
		return b, false
	}
	bounds, advance, err := f.font.GlyphBounds(&f.buffer, index, fixed.I(perEm), font.HintingNone)
	if err != nil {
		return b, false
	}
	em := size / perEm
	return box{
		width: units(advance) * em, above: -units(bounds.Min.Y) * em, below: units(bounds.Max.Y) * em,
		marks: []mark{{symbol: r, width: size, height: size}},
	}, true
}

func units(v fixed.Int26_6) float64 { return float64(v) / 64 }

// draw draws the box, whose baseline is at that height within a place of that size.
func (b box) draw(width, height int, size fyne.Size, baseline float64, ink color.Color) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	if size.Width <= 0 || size.Height <= 0 || !face.read() {
		return picture
	}
	p := pen{
		raster: vector.NewRasterizer(width, height),
		across: float64(width) / float64(size.Width), upright: float64(height) / float64(size.Height),
	}
	for _, m := range b.marks {
		m.y += baseline
		if m.symbol == 0 {
			p.rule(m)
		} else {
			p.glyph(m)
		}
	}
	p.raster.DrawOp = draw.Over
	p.raster.Draw(picture, picture.Bounds(), image.NewUniform(ink), image.Point{})
	return picture
}

// pen draws outlines, in pixels of so many a unit.
type pen struct {
	raster          *vector.Rasterizer
	across, upright float64
}

// at is a place in pixels.
func (p *pen) at(x, y float64) (px, py float32) { return float32(x * p.across), float32(y * p.upright) }

func (p *pen) rule(m mark) {
	left, top := p.at(m.x, m.y)
	right, bottom := p.at(m.x+m.width, m.y+m.height)
	bottom = max(bottom, top+1)
	p.raster.MoveTo(left, top)
	p.raster.LineTo(left, bottom) // the way round that outlines of the face go
	p.raster.LineTo(right, bottom)
	p.raster.LineTo(right, top)
	p.raster.ClosePath()
}

func (p *pen) glyph(m mark) {
	index, err := face.font.GlyphIndex(&face.buffer, m.symbol)
	if err != nil {
		return
	}
	segments, err := face.font.LoadGlyph(&face.buffer, index, fixed.I(perEm), nil)
	if err != nil {
		return
	}
	place := func(q fixed.Point26_6) (x, y float32) {
		return p.at(m.x+units(q.X)*m.width/perEm, m.y+units(q.Y)*m.height/perEm)
	}
	for _, s := range segments {
		ax, ay := place(s.Args[0])
		bx, by := place(s.Args[1])
		cx, cy := place(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			p.raster.ClosePath()
			p.raster.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			p.raster.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			p.raster.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			p.raster.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	p.raster.ClosePath()
}
