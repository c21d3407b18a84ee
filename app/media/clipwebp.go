package media

import (
	"bytes"
	"encoding/binary"
	"image"
	"time"
)

// webpClip takes an animated WebP apart; of a still one there are no cells. It expects the RIFF header.
// https://developers.google.com/speed/webp/docs/riff_container
func webpClip(data []byte) (c clip) {
	if !isAnimated(data) {
		return c
	}
	head, rest, _ := nextChunk(data[12:])
	c.size = image.Pt(1+uint24(head.body[4:]), 1+uint24(head.body[7:]))
	for {
		piece, after, ok := nextChunk(rest)
		if !ok {
			return c
		}
		rest = after
		switch {
		case piece.id == "ANIM" && len(piece.body) >= 6:
			c.times = int(binary.LittleEndian.Uint16(piece.body[4:]))
		case piece.id == "ANMF" && len(piece.body) >= 16:
			if !c.add(webpCell(piece.body)) {
				return c
			}
		}
	}
}

// webpCell reads the body of an ANMF chunk.
func webpCell(body []byte) cell {
	corner := image.Pt(2*uint24(body[0:]), 2*uint24(body[3:]))
	size := image.Pt(1+uint24(body[6:]), 1+uint24(body[9:]))
	c := cell{
		file:  func() []byte { return stillFile(size, body[16:]) },
		at:    image.Rectangle{Min: corner, Max: corner.Add(size)},
		delay: time.Duration(uint24(body[12:])) * time.Millisecond,
		over:  body[15]&webpReplaces == 0,
	}
	if body[15]&webpClears != 0 {
		c.remove = clears
	}
	return c
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
