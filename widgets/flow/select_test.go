package flow

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// told has text, a picture, a box in the line, a block with a block in it, and more text.
func told() []Run {
	inner := []Run{{Text: "deep "}, {Box: &Box{Runs: text("deeper")}}, {Text: " up"}}
	return []Run{
		{Text: "one two\nthree "},
		emoji("cat"),
		{Text: " 漢字かな "},
		{Box: &Box{Runs: text("boxed text")}},
		{Text: " after"},
		{Box: &Box{Block: true, Bar: 3, Runs: inner}},
		{Box: &Box{Block: true, Runs: text("second")}},
		{Text: "end"},
	}
}

const toldText = "one two\nthree :cat: 漢字かな boxed text after\ndeep deeper up\nsecond\nend"

func TestTheTextOfALayout(t *testing.T) {
	newApp(t)
	l := Lay(told(), Options{Width: 120})
	all := Position(len(toldText))
	assert.Equal(t, toldText, l.Text(0, all))
	assert.Equal(t, toldText, l.Text(all+5, -5), "bounded and in order")
	assert.Equal(t, "two\nth", l.Text(4, 10))
	assert.Equal(t, "漢", l.Text(20, 23))
	assert.Equal(t, "漢", l.Text(22, 24), "never a part of a character")
	assert.Empty(t, Lay(nil, Options{}).Text(0, 3))
}

// find is where s begins in a layout's text.
func find(l *Layout, s string) Position {
	return Position(strings.Index(l.text.story().text, s))
}

func TestPlacesAndPointsBelongTogether(t *testing.T) {
	newApp(t)
	for _, width := range []float32{60, 120, 1000} {
		for _, runs := range [][]Run{told(), text(hebrew.Replace("say ABC 12 DEF\nABC def (GH) 3"))} {
			l := Lay(runs, Options{Width: width, ByDirection: true})
			s := l.text.story()
			for p := Position(0); p < Position(len(s.text)); p = s.after(p) {
				as := l.areas(p, s.after(p))
				if len(as) == 0 {
					assert.Contains(t, " \n", s.text[p:p+1], "only spaces at the end of a line are not to be seen")
					continue
				}
				require.Len(t, as, 1)
				a := as[0]
				y := a.at.Y + a.size.Height/2
				way := direction{}
				if from := s.passageAt(p); !from.whole {
					_, way = l.caret(p)
				}
				start, end := a.at.X+0.1*a.size.Width, a.at.X+0.9*a.size.Width
				if way.level.RightToLeft() {
					start, end = end, start
				}
				assert.Equal(t, p, l.position(fyne.NewPos(start, y)), "%q", s.text[p:])
				assert.Equal(t, s.after(p), l.position(fyne.NewPos(end, y)), "%q", s.text[p:])
			}
		}
	}
}

func TestPointsOutsideOfTheTextAreNearToSomeOfIt(t *testing.T) {
	newApp(t)
	l := Lay(told(), Options{Width: 120})
	assert.Zero(t, l.position(fyne.NewPos(-50, -50)))
	assert.Equal(t, Position(len(toldText)), l.position(fyne.NewPos(500, 5000)))
	assert.Equal(t, find(l, "\nthree"), l.position(fyne.NewPos(500, 5)), "beyond the end of a line is its end")
	for _, runs := range [][]Run{nil, text("\n\n"), {{Box: &Box{}}}, {{Box: &Box{Block: true}}, {Text: "\n"}}} {
		l := Lay(runs, Options{Width: 50})
		l.position(fyne.NewPos(5, 25))
		l.caret(0)
		assert.Empty(t, l.areas(0, 10))
	}
}

func TestWordsAndParagraphs(t *testing.T) {
	newApp(t)
	l := Lay(append(told(), text("\nit's 3.14, 안녕하세요 カタカナー語  x (y) "+hebrew.Replace("ABC DEF"))...), Options{})
	s := l.text.story()
	for at, want := range map[string]string{
		"one": "one", "ne two": "one", "two": "two", " two": " ", "漢": "漢字", "字": "漢字", "かな": "かな", "cat": ":cat:",
		"deeper": "deeper", "er up": "deeper", "it's": "it's", "14,": "3.14", ", 안": ",", "녕하": "안녕하세요", "タカ": "カタカナー",
		"  x": "  ", "(y": "(", "ב": "אבג",
	} {
		from, to := s.wordAt(find(l, at))
		assert.Equal(t, want, s.text[from:to], "at %q", at)
	}
	from, to := s.paragraphAt(find(l, "deeper"))
	assert.Equal(t, "deep deeper up", s.text[from:to])
	from, to = s.paragraphAt(find(l, "boxed"))
	assert.Equal(t, "three :cat: 漢字かな boxed text after", s.text[from:to])
}

func TestPartsOfSources(t *testing.T) {
	newApp(t)
	one, two, three := new(int), new(int), new(int)
	l := Lay([]Run{
		{Text: "first", Source: one},
		{Text: " and ", Source: two},
		{Text: ":x:", Emoji: &Emoji{}, Source: three},
		{Box: &Box{Runs: []Run{{Text: "more", Source: one}}}},
		{Text: "nobody's"},
	}, Options{})
	assert.Equal(t, []Part{{one, "firstmore", true}, {two, " and ", true}, {three, ":x:", true}, {nil, "nobody's", false}}, l.Parts(0, 100))
	assert.Equal(t, []Part{{one, "st", false}, {two, " a", false}}, l.Parts(3, 7))
	assert.Empty(t, l.Parts(4, 4))
}

// clock is a clock that stands still.
type clock struct{ now time.Time }

func selectable(t *testing.T, runs []Run) (*View, *Selection, *clock) {
	c := &clock{now: time.Unix(1e9, 0)}
	s := &Selection{Now: func() time.Time { return c.now }}
	v, _ := show(t, newAlbum(), runs)
	NewPage(s).Show(nil, v)
	return v, s, c
}

// at is where in the middle of a line's height the text s begins.
func at(v *View, s string) fyne.Position {
	a, _ := v.layout.caret(find(v.layout, s))
	return a.at.AddXY(0.5, a.size.Height/2)
}

func handOf(v *View) *hand { return rendererOf(v).hand }

func press(v *View, p fyne.Position, keys fyne.KeyModifier) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: keys}
	e.Position, e.AbsolutePosition = p, p
	handOf(v).MouseDown(e)
}

func drag(v *View, p fyne.Position) {
	e := &fyne.DragEvent{}
	e.Position, e.AbsolutePosition = p, p
	handOf(v).Dragged(e)
}

func TestDraggingSelects(t *testing.T) {
	newApp(t)
	v, s, _ := selectable(t, told())
	press(v, at(v, "two"), 0)
	assert.Empty(t, s.Text())
	drag(v, at(v, "deeper"))
	assert.Equal(t, "two\nthree :cat: 漢字かな boxed text after\ndeep ", s.Text(), "over lines, pictures and boxes")
	assert.True(t, v.page.Selected())
	drag(v, at(v, "one"))
	assert.Equal(t, "one ", s.Text(), "back over where it began")
	press(v, at(v, "end"), fyne.KeyModifierShift)
	assert.True(t, strings.HasSuffix(s.Text(), "second\n"))
	assert.True(t, strings.HasPrefix(s.Text(), "two"))
	press(v, at(v, "end"), 0)
	assert.False(t, v.page.Selected(), "a click takes it away")
}

func TestWhatIsSelectedLiesBehindTheText(t *testing.T) {
	newApp(t)
	v, s, _ := selectable(t, append([]Run{{Text: "g", Style: Style{Background: look.ColorSelection}}}, told()...))
	plain := len(rendererOf(v).Objects())
	v.Select(2, 12)
	objects := rendererOf(v).Objects()
	require.Len(t, objects, plain+2, "a rectangle for each line")
	for _, o := range objects[1:3] {
		assert.IsType(t, &canvas.Rectangle{}, o)
	}
	assert.IsType(t, &canvas.Text{}, objects[3])
	a := v.layout.areas(2, 12)[0]
	assert.Equal(t, fyne.NewPos(round(a.at.X), a.at.Y), objects[1].Position())
	assert.Equal(t, fyne.NewSize(round(a.at.X+a.size.Width)-round(a.at.X), a.size.Height), objects[1].Size())
	assert.True(t, s.Clear())
	assert.False(t, s.Clear())
	assert.Len(t, rendererOf(v).Objects(), plain)
}

func TestASelectionIsDrawn(t *testing.T) {
	newApp(t)
	v, _, _ := selectable(t, told())
	v.Select(4, 60)
	test.AssertRendersToImage(t, "selected.png", fyne.CurrentApp().Driver().CanvasForObject(v))
}

func TestSeveralClicks(t *testing.T) {
	newApp(t)
	v, s, c := selectable(t, told())
	taps := 0
	v.OnTapped = func(*fyne.PointEvent) { taps++ }
	click := func(p fyne.Position) string {
		press(v, p, 0)
		handOf(v).Tapped(&fyne.PointEvent{Position: p})
		return s.Text()
	}
	p := at(v, "two")
	assert.Empty(t, click(p))
	assert.Equal(t, "two", click(p))
	assert.Equal(t, "one two", click(p))
	assert.Empty(t, click(p))
	assert.Equal(t, 2, taps, "what selects is no tap")
	c.now = c.now.Add(time.Second)
	assert.Empty(t, click(p), "too late")
	assert.Empty(t, click(p.AddXY(20, 0)), "elsewhere")
	assert.Equal(t, "two", click(p.AddXY(20, 0)))
	drag(v, at(v, "ee :cat"))
	assert.Equal(t, "two\nthree", s.Text(), "by words")
	drag(v, at(v, "ne two"))
	assert.Equal(t, "one two", s.Text())
}

func TestKeysMoveTheEnd(t *testing.T) {
	newApp(t)
	v, s, _ := selectable(t, []Run{{Text: "one 👍🏽 two\nthree "}, emoji("cat"), {Text: " four\nfive"}})
	assert.False(t, s.Move(fyne.KeyRight, false), "nothing was clicked")
	press(v, at(v, "👍"), 0)
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyRight, "👍🏽"},
		{fyne.KeyRight, "👍🏽 "},
		{fyne.KeyLeft, "👍🏽"},
		{fyne.KeyEnd, "👍🏽 two"},
		{fyne.KeyHome, "one "},
		{fyne.KeyLeft, "one "},
		{fyne.KeyEnd, "👍🏽 two"},
		{fyne.KeyRight, "👍🏽 two\n"},
		{fyne.KeyUp, "one "},
	} {
		require.True(t, s.Move(c.key, false))
		assert.Equal(t, c.want, s.Text(), c.key)
	}
	assert.False(t, s.Move(fyne.KeyF5, false))
	s.Move(fyne.KeyDown, false)
	assert.Equal(t, "👍🏽 two\n", s.Text())
	require.True(t, s.SelectAll())
	assert.Equal(t, "one 👍🏽 two\nthree :cat: four\nfive", s.Text())

	press(v, at(v, " four"), 0)
	s.Move(fyne.KeyLeft, false)
	assert.Equal(t, ":cat:", s.Text(), "a picture goes as one")
}

func TestArrowsFollowTheWriting(t *testing.T) {
	newApp(t)
	v, s, _ := selectable(t, text(hebrew.Replace("ABC")))
	press(v, at(v, "ב"), 0)
	s.Move(fyne.KeyLeft, false)
	assert.Equal(t, "ב", s.Text())
	s.Move(fyne.KeyEnd, false)
	assert.Equal(t, "בג", s.Text())
}

func TestOneSelectionForAllPages(t *testing.T) {
	newApp(t)
	v, s, _ := selectable(t, told())
	other, _ := show(t, newAlbum(), text("another"))
	NewPage(s).Show(nil, other)
	v.Select(0, 3)
	other.Select(0, 4)
	assert.Equal(t, "anot", s.Text())
	from, to := v.Selection()
	assert.Equal(t, from, to)
	assert.Empty(t, rendererOf(v).marks.inUse())
	v.page.Show(nil)
	assert.Equal(t, "anot", s.Text(), "that is not in this view")
	assert.NotContains(t, rendererOf(v).Objects(), fyne.CanvasObject(handOf(v)))
}

// relaid gives a view of a page of its own another layout.
func relaid(v *View, l *Layout, key any) {
	v.SetLayout(l)
	v.page.Show(key, v)
}

func TestASelectionStaysWithItsText(t *testing.T) {
	newApp(t)
	v, s, _ := selectable(t, told())
	v.Select(0, 3)
	relaid(v, Lay(told(), Options{Width: 50}), nil)
	assert.Equal(t, "one", s.Text(), "laid out again")
	assert.NotEmpty(t, rendererOf(v).marks.inUse())
	relaid(v, Lay(text("one is another"), Options{Width: 50}), nil)
	assert.Equal(t, "one", s.Text(), "something else follows")
	assert.NotEmpty(t, rendererOf(v).marks.inUse())
	relaid(v, Lay(text("an other one"), Options{Width: 50}), nil)
	assert.Empty(t, s.Text())
	assert.Empty(t, rendererOf(v).marks.inUse())
	v.Select(0, 3)
	relaid(v, nil, nil)
	assert.Empty(t, s.Text())
}

func TestASelectionOutlivesItsViews(t *testing.T) {
	newApp(t)
	v, s, _ := selectable(t, told())
	other, _ := show(t, newAlbum(), told())
	NewPage(s).Show("b", other)
	relaid(v, v.layout, "a")
	press(v, at(v, "one"), 0)
	drag(v, at(v, "two"))
	relaid(v, Lay(told(), Options{}), "c")
	assert.Equal(t, "one ", s.Text(), "though nothing shows it")
	assert.Empty(t, rendererOf(v).marks.inUse())
	drag(v, at(v, "three"))
	assert.Equal(t, "one ", s.Text(), "what is there now is not dragged over")
	s.Move(fyne.KeyRight, true)
	assert.Equal(t, "one two", s.Text())
	relaid(other, other.layout, "a")
	assert.NotEmpty(t, rendererOf(other).marks.inUse(), "there it is again")
	drag(v, at(other, "three"))
	assert.Equal(t, "one two\n", s.Text(), "and goes on by the hand it began with")
	relaid(other, Lay(text("one"), Options{}), "a")
	assert.Empty(t, s.Text())
}

func TestLinksCanBeSelectedAndStillLead(t *testing.T) {
	newApp(t)
	v, s, _ := selectable(t, linked)
	followed := 0
	v.OnLink = func(Link) { followed++ }
	spot := spotsOf(v)[0]
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(1, 5)
	e.AbsolutePosition = e.Position.Add(spot.Position())
	spot.MouseDown(e)
	d := &fyne.DragEvent{}
	d.AbsolutePosition = at(v, "label")
	spot.Dragged(d)
	assert.Equal(t, "the very long ", s.Text())
	spot.MouseDown(e)
	test.Tap(spot)
	assert.Equal(t, 1, followed)
	spot.MouseDown(e)
	test.Tap(spot)
	assert.Equal(t, "the", s.Text())
	assert.Equal(t, 1, followed, "the second click selected a word")
}

func TestTapsGoOnToTheOwner(t *testing.T) {
	newApp(t)
	v, _, _ := selectable(t, linked)
	var taps, menus []fyne.Position
	v.OnTapped = func(e *fyne.PointEvent) { taps = append(taps, e.Position) }
	v.OnTappedSecondary = func(e *fyne.PointEvent) { menus = append(menus, e.Position) }
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	test.TapCanvas(c, fyne.NewPos(10, 10))
	assert.Equal(t, []fyne.Position{fyne.NewPos(10, 10)}, taps)
	handOf(v).TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(3, 4)})
	assert.Equal(t, []fyne.Position{fyne.NewPos(3, 4)}, menus)
	assert.Equal(t, desktop.TextCursor, handOf(v).Cursor())
}

func TestWhatIsSelectedAsAWhole(t *testing.T) {
	newApp(t)
	v, s, _ := selectable(t, []Run{
		{Text: "a "},
		{Box: &Box{Runs: text("漢字"), Over: text("かん")}},
		{Text: " b "},
		{Text: "#", Aside: true},
		{Box: &Box{Runs: append(text("moves "), Run{Box: &Box{Runs: text("deep"), Over: text("d")}}), Effect: motion.Shift{X: 1000}}},
		{Text: " c"},
	})
	assert.Equal(t, "a 漢字(かん) b moves deep(d) c", v.layout.shown(), "readings follow what they are read for")
	press(v, at(v, "a 漢"), 0)
	for _, want := range []string{"a", "a ", "a 漢字(かん)", "a 漢字(かん) "} {
		s.Move(fyne.KeyRight, false)
		assert.Equal(t, want, s.Text())
	}
	press(v, at(v, " b"), 0)
	drag(v, at(v, "漢").AddXY(5, 0))
	assert.Equal(t, "漢字(かん)", s.Text(), "never a part of it")
	drag(v, at(v, " c"))
	assert.Equal(t, " b moves deep(d)", s.Text())
	marks := rendererOf(v).veneers.inUse()
	require.Len(t, marks, 1)
	assert.Zero(t, marks[0].Size().Width, "what is far out of the view is not marked there")
	from, to := v.layout.text.story().wordAt(find(v.layout, "ves"))
	assert.Equal(t, "moves deep(d)", v.layout.Text(from, to))
}

func TestSelectingFromTextToText(t *testing.T) {
	newApp(t)
	s := &Selection{}
	var views []*View
	for i, said := range []string{"one two", "", hebrew.Replace("ABC DEF"), "漢字かな交じり、文。"} {
		v, _ := show(t, newAlbum(), text(said))
		v.Move(fyne.NewPos(10, float32(30*i)))
		views = append(views, v)
	}
	NewPage(s).Show("k", views...)
	all := "one two\n\n" + hebrew.Replace("ABC DEF") + "\n漢字かな交じり、文。"
	press(views[0], at(views[0], "two"), 0)
	require.True(t, s.SelectAll())
	assert.Equal(t, all, s.Text())
	from, to := views[2].Selection()
	assert.Equal(t, [2]Position{0, Position(len(hebrew.Replace("ABC DEF")))}, [2]Position{from, to})

	press(views[0], at(views[0], "two"), 0)
	for _, c := range []struct {
		key  fyne.KeyName
		far  bool
		want string
	}{
		{fyne.KeyRight, true, "two"},
		{fyne.KeyRight, true, "two\n\n" + hebrew.Replace("ABC")},
		{fyne.KeyLeft, true, "two\n\n" + hebrew.Replace("ABC DEF")},
		{fyne.KeyLeft, false, "two\n\n" + hebrew.Replace("ABC DEF") + "\n"},
		{fyne.KeyRight, true, "two\n\n" + hebrew.Replace("ABC DEF") + "\n漢字"},
		{fyne.KeyRight, true, "two\n\n" + hebrew.Replace("ABC DEF") + "\n漢字かな"},
		{fyne.KeyLeft, true, "two\n\n" + hebrew.Replace("ABC DEF") + "\n漢字"},
		{fyne.KeyHome, true, "one "},
		{fyne.KeyEnd, true, strings.TrimPrefix(all, "one ")},
		{fyne.KeyHome, true, "one "},
		{fyne.KeyLeft, true, "one "},
		{fyne.KeyDown, true, "two"},
		{fyne.KeyUp, true, "one "},
	} {
		require.True(t, s.Move(c.key, c.far))
		assert.Equal(t, c.want, s.Text(), "%s %v", c.key, c.far)
	}
	assert.False(t, s.Move(fyne.KeyF5, true))
}

// page is content that shows lines of text, 10 units from its edges.
type page struct{ text string }

func (p page) Size(width float32) fyne.Size { return fyne.NewSize(width, p.Lines().Size().Height+20) }
func (p page) New() fyne.CanvasObject       { return canvas.NewRectangle(nil) }
func (p page) Lines() *Layout               { return Lay(text(p.text), Options{}) }
func (p page) At() fyne.Position            { return fyne.NewPos(10, 10) }

func TestTextOfContents(t *testing.T) {
	newApp(t)
	code := Run{Text: "a\nb c\nd", Box: &Box{Block: true, Content: page{"a\nb c\nd"}}}
	l := Lay([]Run{{Text: "before"}, code, {Text: "after"}}, Options{Width: 100})
	require.Equal(t, "before\na\nb c\nd\nafter", l.shown())
	s := l.text.story()
	for _, p := range []Position{7, 9, 10, 11, 13} {
		a, _ := l.caret(p)
		assert.Equal(t, p, l.position(a.at.AddXY(0.1, a.size.Height/2)))
		as := l.areas(p, s.after(p))
		require.Len(t, as, 1)
		assert.Equal(t, a.at, as[0].at)
		assert.True(t, as[0].over)
	}
	from, to := s.wordAt(9)
	assert.Equal(t, "b", l.Text(from, to))

	narrow := Lay([]Run{{Text: "before"}, code}, Options{Width: 25})
	end := narrow.text.story().lastOf(narrow)
	assert.Equal(t, end, narrow.position(fyne.NewPos(20, 60)), "what is wider than its place is selected as a whole")
	assert.Len(t, narrow.areas(9, 10), 1)
	assert.Equal(t, "before\na", Lay([]Run{{Text: "before"}, code}, Options{Width: 100, MaxLines: 2}).shown(), "as far as it is seen")
}

func TestContentsHaveTheirOwnUseForThePointer(t *testing.T) {
	newApp(t)
	v, _, _ := selectable(t, []Run{{Text: "a"}, {Text: "code", Box: &Box{Content: field}}})
	objects := rendererOf(v).Objects()
	hand := slices.Index(objects, fyne.CanvasObject(handOf(v)))
	content := slices.Index(objects, rendererOf(v).contents[0])
	assert.Less(t, hand, content)
	v.Select(0, 5)
	assert.Len(t, rendererOf(v).veneers.inUse(), 1, "and would hide a mark behind it")
}

func FuzzSelect(f *testing.F) {
	f.Add("one two\n漢字 👍🏽 אבג (1)", "x", float32(60), 3, 17)
	f.Add("\n\n", "", float32(10), 0, 1)
	newApp(f)
	f.Fuzz(func(t *testing.T, one, two string, width float32, a, z int) {
		l := Lay([]Run{
			{Text: one}, {Box: &Box{Runs: text(two)}}, emoji("x"), {Box: &Box{Block: true, Runs: text(one)}}, {Text: two},
		}, Options{Width: width, ByDirection: true})
		s := l.text.story()
		from, to := Position(a), Position(z)
		if got := l.Text(from, to); !strings.Contains(s.text, got) {
			t.Fatalf("%q is not in %q", got, s.text)
		}
		l.areas(from, to)
		p := l.position(fyne.NewPos(float32(a), float32(z)))
		if p < 0 || p > Position(len(s.text)) || p != s.whole(p) {
			t.Fatalf("%d is no place in %q", p, s.text)
		}
		l.caret(p)
		if after := s.after(p); after <= p && p < Position(len(s.text)) {
			t.Fatalf("nothing after %d in %q", p, s.text)
		}
		if before := s.before(p); before >= p && p > 0 {
			t.Fatalf("nothing before %d in %q", p, s.text)
		}
		w, x := s.wordAt(p)
		if w > p || x < p {
			t.Fatalf("%d is not in its word %d–%d of %q", p, w, x, s.text)
		}
	})
}
