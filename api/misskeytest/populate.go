package misskeytest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest/internal/gallery"
)

// age is how long ago the server was founded.
const age = 400 * 24 * time.Hour

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
	founded := s.now().Add(-age)
	s.invite(founded)
	s.befriend(founded.Add(24 * time.Hour))
	s.openChannels(founded)
	for _, e := range gallery.Emojis() {
		s.newEmoji(&emoji{
			Name: e.Name, Aliases: e.Aliases, Category: e.Category, Sensitive: e.Sensitive, LocalOnly: e.LocalOnly,
			drawing: "emoji/" + e.Name,
		})
	}
	if s.opt.Notes > 0 {
		s.announcePast()
		s.remember()
		s.fillClips()
	}
}

// invite brings the cast, and made-up people where more are wanted.
func (s *Server) invite(founded time.Time) {
	for i, p := range load[[]person]("people.json") {
		s.addUser(p.Username, p.Host, p.profile, founded.Add(time.Duration(i)*time.Minute))
	}
	languages := []string{"ja", "ko", "en", "fr", "id"}
	for i := len(s.cast); i < s.opt.Users; i++ {
		name := fmt.Sprintf("guest%d", i)
		s.addUser(name, "", profile{
			Name: fmt.Sprintf("Guest %d", i), Language: languages[i%len(languages)], Avatar: "avatar/" + name,
		}, founded.Add(time.Duration(i)*time.Minute))
	}
}

// strangers are whom alice does not follow, so that her home timeline differs
// from the local one. Nobody follows dave but bob.
func strangers() []string {
	return []string{"dave", "sofia", "frank", "noor", "suzume@tori.example", "yuki@yuki.example"}
}

// befriend lets people follow one another.
func (s *Server) befriend(at time.Time) {
	for _, a := range s.cast {
		for _, b := range s.cast {
			wants := a != b && (b.username != "dave" || a.username == "bob") &&
				(a.username != "alice" || !slices.Contains(strangers(), b.acct())) &&
				(a.local() || b.local() && s.rand.IntN(3) > 0)
			if wants {
				link(&follow{id: s.ids.next(at), at: at, follower: a, followee: b})
			}
		}
	}
}

func (s *Server) openChannels(at time.Time) {
	for _, c := range load[[]struct{ Name, Color, Owner string }]("channels.json") {
		ch := &channel{
			id: misskey.ChannelID(s.ids.next(at)), name: c.Name, color: c.Color, owner: s.mustUser(c.Owner),
			followers: map[*user]bool{s.mustUser("alice"): true, s.mustUser(c.Owner): true},
		}
		s.channels = append(s.channels, ch)
	}
}

// Channel is the id of a channel whose name begins like that, "" for none.
func (s *Server) Channel(name string) misskey.ChannelID {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, ch := range s.channels {
		if hasPrefixFold(ch.name, name) {
			return ch.id
		}
	}
	return ""
}

// fillClips gives alice clips with a few notes of the past.
func (s *Server) fillClips() {
	alice := s.mustUser("alice")
	for i, name := range []string{"あとで読む Read later", "Recipes 料理"} {
		at := s.now().Add(-time.Duration(2-i) * 24 * time.Hour)
		c := s.newClip(alice, name, i == 1, at)
		for j := i; j < len(s.notes) && len(c.notes) < 3; j += 7 {
			if n := s.notes[j]; !n.pureRenote() && n.visibleFor(alice) {
				c.notes, c.clippedAt = append(c.notes, n), &at
			}
		}
	}
}

func (s *Server) announcePast() {
	at := s.now().Add(-30 * time.Hour)
	for _, a := range []announcement{
		{title: "ようこそ Welcome 👋", text: "めじろの森へようこそ。ごゆっくりどうぞ。\nMake yourself at home. :mejiro:", icon: "info", image: "banner/server"},
		{title: "メンテナンス Maintenance", text: "今夜 2:00 から 15 分ほどお休みします。\nTonight, 2:00–2:15 JST.", icon: "warning"},
	} {
		a.id, a.at, a.display = misskey.AnnouncementID(s.ids.next(at)), at, "normal"
		s.announcements = append(s.announcements, &a)
		at = at.Add(20 * time.Hour)
	}
}
