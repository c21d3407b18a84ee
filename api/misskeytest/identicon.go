package misskeytest

import (
	"bytes"
	"crypto/sha256"
	"image/png"

	"mejiro/api/misskeytest/internal/sketch"
)

// identicon is the picture of who has no avatar: a mirrored pattern in a
// colour of its own.
func identicon(acct string) blob {
	sum := sha256.Sum256([]byte(acct))
	s := sketch.New(7, 7)
	s.Background(sketch.Linear(0, 0, 7, 7,
		sketch.CSS(sketch.Hue(float64(sum[0])/255, 0.55, 0.62)), sketch.CSS(sketch.Hue(float64(sum[1])/255, 0.5, 0.5))))
	for i := range 15 {
		if sum[2+i]&1 == 0 {
			continue
		}
		x, y := float64(i%3), float64(i/3)
		s.Fill(sketch.Rect(1+x, 1+y, 1, 1), sketch.Plain("#ffffffe0"))
		s.Fill(sketch.Rect(5-x, 1+y, 1, 1), sketch.Plain("#ffffffe0"))
	}
	var out bytes.Buffer
	if err := png.Encode(&out, s.Image(140, 140)); err != nil {
		return blob{} // a buffer takes everything
	}
	return blob{"image/png", out.Bytes()}
}
