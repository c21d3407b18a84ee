package misskeytest

import (
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"strings"

	"github.com/google/uuid"

	"mejiro/api/misskey"
)

// blob is content that is served under /files.
type blob struct {
	kind string
	data []byte
}

// upload is a file on its way into a Drive.
type upload struct {
	fields  object
	name    string // of the part
	data    []byte
	present bool
}

func uploadParams() schema {
	return params(
		ident("folderId").orNull(), text("name").orNull(), text("comment").within(0, 512).orNull(),
		boolean("isSensitive", false), boolean("force", false),
	)
}

func uploadable() []string {
	return []string{"text/*", "application/json", "image/*", "video/*", "audio/*"}
}

// policyFileSize is what everybody's role lets them upload at once, a little
// less than the server takes.
func (s *Server) policyFileSize() int64 { return s.opt.MaxFileSize / 16 * 15 }

// serveUpload answers drive/files/create.
func (s *Server) serveUpload(w http.ResponseWriter, r *http.Request) {
	up, err := s.readUpload(r)
	if err == nil {
		var packed object
		if packed, err = s.store(r, up); err == nil {
			writeJSON(w, http.StatusOK, packed)
			return
		}
	}
	if r.Context().Err() == nil {
		writeRefusal(w, err)
	}
}

// readUpload reads the parts of the form in any order.
func (s *Server) readUpload(r *http.Request) (upload, error) {
	up := upload{fields: object{}}
	media, attributes, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != "multipart/form-data" {
		return up, refuse("INVALID_PARAM", "Current request is not a multipart request",
			"217bc614-dd72-42dc-806e-22ac93f8266e")
	}
	form := multipart.NewReader(r.Body, attributes["boundary"])
	for {
		part, err := form.NextPart()
		switch {
		case errors.Is(err, io.EOF) && !up.present:
			return up, refuse("INVALID_PARAM", "No files found in multipart request",
				"2e973d41-8e9c-48b8-a68f-16f712a4bc89").withStatus(http.StatusUnprocessableEntity)
		case errors.Is(err, io.EOF):
			return up, nil
		case err != nil:
			return up, fmt.Errorf("read form: %w", err)
		}
		if err := s.readPart(&up, part); err != nil {
			return up, err
		}
	}
}

func (s *Server) readPart(up *upload, part *multipart.Part) error {
	limit := int64(maxBody)
	if part.FileName() != "" {
		limit = s.opt.MaxFileSize
	}
	data, err := io.ReadAll(io.LimitReader(part, limit+1))
	switch {
	case err != nil:
		return fmt.Errorf("read part: %w", err)
	case int64(len(data)) > limit:
		return refuse("MAX_FILE_SIZE_EXCEEDED", "Maximum upload size exceeded", "39591dd6-b5e8-4399-bb03-13b0a8a62a21").
			withStatus(http.StatusRequestEntityTooLarge)
	case part.FileName() != "":
		up.name, up.data, up.present = part.FileName(), data, true
	default:
		up.fields[part.FormName()] = string(data)
	}
	return nil
}

// store puts an upload into the caller's Drive.
func (s *Server) store(r *http.Request, up upload) (object, error) {
	const name = "drive/files/create"
	sum := md5.Sum(up.data)
	kind := detectType(up.data, up.name)
	picture := examine(up.data, kind) // slow, and so before the lock
	s.mu.Lock()
	defer s.mu.Unlock()
	u, t, refused := s.authenticate(r, up.fields)
	s.observe(r, name, u, up.fields)
	if refused == nil {
		refused = s.admit(name, s.endpoints[name], u, t)
	}
	if refused == nil {
		refused = uploadParams().cast(up.fields)
	}
	if refused == nil {
		refused = uploadParams().check(up.fields, "#")
	}
	if refused != nil {
		return nil, refused
	}
	c := &call{Server: s, user: u, token: t, body: up.fields}
	fileName, err := c.admitUpload(up, kind)
	if err != nil {
		return nil, err
	}
	digest := hex.EncodeToString(sum[:])
	if twins := c.filesWith(func(f *file) bool { return f.md5 == digest }); len(twins) > 0 && !c.bool("force") {
		twins[0].sensitive = twins[0].sensitive || c.bool("isSensitive")
		return s.packFile(twins[0], false), nil
	}
	f := &file{
		name: correctName(fileName, kind), kind: kind, md5: digest, size: int64(len(up.data)),
		sensitive: c.bool("isSensitive"), folder: u.folder(c.str("folderId")),
		width: picture.width, height: picture.height, blurhash: picture.blurhash,
	}
	if c.has("comment") {
		comment := c.str("comment")
		f.comment = &comment
	}
	f.url = s.publishBlob(blob{kind, up.data})
	if picture.thumbnail.data != nil {
		f.thumbnail = s.publishBlob(picture.thumbnail)
	}
	s.addFile(u, f)
	packed := s.packFile(f, false)
	s.toMain(u, "driveFileCreated", packed)
	s.toDrive(u, "fileCreated", packed)
	return packed, nil
}

// admitUpload refuses what may not be stored and gives the file's name.
func (c *call) admitUpload(up upload, kind string) (string, error) {
	name := c.str("name")
	if name == "" {
		name = up.name
	}
	if trimmed := strings.TrimSpace(name); trimmed == "" || trimmed == "blob" {
		name = "untitled"
	}
	size := int64(len(up.data))
	allowed := false
	for _, pattern := range uploadable() {
		ok, _ := path.Match(pattern, kind)
		allowed = allowed || ok
	}
	switch {
	case !validFileName(name):
		return "", refuse("INVALID_FILE_NAME", "Invalid file name.", "f449b209-0c60-4e51-84d5-29486263bfd4")
	case c.has("folderId") && c.user.folder(c.str("folderId")) == nil:
		return "", internalError("folder-not-found", "Error")
	case size > c.policyFileSize():
		return "", refuse("MAX_FILE_SIZE_EXCEEDED", "Cannot upload the file because it exceeds the maximum file size.",
			"b9d8c348-33f0-4673-b9a9-5d4da058977a").withStatus(http.StatusRequestEntityTooLarge)
	case !allowed:
		return "", refuse("UNALLOWED_FILE_TYPE", "Cannot upload the file because it is an unallowed file type.",
			"4becd248-7f2c-48c4-a9f0-75edc4f9a1ea")
	case c.user.driveUsage()+size > c.opt.DriveCapacity:
		return "", refuse("NO_FREE_SPACE", "Cannot upload the file because you have no free space of drive.",
			"d08dbc37-a6a9-463a-8c47-96c32ab5f064")
	}
	return name, nil
}

// addFile puts a file into a Drive.
func (s *Server) addFile(u *user, f *file) {
	if f.at.IsZero() {
		f.at = s.now()
	}
	f.user, f.id = u, misskey.FileID(s.ids.next(f.at))
	u.files = append(u.files, f)
	s.files[f.id] = f
}

// publishBlob makes a blob fetchable and gives its address.
func (s *Server) publishBlob(b blob) string {
	key := uuid.NewString()
	s.blobs[key] = &b
	return s.URL + "/files/" + key
}

// correctName gives a file name the extension of its type.
func correctName(name, kind string) string {
	want := extension(kind)
	have := strings.ToLower(path.Ext(name))
	if want == "" || have == want || have == ".jpeg" && want == ".jpg" || strings.HasPrefix(kind, "text/") && have != "" {
		return name
	}
	return name + want
}

func extension(kind string) string {
	switch kind {
	case "image/jpeg":
		return ".jpg"
	case "image/png":
		return ".png"
	case "image/apng":
		return ".apng"
	case "image/gif":
		return ".gif"
	case "image/webp":
		return ".webp"
	case "image/svg+xml":
		return ".svg"
	case "video/mp4":
		return ".mp4"
	case "video/webm":
		return ".webm"
	case "audio/mpeg":
		return ".mp3"
	case "audio/wav":
		return ".wav"
	case "audio/ogg":
		return ".ogg"
	case "text/plain":
		return ".txt"
	}
	return ""
}

// detectType finds the MIME type by content as the real server does.
func detectType(data []byte, name string) string {
	kind, _, _ := strings.Cut(http.DetectContentType(data), ";")
	head := data[:min(len(data), 1024)]
	switch {
	case len(data) == 0:
		return "text/plain"
	case kind == "image/png" && bytes.Contains(head, []byte("acTL")):
		return "image/apng"
	case kind == "audio/wave":
		return "audio/wav"
	case kind == "application/ogg":
		return "audio/ogg"
	case kind == "image/bmp" || kind == "image/x-icon":
		return kind
	case strings.HasPrefix(kind, "text/") && bytes.Contains(head, []byte("<svg")):
		return "image/svg+xml"
	case strings.HasPrefix(kind, "text/") && path.Ext(name) == ".json":
		return "application/json"
	case strings.HasPrefix(kind, "text/"):
		return "text/plain"
	}
	return kind
}
