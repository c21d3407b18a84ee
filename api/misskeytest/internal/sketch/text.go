package sketch

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// letters is written by the command lettering.
//
//go:embed letters.txt
var letters string

// letter is the outline of a character at a size of 100, the baseline at 0.
type letter struct {
	advance float64
	path    Path
}

// space is how wide a blank is at a size of 100.
const space = 28

var alphabet = sync.OnceValue(func() map[rune]string {
	table := map[rune]string{}
	for line := range strings.Lines(letters) {
		for _, r := range line {
			table[r] = strings.TrimSpace(line[len(string(r)):])
			break
		}
	}
	return table
})

func letterOf(r rune) letter {
	advance, d, ok := strings.Cut(alphabet()[r], " ")
	if !ok {
		return letter{advance: space}
	}
	width, _ := strconv.ParseFloat(advance, 64)
	return letter{width, Parse(d)}
}

// Text is the outline of words that begin at (x, y) on the baseline, and how
// wide they are. Characters it does not know are blank.
func Text(words string, x, y, size float64) (Path, float64) {
	var p Path
	at := 0.0
	for _, r := range words {
		l := letterOf(r)
		p = p.Join(l.path.under(Scale(size/100, size/100).Then(Move(x+at*size/100, y))))
		at += l.advance
	}
	return p, at * size / 100
}

// Centred is words around (x, y), made smaller where they are wider than w.
func Centred(words string, x, y, size, w float64) Path {
	_, width := Text(words, 0, 0, size)
	if w > 0 && width > w {
		size *= w / width
		width = w
	}
	p, _ := Text(words, x-width/2, y+size*0.37, size)
	return p
}
