// Package formula sets formulas written in the mathematics of TeX: scripts, fractions, roots, sums, matrices, Greek and
// symbols, in the face Latin Modern Math. It knows a part of TeX and no macros, so that a formula costs in proportion
// to its length; what it does not know it does not set at all, and callers show the source.
//
// No library at hand can do that: go-latex sets neither super- nor subscripts, and others are whole programs.
//
// Everything here is to be called on one goroutine at a time.
package formula

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
)

const (
	maxSource = 600  // bytes
	maxDepth  = 12   // of what stands in something else
	maxMarks  = 1000 // glyphs and rules
	maxSide   = 2000 // units
	maxKept   = 200
)

// Formula is a formula that is set. It is never changed.
type Formula struct{ box box }

// Set sets a formula in text of that size, in device-independent units. Display gives it the room of a line of its own.
// It reports false for what it cannot set.
func Set(source string, size float32, display bool) (f *Formula, ok bool) {
	if len(source) > maxSource || !(size > 0) {
		return nil, false
	}
	what := request{source, size, display}
	if f, known := kept[what]; known {
		return f, f != nil
	}
	if len(kept) >= maxKept {
		clear(kept)
	}
	f = set(what)
	kept[what] = f
	return f, f != nil
}

// kept are formulas set lately, nil for those that cannot be. It is a memo: what is in it only saves work.
var kept = map[request]*Formula{}

type request struct {
	source  string
	size    float32
	display bool
}

func set(r request) *Formula {
	size := float64(r.size)
	p := parser{source: r.source}
	b := p.rows(style{size: size, display: r.display}, "")
	if p.failed || p.at < len(p.source) || len(b.marks) == 0 {
		return nil
	}
	b = b.padded(size / 12)
	if b.width <= 0 || b.width > maxSide || b.above+b.below > maxSide {
		return nil
	}
	return &Formula{b}
}

// Size is the place the formula takes, in whole units.
func (f *Formula) Size() fyne.Size {
	return fyne.NewSize(float32(math.Ceil(f.box.width)), f.Baseline()+float32(math.Ceil(f.box.below)))
}

// Baseline is how far below the top the baseline runs.
func (f *Formula) Baseline() float32 { return float32(math.Ceil(f.box.above)) }

// Draw draws the formula in a colour, in a picture of that many pixels.
func (f *Formula) Draw(width, height int, ink color.Color) image.Image {
	return f.box.draw(width, height, f.Size(), float64(f.Baseline()), ink)
}
