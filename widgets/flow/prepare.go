package flow

import (
	"sync"
	"unicode/utf8"

	"mejiro/widgets/flow/internal/linebreak"
	"mejiro/widgets/look"
)

// Text is inline text whose break opportunities are known. It can be laid out at any width, again and again. It is
// never changed, but for widths it remembers.
type Text struct {
	spans      []span
	pieces     []piece
	clusters   map[int32][]cluster // of pieces that were broken inside, by index
	generation int                 // of the face table the widths are from
	cut        bool
	directed   bool    // whether spans have directions: there is right-to-left writing
	told       *story  // nil until it is wanted
	effects    bool    // whether a box in it has an effect
	blocks     bool    // whether it has blocks, not counting those in boxes
	overhang   float32 // how far letters may reach beyond it, in device-independent units
}

// span is a stretch of one look, one picture or one box.
type span struct {
	text  string
	style Style
	link  *Link
	emoji *Emoji
	box   *nest
	cut   look.Face // that has all of text
	face  *face
	way   direction

	aside  bool
	source any
}

// piece is what stands in one span between two break opportunities.
type piece struct {
	span       int32
	start, end int32   // the visible bytes of the span's text
	tail       int32   // where the spaces after it end
	width      float32 // of the visible bytes; negative when not measured yet
	space      float32 // width of the spaces after it
	last       bool    // the line may break after it
	weak       bool    // the line may break after it where its word is longer than a line
	hard       bool    // the line breaks after it
	solid      bool    // it is a picture or a box
}

// cluster is one user-perceived character of a piece.
type cluster struct {
	end   int32 // in the span's text
	width float32
}

// Prepare finds the stretches and the break opportunities of runs. Text beyond 65,536 characters, 1,000 boxes or boxes
// 50 deep is left out.
func Prepare(runs []Run) *Text {
	return prepareWithin(runs, nil)
}

func prepareWithin(runs []Run, allowed *allowance) *Text {
	p := preparers.Get().(*preparer)
	defer preparers.Put(p)
	p.own = allowance{}
	if p.allowed = allowed; allowed == nil {
		p.allowed = &p.own
	}
	p.told = 0
	t := p.prepare(runs)
	p.allowed.runes += len(p.cleaner.runes) - p.told
	p.allowed = nil
	return t
}

// preparers saves working memory from one text to the next.
var preparers = sync.Pool{New: func() any { return new(preparer) }}

type preparer struct {
	cleaner cleaner
	breaker linebreak.Breaker
	text    *Text
	span    int32 // the span that the next rune stands in
	at      int32 // and its place there
	allowed *allowance
	own     allowance
	told    int // how many of the runes are counted in allowed
}

func (p *preparer) prepare(runs []Run) *Text {
	p.cleaner = cleaner{text: p.cleaner.text[:0], runes: p.cleaner.runes[:0], elsewhere: p.allowed.runes}
	p.text, p.span, p.at = &Text{generation: -1, spans: make([]span, 0, len(runs))}, 0, 0
	defer func() { p.text = nil }()
	for i := range runs {
		if p.cleaner.cut {
			break
		}
		p.addRun(runs, i)
	}
	p.text.cut = p.cleaner.cut
	if len(p.cleaner.runes) == 0 {
		return p.text
	}
	if p.cleaner.rightToLeft {
		p.direct()
	}
	p.text.pieces = make([]piece, 0, len(p.cleaner.runes)/2+len(p.text.spans))
	p.breaker.Break(p.cleaner.runes, p.addSegment)
	return p.text
}

// addRun cleans runs[i] and ends its span, unless the next run looks the same.
func (p *preparer) addRun(runs []Run, i int) {
	r := &runs[i]
	if r.Emoji == nil && r.Box == nil {
		p.cleaner.add(r.Text)
	} else if p.addPicture(r) {
		return
	}
	if i+1 < len(runs) && sameLook(r, &runs[i+1]) && !p.cleaner.cut {
		return
	}
	if len(p.cleaner.text) > 0 {
		p.addText(span{
			text: string(p.cleaner.text), style: r.Style, link: r.Link, source: r.Source, aside: r.Aside,
		})
		p.cleaner.text = p.cleaner.text[:0]
	}
}

// addPicture adds what stands in the line as one character, if it still may.
func (p *preparer) addPicture(r *Run) bool {
	var box *nest
	if r.Box != nil {
		if box = p.nest(r.Box); box == nil {
			return false
		}
	}
	p.cleaner.put(linebreak.Picture)
	if p.cleaner.cut {
		return false
	}
	s := span{text: r.Text, style: r.Style, link: r.Link, box: box, source: r.Source, aside: r.Aside}
	if box == nil {
		s.emoji = r.Emoji
	}
	p.text.spans = append(p.text.spans, s)
	p.cleaner.text = p.cleaner.text[:0]
	return true
}

func sameLook(a, b *Run) bool {
	return b.Emoji == nil && b.Box == nil && a.Link == b.Link && a.Style == b.Style && a.Source == b.Source && a.Aside == b.Aside
}

// addSegment adds the pieces of what stands between two break opportunities, of which the second may be weak.
func (p *preparer) addSegment(rs []rune, weak bool) {
	visible := len(rs)
	hard := rs[visible-1] == '\n'
	for visible > 0 && (isSpace(rs[visible-1]) || rs[visible-1] == '\n') {
		visible--
	}
	for i := 0; i < len(rs); {
		i = p.addPiece(rs, i, visible)
	}
	last := &p.text.pieces[len(p.text.pieces)-1]
	last.last, last.weak, last.hard = !weak, weak, hard
}

// addPiece adds one piece beginning with rs[i], of which those from visible on are spaces. It returns where it ended.
func (p *preparer) addPiece(rs []rune, i, visible int) int {
	s := &p.text.spans[p.span]
	pc := piece{span: p.span, start: p.at, end: p.at, width: -1}
	if s.emoji != nil || s.box != nil {
		pc.solid = true
		if s.isBlock() {
			p.endWord()
			p.text.blocks = true
			pc.last = true
		}
		p.text.pieces = append(p.text.pieces, pc)
		p.span++
		return i + 1
	}
	for i < len(rs) && int(p.at) < len(s.text) {
		p.at += int32(utf8.RuneLen(rs[i]))
		if i < visible {
			pc.end = p.at
		}
		i++
	}
	pc.tail = p.at
	p.text.pieces = append(p.text.pieces, pc)
	if int(p.at) == len(s.text) {
		p.span, p.at = p.span+1, 0
	}
	return i
}

// endWord lets the line end after the last piece.
func (p *preparer) endWord() {
	if n := len(p.text.pieces); n > 0 {
		p.text.pieces[n-1].last = true
	}
}
