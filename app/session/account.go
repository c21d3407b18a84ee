package session

import "mejiro/api/misskey"

func (s *Session) loadMe() {
	get(s, s.Client().Me, func(me misskey.Me, err error) {
		if err != nil {
			s.troubled(err)
			return
		}
		_ = s.Me.Set(me)
		_ = s.Notifications.Unread.Set(me.UnreadNotificationsCount)
	})
}

func (s *Session) loadMeta() {
	get(s, s.Client().Meta, func(meta misskey.Meta, err error) {
		if err == nil {
			_ = s.Meta.Set(meta)
		}
	})
}

func (s *Session) loadEmojis() {
	get(s, s.Client().Emojis, func(all []misskey.Emoji, err error) {
		if err == nil {
			s.Emojis.Replace(all)
		}
	})
}

// troubled notices errors that say the account cannot go on as it is.
func (s *Session) troubled(err error) {
	if needsAuthorization(err) {
		_ = s.State.Set(Unauthorized)
	}
}
