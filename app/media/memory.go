package media

import (
	"image"
	"math"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"mejiro/widgets/motion"
)

// key names the pixels of one picture at one place.
type key struct {
	url string
	target
}

// memory keeps the pictures used last, up to a number of bytes. It belongs to the Fyne goroutine.
type memory struct {
	kept  *simplelru.LRU[key, image.Image]
	bytes int64
	most  int64
}

func newMemory(most int64) *memory {
	m := &memory{most: most}
	m.kept = newLRU(math.MaxInt, func(_ key, img image.Image) { m.bytes -= weight(img) })
	return m
}

func (m *memory) get(k key) (image.Image, bool) { return m.kept.Get(k) }

// add keeps img, unless it alone would push out most of the others.
func (m *memory) add(k key, img image.Image) {
	bytes := weight(img)
	if bytes > m.most/2 {
		return
	}
	m.kept.Remove(k)
	m.kept.Add(k, img)
	m.bytes += bytes
	for m.bytes > m.most {
		m.kept.RemoveOldest()
	}
}

// weight is how many bytes a picture takes, with all its frames.
func weight(img image.Image) (bytes int64) {
	if film, ok := img.(*motion.Film); ok {
		for _, frame := range film.Frames() {
			bytes += weight(frame)
		}
		return bytes
	}
	return 4 * area(img.Bounds().Size())
}

// newLRU is simplelru.NewLRU for a size known to be positive, the only thing that can be wrong with it.
func newLRU[K comparable, V any](size int, evicted func(K, V)) *simplelru.LRU[K, V] {
	lru, err := simplelru.NewLRU(size, evicted)
	if err != nil {
		panic(err)
	}
	return lru
}
