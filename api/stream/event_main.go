package stream

import (
	"encoding/json"
	"fmt"

	"mejiro/api/misskey"
)

// The events of ChannelMain.

// NotificationArrived brings a new notification.
type NotificationArrived struct{ Notification misskey.Notification }

// NotificationUnread repeats a notification that was still unread about two
// seconds after it arrived.
type NotificationUnread struct{ Notification misskey.Notification }

// AllNotificationsRead tells that some client marked them read.
type AllNotificationsRead struct{}

// NotificationsFlushed tells that all notifications were deleted.
type NotificationsFlushed struct{}

// AllAnnouncementsRead tells that no announcement is unread any more.
type AllAnnouncementsRead struct{}

// MeUpdated tells that the account's own profile, settings or counts changed.
// The server leaves fields out, so it is merged into what is known.
type MeUpdated struct{ body json.RawMessage }

// Merge is me with what the event brought. me is left as it is.
func (e MeUpdated) Merge(me misskey.Me) (misskey.Me, error) {
	known, err := json.Marshal(me)
	if err != nil {
		return me, fmt.Errorf("merging meUpdated: %w", err)
	}
	// Decoding into me itself would write into slices and maps that others hold.
	var merged misskey.Me
	for _, layer := range [][]byte{known, e.body} {
		if err := json.Unmarshal(layer, &merged); err != nil {
			return me, fmt.Errorf("merging meUpdated: %w", err)
		}
	}
	return merged, nil
}

// FollowCreated tells that the account followed somebody.
type FollowCreated struct{ User misskey.UserDetailed }

// FollowDeleted tells that the account unfollowed somebody, or was removed
// from their followers.
type FollowDeleted struct{ User misskey.UserDetailed }

// Followed tells that somebody followed the account.
type Followed struct{ User misskey.User }

// FollowRequested tells that somebody asks to follow the account.
type FollowRequested struct{ User misskey.User }

// TokenRegenerated tells that the account's own token no longer counts.
type TokenRegenerated struct{}

func (NotificationArrived) event()  {}
func (NotificationUnread) event()   {}
func (AllNotificationsRead) event() {}
func (NotificationsFlushed) event() {}
func (AllAnnouncementsRead) event() {}
func (MeUpdated) event()            {}
func (FollowCreated) event()        {}
func (FollowDeleted) event()        {}
func (Followed) event()             {}
func (FollowRequested) event()      {}
func (TokenRegenerated) event()     {}
