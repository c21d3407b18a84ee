package media

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A file of the disk cache: four bytes of magic, the CRC-32C of the body, the Unix time until which it is fresh, the
// body. Its name is the SHA-256 of its address; its modification time is when it was last used.
const (
	diskMagic  = "MJP1"
	diskHeader = 4 + 4 + 8
	diskTemp   = "tmp-"
	touchAfter = time.Hour // how exactly last use is known
)

var errDiskDamaged = errors.New("media: cached file damaged")

// disk keeps bodies in files. Whatever goes wrong there is a miss, never an error of a picture. Safe for use from any
// goroutine but Fyne's. A nil disk keeps nothing.
type disk struct {
	folder string
	most   int64 // bytes
	age    time.Duration

	mu       sync.Mutex
	used     int64 // bytes, as far as known
	sweeping bool
}

// openDisk makes the folder if needed. Nothing else is read until sweep.
func openDisk(folder string, most int64, age time.Duration) (*disk, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	return &disk{folder: folder, most: most, age: age}, nil
}

// find reports whether the body at the address is kept, and whether it may be used without asking again.
func (d *disk) find(address string) (fresh, ok bool) {
	if d == nil {
		return false, false
	}
	f, err := os.Open(d.path(address))
	if err != nil {
		return false, false
	}
	defer func() { _ = f.Close() }() // it was only read
	var head [diskHeader]byte
	if _, err := io.ReadFull(f, head[:]); err != nil || string(head[:4]) != diskMagic {
		return false, false
	}
	until := time.Unix(int64(binary.BigEndian.Uint64(head[8:])), 0)
	return time.Now().Before(until), true
}

// read returns a body that find has found, and notes its use. A damaged file is removed.
func (d *disk) read(address string) ([]byte, error) {
	path := d.path(address)
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(file) < diskHeader || binary.BigEndian.Uint32(file[4:]) != checksum(file[8:]) {
		d.remove(address)
		return nil, errDiskDamaged
	}
	now := time.Now()
	if stat, err := os.Stat(path); err == nil && now.Sub(stat.ModTime()) > touchAfter {
		_ = os.Chtimes(path, now, now) // if not, it goes a little earlier
	}
	return file[diskHeader:], nil
}

// write keeps a body, unless it may not or cannot be kept. full says that a sweep is due.
func (d *disk) write(address string, b *body) (full bool) {
	if d == nil || b.keep <= 0 || onDisk(int64(len(b.data))) > d.most/8 {
		return false
	}
	if d.replace(d.path(address), encodeFile(b, time.Now())) != nil {
		return false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.used += onDisk(int64(len(b.data)))
	return d.used > d.most
}

func encodeFile(b *body, now time.Time) []byte {
	file := make([]byte, diskHeader, diskHeader+len(b.data))
	copy(file, diskMagic)
	binary.BigEndian.PutUint64(file[8:], uint64(now.Add(b.keep).Unix()))
	file = append(file, b.data...)
	binary.BigEndian.PutUint32(file[4:], checksum(file[8:]))
	return file
}

// replace writes a file such that a crash leaves the old one, the new one or none.
func (d *disk) replace(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(d.folder, diskTemp)
	if err != nil {
		return err
	}
	_, err = temp.Write(content)
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(temp.Name()) // else sweep does
	}
	return err
}

func (d *disk) remove(address string) {
	if d != nil {
		_ = os.Remove(d.path(address)) // else the next read does
	}
}

func (d *disk) path(address string) string {
	sum := sha256.Sum256([]byte(address))
	name := hex.EncodeToString(sum[:])
	return filepath.Join(d.folder, name[:2], name[2:])
}

func checksum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

// onDisk is about what a file of that size takes, so that many tiny ones are bounded too.
func onDisk(size int64) int64 {
	const block = 4096
	return (size + diskHeader + block - 1) / block * block
}
