package media

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"mejiro/widgets"
)

func BenchmarkDecode1200x900To400x300(b *testing.B) {
	for name, data := range map[string][]byte{
		"jpeg": jpegOf(b, photo(1200, 900)),
		"png":  pngOf(b, photo(1200, 900)),
		"webp": testdata(b, "photo.webp"),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, err := decodeAs(b, data, target{w: 400, h: 300, cover: true})
				require.NoError(b, err)
			}
		})
	}
}

func BenchmarkScale1200x900To400x300(b *testing.B) {
	flat := image.NewRGBA(image.Rect(0, 0, 1200, 900))
	for name, src := range map[string]image.Image{"rgba": flat, "ycbcr": image.NewYCbCr(flat.Rect, image.YCbCrSubsampleRatio420)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				scaled(src, flat.Rect, image.Pt(400, 300))
			}
		})
	}
}

func BenchmarkDecodeEmoji(b *testing.B) {
	data := testdata(b, "halves.alpha.webp")
	for b.Loop() {
		_, err := decodeAs(b, data, target{h: 24})
		require.NoError(b, err)
	}
}

func BenchmarkBlurhash(b *testing.B) {
	for b.Loop() {
		decodeBlurhash("LEHV6nWB2yk8pyo0adR*.7kCMdnj")
	}
}

func BenchmarkLoadFromMemory(b *testing.B) {
	h := newHost(b, serving(pngOf(b, halves(30, 20))))
	d := newDesk(b, Options{})
	require.NoError(b, d.get(h.URL).err)
	req := widgets.PictureRequest{URL: h.URL, Box: fyne.NewSquareSize(16)}
	b.ReportAllocs()
	for b.Loop() {
		d.Load(req, 1, func(image.Image, bool, error) {})
	}
}

func BenchmarkAspect(b *testing.B) {
	a := newAspects()
	a.add("https://media.example/emoji/a.webp", 1.5)
	for b.Loop() {
		a.get("https://media.example/emoji/a.webp")
	}
}
