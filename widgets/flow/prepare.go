package flow

import (
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"mejiro/widgets/look"
)

// pictureRune stands for a picture while break opportunities are sought: the class of ideographs lets lines break
// around it and still keeps a following 。 or ー on its line, which U+FFFC would not.
const pictureRune = '\U0001F600'

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

// preparers saves the segmenter's working memory from one text to the next.
var preparers = sync.Pool{New: func() any { return new(preparer) }}

type preparer struct {
	cleaner cleaner
	seg     segmenter.Segmenter
	plain   plainBreaker
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
	for from := 0; from < len(p.cleaner.runes); {
		to := len(p.cleaner.runes)
		if i := slices.Index(p.cleaner.runes[from:], '\n'); i >= 0 {
			to = from + i + 1
		}
		p.addParagraph(from, to)
		from = to
	}
	return p.text
}

// addParagraph adds the pieces of the runes between two indices.
func (p *preparer) addParagraph(from, to int) {
	paragraph := p.cleaner.runes[from:to]
	if !p.plain.read(paragraph) {
		p.seg.Init(paragraph)
		for it := p.seg.LineIterator(); it.Next(); {
			ln := it.Line()
			p.addSegment(ln.Text)
			p.joinHangul(from + ln.Offset + len(ln.Text))
		}
		return
	}
	start := 0
	for i := 1; i <= len(paragraph); i++ {
		if i < len(paragraph) && !p.plain.breaks(i) {
			continue
		}
		p.addSegment(paragraph[start:i])
		p.joinHangul(from + i)
		start = i
	}
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
	p.cleaner.put(pictureRune)
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

// addSegment adds the pieces of what stands between two break opportunities.
func (p *preparer) addSegment(rs []rune) {
	visible := len(rs)
	hard := rs[visible-1] == '\n'
	for visible > 0 && (isSpace(rs[visible-1]) || rs[visible-1] == '\n') {
		visible--
	}
	for i := 0; i < len(rs); {
		i = p.addPiece(rs, i, visible)
	}
	last := &p.text.pieces[len(p.text.pieces)-1]
	last.last, last.hard = true, hard
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
