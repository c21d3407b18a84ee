package widgets_test

import (
	"errors"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets"
	"mejiro/widgets/look"
)

func newAvatar(t *testing.T, a *album) (*widgets.Avatar, fyne.Window) {
	t.Helper()
	newApp(t)
	v := widgets.NewAvatar(a)
	return v, inWindow(t, v, v.MinSize())
}

func groundOf(w fyne.Widget) color.Color {
	return test.WidgetRenderer(w).Objects()[0].(*canvas.Rectangle).FillColor
}

func TestAvatar(t *testing.T) {
	a := &album{}
	v, _ := newAvatar(t, a)
	assert.Equal(t, fyne.NewSquareSize(look.AvatarSize), v.Size())
	assert.Empty(t, a.loads)

	v.SetFace(widgets.Face{URL: "https://media.example/a.webp", Name: "alice"})
	require.Len(t, a.loads, 1)
	assert.True(t, a.last().Cover)
	assert.Equal(t, v.Size(), a.last().Box)
	assert.Empty(t, shownText(v), "no letter that the picture would replace")
	face := pixels(40, 40)
	a.last().got(face, true, nil)
	assert.Same(t, face, shownImage(v))

	v.SetFace(widgets.Face{URL: "https://media.example/b.webp", Name: "bob"})
	assert.Nil(t, shownImage(v), "alice is gone")
	a.last().got(nil, true, errors.New("404"))
	assert.Equal(t, "B", shownText(v))
	v.SetFace(widgets.Face{Name: "carol"})
	assert.Equal(t, "C", shownText(v))
	assert.Equal(t, "carol", v.AccessibilityLabel())
	assert.Len(t, a.loads, 2)
}

func TestAvatarOfTheSameUserStays(t *testing.T) {
	a := &album{atHand: pixels(40, 40)}
	v, _ := newAvatar(t, a)
	for range 3 {
		v.SetFace(widgets.Face{URL: "https://media.example/a.webp", Name: "alice"})
	}
	assert.Len(t, a.loads, 1)
}

func TestAvatarHidesAndShows(t *testing.T) {
	a := &album{}
	v, _ := newAvatar(t, a)
	v.SetFace(widgets.Face{URL: "https://media.example/a.webp"})
	v.Hide()
	assert.True(t, a.last().cancelled)
	v.Show()
	assert.Len(t, a.loads, 2)
}

func TestLetters(t *testing.T) {
	v, _ := newAvatar(t, &album{})
	for name, letter := range map[string]string{
		"alice": "A", "@bob": "B", ":neko: 猫": "N", "「目白」": "目", "한글": "한", "ßtraße": "ß", "": "", "🐦": "", "🐦 7": "7", "\xff\xfe": "",
	} {
		v.SetFace(widgets.Face{Name: name})
		assert.Equal(t, letter, shownText(v), "%q", name)
	}
}

func TestColorsDependOnTheNameAlone(t *testing.T) {
	newApp(t)
	seen := map[color.Color]bool{}
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		one, two := widgets.NewAvatar(&album{}), widgets.NewAvatar(&album{})
		one.SetFace(widgets.Face{Name: name})
		two.SetFace(widgets.Face{Name: name, URL: ""})
		assert.Equal(t, groundOf(one), groundOf(two))
		seen[groundOf(one)] = true
	}
	assert.Greater(t, len(seen), 3)
}

func TestAvatarShapes(t *testing.T) {
	v, _ := newAvatar(t, &album{atHand: pixels(40, 40)})
	v.SetFace(widgets.Face{URL: "https://media.example/a.webp"})
	radius := func() float32 { return test.WidgetRenderer(v).Objects()[2].(*canvas.Image).CornerRadius }
	assert.Equal(t, canvas.RadiusMaximum, radius())
	v.Square = true
	v.Refresh()
	assert.Equal(t, float32(8), radius())
	tapped := 0
	v.OnTap = func() { tapped++ }
	v.Refresh()
	test.Tap(test.WidgetRenderer(v).Objects()[3].(fyne.Tappable))
	assert.Equal(t, 1, tapped)
	assert.Equal(t, fyne.AccessibleRoleButton, v.AccessibilityRole())
}

func TestAvatarMarkup(t *testing.T) {
	v, w := newAvatar(t, &album{})
	w.Resize(fyne.NewSquareSize(40))
	v.SetFace(widgets.Face{Name: "alice"})
	test.AssertRendersToMarkup(t, "avatar-letter.xml", w.Canvas())
}
