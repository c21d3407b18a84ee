package motion

import (
	"image"
	"math"
)

// channels is how one channel after another comes from red, green and blue, in 1/4096.
type channels [9]int32

// hueTurn is hue-rotate of CSS.
func hueTurn(degrees float32) channels {
	sin, cos := math.Sincos(math.Mod(float64(degrees), 360) * math.Pi / 180)
	return weigh([9]float64{
		0.213 + cos*0.787 - sin*0.213, 0.715 - cos*0.715 - sin*0.715, 0.072 - cos*0.072 + sin*0.928,
		0.213 - cos*0.213 + sin*0.143, 0.715 + cos*0.285 + sin*0.140, 0.072 - cos*0.072 - sin*0.283,
		0.213 - cos*0.213 - sin*0.787, 0.715 - cos*0.715 + sin*0.715, 0.072 + cos*0.928 + sin*0.072,
	})
}

// saturation is saturate of CSS.
func saturation(share float32) channels {
	s := float64(share)
	return weigh([9]float64{
		0.213 + 0.787*s, 0.715 - 0.715*s, 0.072 - 0.072*s,
		0.213 - 0.213*s, 0.715 + 0.285*s, 0.072 - 0.072*s,
		0.213 - 0.213*s, 0.715 - 0.715*s, 0.072 + 0.928*s,
	})
}

func weigh(f [9]float64) (c channels) {
	for i, v := range f {
		c[i] = int32(math.Round(v * 4096))
	}
	return c
}

func (c *channels) apply(r, g, b, a int32) (R, G, B int32) {
	return hold((c[0]*r+c[1]*g+c[2]*b+2048)>>12, a), hold((c[3]*r+c[4]*g+c[5]*b+2048)>>12, a),
		hold((c[6]*r+c[7]*g+c[8]*b+2048)>>12, a)
}

// hold keeps a channel between 0 and the opacity.
func hold(v, a int32) int32 { return min(max(v, 0), a) }

// Tint turns the hue of src by some degrees and then raises contrast and saturation to the share vivid, into dst, which
// has the size of src and may be src. A vivid of 0 leaves them.
func Tint(dst, src *image.RGBA, hue, vivid float32) {
	if !(hue-hue == 0) {
		hue = 0
	}
	if vivid = min(max(vivid, 0), 8); vivid == 0 || vivid != vivid {
		vivid = 1
	}
	turned, richer := hueTurn(hue), saturation(vivid)
	contrast := int32(vivid * 4096)
	for y := range src.Rect.Dy() {
		from, to := row(src, src.Rect.Min.Y+y), row(dst, dst.Rect.Min.Y+y)
		for i := 0; i+4 <= len(from) && i+4 <= len(to); i += 4 {
			p, q := from[i:i+4:i+4], to[i:i+4:i+4]
			a := int32(p[3])
			if a == 0 {
				q[0], q[1], q[2], q[3] = 0, 0, 0, 0
				continue
			}
			r, g, b := turned.apply(int32(p[0]), int32(p[1]), int32(p[2]), a)
			r, g, b = hold(a/2+((r-a/2)*contrast)>>12, a), hold(a/2+((g-a/2)*contrast)>>12, a),
				hold(a/2+((b-a/2)*contrast)>>12, a)
			r, g, b = richer.apply(r, g, b, a)
			q[0], q[1], q[2], q[3] = uint8(r), uint8(g), uint8(b), uint8(a)
		}
	}
}

// rainbow is the gradient's colours and where they stand, as in Misskey Web.
var rainbow = [...]struct {
	at      float32
	r, g, b float32
}{
	{0, 255, 0, 0},
	{0.17, 255, 165, 0},
	{0.33, 255, 255, 0},
	{0.5, 0, 255, 0},
	{0.67, 0, 255, 255},
	{0.83, 0, 0, 255},
	{1, 255, 0, 255},
}

// PaintRainbow gives what is opaque in img the colours of the rainbow, red at the pixel left and magenta at right.
func PaintRainbow(img *image.RGBA, left, right float32) {
	for x := range img.Rect.Dx() {
		r, g, b := rainbowAt((float32(img.Rect.Min.X+x) + 0.5 - left) / (right - left))
		for at := 4 * x; at < len(img.Pix); at += img.Stride {
			p := img.Pix[at : at+4 : at+4]
			if a := uint32(p[3]); a > 0 {
				p[0], p[1], p[2] = uint8(r*a/255), uint8(g*a/255), uint8(b*a/255)
			}
		}
	}
}

func rainbowAt(share float32) (r, g, b uint32) {
	i := 1
	for i < len(rainbow)-1 && rainbow[i].at < share {
		i++
	}
	from, to := rainbow[i-1], rainbow[i]
	at := min(max((share-from.at)/(to.at-from.at), 0), 1)
	if at != at {
		at = 0
	}
	return uint32(from.r + at*(to.r-from.r) + 0.5), uint32(from.g + at*(to.g-from.g) + 0.5),
		uint32(from.b + at*(to.b-from.b) + 0.5)
}
