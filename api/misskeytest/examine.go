package misskeytest

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

const (
	// maxPixels is the largest picture that is looked into.
	maxPixels = 64 << 20
	// thumbnails fit into this box.
	thumbnailWidth, thumbnailHeight = 498, 422
)

// examined is what the server finds out about an uploaded picture.
type examined struct {
	width, height int // 0 unless a picture
	blurhash      string
	thumbnail     blob // without data where there is none
}

// examine looks into an upload.
func examine(data []byte, kind string) examined {
	img, ok := decode(blob{kind, data})
	if !ok {
		return examined{}
	}
	size := img.Bounds().Size()
	small := scaled(img, hashEdge, hashEdge)
	thumbnail, _ := encoded(scaled(img, thumbnailWidth, thumbnailHeight))
	return examined{size.X, size.Y, hashOf(small), thumbnail}
}

// decode reads a picture; animations give their first frame.
func decode(b blob) (image.Image, bool) {
	f, ok := decoders()[b.kind]
	if !ok {
		return nil, false
	}
	config, err := f.size(bytes.NewReader(b.data))
	if err != nil || config.Width <= 0 || config.Height <= 0 || config.Width > maxPixels/config.Height {
		return nil, false
	}
	img, err := f.pixels(bytes.NewReader(b.data))
	return img, err == nil
}

// decoder reads one kind of picture.
type decoder struct {
	size   func(io.Reader) (image.Config, error)
	pixels func(io.Reader) (image.Image, error)
}

// decoders are the kinds of picture the server looks into, by MIME type.
func decoders() map[string]decoder {
	return map[string]decoder{
		"image/png":  {png.DecodeConfig, png.Decode},
		"image/apng": {png.DecodeConfig, png.Decode},
		"image/jpeg": {jpeg.DecodeConfig, jpeg.Decode},
		"image/gif":  {gif.DecodeConfig, gif.Decode},
		"image/webp": {webp.DecodeConfig, webp.Decode},
	}
}

// scaled fits a picture into a box, keeping its shape; it never enlarges.
func scaled(img image.Image, width, height int) image.Image {
	size := img.Bounds().Size()
	w, h := within(size.X, size.Y, width, height)
	small := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.ApproxBiLinear.Scale(small, small.Rect, img, img.Bounds(), draw.Src, nil)
	return small
}

// encoded writes a picture as JPEG, or as PNG where it has transparent parts.
func encoded(img image.Image) (blob, bool) {
	var out bytes.Buffer
	if opaque, ok := img.(interface{ Opaque() bool }); ok && opaque.Opaque() {
		err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 82})
		return blob{"image/jpeg", out.Bytes()}, err == nil
	}
	err := png.Encode(&out, img)
	return blob{"image/png", out.Bytes()}, err == nil
}

// shrink fits the first frame of a picture into a box.
func shrink(b blob, width, height int) (blob, bool) {
	img, ok := decode(b)
	if !ok {
		return blob{}, false
	}
	return encoded(scaled(img, width, height))
}

// animated tells whether a picture moves.
func animated(b blob) bool {
	switch b.kind {
	case "image/apng":
		return true
	case "image/gif":
		all, err := gif.DecodeAll(bytes.NewReader(b.data))
		return err == nil && len(all.Image) > 1
	case "image/webp":
		return bytes.Contains(b.data[:min(len(b.data), 64)], []byte("ANIM"))
	}
	return false
}
