package flow

import (
	"errors"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mejiro/widgets"
	"mejiro/widgets/look"
)

// paper is Fyne's test theme with the fonts the app is set in.
type paper struct {
	fyne.Theme
	fonts fyne.Theme
}

func (p paper) Font(style fyne.TextStyle) fyne.Resource { return p.fonts.Font(style) }

func newApp(t testing.TB) fyne.App {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(paper{Theme: test.Theme(), fonts: look.New(look.Light)})
	return app
}

// album is a source of pictures that come when the test wants.
type album struct {
	asked     []widgets.PictureRequest
	cancelled int
	waiting   map[string][]func(image.Image, bool, error)
	atHand    map[string]image.Image
}

func newAlbum() *album {
	return &album{waiting: map[string][]func(image.Image, bool, error){}, atHand: map[string]image.Image{}}
}

func (a *album) Load(req widgets.PictureRequest, _ float32, got func(image.Image, bool, error)) func() {
	a.asked = append(a.asked, req)
	if img := a.atHand[req.URL]; img != nil {
		got(img, true, nil)
		return func() {}
	}
	a.waiting[req.URL] = append(a.waiting[req.URL], got)
	return func() { a.cancelled++ }
}

// bring delivers a picture of that size to all who wait for url, those included who do not any more.
func (a *album) bring(url string, w, h int) {
	for _, got := range a.waiting[url] {
		got(image.NewRGBA(image.Rect(0, 0, w, h)), true, nil)
	}
	delete(a.waiting, url)
}

func (a *album) fail(url string) {
	for _, got := range a.waiting[url] {
		got(nil, true, errors.New("no such picture"))
	}
	delete(a.waiting, url)
}

func emoji(url string) Run {
	return Run{Text: ":" + url + ":", Emoji: &Emoji{URL: url, Scale: 2, Middle: true, Fallback: ":" + url + ":"}}
}

func text(s string) []Run { return []Run{{Text: s}} }
