package misskey

import "time"

// Invite is an invitation code to the server.
type Invite struct {
	ID        string     `json:"id"`
	Code      string     `json:"code"`
	CreatedAt time.Time  `json:"createdAt"`
	ExpiresAt *time.Time `json:"expiresAt"` // nil for never
	CreatedBy *User      `json:"createdBy"`
	UsedBy    *User      `json:"usedBy"`
	UsedAt    *time.Time `json:"usedAt"`
	Used      bool       `json:"used"`
}

// InviteLimit tells how many codes one may still make; nil for any number.
type InviteLimit struct {
	Remaining *int `json:"remaining"`
}
