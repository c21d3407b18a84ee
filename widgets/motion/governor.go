package motion

import "time"

// Mover is something drawn that changes with time.
type Mover interface {
	// Move shows the mover as it is at now, since the governor's clock began. What would look the same is not to be
	// refreshed: one object that is repaints the window.
	Move(now time.Duration)
	// Still shows the mover as it is where nothing moves. It comes once, when it is no longer to move.
	Still()
}

// Mode says what moves.
type Mode int

// The modes.
const (
	Off   Mode = iota // nothing
	Hover             // what is under the pointer
	On                // everything
)

// Reason is why nothing moves for the time being.
type Reason string

// The reasons.
const (
	Hidden    Reason = "hidden"    // the window cannot be seen
	Unfocused Reason = "unfocused" // the reader is at another window
)

// Governor moves everything that is in sight in one rhythm, and no faster than the machine bears: beats come at most 15
// times a second, and less often, down to four times, where they would take more than a fifth of a core. There is one for an app,
// and parts of it for what is under the pointer as a whole; see [Governor.Part]. It belongs to the Fyne goroutine.
// A nil Governor moves nothing.
type Governor struct {
	heart   *heart
	whole   *Governor // that it is a part of; nil for the first
	hovered bool
	resting bool
}

// NewGovernor returns a governor in mode Off that goes by the ticks and the clock given: [AnimationTicks] and time.Now in
// an app.
func NewGovernor(ticks Ticks, clock func() time.Time) *Governor {
	return &Governor{heart: &heart{ticks: ticks, clock: clock, pauses: map[Reason]bool{}}}
}

// CountBy has everything the process does between beats count for what they cost, painting above all: spent is how much
// of a core's time it has taken since it began. Without it only what movers take in Move counts.
func (g *Governor) CountBy(spent func() time.Duration) { g.heart.spent = spent }

// Part returns a governor with the same rhythm for something that is under the pointer as a whole, such as a card, or
// that is shown and hidden as a whole, such as a screen; see [Governor.Rest].
func (g *Governor) Part() *Governor {
	if g == nil {
		return nil
	}
	return &Governor{heart: g.heart, whole: g}
}

// Join moves m from the next beat on, until leave is called. In mode On m shows itself as it is at [Governor.Now] by then,
// and otherwise as it stands still.
func (g *Governor) Join(m Mover) (leave func()) {
	if g == nil {
		return func() {}
	}
	s := &seat{mover: m, of: g, moved: g.Mode() == On}
	g.heart.add(s)
	return func() { g.heart.remove(s) }
}

// Hovered says whether the pointer is on what g moves, which tells in mode Hover. What it has left comes to rest with the
// next beat, unless it has come back by then.
func (g *Governor) Hovered(on bool) {
	if g != nil && g.hovered != on {
		g.hovered = on
		g.heart.wake()
	}
}

// Rest says whether what g and its parts move is out of sight. It stays as it is then, and the clock goes on.
func (g *Governor) Rest(on bool) {
	if g != nil && g.resting != on {
		g.resting = on
		g.heart.wake()
	}
}

// isHovered reports whether the pointer is on what g moves, or on the whole that it is a part of.
func (g *Governor) isHovered() bool { return g.hovered || g.whole != nil && g.whole.isHovered() }

// rests reports whether g is out of sight, alone or as a part.
func (g *Governor) rests() bool { return g.resting || g.whole != nil && g.whole.rests() }

// SetMode says what moves from now on. What no longer moves comes to rest with the next beat.
func (g *Governor) SetMode(m Mode) {
	if g != nil {
		g.heart.hold(func() { g.heart.mode = m })
	}
}

// Mode is what moves.
func (g *Governor) Mode() Mode {
	if g == nil {
		return Off
	}
	return g.heart.mode
}

// Pause stops the clock for a reason, until that and all others have gone.
func (g *Governor) Pause(why Reason) {
	if g != nil {
		g.heart.hold(func() { g.heart.pauses[why] = true })
	}
}

// Resume takes a reason of Pause away.
func (g *Governor) Resume(why Reason) {
	if g != nil {
		g.heart.hold(func() { delete(g.heart.pauses, why) })
	}
}

// Now is the time of the governor's clock.
func (g *Governor) Now() time.Duration {
	if g == nil {
		return 0
	}
	return g.heart.now()
}
