package postform

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Completion is what can be written in place of a word that was begun.
type Completion struct {
	Text string     // what is written
	Show []flow.Run // what the reader chooses
	back int        // how far before the end of Text the cursor comes to stand, in characters
}

// beginning is the word before the cursor as far as it is written.
type beginning struct {
	word string // that gives way to what is chosen, with the marks before it
	all  []Completion
}

// function is a function of MFM with its parameters.
type function struct {
	name string
	args []string
}

// functions are those of Misskey Web, in its order.
func functions() []function {
	timed := []string{"speed=", "delay="}
	return []function{
		{"tada", timed},
		{"jelly", timed},
		{"twitch", timed},
		{"shake", timed},
		{"spin", []string{"speed=", "delay=", "left", "alternate", "x", "y"}},
		{"jump", timed},
		{"bounce", timed},
		{"flip", []string{"h", "v"}},
		{"x2", nil},
		{"x3", nil},
		{"x4", nil},
		{"scale", []string{"x=", "y="}},
		{"position", []string{"x=", "y="}},
		{"fg", []string{"color="}},
		{"bg", []string{"color="}},
		{"border", []string{"width=", "style=", "color=", "radius=", "noclip"}},
		{"font", []string{"serif", "monospace", "cursive", "fantasy", "emoji", "math"}},
		{"blur", nil},
		{"rainbow", timed},
		{"sparkle", nil},
		{"rotate", []string{"deg="}},
		{"ruby", nil},
		{"unixtime", nil},
	}
}

// completer finds what words can become.
type completer struct {
	function, argument, emoji *regexp.Regexp
}

func newCompleter() *completer {
	return &completer{
		function: regexp.MustCompile(`\$\[?([a-z0-9_]*)$`),
		argument: regexp.MustCompile(`\$\[([a-z0-9_]+)\.((?:[a-z0-9_]+(?:=[\w.-]*)?,)*)([a-z0-9_]*)$`),
		emoji:    regexp.MustCompile(`(?:^|[^0-9A-Za-z]):([\w+-]+)$`),
	}
}

// at is what the end of a text begins.
func (c *completer) at(before string, emoji func(name string) []Completion) beginning {
	const far = 200 // bytes that a beginning has at most
	if len(before) > far {
		before = strings.ToValidUTF8(before[len(before)-far:], "")
	}
	if m := c.argument.FindStringSubmatch(before); m != nil {
		return beginning{m[3], arguments(m[1], m[2], m[3])}
	}
	if m := c.function.FindStringSubmatch(before); m != nil {
		return beginning{m[0], named(m[1])}
	}
	if m := c.emoji.FindStringSubmatch(before); m != nil && emoji != nil {
		return beginning{":" + m[1], emoji(m[1])}
	}
	return beginning{}
}

// named are the functions whose names begin so.
func named(prefix string) []Completion {
	var all []Completion
	for _, f := range functions() {
		if strings.HasPrefix(f.name, prefix) {
			all = append(all, Completion{Text: "$[" + f.name + " ]", Show: half(f.name, prefix), back: 1})
		}
	}
	return all
}

// arguments are those of a function that begin so, without those it has.
func arguments(name, has, prefix string) []Completion {
	var all []Completion
	given := strings.Split(has, ",")
	for _, f := range functions() {
		for _, arg := range f.args {
			key := strings.TrimSuffix(arg, "=")
			is := func(other string) bool { return other == key || strings.HasPrefix(other, key+"=") }
			if f.name == name && strings.HasPrefix(arg, prefix) && arg != prefix && !slices.ContainsFunc(given, is) {
				all = append(all, Completion{Text: arg, Show: half(arg, prefix)})
			}
		}
	}
	return all
}

// half is a name of which the beginning is written.
func half(name, prefix string) []flow.Run {
	return []flow.Run{
		{Text: prefix, Style: flow.Style{Bold: true, Size: look.TextSecondary + 1}},
		{Text: name[len(prefix):], Style: flow.Style{Size: look.TextSecondary + 1}},
	}
}

// complete writes a completion in place of the word that was begun.
func (f *Form) complete(c Completion) {
	word := utf8.RuneCountInString(f.suggestions.word)
	f.suggestions.set(beginning{})
	f.setting = true
	f.text.Replace(word, c.Text, c.back)
	f.setting, f.begun = false, false
	f.typed()
	f.focus(f.text) // which a tap took away
}

// suggest offers what the word before the cursor can become, if the reader is typing it.
func (f *Form) suggest() {
	if f.setting || !f.begun && !f.suggestions.Visible() {
		return
	}
	f.begun = false
	before := []rune(f.text.Text)
	before = before[:min(f.text.CursorTextOffset(), len(before))]
	f.suggestions.set(f.completer.at(string(before), f.Emoji))
	f.placeSuggestions()
}
