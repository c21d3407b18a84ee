package media

import (
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// files are the cached bodies in a folder.
func files(t *testing.T, folder string) (paths []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && e.Name() != "aspects" {
			paths = append(paths, path)
		}
		return err
	}))
	return paths
}

func TestDiskOutlivesTheRun(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "b")
	h := newHost(t, serving(pngOf(t, halves(30, 20))))
	first := newDesk(t, Options{Folder: folder})
	require.NoError(t, first.get(h.URL+"/secret").err)
	require.NoError(t, first.Close())

	require.Len(t, files(t, folder), 1)
	assert.NotContains(t, files(t, folder)[0], "secret")
	second := newDesk(t, Options{Folder: folder})
	require.NoError(t, second.get(h.URL+"/secret").err)
	assert.Equal(t, 1, h.asked())
	third := newDesk(t, Options{Folder: folder})
	third.until(func() bool { _, ok := third.Aspect(h.URL + "/secret"); return ok })
}

func TestDamagedFilesAreFetchedAnew(t *testing.T) {
	damage := map[string]func(file []byte) []byte{
		"empty":        func([]byte) []byte { return nil },
		"cut":          func(f []byte) []byte { return f[:len(f)-5] },
		"header alone": func(f []byte) []byte { return f[:diskHeader] },
		"one bit":      func(f []byte) []byte { f[len(f)/2] ^= 1; return f },
		"foreign":      func([]byte) []byte { return []byte(strings.Repeat("something else", 100)) },
		"not a picture": func([]byte) []byte {
			return encodeFile(&body{data: []byte("hello"), keep: time.Hour}, time.Now())
		},
	}
	for name, change := range damage {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			h := newHost(t, serving(pngOf(t, halves(30, 20))))
			require.NoError(t, newDesk(t, Options{Folder: folder}).get(h.URL).err)
			path := files(t, folder)[0]
			whole, err := os.ReadFile(path)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(path, change(append([]byte(nil), whole...)), 0o600))

			require.NoError(t, newDesk(t, Options{Folder: folder}).get(h.URL).err)
			assert.Equal(t, 2, h.asked())
			require.NoError(t, newDesk(t, Options{Folder: folder}).get(h.URL).err)
			assert.Equal(t, 2, h.asked(), "and kept again")
		})
	}
}

func TestOldPictureWhenTheServerIsInTrouble(t *testing.T) {
	var status atomic.Int32
	pic := pngOf(t, halves(30, 20))
	h := newHost(t, func(w http.ResponseWriter, _ *http.Request) {
		if s := status.Load(); s != 0 {
			w.WriteHeader(int(s))
			return
		}
		_, _ = w.Write(pic)
	})
	folder := t.TempDir()
	d, err := openDisk(folder, 1<<20, time.Hour)
	require.NoError(t, err)
	keep := func(ago time.Duration) {
		require.NoError(t, d.replace(d.path(h.URL), encodeFile(&body{data: pic, keep: time.Hour}, time.Now().Add(-ago))))
	}
	keep(2 * time.Hour)
	require.NoError(t, newDesk(t, Options{Folder: folder}).get(h.URL).err)
	assert.Equal(t, 1, h.asked(), "no longer fresh, so asked again")

	keep(2 * time.Hour)
	status.Store(http.StatusServiceUnavailable)
	require.NoError(t, newDesk(t, Options{Folder: folder}).get(h.URL).err)
	status.Store(http.StatusNotFound)
	require.Error(t, newDesk(t, Options{Folder: folder}).get(h.URL).err)
	assert.Equal(t, 3, h.asked())
}

func TestNoStoreIsNotStored(t *testing.T) {
	pic := pngOf(t, halves(30, 20))
	h := newHost(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		_, _ = w.Write(pic)
	})
	folder := t.TempDir()
	require.NoError(t, newDesk(t, Options{Folder: folder}).get(h.URL).err)
	assert.Empty(t, files(t, folder))
}

func TestFailuresAreNotStored(t *testing.T) {
	folder := t.TempDir()
	h := newHost(t, serving(pngOf(t, halves(30, 20))[:60]))
	require.Error(t, newDesk(t, Options{Folder: folder}).get(h.URL).err)
	assert.Empty(t, files(t, folder))
}

func TestWithoutAFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	l, err := NewLoader(t.Context(), newDesk(t, Options{}).loop, Options{Folder: filepath.Join(file, "cache")})
	require.Error(t, err)
	require.NotNil(t, l, "pictures come all the same")
	require.NoError(t, l.Close())
}

func TestSweepKeepsWhatWasUsedLast(t *testing.T) {
	d, err := openDisk(t.TempDir(), 100*4096, 30*24*time.Hour)
	require.NoError(t, err)
	now := time.Now()
	name := func(i int) string { return strings.Repeat("x", i) }
	write := func(i int, used time.Time) {
		d.write(name(i), &body{data: []byte("tiny"), keep: time.Hour})
		require.NoError(t, os.Chtimes(d.path(name(i)), used, used))
	}
	for i := range 100 {
		write(i, now.Add(-time.Duration(i)*time.Minute))
	}
	d.sweep(t.Context())
	assert.Len(t, files(t, d.folder), 100, "nothing to do")
	assert.Equal(t, int64(100*4096), d.used, "a tiny file takes a block")

	assert.True(t, d.write(name(100), &body{data: []byte("one too many"), keep: time.Hour}))
	write(101, now.Add(-40*24*time.Hour))
	d.sweep(t.Context())
	assert.Len(t, files(t, d.folder), 90, "a tenth of the room is free")
	for i, want := range map[int]bool{0: true, 88: true, 89: false, 99: false, 100: true, 101: false} {
		_, ok := d.find(name(i))
		assert.Equal(t, want, ok, i)
	}
	assert.Equal(t, int64(90*4096), d.used)
}

func TestSweepRemovesTheOld(t *testing.T) {
	d, err := openDisk(t.TempDir(), 1<<20, 24*time.Hour)
	require.NoError(t, err)
	d.write("new", &body{data: []byte("1"), keep: time.Hour})
	d.write("old", &body{data: []byte("2"), keep: time.Hour})
	left := filepath.Join(d.folder, diskTemp+"1")
	require.NoError(t, os.WriteFile(left, nil, 0o600))
	long := time.Now().Add(-48 * time.Hour)
	require.NoError(t, os.Chtimes(d.path("old"), long, long))
	require.NoError(t, os.Chtimes(left, long, long))
	d.sweep(t.Context())
	assert.Equal(t, []string{d.path("new")}, files(t, d.folder))
}

func TestUseIsNoted(t *testing.T) {
	d, err := openDisk(t.TempDir(), 1<<20, 24*time.Hour)
	require.NoError(t, err)
	d.write("a", &body{data: []byte("1"), keep: time.Hour})
	long := time.Now().Add(-12 * time.Hour)
	require.NoError(t, os.Chtimes(d.path("a"), long, long))
	data, err := d.read("a")
	require.NoError(t, err)
	assert.Equal(t, []byte("1"), data)
	stat, err := os.Stat(d.path("a"))
	require.NoError(t, err)
	assert.WithinDuration(t, time.Now(), stat.ModTime(), time.Minute)
}

func TestTooLargeForTheDisk(t *testing.T) {
	d, err := openDisk(t.TempDir(), 80<<10, time.Hour)
	require.NoError(t, err)
	d.write("a", &body{data: make([]byte, 20<<10), keep: time.Hour})
	assert.Empty(t, files(t, d.folder))
}
