package media

import (
	"bytes"
	"encoding/binary"
	"image/jpeg"
)

const (
	markerSOF0 = 0xc0 // baseline
	markerSOF2 = 0xc2 // progressive
	markerEOI  = 0xd9
	markerSOS  = 0xda
	markerAPP1 = 0xe1
)

// jpegHeader reads what image/jpeg does not tell: the orientation, and how much memory the coefficients of a
// progressive picture will take.
func jpegHeader(data []byte) (header, error) {
	cfg, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return header{}, err
	}
	h := stillHeader(cfg)
	perSample := int64(1)
	samples := 3.0 // per pixel
	eachSegment(data, func(marker byte, body []byte) {
		switch {
		case marker == markerAPP1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
			h.orientation = exifOrientation(body[6:])
		case marker >= markerSOF0 && marker <= markerSOF2:
			samples = samplesPerPixel(body)
			if marker == markerSOF2 {
				perSample = 1 + 4 // and an int32 for each coefficient
			}
		}
	})
	h.memory = int64(samples*float64(area(h.size))) * perSample
	return h, nil
}

// eachSegment calls visit for the segments before the picture data.
func eachSegment(data []byte, visit func(marker byte, body []byte)) {
	for i := 2; i+4 <= len(data); {
		if data[i] != 0xff {
			return
		}
		marker := data[i+1]
		if marker == 0xff { // padding
			i++
			continue
		}
		if marker == markerSOS || marker == markerEOI {
			return
		}
		end := i + 2 + int(binary.BigEndian.Uint16(data[i+2:]))
		if end < i+4 || end > len(data) {
			return
		}
		visit(marker, data[i+4:end])
		i = end
	}
}

// samplesPerPixel reads the sampling factors of a frame header: 1.5 for 4:2:0, 3 for 4:4:4.
func samplesPerPixel(sof []byte) float64 {
	const most = 4.0
	if len(sof) < 6 || len(sof) < 6+3*int(sof[5]) {
		return most
	}
	sum, hMax, vMax := 0, 1, 1
	for i := range int(sof[5]) {
		factors := sof[6+3*i+1]
		h, v := int(factors>>4), int(factors&15)
		sum += h * v
		hMax, vMax = max(hMax, h), max(vMax, v)
	}
	return min(float64(sum)/float64(hMax*vMax), most)
}

// exifOrientation finds the orientation (1 to 8) in a TIFF block; 1 when there is none.
func exifOrientation(tiff []byte) int {
	const (
		orientationTag = 0x0112
		shortType      = 3
	)
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return 1
		}
		if order.Uint16(entries) == orientationTag && order.Uint16(entries[2:]) == shortType {
			if o := int(order.Uint16(entries[8:])); o >= 1 && o <= 8 {
				return o
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}
