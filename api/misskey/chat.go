package misskey

import "time"

// Room is a chat room.
type Room struct {
	ID               RoomID    `json:"id"`
	CreatedAt        time.Time `json:"createdAt"`
	Name             string    `json:"name"`
	Description      string    `json:"description"`
	OwnerID          UserID    `json:"ownerId"`
	Owner            User      `json:"owner"`
	IsMuted          bool      `json:"isMuted"`
	InvitationExists bool      `json:"invitationExists"`
}

// RoomInvitation asks a user into a chat room.
type RoomInvitation struct {
	ID        string    `json:"id"`
	CreatedAt time.Time `json:"createdAt"`
	UserID    UserID    `json:"userId"`
	User      User      `json:"user"`
	RoomID    RoomID    `json:"roomId"`
	Room      Room      `json:"room"`
}

// RoomMembership is a user's place in a chat room. User or Room is nil where
// the question named it.
type RoomMembership struct {
	ID        string    `json:"id"`
	CreatedAt time.Time `json:"createdAt"`
	UserID    UserID    `json:"userId"`
	User      *User     `json:"user"`
	RoomID    RoomID    `json:"roomId"`
	Room      *Room     `json:"room"`
}

// Message is a chat message, to a user or to a room. What the question named
// already may be missing: FromUser, ToUser and ToRoom are nil then.
type Message struct {
	ID         MessageID         `json:"id"`
	CreatedAt  time.Time         `json:"createdAt"`
	FromUserID UserID            `json:"fromUserId"`
	FromUser   *User             `json:"fromUser"`
	ToUserID   UserID            `json:"toUserId"`
	ToUser     *User             `json:"toUser"`
	ToRoomID   RoomID            `json:"toRoomId"`
	ToRoom     *Room             `json:"toRoom"`
	Text       string            `json:"text"` // MFM
	FileID     FileID            `json:"fileId"`
	File       *DriveFile        `json:"file"`
	IsRead     bool              `json:"isRead"`
	Reactions  []MessageReaction `json:"reactions"`
}

// MessageReaction is a reaction to a message. Between two people User is nil:
// it is the one who did not write the message.
type MessageReaction struct {
	Reaction string `json:"reaction"`
	User     *User  `json:"user"`
}
