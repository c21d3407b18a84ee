package gallery

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"time"
)

// pngMagic begins every PNG file.
const pngMagic = "\x89PNG\r\n\x1a\n"

// encodeAPNG joins frames that the standard library has encoded. The library
// for APNG would take over the decoding of all PNGs in the program.
func encodeAPNG(out *bytes.Buffer, frames []*image.RGBA, delay time.Duration) error {
	out.WriteString(pngMagic)
	sequence := uint32(0)
	for i, frame := range frames {
		header, data, err := pngParts(frame)
		if err != nil {
			return err
		}
		if i == 0 {
			writeChunk(out, "IHDR", header)
			writeChunk(out, "acTL", numbers(uint32(len(frames)), uint32(0)))
		}
		size := frame.Rect.Size()
		writeChunk(out, "fcTL", numbers(sequence, uint32(size.X), uint32(size.Y), uint32(0), uint32(0),
			uint16(delay.Milliseconds()), uint16(1000), uint8(1), uint8(0))) // cleared afterwards, replacing
		sequence++
		if i == 0 {
			writeChunk(out, "IDAT", data)
			continue
		}
		writeChunk(out, "fdAT", append(numbers(sequence), data...))
		sequence++
	}
	writeChunk(out, "IEND", nil)
	return nil
}

// pngParts is the header and the compressed pixels of a picture.
func pngParts(img image.Image) (header, data []byte, err error) {
	var file bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&file, solid{img}); err != nil {
		return nil, nil, err
	}
	rest := file.Bytes()[len(pngMagic):]
	for len(rest) >= 12 {
		length := binary.BigEndian.Uint32(rest)
		kind, body := string(rest[4:8]), rest[8:8+length]
		switch kind {
		case "IHDR":
			header = body
		case "IDAT":
			data = append(data, body...)
		}
		rest = rest[12+length:]
	}
	return header, data, nil
}

// solid hides whether a picture is opaque, so that all frames get the same
// kind of pixels.
type solid struct{ image.Image }

// Opaque implements what the encoder asks for.
func (solid) Opaque() bool { return false }

func writeChunk(out *bytes.Buffer, kind string, body []byte) {
	_ = binary.Write(out, binary.BigEndian, uint32(len(body)))
	sum := crc32.NewIEEE()
	for _, part := range [][]byte{[]byte(kind), body} {
		out.Write(part)
		_, _ = sum.Write(part)
	}
	_ = binary.Write(out, binary.BigEndian, sum.Sum32())
}

// numbers writes numbers one after the other, the highest byte first.
func numbers(values ...any) []byte {
	var out bytes.Buffer
	for _, v := range values {
		_ = binary.Write(&out, binary.BigEndian, v)
	}
	return out.Bytes()
}
