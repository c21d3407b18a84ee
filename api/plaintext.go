package api

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const longestMarkup = 64 << 10 // bytes looked at

// plainText is the text of markup, at most limit characters of it, with an
// empty line between paragraphs.
func plainText(markup string, limit int) string {
	tokens := html.NewTokenizer(strings.NewReader(markup[:min(len(markup), longestMarkup)]))
	var text strings.Builder
	hidden := 0
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return tidy(text.String(), limit)
		case html.TextToken:
			if hidden == 0 {
				text.Write(tokens.Text())
			}
		case html.StartTagToken:
			name, _ := tokens.TagName()
			text.WriteString(breakAt(atom.Lookup(name)))
			hidden += hides(atom.Lookup(name))
		case html.EndTagToken:
			name, _ := tokens.TagName()
			text.WriteString(breakAt(atom.Lookup(name)))
			hidden = max(0, hidden-hides(atom.Lookup(name)))
		case html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			text.WriteString(breakAt(atom.Lookup(name)))
		}
	}
}

func breakAt(tag atom.Atom) string {
	switch tag {
	case atom.Br, atom.Li, atom.Div, atom.Tr:
		return "\n"
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.Ul, atom.Ol, atom.Table, atom.Blockquote:
		return "\n\n"
	}
	return ""
}

func hides(tag atom.Atom) int {
	switch tag {
	case atom.Script, atom.Style, atom.Template:
		return 1
	}
	return 0
}

// tidy trims every line, keeps one empty line at most between them and cuts.
func tidy(text string, limit int) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		line = oneLine(line, limit)
		if line == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, line)
	}
	runes := []rune(strings.TrimRightFunc(strings.Join(out, "\n"), unicode.IsSpace))
	if len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return string(runes)
}
