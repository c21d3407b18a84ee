package motion

// maxHeld bounds the memory of what is drawn otherwise than it stands, in an app, in bytes.
const maxHeld = 64 << 20

// Hold asks for memory for pictures of what is drawn otherwise than it stands; with a negative count it is given back.
// Without a governor there is as much as is asked for.
func (g *Governor) Hold(bytes int) bool {
	if g == nil {
		return true
	}
	if bytes > 0 && g.heart.held+bytes > maxHeld {
		return false
	}
	g.heart.held += bytes
	return true
}
