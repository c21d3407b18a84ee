package linebreak

import (
	"math/rand/v2"
	"testing"

	"github.com/go-text/typesetting/segmenter"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kindly is a character of each kind.
var kindly = []rune("a1漢ー(「)。!,/-'|… ")

// assertBrokenAlike compares the breaks of a paragraph with those that the segmenter finds.
func assertBrokenAlike(t *testing.T, seg *segmenter.Segmenter, paragraph []rune) {
	var want, got []int
	seg.Init(paragraph)
	for it := seg.LineIterator(); it.Next(); {
		if ln := it.Line(); ln.Offset > 0 {
			want = append(want, ln.Offset)
		}
	}
	var b plainBreaker
	require.True(t, b.read(paragraph), "%q", string(paragraph))
	for i := 1; i < len(paragraph); i++ {
		if b.breaks(i) {
			got = append(got, i)
		}
	}
	if !assert.Equal(t, want, got, "%q", string(paragraph)) {
		t.FailNow()
	}
}

func TestPlainTextBreaksAsUAX14Says(t *testing.T) {
	var seg segmenter.Segmenter
	n := len(kindly)
	for i := range n * n * n * n {
		assertBrokenAlike(t, &seg, []rune{kindly[i%n], kindly[i/n%n], kindly[i/n/n%n], kindly[i/n/n/n]})
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		paragraph := make([]rune, 2+random.IntN(16))
		for i := range paragraph {
			paragraph[i] = kindly[random.IntN(n)]
		}
		paragraph[len(paragraph)-1] = '\n'
		assertBrokenAlike(t, &seg, paragraph)
	}
}

func TestEachCharacterIsOfItsKind(t *testing.T) {
	var seg segmenter.Segmenter
	for r := rune(' '); r < 0x20000; r++ {
		step := rune(1)
		if r >= 0x4e00 && r < 0xd7a4 {
			step = 61
		}
		if kindOf(r) == unusual || r%step != 0 {
			continue
		}
		for _, k := range kindly {
			assertBrokenAlike(t, &seg, []rune{k, r, k, ' ', r, ' ', k})
		}
	}
}

func TestUnusualTextIsLeftToTheSegmenter(t *testing.T) {
	for _, s := range []string{"100%", "$5", "“a”", "a\u00a0b", "か\u3099", "ไทย", "a\u200bb", "🎉", "—", "→", "שלום"} {
		assert.False(t, new(plainBreaker).read([]rune(s)), s)
	}
	assert.Equal(t, []string{"a ", "b\n", "100% ", "“c ", "d”\n", "e ", "f"}, opportunities("a b\n100% “c d”\ne f"))
}
