package sketch

import (
	"fmt"
	"strings"
)

// SVG writes the sketch as a drawing of plain shapes. Gradients become the
// colour in their middle.
func (s *Sketch) SVG() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s">`, short(s.W), short(s.H))
	for _, sh := range s.shapes {
		c := sh.paint.at(0.5)
		colour := CSS(c)[:7]
		fade := ""
		if c.A < 255 {
			fade = short(float64(c.A) / 255)
		}
		fmt.Fprintf(&b, `<path d="%s"`, sh.path.svg())
		if sh.width > 0 {
			fmt.Fprintf(&b, ` fill="none" stroke="%s" stroke-width="%s" stroke-linecap="round" stroke-linejoin="round"`,
				colour, short(sh.width))
			if fade != "" {
				fmt.Fprintf(&b, ` stroke-opacity="%s"`, fade)
			}
		} else {
			fmt.Fprintf(&b, ` fill="%s"`, colour)
			if fade != "" {
				fmt.Fprintf(&b, ` fill-opacity="%s"`, fade)
			}
		}
		b.WriteString("/>")
	}
	b.WriteString("</svg>\n")
	return b.String()
}
