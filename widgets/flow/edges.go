package flow

// maxEdge bounds padding, margin, border and bar of a box on one side, in device-independent units.
const maxEdge = 64

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
