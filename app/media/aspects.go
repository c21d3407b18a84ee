package media

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"

	lru "github.com/hashicorp/golang-lru/v2"
)

// aspects remembers the shapes of the pictures seen last, beyond their pixels and, with a disk, beyond the run. Keys are
// hashes, so that the file does not tell who saw what. Safe for use from any goroutine.
type aspects struct {
	known *lru.Cache[uint64, float32]
}

// lineLen is more than a line of the file takes.
const lineLen = 64

func newAspects() aspects {
	known, err := lru.New[uint64, float32](rememberedAspects)
	if err != nil {
		panic(err) // only for sizes below 1
	}
	return aspects{known}
}

func (a aspects) get(address string) (float32, bool) { return a.known.Get(aspectKey(address)) }

func (a aspects) add(address string, aspect float32) { a.known.Add(aspectKey(address), aspect) }

func aspectKey(address string) uint64 {
	sum := sha256.Sum256([]byte(address))
	return binary.BigEndian.Uint64(sum[:])
}

// load reads what save wrote, as far as it is legible, below what is known already.
func (a aspects) load(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }() // it was only read
	lines := bufio.NewScanner(io.LimitReader(f, rememberedAspects*lineLen))
	for lines.Scan() {
		var k uint64
		var v float32
		if n, err := fmt.Sscanf(lines.Text(), "%x %g", &k, &v); n == 2 && err == nil && v > 0 && v < maxEdge {
			a.known.ContainsOrAdd(k, v)
		}
	}
}

// save writes everything known, oldest first.
func (a aspects) save(d *disk) error {
	var b bytes.Buffer
	for _, k := range a.known.Keys() {
		if v, ok := a.known.Peek(k); ok {
			fmt.Fprintf(&b, "%016x %g\n", k, v)
		}
	}
	return d.replace(d.aspectsFile(), b.Bytes())
}

// aspectsFile keeps the shapes of pictures.
func (d *disk) aspectsFile() string { return filepath.Join(d.folder, "aspects") }
