package postform

import (
	"mejiro/widgets/look"
)

// The text field has room for some rows and more as they are written.
const (
	leastRows = 4
	mostRows  = 12

	usualWidth = 420
)

// grow gives the text field room for its rows. It is laid out anew only when
// their number changes.
func (f *Form) grow() {
	width := f.text.Size().Width - 2*look.Space2
	if width < look.Space4 {
		width = usualWidth // it has not been laid out yet
	}
	if rows := min(max(leastRows, rowsOf(f.value.Text, width)), mostRows); rows != f.rows {
		f.rows = rows
		f.text.SetMinRowsVisible(rows)
		f.arrange()
	}
}

// rowsOf estimates the rows a text takes in a width, up to mostRows: letters
// of the scripts that are as wide as high count so, others a little more than
// half.
func rowsOf(s string, width float32) int {
	const em, narrow, wideFrom = look.TextBody, 0.56, 0x1100
	rows, x := 1, float32(0)
	for _, r := range s {
		w := em
		if r < wideFrom {
			w *= narrow
		}
		if r == '\n' || x+w > width {
			rows, x = rows+1, 0
		}
		if r != '\n' {
			x += w
		}
		if rows >= mostRows {
			break
		}
	}
	return rows
}
