package media

import (
	"encoding/binary"
	"image"
	"slices"
	"time"
)

const (
	gifExtension = 0x21
	gifImage     = 0x2c
	gifTrailer   = 0x3b
	gifControl   = 0xf9 // label of an extension about the next image
	gifAppLabel  = 0xff // label of an extension of an application
)

// gifReader walks the blocks of a GIF. https://www.w3.org/Graphics/GIF/spec-gif89a.txt
type gifReader struct {
	clip    clip
	head    []byte // with the global colours
	control []byte // the extension about the next image, whole; nil for none
	rest    []byte
}

// gifClip expects a GIF whose header has been read.
func gifClip(data []byte) clip {
	const header = 13
	r := gifReader{clip: clip{times: 1}}
	if len(data) < header || len(data) < header+colours(data[10]) {
		return r.clip
	}
	r.clip.size = image.Pt(int(binary.LittleEndian.Uint16(data[6:])), int(binary.LittleEndian.Uint16(data[8:])))
	r.head = data[:header+colours(data[10])]
	r.rest = data[len(r.head):]
	for r.block() {
	}
	return r.clip
}

// colours is how many bytes the colour table takes that flags announce.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (1 + flags&7)
}

// block takes the next block in; false is the end.
func (r *gifReader) block() bool {
	if len(r.rest) < 2 {
		return false
	}
	switch r.rest[0] {
	case gifExtension:
		return r.extension()
	case gifImage:
		return r.image()
	}
	return false
}

func (r *gifReader) extension() bool {
	size := 2 + subBlocks(r.rest[2:])
	if size == 2 {
		return false
	}
	whole := r.rest[:size]
	switch {
	case whole[1] == gifControl && len(whole) == 8:
		r.control = whole
	case whole[1] == gifAppLabel && len(whole) == 19 && string(whole[3:14]) == "NETSCAPE2.0":
		if again := int(binary.LittleEndian.Uint16(whole[16:])); again > 0 {
			r.clip.times = again + 1
		} else {
			r.clip.times = 0
		}
	}
	r.rest = r.rest[size:]
	return true
}

func (r *gifReader) image() bool {
	const descriptor = 10
	if len(r.rest) < descriptor {
		return false
	}
	table := descriptor + colours(r.rest[9]) + 1 // and the size of the first code
	if len(r.rest) < table {
		return false
	}
	pixels := subBlocks(r.rest[table:])
	if pixels == 0 {
		return false
	}
	frame, control := r.rest[:table+pixels], r.control
	r.rest, r.control = r.rest[len(frame):], nil
	u16 := func(at int) int { return int(binary.LittleEndian.Uint16(frame[at:])) }
	corner := image.Pt(u16(1), u16(3))
	c := cell{at: image.Rectangle{Min: corner, Max: corner.Add(image.Pt(u16(5), u16(7)))}, over: true}
	if control != nil {
		c.delay = time.Duration(binary.LittleEndian.Uint16(control[4:])) * 10 * time.Millisecond
		c.remove = [8]disposal{2: clears, 3: goesAgain}[control[3]>>2&7]
	}
	c.file = func() []byte { return slices.Concat(r.head, control, frame, []byte{gifTrailer}) }
	return r.clip.add(c)
}

// subBlocks is how many bytes the sub-blocks at the beginning of data take with their end, 0 if they have none.
func subBlocks(data []byte) int {
	for at := 0; at < len(data); at += 1 + int(data[at]) {
		if data[at] == 0 {
			return at + 1
		}
	}
	return 0
}
