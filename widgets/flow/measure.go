package flow

import (
	"math"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// longPiece is how many bytes are measured as one string at most. Longer pieces are the sum of their characters.
const longPiece = 256

// refresh forgets widths that were measured before the caches were dropped.
func (t *Text) refresh() {
	faces.follow()
	if t.generation == faces.generation {
		return
	}
	t.generation, t.clusters = faces.generation, nil
	for i := range t.spans {
		t.spans[i].face = faces.of(&t.spans[i])
	}
	for i := range t.pieces {
		t.pieces[i].width = -1
	}
}

// measure sees to it that the widths of piece i are known.
func (t *Text) measure(i int) {
	p := &t.pieces[i]
	if p.width >= 0 {
		return
	}
	s := &t.spans[p.span]
	if s.box != nil {
		p.width = s.box.wants()
		return
	}
	if s.emoji != nil {
		size, _ := s.emoji.place(s.face.key.size, math.MaxFloat32)
		p.width = size.Width
		return
	}
	p.space = s.face.spaces(strings.TrimSuffix(s.text[p.end:p.tail], "\n"))
	p.width = 0
	if n := p.end - p.start; n > longPiece {
		for _, c := range t.clustersOf(i) {
			p.width += c.width
		}
	} else if n > 0 {
		p.width = s.face.width(s.text[p.start:p.end])
	}
}

// clustersOf gives the characters of piece i.
func (t *Text) clustersOf(i int) []cluster {
	cs, ok := t.clusters[int32(i)]
	if !ok {
		p := &t.pieces[i]
		cs = split(&t.spans[p.span], p.start, p.end)
		if t.clusters == nil {
			t.clusters = map[int32][]cluster{}
		}
		t.clusters[int32(i)] = cs
	}
	return cs
}

// segmenters are for [ends].
var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}

// split finds and measures the user-perceived characters of a stretch of s.
func split(s *span, start, end int32) []cluster {
	text := s.text[start:end]
	var cs []cluster
	from := 0
	for _, to := range ends(text) {
		cs = append(cs, cluster{end: start + int32(to), width: s.face.width(text[from:to])})
		from = to
	}
	return cs
}

// ends tells where the user-perceived characters of text end.
func ends(text string) []int {
	seg := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(seg)
	seg.Init([]rune(text))
	var all []int
	from := 0
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		to := g.OffsetInBytes + g.LengthInBytes
		if !joined(text[from:to], text[to:]) {
			all = append(all, to)
			from = to
		}
	}
	return all
}

// joined tells whether emoji go on after a joiner. The segmenter knows that of the first of several emoji only.
func joined(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return strings.HasSuffix(before, "\u200d") && isPictograph(first) && isPictograph(next)
}

// isPictograph tells what is joined to sequences of emoji.
func isPictograph(r rune) bool {
	return r >= 0x1f000 && r < 0x20000 || r >= 0x2190 && r < 0x2c00
}
