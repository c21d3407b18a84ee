package flow

import (
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

var lesserFaces = map[string]look.Face{
	"oblique": look.FaceOblique, "bold oblique": look.FaceBoldOblique, "serif": look.FaceSerif,
	"cursive": look.FaceCursive, "fantasy": look.FaceFantasy, "math": look.FaceMath,
}

// sources tells the fonts of the texts that a layer shows.
func sources(l *layer) (fonts []fyne.Resource) {
	for _, t := range l.texts.inUse() {
		fonts = append(fonts, t.FontSource)
	}
	return fonts
}

func TestEachStyleHasItsFace(t *testing.T) {
	newApp(t)
	for name, c := range map[string]struct {
		style Style
		want  look.Face
	}{
		"plain":            {Style{}, look.FaceText},
		"bold":             {Style{Bold: true}, look.FaceText},
		"italic":           {Style{Italic: true}, look.FaceOblique},
		"bold italic":      {Style{Italic: true, Bold: true}, look.FaceBoldOblique},
		"italic code":      {Style{Italic: true, Mono: true}, look.FaceText},
		"serif":            {Style{Face: look.FaceSerif}, look.FaceSerif},
		"bold serif":       {Style{Face: look.FaceSerif, Bold: true}, look.FaceSerif},
		"italic serif":     {Style{Face: look.FaceSerif, Italic: true}, look.FaceSerif},
		"monospaced serif": {Style{Face: look.FaceSerif, Mono: true}, look.FaceText},
	} {
		v, _ := show(t, newAlbum(), []Run{{Text: "word", Style: c.style}})
		assert.Equal(t, []fyne.Resource{c.want.Font()}, sources(&rendererOf(v).layer), name)
	}
}

func TestAFaceIsUsedAsFarAsItHasTheCharacters(t *testing.T) {
	newApp(t)
	slanted, cursive := Style{Italic: true}, Style{Face: look.FaceCursive, Italic: true}
	for _, c := range []struct {
		text  string
		style Style
		want  string // spans, each after the number of its face
	}{
		{"mixed 漢字 かな 안녕 Ωж", slanted, "1mixed 漢字 かな 안녕 Ωж"},
		{"漢鬱鸞字", slanted, "1漢|0鬱鸞|1字"},
		{"뷁 세계", slanted, "0뷁 |1세계"},
		{"a\n鬱\nb", slanted, "1a\n|0鬱\n|1b"},
		{"🎉👨‍👩‍👧a", slanted, "0🎉👨‍👩‍👧|1a"},
		{"1️⃣2", slanted, "01️⃣|12"},
		{"áe̊", slanted, "1á|0e̊"},
		{"abc 漢字鬱 def", cursive, "4abc |1漢字|0鬱 |4def"},
		{"שלום", slanted, "0שלום"},
		{"鬱鸞", Style{}, "0鬱鸞"},
	} {
		var got []string
		for _, s := range Prepare([]Run{{Text: c.text, Style: c.style}}).spans {
			got = append(got, string(rune('0'+s.cut))+s.text)
		}
		assert.Equal(t, c.want, strings.Join(got, "|"))
	}
}

func TestSpansOfOneRunBreakLikeOne(t *testing.T) {
	const words = "漢鬱字「鸞」。 fa鬱st, 뷁세계 and on"
	newApp(t)
	for width := float32(20); width < 200; width += 10 {
		opt := Options{Width: width}
		assert.Equal(t, Lay([]Run{{Text: words}}, opt).String(),
			Lay([]Run{{Text: words, Style: Style{Italic: true}}}, opt).String(), "%v", width)
	}
}

func TestFacesShareALine(t *testing.T) {
	newApp(t)
	for _, size := range []float32{7, look.TextBody, 90} {
		plain := faces.of(&span{style: Style{Size: size}})
		for name, f := range lesserFaces {
			lesser := faces.of(&span{style: Style{Size: size}, cut: f})
			assert.Equal(t, plain.height, lesser.height, name)
			assert.Equal(t, plain.ascent, lesser.ascent, name)
		}
	}
}

func TestSlantedLettersAreAsWideAsUprightOnes(t *testing.T) {
	newApp(t)
	for _, s := range []string{"Hand", "Wave", "漢字かな", "안녕하세요", "Жя Ω", "(1,234.5)"} {
		for _, bold := range []bool{false, true} {
			upright := Lay([]Run{{Text: s, Style: Style{Bold: bold}}}, Options{}).Size()
			slanted := Lay([]Run{{Text: s, Style: Style{Bold: bold, Italic: true}}}, Options{}).Size()
			assert.InDelta(t, upright.Width, slanted.Width, 0.05, s)
		}
	}
}

func TestWidthsAreThoseDrawn(t *testing.T) {
	newApp(t)
	for name, f := range lesserFaces {
		for _, s := range []string{"fjord", "Tja V", "123"} {
			sp := span{cut: f}
			sp.face = faces.of(&sp)
			drawn, _ := fyne.CurrentApp().Driver().RenderedTextSize(sp.drawn(s), sp.face.key.size, fyne.TextStyle{}, f.Font())
			assert.InDelta(t, sp.face.width(s)+2*sp.face.pad, drawn.Width, 0.05, "%s: %s", name, s)
		}
	}
}

func TestEndsOfLettersAreNotCutOff(t *testing.T) {
	newApp(t)
	for name, f := range lesserFaces {
		const size = 60
		style := Style{Size: size, Face: f, Color: look.ColorText}
		l := Lay([]Run{{Text: "jTf", Style: style}}, Options{})
		v := NewView(nil)
		v.SetLayout(l)
		v.Move(fyne.NewPos(size, 0))
		got := ink(container.NewWithoutLayout(v))

		free := canvas.NewText("     jTf     ", style.foreground())
		free.TextSize, free.FontSource = size, f.Font()
		free.Resize(free.MinSize())
		assert.InEpsilon(t, ink(container.NewWithoutLayout(free)), got, 0.01, name)
	}
}

// ink is how much o paints.
func ink(o fyne.CanvasObject) (sum float64) {
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(o)
	c.Resize(fyne.NewSize(400, 150))
	img := c.Capture()
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			_, _, _, a := img.At(x, y).RGBA()
			sum += float64(a)
		}
	}
	return sum
}

func TestPlatesHaveRoomForWhatHangsOver(t *testing.T) {
	newApp(t)
	v, _ := theatre(t, newCinema(motion.Off), newAlbum(), 0,
		under(motion.Flip{V: true}, Run{Text: "jff", Style: Style{Size: 60, Italic: true}}))
	plates := rendererOf(v).plates.inUse()
	require.Len(t, plates, 1)
	assert.Equal(t, []fyne.Resource{look.FaceOblique.Font()}, sources(&plates[0].layer))
	base := plates[0].base
	edge := image.Rect(0, 0, 1, base.Rect.Dy())
	for _, r := range []image.Rectangle{edge, edge.Add(image.Pt(base.Rect.Dx()-1, 0))} {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			assert.Zero(t, base.RGBAAt(r.Min.X, y).A)
		}
	}
}

func TestATextUsedAgainIsInItsOwnFace(t *testing.T) {
	newApp(t)
	v, _ := show(t, newAlbum(), []Run{{Text: "word", Style: Style{Italic: true}}})
	v.SetLayout(Lay(text("word"), Options{}))
	assert.Equal(t, []fyne.Resource{nil}, sources(&rendererOf(v).layer))
}

func TestFacesSurviveAnotherTheme(t *testing.T) {
	app := newApp(t)
	runs := []Run{{Text: "word", Style: Style{Face: look.FaceSerif}}}
	before := Lay(runs, Options{}).Size()
	app.Settings().SetTheme(paper{Theme: fonts{}, fonts: fonts{}})
	assert.Equal(t, before.Width, Lay(runs, Options{}).Size().Width)
}
