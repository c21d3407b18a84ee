package flow

import (
	"fyne.io/fyne/v2"

	"mejiro/widgets/look"
)

// nested is a box with its content set in lines.
type nested struct {
	*nest
	edges
	inner     *Layout // nil where Content is shown
	reading   *Layout // nil for none
	em        float32
	size      fyne.Size     // with the margin
	innerAt   fyne.Position // from the corner of the margin
	readingAt fyne.Position
	content   fyne.Size // the place Content gets
	above     float32   // from the top of the margin to the baseline
	lines     int       // what it counts for
	truncated bool
	cut       bool // Content is higher than its place
}

// lay sets the box in a place of that width.
func (n *nest) lay(em, width float32, opt Options) *nested {
	line := opt.LineHeight * look.TextBody
	b := &nested{nest: n, em: em, edges: n.edges(width, float32(opt.MaxLines)*line)}
	spent := int(b.upright() / (2 * line))
	opt.MaxLines = max(1, opt.MaxLines-spent)
	opt.Width, opt.Align = max(1, width-b.across()), n.Align
	if !n.Block && (n.text == nil || n.text.blocks) {
		opt.Width = min(opt.Width, n.wants()-b.across()+tolerance)
	}
	if n.Content == nil {
		b.layText(opt)
	} else {
		b.layContent(opt, line)
	}
	b.lines += spent
	b.layReading(opt)
	if n.Block && width < maxNatural {
		b.stretch(width)
	}
	return b
}

// stretch gives a block its width and moves content that is no text as the box asks for.
func (b *nested) stretch(width float32) {
	slack := max(0, width-b.size.Width)
	b.size.Width += slack
	switch {
	case b.Content == nil:
	case b.Align == fyne.TextAlignCenter:
		b.innerAt.X += slack / 2
	case b.Align == fyne.TextAlignTrailing:
		b.innerAt.X += slack
	}
}

func (b *nested) layText(opt Options) {
	b.inner = b.text.lay(opt, !b.Block)
	b.lines, b.truncated = max(1, b.inner.count), b.inner.truncated
	b.above = b.inner.size.Height
	if n := len(b.inner.lines); n > 0 {
		b.above = b.inner.lines[n-1].baseline
	}
	size := b.inner.size
	if b.wraps(opt.Width) {
		size.Width = max(size.Width, opt.Width) // it takes all there is, as in CSS
	}
	b.surround(size)
}

// wraps reports whether text that runs from left to right goes on in another line for want of width.
func (b *nested) wraps(width float32) bool {
	return !b.Block && b.Over == nil && b.Align == fyne.TextAlignLeading && !b.text.directed && b.wants()-b.across() > width+tolerance
}

// layContent gives the content the place it wants, at most as high as the lines that are left.
func (b *nested) layContent(opt Options, line float32) {
	size := b.Content.Size(opt.Width)
	most := round(float32(opt.MaxLines) * line)
	b.content = fyne.NewSize(within(size.Width, 0, opt.Width), round(within(size.Height, 0, maxNatural)))
	if b.content.Height > most {
		b.content.Height, b.truncated, b.cut = most, true, true
	}
	b.lines = max(1, int(b.content.Height/line))
	b.above = b.content.Height - round(b.em/4)
	if c, ok := b.Content.(Based); ok {
		b.above = round(within(c.Baseline(opt.Width), 0, b.content.Height))
	}
	b.surround(b.content)
}

// surround puts the edges around content of that size.
func (b *nested) surround(content fyne.Size) {
	b.innerAt = fyne.NewPos(b.margin.Left+b.padding.Left, b.margin.Top+b.padding.Top)
	b.size = fyne.NewSize(content.Width+b.across(), content.Height+b.upright())
	b.above += b.innerAt.Y
}

// layReading puts the reading above the content. The narrower one of the two is spread over the other.
func (b *nested) layReading(opt Options) {
	if b.over == nil {
		return
	}
	b.reading = b.over.lay(Options{Width: opt.Width, MaxLines: opt.MaxLines, LineHeight: readingHeight}.sane(), true)
	b.lines += max(1, b.reading.count) - 1
	b.truncated = b.truncated || b.reading.truncated
	width := b.size.Width - b.across()
	b.readingAt = b.innerAt
	b.reading.spread(width)
	if d := b.reading.size.Width - width; d > 0 {
		b.size.Width += d
		if b.inner != nil {
			b.inner.spread(b.reading.size.Width)
		} else {
			b.innerAt.X += d / 2
		}
	}
	b.innerAt.Y += b.reading.size.Height
	b.size.Height += b.reading.size.Height
	b.above += b.reading.size.Height
}

// readingHeight is the line height of readings, which stand close above their text.
const readingHeight = 1.1

// frame is the place within the margin, from its corner.
func (b *nested) frame() (at fyne.Position, size fyne.Size) {
	return fyne.NewPos(b.margin.Left, b.margin.Top),
		b.size.SubtractWidthHeight(b.margin.Left+b.margin.Right, b.margin.Top+b.margin.Bottom)
}
