package misskeytest

import (
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"mejiro/api/misskey"
)

// file is a file of somebody's Drive.
type file struct {
	id            misskey.FileID
	at            time.Time
	user          *user
	name          string
	kind          string // MIME
	md5           string
	size          int64
	sensitive     bool
	comment       *string
	folder        *folder
	width, height int // 0 unless a picture
	blurhash      string
	drawing       string // of which the blurhash is made when it is asked for
	url           string
	thumbnail     string // "" for none
}

func driveEndpoints() map[string]endpoint {
	read := func(params schema, answer func(*call) (any, error)) endpoint {
		return endpoint{permission: "read:drive", login: true, params: params, answer: answer}
	}
	write := func(params schema, answer func(*call) (any, error)) endpoint {
		return endpoint{permission: "write:drive", login: true, params: params, answer: answer}
	}
	hash := params(text("md5").must())
	return map[string]endpoint{
		"drive": read(nil, func(c *call) (any, error) {
			return object{"capacity": c.opt.DriveCapacity, "usage": c.user.driveUsage()}, nil
		}),
		"drive/files": read(paging().and(ident("folderId").orNull(), text("type").orNull(),
			text("sort").orNull().oneOf("+createdAt", "-createdAt", "+name", "-name", "+size", "-size")), func(c *call) (any, error) { return c.listFiles(), nil }),
		"drive/stream":       read(paging().and(text("type")), func(c *call) (any, error) { return c.streamFiles(), nil }),
		"drive/files/create": write(uploadParams(), nil),
		"drive/files/show": read(params(ident("fileId"), text("url")),
			func(c *call) (any, error) { return c.showFile() }),
		"drive/files/find-by-hash": read(hash, func(c *call) (any, error) {
			return c.packOwn(c.filesWith(func(f *file) bool { return f.md5 == c.str("md5") })), nil
		}),
		"drive/files/check-existence": read(hash, func(c *call) (any, error) {
			return len(c.filesWith(func(f *file) bool { return f.md5 == c.str("md5") })) > 0, nil
		}),
		"drive/files/update": write(params(ident("fileId").must(), ident("folderId").orNull(), text("name"),
			boolean("isSensitive", nil), text("comment").within(0, 512).orNull()),
			func(c *call) (any, error) { return c.updateFile() }),
		"drive/files/delete": write(params(ident("fileId").must()),
			func(c *call) (any, error) { return nil, c.deleteFile() }),
	}
}

func (u *user) driveUsage() int64 {
	var sum int64
	for _, f := range u.files {
		sum += f.size
	}
	return sum
}

// filesWith are the user's files that pass, oldest first.
func (c *call) filesWith(keep func(*file) bool) []*file {
	var found []*file
	for _, f := range c.user.files {
		if keep(f) {
			found = append(found, f)
		}
	}
	return found
}

func (c *call) listFiles() []object {
	folder := c.str("folderId")
	keep := func(f *file) bool { return f.folderID() == folder && f.typed(c.str("type")) }
	if c.has("sort") {
		return c.packOwn(c.sorted(keep))
	}
	return c.packOwn(cut(c.user.files, c.page(), func(f *file) string { return string(f.id) }, keep))
}

// sorted is the user's files in the wanted order; "+" means descending.
func (c *call) sorted(keep func(*file) bool) []*file {
	files := c.filesWith(keep)
	order := c.str("sort")
	slices.SortStableFunc(files, func(a, b *file) int {
		var n int
		switch order[min(len(order), 1):] {
		case "name":
			n = strings.Compare(a.name, b.name)
		case "size":
			n = int(a.size - b.size)
		default:
			n = strings.Compare(string(a.id), string(b.id))
		}
		if strings.HasPrefix(order, "+") {
			return -n
		}
		return n
	})
	return files[:min(len(files), c.int("limit"))]
}

func (c *call) streamFiles() []object {
	return c.packOwn(cut(c.user.files, c.page(), func(f *file) string { return string(f.id) },
		func(f *file) bool { return f.typed(c.str("type")) }))
}

func (f *file) folderID() string {
	if f.folder == nil {
		return ""
	}
	return string(f.folder.id)
}

// typed tells whether the file is of a type such as "image/*"; "" takes all.
func (f *file) typed(pattern string) bool {
	ok, _ := path.Match(pattern, f.kind)
	return pattern == "" || ok
}

func (c *call) ownFile(unknown, foreign string) (*file, error) {
	f := c.files[misskey.FileID(c.str("fileId"))]
	switch {
	case f == nil:
		return nil, noSuchFile(unknown)
	case f.user != c.user:
		return nil, accessDenied(foreign)
	}
	return f, nil
}

func (c *call) showFile() (any, error) {
	if c.has("url") {
		found := c.filesWith(func(f *file) bool { return f.url == c.str("url") })
		if len(found) == 0 {
			return nil, noSuchFile("067bc436-2718-4795-b0fb-ecbe43949e31")
		}
		return c.packShown(found[0]), nil
	}
	f, err := c.ownFile("067bc436-2718-4795-b0fb-ecbe43949e31", "25b73c73-68b1-41d0-bad1-381cfdf6579f")
	if err != nil {
		return nil, err
	}
	return c.packShown(f), nil
}

func (c *call) updateFile() (any, error) {
	f, err := c.ownFile("e7778c7e-3af9-49cd-9690-6dbc3e6c972d", "01a53b27-82fc-445b-a0c1-b558465a8ed2")
	if err != nil {
		return nil, err
	}
	if c.has("name") {
		if !validFileName(c.str("name")) {
			return nil, refuse("INVALID_FILE_NAME", "Invalid file name.", "395e7156-f9f0-475e-af89-53c3c23080c2")
		}
		f.name = c.str("name")
	}
	if _, given := c.body["folderId"]; given {
		if f.folder = c.user.folder(c.str("folderId")); f.folder == nil && c.has("folderId") {
			return nil, refuse("NO_SUCH_FOLDER", "No such folder.", "ea8fb7a5-af77-4a08-b608-c0218176cd73")
		}
	}
	if comment, given := c.body["comment"]; given {
		f.comment = nil
		if text, ok := comment.(string); ok {
			f.comment = &text
		}
	}
	if c.has("isSensitive") {
		f.sensitive = c.bool("isSensitive")
	}
	packed := c.packFile(f, false)
	c.toDrive(c.user, "fileUpdated", packed)
	return packed, nil
}

func (c *call) deleteFile() error {
	f, err := c.ownFile("908939ec-e52b-4458-b395-1025195cea58", "5eb8d909-2540-4970-90b8-dd6f86088121")
	if err != nil {
		return err
	}
	delete(c.files, f.id)
	c.user.files = deleteItem(c.user.files, f)
	for _, n := range c.notes {
		n.files = deleteItem(n.files, f)
	}
	c.toDrive(c.user, "fileDeleted", f.id)
	return nil
}

// validFileName is the rule for names of files.
func validFileName(name string) bool {
	return strings.TrimSpace(name) != "" && utf8.RuneCountInString(name) <= 200 &&
		!strings.ContainsAny(name, `\/`) && !strings.Contains(name, "..")
}

// packFile is a file as notes and most endpoints show it; owned adds who owns it.
func (s *Server) packFile(f *file, owned bool) object {
	if f.blurhash == "" && f.drawing != "" {
		f.blurhash = s.pictures.blurhash(f.drawing)
	}
	o := object{
		"id": f.id, "createdAt": stamp(f.at), "name": f.name, "type": f.kind, "md5": f.md5, "size": f.size,
		"isSensitive": f.sensitive, "blurhash": nullable(f.blurhash), "properties": object{}, "url": f.url,
		"thumbnailUrl": nullable(f.thumbnail), "comment": f.comment, "folderId": nullable(f.folderID()),
		"folder": nil, "userId": nil, "user": nil,
	}
	if f.width > 0 {
		o["properties"] = object{"width": f.width, "height": f.height}
	}
	if owned {
		o["userId"] = f.user.id
	}
	return o
}

// packShown is a file as drive/files/show tells of it.
func (s *Server) packShown(f *file) object {
	o := s.packFile(f, true)
	o["isSensitiveByModerator"] = false
	o["user"] = s.packUser(f.user)
	if f.folder != nil {
		o["folder"] = f.user.packFolderCounted(f.folder)
	}
	return o
}

func (s *Server) packOwn(files []*file) []object {
	packed := make([]object, len(files))
	for i, f := range files {
		packed[i] = s.packFile(f, true)
	}
	return packed
}

// packFiles is the files of a note.
func (s *Server) packFiles(files []*file) []object { return s.packOwn(files) }

func fileIDs(files []*file) []misskey.FileID {
	ids := make([]misskey.FileID, len(files))
	for i, f := range files {
		ids[i] = f.id
	}
	return ids
}
