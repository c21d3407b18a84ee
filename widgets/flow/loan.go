package flow

import "mejiro/widgets/motion"

// loan is memory for pictures of what is drawn otherwise than it stands. The view and the app have so much and no more.
type loan struct {
	owner  *renderer
	lender *motion.Governor
	bytes  int
}

// take takes more memory, if there is some.
func (l *loan) take(bytes int) bool {
	if l.bytes == 0 {
		l.lender = l.owner.view.Governor
	}
	if l.owner.held+bytes > maxHeld || !l.lender.Hold(bytes) {
		return false
	}
	l.owner.held += bytes
	l.bytes += bytes
	return true
}

// giveBack gives all of it back.
func (l *loan) giveBack() {
	l.owner.held -= l.bytes
	l.lender.Hold(-l.bytes)
	l.bytes, l.lender = 0, nil
}
