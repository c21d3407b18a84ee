package mfm

import (
	"strings"
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

const (
	maxHighlighted = 16 << 10               // bytes of code; longer code stays in one colour
	maxLanguage    = 32                     // bytes of the name of a language
	maxTokens      = 1500                   // each is something to draw
	maxKept        = 64                     // pieces of code whose tokens are remembered
	lexPatience    = 40 * time.Millisecond  // how long is waited for the tokens
	lexLimit       = 500 * time.Millisecond // how long they are sought at all
)

// token is a piece of code of one shade.
type token struct {
	text  string
	shade shade
}

// highlights remembers the tokens of code shown lately. It is a memo: what is in it never changes what code is, only
// what it costs.
var highlights = highlighter{patience: lexPatience}

// highlighter takes code apart. Lexers work with regular expressions that code can be made to keep busy, so they do not
// run on the Fyne goroutine: it waits for them a moment, and what they find later is there the next time.
type highlighter struct {
	patience time.Duration
	kept     map[snippet]*search
	at       *search // the one under way; there is one at a time
}

type snippet struct{ language, text string }

// search is for the tokens of a snippet.
type search struct {
	found  chan []token
	tokens []token
	over   bool
}

// tokens gives the tokens of code; none if its language is not known, it is too long, or they are not found yet.
func (h *highlighter) tokens(language, text string) []token {
	language = strings.ToLower(language)
	if language == "" || len(language) > maxLanguage || strings.ContainsAny(language, "*?[\\") || len(text) > maxHighlighted {
		return nil
	}
	s := h.kept[snippet{language, text}]
	if s == nil {
		if h.at != nil && !h.at.done(0) {
			return nil
		}
		s = h.begin(language, text)
	}
	if !s.done(h.patience) {
		return nil
	}
	return s.tokens
}

func (h *highlighter) begin(language, text string) *search {
	if h.kept == nil || len(h.kept) >= maxKept {
		h.kept = map[snippet]*search{}
	}
	s := &search{found: make(chan []token, 1)}
	h.kept[snippet{language, text}], h.at = s, s
	go func() { s.found <- lex(language, text) }()
	return s
}

// done waits for the tokens at most that long.
func (s *search) done(patience time.Duration) bool {
	if s.over {
		return true
	}
	select {
	case s.tokens = <-s.found:
		s.over = true
		return true
	default:
	}
	if patience == 0 {
		return false
	}
	wait := time.NewTimer(patience)
	defer wait.Stop()
	select {
	case s.tokens = <-s.found:
		s.over = true
	case <-wait.C:
	}
	return s.over
}

// lex takes code apart. Lexers may panic, and then there are no tokens.
func lex(language, text string) (tokens []token) {
	defer func() {
		if recover() != nil {
			tokens = nil
		}
	}()
	lexer := lexers.Get(language)
	if lexer == nil {
		return nil
	}
	next, err := lexer.Tokenise(nil, text)
	if err != nil {
		return nil
	}
	end := time.Now().Add(lexLimit)
	rest := text
	for t := next(); t != chroma.EOF; t = next() {
		if len(tokens) >= maxTokens || time.Now().After(end) || !strings.HasPrefix(rest, t.Value) {
			break
		}
		rest = rest[len(t.Value):]
		tokens = join(tokens, t)
	}
	if rest != "" && len(tokens) > 0 {
		tokens = append(tokens, token{text: rest})
	}
	return tokens
}

// join adds a token to the last one where nobody would see a difference.
func join(tokens []token, t chroma.Token) []token {
	n := len(tokens)
	s := shadeOf(t.Type)
	if n > 0 && (tokens[n-1].shade == s || strings.TrimSpace(t.Value) == "") {
		tokens[n-1].text += t.Value
		return tokens
	}
	return append(tokens, token{text: t.Value, shade: s})
}
