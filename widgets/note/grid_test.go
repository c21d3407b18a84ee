package note

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
)

func TestRowSizes(t *testing.T) {
	for n, want := range map[int][]int{
		2: {2}, 4: {2, 2}, 5: {2, 3}, 6: {3, 3}, 7: {2, 2, 3}, 8: {2, 3, 3}, 16: {2, 2, 3, 3, 3, 3},
	} {
		assert.Equal(t, want, rowSizes(n), n)
	}
}

func TestArrangedPicturesFillTheirPlaceWithoutOverlap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		shapes := make([]float32, 2+random.IntN(15))
		for i := range shapes {
			shapes[i] = float32(0.05 + random.ExpFloat64())
		}
		width := 170 + 700*random.Float32()
		places, height := arrange(shapes, whole(width), maxGridHeight)
		name := fmt.Sprint(shapes, width)
		assert.Len(t, places, len(shapes), name)
		for i, p := range places {
			assert.True(t, p.Pos.X >= 0 && p.Pos.Y >= 0 && p.right() <= whole(width)+0.01 && p.bottom() <= height+0.01, "%s: %v", name, p)
			assert.True(t, p.Size.Width >= 14 && p.Size.Height >= 40, "%s: %v", name, p)
			for _, q := range places[i+1:] {
				apart := p.right()+pictureGap <= q.Pos.X || p.bottom()+pictureGap <= q.Pos.Y
				assert.True(t, apart, "%s: %v %v", name, p, q)
			}
		}
	}
}

func TestRowsKeepTheShapesOfPictures(t *testing.T) {
	for _, shapes := range [][]float32{{1.5, 0.75}, {1, 1}, {1.5, 0.75, 1.2}, {1.5, 1.5, 0.8, 1}} {
		places, _ := arrange(shapes, 400, maxGridHeight)
		for i, p := range places {
			assert.InEpsilon(t, shapes[i], p.Size.Width/p.Size.Height, 0.06, "%v: %v", shapes, p)
		}
	}
}

func TestOnePicture(t *testing.T) {
	for _, c := range []struct {
		pixels, want fyne.Size
	}{
		{fyne.NewSize(1200, 800), fyne.NewSize(240, 160)},
		{fyne.NewSize(800, 1200), fyne.NewSize(187, 280)},
		{fyne.NewSize(200, 4000), fyne.NewSize(72, 280)},
		{fyne.NewSize(9000, 300), fyne.NewSize(240, 56)},
		{fyne.NewSize(60, 60), fyne.NewSize(120, 120)},
		{fyne.NewSize(4, 4), fyne.NewSize(72, 72)},
	} {
		assert.Equal(t, c.want, arrangeOne(c.pixels, 240, maxGridHeight).Size, c.pixels)
	}
}

func TestFitted(t *testing.T) {
	p := place(10, 20, 100, 100)
	same, covers := fitted(p, 1.05)
	assert.Equal(t, p, same)
	assert.True(t, covers)
	wide, covers := fitted(p, 2)
	assert.Equal(t, place(10, 45, 100, 50), wide)
	assert.False(t, covers)
	tall, _ := fitted(p, 0.5)
	assert.Equal(t, place(35, 20, 50, 100), tall)
	line, _ := fitted(p, 1e9)
	assert.Equal(t, float32(1), line.Size.Height)
}
