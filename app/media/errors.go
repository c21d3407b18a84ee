package media

import (
	"errors"
	"fmt"
)

// The ways a picture can fail to come, told apart with errors.Is; besides them there is *StatusError, and errors of the
// network.
var (
	// ErrAddress says that the address, or one it redirects to, may not be fetched.
	ErrAddress = errors.New("media: address not allowed")
	// ErrUnsupported says that the body is no picture of a format known here. The server's media proxy may have it in
	// another: see Proxied.
	ErrUnsupported = errors.New("media: no picture of a known format")
	// ErrTooLarge says that the picture exceeds a limit of bytes, pixels, memory or decoding time.
	ErrTooLarge = errors.New("media: picture too large")
	// ErrDamaged says that the picture could not be decoded.
	ErrDamaged = errors.New("media: picture damaged")
	// ErrStalled says that the body stopped coming, or came too slowly.
	ErrStalled = errors.New("media: transfer stalled")
)

// StatusError is an HTTP answer other than 200.
type StatusError struct {
	Code int // HTTP status
}

// Error implements error.
func (e *StatusError) Error() string { return fmt.Sprintf("media: server answered %d", e.Code) }
