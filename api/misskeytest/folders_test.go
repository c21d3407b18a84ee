package misskeytest

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFolders(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	w := dial(t, s, token)
	w.open("drive", nil)
	event := func() (string, any) {
		_, kind, body := w.event()
		return kind, body
	}
	outer := post(t, s, token, "drive/folders/create", object{"name": "outer"}).object()["id"]
	inner := post(t, s, token, "drive/folders/create", object{"name": "inner", "parentId": outer}).object()["id"]
	event()
	event()
	shown := post(t, s, token, "drive/folders/show", object{"folderId": inner}).object()
	assert.Equal(t, outer, shown["parent"].(object)["id"])
	assert.Equal(t, 1.0, post(t, s, token, "drive/folders/show", object{"folderId": outer}).object()["foldersCount"])
	assert.Equal(t, []string{inner.(string)}, post(t, s, token, "drive/folders", object{"folderId": outer}).ids())
	assert.Equal(t, []string{outer.(string)}, post(t, s, token, "drive/folders", nil).ids())

	for name, test := range map[string]struct {
		endpoint string
		body     object
		code     string
	}{
		"into itself":     {"drive/folders/update", object{"folderId": outer, "parentId": inner}, "RECURSIVE_NESTING"},
		"into nothing":    {"drive/folders/update", object{"folderId": outer, "parentId": "none"}, "NO_SUCH_PARENT_FOLDER"},
		"update nothing":  {"drive/folders/update", object{"folderId": "none"}, "NO_SUCH_FOLDER"},
		"show nothing":    {"drive/folders/show", object{"folderId": "none"}, "NO_SUCH_FOLDER"},
		"delete nothing":  {"drive/folders/delete", object{"folderId": "none"}, "NO_SUCH_FOLDER"},
		"delete a parent": {"drive/folders/delete", object{"folderId": outer}, "HAS_CHILD_FILES_OR_FOLDERS"},
		"create in none":  {"drive/folders/create", object{"parentId": "none"}, "NO_SUCH_FOLDER"},
	} {
		assert.Equal(t, test.code, post(t, s, token, test.endpoint, test.body).code(), name)
	}
	assert.Equal(t, "NO_SUCH_FOLDER", post(t, s, s.Token("bob"), "drive/folders/show", object{"folderId": outer}).code())

	moved := post(t, s, token, "drive/folders/update", object{"folderId": inner, "name": "moved", "parentId": nil}).object()
	assert.Equal(t, "moved", moved["name"])
	assert.Nil(t, moved["parentId"])
	kind, _ := event()
	assert.Equal(t, "folderUpdated", kind)
	assert.Equal(t, 204, post(t, s, token, "drive/folders/delete", object{"folderId": inner}).Status)
	kind, body := event()
	assert.Equal(t, "folderDeleted", kind)
	assert.Equal(t, inner, body)
}

func TestFileOrder(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	for i, name := range []string{"b.txt", "c.txt", "a.txt"} {
		uploadFile(t, s, token, name, bytes.Repeat([]byte("a"), 10*(i+1)), nil)
	}
	for order, want := range map[string]string{
		"+createdAt": "a.txt c.txt b.txt ", "-createdAt": "b.txt c.txt a.txt ", "+name": "c.txt b.txt a.txt ",
		"-name": "a.txt b.txt c.txt ", "+size": "a.txt c.txt b.txt ", "-size": "b.txt c.txt a.txt ",
	} {
		got := ""
		for _, f := range post(t, s, token, "drive/files", object{"sort": order}).list() {
			got += f["name"].(string) + " "
		}
		assert.Equal(t, want, got, order)
	}
	assert.Equal(t, "INVALID_PARAM", post(t, s, token, "drive/files", object{"sort": "name"}).code())
	assert.Len(t, post(t, s, token, "drive/stream", object{"type": "text/*", "limit": 2}).list(), 2)
	assert.Empty(t, post(t, s, token, "drive/files", object{"type": "image/*"}).list())
	assert.Equal(t, 60.0, post(t, s, token, "drive", nil).object()["usage"])
}
