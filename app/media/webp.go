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
	webpReplaces  = 1 << 1 // flags of an ANMF chunk
	webpClears    = 1 << 0
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
	c := webpClip(data)
	if len(c.cells) == 0 {
		return nil, fmt.Errorf("%w: animation without a frame in its place", ErrDamaged)
	}
	first := c.cells[0]
	img, err := decodeFrame(reader(first.file()))
	canvas := image.Rectangle{Max: c.size}
	if err != nil || first.at == canvas {
		return img, err
	}
	whole := image.NewRGBA(canvas)
	draw.Draw(whole, first.at, img, img.Bounds().Min, draw.Src)
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
