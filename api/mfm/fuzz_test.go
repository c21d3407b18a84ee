package mfm

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// foreign is what no syntax of MFM is made of and nothing trims: the characters of s beyond ASCII that are not spaces.
func foreign(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if r >= utf8.RuneSelf && !unicode.IsSpace(r) && r != '\ufeff' {
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}

// checkSound checks what holds for every text: nothing foreign is lost or moved, the tree can be written, and what is written can be read.
func checkSound(t *testing.T, s string) {
	t.Helper()
	for name, parse := range map[string]func(string) []Node{"Parse": Parse, "ParseSimple": ParseSimple} {
		nodes := parse(s)
		written := String(nodes)
		if foreign(written) != foreign(s) {
			t.Errorf("%s loses text of %q: %q", name, s, written)
		}
		if _, err := json.Marshal(nodes); err != nil {
			t.Errorf("%s of %q: %v", name, s, err)
		}
		checkMerged(t, s, nodes)
		parse(written)
	}
}

// checkMerged checks that no text is empty or next to another, and that no container is empty.
func checkMerged(t *testing.T, s string, nodes []Node) {
	t.Helper()
	wasText := false
	for _, n := range nodes {
		text, isText := n.(Text)
		if isText && (wasText || text.Text == "") {
			t.Errorf("%q: split or empty text", s)
		}
		wasText = isText
		children := Children(n)
		if children != nil && len(children) == 0 {
			t.Errorf("%q: empty %s", s, n.kind())
		}
		checkMerged(t, s, children)
	}
}

func TestRandomStringsAreSound(t *testing.T) {
	g := newGenerator(t, 5)
	for range 5_000 {
		checkSound(t, g.text())
	}
}

func TestBrokenUTF8IsSound(t *testing.T) {
	g := newGenerator(t, 6)
	for range 5_000 {
		b := []byte(g.text())
		for range g.IntN(4) {
			if len(b) > 0 {
				b[g.IntN(len(b))] = byte(g.Uint32())
			}
		}
		checkSound(t, string(b))
	}
}

func FuzzParse(f *testing.F) {
	g := newGenerator(f, 4)
	for range 200 {
		f.Add(g.text())
	}
	f.Fuzz(func(t *testing.T, s string) { checkSound(t, s) })
}
