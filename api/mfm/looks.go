package mfm

// freeLooks is how many bytes may be looked at in vain before looks are remembered: ordinary texts never get there.
const freeLooks = 1024

// looks remembers how looking ahead ended. A link whose label is never closed makes the parser look far ahead in vain, and the next bracket would make it
// look again. Content that is merely looked at ends where it ends whichever position it was entered at, as long as that position is one the earlier look
// has passed too; so positions passed are remembered with the end, and no stretch is gone through over and over in the same circumstances.
type looks struct {
	wasted int
	ends   map[look]int32
	passed []int // positions of the walks under way, those of the innermost last
}

// look is a position passed and the circumstances: what closes the content, and where in the tree it is.
type look uint64

// at is the look at a position in the circumstances of l.
func (l look) at(pos int) look { return l | look(pos)<<16 }

// lookFor gives the circumstances, the position being open.
func lookFor(k closer, c place) look {
	l := look(c.depth)<<8 | look(k)<<1
	if c.label {
		l |= 1
	}
	return l
}

// waste counts bytes looked at in vain.
func (l *looks) waste(bytes int) {
	l.wasted += bytes
	if l.wasted > freeLooks && l.ends == nil {
		l.ends = map[look]int32{}
	}
}

// trail is a walk under way.
type trail struct {
	on    bool
	look  look
	first int // the walk's first position in looks.passed
}

// begin begins a walk. Only those that merely look are remembered: others are never repeated.
func (l *looks) begin(looking bool, k closer, c place) trail {
	return trail{looking && l.ends != nil, lookFor(k, c), len(l.passed)}
}

// step notes that the walk has come to pos, and gives its end when that is known. It notes the first position, so that no walk is begun twice, and then
// some, the same ones for every walk that passes them.
func (l *looks) step(t *trail, pos int) (end int, known bool) {
	if !t.on || len(l.passed) > t.first && !milestone(pos) {
		return 0, false
	}
	if end, known := l.ends[t.look.at(pos)]; known {
		return int(end), true
	}
	l.passed = append(l.passed, pos)
	return 0, false
}

// milestone picks one of sixteen positions, without any regularity that a text could be made to avoid by chance.
func milestone(pos int) bool { return uint32(pos)*0x9E3779B1>>28 == 0 }

// finish ends a walk.
func (l *looks) finish(t *trail, end int) {
	if !t.on {
		return
	}
	for _, pos := range l.passed[t.first:] {
		l.ends[t.look.at(pos)] = int32(end)
	}
	l.passed = l.passed[:t.first]
}
