package misskeytest

import (
	"image"
	"strings"
	"sync"

	"github.com/bbrks/go-blurhash"
	"github.com/google/uuid"

	"mejiro/api/misskeytest/internal/gallery"
)

// hashEdge is how large a picture is, in pixels, when its blurhash is made.
const hashEdge = 16

// maxPrints is how many bytes of drawn pictures are kept.
const maxPrints = 24 << 20

// darkroom draws pictures when somebody first asks for them, and keeps them.
type darkroom struct {
	busy sync.Mutex // held while drawing, so that one core stays free

	mu     sync.Mutex // guards all below
	names  map[string]string
	hashes map[string]string
	prints map[string]blob
	size   int
}

func newDarkroom() *darkroom {
	return &darkroom{names: map[string]string{}, hashes: map[string]string{}, prints: map[string]blob{}}
}

// key is the last part of the address of a drawing.
func (d *darkroom) key(name string) string {
	key := uuid.NewSHA1(uuid.NameSpaceURL, []byte("misskeytest:"+name)).String()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.names[key] = name
	return key
}

// blurhash is the blurhash of a drawing, "" for one that does not exist.
func (d *darkroom) blurhash(name string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if hash, ok := d.hashes[name]; ok {
		return hash
	}
	hash := ""
	if drawing, ok := gallery.Open(name); ok {
		w, h := within(drawing.W, drawing.H, hashEdge, hashEdge)
		hash = hashOf(drawing.Image(w, h))
	}
	d.hashes[name] = hash
	return hash
}

func hashOf(img image.Image) string {
	hash, err := blurhash.Encode(4, 4, img)
	if err != nil {
		return "" // only for numbers of components that do not exist
	}
	return hash
}

// thumbnailPrefix begins the keys of thumbnails.
const thumbnailPrefix = "thumbnail-"

// develop is the picture under a key.
func (d *darkroom) develop(key string) (blob, bool) {
	if of, ok := strings.CutPrefix(key, thumbnailPrefix); ok {
		return d.reduced(of, thumbnailWidth, thumbnailHeight)
	}
	return d.once(key, key, func(drawing gallery.Drawing) (blob, bool) {
		data, err := drawing.Encode()
		return blob{string(drawing.Format), data}, err == nil
	})
}

// reduced is the first frame of the picture under a key, fitted into a box; a
// side of 0 is free. It never enlarges.
func (d *darkroom) reduced(key string, width, height int) (blob, bool) {
	key = strings.TrimPrefix(key, thumbnailPrefix)
	size := image.Pt(width, height).String()
	return d.once(key+size, key, func(drawing gallery.Drawing) (blob, bool) {
		drawing.W, drawing.H = within(drawing.W, drawing.H, width, height)
		drawing.Frames = drawing.Frames[:1]
		if drawing.Format != gallery.JPEG {
			drawing.Format = gallery.PNG
		}
		data, err := drawing.Encode()
		return blob{string(drawing.Format), data}, err == nil
	})
}

// once is what expose makes of the drawing under a key, kept as slot.
func (d *darkroom) once(slot, key string, expose func(gallery.Drawing) (blob, bool)) (blob, bool) {
	if b, ok := d.kept(slot); ok {
		return b, true
	}
	d.busy.Lock()
	defer d.busy.Unlock()
	if b, ok := d.kept(slot); ok {
		return b, true
	}
	d.mu.Lock()
	name := d.names[key]
	d.mu.Unlock()
	drawing, ok := gallery.Open(name)
	if !ok {
		return blob{}, false
	}
	b, ok := expose(drawing)
	if ok {
		d.keep(slot, b)
	}
	return b, ok
}

func (d *darkroom) kept(slot string) (blob, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	b, ok := d.prints[slot]
	return b, ok
}

func (d *darkroom) keep(slot string, b blob) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.size += len(b.data); d.size > maxPrints {
		clear(d.prints)
		d.size = len(b.data)
	}
	d.prints[slot] = b
}

// moving tells whether a key is that of an animation.
func (d *darkroom) moving(key string) bool {
	d.mu.Lock()
	name := d.names[key]
	d.mu.Unlock()
	drawing, ok := gallery.Open(name)
	return ok && len(drawing.Frames) > 1
}

// within fits w by h into a box, keeping the shape; a side of 0 is free.
func within(w, h, width, height int) (int, int) {
	scale := 1.0
	if width > 0 {
		scale = min(scale, float64(width)/float64(w))
	}
	if height > 0 {
		scale = min(scale, float64(height)/float64(h))
	}
	return max(int(float64(w)*scale), 1), max(int(float64(h)*scale), 1)
}
