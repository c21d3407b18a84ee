package misskeytest

import (
	"bytes"
	"crypto/md5"
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"
	"time"

	"mejiro/api/misskeytest/internal/gallery"
)

// filesOf are the files that a script shows, put into its author's Drive.
func (s *Server) filesOf(sc script) []*file {
	u := s.mustUser(sc.By)
	var files []*file
	for _, photo := range sc.Photos {
		f := s.photoFile("photo/"+photo, sc.Sensitive)
		if sc.Alt != "" {
			f.comment = &sc.Alt
		}
		files = append(files, f)
	}
	if sc.Audio != "" {
		files = append(files, s.dataFile(sc.Audio, "audio/wav", melody))
	}
	if sc.Video != "" {
		f := s.dataFile(sc.Video, "video/mp4", emptyVideo)
		f.thumbnail = s.thumbnailURL("photo/train/0")
		files = append(files, f)
	}
	for _, f := range files {
		s.addFile(u, f)
	}
	return files
}

// photoFile is the record of a drawing. The drawing is made when somebody
// looks at it, so the digest and the size are made up, the rest is true.
func (s *Server) photoFile(name string, sensitive bool) *file {
	w, h, format, ok := gallery.Describe(name)
	if !ok {
		panic("misskeytest: no photo " + name)
	}
	sum := md5.Sum([]byte(name))
	f := &file{
		name: strings.ReplaceAll(strings.TrimPrefix(name, "photo/"), "/", "-") + extension(string(format)),
		kind: string(format), md5: hex.EncodeToString(sum[:]), size: int64(w * h / 6), width: w, height: h, drawing: name,
		url: s.drawingURL(name), thumbnail: s.thumbnailURL(name), sensitive: sensitive,
	}
	if sensitive {
		f.url += "?sensitive=true"
	}
	return f
}

// thumbnailURL is where a drawing is served in the size of thumbnails.
func (s *Server) thumbnailURL(name string) string {
	return s.URL + "/files/thumbnail-" + s.pictures.key(name)
}

// dataFile is the record of a file whose content is made once.
func (s *Server) dataFile(name, kind string, content func() []byte) *file {
	b := s.blobs[name]
	if b == nil {
		b = &blob{kind, content()}
		s.blobs[name] = b
	}
	sum := md5.Sum(b.data)
	return &file{
		name: name, kind: kind, md5: hex.EncodeToString(sum[:]), size: int64(len(b.data)), url: s.URL + "/files/" + name,
	}
}

// melody is a short tune as a WAV file.
func melody() []byte {
	const rate = 11025
	tune := []float64{523.25, 659.25, 783.99, 659.25, 587.33, 698.46, 880, 783.99}
	var samples []byte
	for _, pitch := range tune {
		for i := range rate / 2 {
			t := float64(i) / rate
			samples = append(samples, byte(128+90*math.Exp(-4*t)*math.Sin(2*math.Pi*pitch*t)))
		}
	}
	var out bytes.Buffer
	head := func(words string, size uint32) {
		out.WriteString(words)
		_ = binary.Write(&out, binary.LittleEndian, size)
	}
	head("RIFF", uint32(36+len(samples)))
	out.WriteString("WAVE")
	head("fmt ", 16)
	_ = binary.Write(&out, binary.LittleEndian, []uint16{1, 1})
	_ = binary.Write(&out, binary.LittleEndian, []uint32{rate, rate})
	_ = binary.Write(&out, binary.LittleEndian, []uint16{1, 8})
	head("data", uint32(len(samples)))
	out.Write(samples)
	return out.Bytes()
}

// emptyVideo is an MP4 file that holds no pictures.
func emptyVideo() []byte {
	return []byte("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42\x00\x00\x00\x08free\x00\x00\x00\x08mdat")
}

// end is when a script's poll ends, for a note of the given time; nil for one
// that has no end.
func (sc script) end(at time.Time) *time.Time {
	if sc.Poll == nil || sc.Poll.Hours == 0 {
		return nil
	}
	end := at.Add(time.Duration(sc.Poll.Hours) * time.Hour)
	return &end
}
