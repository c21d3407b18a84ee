package postform

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/flow"
)

func texts(all []Completion) string {
	var names []string
	for _, c := range all {
		names = append(names, c.Text)
	}
	return strings.Join(names, " ")
}

func TestWhatCanBeCompleted(t *testing.T) {
	c := newCompleter()
	emoji := func(name string) []Completion { return []Completion{{Text: ":" + name + "x:"}} }
	for before, want := range map[string][2]string{
		"":                       {},
		"a $":                    {"$", "$[tada ]"},
		"a $[t":                  {"$[t", "$[tada ] $[twitch ]"},
		"$ro":                    {"$ro", "$[rotate ]"},
		"$5":                     {"$5", ""},
		"$[tada a":               {},
		"$[tada ":                {},
		"$[tada.":                {"", "speed= delay="},
		"$[tada.s":               {"s", "speed="},
		"$[tada.speed=":          {},
		"$[tada.speed=1s,":       {"", "delay="},
		"$[spin.left,x,":         {"", "speed= delay= alternate y"},
		"$[spin.left":            {"left", ""},
		"$[flip.h v":             {},
		"$[font.":                {"", "serif monospace cursive fantasy emoji math"},
		"$[x2.":                  {"", ""},
		"$[none.":                {"", ""},
		":blob":                  {":blob", ":blobx:"},
		"あ:blob":                 {":blob", ":blobx:"},
		"12:30":                  {},
		"https://x":              {},
		":":                      {},
		":blob:":                 {},
		strings.Repeat("日", 500): {},
	} {
		b := c.at(before, emoji)
		assert.Equal(t, want[0], b.word, before)
		if want[1] == "$[tada ]" {
			assert.Len(t, b.all, 23)
			assert.Equal(t, want[1], b.all[0].Text)
			continue
		}
		assert.Equal(t, want[1], texts(b.all), before)
	}
	assert.Empty(t, c.at(":blob", nil))
}

func (s *shown) keys(names ...fyne.KeyName) {
	for _, name := range names {
		s.text.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestFunctionsAreCompletedAtTheKeyboard(t *testing.T) {
	s := show(t, 480)
	s.write("so $[")
	require.True(t, s.suggestions.Visible())
	assert.True(t, s.text.AcceptsTab())
	s.keys(fyne.KeyDown, fyne.KeyTab)
	assert.Equal(t, "so $[jelly ]", s.Value().Text)
	assert.False(t, s.suggestions.Visible())
	assert.False(t, s.text.AcceptsTab())
	s.write("x")
	assert.Equal(t, "so $[jelly x]", s.Value().Text)

	s.Reset(Value{Text: "$[spin"}, nil)
	assert.False(t, s.suggestions.Visible(), "nobody typed that")
	s.write(".")
	s.keys(fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	assert.Equal(t, "$[spin.x", s.Value().Text)
	s.write(",s")
	s.keys(fyne.KeyEnter)
	assert.Equal(t, "$[spin.x,speed=", s.Value().Text)

	s.write("1s $t")
	s.keys(fyne.KeyEscape)
	assert.False(t, s.suggestions.Visible())
	assert.Zero(t, s.closed, "the form stays")
	s.keys(fyne.KeyReturn)
	assert.True(t, strings.HasSuffix(s.Value().Text, "$t\n"))
	s.write("$t")
	s.keys(fyne.KeyHome)
	assert.False(t, s.suggestions.Visible(), "the cursor is elsewhere")
}

func TestSuggestionsAreTapped(t *testing.T) {
	s := show(t, 480)
	var asked []string
	s.Emoji = func(name string) []Completion {
		asked = append(asked, name)
		all := make([]Completion, 20)
		for i := range all {
			all[i] = Completion{Text: ":" + name + string(rune('a'+i)) + ":", Show: []flow.Run{{Text: name}}}
		}
		return all
	}
	s.write("a :blob")
	assert.Equal(t, []string{"b", "bl", "blo", "blob"}, asked)
	for range 9 {
		s.keys(fyne.KeyDown)
	}
	assert.Equal(t, 3, s.suggestions.first)
	test.Tap(s.suggestions.rows[1])
	assert.Equal(t, "a :blobe:", s.Value().Text)
	s.write(" :b")
	s.keys(fyne.KeyUp, fyne.KeyReturn)
	assert.Equal(t, "a :blobe: :bt:", s.Value().Text)
}
