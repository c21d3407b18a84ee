package note

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/look"
)

// drawn writes down everything a card draws and everything it says to the
// pointer.
func drawn(c *Card) string {
	var b strings.Builder
	drawInto(&b, c, fyne.Position{})
	return b.String()
}

func drawInto(b *strings.Builder, o fyne.CanvasObject, origin fyne.Position) {
	if !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	switch o := o.(type) {
	case *canvas.Text:
		fmt.Fprintf(b, "text %v %q %v %v %v\n", at, o.Text, o.TextSize, o.TextStyle, ink(o.Color))
	case *canvas.Rectangle:
		fmt.Fprintf(b, "rectangle %v %v %v %v %v %v %v\n", at, o.Size(), ink(o.FillColor), ink(o.StrokeColor), o.StrokeWidth, o.CornerRadius, o.TopLeftCornerRadius)
	case *canvas.Image:
		fmt.Fprintf(b, "image %v %v %v\n", at, o.Size(), sum(o.Image))
	case *zone:
		fmt.Fprintf(b, "zone %v %v %q %v\n", at, o.Size(), o.shown.Label, o.Cursor())
	case fyne.Widget:
		if tip, ok := o.(interface{ ToolTip() string }); ok {
			fmt.Fprintf(b, "says %q\n", tip.ToolTip())
		}
		for _, child := range test.WidgetRenderer(o).Objects() {
			drawInto(b, child, at)
		}
	}
}

func ink(c color.Color) string {
	if c == nil {
		return "-"
	}
	r, g, bl, a := c.RGBA()
	return fmt.Sprintf("%02x%02x%02x%02x", r>>8, g>>8, bl>>8, a>>8)
}

// sum tells pictures apart by their pixels.
func sum(img image.Image) string {
	if img == nil {
		return "none"
	}
	total := uint64(0)
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			r, g, b, a := img.At(x, y).RGBA()
			total = total*31 + uint64(r+3*g+7*b+11*a)
		}
	}
	return fmt.Sprint(img.Bounds().Size(), total)
}

// ready is a source whose pictures are all at hand, each in a colour of its
// own.
type ready struct{}

func (ready) Load(req widgets.PictureRequest, _ float32, got func(image.Image, bool, error)) func() {
	img := image.NewRGBA(image.Rect(0, 0, 2, 2))
	shade := uint8(len(req.URL) * 7)
	for i := range img.Pix {
		img.Pix[i] = shade
	}
	got(img, req.URL != "", nil)
	return func() {}
}

// fresh is a card that never showed anything before, in a window.
func fresh(t *testing.T, env *Env) *Card {
	t.Helper()
	c := NewCard(env, nothing{})
	c.After = func(time.Duration, func()) func() { return func() {} }
	w := test.NewTempWindow(t, widgets.NewStage(c))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(330, 600))
	return c
}

func TestRebindingLeavesNoTrace(t *testing.T) {
	newApp(t)
	env := newEnv(ready{})
	all := append(scenes(), crowded()...)
	used := fresh(t, env)
	for i := range all {
		for _, before := range []scene{all[(i*7+3)%len(all)], all[(i*5+11)%len(all)]} {
			used.SetNote(before.value, Lay(before.value, env, 330))
			if len(used.zones.all) > 0 {
				hoverOver(used, used.zones.all[len(used.sheet.Zones)/2].(*zone))
			}
			now := all[i]
			now.value.Note.ID = "now"
			want := fresh(t, env)
			want.SetNote(now.value, Lay(now.value, env, 330))
			used.SetNote(now.value, Lay(now.value, env, 330))
			assert.Equal(t, drawn(want), drawn(used), "%s after %s", now.name, before.name)
		}
	}
	used.Release()
	assert.Equal(t, drawn(fresh(t, env)), drawn(used), "an empty card is empty")
}

func TestReleasedCardsWaitForNoPictures(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	env := newEnv(pictures)
	c := fresh(t, env)
	v := Value{Note: said("bob", ":blobcat:", withFiles(photo("a", 800, 600)), withReactions("", map[string]int{":blobcat@.:": 1}))}
	c.SetNote(v, Lay(v, env, 330))
	waiting := len(pictures.asked)
	assert.GreaterOrEqual(t, waiting, 4, "avatar, picture, two emoji")
	c.Release()
	assert.Equal(t, waiting, pictures.left)
	pictures.bring(home+"/avatar/bob", 4, 4)
	assert.Equal(t, drawn(fresh(t, env)), drawn(c))
}

func TestRebindingAsksForNoPictureTwice(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	env := newEnv(pictures)
	c := fresh(t, env)
	v := Value{Note: said("bob", ":blobcat:", withFiles(photo("a", 800, 600)))}
	c.SetNote(v, Lay(v, env, 330))
	asked := len(pictures.asked)
	v.Note.RepliesCount++
	c.SetNote(v, Lay(v, env, 330))
	assert.Len(t, pictures.asked, asked, "the same note again needs nothing anew")

	other := Value{Note: said("carol", "", renoting(said("dave", "", withFiles(photo("b", 300, 900)))))}
	c.SetNote(other, Lay(other, env, 330))
	for _, req := range pictures.asked[asked:] {
		assert.NotContains(t, []string{home + "/avatar/bob", photo("a", 1, 1).ThumbnailURL}, req.URL, "the old one is not asked for in the new place")
	}
}

func TestNothingJumpsWhenPicturesArrive(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	env := newEnv(pictures)
	c := fresh(t, env)
	v := Value{Note: said("bob", ":wide:", withFiles(photo("a", 800, 600)))}
	s := Lay(v, env, 330)
	c.SetNote(v, s)
	before := c.MinSize()
	for _, req := range pictures.asked {
		w, h := 40, 40
		if strings.HasSuffix(req.URL, "wide.webp") {
			w = 200
		}
		pictures.bring(req.URL, w, h)
	}
	assert.Equal(t, before, c.MinSize())
	assert.Equal(t, before, Lay(v, env, 330).Size)
	pictures.fail(home + "/avatar/bob")
	assert.Equal(t, before, c.MinSize())
}

func TestThemesAreFollowed(t *testing.T) {
	newApp(t)
	env := newEnv(ready{})
	v := Value{Note: usual()}
	c := fresh(t, env)
	c.SetNote(v, Lay(v, env, 330))
	light := drawn(c)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	c.Refresh()
	dark := fresh(t, env)
	dark.SetNote(v, Lay(v, env, 330))
	assert.Equal(t, drawn(dark), drawn(c))
	assert.NotEqual(t, light, drawn(c))
}

func TestMarkIsDrawnWithEachNote(t *testing.T) {
	newApp(t)
	env := newEnv(newAlbum())
	c := fresh(t, env)
	var marked []misskey.NoteID
	c.Mark = func(id misskey.NoteID) fyne.CanvasObject {
		marked = append(marked, id)
		return canvas.NewRectangle(nil)
	}
	v := Value{Note: said("bob", "!")}
	c.SetNote(v, Lay(v, env, 330))
	c.Release()
	assert.Equal(t, []misskey.NoteID{"n-bob"}, marked)
}
