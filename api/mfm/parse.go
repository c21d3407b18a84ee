package mfm

// Parse parses a text with the whole grammar: notes, CWs, profile texts.
func Parse(text string) []Node {
	if text == "" {
		return nil
	}
	return []Node{Text{text}}
}

// ParseSimple parses a text in which only emoji and <plain> are recognised: names and one-line previews.
func ParseSimple(text string) []Node {
	if text == "" {
		return nil
	}
	return []Node{Text{text}}
}
