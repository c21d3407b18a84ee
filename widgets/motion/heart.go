package motion

import (
	"slices"
	"time"
)

const (
	leastBeat  = time.Second / 15
	mostBeat   = time.Second / 4
	beatShare  = 5 // the part of a core beats may take is one by this
	beatMemory = 4 // beats the average cost of one goes back
	tickTime   = time.Second / 60
	tickEarly  = tickTime / 2 // that a beat may come, lest it wait for another tick
)

// heart is what all parts of a governor share: clock, beats and movers.
type heart struct {
	ticks  Ticks
	clock  func() time.Time
	mode   Mode
	pauses map[Reason]bool
	passed time.Duration // on the clock until it began to run last
	since  time.Time     // it has been running; zero while it stands

	seats   []*seat
	round   []*seat              // those of the beat under way
	stop    func()               // of the ticks; nil while there are none
	last    time.Time            // beat
	cost    time.Duration        // of a beat, on average
	spent   func() time.Duration // by the process until now; nil counts what the movers take
	counted time.Duration        // of it
	held    int                  // bytes; see Governor.Hold
}

// seat is the place of a mover.
type seat struct {
	mover Mover // nil once it has left
	of    *Governor
	at    int  // its index in heart.seats
	moved bool // since it was still
}

func (h *heart) add(s *seat) {
	s.at = len(h.seats)
	h.seats = append(h.seats, s)
	if h.stop == nil && h.due(s) {
		h.start()
	}
}

// remove leaves the ticks to find out that no one is left, as often another comes at once.
func (h *heart) remove(s *seat) {
	if s.mover == nil {
		return
	}
	s.mover = nil
	end := len(h.seats) - 1
	h.seats[s.at] = h.seats[end]
	h.seats[s.at].at = s.at
	h.seats[end] = nil
	h.seats = h.seats[:end]
}

// due reports whether a seat's mover is to be moved.
func (h *heart) due(s *seat) bool {
	return s.mover != nil && h.lets(s) && len(h.pauses) == 0 && !s.of.rests()
}

// lets reports whether a seat's mover may move, though perhaps not now.
func (h *heart) lets(s *seat) bool { return h.mode == On || h.mode == Hover && s.of.isHovered() }

// wanted reports whether a seat's mover is to be moved, or to be stilled.
func (h *heart) wanted(s *seat) bool { return h.due(s) || s.moved && s.mover != nil && !h.lets(s) }

// running reports whether the clock runs.
func (h *heart) running() bool { return h.mode != Off && len(h.pauses) == 0 }

// hold changes what decides whether the clock runs.
func (h *heart) hold(change func()) {
	h.passed = h.now()
	change()
	h.since = time.Time{}
	if h.running() {
		h.since = h.clock()
	}
	h.wake()
}

func (h *heart) now() time.Duration {
	if h.since.IsZero() {
		return h.passed
	}
	return h.passed + h.clock().Sub(h.since)
}

// wake has ticks come as long as someone is to be moved or stilled.
func (h *heart) wake() {
	switch wanted := slices.ContainsFunc(h.seats, h.wanted); {
	case wanted && h.stop == nil:
		h.start()
	case !wanted && h.stop != nil:
		h.stop()
		h.stop = nil
	}
}

func (h *heart) start() {
	h.last = h.clock()
	if h.spent != nil {
		h.counted = h.spent()
	}
	h.stop = h.ticks(h.tick)
}

// tick makes a beat if it is time for one.
func (h *heart) tick() {
	if h.stop == nil {
		return
	}
	began := h.clock()
	if began.Sub(h.last) < min(max(leastBeat, h.cost*beatShare), mostBeat)-tickEarly {
		return
	}
	if h.spent != nil {
		h.count(h.spent() - h.counted)
	}
	h.last = began
	now, someone := h.now(), false
	h.round = append(h.round[:0], h.seats...)
	for _, s := range h.round {
		switch {
		case h.due(s):
			someone, s.moved = true, true
			s.mover.Move(now)
		case h.wanted(s):
			s.moved = false
			s.mover.Still()
		}
	}
	clear(h.round)
	if !someone {
		h.wake()
		return
	}
	if h.spent == nil {
		h.count(h.clock().Sub(began))
	}
}

// count takes the cost of a beat in.
func (h *heart) count(took time.Duration) {
	h.counted += took
	h.cost += (min(took, mostBeat) - h.cost) / beatMemory
}
