package session

import (
	"context"
	"time"

	"mejiro/api/misskey"
	"mejiro/app/task"
)

const (
	// emojiLife is how old the set of emoji may be after a break, during which
	// changes are missed.
	emojiLife = time.Hour
	// unreadPause is how soon the count of unread notifications is asked for
	// again when it changed meanwhile.
	unreadPause = 2 * time.Second
)

// piece is something loaded whole. What fails is tried again at the next
// connection.
type piece struct {
	busy bool
	at   time.Time // when it came; zero while it is not there
}

func load[T any](s *Session, p *piece, ask func(context.Context) (T, error), put func(T)) {
	if p.busy {
		return
	}
	p.busy = true
	task.Go(s.ctx, s.options.Loop, ask, func(v T, err error) {
		p.busy = false
		s.notice(err)
		if err == nil {
			p.at = time.Now()
			put(v)
		}
	})
}

// loadAccount loads what every column needs and is not there yet, and after a
// break, again, what may have changed unseen.
func (s *Session) loadAccount(again bool) {
	if !s.IsGuest() && (again || s.me.at.IsZero()) {
		s.loadMe()
	}
	if s.meta.at.IsZero() {
		load(s, &s.meta, s.Client().Meta, func(meta misskey.Meta) { _ = s.Meta.Set(meta) })
	}
	if s.emojis.at.IsZero() || again && time.Since(s.emojis.at) > emojiLife {
		load(s, &s.emojis, s.Client().Emojis, s.Emojis.Replace)
	}
}

func (s *Session) loadMe() {
	turn := s.unreadTurn
	load(s, &s.me, s.Client().Me, func(me misskey.Me) {
		_ = s.Me.Set(me)
		if s.unreadTurn == turn {
			_ = s.Notifications.Unread.Set(me.UnreadNotificationsCount)
			return
		}
		task.After(s.ctx, s.options.Loop, unreadPause, s.loadMe)
	})
}

// updateMe merges what the stream tells of the account.
func (s *Session) updateMe(merge func(misskey.Me) (misskey.Me, error)) {
	known, _ := s.Me.Get()
	if me, err := merge(known); err == nil {
		_ = s.Me.Set(me)
	}
}
