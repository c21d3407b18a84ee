package gallery

import (
	"strings"
	"unicode/utf8"

	"mejiro/api/misskeytest/internal/sketch"
)

// Unicode is the drawing, in SVG, of a Unicode emoji given as Twemoji names
// its files: code points in hex joined by "-". What looks like an emoji but
// has no drawing gets one that stands for all; ok is false for anything else.
func Unicode(code string) (svg string, ok bool) {
	runes, ok := codePoints(code)
	if !ok {
		return "", false
	}
	s := sketch.New(100, 100)
	text := strings.ReplaceAll(string(runes), "\ufe0f", "")
	switch {
	case faces()[text] != (look{}):
		round(s, "#ffcc4d")
		face(s, faces()[text], "#664500")
	case things()[text] != nil:
		things()[text](s)
	case flagOf(runes) != nil:
		flag(s, flagOf(runes))
	default:
		unknown(s, text)
	}
	return s.SVG(), true
}

func codePoints(code string) ([]rune, bool) {
	var runes []rune
	for part := range strings.SplitSeq(code, "-") {
		var r rune
		if part == "" || len(part) > 5 {
			return nil, false
		}
		for _, c := range part {
			digit := strings.IndexRune("0123456789abcdef", c)
			if digit < 0 {
				return nil, false
			}
			r = r<<4 | rune(digit)
		}
		runes = append(runes, r)
	}
	return runes, len(runes) <= 12 && emojiLike(runes)
}

// emojiLike tells roughly whether code points make an emoji.
func emojiLike(runes []rune) bool {
	switch first := runes[0]; {
	case !utf8.ValidRune(first):
		return false
	case first == 0xa9, first == 0xae, first == 0x3297, first == 0x3299:
		return true
	case first < 0x203c:
		return len(runes) > 1 && runes[len(runes)-1] == 0x20e3 // a keycap
	}
	return runes[0] < 0x3040 || runes[0] > 0xffff
}

func round(s *sketch.Sketch, colour string) { s.Fill(sketch.Circle(50, 50, 50), sketch.Plain(colour)) }

// faces are the yellow ones.
func faces() map[string]look {
	return map[string]look{
		"😀": {mouth: "open"}, "😃": {mouth: "open"}, "😄": {eyes: "happy", mouth: "open"}, "😁": {eyes: "happy", mouth: "grin"},
		"😆": {eyes: "happy", mouth: "open"}, "😅": {eyes: "happy", mouth: "open", extra: "sweat"},
		"😂": {eyes: "happy", mouth: "open", extra: "joy"}, "🤣": {eyes: "happy", mouth: "open", extra: "joy"},
		"😊": {eyes: "happy", extra: "blush"}, "☺": {eyes: "happy", extra: "blush"}, "🙂": {mouth: "smile"}, "😇": {eyes: "happy", extra: "halo"},
		"😉": {eyes: "wink"}, "😌": {eyes: "closed"}, "😍": {eyes: "hearts", mouth: "open"}, "🥰": {eyes: "happy", extra: "blush"},
		"😘": {eyes: "wink", mouth: "o"}, "😋": {eyes: "happy", mouth: "tongue"}, "😜": {eyes: "wink", mouth: "tongue"}, "😝": {eyes: "happy", mouth: "tongue"},
		"🤔": {mouth: "flat", extra: "hand"}, "🤨": {mouth: "flat"}, "😐": {mouth: "flat"}, "😑": {eyes: "closed", mouth: "flat"}, "🙄": {eyes: "wide", mouth: "flat"},
		"😏": {eyes: "closed", mouth: "smile"}, "😴": {eyes: "closed", mouth: "o", extra: "zzz"}, "😪": {eyes: "closed", mouth: "flat", extra: "tear"},
		"😎": {eyes: "shades"}, "🤓": {eyes: "wide", mouth: "grin"}, "🤩": {eyes: "stars", mouth: "open"}, "🥳": {eyes: "happy", mouth: "open", extra: "sparkle"},
		"😮": {eyes: "dots", mouth: "o"}, "😯": {mouth: "o"}, "😲": {eyes: "wide", mouth: "o"}, "😳": {eyes: "wide", mouth: "flat", extra: "blush"},
		"🥺": {eyes: "big", mouth: "frown"}, "😢": {eyes: "sad", mouth: "frown", extra: "tear"}, "😭": {eyes: "closed", mouth: "open", extra: "tears"},
		"😥": {eyes: "sad", mouth: "frown", extra: "tear"}, "😓": {eyes: "sad", mouth: "frown", extra: "sweat"}, "😔": {eyes: "closed", mouth: "frown"},
		"😞": {eyes: "sad", mouth: "frown"}, "😟": {eyes: "dots", mouth: "frown"}, "😱": {eyes: "wide", mouth: "o", extra: "sweat"}, "😨": {eyes: "wide", mouth: "frown"},
		"😵": {eyes: "dizzy", mouth: "o"}, "😖": {eyes: "dizzy", mouth: "wave"}, "😩": {eyes: "closed", mouth: "o"}, "😫": {eyes: "dizzy", mouth: "open"},
		"😤": {eyes: "closed", mouth: "frown", extra: "sweat"}, "😠": {eyes: "sad", mouth: "frown", extra: "anger"}, "😡": {eyes: "sad", mouth: "frown", extra: "anger"},
		"🤗": {eyes: "happy", mouth: "open", extra: "blush"}, "🫠": {eyes: "dots", mouth: "wave", extra: "sweat"}, "🫡": {mouth: "flat", extra: "hand"},
		"🥲": {eyes: "happy", mouth: "smile", extra: "tear"}, "😬": {mouth: "grin"}, "🤤": {eyes: "closed", mouth: "open", extra: "tear"},
	}
}

// unknown stands for all emoji that have no drawing.
func unknown(s *sketch.Sketch, text string) {
	hue := dice("unicode " + text).Float64()
	s.Fill(sketch.RoundRect(6, 6, 88, 88, 26), sketch.Tint(sketch.Hue(hue, 0.55, 0.72)))
	s.Fill(sketch.Circle(50, 50, 26), sketch.Plain("#ffffffb0"))
	sparkle(s, 50, 50, 24)
}

// flagOf is a flag as stripes, nil for what is no flag or an unknown one.
func flagOf(runes []rune) []string {
	if len(runes) != 2 || runes[0] < 0x1f1e6 || runes[0] > 0x1f1ff {
		return nil
	}
	return map[string][]string{
		"🇫🇷": {"|", "#2a3f9d", "#fff", "#e0313d"}, "🇮🇹": {"|", "#2f8f4f", "#fff", "#d0323c"}, "🇩🇪": {"-", "#222", "#d0323c", "#f4c63a"},
		"🇮🇩": {"-", "#d8232f", "#fff"}, "🇵🇱": {"-", "#fff", "#d8232f"}, "🇺🇦": {"-", "#3f7fd0", "#f7d94a"}, "🇳🇱": {"-", "#b8323c", "#fff", "#2f4f9f"},
		"🇯🇵": {"o", "#fff", "#c8102e"}, "🇰🇷": {"o", "#fff", "#c8324a"}, "🇺🇸": {"-", "#c8323c", "#fff", "#c8323c", "#fff", "#c8323c"},
		"🇪🇸": {"-", "#c0272d", "#f6c63a", "#f6c63a", "#c0272d"}, "🇹🇼": {"o", "#d8232f", "#2a3f9d"}, "🇬🇧": {"o", "#2a3f7d", "#d0323c"},
	}[string(runes)]
}

func flag(s *sketch.Sketch, stripes []string) {
	const x, y, w, h = 2, 17, 96, 66
	colours := stripes[1:]
	n := float64(len(colours))
	for i, c := range colours {
		k := float64(i)
		switch stripes[0] {
		case "|":
			s.Fill(sketch.Rect(x+w*k/n, y, w/n, h), sketch.Plain(c))
		case "-":
			s.Fill(sketch.Rect(x, y+h*k/n, w, h/n), sketch.Plain(c))
		case "o":
			if i == 0 {
				s.Fill(sketch.RoundRect(x, y, w, h, 6), sketch.Plain(c))
			} else {
				s.Fill(sketch.Circle(50, 50, 20), sketch.Plain(c))
			}
		}
	}
	s.Line(sketch.RoundRect(x, y, w, h, 4), 1.5, sketch.Plain("#00000022"))
}

// Drawn tells whether a Unicode emoji has a drawing of its own.
func Drawn(emoji string) bool {
	text := strings.ReplaceAll(emoji, "\ufe0f", "")
	_, isFace := faces()[text]
	_, isThing := things()[text]
	return isFace || isThing
}
