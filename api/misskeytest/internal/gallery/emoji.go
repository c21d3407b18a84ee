package gallery

import (
	"math"
	"strings"
	"time"

	"mejiro/api/misskeytest/internal/sketch"
)

// Emoji is a custom emoji of the made-up server.
type Emoji struct {
	Name      string
	Aliases   []string
	Category  string // "" for none
	Sensitive bool
	LocalOnly bool

	art func() Drawing
}

// emojiHeight is how high custom emoji are, in pixels.
const emojiHeight = 128

func emojiDrawing(name string) (Drawing, bool) {
	for _, e := range Emojis() {
		if e.Name == name {
			return e.art(), true
		}
	}
	return Drawing{}, false
}

// Emojis are the custom emoji, by category.
func Emojis() []Emoji {
	var all []Emoji
	for _, category := range [][]Emoji{
		movingEmoji(), badgeEmoji(), blobEmoji(), foodEmoji(), misskeyEmoji(), textEmoji(), wideEmoji(),
	} {
		all = append(all, category...)
	}
	return append(all, Emoji{Name: "nocategory", art: square(func(s *sketch.Sketch) {
		s.Fill(sketch.RoundRect(6, 6, 88, 88, 20), sketch.Plain("#b7bec8"))
		s.Fill(sketch.Centred("?", 50, 50, 70, 0), sketch.Plain("#fff"))
	})})
}

// square is a drawing of a square emoji.
func square(draw func(*sketch.Sketch)) func() Drawing {
	return func() Drawing {
		s := sketch.New(100, 100)
		draw(s)
		return still(emojiHeight, emojiHeight, PNG, s)
	}
}

// moving is an animation of n frames; draw is told where in the loop it is, 0
// to 1.
func moving(format Format, n int, delay time.Duration, draw func(s *sketch.Sketch, t float64)) func() Drawing {
	return func() Drawing {
		d := Drawing{W: 96, H: 96, Delay: delay, Format: format}
		for i := range n {
			s := sketch.New(100, 100)
			draw(s, float64(i)/float64(n))
			d.Frames = append(d.Frames, s)
		}
		return d
	}
}

func blobEmoji() []Emoji {
	var all []Emoji
	add := func(name, animal string, l look, aliases ...string) {
		all = append(all, Emoji{Name: name, Category: "Blobs", Aliases: aliases, art: square(func(s *sketch.Sketch) {
			s.With(sketch.Scale(0.96, 0.96).Then(sketch.Move(2, 3)), func() { creature(s, animal, l) })
		})})
	}
	add("blobbear", "bear", look{}, "bear", "くま", "クマ")
	add("blobcat", "cat", look{mouth: "cat"}, "cat", "neko", "ねこ", "猫")
	add("blobcat_cry", "cat", look{eyes: "sad", mouth: "wave", extra: "tears"}, "cat", "sad", "かなしい", "泣く")
	add("blobcat_laugh", "cat", look{eyes: "happy", mouth: "open"}, "cat", "lol", "わらう")
	add("blobcat_love", "cat", look{eyes: "hearts", mouth: "cat"}, "cat", "love", "好き", "すき")
	add("blobcat_sleep", "cat", look{eyes: "closed", mouth: "cat", extra: "zzz"}, "cat", "sleep", "ねる", "おやすみ")
	add("blobcat_stars", "cat", look{eyes: "stars", mouth: "open"}, "cat", "wow", "すごい")
	add("blobcat_thinking", "cat", look{eyes: "dots", mouth: "flat", extra: "hand"}, "cat", "think", "うーん")
	add("blobfox", "fox", look{}, "fox", "きつね")
	add("blobfrog", "frog", look{}, "frog", "かえる")
	add("blobghost", "ghost", look{eyes: "big", mouth: "o"}, "ghost", "おばけ")
	add("blobowl", "owl", look{}, "owl", "ふくろう")
	add("blobpanda", "panda", look{}, "panda", "パンダ")
	add("blobpenguin", "penguin", look{}, "penguin", "ペンギン")
	add("blobrabbit", "rabbit", look{extra: "blush"}, "rabbit", "うさぎ")
	add("kuroneko", "blackcat", look{mouth: "cat"}, "black cat", "黒猫", "くろねこ")
	return all
}

func movingEmoji() []Emoji {
	add := func(name string, art func() Drawing, aliases ...string) Emoji {
		return Emoji{Name: name, Category: "Animated", Aliases: aliases, art: art}
	}
	return []Emoji{
		add("blink_star", moving(GIF, 8, 90*time.Millisecond, func(s *sketch.Sketch, t float64) {
			r := 40 + 8*math.Sin(2*math.Pi*t)
			s.Fill(sketch.Star(50, 52, r, r*0.46, 5), sketch.Plain("#ffc531"))
		}), "star", "きらきら"),
		add("bounce_frog", moving(APNG, 12, 60*time.Millisecond, func(s *sketch.Sketch, t float64) {
			up := math.Abs(math.Sin(math.Pi * t))
			s.With(sketch.Scale(0.8+0.12*(1-up), 0.66+0.18*up).Then(sketch.Move(10-6*(1-up), 32-28*up)), func() {
				creature(s, "frog", look{})
			})
		}), "bounce", "かえる"),
		add("dance_bear", moving(GIF, 10, 80*time.Millisecond, func(s *sketch.Sketch, t float64) {
			s.With(sketch.Scale(0.84, 0.84).Then(sketch.Move(8, 10)).Then(sketch.Turn(0.06*math.Sin(2*math.Pi*t), 50, 95)), func() {
				creature(s, "bear", look{eyes: "happy"})
			})
		}), "dance", "くま"),
		add("loading", moving(GIF, 12, 70*time.Millisecond, func(s *sketch.Sketch, t float64) {
			for i := range 8 {
				at := sketch.Along(50, 50, 34, 34, float64(i)/8)
				away := math.Mod(float64(i)/8-t+1, 1)
				s.Fill(sketch.Circle(at.X, at.Y, 4+6*away), sketch.Plain("#8cab4a"))
			}
		}), "wait", "まって"),
		add("mejiro_hop", moving(APNG, 14, 60*time.Millisecond, func(s *sketch.Sketch, t float64) {
			up := max(0, math.Sin(2*math.Pi*t))
			s.With(sketch.Scale(0.86, 0.86).Then(sketch.Move(7+8*math.Sin(4*math.Pi*t)/2, 14-14*up)), func() {
				creature(s, "mejiro", look{})
			})
		}), "bird", "めじろ", "小鳥"),
		add("party_parrot", moving(GIF, 10, 60*time.Millisecond, parrot), "parrot", "party", "パーティー"),
		add("rainbow_heart", moving(APNG, 12, 70*time.Millisecond, func(s *sketch.Sketch, t float64) {
			heart(s, 50, 52, 42, sketch.Tint(sketch.Hue(t, 0.8, 0.6)))
		}), "rainbow", "ハート"),
		add("spin_cat", moving(GIF, 12, 60*time.Millisecond, func(s *sketch.Sketch, t float64) {
			s.With(sketch.Scale(0.76, 0.76).Then(sketch.Move(12, 12)).Then(sketch.Turn(t, 50, 50)), func() {
				creature(s, "greycat", look{eyes: "dizzy", mouth: "cat"})
			})
		}), "spin", "まわる"),
	}
}

func parrot(s *sketch.Sketch, t float64) {
	sway := 8 * math.Sin(2*math.Pi*t)
	body := sketch.Tint(sketch.Hue(t, 0.75, 0.62))
	s.Fill(sketch.Path{}.MoveTo(18, 100).CubeTo(14, 62, 20+sway, 14, 54+sway, 10).CubeTo(86+sway, 8, 94, 62, 86, 100).Close(), body)
	s.Fill(sketch.Circle(44+sway, 38, 6), sketch.Plain("#fff"))
	s.Fill(sketch.Circle(45+sway, 39, 3.4), sketch.Plain("#2d2d2d"))
	s.Fill(sketch.Path{}.MoveTo(60+sway, 34).QuadTo(84+sway, 34, 76+sway, 60).QuadTo(66+sway, 52, 58+sway, 52).Close(), sketch.Plain("#f4d9a0"))
	s.Line(sketch.Path{}.MoveTo(60+sway, 43).LineTo(78+sway, 44), 2.5, sketch.Plain("#b58b4a"))
}

func badgeEmoji() []Emoji {
	return []Emoji{
		{Name: "construction", Category: "Badges/Status", Aliases: []string{"wip", "工事"}, LocalOnly: true, art: square(func(s *sketch.Sketch) {
			s.Fill(sketch.RoundRect(4, 24, 92, 40, 8), sketch.Plain("#f5b921"))
			for i := range 4 {
				x := 8 + 24*float64(i)
				s.Fill(sketch.Poly(x+10, 24, x+22, 24, x+8, 64, x-4, 64), sketch.Plain("#3a3a3a"))
			}
			s.Fill(sketch.Rect(18, 64, 8, 28), sketch.Plain("#8a8f96"))
			s.Fill(sketch.Rect(74, 64, 8, 28), sketch.Plain("#8a8f96"))
		})},
		{Name: "verified", Category: "Badges/Status", Aliases: []string{"check", "認証"}, art: square(func(s *sketch.Sketch) {
			s.Fill(sketch.Star(50, 50, 48, 39, 10), sketch.Plain("#3f8fe0"))
			s.Line(sketch.Path{}.MoveTo(30, 52).LineTo(44, 66).LineTo(72, 36), 9, sketch.Plain("#fff"))
		})},
		{Name: "warning_sign", Category: "Badges/Status", Aliases: []string{"warn", "注意"}, art: square(func(s *sketch.Sketch) {
			s.Line(sketch.Poly(50, 12, 94, 88, 6, 88), 10, sketch.Plain("#f2b01e"))
			s.Fill(sketch.Poly(50, 12, 94, 88, 6, 88), sketch.Plain("#ffd95a"))
			s.Line(sketch.Path{}.MoveTo(50, 40).LineTo(50, 62), 9, sketch.Plain("#4a3a10"))
			s.Fill(sketch.Circle(50, 77, 5.5), sketch.Plain("#4a3a10"))
		})},
		{Name: "secret_sensitive", Category: "Badges/Sensitive", Aliases: []string{"nsfw"}, Sensitive: true, art: square(func(s *sketch.Sketch) {
			s.Fill(sketch.Circle(50, 50, 46), sketch.Plain("#d9414e"))
			s.Fill(sketch.Centred("18", 50, 50, 50, 0), sketch.Plain("#fff"))
		})},
	}
}

func misskeyEmoji() []Emoji {
	add := func(name string, draw func(*sketch.Sketch), aliases ...string) Emoji {
		return Emoji{Name: name, Category: "Misskey", Aliases: aliases, art: square(draw)}
	}
	return []Emoji{
		add("ai_chan", func(s *sketch.Sketch) {
			person(s, portrait{skin: "#ffe8da", hair: "#78c9e8", style: "twin", shirt: "#3f86b5", look: look{eyes: "big", extra: "blush"}})
			s.Fill(sketch.Poly(24, 20, 16, 0, 40, 12), sketch.Plain("#78c9e8"))
			s.Fill(sketch.Poly(76, 20, 84, 0, 60, 12), sketch.Plain("#78c9e8"))
		}, "藍", "ai", "あい"),
		add("igyo", func(s *sketch.Sketch) {
			blob(s, "#8d7ad0")
			s.Fill(sketch.Circle(50, 44, 24), sketch.Plain("#fff"))
			s.Fill(sketch.Circle(50, 46, 12), sketch.Plain("#3b2f66"))
			s.Line(sketch.Path{}.MoveTo(28, 78).QuadTo(50, 88, 72, 78), 4, sketch.Plain("#3b2f66"))
		}, "異形", "alien", "いぎょう"),
		add("mejiro", func(s *sketch.Sketch) { creature(s, "mejiro", look{}) }, "めじろ", "小鳥", "bird"),
		add("mfm", func(s *sketch.Sketch) {
			s.Fill(sketch.RoundRect(2, 20, 96, 60, 16), sketch.Plain("#3f4b57"))
			s.Fill(sketch.Centred("MFM", 50, 50, 40, 84), sketch.Linear(0, 0, 100, 0, "#ff8f8f", "#ffd76b", "#8fe07a", "#7cc7ff"))
		}, "markup"),
		add("misskey", func(s *sketch.Sketch) {
			s.Fill(sketch.Circle(50, 50, 48), sketch.Linear(0, 0, 100, 100, "#9cd13a", "#6fa21a"))
			s.Line(sketch.Path{}.MoveTo(26, 68).LineTo(26, 38).LineTo(43, 56).LineTo(60, 38).LineTo(60, 68), 10, sketch.Plain("#fff"))
			s.Fill(sketch.Circle(75, 36, 6), sketch.Plain("#fff"))
			s.Line(sketch.Path{}.MoveTo(75, 50).LineTo(75, 68), 10, sketch.Plain("#fff"))
		}, "みすきー", "mk"),
		add("nadeyo", func(s *sketch.Sketch) {
			s.With(sketch.Scale(0.86, 0.78).Then(sketch.Move(7, 22)), func() { creature(s, "rabbit", look{eyes: "happy", extra: "blush"}) })
			s.Fill(sketch.RoundRect(34, 8, 46, 20, 10), sketch.Plain("#ffd8b5"))
		}, "なでよ", "なでる"),
	}
}

func foodEmoji() []Emoji {
	add := func(name string, draw func(*sketch.Sketch), aliases ...string) Emoji {
		return Emoji{Name: name, Category: "Food", Aliases: aliases, art: square(draw)}
	}
	return []Emoji{
		add("matcha", func(s *sketch.Sketch) {
			s.Fill(sketch.Path{}.MoveTo(10, 40).LineTo(90, 40).QuadTo(88, 88, 64, 90).LineTo(36, 90).QuadTo(12, 88, 10, 40).Close(), sketch.Plain("#5f5148"))
			s.Fill(sketch.Ellipse(50, 40, 40, 15), sketch.Plain("#7c6c60"))
			s.Fill(sketch.Ellipse(50, 42, 34, 11), sketch.Plain("#8fb54a"))
			s.Fill(sketch.Ellipse(42, 40, 10, 3), sketch.Plain("#c4dc8c"))
		}, "お茶", "おちゃ", "tea"),
		add("onigiri", func(s *sketch.Sketch) {
			s.Line(sketch.Poly(50, 22, 82, 78, 18, 78), 24, sketch.Plain("#fdfdf8"))
			s.Fill(sketch.Poly(50, 22, 82, 78, 18, 78), sketch.Plain("#fdfdf8"))
			s.Fill(sketch.RoundRect(32, 60, 36, 32, 4), sketch.Plain("#2f3a33"))
			s.Fill(sketch.Circle(50, 46, 8), sketch.Plain("#e0607a"))
		}, "おにぎり", "riceball"),
		add("taiyaki", func(s *sketch.Sketch) {
			s.Fill(sketch.Path{}.MoveTo(4, 54).CubeTo(14, 20, 56, 20, 72, 46).LineTo(96, 28).LineTo(92, 54).LineTo(96, 82).LineTo(72, 62).
				CubeTo(56, 88, 14, 88, 4, 54).Close(), sketch.Linear(0, 20, 0, 90, "#e2a44f", "#b4702a"))
			s.Fill(sketch.Circle(24, 48, 5), sketch.Plain("#5f3a17"))
			for i := range 3 {
				s.Line(sketch.Arc(44+10*float64(i), 55, 7, 12, 0.75, 1.25), 3, sketch.Plain("#8f5a22"))
			}
		}, "たいやき"),
		add("dango", func(s *sketch.Sketch) {
			s.Line(sketch.Path{}.MoveTo(14, 90).LineTo(84, 14), 6, sketch.Plain("#d9b37a"))
			for i, c := range []string{"#a9c97a", "#fdf8ee", "#f4a5b5"} {
				s.Fill(sketch.Circle(34+17*float64(i), 68-18*float64(i), 16), sketch.Plain(c))
			}
		}, "だんご"),
	}
}

// word is a word as an emoji: coloured letters with a white outline.
func word(words, colour string) func() Drawing {
	return func() Drawing {
		lines := strings.Split(words, "\n")
		s := sketch.New(100, 100)
		for i, line := range lines {
			rows := float64(len(lines))
			size := min(100/rows, 100)
			y := 100 * (float64(i) + 0.5) / rows
			p := sketch.Centred(line, 50, y, size*0.98, 92)
			s.Outlined(p, sketch.Linear(0, y-size/2, 0, y+size/2, colour,
				sketch.CSS(sketch.Mix(sketch.Hex(colour), sketch.Hex("#221133"), 0.25))), 9, sketch.Plain("#fff"))
		}
		return still(emojiHeight, emojiHeight, PNG, s)
	}
}

// tile is a word on a coloured tile.
func tile(words, colour string) func() Drawing {
	return square(func(s *sketch.Sketch) {
		s.Fill(sketch.RoundRect(2, 2, 96, 96, 18), sketch.Plain(colour))
		s.Fill(sketch.Centred(words, 50, 50, 80, 84), sketch.Plain("#fff"))
	})
}

func textEmoji() []Emoji {
	add := func(name string, art func() Drawing, aliases ...string) Emoji {
		return Emoji{Name: name, Category: "Text", Aliases: aliases, art: art}
	}
	return []Emoji{
		add("daebak", word("대박", "#e2447a"), "대박"),
		add("erai", word("えら\nい！", "#f08a24"), "えらい", "great"),
		add("iine", word("いい\nね！", "#e8437f"), "いいね", "good"),
		add("medetai", word("めで\nたい", "#c0392b"), "めでたい", "祝"),
		add("kawaii", word("かわ\nいい", "#f06fa8"), "かわいい", "cute"),
		add("kkk", word("ㅋㅋ", "#3f8f5f"), "ㅋㅋ", "lol"),
		add("kusa", tile("草", "#3fa64b"), "草", "www", "lol", "くさ"),
		add("naruhodo", word("なる\nほど", "#2f7fc4"), "なるほど", "i see"),
		add("new", tile("NEW", "#e2512f"), "new"),
		add("ohayo", word("おは\nよう", "#f0a000"), "おはよう", "morning"),
		add("oishii", word("おい\nしい", "#e05a3a"), "おいしい", "yummy"),
		add("ok_text", tile("OK", "#2fa08a"), "ok"),
		add("otsukare", word("おつ\nかれ", "#5a6fd0"), "おつかれ", "お疲れ"),
		add("oyasumi", word("おや\nすみ", "#6a55b8"), "おやすみ", "night"),
		add("saikou", word("最高", "#e0322f"), "さいこう", "最高", "best"),
		add("sorena", word("それ\nな", "#d0457a"), "それな", "same"),
		add("sugoi", word("すご\nい！", "#7a3fc0"), "すごい", "wow"),
		add("super_fr", word("Super", "#2f5fd0"), "super", "bravo"),
		add("tasukaru", word("たす\nかる", "#2f9f6f"), "助かる", "たすかる"),
		add("tensai", tile("天才", "#d89a1e"), "天才", "genius", "てんさい"),
		add("toutoi", word("尊い", "#c060d0"), "とうとい", "尊い"),
		add("wakaru", word("わか\nる〜", "#2f8fa0"), "わかる", "agree"),
		add("yoki", word("よき", "#5f9f2f"), "よき", "nice"),
		add("yuusyou", tile("優勝", "#c0392b"), "優勝", "ゆうしょう", "win"),
	}
}

// wide is words as an emoji that is wider than high.
func wide(words, colour string, width float64) func() Drawing {
	return func() Drawing {
		s := sketch.New(width, 100)
		s.Outlined(sketch.Centred(words, width/2, 50, 84, width-14),
			sketch.Linear(0, 10, 0, 90, colour, sketch.CSS(sketch.Mix(sketch.Hex(colour), sketch.Hex("#221133"), 0.25))),
			10, sketch.Plain("#fff"))
		return still(int(width*emojiHeight/100), emojiHeight, PNG, s)
	}
}

func wideEmoji() []Emoji {
	add := func(name string, art func() Drawing, aliases ...string) Emoji {
		return Emoji{Name: name, Category: "Wide", Aliases: aliases, art: art}
	}
	return []Emoji{
		add("arigatou_gozaimasu", wide("ありがとうございます", "#e8437f", 560), "ありがとう", "thanks"),
		add("bamboo_tall", func() Drawing {
			s := sketch.New(40, 100)
			for i := range 4 {
				s.Fill(sketch.RoundRect(12, 2+24.5*float64(i), 16, 22.5, 4), sketch.Linear(12, 0, 28, 0, "#a5c75a", "#6f9a37"))
			}
			leaf(s, 26, 30, 18, -0.1, "#7fae43")
			leaf(s, 14, 60, 16, -0.42, "#7fae43")
			return still(51, emojiHeight, PNG, s)
		}, "竹", "たけ", "bamboo"),
		add("honjitsu_kyugyou", wide("本日休業", "#4a4a52", 330), "休業", "closed"),
		add("kanzen_ni_rikai", wide("完全に理解した", "#2f7fc4", 500), "理解", "わかった"),
		add("long_wide_banner", wide("WIDE〜〜〜〜〜〜〜〜BANNER", "#6f9a37", 1100), "wide", "banner"),
		add("muri", wide("無理…", "#6a55b8", 230), "むり"),
		add("otsukaresama", wide("おつかれさまでした", "#5a6fd0", 620), "お疲れ様", "おつかれさま"),
		add("daisyouri", wide("大勝利", "#c08a1e", 260), "大勝利", "勝ち"),
	}
}
