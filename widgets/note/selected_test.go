package note

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
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
	r.choose(c, "Bob  @b")
	text, source = Selected(c)
	assert.Equal(t, "Bob  @b", text)
	assert.Equal(t, text, source)
}

func TestAllThatANoteSaysIsSelectedAsOne(t *testing.T) {
	r := newReader(t)
	quoted := said("carol", "quoted **words**", withID("quoted"))
	n := said("bob", "one **two**", withCW("take *care*"))
	n.Poll = &misskey.Poll{Choices: []misskey.PollChoice{{Text: "yes"}, {Text: "no :nothing:"}}}
	n.Renote, n.RenoteID = &quoted, quoted.ID
	c := r.card(n)
	r.choose(c, "take")
	r.env.Selection.SelectAll()
	text, _ := Selected(c)
	assert.Equal(t, "take care", text, "nothing of what the warning hides")

	v := Value{Note: n, Open: Open{CW: true}}
	c.SetNote(v, Lay(v, r.env, 330))
	text, _ = Selected(c)
	assert.Equal(t, "take care", text, "it stays while more comes below")
	r.env.Selection.SelectAll()
	text, source := Selected(c)
	assert.Equal(t, "take care\none two\nyes\nno :nothing:\nquoted words", text)
	assert.Equal(t, "take <i>care</i>\none **two**\nyes\nno :nothing:\nquoted **words**", source)
	r.show(c, n)
	assert.Empty(t, r.env.Selection.Text(), "hidden again")
}

func TestOnlyWhatIsShownOfAFoldedNoteIsSelected(t *testing.T) {
	r := newReader(t)
	c := r.card(said("bob", strings.Repeat("line\n", foldLines)+"hidden\nhidden"))
	r.choose(c, "line")
	r.env.Selection.SelectAll()
	text, source := Selected(c)
	assert.Equal(t, strings.TrimSuffix(strings.Repeat("line\n", foldLines), "\n"), text)
	assert.Equal(t, text, source)
}

func TestDraggingGoesFromTextToText(t *testing.T) {
	r := newReader(t)
	quoted := said("carol", "quoted words", withID("quoted"))
	n := said("bob", "one two")
	n.Renote, n.RenoteID = &quoted, quoted.ID
	c := r.card(n)
	first, _ := r.find(c, "one two")
	last, _ := r.find(c, "quoted words")
	driver := fyne.CurrentApp().Driver()
	h := handAt(first).(interface {
		desktop.Mouseable
		fyne.Draggable
	})
	down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	down.Position = fyne.NewPos(0, 10)
	h.MouseDown(down)
	var pulls []fyne.Position
	c.Scroller = puller(func(at fyne.Position) { pulls = append(pulls, at) })
	e := &fyne.DragEvent{}
	e.AbsolutePosition = driver.AbsolutePositionForObject(last).AddXY(1000, 1000)
	h.Dragged(e)
	text, _ := Selected(c)
	assert.Equal(t, "one two\nquoted words", text)
	assert.Equal(t, []fyne.Position{e.AbsolutePosition}, pulls)
	h.DragEnd()
	assert.Len(t, pulls, 2, "the end is told")
	r.env.Selection.Move(fyne.KeyUp, false)
	text, _ = Selected(c)
	assert.Equal(t, "one two", text)
	assert.Equal(t, fyne.NewPos(-1, first.Position().Y), pulls[2], "keys have the place be seen")
	test.Tap(c)
	assert.Empty(t, r.env.Selection.Text(), "a tap beside the text takes it away")
}

func TestPressingTextLightsWhatLiesBehind(t *testing.T) {
	r := newReader(t)
	n := said("bob", "one")
	n.Poll = &misskey.Poll{Choices: []misskey.PollChoice{{Text: "yes"}}}
	c := r.card(n)
	v, _ := r.find(c, "yes")
	h := handAt(v).(interface {
		desktop.Mouseable
		desktop.Cursorable
	})
	assert.Equal(t, desktop.PointerCursor, h.Cursor())
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	h.MouseDown(e)
	assert.True(t, c.glow.Visible())
	h.MouseUp(e)
	assert.False(t, c.glow.Visible(), "the pointer is not there")
}

func TestADragMayBeginBesideTheText(t *testing.T) {
	r := newReader(t)
	c := r.card(said("bob", "one two"))
	v, _ := r.find(c, "one two")
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(v)
	down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	down.AbsolutePosition = origin.AddXY(-20, 10)
	e := &fyne.DragEvent{}
	e.AbsolutePosition = origin.AddXY(500, 10)
	c.Dragged(e)
	assert.Empty(t, r.env.Selection.Text(), "it began elsewhere, on a button")
	c.MouseDown(down)
	c.Dragged(e)
	text, _ := Selected(c)
	assert.Equal(t, "one two", text)
	c.MouseUp(down)
	e.AbsolutePosition = origin
	c.Dragged(e)
	text, _ = Selected(c)
	assert.Equal(t, "one two", text, "that was over")
}

type puller func(at fyne.Position)

func (p puller) RevealIn(_ fyne.CanvasObject, y, _ float32) { p(fyne.NewPos(-1, y)) }

func (p puller) Pull(_ fyne.CanvasObject, at fyne.Position, _ func()) (stop func()) {
	p(at)
	return func() { p(fyne.Position{}) }
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
	c.Release()
	assert.Equal(t, "two", r.env.Selection.Text(), "it is only out of sight")
	r.show(c, n)
	text, _ = Selected(c)
	assert.Equal(t, "two", text)
}

func TestTapsOnTextsDoWhatTheyDidBefore(t *testing.T) {
	r := newReader(t)
	quoted := said("carol", "quoted words", withID("quoted"))
	n := said("bob", "one two")
	n.Renote, n.RenoteID = &quoted, quoted.ID
	c := r.card(n)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	for _, s := range []string{"one two", "quoted words", "Bob", "Carol"} {
		v, _ := r.find(c, s)
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject(v).AddXY(10, 10)
		test.TapCanvas(canvas, place)
		test.TapSecondaryAt(handAt(v), fyne.NewPos(10, 10))
	}
	assert.Equal(t, []string{
		"card", "more n-bob", "note quoted", "more n-bob", "user bob", "more n-bob", "user carol", "more n-bob",
	}, r.diary.deeds)
}

// handAt is what feels the pointer on a text.
func handAt(v *flow.View) fyne.SecondaryTappable {
	objects := test.WidgetRenderer(v).Objects()
	return objects[len(objects)-1].(fyne.SecondaryTappable)
}
