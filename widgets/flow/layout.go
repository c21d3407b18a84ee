package flow

import (
	"strings"

	"fyne.io/fyne/v2"

	"mejiro/widgets/look"
)

// defaultMaxLines bounds a layout whose options do not.
const defaultMaxLines = 500

// Options say how text is laid out. The zero value gives left-aligned lines as long as the text wants.
type Options struct {
	// Width is where lines end, in device-independent units; 0 or less is no end.
	Width float32
	// MaxLines cuts the text with … in that line; 0 is 500.
	MaxLines int
	// LineHeight is the least height of a line as a multiple of its text size; 0 is look.LineHeight.
	LineHeight float32
	// Align moves the lines within Width, or within the longest line when there is no Width.
	Align fyne.TextAlign
	// ByDirection has right-to-left paragraphs that are not centred stand at the right, for text that has a place of
	// its own.
	ByDirection bool

	more bool // more text follows in what stands around
}

// Layout is text set in lines. It knows its size without any widget and is never changed.
type Layout struct {
	text      *Text
	lines     []line
	frags     []frag
	size      fyne.Size
	truncated bool
	count     int // of the lines, those in boxes included
}

// line is frags[first:end], drawn between top and top+height.
type line struct {
	first, end  int
	top, height float32
	baseline    float32 // from the top of the layout
	width       float32 // without hanging spaces
}

// frag is a stretch of one span in one line, a picture or a box.
type frag struct {
	text       string  // what is shown, or what the picture means
	box        *nested // nil for text and pictures
	picture    bool
	span       int32
	start, end int32 // of the span's text
	x, y       float32
	width      float32
	height     float32
}

// Lay prepares runs and lays them out.
func Lay(runs []Run, opt Options) *Layout {
	return Prepare(runs).Lay(opt)
}

// Size is the place all lines take: the longest line (or Options.Width when lines are not left-aligned) by the sum of
// their heights.
func (l *Layout) Size() fyne.Size {
	return l.size
}

// Lines counts the lines, those in blocks included. A line with boxes of several lines counts for as many as the
// longest of them.
func (l *Layout) Lines() int {
	return l.count
}

// Truncated tells whether text was left out at the end.
func (l *Layout) Truncated() bool {
	return l.truncated
}

// String is what the lines show, a line feed between them, boxes included and readings in brackets; pictures and what
// else is no text stand as their run's Text.
func (l *Layout) String() string {
	var b strings.Builder
	l.write(&b)
	return b.String()
}

func (l *Layout) write(b *strings.Builder) {
	for i, ln := range l.lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, f := range l.frags[ln.first:ln.end] {
			b.WriteString(f.text)
			if f.box != nil {
				f.box.write(b)
			}
		}
	}
}

func (b *nested) write(to *strings.Builder) {
	if b.inner != nil {
		b.inner.write(to)
	}
	if b.reading != nil {
		to.WriteByte('(')
		b.reading.write(to)
		to.WriteByte(')')
	}
}

func (s *Style) size() float32 {
	if s.Size > 0 {
		return s.Size
	}
	return look.TextBody
}

// place gives the size of the picture at most width wide, and how much of it stands above the baseline.
func (e *Emoji) place(em, width float32) (size fyne.Size, above float32) {
	scale := e.Scale
	if scale == 0 {
		scale = 1.25
	}
	aspect := e.Aspect
	if aspect == 0 {
		aspect = 1
	}
	h := em * within(scale, 0.25, 8)
	w := h * within(aspect, 0.25, MaxAspect)
	if w > width {
		h *= width / w
		w = width
	}
	if e.Middle {
		return fyne.NewSize(w, h), h/2 + em*middle
	}
	return fyne.NewSize(w, h), h - em/4
}

// middle is half the height of the small letters of the text face, in em.
const middle = 0.27

// within holds v between low and high; anything odd becomes low.
func within(v, low, high float32) float32 {
	if !(v > low) {
		return low
	}
	return min(v, high)
}
