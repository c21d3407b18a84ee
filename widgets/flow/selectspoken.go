package flow

import "fyne.io/fyne/v2"

// spoken is the text of content that has some; nil for other boxes.
func (n *nest) spoken() *Layout {
	if n.words == nil {
		if c, ok := n.Content.(Spoken); ok {
			n.words = c.Lines()
		}
	}
	return n.words
}

// read is the text of content that shows all of it from side to side, and where in the box it stands; nil for others.
func (b *nested) read() (words *Layout, at fyne.Position) {
	c, ok := b.Content.(Spoken)
	if !ok || b.spoken().size.Width+2*c.At().X > b.content.Width {
		return nil, at
	}
	return b.spoken(), b.innerAt.Add(c.At())
}

// readTo is where the text of content ends that is seen.
func (b *nested) readTo() Position {
	words := b.spoken()
	if words, at := b.read(); words != nil && b.cut {
		return words.position(fyne.NewPos(words.size.Width+1, b.innerAt.Y+b.content.Height-at.Y-1))
	}
	return Position(len(words.shown()))
}

// readAreas adds what the text between two positions takes, in a box whose corner is at at.
func (b *nested) readAreas(as []area, at fyne.Position, from, to Position) []area {
	words, in := b.read()
	for _, a := range words.areas(from, to) {
		a.at, a.over = a.at.Add(at).Add(in), true
		as = append(as, a)
	}
	return as
}
