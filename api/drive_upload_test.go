package api_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

// part is a part of a form, in the order it came.
type part struct{ name, filename, text string }

func formParts(t *testing.T, r *http.Request) []part {
	t.Helper()
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	assert.NoError(t, err)
	assert.Equal(t, "multipart/form-data", kind)
	form := multipart.NewReader(r.Body, params["boundary"])
	var parts []part
	for {
		p, err := form.NextPart()
		if err != nil {
			assert.ErrorIs(t, err, io.EOF)
			return parts
		}
		text, err := io.ReadAll(p)
		assert.NoError(t, err)
		parts = append(parts, part{p.FormName(), p.FileName(), string(text)})
	}
}

func upload(name, content string) api.Upload {
	return api.Upload{Name: name, Content: strings.NewReader(content), Size: int64(len(content))}
}

func TestAnUploadIsAFormWithTheFileLast(t *testing.T) {
	var parts []part
	p := newPeer(t, func(w http.ResponseWriter, r *http.Request) {
		assert.Equal(t, "Bearer "+token, r.Header.Get("Authorization"))
		assert.Positive(t, r.ContentLength, "its length is told")
		parts = formParts(t, r)
		answering(200, `{"id":"f","name":"x"}`)(w, r)
	})
	u := upload("花見.png", "picture")
	u.Comment, u.FolderID, u.IsSensitive, u.Force = "alt \"text\"", "folder", true, true
	file, err := p.client(t).CreateDriveFile(t.Context(), u)
	require.NoError(t, err)
	assert.EqualValues(t, "f", file.ID)
	assert.Equal(t, []part{
		{"name", "", "花見.png"},
		{"comment", "", "alt \"text\""},
		{"folderId", "", "folder"},
		{"isSensitive", "", "true"},
		{"force", "", "true"},
		{"file", "file", "picture"},
	}, parts)
	assert.Equal(t, "/api/drive/files/create", p.only(t).path)

	_, err = p.client(t).CreateDriveFile(t.Context(), upload("a.txt", ""))
	require.NoError(t, err)
	assert.Equal(t, []part{
		{"name", "", "a.txt"}, {"isSensitive", "", "false"}, {"force", "", "false"}, {"file", "file", ""},
	}, parts)
}

func TestNamesAreMadeFit(t *testing.T) {
	long := strings.Repeat("長", 300)
	for name, want := range map[string]string{
		"":                             "untitled",
		"  ":                           "untitled",
		`C:\dir/../photo.png`:          "C:_dir___photo.png",
		"a\x00b\nc.txt":                "a_b_c.txt",
		long + ".webp":                 strings.Repeat("長", 195) + ".webp",
		long:                           strings.Repeat("長", 200),
		"😀" + strings.Repeat("😀", 150): strings.Repeat("😀", 100),
		"bad\xffutf8":                  "bad_utf8",
	} {
		var parts []part
		p := newPeer(t, func(w http.ResponseWriter, r *http.Request) {
			parts = formParts(t, r)
			answering(200, `{}`)(w, r)
		})
		_, err := p.client(t).CreateDriveFile(t.Context(), upload(name, "x"))
		require.NoError(t, err)
		assert.Equal(t, want, parts[0].text)
	}
}

func TestProgressIsToldAsItGoes(t *testing.T) {
	content := make([]byte, 3<<20)
	_, _ = rand.Read(content)
	p := newPeer(t, func(w http.ResponseWriter, r *http.Request) {
		parts := formParts(t, r)
		assert.True(t, parts[len(parts)-1].text == string(content), "it arrives whole")
		answering(200, `{"id":"f"}`)(w, r)
	})
	var mu sync.Mutex
	var seen []int64
	_, err := p.client(t).CreateDriveFile(t.Context(), api.Upload{
		Name: "x.bin", Content: bytes.NewReader(content), Size: int64(len(content)),
		OnProgress: func(sent int64) {
			mu.Lock()
			defer mu.Unlock()
			seen = append(seen, sent)
		},
	})
	require.NoError(t, err)
	mu.Lock()
	defer mu.Unlock()
	assert.Greater(t, len(seen), 10)
	assert.IsIncreasing(t, seen)
	assert.EqualValues(t, len(content), seen[len(seen)-1])
}

func TestAnUploadCanBeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p := newPeer(t, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.CopyN(io.Discard, r.Body, 100_000)
		cancel()
		_, _ = io.Copy(io.Discard, r.Body)
	})
	ended := make(chan struct{})
	_, err := p.client(t).CreateDriveFile(ctx, api.Upload{
		Name: "x", Content: endless{}, Size: 1 << 40,
		OnProgress: func(int64) {
			select {
			case <-ended:
				t.Error("told after the end")
			default:
			}
		},
	})
	close(ended)
	e := unreached(t, err)
	assert.Equal(t, api.ReasonCancelled, e.Reason)
	assert.False(t, e.Sent)
}

// endless is content without end.
type endless struct{}

func (endless) ReadAt(p []byte, _ int64) (int, error) { return len(p), nil }

func TestAFileThatCannotBeRead(t *testing.T) {
	p := newPeer(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.WriteHeader(http.StatusNoContent)
	})
	bad := errors.New("disk on fire")
	for _, c := range []struct {
		content io.ReaderAt
		want    error
	}{
		{readerAt{iotest.ErrReader(bad)}, bad},
		{strings.NewReader("short"), io.ErrUnexpectedEOF},
	} {
		_, err := p.client(t).CreateDriveFile(t.Context(), api.Upload{Name: "x.png", Content: c.content, Size: 10})
		var unreadable *api.Unreadable
		require.ErrorAs(t, err, &unreadable)
		assert.Equal(t, "x.png", unreadable.Name)
		assert.ErrorIs(t, err, c.want)
	}
}

type readerAt struct{ io.Reader }

func (r readerAt) ReadAt(p []byte, _ int64) (int, error) { return r.Read(p) }

func TestRefusalsOfUploads(t *testing.T) {
	for _, recorded := range recordedRefusals(t) {
		if !strings.HasPrefix(recorded.Name, "drive-files-create") {
			continue
		}
		p := newPeer(t, func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			recorded.answer(w)
		})
		_, err := p.client(t).CreateDriveFile(t.Context(), upload("x", "y"))
		var refused *api.Refused
		require.ErrorAs(t, err, &refused)
		assert.Equal(t, recorded.Status, refused.Status)
		assert.NotEmpty(t, refused.Code)
		assert.Len(t, p.asked(), 1)
	}
}

func TestAProxyThatRefusesWhileWeSend(t *testing.T) {
	c := clientOf(t, "http://"+refuser(t), api.Options{})
	_, err := c.CreateDriveFile(t.Context(), api.Upload{Name: "x", Content: endless{}, Size: 1 << 30})
	var refused *api.Refused
	var lost *api.Unreached
	switch {
	case errors.As(err, &refused):
		assert.True(t, refused.IsTooLarge())
	case errors.As(err, &lost):
		assert.Equal(t, api.ReasonLost, lost.Reason, "the refusal can be lost with the connection")
	default:
		assert.Fail(t, "neither refused nor lost", err)
	}
}

// refuser answers 413 to whatever comes and closes the connection while more
// is on its way.
func refuser(t *testing.T) (address string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	done := make(chan struct{})
	go func() {
		defer close(done)
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		_, _ = io.CopyN(io.Discard, conn, 10_000)
		_, _ = io.WriteString(conn, "HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
		_, _ = io.CopyN(io.Discard, conn, 1<<20)
		_ = conn.Close()
	}()
	t.Cleanup(func() { _ = listener.Close(); <-done })
	return listener.Addr().String()
}

func TestAnUploadThatStandsStillEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := clientOf(t, "https://misskey.example", api.Options{Transport: stuck{}})
		start := time.Now()
		_, err := c.CreateDriveFile(t.Context(), api.Upload{Name: "x", Content: endless{}, Size: 1 << 30})
		assert.Equal(t, api.ReasonTimeout, unreached(t, err).Reason)
		assert.Equal(t, 10*30*time.Second+time.Minute, time.Since(start), "as long as it moves it may take its time")
	})
}

// stuck takes a piece of a body every 30 seconds, ten of them, and then none.
type stuck struct{}

func (stuck) RoundTrip(r *http.Request) (*http.Response, error) {
	defer func() { _ = r.Body.Close() }()
	for range 10 {
		time.Sleep(30 * time.Second)
		_, _ = io.ReadFull(r.Body, make([]byte, 64<<10))
	}
	<-r.Context().Done()
	return nil, r.Context().Err()
}

func TestAnUploadMayBeProcessedForLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := clientOf(t, "https://misskey.example", api.Options{Transport: transport(
			func(r *http.Request) (*http.Response, error) {
				wrote(r)
				time.Sleep(4 * time.Minute)
				return response(200, `{"id":"f"}`), r.Context().Err()
			})})
		file, err := c.CreateDriveFile(t.Context(), upload("x", "y"))
		require.NoError(t, err)
		assert.EqualValues(t, "f", file.ID)
	})
}
