package misskeytest

import (
	"slices"
	"time"

	"mejiro/api/misskey"
)

const (
	maxClips     = 10  // of one user
	maxClipNotes = 200 // of one clip
)

// clip is a user's collection of notes.
type clip struct {
	id        misskey.ClipID
	at        time.Time
	clippedAt *time.Time // the last time
	owner     *user
	name      string
	about     string
	public    bool
	notes     []*note
}

func clipEndpoints() map[string]endpoint {
	write := func(answer func(c *call) (any, error), params schema) endpoint {
		return endpoint{permission: "write:account", login: true, params: params, answer: answer}
	}
	both := params(ident("clipId").must(), ident("noteId").must())
	return map[string]endpoint{
		"clips/list": {
			permission: "read:account", login: true, params: paging(),
			answer: func(c *call) (any, error) { return c.listClips(), nil },
		},
		"clips/create": write((*call).createClip, params(
			text("name").must().within(1, 100), boolean("isPublic", false), text("description").orNull().within(0, 2048))),
		"clips/add-note":    write((*call).clipNote, both),
		"clips/remove-note": write((*call).unclipNote, both),
	}
}

func (c *call) listClips() []object {
	packed := []object{}
	for _, kept := range cut(c.user.clips, c.page(), func(kept *clip) string { return string(kept.id) },
		func(*clip) bool { return true }) {
		packed = append(packed, c.packClip(kept))
	}
	return packed
}

func (c *call) createClip() (any, error) {
	if len(c.user.clips) >= maxClips {
		return nil, refuse("TOO_MANY_CLIPS", "You cannot create clip any more.", "920f7c2d-6208-4b76-8082-e632020f5883")
	}
	made := c.newClip(c.user, c.str("name"), c.bool("isPublic"), c.now())
	made.about = c.str("description")
	return c.packClip(made), nil
}

func (s *Server) newClip(u *user, name string, public bool, at time.Time) *clip {
	made := &clip{id: misskey.ClipID(s.ids.next(at)), at: at, owner: u, name: name, public: public}
	u.clips = append(u.clips, made)
	return made
}

func (c *call) clipNote() (any, error) {
	kept := c.user.clip(c.str("clipId"))
	if kept == nil {
		return nil, refuse("NO_SUCH_CLIP", "No such clip.", "d6e76cc0-a1b5-4c7c-a287-73fa9c716dcf")
	}
	n := c.noteByID[misskey.NoteID(c.str("noteId"))]
	switch {
	case n == nil:
		return nil, noSuchNote("fc8c0b49-c7a3-4664-a0a6-b418d386bb8b")
	case slices.Contains(kept.notes, n):
		return nil, refuse("ALREADY_CLIPPED", "The note has already been clipped.", "734806c4-542c-463a-9311-15c512803965")
	case len(kept.notes) >= maxClipNotes:
		return nil, refuse("TOO_MANY_CLIP_NOTES", "You cannot add notes to the clip any more.", "f0dba960-ff73-4615-8df4-d6ac5d9dc118")
	}
	at := c.now()
	kept.notes, kept.clippedAt = append(kept.notes, n), &at
	return nil, nil
}

func (c *call) unclipNote() (any, error) {
	kept := c.user.clip(c.str("clipId"))
	if kept == nil {
		return nil, refuse("NO_SUCH_CLIP", "No such clip.", "b80525c6-97f7-49d7-a42d-ebccd49cfd52")
	}
	n := c.noteByID[misskey.NoteID(c.str("noteId"))]
	if n == nil {
		return nil, noSuchNote("aff017de-190e-434b-893e-33a9ff5049d8")
	}
	kept.notes = slices.DeleteFunc(kept.notes, func(other *note) bool { return other == n })
	return nil, nil
}

// clip is one of the user's clips, nil for none.
func (u *user) clip(id string) *clip {
	i := slices.IndexFunc(u.clips, func(c *clip) bool { return string(c.id) == id })
	if i < 0 {
		return nil
	}
	return u.clips[i]
}

func (s *Server) packClip(c *clip) object {
	o := object{
		"id": c.id, "createdAt": stamp(c.at), "lastClippedAt": nil, "userId": c.owner.id, "user": s.packUser(c.owner),
		"name": c.name, "description": nullable(c.about), "isPublic": c.public,
		"favoritedCount": 0, "isFavorited": false, "notesCount": len(c.notes),
	}
	if c.clippedAt != nil {
		o["lastClippedAt"] = stamp(*c.clippedAt)
	}
	return o
}

// NewClip makes a clip for somebody and gives its id.
func (s *Server) NewClip(acct, name string) misskey.ClipID {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.newClip(s.mustUser(acct), name, false, s.now()).id
}

// Clipped are the notes in a clip of somebody's, the first one clipped first.
func (s *Server) Clipped(acct string, id misskey.ClipID) []misskey.NoteID {
	s.mu.Lock()
	defer s.mu.Unlock()
	notes := []misskey.NoteID{}
	if c := s.mustUser(acct).clip(string(id)); c != nil {
		for _, n := range c.notes {
			notes = append(notes, n.id)
		}
	}
	return notes
}
