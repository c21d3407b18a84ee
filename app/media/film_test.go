package media

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets"
	"mejiro/widgets/motion"
)

// filmOf decodes an animation in its natural size.
func filmOf(t testing.TB, data []byte) *motion.Film {
	t.Helper()
	p, err := decodeAs(t, data, target{moving: true})
	require.NoError(t, err)
	require.IsType(t, &motion.Film{}, p.img)
	return p.img.(*motion.Film)
}

// part is a frame of one colour.
type part struct {
	at     image.Rectangle
	fill   color.NRGBA
	remove disposal
	over   bool
}

// scene is what the ways to lay and remove frames differ in, on a screen of 4 by 1: all red, blue on the second pixel
// that is to be taken back, green on the third that is to be cleared, and half clear on the fourth.
var scene = []part{
	{image.Rect(0, 0, 4, 1), red, stays, true},
	{image.Rect(1, 0, 2, 1), blue, goesAgain, true},
	{image.Rect(2, 0, 3, 1), green, clears, true},
	{image.Rect(3, 0, 4, 1), nothing, stays, true},
	{image.Rect(3, 0, 4, 1), nothing, stays, false},
}

// drawn is a frame of the scene, in the colours all of them have.
func (p part) drawn() *image.Paletted {
	frame := image.NewPaletted(p.at, color.Palette{nothing, red, blue, green})
	draw.Draw(frame, p.at, image.NewUniform(p.fill), image.Point{}, draw.Src)
	return frame
}

func gifScene(t testing.TB) []byte {
	t.Helper()
	all := &gif.GIF{Config: image.Config{Width: 4, Height: 1}}
	for _, p := range scene {
		all.Image = append(all.Image, p.drawn())
		all.Delay = append(all.Delay, 5)
		all.Disposal = append(all.Disposal, [3]byte{gif.DisposalNone, gif.DisposalBackground, gif.DisposalPrevious}[p.remove])
	}
	var b bytes.Buffer
	require.NoError(t, gif.EncodeAll(&b, all))
	return b.Bytes()
}

// pngScene writes the scene by hand: the library for it writes no offsets.
func pngScene(t testing.TB) (out []byte) {
	t.Helper()
	number := uint32(0)
	for i, p := range scene {
		still := pngOf(t, p.drawn())
		if i == 0 {
			out = append(out, still[:33]...)
			out = pngChunk(out, "acTL", []byte{0, 0, 0, byte(len(scene)), 0, 0, 0, 3})
			out = pngChunk(pngChunk(out, "PLTE", pngBody(still, "PLTE")), "tRNS", pngBody(still, "tRNS"))
		}
		control := binary.BigEndian.AppendUint32(nil, number)
		for _, v := range []int{p.at.Dx(), p.at.Dy(), p.at.Min.X, p.at.Min.Y} {
			control = binary.BigEndian.AppendUint32(control, uint32(v))
		}
		control = append(control, 0, 5, 0, 0, byte(p.remove), 0)
		if p.over {
			control[25] = 1
		}
		out = pngChunk(out, "fcTL", control)
		number++
		if i == 0 {
			out = pngChunk(out, "IDAT", pngBody(still, "IDAT"))
			continue
		}
		out = pngChunk(out, "fdAT", append(binary.BigEndian.AppendUint32(nil, number), pngBody(still, "IDAT")...))
		number++
	}
	return pngChunk(out, "IEND", nil)
}

// pngBody is the body of the first chunk of that name.
func pngBody(file []byte, name string) []byte {
	at := bytes.Index(file, []byte(name))
	size := int(binary.BigEndian.Uint32(file[at-4:]))
	return file[at+4:][:size]
}

func TestAnimationsAreComposed(t *testing.T) {
	want := [][4]color.NRGBA{
		{red, red, red, red}, {red, blue, red, red}, {red, red, green, red}, {red, red, nothing, red}, {red, red, nothing, nothing},
	}
	for name, c := range map[string]struct {
		data   []byte
		frames int
	}{
		"gif":  {gifScene(t), 4}, // it cannot replace, so the last is as the one before
		"apng": {pngScene(t), 5},
	} {
		t.Run(name, func(t *testing.T) {
			film := filmOf(t, c.data)
			require.Len(t, film.Frames(), 5)
			for i, pixels := range want[:c.frames] {
				for x, colour := range pixels {
					assertColor(t, colour, film.Frames()[i], x, 0)
				}
			}
			_, next := film.FrameAt(0)
			assert.Equal(t, 50*time.Millisecond, next)
		})
	}
}

func TestAnimatedWebPIsComposed(t *testing.T) {
	data := animatedWebP(image.Pt(48, 32), image.Point{}, image.Pt(48, 32), testdata(t, "halves.lossless.webp"), testdata(t, "halves.alpha.webp"))
	film := filmOf(t, data)
	require.Len(t, film.Frames(), 2)
	assertColor(t, red, film.Frames()[1], 8, 16)
	assertColor(t, blue, film.Frames()[1], 40, 16)
	assert.True(t, film.Endless())

	flags := bytes.LastIndex(data, []byte("ANMF")) + 8 + 15
	data[flags] = webpReplaces
	assertColor(t, nothing, filmOf(t, data).Frames()[1], 8, 16)
	data[flags] = 0
	data[bytes.Index(data, []byte("ANMF"))+8+15] = webpClears
	assertColor(t, nothing, filmOf(t, data).Frames()[1], 8, 16)
}

func TestTimesAnimationsArePlayed(t *testing.T) {
	screen := image.Rect(0, 0, 4, 4)
	ends := func(data []byte) time.Duration {
		film := filmOf(t, data)
		for at := time.Duration(0); at < 10*time.Second; {
			_, next := film.FrameAt(at)
			if next == motion.Forever {
				return at
			}
			at = next
		}
		return motion.Forever
	}
	forever := gifOf(t, screen.Max, screen, 2)
	assert.Equal(t, motion.Forever, ends(forever))
	thrice := bytes.Replace(forever, []byte("NETSCAPE2.0\x03\x01\x00"), []byte("NETSCAPE2.0\x03\x01\x02"), 1)
	assert.Equal(t, 600*time.Millisecond, ends(thrice))
	assert.Equal(t, 750*time.Millisecond, ends(pngScene(t)))
}

func TestAnimationsAreFitted(t *testing.T) {
	screen := image.Rect(0, 0, 60, 40)
	p, err := decodeAs(t, gifOf(t, screen.Max, screen, 3), target{w: 12, h: 12, moving: true})
	require.NoError(t, err)
	assert.InDelta(t, 1.5, p.aspect, 0.01)
	frames := framesOf(p)
	require.Len(t, frames, 3)
	for _, f := range frames {
		assert.Equal(t, image.Rect(0, 0, 12, 8), f.Rect)
	}
	p, err = decodeAs(t, gifOf(t, screen.Max, screen, 3), target{w: 12, h: 12})
	require.NoError(t, err)
	assert.IsType(t, &image.RGBA{}, p.img, "only where motion is wanted")
	p, err = decodeAs(t, gifOf(t, screen.Max, screen, 1), target{w: 12, h: 12, moving: true})
	require.NoError(t, err)
	assert.IsType(t, &image.RGBA{}, p.img, "one frame does not move")
}

func TestDamagedAnimationsGoAsFarAsTheyAreWhole(t *testing.T) {
	screen := image.Rect(0, 0, 16, 16)
	lossless := testdata(t, "halves.lossless.webp")
	for name, data := range map[string][]byte{
		"gif":  gifOf(t, screen.Max, screen, 6),
		"apng": apngOf(t, halves(16, 16), quarters(16, 16), halves(16, 16), quarters(16, 16)),
		"webp": animatedWebP(image.Pt(48, 32), image.Point{}, image.Pt(48, 32), lossless, lossless, lossless, lossless),
	} {
		t.Run(name, func(t *testing.T) {
			whole := len(filmOf(t, data).Frames())
			last := 0
			for n := range data {
				p, err := decodeAs(t, data[:n], target{moving: true})
				if err != nil {
					require.Zero(t, last, "more bytes are not worse")
					continue
				}
				frames := len(framesOf(p))
				require.GreaterOrEqual(t, frames, last)
				require.LessOrEqual(t, frames, whole)
				last = frames
			}
			assert.GreaterOrEqual(t, last, whole-1)
		})
	}
}

func TestAnimationsAreBounded(t *testing.T) {
	screen := image.Rect(0, 0, 8, 8)
	film := filmOf(t, gifOf(t, screen.Max, screen, 3000))
	assert.LessOrEqual(t, len(film.Frames()), motion.MaxFrames)
	assert.Greater(t, len(film.Frames()), motion.MaxFrames/2)

	large := image.Rect(0, 0, 1000, 1000)
	p, err := decodeAs(t, gifOf(t, large.Max, large, 12), target{moving: true})
	require.NoError(t, err)
	var pixels int64
	for _, f := range framesOf(p) {
		pixels += area(f.Rect.Size())
	}
	assert.LessOrEqual(t, pixels, int64(filmPixels))
	assert.Greater(t, pixels, int64(filmPixels/4))

	huge := image.Rect(0, 0, 3000, 2000)
	p, err = decodeAs(t, gifOf(t, huge.Max, image.Rect(0, 0, 1, 1), 3), target{w: 30, h: 20, moving: true})
	require.NoError(t, err)
	assert.IsType(t, &image.RGBA{}, p.img)
}

func TestAnimationsThatTakeLongStandStill(t *testing.T) {
	lim := Options{}.withDefaults().Limits
	lim.Film = time.Nanosecond
	data := gifOf(t, image.Pt(8, 8), image.Rect(0, 0, 8, 8), 10)
	p, err := newDecoder(lim).decode(t.Context(), target{moving: true}, func() ([]byte, error) { return data, nil })
	require.NoError(t, err)
	assert.IsType(t, &image.RGBA{}, p.img)
}

func TestFastAnimationsLoseFramesAndNoTime(t *testing.T) {
	screen := image.Rect(0, 0, 8, 8)
	data := gifOf(t, screen.Max, screen, 10)
	fast := bytes.ReplaceAll(data, []byte{gifExtension, gifControl, 4, 5, 10, 0}, []byte{gifExtension, gifControl, 4, 5, 2, 0})
	require.NotEqual(t, data, fast)
	film := filmOf(t, fast)
	assert.Len(t, film.Frames(), 5)
	_, next := film.FrameAt(0)
	assert.Equal(t, 40*time.Millisecond, next)
}

func TestMemoryCountsAllFrames(t *testing.T) {
	screen := image.Rect(0, 0, 32, 32)
	h := newHost(t, serving(gifOf(t, screen.Max, screen, 8)))
	d := newDesk(t, Options{})
	moving := widgets.PictureRequest{URL: h.URL, Box: fyne.NewSquareSize(16), Moving: true}
	s := d.ask(moving)
	d.until(s.done)
	require.NoError(t, s.err)
	require.IsType(t, &motion.Film{}, s.images[0])
	assert.Equal(t, int64(8*16*16*4), d.memory.bytes)
	assert.Same(t, s.images[0], d.ask(moving).images[0])

	still := d.get(h.URL)
	assert.IsType(t, &image.RGBA{}, still.images[0])
	assert.Equal(t, int64(9*16*16*4), d.memory.bytes)
}

func BenchmarkDecodeAnimation(b *testing.B) {
	lossy := testdata(b, "halves.lossy.webp")
	screen := image.Rect(0, 0, 128, 128)
	for name, data := range map[string][]byte{
		"gif":  gifOf(b, screen.Max, screen, 12),
		"apng": apngOf(b, photo(128, 128), photo(128, 128), photo(128, 128), photo(128, 128)),
		"webp": animatedWebP(image.Pt(48, 32), image.Point{}, image.Pt(48, 32), lossy, lossy, lossy, lossy),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, err := decodeAs(b, data, target{h: 40, moving: true})
				require.NoError(b, err)
			}
		})
	}
}
