package screens

import (
	"image"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/note"
)

const galleryServer = "https://misskey.example"

// asking is an Env that knows every emoji and writes down which it was asked
// for.
func asking(names *[]string) *note.Env {
	return &note.Env{
		Server: galleryServer, Username: "alice", Pictures: absent{}, Now: time.Now,
		Emoji: func(name, _ string, _ misskey.EmojiMap) string {
			*names = append(*names, name)
			return galleryServer + "/emoji/" + name + ".webp"
		},
		Aspect: func(string) float32 { return 0 },
	}
}

// absent are pictures that never come.
type absent struct{}

func (absent) Load(widgets.PictureRequest, float32, func(image.Image, bool, error)) func() {
	return func() {}
}

// escape is a desk that counts how often Escape was pressed.
type escape struct {
	PlainDesk
	pressed int
}

func (d *escape) TypedKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		d.pressed++
	}
	return e.Name == fyne.KeyEscape
}

// eachRun walks runs and what is in their boxes.
func eachRun(runs []flow.Run, do func(flow.Run)) {
	for _, r := range runs {
		do(r)
		if r.Box != nil {
			eachRun(r.Box.Runs, do)
			eachRun(r.Box.Over, do)
		}
	}
}

func TestGalleryLeadsAndAsksNowhereOdd(t *testing.T) {
	test.NewTempApp(t)
	var names []string
	env := asking(&names)
	target := regexp.MustCompile(`^(https?://[^/]|@[\w.-]+(@[\w.-]+)?$|#[^/]+$|search:.+)`)
	for _, group := range galleryGroups() {
		assert.NotEmpty(t, group.cells, group.title)
		for _, n := range group.cells {
			eachRun(env.Text(n), func(r flow.Run) {
				if r.Link != nil {
					assert.Regexp(t, target, r.Link.Target, "in %.100q", n.Body())
				}
				if r.Emoji != nil && r.Emoji.URL != "" {
					address, err := url.Parse(r.Emoji.URL)
					require.NoError(t, err)
					assert.Equal(t, galleryServer, address.Scheme+"://"+address.Host, "in %.100q", n.Body())
				}
			})
		}
	}
	assert.NotEmpty(t, names)
	for _, name := range names {
		assert.Regexp(t, `^[A-Za-z0-9_+-]+$`, name)
	}
}

func TestGalleryRowsAreBounded(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var names []string
	g := NewGallery(asking(&names), &escape{}, func() {})
	for _, width := range []float32{1, 300, 1100} {
		for i, row := range g.rows {
			sheet := row.lay(g.env, width)
			assert.LessOrEqual(t, sheet.Size.Width, width)
			assert.Less(t, sheet.Size.Height, float32(10_000), "row %d", i)
			assert.Equal(t, sheet.Size.Height == 0, len(sheet.Texts) == 0)
		}
	}
}

func TestGalleryShowsEveryCellOnceAtEveryWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var names []string
	g := NewGallery(asking(&names), &escape{}, func() {})
	cells := 0
	for _, group := range galleryGroups() {
		cells += len(group.cells)
	}
	for _, width := range []float32{200, 700, 1500} {
		boxes := 0
		for _, row := range g.rows {
			boxes += len(row.lay(g.env, width).Boxes)
		}
		assert.Equal(t, cells, boxes)
	}
}

func TestGalleryScrollsToItsEndAndIsLeft(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	desk := &escape{}
	var names []string
	g := NewGallery(asking(&names), desk, func() {})
	w := app.NewWindow("")
	t.Cleanup(w.Close)
	w.SetContent(g.Object())
	w.Resize(fyne.NewSize(1000, 700))
	w.Canvas().Focus(g.Feed())
	g.Feed().ReduceMotion = true
	type place struct {
		row string
		y   float32
	}
	var last place
	for range 500 {
		g.Feed().TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		row, y := g.Feed().Place()
		if last == (place{row, y}) {
			break
		}
		last = place{row, y}
	}
	assert.Greater(t, len(names), 3*30, "the floods of emoji were passed")
	g.Feed().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.Equal(t, 1, desk.pressed)
	g.Close()
	assert.Zero(t, g.Feed().Len())
}

func TestLongSourcesAreCut(t *testing.T) {
	assert.Equal(t, "abc", beginning("abc", 3))
	assert.Equal(t, "日…", beginning("日本", 4))
	assert.Len(t, beginning(strings.Repeat("a", 2000), sourceBytes), sourceBytes+len("…"))
}
