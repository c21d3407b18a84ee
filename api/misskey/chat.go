package misskey

import "time"

// Room is a chat room.
type Room struct {
	ID          RoomID    `json:"id"`
	CreatedAt   time.Time `json:"createdAt"`
	Name        string    `json:"name"`
	Description string    `json:"description"`
	OwnerID     UserID    `json:"ownerId"`
	Owner       User      `json:"owner"`
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
