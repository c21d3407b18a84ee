package media

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/kettek/apng"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"mejiro/widgets/motion"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var (
	red     = color.NRGBA{R: 255, A: 255}
	blue    = color.NRGBA{B: 255, A: 255}
	green   = color.NRGBA{G: 255, A: 255}
	white   = color.NRGBA{R: 255, G: 255, B: 255, A: 255}
	nothing = color.NRGBA{}
)

// halves is red on the left and blue on the right.
func halves(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.NewUniform(red), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(w/2, 0, w, h), image.NewUniform(blue), image.Point{}, draw.Src)
	return img
}

// quarters is red and green above, blue and white below.
func quarters(w, h int) *image.NRGBA {
	img := halves(w, h)
	draw.Draw(img, image.Rect(w/2, 0, w, h/2), image.NewUniform(green), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(0, h/2, w/2, h), image.NewUniform(blue), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(w/2, h/2, w, h), image.NewUniform(white), image.Point{}, draw.Src)
	return img
}

// photo has a bit of everything.
func photo(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, color.NRGBA{uint8(x * y >> 8), uint8(x ^ y), uint8(x + y), 255})
		}
	}
	return img
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, img))
	return b.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}))
	return b.Bytes()
}

// gifOf is an animation on a screen; the first frame lies at the given place.
func gifOf(t testing.TB, screen image.Point, at image.Rectangle, frames int) []byte {
	t.Helper()
	all := &gif.GIF{Config: image.Config{Width: screen.X, Height: screen.Y}}
	for i := range frames {
		frame := image.NewPaletted(at, color.Palette{nothing, red, blue})
		for p := range frame.Pix {
			frame.Pix[p] = uint8(1 + i%2)
		}
		all.Image = append(all.Image, frame)
		all.Delay = append(all.Delay, 10)
		all.Disposal = append(all.Disposal, gif.DisposalNone)
	}
	var b bytes.Buffer
	require.NoError(t, gif.EncodeAll(&b, all))
	return b.Bytes()
}

// apngOf shows each frame a tenth of a second, in place of the one before.
func apngOf(t testing.TB, frames ...image.Image) []byte {
	t.Helper()
	var a apng.APNG
	for _, f := range frames {
		a.Frames = append(a.Frames, apng.Frame{Image: f, DelayNumerator: 1, DelayDenominator: 10})
	}
	var b bytes.Buffer
	require.NoError(t, apng.Encode(&b, a))
	return b.Bytes()
}

func testdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return data
}

func riffChunk(id string, body []byte) []byte {
	out := append([]byte(id), binary.LittleEndian.AppendUint32(nil, uint32(len(body)))...)
	out = append(out, body...)
	if len(body)%2 == 1 {
		out = append(out, 0)
	}
	return out
}

func riff(chunks ...[]byte) []byte {
	return riffChunk("RIFF", append([]byte("WEBP"), bytes.Join(chunks, nil)...))
}

// animatedWebP puts stills on a canvas at a corner (even coordinates), one after the other.
func animatedWebP(canvas, corner, size image.Point, stills ...[]byte) []byte {
	vp8x := make([]byte, 10)
	vp8x[0] = webpAnimation | webpAlpha
	putUint24(vp8x[4:], canvas.X-1)
	putUint24(vp8x[7:], canvas.Y-1)
	chunks := [][]byte{riffChunk("VP8X", vp8x), riffChunk("ANIM", make([]byte, 6))}
	for _, still := range stills {
		frame := make([]byte, 16, 16+len(still))
		putUint24(frame[0:], corner.X/2)
		putUint24(frame[3:], corner.Y/2)
		putUint24(frame[6:], size.X-1)
		putUint24(frame[9:], size.Y-1)
		chunks = append(chunks, riffChunk("ANMF", append(frame, pictureChunks(still)...)))
	}
	return riff(chunks...)
}

// pictureChunks are the chunks of a still that an animation's frame may hold.
func pictureChunks(still []byte) (out []byte) {
	for rest := still[12:]; ; {
		c, after, ok := nextChunk(rest)
		if !ok {
			return out
		}
		if c.id == "ALPH" || c.id == "VP8 " || c.id == "VP8L" {
			out = append(out, riffChunk(c.id, c.body)...)
		}
		rest = after
	}
}

// pngHeader is a PNG that says it is of that size and ends there.
func pngHeader(w, h uint32, depth byte) []byte {
	ihdr := []byte("IHDR")
	ihdr = binary.BigEndian.AppendUint32(ihdr, w)
	ihdr = binary.BigEndian.AppendUint32(ihdr, h)
	ihdr = append(ihdr, depth, 6, 0, 0, 0) // 6: red, green, blue and alpha
	out := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), ihdr...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(ihdr))
}

// withEXIF puts an orientation into a JPEG.
func withEXIF(jpg []byte, order binary.AppendByteOrder, orientation uint16) []byte {
	tiff := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		tiff = []byte("II*\x00")
	}
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 1)
	tiff = order.AppendUint16(tiff, 0x0112)
	tiff = order.AppendUint16(tiff, 3)
	tiff = order.AppendUint32(tiff, 1)
	tiff = order.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	app1 := append([]byte("Exif\x00\x00"), tiff...)
	out := append([]byte{0xff, 0xd8, 0xff, markerAPP1}, binary.BigEndian.AppendUint16(nil, uint16(len(app1)+2))...)
	return append(append(out, app1...), jpg[2:]...)
}

// jpegSized is a JPEG that says it is of that size.
func jpegSized(t testing.TB, w, h uint16, sof byte) []byte {
	t.Helper()
	jpg := jpegOf(t, halves(16, 16))
	at := bytes.Index(jpg, []byte{0xff, markerSOF0})
	jpg[at+1] = sof
	binary.BigEndian.PutUint16(jpg[at+5:], h)
	binary.BigEndian.PutUint16(jpg[at+7:], w)
	return jpg
}

func decodeAs(t testing.TB, data []byte, to target) (picture, error) {
	t.Helper()
	lim := Options{}.withDefaults().Limits
	lim.Decode, lim.Film = 10*patience, 10*patience // which machines may take that are busy
	return newDecoder(lim).decode(t.Context(), to, func() ([]byte, error) { return data, nil })
}

// framesOf are the frames of a picture, one of what stands still.
func framesOf(p picture) (all []*image.RGBA) {
	film, ok := p.img.(*motion.Film)
	if !ok {
		return []*image.RGBA{p.img.(*image.RGBA)}
	}
	for _, f := range film.Frames() {
		all = append(all, f.(*image.RGBA))
	}
	return all
}

// assertColor allows for what JPEG, lossy WebP and scaling do to a colour.
func assertColor(t *testing.T, want color.NRGBA, img image.Image, x, y int) {
	t.Helper()
	const near = 12
	got := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
	for _, c := range [][2]uint8{{want.R, got.R}, {want.G, got.G}, {want.B, got.B}, {want.A, got.A}} {
		if want.A == 0 {
			c = [2]uint8{want.A, got.A}
		}
		assert.InDelta(t, c[0], c[1], near, "at %d,%d: want %v, got %v", x, y, want, got)
	}
}
