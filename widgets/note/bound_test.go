package note

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestShort(t *testing.T) {
	for n, want := range map[int]string{
		-4: "0", 0: "0", 7: "7", 9999: "9999", 10_000: "10K", 98_765: "98K", 999_999: "999K", 1_000_000: "1M", 12_345_678_901: "12G",
		math.MaxInt: "999G",
	} {
		assert.Equal(t, want, short(n), n)
	}
}

func TestCut(t *testing.T) {
	assert.Equal(t, "abc", cut("abc", 3))
	assert.Equal(t, "ab…", cut("abc", 2))
	assert.Equal(t, "あ…", cut("あい", 4), "at a character")
	assert.True(t, utf8.ValidString(cut(strings.Repeat("あ", 100), 50)))
	assert.Equal(t, "…", cut("\x80\x80\x80", 1), "even of what is no text")
	assert.Equal(t, "a b", oneLine(" a\n\t b "))
}

func TestBytes(t *testing.T) {
	for n, want := range map[int64]string{
		-1: "0 B", 0: "0 B", 1023: "1023 B", 1024: "1.0 KB", 1536: "1.5 KB", 5 << 20: "5.0 MB", 3 << 30: "3.0 GB", math.MaxInt64: "8388608.0 TB",
	} {
		assert.Equal(t, want, Bytes(n), n)
	}
}

func TestChannelColors(t *testing.T) {
	for s, want := range map[string]string{"#22a39f": "22a39fff", "#fff": "ffffffff", "22a39f": "00000000", "#12345": "00000000", "#zzzzzz": "00000000", "": "00000000", "#22a39fff": "00000000"} {
		c, ok := parseColor(s)
		assert.Equal(t, want, ink(c), s)
		assert.Equal(t, want != "00000000", ok, s)
	}
}
