package note

import (
	"encoding/hex"
	"image/color"
	"strings"

	"mejiro/api/misskey"
	"mejiro/widgets/look"
)

// channelBar is a bar in the channel's colour down the side of a note from
// top on.
func (b *builder) channelBar(n misskey.Note, top float32) {
	const width = 3
	if n.Channel == nil {
		return
	}
	own, _ := parseColor(n.Channel.Color)
	b.box(Box{Place: place(width, top, width, b.y-top), Fill: look.ColorAccent, Own: own, Radius: width / 2})
}

// channel names the channel n stands in.
func (b *builder) channel(n misskey.Note) {
	if n.Channel == nil {
		return
	}
	b.y += look.Space1
	b.icon(look.IconSocial, look.ColorTextFaint, bodyX, b.y+2, smallIcon)
	x := float32(bodyX + smallIcon + look.Space1)
	b.text(b.env.plain(oneLine(n.Channel.Name), "", nil, faint()), x, bodyX+b.bodyWidth()-x, 1)
}

// parseColor reads "#rgb" and "#rrggbb"; anything else is no colour.
func parseColor(s string) (color.NRGBA, bool) {
	digits, ok := strings.CutPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	rgb, err := hex.DecodeString(cut(digits, 8))
	if !ok || err != nil || len(rgb) != 3 {
		return color.NRGBA{}, false
	}
	return color.NRGBA{R: rgb[0], G: rgb[1], B: rgb[2], A: 0xff}, true
}
