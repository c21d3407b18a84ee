package misskey

import "time"

// Signin is a sign-in to the account in a browser, of the main stream and of
// i/signin-history.
type Signin struct {
	ID        string    `json:"id"`
	CreatedAt time.Time `json:"createdAt"`
	IP        string    `json:"ip"`
	Success   bool      `json:"success"`
}
