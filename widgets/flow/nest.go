package flow

import (
	"fyne.io/fyne/v2"

	"mejiro/widgets/look"
)

const (
	// maxBoxes bounds the boxes of one text, those in boxes included.
	maxBoxes = 1000
	// maxDepth is how deep boxes may stand in boxes.
	maxDepth = 50
	// maxNatural bounds what a box may want to be wide.
	maxNatural = 1 << 16
	// maxEdge bounds padding, margin, border and bar of a box on one side, in device-independent units.
	maxEdge = 64
)

// allowance is what a text has taken of what it may hold together with all boxes in it.
type allowance struct {
	runes, boxes, depth int
}

// nest is a box whose content is prepared.
type nest struct {
	*Box
	text       *Text // nil where Content is shown
	over       *Text // the reading; nil for none
	effects    bool  // whether the box or one within has an effect
	natural    float32
	generation int // of the face table that natural is from
}

// nest prepares the content of a box. What goes beyond the allowance is left out, and the text ends there.
func (p *preparer) nest(box *Box) *nest {
	a := p.allowed
	a.boxes++
	if a.boxes > maxBoxes || a.depth >= maxDepth {
		p.cleaner.stop()
		return nil
	}
	n := &nest{Box: box, effects: box.Effect != nil, generation: -1}
	a.runes += len(p.cleaner.runes) - p.told
	a.depth++
	if box.Content == nil {
		n.text = prepareWithin(box.Runs, a)
		n.effects = n.effects || n.text.effects
	}
	if box.Over != nil {
		n.over = prepareWithin(box.Over, a)
	}
	a.depth--
	p.told = len(p.cleaner.runes)
	p.cleaner.elsewhere = a.runes - p.told
	p.text.effects = p.text.effects || n.effects
	return n
}

// edges are what lies between the outside of a box and its content.
type edges struct {
	margin, padding Insets // padding includes border and bar
	border, bar     float32
}

func (e *edges) across() float32 {
	return e.margin.Left + e.margin.Right + e.padding.Left + e.padding.Right
}

func (e *edges) upright() float32 {
	return e.margin.Top + e.margin.Bottom + e.padding.Top + e.padding.Bottom
}

// edges gives the edges of a box in a place of that size: at most half of its width and its height.
func (b *Box) edges(width, height float32) edges {
	e := edges{margin: b.Margin.sane(), padding: b.Padding.sane(), bar: within(b.Bar, 0, maxEdge)}
	if b.Border.Style != LineNone {
		e.border = within(b.Border.Width, 0, maxEdge)
	}
	e.padding.Left += e.border + e.bar
	e.padding.Right += e.border
	e.padding.Top += e.border
	e.padding.Bottom += e.border
	if sum := e.across(); sum > width/2 {
		e.squeeze(width/2/sum, 1)
	}
	if sum := e.upright(); sum > height {
		e.squeeze(1, height/sum)
	}
	return e
}

func (e *edges) squeeze(across, upright float32) {
	for _, i := range []*Insets{&e.margin, &e.padding} {
		i.Left, i.Right, i.Top, i.Bottom = i.Left*across, i.Right*across, round(i.Top*upright), round(i.Bottom*upright)
	}
	e.border *= min(across, upright)
	e.bar *= across
}

// sane bounds the insets. Upright they are whole, so that text stays sharp.
func (i Insets) sane() Insets {
	return Insets{
		Top: round(within(i.Top, 0, maxEdge)), Right: within(i.Right, 0, maxEdge),
		Bottom: round(within(i.Bottom, 0, maxEdge)), Left: within(i.Left, 0, maxEdge),
	}
}

// wants is the width the box takes, margin included, where there is no end to the line.
func (n *nest) wants() float32 {
	faces.follow()
	if n.generation == faces.generation {
		return n.natural
	}
	n.generation, n.natural = faces.generation, 0
	if n.Content != nil {
		n.natural = n.Content.Size(maxNatural).Width
	} else {
		n.natural = n.text.wants()
	}
	if n.over != nil {
		n.natural = max(n.natural, n.over.wants())
	}
	e := n.edges(maxNatural, maxNatural)
	n.natural = within(n.natural+e.across(), 0, maxNatural)
	return n.natural
}

// wants is the width of the longest line when lines end at line feeds and blocks only.
func (t *Text) wants() float32 {
	t.refresh()
	var longest, x, hanging float32
	for i := range t.pieces {
		t.measure(i)
		p := &t.pieces[i]
		block := t.spans[p.span].isBlock()
		if block {
			x, hanging = 0, 0
		}
		if p.width > 0 {
			x += hanging + p.width
			hanging = 0
			longest = max(longest, x)
		}
		hanging += p.space
		if p.hard || block {
			x, hanging = 0, 0
		}
	}
	return longest
}

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
	b.surround(b.inner.size)
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

// layReading puts the reading above the content. The narrower one of the two is centred.
func (b *nested) layReading(opt Options) {
	if b.over == nil {
		return
	}
	b.reading = b.over.lay(Options{Width: opt.Width, MaxLines: 2, LineHeight: readingHeight}.sane(), true)
	b.truncated = b.truncated || b.reading.truncated
	width := b.size.Width - b.across()
	b.readingAt = b.innerAt
	if d := b.reading.size.Width - width; d > 0 {
		b.innerAt.X += d / 2
		b.size.Width += d
	} else {
		b.readingAt.X -= d / 2
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

func (s *span) isBlock() bool { return s.box != nil && s.box.Block }
