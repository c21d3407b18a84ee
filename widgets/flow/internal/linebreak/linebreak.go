// Package linebreak tells where the lines of a text may break: by UAX #14, so that Japanese lines keep kinsoku, with
// Korean words kept whole where they can be. How wide anything is and where lines do break is for the caller to say.
//
// Most of what is written is broken by a small part of the rules, in a fraction of the time that the segmenter takes
// which does the rest; both break alike. The work grows with the text, whatever is in it.
package linebreak

import (
	"slices"

	"github.com/go-text/typesetting/segmenter"
)

// Picture stands for a picture in the text: the class of ideographs lets lines break around it and still keeps a
// following 。 or ー on its line, which U+FFFC would not.
const Picture = '\U0001F600'

// Breaker finds where lines may break. The zero value is ready, and best used again: it keeps its working memory.
type Breaker struct {
	plain plainBreaker
	seg   segmenter.Segmenter
}

// Break hands on text piece by piece, all of it and none empty. Between two segments the line may break, after a line
// feed it does; the spaces and the line feed before a break end the segment. After one that is weak the line may break
// only where the word that it is in, up to the next segment that is not weak, is longer than a line. Text has no line
// ends but line feeds, and 〜 in place of ～, which Unicode lets begin a line.
func (b *Breaker) Break(text []rune, segment func(runes []rune, weak bool)) {
	for len(text) > 0 {
		end := len(text)
		if i := slices.Index(text, '\n'); i >= 0 {
			end = i + 1
		}
		b.paragraph(text[:end], segment)
		text = text[end:]
	}
}

// paragraph breaks what ends in a line feed or with the text.
func (b *Breaker) paragraph(runes []rune, segment func(runes []rune, weak bool)) {
	if !b.plain.read(runes) {
		b.seg.Init(runes)
		for it := b.seg.LineIterator(); it.Next(); {
			ln := it.Line()
			segment(ln.Text, inKoreanWord(runes, ln.Offset+len(ln.Text)))
		}
		return
	}
	start := 0
	for i := 1; i <= len(runes); i++ {
		if i < len(runes) && !b.plain.breaks(i) {
			continue
		}
		segment(runes[start:i], inKoreanWord(runes, i))
		start = i
	}
}
