package note

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
)

// reader has cards whose texts can be selected.
type reader struct {
	*testing.T
	env   *Env
	diary *diary
}

func newReader(t *testing.T) *reader {
	newApp(t)
	env := newEnv(newAlbum())
	env.Selection = &flow.Selection{}
	return &reader{T: t, env: env, diary: &diary{}}
}

func (r *reader) card(n misskey.Note) *Card {
	c := NewCard(r.env, r.diary)
	c.OnTapped = func() { r.diary.write("card") }
	w := test.NewTempWindow(r, widgets.NewStage(c))
	w.SetPadded(false)
	r.show(c, n)
	w.Resize(c.MinSize().Max(fyne.NewSize(330, 300)))
	return c
}

func (r *reader) show(c *Card, n misskey.Note) {
	v := Value{Note: n}
	c.SetNote(v, Lay(v, r.env, 330))
}

// find is the view that says s, and where in it.
func (r *reader) find(c *Card, s string) (*flow.View, flow.Position) {
	r.Helper()
	for _, p := range c.texts.all[:c.texts.used] {
		v := p.(*words).view
		if i := strings.Index(v.Layout().Text(0, 1<<20), s); i >= 0 {
			return v, flow.Position(i)
		}
	}
	require.Fail(r, "the card does not say "+s)
	return nil, 0
}

func (r *reader) choose(c *Card, s string) {
	v, at := r.find(c, s)
	v.Select(at, at+flow.Position(len(s)))
}

func TestWhatIsSelectedInACard(t *testing.T) {
	r := newReader(t)
	c := r.card(said("bob", "one **two three** four", withCW("take care")))
	text, source := Selected(c)
	assert.Empty(t, text+source)
	r.choose(c, "care")
	text, _ = Selected(c)
	assert.Equal(t, "care", text)

	c = r.card(said("bob", "one **two three** four"))
	text, _ = Selected(c)
	assert.Empty(t, text, "that is in another card")
	r.choose(c, "three four")
	text, source = Selected(c.zones.all[0].object())
	assert.Equal(t, "three four", text)
	assert.Equal(t, "**three** four", source)
	text, _ = Selected(&zone{card: c})
	assert.Equal(t, "three four", text, "also for the button of the menu")
	r.choose(c, "Bob")
	text, _ = Selected(c)
	assert.Equal(t, "three four", text, "names are not to be selected")
}

func TestASelectionStaysWithItsNote(t *testing.T) {
	r := newReader(t)
	n := said("bob", "one two")
	c := r.card(n)
	r.choose(c, "two")
	n.Reactions = map[string]int{"👍": 3}
	r.show(c, n)
	text, _ := Selected(c)
	assert.Equal(t, "two", text)
	other := said("bob", "one two", withID("other"))
	r.show(c, other)
	text, _ = Selected(c)
	assert.Empty(t, text, "another note, though it says the same")
	r.choose(c, "two")
	c.Release()
	assert.Empty(t, r.env.Selection.Text())
}

func TestTapsOnTextsDoWhatTheyDidBefore(t *testing.T) {
	r := newReader(t)
	quoted := said("carol", "quoted words", withID("quoted"))
	n := said("bob", "one two")
	n.Renote, n.RenoteID = &quoted, quoted.ID
	c := r.card(n)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	for _, s := range []string{"one two", "quoted words"} {
		v, _ := r.find(c, s)
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject(v).AddXY(10, 10)
		test.TapCanvas(canvas, place)
		test.TapSecondaryAt(handAt(v), fyne.NewPos(10, 10))
	}
	assert.Equal(t, []string{"card", "more n-bob", "note quoted", "more n-bob"}, r.diary.deeds)
}

// handAt is what feels the pointer on a text.
func handAt(v *flow.View) fyne.SecondaryTappable {
	objects := test.WidgetRenderer(v).Objects()
	return objects[len(objects)-1].(fyne.SecondaryTappable)
}
