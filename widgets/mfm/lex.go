package mfm

import (
	"context"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

const (
	maxHighlighted = 16 << 10 // bytes of code; longer code stays in one colour
	maxShaded      = 1500     // stretches of code, each of which is something to draw
	maxLanguages   = 100      // whose rules are held at once, for good: all there are take 40 MB
)

// shaded is a stretch of code of one shade.
type shaded struct {
	length int32 // bytes
	shade  shade
}

// languages are those that code can be coloured of, under all their names. The zero value knows all there are.
type languages struct {
	byName map[string]chroma.Lexer // in small letters
	used   map[chroma.Lexer]bool
}

// named is the language of a name or of an ending of files; nil for none that is known.
func (l *languages) named(name string) chroma.Lexer {
	if name == "" {
		return nil
	}
	if l.byName == nil {
		l.list()
	}
	found := l.byName[strings.ToLower(name)]
	if found != nil && !l.used[found] {
		if len(l.used) >= maxLanguages {
			return nil
		}
		l.used[found] = true
	}
	return found
}

// list lists the languages. Names go before other names, and those before endings of files.
func (l *languages) list() {
	l.byName, l.used = map[string]chroma.Lexer{}, map[chroma.Lexer]bool{}
	add := func(names func(*chroma.Config) []string) {
		for _, lexer := range lexers.GlobalLexerRegistry.Lexers {
			for _, name := range names(lexer.Config()) {
				name = strings.ToLower(name)
				if l.byName[name] == nil {
					l.byName[name] = lexer
				}
			}
		}
	}
	add(func(c *chroma.Config) []string { return []string{c.Name} })
	add(func(c *chroma.Config) []string { return c.Aliases })
	add(endings)
}

// endings are those of a language's files, without the dot.
func endings(c *chroma.Config) []string {
	var found []string
	for _, pattern := range c.Filenames {
		if ending, ok := strings.CutPrefix(pattern, "*."); ok {
			found = append(found, ending)
		}
	}
	return found
}

// lex takes code apart until ctx is over; what is left then, or is too much, has no shade. Lexers may panic, and then
// there are no shades.
func lex(ctx context.Context, lexer chroma.Lexer, text string) (found []shaded) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	next, err := lexer.Tokenise(nil, text+"\n") // some rules want the end of a line
	if err != nil {
		return nil
	}
	rest := text
	for t := next(); t != chroma.EOF && rest != "" && ctx.Err() == nil && len(found) < maxShaded; t = next() {
		t.Value = t.Value[:min(len(t.Value), len(rest))]
		if !strings.HasPrefix(rest, t.Value) {
			break
		}
		rest = rest[len(t.Value):]
		found = join(found, int32(len(t.Value)), shadeBefore(t.Type, rest), strings.TrimSpace(t.Value) == "")
	}
	if rest != "" && len(found) > 0 {
		found = append(found, shaded{length: int32(len(rest))})
	}
	return found
}

// shadeBefore is the shade of a token that rest follows. Names with arguments are functions; not all lexers say so.
func shadeBefore(t chroma.TokenType, rest string) shade {
	s := shadeOf(t)
	if s == shadeText && t.InCategory(chroma.Name) && strings.HasPrefix(rest, "(") {
		return shadeFunction
	}
	return s
}

// join adds a token to the last stretch where nobody would see a difference.
func join(found []shaded, length int32, s shade, blank bool) []shaded {
	if n := len(found); n > 0 && (found[n-1].shade == s || blank) {
		found[n-1].length += length
		return found
	}
	return append(found, shaded{length, s})
}
