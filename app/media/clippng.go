package media

import (
	"encoding/binary"
	"hash/crc32"
	"image"
	"slices"
	"time"
)

// pngReader walks the chunks of a PNG. https://www.w3.org/TR/png-3/
type pngReader struct {
	clip    clip
	header  []byte   // the body of IHDR
	colours []byte   // the chunks PLTE and tRNS, whole
	moves   bool     // there is an acTL
	control []byte   // the body of the fcTL of the frame under way; nil for none
	pixels  [][]byte // bodies of the frame under way, without numbers
}

// pngClip expects a PNG whose header has been read.
func pngClip(data []byte) clip {
	const signature = 8
	r := pngReader{}
	for rest := data[min(signature, len(data)):]; len(rest) >= 12; {
		size := int64(binary.BigEndian.Uint32(rest))
		if size > int64(len(rest)-12) {
			break
		}
		if !r.chunk(string(rest[4:8]), rest[8:8+size], rest[:12+size]) {
			return r.clip
		}
		rest = rest[12+size:]
	}
	r.frame()
	return r.clip
}

// chunk takes the next chunk in; false is the end.
func (r *pngReader) chunk(name string, body, whole []byte) bool {
	switch name {
	case "IHDR":
		if len(body) != 13 {
			return false
		}
		r.header = body
		r.clip.size = image.Pt(int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:])))
	case "PLTE", "tRNS":
		r.colours = append(r.colours, whole...)
	case "acTL":
		if len(body) != 8 {
			return false
		}
		r.moves, r.clip.times = true, int(binary.BigEndian.Uint32(body[4:]))
	case "fcTL":
		if len(body) != 26 || !r.frame() {
			return false
		}
		r.control = body
	case "IDAT":
		r.pixels = append(r.pixels, body)
		return r.moves // it has to be known by now
	case "fdAT":
		if len(body) < 4 {
			return false
		}
		r.pixels = append(r.pixels, body[4:])
	case "IEND":
		r.frame()
		return false
	}
	return true
}

// frame ends the frame under way. A picture without an fcTL is for who knows no animations. It reports whether to go on.
func (r *pngReader) frame() bool {
	control, pixels := r.control, r.pixels
	r.control, r.pixels = nil, nil
	if control == nil || len(pixels) == 0 {
		return r.header != nil
	}
	u32 := func(at int) int { return int(binary.BigEndian.Uint32(control[at:])) }
	corner := image.Pt(u32(12), u32(16))
	c := cell{
		at:     image.Rectangle{Min: corner, Max: corner.Add(image.Pt(u32(4), u32(8)))},
		delay:  pngDelay(binary.BigEndian.Uint16(control[20:]), binary.BigEndian.Uint16(control[22:])),
		remove: [3]disposal{stays, clears, goesAgain}[min(control[24], 2)],
		over:   control[25] == 1,
	}
	header, colours := slices.Clone(r.header), r.colours
	copy(header, control[4:12])
	c.file = func() []byte {
		file := pngChunk([]byte("\x89PNG\r\n\x1a\n"), "IHDR", header)
		file = append(file, colours...)
		for _, p := range pixels {
			file = pngChunk(file, "IDAT", p)
		}
		return pngChunk(file, "IEND", nil)
	}
	return r.clip.add(c)
}

// pngDelay is a fraction of a second, of hundredths where the denominator is 0.
func pngDelay(numerator, denominator uint16) time.Duration {
	if denominator == 0 {
		denominator = 100
	}
	return time.Duration(numerator) * time.Second / time.Duration(denominator)
}

func pngChunk(file []byte, name string, body []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(body)))
	from := len(file)
	file = append(append(file, name...), body...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
}
