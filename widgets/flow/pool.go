package flow

// maxIdle is how many unused objects of a kind a view keeps for its next layout.
const maxIdle = 16

// pool keeps canvas objects in the order they were made; the first used are shown.
type pool[T any] struct {
	made   []T
	used   int
	create func() T
	clear  func(T) // drops what an unused object would keep alive; may be nil
}

func (p *pool[T]) next() T {
	if p.used == len(p.made) {
		p.made = append(p.made, p.create())
	}
	p.used++
	return p.made[p.used-1]
}

func (p *pool[T]) inUse() []T {
	return p.made[:p.used]
}

// trim clears the unused and gives up those that are too many.
func (p *pool[T]) trim() {
	if p.clear != nil {
		for _, o := range p.made[p.used:] {
			p.clear(o)
		}
	}
	if keep := p.used + maxIdle; len(p.made) > keep {
		clear(p.made[keep:])
		p.made = p.made[:keep]
	}
}
