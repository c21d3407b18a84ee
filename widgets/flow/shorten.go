package flow

import "unicode/utf8"

// Shorten cuts text to at most so many bytes, at the end of a character as a reader sees it.
func Shorten(text string, most int) string {
	if len(text) <= most {
		return text
	}
	const more = 64 // bytes in which a character that the cut is in shows that it goes on
	around := runeStart(text, min(most+more, len(text)))
	if !utf8.ValidString(text[:around]) {
		return text[:runeStart(text, most)]
	}
	kept := 0
	for _, end := range ends(text[:around]) {
		if end > most {
			break
		}
		kept = end
	}
	return text[:kept]
}

// runeStart is the last place up to i where no code point is cut in two.
func runeStart(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}
