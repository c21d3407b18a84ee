package mfm

import (
	"context"
	"slices"
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/hashicorp/golang-lru/v2/simplelru"
)

const (
	maxKept     = 128             // pieces of code whose shades are remembered, at most 4 MB with the code
	maxWaiting  = 256             // pieces of code that wait for their shades
	maxAtOnce   = 2               // pieces of code whose shades are waited for
	maxLexers   = 4               // lexers at work, with those that nobody waits for any more
	lexPatience = 5 * time.Second // how long shades are waited for; usually they take milliseconds
)

// Background runs work off the Fyne goroutine, and then on the Fyne goroutine what it returned, unless the app has ended
// by then: the context ends with the app.
type Background func(work func(context.Context) (after func()))

// Highlighter finds the shades of code and remembers those of code shown lately. It belongs to the Fyne goroutine, which
// never waits for it. Lexers are regular expressions that code can be made to keep busy for minutes, and a goroutine that
// is in one cannot be stopped: nobody waits for it longer than lexPatience, and while maxLexers of them are lost like
// that, code stays in one colour. A nil Highlighter colours nothing.
type Highlighter struct {
	run       Background
	lex       func(context.Context, chroma.Lexer, string) []shaded
	places    chan struct{} // one for each lexer at work
	languages languages
	kept      *simplelru.LRU[snippet, []shaded]
	sought    map[snippet]*search // that wait, or are waited for
	waiting   []*search           // the newest last, which is what the reader looks at
	busy      int                 // searches that are waited for
}

// snippet is code of a language.
type snippet struct {
	lexer chroma.Lexer
	text  string
}

// search is for the shades of a snippet.
type search struct {
	snippet
	got []func([]shaded)
}

// NewHighlighter makes one for all that an app shows.
func NewHighlighter(run Background) *Highlighter {
	kept, err := simplelru.NewLRU[snippet, []shaded](maxKept, nil)
	if err != nil { // only for a size that is not positive
		panic(err)
	}
	return &Highlighter{
		run: run, lex: lex, places: make(chan struct{}, maxLexers), kept: kept, sought: map[snippet]*search{},
	}
}

// lexer is that of a language as code names it; nil for none that is known.
func (h *Highlighter) lexer(language string) chroma.Lexer {
	if h == nil {
		return nil
	}
	return h.languages.named(language)
}

// shades gives got the shades of code: at once when they are remembered, and otherwise once they are found, unless they
// are not.
func (h *Highlighter) shades(s snippet, got func([]shaded)) {
	if s.lexer == nil || len(s.text) > maxHighlighted {
		return
	}
	if found, ok := h.kept.Get(s); ok {
		got(found)
		return
	}
	if asked := h.sought[s]; asked != nil {
		asked.got = append(asked.got, got)
		return
	}
	if len(h.waiting) >= maxWaiting {
		delete(h.sought, h.waiting[0].snippet)
		h.waiting = slices.Delete(h.waiting, 0, 1)
	}
	asked := &search{s, []func([]shaded){got}}
	h.sought[s] = asked
	h.waiting = append(h.waiting, asked)
	h.next()
}

// next begins as many searches as there may be.
func (h *Highlighter) next() {
	for h.busy < maxAtOnce && len(h.waiting) > 0 {
		last := len(h.waiting) - 1
		s := h.waiting[last]
		h.waiting[last] = nil
		h.waiting = h.waiting[:last]
		h.busy++
		h.run(func(ctx context.Context) func() {
			found, sought := h.find(ctx, s.snippet)
			return func() { h.tell(s, found, sought) }
		})
	}
}

// find seeks the shades of a snippet for as long as they are waited for, off the Fyne goroutine. Where no lexer may work
// they are not sought.
func (h *Highlighter) find(ctx context.Context, s snippet) (found []shaded, sought bool) {
	ctx, cancel := context.WithTimeout(ctx, lexPatience)
	defer cancel()
	select {
	case h.places <- struct{}{}:
	case <-ctx.Done():
		return nil, false
	}
	result := make(chan []shaded, 1)
	go func() {
		defer func() { <-h.places }()
		result <- h.lex(ctx, s.lexer, s.text)
	}()
	select {
	case found = <-result:
		return found, true
	case <-ctx.Done():
		return nil, true
	}
}

// tell hands on what was found. That nothing was is remembered as well: who asks again would wait as long.
func (h *Highlighter) tell(s *search, found []shaded, sought bool) {
	h.busy--
	delete(h.sought, s.snippet)
	if sought {
		h.kept.Add(s.snippet, found)
	}
	for _, got := range s.got {
		got(found)
	}
	h.next()
}
