package media

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/draw"
	"io"

	"golang.org/x/image/webp"
)

// webpMemory is what x/image/webp takes per pixel at worst: lossy planes, alpha, and the picture alpha is decoded from.
const webpMemory = 7

const (
	webpAlpha     = 1 << 4 // flags of a VP8X chunk
	webpAnimation = 1 << 1
)

// webpHeader reads the size, of the canvas if it is an animation.
func webpHeader(data []byte) (header, error) {
	cfg, err := webp.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return header{}, err
	}
	h := stillHeader(cfg)
	h.memory = webpMemory * area(h.size)
	if isAnimated(data) {
		h.memory += 4 * area(h.size)
	}
	return h, nil
}

// decodeWebP decodes a still, or the first frame of an animation laid on its canvas. The size is within limits.
func decodeWebP(data []byte, reader func([]byte) io.Reader) (image.Image, error) {
	if !isAnimated(data) {
		return decodeFrame(reader(data))
	}
	canvas, at, still, err := firstFrame(data)
	if err != nil {
		return nil, err
	}
	img, err := decodeFrame(reader(still))
	if err != nil || at == canvas {
		return img, err
	}
	whole := image.NewRGBA(canvas)
	draw.Draw(whole, at, img, img.Bounds().Min, draw.Src)
	return whole, nil
}

func decodeFrame(r io.Reader) (image.Image, error) {
	img, err := webp.Decode(r)
	if err == nil {
		fullRange(img)
	}
	return img, err
}

// isAnimated expects at least the RIFF header.
func isAnimated(data []byte) bool {
	first, _, ok := nextChunk(data[12:])
	return ok && first.id == "VP8X" && len(first.body) >= 10 && first.body[0]&webpAnimation != 0
}

// firstFrame finds the first frame of an animation: the canvas it belongs to, its place there, and the frame made into a
// file of its own. https://developers.google.com/speed/webp/docs/riff_container
func firstFrame(data []byte) (canvas, at image.Rectangle, still []byte, err error) {
	c, rest, _ := nextChunk(data[12:]) // VP8X
	canvas = image.Rect(0, 0, 1+uint24(c.body[4:]), 1+uint24(c.body[7:]))
	for c.id != "ANMF" || len(c.body) < 16 {
		var ok bool
		if c, rest, ok = nextChunk(rest); !ok {
			return canvas, at, nil, fmt.Errorf("%w: animation without a frame", ErrDamaged)
		}
	}
	corner := image.Pt(2*uint24(c.body[0:]), 2*uint24(c.body[3:]))
	size := image.Pt(1+uint24(c.body[6:]), 1+uint24(c.body[9:]))
	at = image.Rectangle{Min: corner, Max: corner.Add(size)}
	if !at.In(canvas) {
		return canvas, at, nil, fmt.Errorf("%w: frame outside its canvas", ErrDamaged)
	}
	return canvas, at, stillFile(size, c.body[16:]), nil
}

// stillFile wraps the chunks of a frame as a still picture. The VP8X chunk makes the decoder refuse picture data whose
// size is not the frame's.
func stillFile(size image.Point, chunks []byte) []byte {
	vp8x := make([]byte, 10)
	if first, _, ok := nextChunk(chunks); ok && first.id == "ALPH" {
		vp8x[0] = webpAlpha
	}
	putUint24(vp8x[4:], size.X-1)
	putUint24(vp8x[7:], size.Y-1)
	var b bytes.Buffer
	b.WriteString("RIFF")
	_ = binary.Write(&b, binary.LittleEndian, uint32(4+8+len(vp8x)+len(chunks)))
	b.WriteString("WEBPVP8X")
	_ = binary.Write(&b, binary.LittleEndian, uint32(len(vp8x)))
	b.Write(vp8x)
	b.Write(chunks)
	return b.Bytes()
}

// chunk is a piece of a RIFF file.
type chunk struct {
	id   string // four characters
	body []byte
}

// nextChunk splits the first chunk off data; ok is false at the end and when the rest is not a whole chunk.
func nextChunk(data []byte) (c chunk, rest []byte, ok bool) {
	if len(data) < 8 {
		return chunk{}, nil, false
	}
	size := int64(binary.LittleEndian.Uint32(data[4:]))
	if size > int64(len(data)-8) {
		return chunk{}, nil, false
	}
	c = chunk{id: string(data[:4]), body: data[8 : 8+size]}
	padded := min(8+size+size&1, int64(len(data)))
	return c, data[padded:], true
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

func putUint24(b []byte, v int) { b[0], b[1], b[2] = byte(v), byte(v>>8), byte(v>>16) }
