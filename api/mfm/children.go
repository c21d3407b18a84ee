package mfm

// Children are the nodes within n; nil for a leaf.
func Children(n Node) []Node {
	switch n := n.(type) {
	case Bold:
		return n.Children
	case Small:
		return n.Children
	case Italic:
		return n.Children
	case Strike:
		return n.Children
	case Center:
		return n.Children
	case Quote:
		return n.Children
	case Fn:
		return n.Children
	case Link:
		return n.Children
	}
	return nil
}
