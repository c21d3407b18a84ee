package mfm

import (
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
)

func TestUnicodeEmoji(t *testing.T) {
	for _, emoji := range []string{
		"👍", "👍🏽", "❤", "❤️", "☝🏻", "☝️🏻", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👁\u200d🗨", "🇯🇵", "1️⃣", "#️⃣", "*⃣", "©️", "™️", "♟️", "㊙️", "〽",
		"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "👨🏻‍❤️‍💋‍👨🏿", "🏃🏾‍♀️‍➡️", "⛓️‍💥", "🫆", "🫪", "🇨🇶",
	} {
		assert.Equal(t, []Node{UnicodeEmoji{emoji}}, Parse(emoji), "%q", emoji)
		assert.Equal(t, []Node{UnicodeEmoji{emoji}, UnicodeEmoji{emoji}}, ParseSimple(emoji+emoji), "%q", emoji)
	}
	check(t, []sample{
		{"🇯🇵🇰", []Node{UnicodeEmoji{"🇯🇵"}, UnicodeEmoji{"🇰"}}},
		{"👍\ufe0f", []Node{UnicodeEmoji{"👍"}, Text{"\ufe0f"}}},
		{"🐶‍a", []Node{UnicodeEmoji{"🐶"}, Text{"\u200da"}}},
		{"👨‍👩‍🍜", []Node{UnicodeEmoji{"👨"}, Text{"\u200d"}, UnicodeEmoji{"👩"}, Text{"\u200d"}, UnicodeEmoji{"🍜"}}},
		{"🧑\U0001f3fd\ufe0e", []Node{UnicodeEmoji{"🧑🏽"}, Text{"\ufe0e"}}},
		{"#️⃣a", []Node{UnicodeEmoji{"#️⃣"}, Text{"a"}}},
	})
	check(t, allText("1", "©", "™", "❤\ufe0e", "\ufe0f", "\u200d", "♟", "𠮷", "\xf0\x9f", "\xe2", "1\ufe0f"))
}

// TestRunsOfTextStopAtEmoji makes sure that every rune an emoji begins with is looked at.
func TestRunsOfTextStopAtEmoji(t *testing.T) {
	root := emojiStates[emojiRoot]
	for _, e := range emojiEdges[root.from:root.to] {
		for r := e.low; r <= e.high; r++ {
			if s := string(r) + "\ufe0f"; r != '*' && r != '#' && !notableAt(s, 0) {
				t.Errorf("%q is passed over", s)
			}
		}
	}
}

func TestEmojiTableIsSmall(t *testing.T) {
	size := unsafe.Sizeof(emojiStates) + unsafe.Sizeof(emojiEdges)
	assert.Less(t, size, uintptr(16<<10))
}
