package motion

import "slices"

// key is a stance and when in a round it is taken.
type key struct {
	percent    float32
	x, y       float32 // how far it is moved, in device-independent units
	wide, high float32 // how it is stretched
	turned     float32 // in degrees, clockwise
}

func moved(percent, x, y float32) key { return key{percent, x, y, 1, 1, 0} }

func shaken(percent, x, y, degrees float32) key { return key{percent, x, y, 1, 1, degrees} }

func pulsed(percent, size, degrees float32) key { return key{percent, 0, 0, size, size, degrees} }

func squashed(percent, wide, high float32) key { return key{percent, 0, 0, wide, high, 0} }

// The rounds of the motions, as Misskey Web has them.
var (
	tadaKeys = []key{
		pulsed(0, 1, 0), pulsed(10, 0.9, -3), pulsed(20, 0.9, -3), pulsed(30, 1.1, 3), pulsed(40, 1.1, -3),
		pulsed(50, 1.1, 3), pulsed(60, 1.1, -3), pulsed(70, 1.1, 3), pulsed(80, 1.1, -3), pulsed(90, 1.1, 3),
		pulsed(100, 1, 0),
	}
	jellyKeys = []key{
		squashed(0, 1, 1), squashed(30, 1.25, 0.75), squashed(40, 0.75, 1.25), squashed(50, 1.15, 0.85),
		squashed(65, 0.95, 1.05), squashed(75, 1.05, 0.95), squashed(100, 1, 1),
	}
	jumpKeys   = []key{moved(0, 0, 0), moved(25, 0, -16), moved(50, 0, 0), moved(75, 0, -8), moved(100, 0, 0)}
	bounceKeys = []key{moved(0, 0, 0), moved(25, 0, -16), moved(50, 0, 0), squashed(75, 1.5, 0.75), moved(100, 0, 0)}
	twitchKeys = []key{
		moved(0, 7, -2), moved(5, -3, 1), moved(10, -7, -1), moved(15, 0, -1), moved(20, -8, 6), moved(25, -4, -3),
		moved(30, -4, -6), moved(35, -8, -8), moved(40, 4, 6), moved(45, -3, 1), moved(50, 2, -10), moved(55, -7, 0),
		moved(60, -2, 4), moved(65, 3, -8), moved(70, 6, 7), moved(75, -7, -2), moved(80, -7, -8), moved(85, 9, 3),
		moved(90, -3, -2), moved(95, -10, 2), moved(100, -2, -6),
	}
	shakeKeys = []key{
		shaken(0, -3, -1, -8), shaken(5, 0, -1, -10), shaken(10, 1, -3, 0), shaken(15, 1, 1, 11), shaken(20, -2, 1, 1),
		shaken(25, -1, -2, -2), shaken(30, -1, 2, -3), shaken(35, 2, 1, 6), shaken(40, -2, -3, -9), shaken(45, 0, -1, -12),
		shaken(50, 1, 2, 10), shaken(55, 0, -3, 8), shaken(60, 1, -1, 8), shaken(65, 0, -1, -7), shaken(70, -1, -3, 6),
		shaken(75, 0, -2, 4), shaken(80, -2, -1, 3), shaken(85, 1, -3, -10), shaken(90, 1, 0, 3), shaken(95, -2, 0, -3),
		shaken(100, 2, 1, 2),
	}
)

// between is the stance at a share of a round. From one key to the next it goes as timing says; nil is evenly.
func between(keys []key, share float32, timing func(float32) float32) Matrix {
	percent := share * 100
	next, _ := slices.BinarySearchFunc(keys, percent, func(k key, p float32) int {
		if k.percent <= p {
			return -1
		}
		return 1
	})
	if next == len(keys) {
		return keys[next-1].matrix()
	}
	a, b := keys[next-1], keys[next]
	at := (percent - a.percent) / (b.percent - a.percent)
	if timing != nil {
		at = timing(at)
	}
	mix := func(from, to float32) float32 { return from + at*(to-from) }
	return key{
		0, mix(a.x, b.x), mix(a.y, b.y), mix(a.wide, b.wide), mix(a.high, b.high), mix(a.turned, b.turned),
	}.matrix()
}

func (k key) matrix() Matrix {
	m := Turn(k.turned)
	if k.wide != 1 || k.high != 1 {
		m = Stretch(k.wide, k.high).Mul(m)
	}
	m[2], m[5] = k.x, k.y
	return m
}
