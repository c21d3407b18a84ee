package stream

import (
	"time"

	"mejiro/api/misskey"
)

// Event is something that happened to the connection or on the server: one of
// the types of this package.
type Event interface{ event() }

// Connected tells that the socket is open. Again is set when it was open
// before; what was missed can be fetched as each Subscribed arrives.
type Connected struct{ Again bool }

// Disconnected tells that the socket closed or could not be opened, and when
// the next attempt is made. Err is a *HandshakeError when the server answered
// but gave no socket; otherwise it tells what went wrong below.
type Disconnected struct {
	Err     error
	RetryAt time.Time
}

// Unauthorized is the last event of a Run: the token is unknown or revoked, or
// lacks read:account.
type Unauthorized struct{}

// Suspended is the last event of a Run: the account is suspended.
type Suspended struct{}

// Subscribed tells that a subscription is open. Again is set when it was open
// on an earlier connection: what came meanwhile is to be fetched now.
type Subscribed struct {
	Subscription SubscriptionID
	Again        bool
}

// Refused tells that a subscription was not confirmed in time, which is the
// only way a server says no: for want of a permission, of a policy, of the
// thing itself, or because 32 are open. It is asked for again after the next
// reconnect; should the confirmation arrive late, Subscribed follows.
type Refused struct{ Subscription SubscriptionID }

// Unknown is a message this package has no type for.
type Unknown struct {
	Subscription SubscriptionID // "" for messages outside subscriptions
	Type         string
}

// EmojiAdded brings a new custom emoji of the server.
type EmojiAdded struct{ Emoji misskey.Emoji }

// EmojiUpdated brings custom emoji of the server that changed.
type EmojiUpdated struct{ Emojis []misskey.Emoji }

// EmojiDeleted names custom emoji the server no longer has. A renamed one is
// deleted and added.
type EmojiDeleted struct{ Names []string }

// AnnouncementCreated brings an announcement, to all or to this account.
type AnnouncementCreated struct{ Announcement misskey.Announcement }

func (Connected) event()           {}
func (Disconnected) event()        {}
func (Unauthorized) event()        {}
func (Suspended) event()           {}
func (Subscribed) event()          {}
func (Refused) event()             {}
func (Unknown) event()             {}
func (EmojiAdded) event()          {}
func (EmojiUpdated) event()        {}
func (EmojiDeleted) event()        {}
func (AnnouncementCreated) event() {}
