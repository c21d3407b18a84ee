//go:build e2e && linux

package e2e

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
)

const (
	settleTime  = 600 * time.Millisecond // a picture that stays so long has settled
	settleLimit = 8 * time.Second
)

// grab is what an area of the screen shows now.
func (d *desktop) grab(area image.Rectangle) *image.RGBA {
	d.t.Helper()
	size := area.Size()
	reply, err := xproto.GetImage(d.x, xproto.ImageFormatZPixmap, xproto.Drawable(d.screen.Root),
		int16(area.Min.X), int16(area.Min.Y), uint16(size.X), uint16(size.Y), ^uint32(0)).Reply()
	if err != nil {
		d.t.Fatalf("grab the screen: %v", err)
	}
	picture := image.NewRGBA(image.Rectangle{Max: size})
	for i := 0; i+3 < min(len(reply.Data), len(picture.Pix)); i += 4 { // X has B, G, R, nothing
		picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2] = reply.Data[i+2], reply.Data[i+1], reply.Data[i]
		picture.Pix[i+3] = 0xff
	}
	return picture
}

// settled is what an area shows when it has stopped changing for a while, or
// at the end of settleLimit. What never stops, such as a caret, is too small to
// count.
func (d *desktop) settled(area image.Rectangle) *image.RGBA {
	d.t.Helper()
	const every, small = 100 * time.Millisecond, 500 // of the area
	last, since := d.grab(area), time.Now()
	looking(settleLimit, every, func() bool {
		now := d.grab(area)
		if differing(now, last) > area.Dx()*area.Dy()/small {
			since = time.Now()
		}
		last = now
		return time.Since(since) >= settleTime
	})
	return last
}

// differing counts the pixels that differ in two pictures of one size.
func differing(a, b *image.RGBA) int {
	if bytes.Equal(a.Pix, b.Pix) {
		return 0
	}
	n := 0
	for i := 0; i+4 <= min(len(a.Pix), len(b.Pix)); i += 4 {
		if [4]byte(a.Pix[i:i+4]) != [4]byte(b.Pix[i:i+4]) {
			n++
		}
	}
	return n
}

// colours counts the distinct colours of a picture, up to most.
func colours(picture *image.RGBA, most int) int {
	seen := map[[3]byte]bool{}
	for i := 0; i+3 < len(picture.Pix) && len(seen) < most; i += 4 {
		seen[[3]byte(picture.Pix[i:i+3])] = true
	}
	return len(seen)
}

// changed is the smallest rectangle that holds all differences of two pictures
// of one size.
func changed(a, b *image.RGBA) image.Rectangle {
	var box image.Rectangle
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// album is where pictures are kept: MEJIRO_SCREENSHOTS, or a folder among the
// temporary ones.
func album(t testing.TB) string {
	t.Helper()
	folder := os.Getenv("MEJIRO_SCREENSHOTS")
	if folder == "" {
		folder = filepath.Join(os.TempDir(), "mejiro-screenshots")
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	return folder
}

// keep writes a picture into the album.
func keep(t testing.TB, name string, picture image.Image) {
	t.Helper()
	path := filepath.Join(album(t), name+".png")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
	t.Logf("kept %s", path)
}
