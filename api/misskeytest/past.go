package misskeytest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"mejiro/api/misskey"
)

// deed is something somebody did, or will do.
type deed struct {
	at time.Time
	do func(at time.Time)
}

// telling is a note of a script on its way into the world.
type telling struct {
	script
	at       time.Time
	replyTo  *telling
	renotes  *telling // set for quotes and renotes
	isRenote bool
	note     *note // once told
}

// remember fills the past with notes and with what people made of them.
func (s *Server) remember() {
	tellings := s.plan()
	var deeds []deed
	for _, t := range tellings {
		deeds = append(deeds, deed{t.at, func(time.Time) { s.tell(t) }})
		deeds = append(deeds, s.responses(t)...)
	}
	deeds = append(deeds, s.surprises()...)
	slices.SortStableFunc(deeds, func(a, b deed) int { return a.at.Compare(b.at) })
	for _, d := range deeds {
		d.do(d.at)
	}
	s.readMost()
	s.pinSome()
}

// plan chooses as many notes as are wanted and when they were written.
func (s *Server) plan() []*telling {
	scripts := s.spoken()
	if len(scripts) == 0 {
		return nil
	}
	s.rand.Shuffle(len(scripts), func(i, j int) { scripts[i], scripts[j] = scripts[j], scripts[i] })
	var all []*telling
	for len(all) < s.opt.Notes {
		all = append(all, s.thread(&telling{script: scripts[0]})...)
		scripts = append(scripts[1:], scripts[0]) // so that nothing is soon said again
	}
	s.life.unspoken = scripts
	all = all[:s.opt.Notes]
	s.date(all)
	return all
}

// spoken are the scripts in the wanted languages.
func (s *Server) spoken() []script {
	scripts := load[[]script]("notes.json")
	if len(s.opt.Languages) == 0 {
		return scripts
	}
	return slices.DeleteFunc(scripts, func(sc script) bool {
		return !slices.Contains(s.opt.Languages, s.mustUser(sc.By).Language)
	})
}

// thread is a note with all that follows from it, in the order of telling. A
// reply that begins with the name of who spoke before answers them.
func (s *Server) thread(t *telling) []*telling {
	all := []*telling{t}
	for _, acct := range t.Renotes {
		all = append(all, &telling{script: script{By: acct}, renotes: t, isRenote: true})
	}
	for _, q := range t.Quotes {
		all = append(all, s.thread(&telling{script: q, renotes: t})...)
	}
	before := t
	for _, r := range t.Replies {
		reply := &telling{script: r, replyTo: t}
		if strings.HasPrefix(r.Text, "@"+before.By+" ") {
			reply.replyTo = before
		}
		all = append(all, s.thread(reply)...)
		before = reply
	}
	return all
}

// date spreads the notes over the past: threads evenly, what hangs on them a
// few minutes later.
func (s *Server) date(all []*telling) {
	now := s.now()
	threads := 0
	for _, t := range all {
		if t.replyTo == nil && t.renotes == nil {
			threads++
		}
	}
	step := s.opt.Span / time.Duration(threads)
	next := now.Add(-s.opt.Span)
	for _, t := range all {
		above := t.replyTo
		if t.renotes != nil {
			above = t.renotes
		}
		if above == nil {
			t.at = next.Add(time.Duration(s.rand.Int64N(int64(step))))
			next = next.Add(step)
		} else {
			t.at = above.at.Add(time.Minute + time.Duration(s.rand.Int64N(int64(20*time.Minute))))
		}
		t.at = earliest(t.at, now.Add(-time.Duration(s.rand.IntN(40)+1)*time.Second))
		if above != nil && !t.at.After(above.at) {
			t.at = above.at.Add(time.Millisecond)
		}
		t.at = t.at.Truncate(time.Millisecond)
	}
}

func earliest(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// tell writes a note of the past and records who was told of it.
func (s *Server) tell(t *telling) {
	d := s.draft(t.script)
	if t.replyTo != nil {
		d.reply = t.replyTo.note
	}
	if t.renotes != nil {
		d.renote = t.renotes.note
	}
	if d.poll != nil {
		d.poll.expiresAt = t.end(t.at)
	}
	t.note = s.write(s.mustUser(t.By), d, t.at)
	s.recordOf(t.note)
}

// recordOf records the notifications a note of the past made.
func (s *Server) recordOf(n *note) {
	for _, told := range concerned(n) {
		s.record(told.user, &notification{kind: told.kind, user: n.user, note: n}, n.at)
	}
}

// responses are the reactions and votes a note got.
func (s *Server) responses(t *telling) []deed {
	var deeds []deed
	now := s.now()
	soon := func() time.Time {
		at := t.at.Add(time.Duration(s.rand.Int64N(int64(30 * time.Minute))))
		return earliest(at, now.Add(-time.Duration(s.rand.IntN(900))*time.Millisecond)).Truncate(time.Millisecond)
	}
	crowd := s.rand.Perm(len(s.cast))
	for _, word := range t.Reactions {
		name, times := parseReaction(word)
		for range times {
			if len(crowd) == 0 {
				break
			}
			u := s.cast[crowd[0]]
			crowd = crowd[1:]
			deeds = append(deeds, deed{soon(), func(at time.Time) { s.reactPast(u, t.note, name, at) }})
		}
	}
	if t.Poll != nil {
		deeds = append(deeds, deed{soon(), func(time.Time) { s.votePast(t) }})
	}
	return deeds
}

// reactPast puts a reaction on a note of the past. People of other servers
// bring their own emoji.
func (s *Server) reactPast(u *user, n *note, wanted string, at time.Time) {
	if u == n.user || !n.visibleFor(u) || n.reactionOf(u) != nil {
		return
	}
	name := s.reactionName(wanted, n.acceptance)
	if !u.local() {
		name = strings.Replace(name, "@.:", "@"+u.host+":", 1)
	}
	n.reactions = append(n.reactions, &reaction{id: s.ids.next(at), at: at, user: u, name: name})
	if n.user.local() {
		s.record(n.user, &notification{kind: misskey.NotifyReaction, user: u, note: n, reaction: notifiedName(name)}, at)
	}
}

func (s *Server) votePast(t *telling) {
	crowd := s.rand.Perm(len(s.cast))
	for choice, votes := range t.script.Poll.Votes {
		for range min(votes, len(crowd)) {
			t.note.poll.votes[choice][s.cast[crowd[0]]] = true
			crowd = crowd[1:]
		}
	}
}

// surprises are notifications of the rarer kinds.
func (s *Server) surprises() []deed {
	now := s.now()
	ago := func(d time.Duration, name string, n notification) deed {
		return deed{now.Add(-d), func(at time.Time) { s.record(s.mustUser(name), &n, at) }}
	}
	return []deed{
		ago(50*time.Hour, "alice", notification{kind: misskey.NotifyLogin}),
		ago(26*time.Hour, "alice", notification{kind: misskey.NotifyAchievementEarned, extra: object{"achievement": "notes100"}}),
		ago(9*time.Hour, "alice", notification{kind: misskey.NotifyFollow, user: s.mustUser("erin")}),
		ago(5*time.Hour, "alice", notification{kind: misskey.NotifyFollow, user: s.mustUser("kai@fedi.example")}),
		ago(100*time.Minute, "alice", notification{kind: misskey.NotifyApp, extra: object{
			"header": "お茶の時間", "body": "三時です。ひと休みしましょう🍵", "icon": s.drawingURL("icon/badge"),
		}}),
		ago(3*time.Hour, "bob", notification{kind: misskey.NotifyAchievementEarned, extra: object{"achievement": "login7"}}),
	}
}

// readMost marks all but everybody's latest notifications read.
func (s *Server) readMost() {
	const unread = 4
	for _, u := range s.cast {
		slices.SortStableFunc(u.notifications, func(a, b *notification) int { return cmp.Compare(a.id, b.id) })
		if n := len(u.notifications); n > unread {
			u.readUpTo = u.notifications[n-unread-1].id
		}
	}
}

// pinSome pins everybody's most reacted note.
func (s *Server) pinSome() {
	best := map[*user]*note{}
	for _, n := range s.notes {
		if n.visibility == misskey.VisibilityPublic && len(n.reactions) > 2 &&
			(best[n.user] == nil || len(n.reactions) > len(best[n.user].reactions)) {
			best[n.user] = n
		}
	}
	for u, n := range best {
		u.pinned = []*note{n}
	}
}
