package misskeytest

import (
	"slices"
	"time"

	"mejiro/api/misskey"
)

// folder is a folder of a Drive.
type folder struct {
	id     misskey.FolderID
	at     time.Time
	name   string
	parent *folder
}

func folderEndpoints() map[string]endpoint {
	one := params(ident("folderId").must())
	name := text("name").within(0, 200)
	return map[string]endpoint{
		"drive/folders": {
			permission: "read:drive", login: true, params: paging().and(ident("folderId").orNull()),
			answer: func(c *call) (any, error) { return c.listFolders(), nil },
		},
		"drive/folders/show": {
			permission: "read:drive", login: true, params: one,
			answer: func(c *call) (any, error) { return c.showFolder() },
		},
		"drive/folders/create": {
			permission: "write:drive", login: true, params: params(name.otherwise("Untitled"), ident("parentId").orNull()),
			answer: func(c *call) (any, error) { return c.createFolder() },
		},
		"drive/folders/update": {
			permission: "write:drive", login: true, params: one.and(name, ident("parentId").orNull()),
			answer: func(c *call) (any, error) { return c.updateFolder() },
		},
		"drive/folders/delete": {
			permission: "write:drive", login: true, params: one,
			answer: func(c *call) (any, error) { return nil, c.deleteFolder() },
		},
	}
}

// folder is the user's folder of an id, nil when there is none.
func (u *user) folder(id string) *folder {
	i := slices.IndexFunc(u.folders, func(f *folder) bool { return string(f.id) == id })
	if i < 0 {
		return nil
	}
	return u.folders[i]
}

func (c *call) listFolders() []object {
	packed := []object{}
	for _, f := range cut(c.user.folders, c.page(), func(f *folder) string { return string(f.id) },
		func(f *folder) bool { return f.parentID() == c.str("folderId") }) {
		packed = append(packed, packFolder(f))
	}
	return packed
}

func (c *call) createFolder() (any, error) {
	parent := c.user.folder(c.str("parentId"))
	if parent == nil && c.has("parentId") {
		return nil, refuse("NO_SUCH_FOLDER", "No such folder.", "53326628-a00d-40a6-a3cd-8975105c0f95")
	}
	at := c.now()
	f := &folder{id: misskey.FolderID(c.ids.next(at)), at: at, name: c.str("name"), parent: parent}
	c.user.folders = append(c.user.folders, f)
	c.toDrive(c.user, "folderCreated", packFolder(f))
	return packFolder(f), nil
}

func (f *folder) parentID() string {
	if f.parent == nil {
		return ""
	}
	return string(f.parent.id)
}

func packFolder(f *folder) object {
	return object{"id": f.id, "createdAt": stamp(f.at), "name": f.name, "parentId": nullable(f.parentID())}
}

func noSuchFolder(id string) *refusal { return refuse("NO_SUCH_FOLDER", "No such folder.", id) }

func (c *call) showFolder() (any, error) {
	f := c.user.folder(c.str("folderId"))
	if f == nil {
		return nil, noSuchFolder("d74ab9eb-bb09-4bba-bf24-fb58f761e1e9")
	}
	return c.user.packFolderCounted(f), nil
}

// updateFolder renames a folder or moves it, but never into itself.
func (c *call) updateFolder() (any, error) {
	f := c.user.folder(c.str("folderId"))
	if f == nil {
		return nil, noSuchFolder("f7974dac-2c0d-4a27-926e-23583b28e98e")
	}
	if _, given := c.body["parentId"]; given {
		parent := c.user.folder(c.str("parentId"))
		if parent == nil && c.has("parentId") {
			return nil, refuse("NO_SUCH_PARENT_FOLDER", "No such parent folder.", "ce104e3a-faaf-49d5-b459-10ff0cbbcaa1")
		}
		for up := parent; up != nil; up = up.parent {
			if up == f {
				return nil, refuse("RECURSIVE_NESTING", "It can not be structured like nesting folders recursively.",
					"dbeb024837894013aed44279f9199740")
			}
		}
		f.parent = parent
	}
	if c.has("name") {
		f.name = c.str("name")
	}
	c.toDrive(c.user, "folderUpdated", packFolder(f))
	return packFolder(f), nil
}

func (c *call) deleteFolder() error {
	f := c.user.folder(c.str("folderId"))
	if f == nil {
		return noSuchFolder("1069098f-c281-440f-b085-f9932edbe091")
	}
	full := slices.ContainsFunc(c.user.files, func(other *file) bool { return other.folder == f }) ||
		slices.ContainsFunc(c.user.folders, func(other *folder) bool { return other.parent == f })
	if full {
		return refuse("HAS_CHILD_FILES_OR_FOLDERS", "This folder has child files or folders.", "b0fc8a17-963c-405d-bfbc-859a487295e1")
	}
	c.user.folders = deleteItem(c.user.folders, f)
	c.toDrive(c.user, "folderDeleted", f.id)
	return nil
}

// packFolderCounted is a folder with how much is in it.
func (u *user) packFolderCounted(f *folder) object {
	folders, files := 0, 0
	for _, other := range u.folders {
		if other.parent == f {
			folders++
		}
	}
	for _, other := range u.files {
		if other.folder == f {
			files++
		}
	}
	o := packFolder(f)
	o["foldersCount"], o["filesCount"] = folders, files
	if f.parent != nil {
		o["parent"] = packFolder(f.parent)
	}
	return o
}
