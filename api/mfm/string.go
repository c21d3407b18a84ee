package mfm

import "strings"

// String writes a tree back as MFM, as the toString of mfm-js does. Blocks are parted from their neighbours by a line break.
func String(nodes []Node) string {
	var b strings.Builder
	writeAll(&b, nodes)
	return b.String()
}

// writeAll writes nodes one after the other.
func writeAll(b *strings.Builder, nodes []Node) {
	afterBlock := false
	for i, n := range nodes {
		block := isBlock(n)
		if i > 0 && (block || afterBlock) {
			b.WriteByte('\n')
		}
		afterBlock = block
		write(b, n)
	}
}

// isBlock tells whether a node takes whole lines.
func isBlock(n Node) bool {
	switch n.(type) {
	case Quote, Search, BlockCode, MathBlock, Center:
		return true
	}
	return false
}

// write writes one node.
func write(b *strings.Builder, n Node) {
	switch n := n.(type) {
	case Text:
		b.WriteString(n.Text)
	case Bold:
		wrap(b, "**", n.Children, "**")
	case Small:
		wrap(b, "<small>", n.Children, "</small>")
	case Italic:
		wrap(b, "<i>", n.Children, "</i>")
	case Strike:
		wrap(b, "~~", n.Children, "~~")
	case Center:
		wrap(b, "<center>\n", n.Children, "\n</center>")
	case Quote:
		b.WriteString("> ")
		b.WriteString(strings.ReplaceAll(String(n.Children), "\n", "\n> "))
	case Fn:
		writeFn(b, n)
	case Link:
		if n.Silent {
			b.WriteByte('?')
		}
		wrap(b, "[", n.Children, "]("+n.URL+")")
	default:
		writeLeaf(b, n)
	}
}

// wrap writes children between two marks.
func wrap(b *strings.Builder, open string, children []Node, closing string) {
	b.WriteString(open)
	writeAll(b, children)
	b.WriteString(closing)
}

// writeFn writes a function with its arguments.
func writeFn(b *strings.Builder, n Fn) {
	b.WriteString("$[" + n.Name)
	for i, a := range n.Args {
		if i == 0 {
			b.WriteByte('.')
		} else {
			b.WriteByte(',')
		}
		b.WriteString(a.Key)
		if a.Value != "" {
			b.WriteString("=" + a.Value)
		}
	}
	wrap(b, " ", n.Children, "]")
}

// writeLeaf writes a node without children other than a Text.
func writeLeaf(b *strings.Builder, n Node) {
	switch n := n.(type) {
	case Search:
		b.WriteString(n.Content)
	case BlockCode:
		b.WriteString("```" + n.Lang + "\n" + n.Code + "\n```")
	case MathBlock:
		b.WriteString("\\[\n" + n.Formula + "\n\\]")
	case EmojiCode:
		b.WriteString(":" + n.Name + ":")
	case UnicodeEmoji:
		b.WriteString(n.Emoji)
	case InlineCode:
		b.WriteString("`" + n.Code + "`")
	case MathInline:
		b.WriteString("\\(" + n.Formula + "\\)")
	case Mention:
		b.WriteString(n.Acct)
	case Hashtag:
		b.WriteString("#" + n.Hashtag)
	case URL:
		if n.Brackets {
			b.WriteString("<" + n.URL + ">")
		} else {
			b.WriteString(n.URL)
		}
	case Plain:
		b.WriteString("<plain>\n" + n.Text + "\n</plain>")
	}
}
