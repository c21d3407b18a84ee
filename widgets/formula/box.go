package formula

// box is something set, in units from its left end at the baseline; what is above the baseline has a negative y.
type box struct {
	width, above, below float64
	marks               []mark
}

// mark is a glyph, or a rule.
type mark struct {
	x, y          float64 // of a glyph's origin, or of a rule's top left corner
	symbol        rune    // 0 for a rule
	width, height float64 // of a rule; of a glyph the size across and upright
}

// rule is a line from left to right, whose top is at y.
func rule(y, width, thick float64) box {
	return box{width: width, above: -y, below: y + thick, marks: []mark{{y: y, width: width, height: thick}}}
}

// moved is the box with its marks moved, as far as it then reaches.
func (b box) moved(x, y float64) box {
	marks := make([]mark, len(b.marks))
	for i, m := range b.marks {
		m.x, m.y = m.x+x, m.y+y
		marks[i] = m
	}
	return box{width: b.width + x, above: b.above - y, below: b.below + y, marks: marks}
}

// over lays another box over b.
func (b box) over(other box) box {
	b.width = max(b.width, other.width)
	b.above, b.below = max(b.above, other.above), max(b.below, other.below)
	b.marks = append(b.marks[:len(b.marks):len(b.marks)], other.marks...)
	return b
}

// then sets another box behind b.
func (b box) then(gap float64, other box) box { return b.over(other.moved(b.width+gap, 0)) }

// centred is the box in the middle of a width.
func (b box) centred(width float64) box {
	c := b.moved(max(0, width-b.width)/2, 0)
	c.width = max(width, b.width)
	return c
}

// padded is the box with room around it.
func (b box) padded(room float64) box {
	b = b.moved(room, 0)
	b.width += room
	b.above, b.below = b.above+room, b.below+room
	return b
}
