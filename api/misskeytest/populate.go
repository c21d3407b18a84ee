package misskeytest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"mejiro/api/misskey"
)

// populate makes the world that the options ask for.
func (s *Server) populate() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.world = world{
		rand:   rand.New(rand.NewPCG(s.opt.Seed, 0x6d656a69726f)),
		people: map[misskey.UserID]*user{}, names: map[string]*user{}, tokens: map[string]*token{},
		noteByID: map[misskey.NoteID]*note{}, twins: map[string]*note{}, emojiBy: map[string]*emoji{},
		files: map[misskey.FileID]*file{}, blobs: map[string]*blob{}, sessions: map[string]*session{},
		limits: map[string]Limit{}, uses: map[string][]time.Time{},
	}
	founded := s.now().Add(-400 * 24 * time.Hour)
	for i, name := range []string{"alice", "bob", "carol", "dave", "erin"} {
		p := profile{Name: strings.ToUpper(name[:1]) + name[1:]}
		if name == "erin" {
			p.Name = ""
		}
		p.IsCat, p.IsLocked = name == "carol", name == "dave"
		s.addUser(name, "", p, founded.Add(time.Duration(i)*time.Hour))
	}
	for _, a := range s.cast {
		for _, b := range s.cast {
			if a != b && !b.IsLocked {
				link(&follow{id: s.ids.next(founded), at: founded, follower: a, followee: b})
			}
		}
	}
	for _, name := range []string{"blobcat", "ai_chan", "kusa", "iine", "arigatou_gozaimasu"} {
		s.newEmoji(&emoji{Name: name, Category: "Misc", drawing: "emoji-" + name})
	}
	for i := range s.opt.Notes {
		at := s.now().Add(-s.opt.Span + s.opt.Span*time.Duration(i)/time.Duration(s.opt.Notes))
		body := fmt.Sprintf("note %d", i)
		s.write(s.cast[i%len(s.cast)], draft{text: &body, visibility: misskey.VisibilityPublic}, at)
	}
}
