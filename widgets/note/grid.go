package note

import (
	"fyne.io/fyne/v2"

	"mejiro/widgets/look"
)

const (
	pictureGap    = look.Space1
	maxGridHeight = 280 // of a row of pictures
	minRowHeight  = 56
	minPicture    = 72 // the width of a single picture
	tallest       = 0.5
	widest        = 3 // shapes, as width by height, that rows are reckoned with
)

// arrange places pictures of some shapes, as width by height, in rows: each
// row as high as makes its pictures fill the width, so that what they show
// is neither cut nor framed. Pictures too wide or too tall for that get a
// place of a bearable shape. The places begin at the origin; height is that
// of all rows.
func arrange(shapes []float32, width, most float32) (places []Place, height float32) {
	bounded := make([]float32, len(shapes))
	for i, s := range shapes {
		bounded[i] = max(tallest, min(s, widest))
	}
	rows := rowSizes(len(bounded))
	if len(bounded) == 3 {
		if places, height, ok := arrangeThree(bounded, width, most); ok {
			return places, height
		}
		rows = []int{1, 2}
	}
	for _, n := range rows {
		row, h := arrangeRow(bounded[:n], width, most)
		for _, p := range row {
			p.Pos.Y = height
			places = append(places, p)
		}
		bounded = bounded[n:]
		height += h + pictureGap
	}
	return places, max(0, height-pictureGap)
}

// rowSizes parts n pictures into rows of two and, when they are more than
// four, of three.
func rowSizes(n int) []int {
	per := 2
	if n > 4 {
		per = 3
	}
	rows := make([]int, (n+per-1)/per)
	for i := range rows {
		rows[i] = n / len(rows)
		if i >= len(rows)-n%len(rows) { // the fuller rows come last
			rows[i]++
		}
	}
	return rows
}

// arrangeRow puts pictures side by side, as high as most at the most.
func arrangeRow(shapes []float32, width, most float32) (places []Place, height float32) {
	sum := float32(0)
	for _, s := range shapes {
		sum += s
	}
	room := max(1, width-pictureGap*float32(len(shapes)-1))
	height = whole(max(minRowHeight, min(room/sum, most)))
	each := min(height*sum, room) / sum // of a square
	x := float32(0)
	for i, s := range shapes {
		right := whole(x + each*s)
		if i == len(shapes)-1 && right > width-2 {
			right = width
		}
		places = append(places, place(x, 0, right-x, height))
		x = right + pictureGap
	}
	return places, height
}

// arrangeThree puts one picture at the left of two that stand one above the
// other, unless that makes one of them too small.
func arrangeThree(shapes []float32, width, most float32) (places []Place, height float32, ok bool) {
	const least = 40                  // sides
	lean := 1/shapes[1] + 1/shapes[2] // height by width of the two
	second := (width - pictureGap - shapes[0]*pictureGap) / (1 + shapes[0]*lean)
	height = min(second*lean+pictureGap, most)
	second = (height - pictureGap) / lean
	first := height * shapes[0]
	if whole(first+pictureGap+second) > width-2 {
		first = width - pictureGap - second
	}
	first, second, height = whole(first), whole(second), whole(height)
	upper := whole(second / shapes[1])
	x := first + pictureGap
	lower := height - upper - pictureGap
	return []Place{
		place(0, 0, first, height),
		place(x, 0, second, upper),
		place(x, upper+pictureGap, second, lower),
	}, height, min(first, second, upper, lower) >= least
}

// arrangeOne gives a single picture, of so many pixels, a place of its own
// shape. One of few pixels stays small.
func arrangeOne(pixels fyne.Size, width, most float32) Place {
	const enlarged = 2
	shape := pixels.Width / pixels.Height
	w := min(width, max(pixels.Width*enlarged, minPicture))
	if w/shape > most {
		w = most * shape
	}
	w = min(width, max(w, minPicture))
	return place(0, 0, whole(w), whole(max(minRowHeight, min(w/shape, most))))
}

// fitted is where a picture of some shape stands in its place: all over it
// when they are about alike, cut a little at the edges, else in the middle.
func fitted(p Place, shape float32) (at Place, covers bool) {
	const alike = 1.12
	own := p.Size.Width / p.Size.Height
	if max(shape/own, own/shape) < alike {
		return p, true
	}
	w, h := p.Size.Width, p.Size.Height
	if shape > own {
		h = max(1, whole(w/shape))
	} else {
		w = max(1, whole(h*shape))
	}
	return place(p.Pos.X+middle(p.Size.Width, w), p.Pos.Y+middle(p.Size.Height, h), w, h), false
}
