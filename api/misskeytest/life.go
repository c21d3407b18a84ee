package misskeytest

import (
	"slices"
	"time"

	"mejiro/api/misskey"
)

// life is what people have in mind to do next.
type life struct {
	waiting  []deed              // soonest first
	unspoken []script            // what was said longest ago comes first
	words    map[string][]string // replies by language
}

// live lets people do things by themselves until the server closes: now and
// then somebody begins a thread, and what follows from it comes later.
func (s *Server) live() {
	s.gate.RLock()
	defer s.gate.RUnlock()
	for s.sleep(s.ctx, s.pause()) {
		s.mu.Lock()
		s.step()
		s.mu.Unlock()
	}
}

// pause is how long people rest now.
func (s *Server) pause() time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.opt.Life/2 + time.Duration(s.rand.Int64N(int64(s.opt.Life)))
}

// step is one thing that somebody does.
func (s *Server) step() {
	if len(s.life.waiting) > 0 && !s.life.waiting[0].at.After(s.now()) {
		next := s.life.waiting[0]
		s.life.waiting = s.life.waiting[1:]
		next.do(s.now())
		return
	}
	switch dice := s.rand.IntN(100); {
	case dice < 40:
		s.begin()
	case dice < 80:
		s.reactSomewhere()
	case dice < 88:
		s.voteSomewhere()
	case dice < 95:
		s.renoteSomething()
	default:
		s.followSomebody()
	}
}

// later puts a deed in mind, some steps of life away.
func (s *Server) later(steps float64, do func(at time.Time)) {
	at := s.now().Add(time.Duration(steps * float64(s.opt.Life)))
	i, _ := slices.BinarySearchFunc(s.life.waiting, at, func(d deed, at time.Time) int { return d.at.Compare(at) })
	s.life.waiting = slices.Insert(s.life.waiting, i, deed{at, do})
}

// begin lets somebody post the first note of a thread.
func (s *Server) begin() {
	if len(s.life.unspoken) == 0 {
		s.life.unspoken = s.spoken()
	}
	if len(s.life.unspoken) == 0 {
		return // nobody speaks the wanted languages
	}
	sc := s.life.unspoken[0]
	s.life.unspoken = append(s.life.unspoken[1:], sc)
	s.speak(&telling{script: sc})
}

// speak posts a note and puts in mind what follows from it. Those who are
// signed in speak for themselves.
func (s *Server) speak(t *telling) {
	u := s.mustUser(t.By)
	if s.signedIn(u) {
		return
	}
	d := s.draft(t.script)
	if t.replyTo != nil {
		d.reply = t.replyTo.note
	}
	if t.renotes != nil {
		d.renote = t.renotes.note
	}
	if gone(d.reply) || gone(d.renote) {
		return
	}
	if d.poll != nil {
		d.poll.expiresAt = t.end(s.now())
	}
	t.note = s.publish(u, d)
	steps := 0.0
	for _, next := range s.thread(t)[1:] {
		steps += 1 + 3*s.rand.Float64()
		if next.replyTo == t || next.renotes == t {
			s.later(steps, func(time.Time) { s.speak(next) })
		}
	}
	s.foresee(t)
}

func gone(n *note) bool { return n != nil && n.deleted }

// foresee puts the reactions to a note in mind.
func (s *Server) foresee(t *telling) {
	crowd := s.rand.Perm(len(s.cast))
	for _, word := range t.Reactions {
		name, times := parseReaction(word)
		for range min(times, len(crowd)) {
			u := s.cast[crowd[0]]
			crowd = crowd[1:]
			s.later(0.5+12*s.rand.Float64(), func(time.Time) { s.reactAlive(u, t.note, name) })
		}
	}
}

func (s *Server) reactAlive(u *user, n *note, name string) {
	if !n.deleted && u != n.user && u.local() && !s.signedIn(u) && n.reactionOf(u) == nil {
		_ = s.react(u, n, name) // who may not, does not
	}
}

// signedIn tells whether somebody uses the account through an app.
func (s *Server) signedIn(u *user) bool { return s.online(u) || u.appToken != "" || u.granted }

// someone is somebody of this server who is not signed in, nil for nobody.
func (s *Server) someone() *user {
	for range 20 {
		if u := s.cast[s.rand.IntN(len(s.cast))]; u.local() && !u.IsBot && !s.signedIn(u) {
			return u
		}
	}
	return nil
}

// recent is one of the latest notes that everybody may see and that pass.
func (s *Server) recent(pass func(*note) bool) *note {
	const latest = 25
	for range latest {
		if len(s.notes) == 0 {
			return nil
		}
		n := s.notes[len(s.notes)-1-s.rand.IntN(min(latest, len(s.notes)))]
		if !n.pureRenote() && n.visibility == misskey.VisibilityPublic && pass(n) {
			return n
		}
	}
	return nil
}

func (s *Server) reactSomewhere() {
	u := s.someone()
	n := s.recent(func(*note) bool { return true })
	if u == nil || n == nil {
		return
	}
	name := pick(s, "👍", "❤", "🎉", "😆", "✨", ":iine:", ":sugoi:", ":kawaii:", ":blobcat:", ":wakaru:", ":mejiro:")
	if len(n.reactions) > 0 && s.rand.IntN(2) == 0 {
		name = n.reactions[s.rand.IntN(len(n.reactions))].name // join in
	}
	s.reactAlive(u, n, name)
}

func pick[T any](s *Server, choices ...T) T { return choices[s.rand.IntN(len(choices))] }

func (s *Server) voteSomewhere() {
	u := s.someone()
	n := s.recent(func(n *note) bool { return n.poll != nil })
	if u != nil && n != nil {
		_ = s.voteFor(u, n, s.rand.IntN(len(n.poll.choices))) // who has voted, does not again
	}
}

func (s *Server) renoteSomething() {
	u := s.someone()
	n := s.recent(func(n *note) bool { return len(n.reactions) > 0 && n.channel == nil && n.reply == nil })
	if u == nil || n == nil || n.user == u {
		return
	}
	s.publish(u, draft{visibility: misskey.VisibilityPublic, renote: n})
}

// followSomebody lets somebody follow one who is signed in, or think again.
func (s *Server) followSomebody() {
	u := s.someone()
	if u == nil {
		return
	}
	for _, other := range s.cast {
		if !s.signedIn(other) || other == u {
			continue
		}
		if u.following[other] != nil {
			s.disconnect(u, other)
			s.later(4, func(time.Time) { s.befriendAgain(u, other) })
		} else {
			s.befriendAgain(u, other)
		}
		return
	}
}

func (s *Server) befriendAgain(u, other *user) {
	if u.following[other] == nil && !other.IsLocked {
		at := s.now()
		s.connect(&follow{id: s.ids.next(at), at: at, follower: u, followee: other})
	}
}

// noticed lets people answer what somebody signed in has posted.
func (s *Server) noticed(n *note) {
	if s.opt.Life == 0 || !s.signedIn(n.user) || n.pureRenote() || n.visibility == misskey.VisibilitySpecified {
		return
	}
	for range 2 + s.rand.IntN(3) {
		name := pick(s, "👍", "❤", ":iine:", ":wakaru:", ":sugoi:", "🎉", ":blobcat_love:", "✨")
		s.later(0.3+5*s.rand.Float64(), func(time.Time) {
			if u := s.someone(); u != nil {
				s.reactAlive(u, n, name)
			}
		})
	}
	s.later(1+3*s.rand.Float64(), func(time.Time) { s.answer(n) })
}

// answer lets somebody reply in their language.
func (s *Server) answer(n *note) {
	u := s.someone()
	if u == nil || gone(n) {
		return
	}
	if s.life.words == nil {
		s.life.words = load[map[string][]string]("replies.json")
	}
	words := s.life.words[u.Language]
	if len(words) == 0 {
		return
	}
	text := words[s.rand.IntN(len(words))]
	s.publish(u, draft{visibility: n.visibility, text: &text, reply: n})
}
