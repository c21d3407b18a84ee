package note

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

const (
	maxPictures  = 16 // as many files as a note can have
	maxFileLines = 16
)

// files shows the attached files: pictures and videos in a grid as high as
// most a row, the rest as lines.
func (b *builder) files(n misskey.Note, x, width, most float32) {
	var shown, others []int
	for i, f := range n.Files {
		switch {
		case (f.IsImage() || f.IsVideo()) && len(shown) < maxPictures:
			shown = append(shown, i)
		case len(others) < maxFileLines:
			others = append(others, i)
		}
	}
	b.grid(n, shown, x, width, most)
	for _, i := range others {
		b.fileLine(n, i, x, width)
	}
	if rest := fileCount(n) - len(shown) - len(others); rest > 0 {
		b.text([]flow.Run{{Text: lang.N("note.cw.files", rest, number(int64(rest))), Style: faint()}}, x, width, 1)
	}
}

func (b *builder) grid(n misskey.Note, files []int, x, width, most float32) {
	if len(files) == 0 {
		return
	}
	var places []Place
	var height float32
	if len(files) == 1 {
		p := arrangeOne(pixels(n.Files[files[0]], width), width, most)
		places, height = []Place{p}, p.Size.Height
	} else {
		shapes := make([]float32, len(files))
		for i, file := range files {
			size := pixels(n.Files[file], width)
			shapes[i] = size.Width / size.Height
		}
		places, height = arrange(shapes, width, most)
	}
	b.y += look.Space2
	for i, p := range places {
		p.Pos = p.Pos.AddXY(x, b.y)
		b.picture(n, files[i], p)
	}
	b.y += height
}

// pixels is the size of a file's picture; where it is not known, 16 by 9 for
// the width.
func pixels(f misskey.DriveFile, width float32) fyne.Size {
	const rotated = 5 // EXIF orientations from here on lie on their side
	w, h := float32(f.Properties.Width), float32(f.Properties.Height)
	if w <= 0 || h <= 0 {
		return fyne.NewSize(width, width*9/16)
	}
	if f.Properties.Orientation >= rotated {
		w, h = h, w
	}
	return fyne.NewSize(w, h)
}

func (b *builder) picture(n misskey.Note, i int, p Place) {
	f := n.Files[i]
	covered := f.IsSensitive && !b.value.Open.Files
	size := pixels(f, p.Size.Width)
	at, covers := fitted(p, size.Width/size.Height)
	if covered || f.Properties.Width <= 0 || f.Properties.Height <= 0 {
		at, covers = p, true
	}
	b.box(Box{Place: p, Fill: look.ColorPictureGround, Radius: look.RadiusCard})
	moving := b.env.Governor.Mode() != motion.Off
	req := widgets.PictureRequest{Box: at.Size, Blurhash: f.Blurhash, Cover: covers, Moving: moving}
	if !covered {
		req.URL = pictureURL(f)
	}
	if req.URL != "" || req.Blurhash != "" {
		b.sheet.Pictures = append(b.sheet.Pictures, Picture{Place: at, Request: req, Alt: label(f.Comment)})
	}
	if covered {
		b.sensitiveCover(p)
		return
	}
	b.zone(Zone{
		Place: p, Radius: look.RadiusCard, Label: label(f.Comment),
		Press: func(a Actions, _ fyne.CanvasObject) { a.OpenFile(n, i) },
	})
	b.badges(f, p)
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

// sensitiveCover hides a picture until it is pressed.
func (b *builder) sensitiveCover(p Place) {
	b.cover(Box{Place: p, Fill: look.ColorOverPicture, Radius: look.RadiusCard})
	style := flow.Style{Size: look.TextSecondary, Color: look.ColorOnPicture}
	bold := style
	bold.Bold = true
	l := flow.Lay([]flow.Run{{Text: lang.L("note.sensitive") + "\n", Style: bold}, {Text: lang.L("note.sensitive.show"), Style: style}},
		flow.Options{Width: max(1, p.Size.Width-look.Space2), MaxLines: 3, Align: fyne.TextAlignCenter})
	height := l.Size().Height
	if l.Lines() > 2 || height+look.IconSize > p.Size.Height {
		height = 0 // the icon alone has room
	}
	y := p.Pos.Y + middle(p.Size.Height, look.IconSize+height)
	b.icon(look.IconCW, look.ColorOnPicture, p.Pos.X+middle(p.Size.Width, look.IconSize), y, look.IconSize)
	if height > 0 {
		b.at(l, p.Pos.X+look.Space1, y+look.IconSize)
	}
	b.zone(Zone{Place: p, Radius: look.RadiusCard, Label: lang.L("note.sensitive.show"), Press: b.setFiles(true)})
}

// setFiles opens or covers the sensitive files of the card.
func (b *builder) setFiles(show bool) func(Actions, fyne.CanvasObject) {
	open := b.value.Open
	open.Files = show
	return func(a Actions, _ fyne.CanvasObject) { a.SetOpen(b.value.Note, open) }
}

// badges are the marks on a picture, as far as they have room.
func (b *builder) badges(f misskey.DriveFile, p Place) {
	if f.IsVideo() {
		const size, icon = 40, 20
		at := place(p.Pos.X+middle(p.Size.Width, size), p.Pos.Y+middle(p.Size.Height, size), size, size)
		b.cover(Box{Place: at, Fill: look.ColorOverPicture, Radius: size / 2})
		b.icon(look.IconPlay, look.ColorOnPicture, at.Pos.X+(size-icon)/2, at.Pos.Y+(size-icon)/2, icon)
	}
	var words []string
	if f.Comment != "" {
		words = append(words, "ALT")
	}
	if f.Type == "image/gif" || f.Type == "image/apng" {
		words = append(words, "GIF")
	}
	const edge, roomy = look.Space1, 64
	right := p.right() - edge
	if f.IsSensitive {
		right = b.coverAgain(p)
	}
	x := p.Pos.X + edge
	for _, w := range words {
		l := word(w, flow.Style{Size: look.TextSecondary - 3, Bold: true, Color: look.ColorOnPicture})
		at := place(x, p.Pos.Y+edge, breadth(l)+look.Space2, l.Size().Height)
		if at.right() > right || p.Size.Width < roomy {
			return
		}
		b.cover(Box{Place: at, Fill: look.ColorOverPicture, Radius: look.Space1})
		b.at(l, x+look.Space1, at.Pos.Y)
		x = at.right() + look.Space1
	}
}

// coverAgain is the button that covers the sensitive files again. It returns
// where it begins.
func (b *builder) coverAgain(p Place) float32 {
	const side, edge = 28, 4
	at := place(p.right()-side-edge, p.Pos.Y+edge, side, side)
	b.cover(Box{Place: at, Fill: look.ColorOverPicture, Radius: 6})
	b.icon(look.IconCW, look.ColorOnPicture, at.Pos.X+(side-16)/2, at.Pos.Y+(side-16)/2, 16)
	b.zone(Zone{Place: at, Radius: 6, Label: lang.L("note.sensitive.hide"), Press: b.setFiles(false)})
	return at.Pos.X
}
