package linebreak

import "unicode"

// inKoreanWord tells whether the break opportunity before rune next is within a Korean word: between syllables, and
// between a syllable and a letter or a digit. UAX #14 leaves that to the language; CSS calls it keep-all. Words longer
// than a line still break there.
func inKoreanWord(runes []rune, next int) bool {
	if next >= len(runes) {
		return false
	}
	before, after := runes[next-1], runes[next]
	return isHangul(before) && isWordly(after) || isHangul(after) && isWordly(before)
}

// isHangul tells syllables and the letters they are made of.
func isHangul(r rune) bool {
	return r >= 0xac00 && r < 0xd800 || r >= 0x1100 && r < 0x1200 || r >= 0x3130 && r < 0x3190 ||
		r >= 0xa960 && r < 0xa980
}

// isWordly tells what words are made of. Fast for what stands around Hangul most often.
func isWordly(r rune) bool {
	return isHangul(r) || r > ' ' && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
