package flow

const (
	// maxBoxes bounds the boxes of one text, those in boxes included.
	maxBoxes = 1000
	// maxDepth is how deep boxes may stand in boxes.
	maxDepth = 50
	// maxNatural bounds what a box may want to be wide.
	maxNatural = 1 << 16
)

// allowance is what a text has taken of what it may hold together with all boxes in it.
type allowance struct {
	runes, boxes, depth int
}

// nest is a box whose content is prepared.
type nest struct {
	*Box
	text       *Text   // nil where Content is shown
	words      *Layout // of Spoken content; nil until it is wanted
	over       *Text   // the reading; nil for none
	effects    bool    // whether the box or one within has an effect or sparkles
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
	n := &nest{Box: box, effects: box.Effect != nil || box.Sparkles, generation: -1}
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
	p.text.overhang = max(p.text.overhang, n.reach())
	p.told = len(p.cleaner.runes)
	p.cleaner.elsewhere = a.runes - p.told
	p.text.effects = p.text.effects || n.effects
	return n
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
		block := p.solid && t.spans[p.span].isBlock()
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

func (s *span) isBlock() bool { return s.box != nil && s.box.Block }
