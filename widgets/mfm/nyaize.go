package mfm

import (
	"strings"
	"unicode"
)

// nyaize has text spoken by a cat, by the rules of Misskey for Japanese, English and Korean.
func nyaize(s string) string {
	return meow(inEnglish(japanese.Replace(s)))
}

var japanese = strings.NewReplacer("な", "にゃ", "ナ", "ニャ", "ﾅ", "ﾆｬ")

// inEnglish says ya for the a of na, mornyan for morning and everynyan for everyone, in capitals where they were.
func inEnglish(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		before, rest := s[:i], s[i:]
		switch {
		case fold(rest, "a") && after(before, "n"):
			b.WriteString(either(rest[0] == 'A', "YA", "ya"))
			i++
		case fold(rest, "ing") && after(before, "morn"):
			b.WriteString(either(rest[:3] == "ING", "YAN", "yan"))
			i += 3
		case fold(rest, "one") && after(before, "every"):
			b.WriteString(either(rest[:3] == "ONE", "NYAN", "nyan"))
			i += 3
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// fold tells whether s begins with a word, in whatever case.
func fold(s, word string) bool { return len(s) >= len(word) && strings.EqualFold(s[:len(word)], word) }

// after tells whether s ends with a word, in whatever case.
func after(s, word string) bool {
	return len(s) >= len(word) && strings.EqualFold(s[len(s)-len(word):], word)
}

// meow says 냐 for 나 and its kind, 다냥 for 다 and 냥 for 야 where a sentence or a word ends.
func meow(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) < 0 {
		return s
	}
	var b strings.Builder
	rs := []rune(s)
	for i, r := range rs {
		end := i+1 == len(rs) || strings.ContainsRune("\n\r .!?", rs[i+1])
		switch {
		case r >= '나' && r <= '낳':
			b.WriteRune(r + '냐' - '나')
		case r == '다' && end:
			b.WriteString("다냥")
		case r == '야' && end:
			b.WriteRune('냥')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
