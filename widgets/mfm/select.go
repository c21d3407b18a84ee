package mfm

import (
	"strings"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
)

// origin is where in a tree a run comes from.
type origin struct {
	tree *[]mfm.Node
	node *mfm.Node
}

// trace is what a builder knows of where its runs come from.
type trace struct {
	tree   *[]mfm.Node // nil where nobody asks
	source any         // of the node being drawn
}

// origins are what runs are made of.
type origins struct {
	source any
	sealed bool // the same for all that is within
}

// Selected writes as MFM what is selected of a text that [Runs] drew with Options.Sourced. Text and code are cut to what
// is selected; everything else that is touched stays whole, and so does the markup around. Parts without a source are
// written as they are.
func Selected(parts []flow.Part) string {
	var written strings.Builder
	var tree *[]mfm.Node
	c := cutter{}
	write := func() {
		if tree != nil {
			written.WriteString(mfm.String(c.nodes(*tree)))
		}
		tree, c = nil, cutter{}
	}
	for _, p := range parts {
		if o, ok := p.Source.(origin); ok {
			if o.tree != tree {
				write()
			}
			tree, c[o.node] = o.tree, p
		} else if p.Source == nil {
			write()
			written.WriteString(p.Text)
		}
	}
	write()
	return written.String()
}

// cutter knows what is selected of which node.
type cutter map[*mfm.Node]flow.Part

func (c cutter) nodes(nodes []mfm.Node) []mfm.Node {
	var kept []mfm.Node
	for i := range nodes {
		part, touched := c[&nodes[i]]
		if children := c.nodes(mfm.Children(nodes[i])); len(children) > 0 {
			kept = append(kept, with(nodes[i], children))
		} else if touched {
			kept = append(kept, shortened(nodes[i], part))
		}
	}
	return kept
}

// shortened is a node of which only a part is selected.
func shortened(n mfm.Node, part flow.Part) mfm.Node {
	if part.Whole {
		return n
	}
	switch n := n.(type) {
	case mfm.Text:
		n.Text = part.Text
		return n
	case mfm.Plain:
		n.Text = part.Text
		return n
	case mfm.InlineCode:
		n.Code = part.Text
		return n
	case mfm.BlockCode:
		n.Code = part.Text
		return n
	}
	return n
}

// with is a node with other children.
func with(n mfm.Node, children []mfm.Node) mfm.Node {
	switch n := n.(type) {
	case mfm.Bold:
		n.Children = children
		return n
	case mfm.Small:
		n.Children = children
		return n
	case mfm.Italic:
		n.Children = children
		return n
	case mfm.Strike:
		n.Children = children
		return n
	case mfm.Center:
		n.Children = children
		return n
	case mfm.Quote:
		n.Children = children
		return n
	case mfm.Fn:
		n.Children = children
		return n
	case mfm.Link:
		n.Children = children
		return n
	}
	return n
}
