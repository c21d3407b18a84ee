package motion

import "time"

// leastCycle is the shortest that is worth drawing: what goes round faster is a flicker, and stands still.
const leastCycle = 50 * time.Millisecond

// cycle is how often a motion repeats: Speed is the time of a round, of at least 50 ms, and what is shorter does not
// move; Delay is the time before the first, and if it is negative the motion is under way from the beginning.
type cycle struct{ speed, delay time.Duration }

func (c cycle) moves() bool { return c.speed >= leastCycle }

// at tells how far a round has got at time t, from 0 up to 1, and how many have gone. Before the first and where nothing
// moves on is false.
func (c cycle) at(t time.Duration) (share float32, rounds int64, on bool) {
	if !c.moves() || t < 0 {
		return 0, 0, false
	}
	delay := min(max(c.delay, -maxDelay), maxDelay)
	t = min(t, maxDelay) - delay
	if t < 0 {
		return 0, 0, false
	}
	return float32(float64(t%c.speed) / float64(c.speed)), int64(t / c.speed), true
}

// maxDelay keeps sums of times from overflowing.
const maxDelay = time.Duration(1) << 60

// ease is the timing function of that name in CSS.
func ease(x float32) float32 { return bezier(0.25, 0.1, 0.25, 1, x) }

// bezier is the timing function cubic-bezier(x1, y1, x2, y2) of CSS.
func bezier(x1, y1, x2, y2, x float32) float32 {
	if x <= 0 || x >= 1 {
		return min(max(x, 0), 1)
	}
	low, high := float32(0), float32(1)
	for range 20 {
		if t := (low + high) / 2; cubic(x1, x2, t) < x {
			low = t
		} else {
			high = t
		}
	}
	return cubic(y1, y2, (low+high)/2)
}

// cubic is the Bézier curve from 0 by a and b to 1 at t.
func cubic(a, b, t float32) float32 {
	u := 1 - t
	return 3*u*u*t*a + 3*u*t*t*b + t*t*t
}
