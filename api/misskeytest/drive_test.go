package misskeytest

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// testPNG is a picture of w by h pixels.
func testPNG(w, h int) []byte {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		img.Set(i%w, i/w, color.NRGBA{uint8(i), uint8(i / w), 128, 255})
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// uploadFile uploads with the text parts before the file.
func uploadFile(t *testing.T, s *Server, token, name string, data []byte, fields map[string]string) answer {
	t.Helper()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	for key, value := range fields {
		require.NoError(t, w.WriteField(key, value))
	}
	if name != "" {
		part, err := w.CreateFormFile("file", name)
		require.NoError(t, err)
		_, err = part.Write(data)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return send(t, http.MethodPost, s.URL+"/api/drive/files/create", token, w.FormDataContentType(), &form)
}

func TestUpload(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	got := uploadFile(t, s, token, "山.png", testPNG(1000, 500), map[string]string{"comment": "alt", "isSensitive": "true"})
	require.Equal(t, 200, got.Status, "%s", got.Raw)
	f := got.object()
	assert.Equal(t, "山.png", f["name"])
	assert.Equal(t, "image/png", f["type"])
	assert.Equal(t, "alt", f["comment"])
	assert.Equal(t, true, f["isSensitive"])
	assert.Equal(t, object{"width": 1000.0, "height": 500.0}, f["properties"])
	assert.NotEmpty(t, f["blurhash"])

	original := get(t, f["url"].(string))
	assert.Equal(t, testPNG(1000, 500), original.Raw)
	small, _, err := image.DecodeConfig(bytes.NewReader(get(t, f["thumbnailUrl"].(string)).Raw))
	require.NoError(t, err)
	assert.Equal(t, image.Pt(498, 249), image.Pt(small.Width, small.Height))
	assert.Equal(t, []string{f["id"].(string)}, post(t, s, token, "drive/files", nil).ids())
}

func TestUploadAnswers(t *testing.T) {
	s := Start(t, Options{MaxFileSize: 16 << 10, DriveCapacity: 40 << 10})
	token := s.Token("alice")
	text := func(n int) []byte { return bytes.Repeat([]byte("a"), n) }
	tests := map[string]struct {
		name   string
		data   []byte
		fields map[string]string
		status int
		code   string
		want   string // name of the stored file
	}{
		"empty":             {"empty.txt", nil, nil, 200, "", "empty.txt"},
		"name given":        {"a.txt", text(1), map[string]string{"name": "b.txt"}, 200, "", "b.txt"},
		"nameless":          {"blob", testPNG(1, 1), nil, 200, "", "untitled.png"},
		"wrong extension":   {"a.jpg", testPNG(2, 1), nil, 200, "", "a.jpg.png"},
		"not allowed":       {"a.zip", []byte("PK\x03\x04zip"), nil, 400, "UNALLOWED_FILE_TYPE", ""},
		"bad name":          {"a.txt", text(2), map[string]string{"name": "a/../b"}, 400, "INVALID_FILE_NAME", ""},
		"bad boolean":       {"a.txt", text(3), map[string]string{"isSensitive": "maybe"}, 400, "INVALID_PARAM", ""},
		"beyond the policy": {"a.txt", text(15<<10 + 1), nil, 413, "MAX_FILE_SIZE_EXCEEDED", ""},
		"beyond the server": {"a.txt", text(16<<10 + 1), nil, 413, "MAX_FILE_SIZE_EXCEEDED", ""},
		"no file":           {"", nil, nil, 422, "INVALID_PARAM", ""},
		"missing folder":    {"a.txt", text(4), map[string]string{"folderId": "nosuchfolder"}, 500, "INTERNAL_ERROR", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := uploadFile(t, s, token, test.name, test.data, test.fields)
			assert.Equal(t, test.status, got.Status, "%s", got.Raw)
			assert.Equal(t, test.code, got.code())
			if test.want != "" {
				assert.Equal(t, test.want, got.object()["name"])
			}
		})
	}
	for range 3 {
		last := uploadFile(t, s, token, "big.txt", text(14<<10), map[string]string{"force": "true"})
		if last.Status != 200 {
			assert.Equal(t, "NO_FREE_SPACE", last.code())
			return
		}
	}
	t.Fatal("the drive never filled")
}

func TestUploadTwice(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	first := uploadFile(t, s, token, "a.png", testPNG(3, 3), nil)
	again := uploadFile(t, s, token, "b.png", testPNG(3, 3), map[string]string{"isSensitive": "true"})
	assert.Equal(t, first.object()["id"], again.object()["id"])
	assert.Equal(t, "a.png", again.object()["name"])
	assert.Equal(t, true, again.object()["isSensitive"], "sensitivity is raised")
	copied := uploadFile(t, s, token, "b.png", testPNG(3, 3), map[string]string{"force": "true"})
	assert.NotEqual(t, first.object()["id"], copied.object()["id"])
	hash := object{"md5": first.object()["md5"]}
	assert.Len(t, post(t, s, token, "drive/files/find-by-hash", hash).list(), 2)
	assert.Equal(t, true, post(t, s, token, "drive/files/check-existence", hash).Body)
	assert.Empty(t, post(t, s, s.Token("bob"), "drive/files/find-by-hash", hash).list(), "files are private")
}

func TestUploadTokenInForm(t *testing.T) {
	s := Start(t, Options{})
	got := uploadFile(t, s, "", "a.png", testPNG(2, 2), map[string]string{"i": s.Token("alice")})
	assert.Equal(t, 200, got.Status, "%s", got.Raw)
	for _, r := range s.Requests("drive/files/create") {
		assert.NotContains(t, string(r.Body), s.Token("alice"))
	}
	refused := uploadFile(t, s, s.NewToken("alice", "read:drive"), "a.png", testPNG(2, 2), nil)
	assert.Equal(t, "PERMISSION_DENIED", refused.code())
}

func TestUploadTypes(t *testing.T) {
	var moving bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.Black, color.White})
	require.NoError(t, gif.EncodeAll(&moving, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}))
	tests := map[string]struct {
		name string
		data []byte
		kind string
	}{
		"gif":  {"a.gif", moving.Bytes(), "image/gif"},
		"svg":  {"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), "image/svg+xml"},
		"json": {"a.json", []byte(`{"a":1}`), "application/json"},
		"text": {"a.txt", []byte("hello"), "text/plain"},
		"wav":  {"a.wav", melody(), "audio/wav"},
		"mp4":  {"a.mp4", emptyVideo(), "video/mp4"},
		"apng": {"a.png", append(testPNG(1, 1)[:33], []byte("\x00\x00\x00\x08acTL")...), "image/apng"},
		"html": {"a.html", []byte("<html><script>alert(1)</script>"), "text/plain"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.kind, detectType(test.data, test.name))
		})
	}
}

func TestDriveFile(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	w := dial(t, s, token)
	w.open("drive", nil)
	w.open("main", nil)
	id := uploadFile(t, s, token, "a.png", testPNG(4, 4), nil).object()["id"]
	_, event, _ := w.event()
	assert.Equal(t, "driveFileCreated", event)
	_, event, _ = w.event()
	assert.Equal(t, "fileCreated", event)

	folder := post(t, s, token, "drive/folders/create", object{"name": "写真"}).object()["id"]
	_, event, _ = w.event()
	assert.Equal(t, "folderCreated", event)
	changed := post(t, s, token, "drive/files/update", object{"fileId": id, "name": "b.png", "comment": "alt", "folderId": folder})
	assert.Equal(t, "b.png", changed.object()["name"])
	assert.Equal(t, "alt", changed.object()["comment"])
	_, event, _ = w.event()
	assert.Equal(t, "fileUpdated", event)
	assert.Empty(t, post(t, s, token, "drive/files", nil).list(), "it left the top folder")
	assert.Len(t, post(t, s, token, "drive/files", object{"folderId": folder}).list(), 1)
	assert.Equal(t, "ACCESS_DENIED", post(t, s, s.Token("bob"), "drive/files/show", object{"fileId": id}).code())

	assert.Equal(t, 204, post(t, s, token, "drive/files/delete", object{"fileId": id}).Status)
	_, event, body := w.event()
	assert.Equal(t, "fileDeleted", event)
	assert.Equal(t, id, body)
}

func TestPictures(t *testing.T) {
	thumb := func(codes string) []byte { return map[string][]byte{"1f44d": []byte("<svg/>")}[codes] }
	s := Start(t, Options{Seed: 3, Notes: 120, Twemoji: thumb})
	alice := s.User("alice")
	for _, address := range []string{
		alice.AvatarURL, s.User("erin").AvatarURL, s.URL + "/favicon.ico", s.URL + "/twemoji/1f44d.svg",
		s.URL + "/identicon/somebody@somewhere", s.User("kai@fedi.example").Instance.FaviconURL,
	} {
		got := get(t, address)
		assert.Equal(t, 200, got.Status, address)
		assert.Contains(t, got.Header.Get("Content-Type"), "image/", address)
	}
	for _, n := range s.Notes() {
		for _, f := range n.Files {
			if !f.IsImage() {
				continue
			}
			config, _, err := image.DecodeConfig(bytes.NewReader(get(t, f.URL).Raw))
			require.NoError(t, err, f.Name)
			assert.Equal(t, image.Pt(f.Properties.Width, f.Properties.Height), image.Pt(config.Width, config.Height), f.Name)
			assert.NotEmpty(t, f.Blurhash)
		}
		if len(n.Files) > 0 && n.Files[0].IsImage() {
			return // one note is enough
		}
	}
	t.Fatal("no note shows a picture")
}

func TestProxy(t *testing.T) {
	s := Start(t, Options{})
	avatar := s.User("alice").AvatarURL
	for agent, status := range map[string]int{
		"Mejiro/1": 200, "go-misskey/1.0": 403, "MISSKEY/2025": 403,
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, avatar, nil)
		require.NoError(t, err)
		r.Header.Set("User-Agent", agent)
		res, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		require.NoError(t, res.Body.Close())
		assert.Equal(t, status, res.StatusCode, agent)
	}
	http.DefaultClient.CloseIdleConnections()
	for name, path := range map[string]string{
		"another server": "/proxy/image.webp?url=http%3A%2F%2F192.0.2.1%2Fa.png", "nothing": "/proxy/image.webp",
		"unknown file": "/proxy/image.webp?url=" + s.URL + "/files/none", "bad escape": "/proxy/avatar/%25zz",
	} {
		assert.Equal(t, 404, get(t, s.URL+path).Status, name)
	}
}

func TestEmojiAddress(t *testing.T) {
	s := Start(t, Options{})
	for name, status := range map[string]int{
		"blobcat.webp": 301, "blobcat@..webp": 301, "blobcat@fedi.example.webp": 301, "nosuch.webp": 404, "blobcat.png": 404,
	} {
		got := get(t, s.URL+"/emoji/"+name)
		assert.Equal(t, status, got.Status, name)
		if status == 301 {
			picture := get(t, got.Header.Get("Location"))
			assert.Equal(t, 200, picture.Status)
			assert.True(t, strings.HasPrefix(picture.Header.Get("Content-Type"), "image/"))
		}
	}
	for _, code := range []string{"zz", "", "1f44d-", "41"} {
		assert.Equal(t, 404, get(t, s.URL+"/twemoji/"+code+".svg").Status, code)
	}
}
