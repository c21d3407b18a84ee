package mfm

import (
	"fmt"
	"strings"
	"testing"

	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// dump writes runs on one line: text as it is, with what differs from body text behind in braces, and boxes in
// brackets.
func dump(runs []flow.Run) string {
	var parts []string
	for _, r := range runs {
		parts = append(parts, dumpRun(r))
	}
	return strings.Join(parts, "|")
}

func dumpRun(r flow.Run) string {
	switch {
	case r.Box != nil:
		return "[" + dumpBox(*r.Box) + ": " + dump(r.Box.Runs) + "]"
	case r.Emoji != nil && r.Emoji.Icon != "":
		return "icon " + string(r.Emoji.Icon) + dumpStyle(r)
	case r.Emoji != nil:
		return "picture " + strings.TrimPrefix(r.Emoji.URL, "https://example.com/") + dumpStyle(r)
	}
	return strings.NewReplacer("\n", "⏎", nbsp, "·").Replace(r.Text) + dumpStyle(r)
}

func dumpStyle(r flow.Run) string {
	var what []string
	s := r.Style
	for _, flag := range []struct {
		on   bool
		name string
	}{
		{s.Bold, "bold"},
		{s.Mono, "mono"},
		{s.Strike, "strike"},
		{s.Italic, "italic"},
		{s.Face != look.FaceText, fmt.Sprint("face ", int(s.Face))},
		{s.Color != "", string(s.Color)},
		{s.Background != "", "on " + string(s.Background)},
		{s.Ink.A > 0, fmt.Sprintf("#%02x%02x%02x%02x", s.Ink.R, s.Ink.G, s.Ink.B, s.Ink.A)},
		{s.Size != look.TextBody, fmt.Sprint(s.Size)},
		{s.Alpha > 0, fmt.Sprintf("%.0f%%", 100*s.Alpha)},
	} {
		if flag.on {
			what = append(what, flag.name)
		}
	}
	if r.Link != nil {
		what = append(what, "→"+r.Link.Target)
	}
	if len(what) == 0 {
		return ""
	}
	return "{" + strings.Join(what, " ") + "}"
}

// dumpBox tells what is set of a box besides its content.
func dumpBox(b flow.Box) string {
	var what []string
	add := func(on bool, format string, values ...any) {
		if on {
			what = append(what, fmt.Sprintf(format, values...))
		}
	}
	paint := func(p flow.Paint) string {
		s := string(p.Name)
		if p.Name == "" {
			s = fmt.Sprintf("#%02x%02x%02x%02x", p.Ink.R, p.Ink.G, p.Ink.B, p.Ink.A)
		}
		if p.Alpha > 0 {
			s += fmt.Sprintf("@%.0f%%", 100*p.Alpha)
		}
		return s
	}
	add(b.Block, "block")
	add(b.Align != 0, "align %d", b.Align)
	add(b.Bar > 0, "bar %g %s", b.Bar, paint(b.BarPaint))
	add(b.Fill != flow.Paint{}, "fill %s", paint(b.Fill))
	add(b.Border.Width > 0, "border %d %g %s", b.Border.Style, b.Border.Width, paint(b.Border.Paint))
	add(b.Radius > 0, "radius %g", b.Radius)
	add(b.Clip, "clip")
	add(b.Effect != nil, "%s", strings.TrimPrefix(fmt.Sprintf("%+v", named(b.Effect)), "motion."))
	add(b.Hover, "hover")
	add(b.Sparkles, "sparkles")
	add(len(b.Over) > 0, "over %s", dump(b.Over))
	add(b.Content != nil, "%T", b.Content)
	return strings.Join(what, " ")
}

// named is an effect with its type.
func named(v any) string { return strings.TrimPrefix(fmt.Sprintf("%T%+v", v, v), "motion.") }

// assertSound wants of runs what holds for any text.
func assertSound(t *testing.T, runs []flow.Run) {
	t.Helper()
	for _, r := range runs {
		if r.Text == "" && r.Emoji == nil && r.Box == nil {
			t.Fatal("an empty run")
		}
		if r.Style.Size < smallest || r.Style.Size > largest {
			t.Fatalf("text of %g units", r.Style.Size)
		}
		if r.Link != nil && !strings.ContainsAny(r.Link.Target[:1], "@#") && !strings.HasPrefix(r.Link.Target, "search:") {
			assertSafe(t, r.Link.Target)
		}
		if r.Box != nil {
			assertSound(t, r.Box.Runs)
			assertSound(t, r.Box.Over)
		}
	}
}
