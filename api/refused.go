package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Codes of Misskey that a caller acts on. A server may send any other.
const (
	CodeInvalidParam     = "INVALID_PARAM"
	CodeAuthentication   = "AUTHENTICATION_FAILED"
	CodeNotSignedIn      = "CREDENTIAL_REQUIRED"
	CodePermission       = "PERMISSION_DENIED"
	CodeRolePermission   = "ROLE_PERMISSION_DENIED"
	CodeSuspended        = "YOUR_ACCOUNT_SUSPENDED"
	CodeRateLimit        = "RATE_LIMIT_EXCEEDED"
	CodeInternal         = "INTERNAL_ERROR"
	CodeProcessing       = "PROCESSING"
	CodeNoSuchNote       = "NO_SUCH_NOTE"
	CodeNoSuchUser       = "NO_SUCH_USER"
	CodeNoSuchFile       = "NO_SUCH_FILE"
	CodeAlreadyReacted   = "ALREADY_REACTED"
	CodeNotReacted       = "NOT_REACTED"
	CodeAlreadyVoted     = "ALREADY_VOTED"
	CodeAlreadyFavorited = "ALREADY_FAVORITED"
	CodeNotFavorited     = "NOT_FAVORITED"
	CodeAlreadyClipped   = "ALREADY_CLIPPED"
	CodeNoFollowRequest  = "NO_FOLLOW_REQUEST"
	CodeMaxFileSize      = "MAX_FILE_SIZE_EXCEEDED"
	CodeNoFreeSpace      = "NO_FREE_SPACE"
	CodeUnallowedType    = "UNALLOWED_FILE_TYPE"
)

// Refused is the server's no. Misskey's own refusals have a Code; those of its
// HTTP framework and of a proxy before it have at least the Status.
type Refused struct {
	Endpoint string
	Status   int    // of HTTP; 202 for something still being processed
	Code     string // "" when something before Misskey refused
	Message  string // the server's words, one line, at most 300 characters
	ID       string // tells causes apart that share a code; may be ""
	Kind     string // client, server, permission, or ""
	// Info is what Misskey adds, such as {"param": …, "reason": …}; nil when
	// there is nothing or it is larger than 4 KiB.
	Info json.RawMessage
	// RetryAfter is how long the server asks to wait; 0 when it did not say,
	// a day at most.
	RetryAfter time.Duration
	// MovedTo is the host that a redirect pointed to which was not followed,
	// otherwise "".
	MovedTo string
}

// Error names the endpoint, the status, the code and the server's words.
func (e *Refused) Error() string {
	text := fmt.Sprintf("api: %s: refused: %d", e.Endpoint, e.Status)
	if e.Code != "" {
		text += " " + e.Code
	}
	if e.Message != "" {
		text += ": " + e.Message
	}
	return text
}

// IsAuth reports that the token is not, or no longer, valid: the account has
// to be authorised anew. A bare 401 of a proxy does not count.
func (e *Refused) IsAuth() bool {
	return e.Code == CodeAuthentication || e.Code == CodeNotSignedIn
}

// IsPermission reports that the token lacks the permission for the endpoint.
func (e *Refused) IsPermission() bool { return e.Code == CodePermission }

// IsRateLimit reports that there were too many calls; see RetryAfter.
func (e *Refused) IsRateLimit() bool {
	return e.Code == CodeRateLimit || e.Status == http.StatusTooManyRequests
}

// IsProcessing reports that the server is still at work on an identical call:
// its result is to be read a little later.
func (e *Refused) IsProcessing() bool { return e.Code == CodeProcessing }

// IsTooLarge reports that a file or a text is larger than the server, or what
// stands before it, takes.
func (e *Refused) IsTooLarge() bool {
	return e.Code == CodeMaxFileSize || e.Status == http.StatusRequestEntityTooLarge
}

// IsGone reports that the thing asked about does not exist, or no longer.
func (e *Refused) IsGone() bool { return strings.HasPrefix(e.Code, "NO_SUCH_") }

// IsUnknownEndpoint reports that the server does not have the endpoint.
func (e *Refused) IsUnknownEndpoint() bool {
	return e.Status == http.StatusNotFound && (e.Code == "" || e.Code == "UNKNOWN_API_ENDPOINT")
}

// IsAiling reports that the server, or what stands before it, is unwell, which
// usually passes.
func (e *Refused) IsAiling() bool {
	switch e.Status {
	case http.StatusInternalServerError:
		return e.Code == "" // Misskey's own comes back every time
	case http.StatusNotImplemented, http.StatusHTTPVersionNotSupported:
		return false
	}
	return e.Status > 500 && e.Status < 600
}
