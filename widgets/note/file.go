package note

import (
	"fmt"

	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// fileLine is a file that is no picture: its name and size.
func (b *builder) fileLine(n misskey.Note, i int, x, width float32) {
	const height, icon = 34, 16
	f := n.Files[i]
	b.y += look.Space1
	p := place(x, b.y, width, height)
	name := look.IconFile
	if f.IsAudio() || f.IsVideo() {
		name = look.IconPlay
	}
	b.box(Box{Place: p, Fill: look.ColorChip, Radius: 6})
	b.icon(name, look.ColorTextFaint, x+look.Space2, b.y+(height-icon)/2, icon)
	size := word(Bytes(f.Size), faint())
	right := p.right() - look.Space2 - breadth(size)
	left := x + look.Space2 + icon + look.Space2
	l := flow.Lay([]flow.Run{{Text: oneLine(f.Name), Style: flow.Style{Size: look.TextSecondary}}},
		flow.Options{Width: max(1, right-left-look.Space2), MaxLines: 1})
	b.at(l, left, b.y+middle(height, l.Size().Height))
	b.at(size, right, b.y+middle(height, size.Size().Height))
	about := label(f.Name)
	if f.Comment != "" {
		about += "\n" + label(f.Comment)
	}
	b.zone(Zone{Place: p, Radius: 6, Label: about, Press: func(a Actions, _ fyne.CanvasObject) { a.OpenFile(n, i) }})
	b.y += height
}

// Bytes writes a size in bytes in the unit that suits it.
func Bytes(n int64) string {
	const unit = 1024
	size, i := float64(max(0, n)), 0
	names := []string{"B", "KB", "MB", "GB", "TB"}
	for size >= unit && i < len(names)-1 {
		size /= unit
		i++
	}
	if i == 0 {
		return fmt.Sprintf("%d B", max(0, n))
	}
	return fmt.Sprintf("%.1f %s", size, names[i])
}
