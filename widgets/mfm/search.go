package mfm

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/mfm"
	"mejiro/widgets/entry"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// search draws a field with words to search for on the web, or only the words and a link where nothing follows.
func (b *builder) search(n mfm.Search, st state) {
	margin := flow.Insets{Top: look.Space1, Bottom: look.Space1}
	if b.opt.Follow != nil && !b.opt.Unlinked && b.mayBox() {
		b.add(flow.Run{
			Text: n.Content, Style: st.style,
			Box: &flow.Box{Block: true, Margin: margin, Content: searchBox{query: n.Query, way: b.opt.Follow}},
		})
		return
	}
	b.box(flow.Box{Block: true, Margin: margin}, st, func() {
		b.text(n.Query+" ", st)
		st = b.toward(st, &flow.Link{Target: searchFor(n.Query)}, look.ColorLink)
		b.icon(look.IconSearch, st)
		b.text(nbsp+lang.L("mfm.search"), st)
	})
}

// searchFor is the target of a search for words.
func searchFor(words string) string { return "search:" + words }

// searchBox is a field with words and a button that searches for them.
type searchBox struct {
	query string
	way   Follower
}

const (
	searchHeight = 40
	maxSearch    = 480 // units, the greatest width
)

// Size implements flow.Content.
func (s searchBox) Size(width float32) fyne.Size {
	return fyne.NewSize(min(width, maxSearch), searchHeight)
}

// New implements flow.Content.
func (s searchBox) New() fyne.CanvasObject {
	field := entry.New()
	field.SetText(s.query)
	search := func() {
		if field.Text != "" {
			s.way.Follow(searchFor(field.Text))
		}
	}
	field.OnSubmitted = func(string) { search() }
	button := widget.NewButtonWithIcon(lang.L("mfm.search"), look.Icon(look.IconSearch), search)
	return container.NewBorder(nil, nil, nil, button, field)
}
