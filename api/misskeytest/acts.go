package misskeytest

import (
	"time"

	"mejiro/api/misskey"
)

// Note is a note to be posted by Post. Its zero value is an empty public note,
// which is refused.
type Note struct {
	Text       string
	CW         string
	Visibility misskey.Visibility // "" is public
	VisibleTo  []string           // accts, of a specified note
	LocalOnly  bool
	Acceptance misskey.ReactionAcceptance
	ReplyID    misskey.NoteID
	RenoteID   misskey.NoteID
	FileIDs    []misskey.FileID
	Poll       []string // choices
	Multiple   bool     // whether the poll takes several votes of one user
	PollEnds   time.Duration
	Channel    misskey.ChannelID
}

// Post posts a note for somebody, as their own client would. It panics when
// the acct or a reference is wrong: that is a mistake in the test.
func (s *Server) Post(acct string, n Note) misskey.NoteID {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.publish(s.mustUser(acct), s.draftOf(n)).id
}

func (s *Server) draftOf(n Note) draft {
	d := draft{visibility: n.Visibility, localOnly: n.LocalOnly, acceptance: n.Acceptance}
	if d.visibility == "" {
		d.visibility = misskey.VisibilityPublic
	}
	if n.Text != "" {
		d.text = &n.Text
	}
	if n.CW != "" {
		d.cw = &n.CW
	}
	for _, acct := range n.VisibleTo {
		d.visibleTo = append(d.visibleTo, s.mustUser(acct))
	}
	if n.ReplyID != "" {
		d.reply = s.mustNote(n.ReplyID)
	}
	if n.RenoteID != "" {
		d.renote = s.mustNote(n.RenoteID)
	}
	for _, id := range n.FileIDs {
		d.files = append(d.files, s.files[id])
	}
	if len(n.Poll) > 0 {
		d.poll = newPoll(n.Poll, n.Multiple)
		if n.PollEnds > 0 {
			end := s.now().Add(n.PollEnds)
			d.poll.expiresAt = &end
		}
	}
	for _, ch := range s.channels {
		if ch.id == n.Channel {
			d.channel = ch
		}
	}
	return d
}

func (s *Server) mustNote(id misskey.NoteID) *note {
	n := s.noteByID[id]
	if n == nil {
		panic("misskeytest: no note " + string(id))
	}
	return n
}

// React reacts to a note for somebody; another reaction of theirs goes. The
// same reaction again changes nothing.
func (s *Server) React(acct string, id misskey.NoteID, reaction string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.react(s.mustUser(acct), s.mustNote(id), reaction)
}

// Unreact takes somebody's reaction back, if there is one.
func (s *Server) Unreact(acct string, id misskey.NoteID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	u, n := s.mustUser(acct), s.mustNote(id)
	if r := n.reactionOf(u); r != nil {
		s.unreact(u, n, r)
	}
}

// Vote votes in the poll of a note for somebody.
func (s *Server) Vote(acct string, id misskey.NoteID, choice int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.voteFor(s.mustUser(acct), s.mustNote(id), choice); err != nil {
		panic("misskeytest: " + err.Error())
	}
}

// Delete deletes a note.
func (s *Server) Delete(id misskey.NoteID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.remove(s.mustNote(id))
}

// Follow makes one user follow another and tells both; following twice
// changes nothing. Locked accounts are followed too.
func (s *Server) Follow(acct, whom string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, b := s.mustUser(acct), s.mustUser(whom)
	if a.following[b] == nil {
		at := s.now()
		s.connect(&follow{id: s.ids.next(at), at: at, follower: a, followee: b})
	}
}

// Unfollow ends a follow, if there is one.
func (s *Server) Unfollow(acct, whom string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, b := s.mustUser(acct), s.mustUser(whom)
	if a.following[b] != nil {
		s.disconnect(a, b)
	}
}

// Follows tells whether one user follows another.
func (s *Server) Follows(acct, whom string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mustUser(acct).following[s.mustUser(whom)] != nil
}

// AskToFollow lets somebody who does not follow a user yet ask to. The user's
// account is locked by it.
func (s *Server) AskToFollow(acct, whom string) {
	s.Unfollow(acct, whom)
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.mustUser(whom)
	asked.IsLocked = true
	_ = (&call{Server: s, user: s.mustUser(acct)}).follow(asked)
}

// TakeBackRequest takes somebody's request to follow a user back, if there is
// one.
func (s *Server) TakeBackRequest(acct, whom string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.mustUser(whom).requested, s.mustUser(acct))
}

// Block makes one user block another.
func (s *Server) Block(acct, whom string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = (&call{Server: s, user: s.mustUser(acct)}).block(s.mustUser(whom))
}

// Notify gives somebody a notification of any type. Fields are added to what
// all notifications have, so that shapes nobody has seen can be tried.
func (s *Server) Notify(acct string, kind misskey.NotificationType, fields map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.notify(s.mustUser(acct), &notification{kind: kind, extra: fields})
}

// Notes are all notes, oldest first, as their authors see them.
func (s *Server) Notes() []misskey.Note {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]misskey.Note, len(s.notes))
	for i, n := range s.notes {
		all[i] = decoded[misskey.Note](s.packNote(n, n.user))
	}
	return all
}

// Note is one note as its author sees it. It panics when there is none.
func (s *Server) Note(id misskey.NoteID) misskey.Note {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.mustNote(id)
	return decoded[misskey.Note](s.packNote(n, n.user))
}

// SkewIDs lets the clock that ids come from run ahead of the server's by d;
// d may be negative.
func (s *Server) SkewIDs(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ids.skew = d
}
