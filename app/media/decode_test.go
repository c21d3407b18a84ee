package media

import (
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/srwiley/rasterx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/math/fixed"
)

func TestFormats(t *testing.T) {
	wide := halves(48, 32)
	deep := image.NewNRGBA64(wide.Rect)
	draw.Draw(deep, deep.Rect, wide, image.Point{}, draw.Src)
	indexed := image.NewPaletted(wide.Rect, color.Palette{red, blue})
	draw.Draw(indexed, indexed.Rect, wide, image.Point{}, draw.Src)
	lossless, lossy, alpha := testdata(t, "halves.lossless.webp"), testdata(t, "halves.lossy.webp"), testdata(t, "halves.alpha.webp")
	size := image.Pt(48, 32)

	pictures := map[string]struct {
		data  []byte
		left  color.NRGBA
		right color.NRGBA
	}{
		"png":                          {pngOf(t, wide), red, blue},
		"png, 16 bits":                 {pngOf(t, deep), red, blue},
		"png, indexed":                 {pngOf(t, indexed), red, blue},
		"apng":                         {apngOf(t, wide, halves(48, 32)), red, blue},
		"jpeg":                         {jpegOf(t, wide), red, blue},
		"gif, first frame of many":     {gifOf(t, size, image.Rectangle{Max: size}, 5), red, red},
		"gif, frame beside its screen": {gifOf(t, size, image.Rect(24, 0, 48, 32), 2), nothing, red},
		"webp, lossless":               {lossless, red, blue},
		"webp, lossy":                  {lossy, red, blue},
		"webp, alpha":                  {alpha, nothing, blue},
		"webp, animated":               {animatedWebP(size, image.Point{}, size, lossless, alpha), red, blue},
		"webp, animated, lossy":        {animatedWebP(size, image.Point{}, size, lossy, lossless), red, blue},
		"webp, animated, alpha":        {animatedWebP(size, image.Point{}, size, alpha), nothing, blue},
		"svg": {[]byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 32">
			<path fill="#f00" d="M0 0h24v32H0z"/><g><rect fill="#00f" x="24" y="0" width="24" height="32"/></g></svg>`), red, blue},
		"svg, view box elsewhere": {[]byte(`<svg viewBox="-24 -16 48 32">
			<path fill="#f00" d="M-24 -16h24v32h-24z"/><path fill="#00f" d="M0 -16h24v32H0z"/></svg>`), red, blue},
	}
	for name, p := range pictures {
		t.Run(name, func(t *testing.T) {
			got, err := decodeAs(t, p.data, target{})
			require.NoError(t, err)
			assert.Equal(t, size, got.img.Bounds().Size())
			assert.InDelta(t, 1.5, got.aspect, 1e-6)
			assertColor(t, p.left, got.img, 8, 16)
			assertColor(t, p.right, got.img, 40, 16)

			small, err := decodeAs(t, p.data, target{w: 12, h: 12})
			require.NoError(t, err)
			assert.Equal(t, image.Pt(12, 8), small.img.Bounds().Size())
			assert.Len(t, small.img.(*image.RGBA).Pix, 12*8*4, "the graphics card takes the pixels as they lie")
			assertColor(t, p.left, small.img, 2, 4)
			assertColor(t, p.right, small.img, 9, 4)
		})
	}
}

func TestAnimatedWebPFrameBesideItsCanvas(t *testing.T) {
	data := animatedWebP(image.Pt(96, 64), image.Pt(48, 32), image.Pt(48, 32), testdata(t, "halves.lossless.webp"))
	got, err := decodeAs(t, data, target{})
	require.NoError(t, err)
	assert.Equal(t, image.Pt(96, 64), got.img.Bounds().Size())
	assertColor(t, nothing, got.img, 24, 48)
	assertColor(t, red, got.img, 60, 48)
	assertColor(t, blue, got.img, 84, 48)
}

func TestOrientation(t *testing.T) {
	// What the corners of quarters show: left top, right top, left bottom, right bottom.
	shown := map[uint16][4]color.NRGBA{
		1: {red, green, blue, white},
		2: {green, red, white, blue},
		3: {white, blue, green, red},
		4: {blue, white, red, green},
		5: {red, blue, green, white},
		6: {blue, red, white, green},
		7: {white, green, blue, red},
		8: {green, white, red, blue},
		9: {red, green, blue, white},
	}
	plain := jpegOf(t, quarters(64, 32))
	for o, want := range shown {
		for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
			t.Run(fmt.Sprint(o, order), func(t *testing.T) {
				got, err := decodeAs(t, withEXIF(plain, order, o), target{w: 32, h: 32})
				require.NoError(t, err)
				size, aspect := image.Pt(32, 16), 2.0
				if o >= 5 && o <= 8 {
					size, aspect = image.Pt(16, 32), 0.5
				}
				assert.Equal(t, size, got.img.Bounds().Size())
				assert.InDelta(t, aspect, got.aspect, 1e-6)
				for i, c := range want {
					assertColor(t, c, got.img, 3+(size.X-7)*(i%2), 3+(size.Y-7)*(i/2))
				}
			})
		}
	}
}

func TestOrientedCover(t *testing.T) {
	got, err := decodeAs(t, withEXIF(jpegOf(t, halves(64, 32)), binary.BigEndian, 6), target{w: 32, h: 8, cover: true})
	require.NoError(t, err)
	assert.Equal(t, image.Pt(32, 8), got.img.Bounds().Size())
	assertColor(t, red, got.img, 16, 1)
	assertColor(t, blue, got.img, 16, 6)
}

func TestHostilePictures(t *testing.T) {
	lossless := testdata(t, "halves.lossless.webp")
	size := image.Pt(48, 32)

	bodies := map[string]struct {
		data []byte
		want error
	}{
		"nothing":                         {nil, ErrUnsupported},
		"page":                            {[]byte("<!DOCTYPE html><html><body>404</body></html>"), ErrUnsupported},
		"avif":                            {[]byte("\x00\x00\x00\x20ftypavif\x00\x00\x00\x00avifmif1miafMA1B"), ErrUnsupported},
		"png of 3.6 gigapixels":           {pngHeader(60000, 60000, 8), ErrTooLarge},
		"png of 2³¹ pixels an edge":       {pngHeader(1<<31-1, 1<<31-1, 8), ErrDamaged},
		"png of no pixels":                {pngHeader(0, 10, 8), ErrDamaged},
		"png, 16 bits, within the pixels": {pngHeader(7000, 7000, 16), ErrTooLarge},
		"gif of 4 gigapixels":             {[]byte("GIF89a\xff\xff\xff\xff\x00\x00\x00"), ErrTooLarge},
		"jpeg of 4 gigapixels":            {jpegSized(t, 65535, 65535, markerSOF0), ErrTooLarge},
		"jpeg, coefficients of 49 MP":     {jpegSized(t, 7000, 7000, markerSOF2), ErrTooLarge},
		"webp, canvas of 281 terapixels":  {animatedWebP(image.Pt(1<<24, 1<<24), image.Point{}, size, lossless), ErrDamaged},
		"webp, canvas of 268 megapixels":  {animatedWebP(image.Pt(1<<14, 1<<14), image.Point{}, size, lossless), ErrTooLarge},
		"webp, frame outside its canvas":  {animatedWebP(size, image.Pt(10, 0), size, lossless), ErrDamaged},
		"webp, frame not of its size":     {animatedWebP(size, image.Point{}, image.Pt(4, 4), lossless), ErrDamaged},
		"webp, animation of nothing":      {animatedWebP(size, image.Point{}, size), ErrDamaged},
		"webp, header alone":              {[]byte("RIFF\x00\x00\x00\x00WEBP"), ErrDamaged},
		"svg that uses itself":            {[]byte(`<svg viewBox="0 0 1 1"><defs><g id="a"><use href="#a"/></g></defs><use href="#a"/></svg>`), ErrUnsupported},
		"svg with script":                 {[]byte(`<svg viewBox="0 0 1 1"><script>1</script></svg>`), ErrUnsupported},
		"svg with dashes":                 {[]byte(`<svg viewBox="0 0 1 1"><path style="stroke-dasharray:.0001" stroke="red" d="M0 0h9e9"/></svg>`), ErrUnsupported},
		"svg of no size":                  {[]byte(`<svg><path d="M0 0h1v1z"/></svg>`), ErrDamaged},
		"svg of negative size":            {[]byte(`<svg viewBox="0 0 -5 5"/>`), ErrDamaged},
		"svg, nested":                     {[]byte(`<svg viewBox="0 0 1 1">` + strings.Repeat("<g>", 1000)), ErrTooLarge},
		"svg, many":                       {[]byte(`<svg viewBox="0 0 1 1">` + strings.Repeat("<g/>", 5000)), ErrTooLarge},
		"svg, large":                      {[]byte(`<svg viewBox="0 0 1 1"><title>` + strings.Repeat("x", 1<<20)), ErrTooLarge},
		"svg, broken path":                {[]byte(`<svg viewBox="0 0 1 1"><path d="M0 0`), ErrDamaged},
	}
	for name, b := range bodies {
		t.Run(name, func(t *testing.T) {
			_, err := decodeAs(t, b.data, target{w: 64, h: 64})
			require.ErrorIs(t, err, b.want)
		})
	}
}

func TestBomb(t *testing.T) {
	lim := Options{}.withDefaults().Limits
	lim.Pixels = 1_000_000
	bomb := pngOf(t, image.NewGray(image.Rect(0, 0, 2000, 1000)))
	assert.Less(t, len(bomb), 10_000)
	_, err := newDecoder(lim).decode(t.Context(), target{w: 8, h: 8}, func() ([]byte, error) { return bomb, nil })
	require.ErrorIs(t, err, ErrTooLarge)
}

func TestTruncatedPictures(t *testing.T) {
	whole := map[string][]byte{
		"png": pngOf(t, photo(40, 40)), "jpeg": jpegOf(t, photo(40, 40)), "gif": gifOf(t, image.Pt(40, 40), image.Rect(0, 0, 40, 40), 1),
		"webp": testdata(t, "halves.lossy.webp"), "webp, alpha": testdata(t, "halves.alpha.webp"),
		"webp, animated": animatedWebP(image.Pt(48, 32), image.Point{}, image.Pt(48, 32), testdata(t, "halves.lossless.webp")),
	}
	for name, data := range whole {
		t.Run(name, func(t *testing.T) {
			for n := range len(data) / 2 {
				_, err := decodeAs(t, data[:n], target{w: 8, h: 8})
				require.Error(t, err, "of %d bytes %d", len(data), n)
			}
		})
	}
}

// An SVG within all limits of size may still say coordinates the rasteriser would walk for minutes.
func TestFarCoordinatesStayNearThePicture(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<svg viewBox="0 0 36 36"><path fill="#f00" d="M0 0`)
	for range 4000 {
		b.WriteString("L-400000 -400000L400000 400000L400000 -400000")
	}
	b.WriteString(`z"/><g transform="scale(1e30)"><path d="M0 0L9 9L1e30 5z"/></g></svg>`)
	_, err := decodeAs(t, []byte(b.String()), target{h: 512})
	if err != nil {
		require.ErrorIs(t, err, ErrDamaged)
	}

	const edge = 64
	drawn := &walked{}
	lines := &boundedScanner{Scanner: drawn, ctx: t.Context(), size: image.Pt(edge, edge), left: 3}
	lines.Start(fixed.P(-400_000, 400_000))
	for range 3 {
		lines.Line(fixed.Point26_6{X: math.MaxInt32, Y: math.MinInt32})
	}
	assert.Len(t, drawn.points, 4)
	for _, p := range drawn.points {
		assert.True(t, p.In(fixed.R(-edge, -edge, 2*edge+1, 2*edge+1)), "%v", p)
	}
	assert.PanicsWithValue(t, errSVGBudget, func() { lines.Line(fixed.P(1, 1)) }, "and there are so many")
	over, end := context.WithCancel(t.Context())
	end()
	lines.ctx = over
	assert.PanicsWithValue(t, errSVGBudget, func() { lines.Start(fixed.P(1, 1)) })
}

// walked is a rasteriser that remembers what it was to walk.
type walked struct {
	rasterx.Scanner
	points []fixed.Point26_6
}

func (w *walked) Start(p fixed.Point26_6) { w.points = append(w.points, p) }
func (w *walked) Line(p fixed.Point26_6)  { w.points = append(w.points, p) }

func TestDecodingStopsWithItsTime(t *testing.T) {
	lim := Options{}.withDefaults().Limits
	lim.Decode = time.Nanosecond
	for name, data := range map[string][]byte{
		"png": pngOf(t, photo(64, 64)), "jpeg": jpegOf(t, photo(64, 64)), "gif": gifOf(t, image.Pt(4, 4), image.Rect(0, 0, 4, 4), 1),
		"webp": testdata(t, "halves.lossy.webp"), "svg": []byte(`<svg viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>`),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := newDecoder(lim).decode(t.Context(), target{}, func() ([]byte, error) { return data, nil })
			require.ErrorIs(t, err, ErrTooLarge)
		})
	}
}

func TestBlurhash(t *testing.T) {
	img := decodeBlurhash("LEHV6nWB2yk8pyo0adR*.7kCMdnj")
	require.NotNil(t, img)
	assert.Equal(t, image.Pt(blurhashEdge, blurhashEdge), img.Rect.Size())
	assert.NotEqual(t, img.At(0, 0), img.At(15, 15))
	for _, bad := range []string{"", "L", "LEHV6n", "LEHV6nWB2yk8pyo0adR*.7kCMdn", "\x00\xff日本語です", strings.Repeat("~", 1<<20)} {
		assert.Nil(t, decodeBlurhash(bad), "%.10q", bad)
	}
}

func FuzzDecode(f *testing.F) {
	for _, data := range [][]byte{
		pngOf(f, halves(8, 8)), jpegOf(f, halves(8, 8)), gifOf(f, image.Pt(8, 8), image.Rect(2, 2, 8, 8), 2),
		testdata(f, "halves.lossless.webp"), testdata(f, "halves.lossy.webp"), testdata(f, "halves.alpha.webp"),
		animatedWebP(image.Pt(48, 32), image.Point{}, image.Pt(48, 32), testdata(f, "halves.alpha.webp")),
		animatedWebP(image.Pt(48, 32), image.Point{}, image.Pt(48, 32), testdata(f, "halves.alpha.webp"), testdata(f, "halves.lossy.webp")),
		apngOf(f, halves(8, 8), quarters(8, 8), halves(8, 8)),
		withEXIF(jpegOf(f, halves(8, 8)), binary.BigEndian, 6),
		[]byte(`<svg viewBox="0 0 9 9"><g transform="rotate(9)"><path fill="red" stroke="#123" d="M1 2c3 4 5 6 7 8A1 2 3 0 1 5 6z"/></g></svg>`),
	} {
		f.Add(data, 16, 16, true, true)
	}
	lim := Options{}.withDefaults().Limits
	lim.Pixels, lim.Memory = 1<<20, 8<<20
	d := newDecoder(lim)
	f.Fuzz(func(t *testing.T, data []byte, w, h int, cover, moving bool) {
		to := target{w: min(max(w, 0), maxEdge), h: min(max(h, 0), maxEdge), cover: cover, moving: moving}
		p, err := d.decode(t.Context(), to, func() ([]byte, error) { return data, nil })
		if err != nil {
			return
		}
		for _, img := range framesOf(p) {
			size := img.Rect.Size()
			if size.X < 1 || size.Y < 1 || size.X > maxEdge || size.Y > maxEdge || len(img.Pix) != 4*size.X*size.Y {
				t.Fatalf("%v pixels, %d bytes", size, len(img.Pix))
			}
		}
	})
}

func FuzzBlurhash(f *testing.F) {
	f.Add("LEHV6nWB2yk8pyo0adR*.7kCMdnj")
	f.Fuzz(func(_ *testing.T, hash string) { decodeBlurhash(hash) })
}
