package misskeytest

import (
	"slices"

	"mejiro/api/misskey"
)

// threadEndpoints show single notes and what hangs on them.
func threadEndpoints() map[string]endpoint {
	one := params(ident("noteId").must())
	return map[string]endpoint{
		"notes/show": {
			params: one,
			answer: func(c *call) (any, error) {
				n := c.noteByID[misskey.NoteID(c.str("noteId"))]
				if n == nil {
					return nil, noSuchNote("24fcbfc6-2e37-42b6-8388-c29b3861a08d")
				}
				return c.packNote(n, c.user), nil
			},
		},
		"notes/show-partial-bulk": {
			params: params(list("noteIds", ident("")).within(1, 100).must()),
			answer: func(c *call) (any, error) { return c.partialNotes(), nil },
		},
		"notes/conversation": {
			params: offsetPaging().and(ident("noteId").must()),
			answer: func(c *call) (any, error) { return c.conversation() },
		},
		"notes/children": {
			params: paging().and(ident("noteId").must()),
			answer: func(c *call) (any, error) {
				return c.hanging(func(n, on *note) bool { return n.reply == on || n.renote == on && !n.pureRenote() }), nil
			},
		},
		"notes/replies": {
			params: paging().and(ident("noteId").must()),
			answer: func(c *call) (any, error) {
				return c.hanging(func(n, on *note) bool { return n.reply == on }), nil
			},
		},
		"notes/renotes": {
			params: paging().and(ident("noteId").must()),
			answer: func(c *call) (any, error) {
				if c.noteByID[misskey.NoteID(c.str("noteId"))] == nil {
					return nil, noSuchNote("12908022-2e21-46cd-ba6a-3edaf6093f46")
				}
				return c.hanging(func(n, on *note) bool { return n.renote == on }), nil
			},
		},
		"notes/state": {
			permission: "read:account", login: true, params: one,
			answer: func(c *call) (any, error) {
				return object{"isFavorited": c.user.favorite(c.str("noteId")) >= 0, "isMutedThread": false}, nil
			},
		},
		"notes/favorites/create": {
			permission: "write:favorites", login: true, params: one,
			answer: func(c *call) (any, error) { return nil, c.createFavorite() },
		},
		"notes/favorites/delete": {
			permission: "write:favorites", login: true, params: one,
			answer: func(c *call) (any, error) { return nil, c.deleteFavorite() },
		},
		"i/favorites": {
			permission: "read:favorites", login: true, params: paging(),
			answer: func(c *call) (any, error) { return c.favorites(), nil },
		},
	}
}

// hanging is a page of the notes that hang on the note asked about.
func (c *call) hanging(belongs func(n, on *note) bool) []object {
	on := c.noteByID[misskey.NoteID(c.str("noteId"))]
	return c.pageOfNotes(func(n *note) bool {
		return on != nil && belongs(n, on) && n.visibleFor(c.user) && !c.muted(n, c.user)
	})
}

func (c *call) partialNotes() []object {
	parts := []object{}
	for _, id := range c.strs("noteIds") {
		if n := c.seen(id, c.user); n != nil {
			parts = append(parts, object{
				"id": n.id, "reactions": countReactions(n), "reactionEmojis": c.remoteEmojis(n),
			})
		}
	}
	return parts
}

// conversation is the notes a note answers, nearest first.
func (c *call) conversation() (any, error) {
	n := c.noteByID[misskey.NoteID(c.str("noteId"))]
	if n == nil {
		return nil, noSuchNote("e1035875-9551-45ec-afa8-1ded1fcb53c8")
	}
	var above []*note
	for up := n.reply; up != nil && !up.deleted; up = up.reply {
		above = append(above, up)
	}
	from, to := c.slice(len(above))
	return c.packNotes(above[from:to], c.user), nil
}

// favorite is where a note stands among those u keeps, or -1.
func (u *user) favorite(id string) int {
	return slices.IndexFunc(u.favorites, func(f *favorite) bool { return string(f.note.id) == id })
}

func (c *call) createFavorite() error {
	n := c.seen(c.str("noteId"), c.user)
	switch {
	case n == nil:
		return noSuchNote("6dd26674-e060-4816-909a-45ba3f4da458")
	case c.user.favorite(string(n.id)) >= 0:
		return refuse("ALREADY_FAVORITED", "The note has already been marked as a favorite.",
			"a402c12b-34dd-41d2-97d8-4d2ffd96a1a6")
	}
	at := c.now()
	c.user.favorites = append(c.user.favorites, &favorite{id: c.ids.next(at), at: at, note: n})
	return nil
}

func (c *call) deleteFavorite() error {
	i := c.user.favorite(c.str("noteId"))
	switch {
	case c.noteByID[misskey.NoteID(c.str("noteId"))] == nil:
		return noSuchNote("80848a2c-398f-4343-baa9-df1d57696c56")
	case i < 0:
		return refuse("NOT_FAVORITED", "You have not marked that note a favorite.", "b625fc69-635e-45e9-86f4-dbefbef35af5")
	}
	c.user.favorites = slices.Delete(c.user.favorites, i, i+1)
	return nil
}

func (c *call) favorites() []object {
	kept := cut(c.user.favorites, c.page(), func(f *favorite) string { return f.id },
		func(f *favorite) bool { return !f.note.deleted })
	packed := []object{}
	for _, f := range kept {
		packed = append(packed, object{
			"id": f.id, "createdAt": stamp(f.at), "noteId": f.note.id, "note": c.packNote(f.note, c.user),
		})
	}
	return packed
}
