package mfm

import (
	"strconv"
	"strings"

	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

const (
	scaleCustom  = 2    // em, the height of custom emoji in text
	scaleUnicode = 1.25 // em, the height of Unicode emoji, and of all in one line
)

// emojiCode draws :name:, which stays text when it is not known.
func (b *builder) emojiCode(name string, st state) {
	code := ":" + name + ":"
	var url string
	if b.opt.Emoji != nil {
		url = b.opt.Emoji(name)
	}
	if url == "" {
		b.text(code, st)
		return
	}
	e := &flow.Emoji{URL: url, Scale: scaleCustom, Middle: true, Fallback: code}
	if b.opt.OneLine {
		e.Scale, e.Middle = scaleUnicode, false
	}
	if b.opt.Aspect != nil {
		e.Aspect = b.opt.Aspect(url)
	}
	b.emoji(code, e, st)
}

// unicodeEmoji draws an emoji with the picture its server has of it, or with the font.
func (b *builder) unicodeEmoji(s string, st state) {
	if b.opt.Server == "" {
		b.text(s, st)
		return
	}
	b.emoji(s, &flow.Emoji{URL: TwemojiURL(b.opt.Server, s), Scale: scaleUnicode, Aspect: 1, Fallback: s}, st)
}

func (b *builder) emoji(text string, e *flow.Emoji, st state) {
	b.add(flow.Run{Text: text, Emoji: e, Style: st.style, Link: st.link})
}

// icon draws one of our own icons, in the colour of the text.
func (b *builder) icon(name look.IconName, st state) {
	b.emoji("", &flow.Emoji{Icon: name, Scale: 1, Aspect: 1}, st)
}

// TwemojiURL is the address of a Unicode emoji's picture on a server such as "https://example.com".
func TwemojiURL(server, emoji string) string {
	joined := strings.ContainsRune(emoji, 0x200d)
	var codes []string
	for _, r := range emoji {
		if r != 0xfe0f || joined {
			codes = append(codes, strconv.FormatInt(int64(r), 16))
		}
	}
	return strings.TrimSuffix(server, "/") + "/twemoji/" + strings.Join(codes, "-") + ".svg"
}
