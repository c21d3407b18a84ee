// Command lettering takes the outlines of some characters out of a font and
// writes them as a table that package sketch draws words with:
//
//	go run ./api/misskeytest/internal/lettering FONT.otf > api/misskeytest/internal/sketch/letters.txt
//
// The table in the repository comes from Noto Sans CJK JP Bold, whose licence
// stands beside it.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// em is the size outlines are written for.
const em = 100

// characters are all that the drawings write.
const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!?.,:;'\"#%&+-=/@()~…♪☆★♡・ー〜！？" +
	"あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽ" +
	"まみむめもゃやゅゆょよらりるれろわをんアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンッャュョ" +
	"ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ" +
	"草天才神尊優勝最高乙寝進捗大勝利理解完全藍異形茶本日休業春夏秋冬森見了人生無限祝猫犬鳥花月火水木金土円駅珈琲拉麺桜雨雪山海空星光" +
	"대박감사안녕하세요ㅋㅠ헐힘내축귀여워"

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: lettering FONT.otf")
	}
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(os.Stdout)
	runes := []rune(characters)
	slices.Sort(runes)
	for _, r := range slices.Compact(runes) {
		line, err := outline(parsed, r)
		if err != nil {
			log.Fatal(err)
		}
		_, _ = out.WriteString(line + "\n") // Flush tells of failures
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

// outline is a character, its advance and its path, the baseline at y = 0.
func outline(f *sfnt.Font, r rune) (string, error) {
	var buf sfnt.Buffer
	glyph, err := f.GlyphIndex(&buf, r)
	if err != nil || glyph == 0 {
		return "", fmt.Errorf("no glyph for %q: %w", r, err)
	}
	size := fixed.I(em)
	advance, err := f.GlyphAdvance(&buf, glyph, size, font.HintingNone)
	if err != nil {
		return "", fmt.Errorf("advance of %q: %w", r, err)
	}
	segments, err := f.LoadGlyph(&buf, glyph, size, nil)
	if err != nil {
		return "", fmt.Errorf("outline of %q: %w", r, err)
	}
	var b strings.Builder
	for i, s := range segments {
		n := 1
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				b.WriteByte('Z')
			}
			b.WriteByte('M')
		case sfnt.SegmentOpLineTo:
			b.WriteByte('L')
		case sfnt.SegmentOpQuadTo:
			b.WriteByte('Q')
			n = 2
		case sfnt.SegmentOpCubeTo:
			b.WriteByte('C')
			n = 3
		}
		for k, p := range s.Args[:n] {
			if k > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%s %s", tenth(p.X), tenth(p.Y))
		}
	}
	return fmt.Sprintf("%c %s %sZ", r, tenth(advance), b.String()), nil
}

// tenth writes a number with one decimal at most.
func tenth(v fixed.Int26_6) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(v)/64), ".0")
}
