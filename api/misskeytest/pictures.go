package misskeytest

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"sync"

	"github.com/google/uuid"
)

// darkroom draws pictures when somebody first asks for them, and keeps them.
type darkroom struct {
	mu     sync.Mutex
	names  map[string]string // of drawings, by key
	prints map[string]blob   // by key
}

func newDarkroom() *darkroom {
	return &darkroom{names: map[string]string{}, prints: map[string]blob{}}
}

// key is the last part of the address of a drawing.
func (d *darkroom) key(name string) string {
	key := uuid.NewSHA1(uuid.NameSpaceURL, []byte("misskeytest:"+name)).String()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.names[key] = name
	return key
}

func (d *darkroom) blurhash(string) string { return "L6PZfSi_.AyE_3t7t7R**0o#DgR4" }

// develop is the picture under a key.
func (d *darkroom) develop(key string) (blob, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	name, ok := d.names[key]
	if !ok {
		return blob{}, false
	}
	return identicon(name), true
}

type examined struct {
	width, height int
	blurhash      string
	thumbnail     []byte
	thumbnailKind string
}

func examine(data []byte, kind string) examined {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return examined{}
	}
	return examined{width: config.Width, height: config.Height, blurhash: "L6PZfSi_.AyE_3t7t7R**0o#DgR4"}
}

func animated(b blob) bool { return b.kind == "image/gif" || b.kind == "image/apng" }

func shrink(b blob, _, _ int) (blob, bool) { return b, true }

func identicon(name string) blob {
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	sum := uuid.NewSHA1(uuid.NameSpaceURL, []byte(name))
	for i := range 64 * 64 {
		img.Set(i%64, i/64, color.RGBA{sum[0], sum[1], sum[2], 255})
	}
	var out bytes.Buffer
	_ = png.Encode(&out, img)
	return blob{"image/png", out.Bytes()}
}

func (s *Server) serveTwemoji(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }
