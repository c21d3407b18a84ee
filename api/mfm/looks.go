package mfm

// freeLooks is how many bytes may be looked at in vain before looks are remembered: ordinary texts never get there.
const freeLooks = 1024

// looks remembers how looking ahead ended. A link whose label is never closed makes the parser look far ahead in vain, and the next bracket would make it
// look again. Content that is merely looked at ends where it ends whichever position it was entered at, as long as that position is one the earlier look
// has passed too; so every position passed is remembered with the end, and no stretch is gone through twice in the same circumstances.
type looks struct {
	wasted int
	ends   map[look]int
	passed []int // positions of the walks under way, those of the innermost last
}

// look is a position passed and the circumstances: what closes the content, and where in the tree it is.
type look struct {
	pos   int
	depth uint8
	label bool
	what  closer
}

// trail is a walk under way.
type trail struct {
	on    bool
	look  look
	first int // the walk's first position in looks.passed
}

// waste counts bytes looked at in vain.
func (l *looks) waste(bytes int) {
	l.wasted += bytes
	if l.wasted > freeLooks && l.ends == nil {
		l.ends = map[look]int{}
	}
}

// begin begins a walk. Only those that merely look are remembered: others are never repeated.
func (l *looks) begin(looking bool, k closer, c place) trail {
	return trail{
		on:    looking && l.ends != nil,
		look:  look{depth: uint8(c.depth), label: c.label, what: k},
		first: len(l.passed),
	}
}

// step notes that the walk has come to pos, and gives its end when that is known.
func (l *looks) step(t *trail, pos int) (end int, known bool) {
	if !t.on {
		return 0, false
	}
	t.look.pos = pos
	if end, known = l.ends[t.look]; !known {
		l.passed = append(l.passed, pos)
	}
	return end, known
}

// finish ends a walk.
func (l *looks) finish(t *trail, end int) {
	if !t.on {
		return
	}
	for _, t.look.pos = range l.passed[t.first:] {
		l.ends[t.look] = end
	}
	l.passed = l.passed[:t.first]
}
