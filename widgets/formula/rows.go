package formula

import "strings"

// rows reads rows of cells up to what ends them, and sets them in columns. Columns are left-aligned, right-aligned or
// centred in turns as l, r and c in aligns say; "" centres all.
func (p *parser) rows(st style, aligns string) box {
	cells := [][]box{nil}
	for !p.failed {
		cell := p.row(st, 0)
		last := len(cells) - 1
		cells[last] = append(cells[last], cell)
		switch {
		case p.take("&"):
		case p.take(`\\`):
			cells = append(cells, nil)
		default:
			return table(cells, aligns, st)
		}
	}
	return box{}
}

// table sets cells in columns, its middle on the axis. A single cell stays as it is.
func table(cells [][]box, aligns string, st style) box {
	if len(cells) == 1 && len(cells[0]) == 1 {
		return cells[0][0]
	}
	var widths []float64
	for _, row := range cells {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], c.width)
		}
	}
	var all box
	y := 0.0
	for i, row := range cells {
		line := tableRow(row, widths, aligns, st)
		above := max(line.above, 0.7*st.size)
		if i > 0 {
			y += above + 0.25*st.size
		}
		all = all.over(line.moved(0, y))
		y += max(line.below, 0.25*st.size)
	}
	return all.moved(0, (all.above-all.below)/2-st.axis())
}

// tableRow sets the cells of a row in columns of those widths.
func tableRow(row []box, widths []float64, aligns string, st style) box {
	var line box
	x := 0.0
	for i, c := range row {
		side := byte('c')
		if aligns != "" {
			side = aligns[i%len(aligns)]
		}
		at := x
		switch side {
		case 'c':
			at += (widths[i] - c.width) / 2
		case 'r':
			at += widths[i] - c.width
		}
		line = line.over(c.moved(at, 0))
		x += widths[i]
		if aligns != "rl" || i%2 == 1 {
			x += 0.8 * st.size
		}
	}
	return line
}

// environment reads what stands between \begin and \end.
func (p *parser) environment(st style) atom {
	name := p.name()
	fences, aligns := "..", ""
	switch strings.TrimSuffix(name, "*") {
	case "matrix", "smallmatrix", "gather", "gathered":
	case "pmatrix":
		fences = "()"
	case "bmatrix":
		fences = "[]"
	case "Bmatrix":
		fences = "{}"
	case "vmatrix":
		fences = "||"
	case "cases":
		fences, aligns = "{.", "l"
	case "align", "aligned", "split", "equation":
		aligns = "rl"
	case "array":
		aligns = strings.Trim(p.name(), "| ")
		if aligns == "" || strings.Trim(aligns, "lcr") != "" {
			return p.fail()
		}
	default:
		return p.fail()
	}
	st.display = aligns == "rl"
	st.cell = aligns == "rl"
	st.depth++
	b := p.rows(st, aligns)
	if !p.take(`\end`) || p.name() != name {
		return p.fail()
	}
	return p.fenced(rune(fences[0]), b.spaced(st.size/8), rune(fences[1]), st)
}

// name reads a word in braces.
func (p *parser) name() string {
	if !p.take("{") {
		return ""
	}
	end := strings.IndexByte(p.rest(), '}')
	if end < 0 {
		p.fail()
		return ""
	}
	name := p.rest()[:end]
	p.at += end + 1
	return name
}
