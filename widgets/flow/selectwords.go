package flow

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// unitKind is by what a selection grows.
type unitKind int

const (
	byCharacter unitKind = iota
	byWord
	byParagraph
)

// unitAt is the word or the paragraph that a place is in; of characters there is nothing to take in.
func (s *story) unitAt(p Position, kind unitKind) (from, to Position) {
	switch kind {
	case byWord:
		return s.wordAt(p)
	case byParagraph:
		return s.paragraphAt(p)
	}
	return p, p
}

// paragraphAt is what stands between two line feeds around p.
func (s *story) paragraphAt(p Position) (from, to Position) {
	from = Position(strings.LastIndexByte(s.text[:p], '\n') + 1)
	if i := strings.IndexByte(s.text[p:], '\n'); i >= 0 {
		return from, p + Position(i)
	}
	return from, Position(len(s.text))
}

// wordAt is the word of UAX #29 that the character after p is of, a stretch of spaces, or that character alone. Of
// Japanese and Chinese, whose words it does not know, it is a stretch of one script.
func (s *story) wordAt(p Position) (from, to Position) {
	if w, ok := s.solidAt(p); ok {
		return w.start, w.end
	}
	from, to = s.paragraphAt(p)
	if from == to {
		return p, p
	}
	if p == to {
		return s.wordAt(s.before(p))
	}
	text, at := s.words(from, to), int(p-from)
	first, _ := utf8.DecodeRuneInString(text[at:])
	if same := stretchOf(first); same != nil {
		a, z := stretch(text, at, same)
		return from + Position(a), from + Position(z)
	}
	var seg segmenter.Segmenter
	seg.Init([]rune(text))
	for it := seg.WordIterator(); it.Next(); {
		w := it.Word()
		if w.OffsetInBytes <= at && at < w.OffsetInBytes+w.LengthInBytes {
			return from + Position(w.OffsetInBytes), from + Position(w.OffsetInBytes+w.LengthInBytes)
		}
	}
	return p, s.after(p)
}

// words is the text between two places with a control character for each byte of a solid.
func (s *story) words(from, to Position) string {
	text := []byte(s.text[from:to])
	blank := func(start, end Position) {
		for i := max(start, from); i < min(end, to); i++ {
			text[i-from] = 0
		}
	}
	first := sort.Search(len(s.passages), func(i int) bool { return s.passages[i].end > from })
	for _, p := range s.passages[first:] {
		if p.start >= to {
			break
		}
		if p.whole {
			blank(p.start, p.end)
		}
	}
	first = sort.Search(len(s.solids), func(i int) bool { return s.solids[i].end > from })
	for _, p := range s.solids[first:] {
		if p.start >= to {
			break
		}
		blank(p.start, p.end)
	}
	return string(text)
}

// stretchOf tells what belongs to a stretch that r is of; nil where words have bounds of their own.
func stretchOf(r rune) func(rune) bool {
	if isSpace(r) {
		return isSpace
	}
	for _, script := range []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana} {
		if unicode.Is(script, r) || r == 'ー' && script == unicode.Katakana {
			return func(r rune) bool { return unicode.Is(script, r) || r == 'ー' }
		}
	}
	return nil
}

// stretch is how far characters around at are of one kind.
func stretch(text string, at int, same func(rune) bool) (from, to int) {
	differs := func(r rune) bool { return !same(r) }
	if i := strings.LastIndexFunc(text[:at], differs); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		from = i + n
	}
	if i := strings.IndexFunc(text[at:], differs); i >= 0 {
		return from, at + i
	}
	return from, len(text)
}

// nearby is how many bytes are looked at for one character.
const nearby = 256

// after is the place one character on.
func (s *story) after(p Position) Position {
	if p >= Position(len(s.text)) {
		return p
	}
	if w, ok := s.solidAt(p); ok {
		return w.end
	}
	end := s.whole(min(p+nearby, Position(len(s.text))))
	return p + Position(ends(s.text[p:end])[0])
}

// before is the place one character back.
func (s *story) before(p Position) Position {
	if p <= 0 {
		return 0
	}
	if w, ok := s.solidAt(p - 1); ok {
		return w.start
	}
	start := s.whole(max(0, p-nearby))
	all := ends(s.text[start:p])
	if len(all) < 2 {
		return start
	}
	return start + Position(all[len(all)-2])
}
