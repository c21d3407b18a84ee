package stream

import "mejiro/api/misskey"

// Channel is what can be subscribed to.
type Channel string

// Channels of a server. Main and Drive can be open only once on a socket: the
// server refuses a second subscription. At most 32 subscriptions are open at
// once.
const (
	ChannelMain           Channel = "main"
	ChannelHomeTimeline   Channel = "homeTimeline"
	ChannelLocalTimeline  Channel = "localTimeline"
	ChannelHybridTimeline Channel = "hybridTimeline"
	ChannelGlobalTimeline Channel = "globalTimeline"
	ChannelUserList       Channel = "userList"
	ChannelHashtag        Channel = "hashtag"
	ChannelRoleTimeline   Channel = "roleTimeline"
	ChannelAntenna        Channel = "antenna"
	ChannelChannel        Channel = "channel"
	ChannelDrive          Channel = "drive"
)

// Params narrow a subscription. What is left out gets the server's default,
// given with each field; a field that a channel does not know is ignored.
type Params struct {
	WithRenotes *bool `json:"withRenotes,omitempty"` // timelines, lists: true
	WithReplies *bool `json:"withReplies,omitempty"` // local, hybrid: false
	WithFiles   *bool `json:"withFiles,omitempty"`   // timelines, lists: false; only notes with files

	ListID    misskey.ListID    `json:"listId,omitempty"`    // userList; needed
	AntennaID misskey.AntennaID `json:"antennaId,omitempty"` // antenna; needed
	ChannelID misskey.ChannelID `json:"channelId,omitempty"` // channel; needed
	RoleID    misskey.RoleID    `json:"roleId,omitempty"`    // roleTimeline; needed
	// Query is needed for hashtag: any of the outer, all of the inner, without #.
	Query [][]string `json:"q,omitempty"`
}

// SubscriptionID names a subscription of one Stream for as long as it lasts,
// over any number of connections.
type SubscriptionID string
