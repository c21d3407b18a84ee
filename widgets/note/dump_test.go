package note

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
)

// dump writes a sheet down, a line for each of its parts.
func dump(s *Sheet) string {
	var b strings.Builder
	line := func(format string, args ...any) {
		b.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
	}
	line("sheet %s", sized(s.Size))
	boxes := func(kind string, all []Box) {
		for _, x := range all {
			line("%-8s%s %s", kind, placed(x.Place), dumpBox(x))
		}
	}
	boxes("box", s.Boxes)
	for _, x := range s.Pictures {
		line("picture %s %s cover=%v %q", placed(x.Place), strings.TrimPrefix(x.Request.URL, home), x.Request.Cover, x.Alt)
	}
	boxes("cover", s.Covers)
	for _, x := range s.Avatars {
		line("avatar  %s %s", placed(x.Place), x.User.Username)
	}
	boxes("badge", s.Badges)
	for _, x := range s.Zones {
		line("zone    %s %s", placed(x.Place), dumpZone(x))
	}
	for _, x := range s.Icons {
		line("icon    %s %s %s", placed(x.Place), x.Name, x.Color)
	}
	for _, x := range s.Texts {
		line("text    %s %q", placed(Place{x.Pos, x.Layout.Size()}), x.Layout.String())
	}
	return b.String()
}

func dumpBox(x Box) string {
	words := []string{string(x.Fill)}
	add := func(yes bool, format string, args ...any) {
		if yes {
			words = append(words, fmt.Sprintf(format, args...))
		}
	}
	add(x.Own.A > 0, "own=%02x%02x%02x", x.Own.R, x.Own.G, x.Own.B)
	add(x.Line != "", "line=%s", x.Line)
	add(x.Radius > 0, "r%g", x.Radius)
	add(x.Flat, "flat")
	add(x.Faint, "faint")
	add(x.Soft, "soft")
	return strings.TrimSpace(strings.Join(words, " "))
}

func dumpZone(x Zone) string {
	word := "says"
	switch {
	case x.Press != nil && x.Plain:
		word = "plain"
	case x.Press != nil:
		word = "press"
	}
	return fmt.Sprintf("%s %q", word, x.Label)
}

func placed(p Place) string {
	return fmt.Sprintf("%g,%g %s", p.Pos.X, p.Pos.Y, sized(p.Size))
}

func sized(s fyne.Size) string { return fmt.Sprintf("%gx%g", tenth(s.Width), tenth(s.Height)) }

func tenth(v float32) float64 { return float64(int(v*10+0.5)) / 10 }
