package api

import (
	"bytes"
	"errors"
	"io"
	"mime/multipart"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
)

// uploadBody is the multipart form of an upload: the text parts, which servers
// read only when they stand first, and then the file, streamed.
type uploadBody struct {
	upload      Upload
	head, tail  []byte
	contentType string
	moved       func()

	mu     sync.Mutex // guards what follows, and is held while content is read
	ended  bool
	failed error
}

func newUploadBody(upload Upload, moved func()) (*uploadBody, error) {
	b := &uploadBody{upload: upload, moved: moved}
	var frame bytes.Buffer
	form := multipart.NewWriter(&frame)
	fields := [][2]string{
		{"name", fileName(upload.Name)},
		{"comment", upload.Comment},
		{"folderId", string(upload.FolderID)},
		{"isSensitive", strconv.FormatBool(upload.IsSensitive)},
		{"force", strconv.FormatBool(upload.Force)},
	}
	for _, field := range fields {
		if field[1] == "" {
			continue // an empty folder or comment is refused
		}
		if err := form.WriteField(field[0], field[1]); err != nil {
			return nil, err
		}
	}
	if _, err := form.CreateFormFile("file", "file"); err != nil {
		return nil, err
	}
	b.head = bytes.Clone(frame.Bytes())
	frame.Reset()
	if err := form.Close(); err != nil {
		return nil, err
	}
	b.tail = frame.Bytes()
	b.contentType = form.FormDataContentType()
	return b, nil
}

func (b *uploadBody) length() int64 {
	return int64(len(b.head)) + b.upload.Size + int64(len(b.tail))
}

// reader reads the whole form from its beginning.
func (b *uploadBody) reader() io.Reader {
	return io.MultiReader(bytes.NewReader(b.head), &contentReader{body: b}, bytes.NewReader(b.tail))
}

// end forbids further reading and tells how the content failed, if it did.
func (b *uploadBody) end() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ended = true
	return b.failed
}

var errUploadEnded = errors.New("the upload has ended")

// contentReader reads the file part.
type contentReader struct {
	body *uploadBody
	at   int64
}

func (r *contentReader) Read(p []byte) (int, error) {
	b := r.body
	b.mu.Lock()
	defer b.mu.Unlock()
	left := b.upload.Size - r.at
	switch {
	case b.ended:
		return 0, errUploadEnded
	case left <= 0:
		return 0, io.EOF
	}
	n, err := b.upload.Content.ReadAt(p[:min(int64(len(p)), left)], r.at)
	r.at += int64(n)
	if n > 0 {
		b.moved()
		if b.upload.OnProgress != nil {
			b.upload.OnProgress(r.at)
		}
		return n, nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	b.failed = err
	return 0, err
}

const longestFileName = 200 // UTF-16 units, as Misskey counts

// fileName makes a name that Misskey accepts, keeping its extension.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r == '/' || r == '\\' || unicode.IsControl(r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	name = strings.TrimSpace(strings.ReplaceAll(name, "..", "_"))
	if name == "" {
		return "untitled"
	}
	stem, extension := name, ""
	if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= 16 {
		stem, extension = name[:i], name[i:]
	}
	return cutUnits(stem, longestFileName-units(extension)) + extension
}

func units(text string) int { return len(utf16.Encode([]rune(text))) }

// cutUnits is the beginning of text that has at most limit UTF-16 units.
func cutUnits(text string, limit int) string {
	count := 0
	for i, r := range text {
		if count += utf16.RuneLen(r); count > limit {
			return text[:i]
		}
	}
	return text
}
