package feed

import "math"

const (
	unmeasured     = -1
	presumedHeight = 120     // of a row when none was measured yet
	maxHeight      = 1 << 20 // of any row; keeps odd answers from breaking the arithmetic
	maxStale       = 1024    // ids remembered as changed while out of sight
)

// heights keeps the height of each row, by index, for one width.
type heights struct {
	of    []float32 // unmeasured until needed
	known int       // how many are measured
	sum   float64   // of the measured ones
	stale map[string]struct{}
}

// carry returns the heights for the list d leads to.
func (h *heights) carry(d diff) {
	of := make([]float32, len(d.next))
	copy(of, h.of[:d.prefix])
	copy(of[len(of)-d.suffix:], h.of[len(h.of)-d.suffix:])
	for i := d.prefix; i < len(of)-d.suffix; i++ {
		of[i] = unmeasured
	}
	for i := d.prefix; i < len(d.old)-d.suffix; i++ {
		if j, ok := d.index(i); ok {
			of[j] = h.of[i]
		}
	}
	h.of = of
	h.known, h.sum = 0, 0
	for _, v := range of {
		if v >= 0 {
			h.known++
			h.sum += float64(v)
		}
	}
}

// forget makes every height unmeasured.
func (h *heights) forget() {
	for i := range h.of {
		h.of[i] = unmeasured
	}
	h.known, h.sum = 0, 0
	clear(h.stale)
}

// invalidate makes the row id measured anew when it is needed next. Until then its old height serves as the estimate.
func (h *heights) invalidate(id string) {
	if len(h.stale) >= maxStale {
		h.forget()
	}
	if h.stale == nil {
		h.stale = make(map[string]struct{})
	}
	h.stale[id] = struct{}{}
}

// get returns the height of the row id at index i if it is measured and still true.
func (h *heights) get(i int, id string) (float32, bool) {
	if h.of[i] < 0 {
		return 0, false
	}
	if len(h.stale) > 0 {
		if _, ok := h.stale[id]; ok {
			return 0, false
		}
	}
	return h.of[i], true
}

// set keeps a measured height.
func (h *heights) set(i int, id string, v float32) {
	if h.of[i] >= 0 {
		h.sum -= float64(h.of[i])
		h.known--
	}
	h.of[i] = v
	h.sum += float64(v)
	h.known++
	delete(h.stale, id)
}

// estimate returns the height of a row that was not measured: the mean of those that were.
func (h *heights) estimate() float32 {
	if h.known == 0 {
		return presumedHeight
	}
	return float32(h.sum / float64(h.known))
}

// upTo returns the height of the first n rows together, estimated where not measured.
func (h *heights) upTo(n int) float32 {
	var sum float64
	missing := 0
	for _, v := range h.of[:n] {
		if v < 0 {
			missing++
			continue
		}
		sum += float64(v)
	}
	return float32(sum + float64(missing)*float64(h.estimate()))
}

// total returns the height of all rows together, estimated where not measured.
func (h *heights) total() float32 {
	return float32(h.sum + float64(len(h.of)-h.known)*float64(h.estimate()))
}

// at returns the row that is so many units below the top of the first one, and how far down that row, from 0 to 1. There must be rows.
func (h *heights) at(point float64) (i int, within float32) {
	estimate := float64(h.estimate())
	for i, v := range h.of {
		height := float64(v)
		if v < 0 {
			height = estimate
		}
		if point < height {
			return i, float32(point / height)
		}
		point -= height
	}
	return len(h.of) - 1, 1
}

// sane makes any answer of Rows.Height a height: whole pixels, not negative, bounded.
func sane(v, pixel float32) float32 {
	if !(v > 0) { // also when not a number
		return 0
	}
	v = min(v, maxHeight)
	return float32(math.Ceil(float64(v/pixel)-0.01)) * pixel
}
