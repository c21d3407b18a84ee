package misskey

import "fmt"

// MiAuth is the answer to the check of a MiAuth session. Printing it does not
// show the token.
type MiAuth struct {
	OK    bool   `json:"ok"`
	Token string `json:"token"`
	User  Me     `json:"user"`
}

// Format implements fmt.Formatter, leaving the token out.
func (m MiAuth) Format(s fmt.State, _ rune) {
	_, _ = fmt.Fprintf(s, "MiAuth{OK:%t User:%s}", m.OK, m.User.ID)
}
