package screens

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/note"
)

const (
	galleryCell    = 320 // least width of a cell
	galleryLines   = 30  // of what is drawn
	sourceLines    = 9
	sourceBytes    = 1 << 10
	galleryTopGap  = look.Space4
	galleryCellGap = look.Space3
	galleryPad     = look.Space3               // within a cell, at its sides
	galleryRise    = look.Space4 + look.Space1 // above and below the text, for what reaches beyond it
)

// galleryRow is a title, or the cells of a group from one on: as many as stand
// side by side. How many that are depends on the width, so every cell has a
// row, and those that stand further left in another row are hidden.
type galleryRow struct {
	title string
	cells []misskey.Note // the group's; nil of a title
	first int
}

// galleryRows are the rows of groups in their order.
func galleryRows(groups []galleryGroup) []galleryRow {
	var rows []galleryRow
	for _, group := range groups {
		rows = append(rows, galleryRow{title: group.title})
		for i := range group.cells {
			rows = append(rows, galleryRow{cells: group.cells, first: i})
		}
	}
	return rows
}

// lay lays a row out. What is hidden is empty.
func (r galleryRow) lay(env *note.Env, width float32) *note.Sheet {
	if r.cells == nil {
		return layTitle(r.title, width)
	}
	columns := max(1, int((width-galleryCellGap)/(galleryCell+galleryCellGap)))
	if r.first%columns != 0 {
		return &note.Sheet{}
	}
	b := cellBuilder{env: env, width: (width-galleryCellGap)/float32(columns) - galleryCellGap}
	b.sheet.Size.Width = width
	for i, n := range r.cells[r.first:min(r.first+columns, len(r.cells))] {
		b.cell(n, galleryCellGap+float32(i)*(b.width+galleryCellGap))
	}
	return &b.sheet
}

func layTitle(title string, width float32) *note.Sheet {
	run := flow.Run{Text: title, Style: flow.Style{Size: look.TextTitle, Bold: true, Color: look.ColorTextStrong}}
	l := flow.Lay([]flow.Run{run}, flow.Options{Width: max(1, width-2*galleryCellGap)})
	return &note.Sheet{
		Size:  fyne.NewSize(width, galleryTopGap+l.Size().Height+look.Space2),
		Texts: []note.Text{{Pos: fyne.NewPos(galleryCellGap, galleryTopGap), Layout: l}},
	}
}

// cellBuilder sets cells side by side.
type cellBuilder struct {
	env   *note.Env
	width float32 // of a cell
	sheet note.Sheet
}

// cell adds a cell at x: the text on a ground, its source below.
func (b *cellBuilder) cell(n misskey.Note, x float32) {
	inner := max(1, b.width-2*galleryPad)
	drawn := flow.Lay(b.env.Text(n), flow.Options{Width: inner, MaxLines: galleryLines, ByDirection: true})
	ground := note.Place{Pos: fyne.NewPos(x, 0), Size: fyne.NewSize(b.width, drawn.Size().Height+2*galleryRise)}
	b.sheet.Boxes = append(b.sheet.Boxes, note.Box{
		Place: ground, Fill: look.ColorPanel, Line: look.ColorDivider, Radius: look.RadiusCard,
	})
	source := flow.Lay([]flow.Run{{
		Text:  beginning(n.Body(), sourceBytes),
		Style: flow.Style{Size: look.TextSecondary, Mono: true, Color: look.ColorTextFaint},
	}}, flow.Options{Width: inner, MaxLines: sourceLines})
	below := ground.Size.Height + look.Space1
	page := len(b.sheet.Texts) + 1
	b.sheet.Texts = append(b.sheet.Texts,
		note.Text{Pos: fyne.NewPos(x+galleryPad, galleryRise), Layout: drawn, Page: page}.Within(ground),
		note.Text{Pos: fyne.NewPos(x+galleryPad, below), Layout: source, Page: page + 1})
	b.sheet.Size.Height = max(b.sheet.Size.Height, below+source.Size().Height+galleryCellGap)
}

// beginning is at most so many bytes of s, with a sign where it is cut.
func beginning(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit] + "…"
}
