package note

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

const (
	pictureGap    = look.Space1
	maxPictureSum = 260 // the height of a single picture at most
	maxPictures   = 16
)

// files shows the attached files: pictures and videos in a grid, the rest as
// lines.
func (b *builder) files(n misskey.Note, x, width float32) {
	var shown, others []int
	for i, f := range n.Files {
		if (f.IsImage() || f.IsVideo()) && i < maxPictures {
			shown = append(shown, i)
		} else {
			others = append(others, i)
		}
	}
	if len(shown) > 0 {
		b.y += look.Space2
		b.grid(n, shown, x, width)
	}
	for _, i := range others {
		b.fileLine(n, i, x, width)
	}
	if len(n.Files) == 0 && len(n.FileIDs) > 0 {
		count := len(n.FileIDs)
		b.text([]flow.Run{{Text: lang.N("note.cw.files", count, number(int64(count))), Style: faint()}}, x, width, 1)
	}
}

func (b *builder) grid(n misskey.Note, files []int, x, width float32) {
	cell := (width - pictureGap) / 2
	switch len(files) {
	case 1:
		h := singleHeight(n.Files[files[0]], width)
		b.picture(n, files[0], place(x, b.y, width, h))
		b.y += h
	case 3:
		wide := width * 0.6
		h := width * 9 / 16
		half := (h - pictureGap) / 2
		b.picture(n, files[0], place(x, b.y, wide, h))
		b.picture(n, files[1], place(x+wide+pictureGap, b.y, width-wide-pictureGap, half))
		b.picture(n, files[2], place(x+wide+pictureGap, b.y+half+pictureGap, width-wide-pictureGap, half))
		b.y += h
	default:
		h := cell * 3 / 4
		for i, file := range files {
			left := x + float32(i%2)*(cell+pictureGap)
			b.picture(n, file, place(left, b.y, cell, h))
			if i%2 == 1 || i == len(files)-1 {
				b.y += h + pictureGap
			}
		}
		b.y -= pictureGap
	}
}

// singleHeight follows the picture's own shape, within reason.
func singleHeight(f misskey.DriveFile, width float32) float32 {
	w, h := float32(f.Properties.Width), float32(f.Properties.Height)
	if w <= 0 || h <= 0 {
		return width * 9 / 16
	}
	return min(max(width*h/w, 60), maxPictureSum)
}

func (b *builder) picture(n misskey.Note, i int, p Place) {
	f := n.Files[i]
	covered := f.IsSensitive && !b.value.Open.Files
	b.box(Box{Place: p, Fill: look.ColorPictureGround, Radius: look.RadiusCard})
	req := widgets.PictureRequest{Box: p.Size, Blurhash: f.Blurhash}
	if !covered {
		req.URL = pictureURL(f)
	}
	if req.URL != "" || req.Blurhash != "" {
		b.sheet.Pictures = append(b.sheet.Pictures, Picture{Place: p, Request: req, Alt: f.Comment})
	}
	if covered {
		b.sensitiveCover(p)
		open := b.value.Open
		open.Files = true
		b.zone(Zone{Place: p, Radius: look.RadiusCard, Label: lang.L("note.sensitive.show"),
			Press: func(a Actions, _ fyne.CanvasObject) { a.SetOpen(b.value.Note, open) }})
		return
	}
	b.badges(f, p)
	b.zone(Zone{Place: p, Plain: true, Label: f.Comment, Press: func(a Actions, _ fyne.CanvasObject) { a.OpenFile(n, i) }})
}

// pictureURL is the address of what stands for a file in a note.
func pictureURL(f misskey.DriveFile) string {
	if f.ThumbnailURL != "" {
		return f.ThumbnailURL
	}
	if f.IsImage() {
		return f.URL
	}
	return ""
}

func (b *builder) sensitiveCover(p Place) {
	b.cover(Box{Place: p, Fill: look.ColorOverPicture, Radius: look.RadiusCard})
	style := flow.Style{Size: look.TextSecondary, Color: look.ColorOnPicture}
	bold := style
	bold.Bold = true
	l := flow.Lay([]flow.Run{{Text: lang.L("note.sensitive") + "\n", Style: bold}, {Text: lang.L("note.sensitive.show"), Style: style}},
		flow.Options{Width: p.Size.Width - look.Space2, MaxLines: 3, Align: fyne.TextAlignCenter})
	b.at(l, p.Pos.X+look.Space1, p.Pos.Y+(p.Size.Height-l.Size().Height)/2)
}

func (b *builder) badges(f misskey.DriveFile, p Place) {
	x := p.Pos.X + 6
	badge := func(text string) {
		l := flow.Lay([]flow.Run{{Text: text, Style: flow.Style{Size: 10, Bold: true, Color: look.ColorOnPicture}}}, flow.Options{MaxLines: 1})
		at := place(x, p.Pos.Y+6, l.Size().Width+10, l.Size().Height+2)
		b.cover(Box{Place: at, Fill: look.ColorOverPicture, Radius: look.Space1})
		b.at(l, x+5, p.Pos.Y+7)
		x += at.Size.Width + look.Space1
	}
	if f.Comment != "" {
		badge("ALT")
	}
	if f.Type == "image/gif" || f.Type == "image/apng" {
		badge("GIF")
	}
	if f.IsVideo() {
		const size = 40
		at := place(p.Pos.X+(p.Size.Width-size)/2, p.Pos.Y+(p.Size.Height-size)/2, size, size)
		b.cover(Box{Place: at, Fill: look.ColorOverPicture, Radius: size / 2})
		b.icon(look.IconPlay, look.ColorOnPicture, at.Pos.X+10, at.Pos.Y+10, 20)
	}
}

// fileLine is a file that is no picture: its name and size.
func (b *builder) fileLine(n misskey.Note, i int, x, width float32) {
	const height = 32
	f := n.Files[i]
	b.y += look.Space1
	p := place(x, b.y, width, height)
	icon := look.IconFile
	if f.IsAudio() || f.IsVideo() {
		icon = look.IconPlay
	}
	b.box(Box{Place: p, Fill: look.ColorChip, Radius: 6})
	b.icon(icon, look.ColorText, x+look.Space2, b.y+8, 16)
	l := flow.Lay([]flow.Run{{Text: oneLine(f.Name) + "  ", Style: flow.Style{Size: look.TextSecondary}}, {Text: Bytes(f.Size), Style: faint()}},
		flow.Options{Width: width - 40, MaxLines: 1})
	b.at(l, x+32, b.y+(height-l.Size().Height)/2)
	b.zone(Zone{Place: p, Radius: 6, Label: f.Name, Press: func(a Actions, _ fyne.CanvasObject) { a.OpenFile(n, i) }})
	b.y += height
}

// Bytes writes a size in bytes in the unit that suits it.
func Bytes(n int64) string {
	const unit = 1024
	size, names := float64(n), []string{"B", "KB", "MB", "GB", "TB"}
	i := 0
	for size >= unit && i < len(names)-1 {
		size /= unit
		i++
	}
	if i == 0 {
		return fmt.Sprintf("%d B", n)
	}
	return fmt.Sprintf("%.1f %s", size, names[i])
}
