package note

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/mfm"
)

const (
	chipHeight = 30
	chipRadius = 6
	chipScale  = 1.45 // the height of a reaction, in em
	maxChips   = 48
	maxEmoji   = 64 // bytes of a Unicode emoji; the longest real ones have 41
)

// chipMineText is the accent where it has to be read.
const chipMineText = look.ColorMention

// reactions is a chip for each reaction, most used first.
func (b *builder) reactions(n misskey.Note) {
	keys, rest := byCount(n.Reactions, maxChips)
	if len(keys) == 0 {
		return
	}
	b.y = whole(b.y + look.Space1 + 2)
	x := float32(bodyX)
	next := func(w float32) {
		if x > bodyX && x+w > b.width-pad {
			x = bodyX
			b.y += chipHeight + look.Space1
		}
	}
	for _, key := range keys {
		l := b.chipLayout(n, key)
		w := breadth(l) + 2*look.Space2
		next(w)
		b.chip(n, key, l, x, w)
		x += w + look.Space1
	}
	if rest > 0 {
		l := word("+"+short(rest), faint())
		next(l.Size().Width)
		b.at(l, x+look.Space1, b.y+middle(chipHeight, l.Size().Height))
		b.zone(Zone{
			Place: place(x, b.y, l.Size().Width+look.Space2, chipHeight), Radius: chipRadius,
			Press: func(a Actions, _ fyne.CanvasObject) { a.OpenNote(n) },
		})
	}
	b.y += chipHeight + 2
}

func (b *builder) chipLayout(n misskey.Note, key string) *flow.Layout {
	style := small()
	if key == n.MyReaction {
		style.Color = chipMineText
	}
	picture := b.env.Reaction(key, n.ReactionEmojis, look.TextBody)
	if picture.Emoji != nil {
		picture.Emoji.Scale, picture.Emoji.Middle = chipScale, true
	}
	runs := []flow.Run{picture, {Text: " " + short(n.Reactions[key]), Style: style}}
	return flow.Lay(runs, flow.Options{MaxLines: 1, Width: max(1, b.bodyWidth()-2*look.Space2)})
}

// chip is a reaction and how often it was given. One that the reader cannot
// give too is paler.
func (b *builder) chip(n misskey.Note, key string, l *flow.Layout, x, w float32) {
	box := Box{Place: place(x, b.y, w, chipHeight), Fill: look.ColorChip, Radius: chipRadius}
	z := Zone{Place: box.Place, Radius: chipRadius, Label: reactionName(key)}
	if b.env.canReact(n, key) {
		z.Press = func(a Actions, _ fyne.CanvasObject) { a.ToggleReaction(n, key) }
	} else {
		box.Fill = look.ColorPanelHighlight
	}
	if key == n.MyReaction {
		box.Fill, box.Line = look.ColorChipMine, look.ColorAccent
	}
	b.box(box)
	b.at(l, x+look.Space2, b.y+whole(chipHeight/2-heart(look.TextBody)))
	b.zone(z)
}

// byCount gives the most used reactions, most used first, and how many others
// there are.
func byCount(reactions map[string]int, most int) (keys []string, rest int) {
	order := func(a, b string) int {
		return cmp.Or(cmp.Compare(reactions[b], reactions[a]), strings.Compare(a, b))
	}
	for key, count := range reactions {
		if count <= 0 || key == "" {
			continue
		}
		if keys = append(keys, key); len(keys) == 2*most {
			slices.SortFunc(keys, order)
			keys, rest = keys[:most], rest+most
		}
	}
	slices.SortFunc(keys, order)
	if len(keys) > most {
		keys, rest = keys[:most], rest+len(keys)-most
	}
	return keys, rest
}

// reactionParts are the name and the host of a custom emoji that a reaction
// is keyed by; the reader's server is "".
func reactionParts(key string) (name, host string) {
	name, host, _ = strings.Cut(strings.Trim(cut(key, maxKey), ":"), "@")
	if host == "." {
		host = ""
	}
	return name, host
}

func isCustom(key string) bool { return strings.HasPrefix(key, ":") }

// reactionName is a reaction in words.
func reactionName(key string) string {
	if !isCustom(key) {
		return cut(key, maxEmoji)
	}
	name, host := reactionParts(key)
	if host != "" {
		name += "@" + host
	}
	return ":" + name + ":"
}

// Reaction is the picture of a reaction as counts are keyed by it, on text of
// a size. emojis are what the note told of remote ones.
func (e *Env) Reaction(key string, emojis misskey.EmojiMap, size float32) flow.Run {
	style := flow.Style{Size: size}
	if !isCustom(key) {
		run := flow.Run{Text: cut(key, maxEmoji), Style: style}
		if len(key) <= maxEmoji {
			run.Emoji = &flow.Emoji{URL: mfm.TwemojiURL(e.Server, key), Aspect: 1, Fallback: key}
		}
		return run
	}
	name, host := reactionParts(key)
	url := emojis[name+"@"+host]
	if url == "" {
		url = e.Emoji(name, host, nil)
	}
	run := flow.Run{Text: ":" + name + ":", Style: style}
	if url == "" {
		return run
	}
	run.Emoji = &flow.Emoji{URL: url, Scale: 1.5, Middle: true, Fallback: run.Text}
	if e.Aspect != nil {
		run.Emoji.Aspect = e.Aspect(url)
	}
	return run
}

// canReact reports whether the reader can react with what others used:
// anything Unicode and what their own server has.
func (e *Env) canReact(n misskey.Note, key string) bool {
	if key == n.MyReaction {
		return true
	}
	if n.Acceptance == misskey.AcceptLikeOnly {
		return false
	}
	if !isCustom(key) {
		return true
	}
	name, host := reactionParts(key)
	return host == "" && e.Emoji(name, "", nil) != ""
}
