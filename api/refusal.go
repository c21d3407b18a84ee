package api

import (
	"encoding/json"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"mejiro/api/misskey"
)

const (
	infoLimit   = 4 << 10 // bytes
	codeLength  = 64      // characters
	longestWait = 24 * time.Hour
)

// refusalBody is {"error": {…}} of Misskey, or {"statusCode", "code", "error",
// "message"} of its HTTP framework, where error is a word.
type refusalBody struct {
	Error   json.RawMessage `json:"error"`
	Code    string          `json:"code"`
	Message string          `json:"message"`
}

type refusalError struct {
	Message string          `json:"message"`
	Code    string          `json:"code"`
	ID      string          `json:"id"`
	Kind    string          `json:"kind"`
	Info    json.RawMessage `json:"info"`
}

// isRefusal reports whether body is a refusal of Misskey, whatever the status.
func isRefusal(body []byte) bool {
	outer, _, err := misskey.Decode[refusalBody](body)
	return err == nil && strings.HasPrefix(string(outer.Error), "{")
}

// refusal makes a Refused of any answer that is not a success.
func (c *Client) refusal(name string, a answer) *Refused {
	refused := &Refused{Endpoint: name, Status: a.status, MovedTo: c.hide(movedTo(c.server, a))}
	if outer, _, err := misskey.Decode[refusalBody](a.body); err == nil {
		inner, _, err := misskey.Decode[refusalError](outer.Error)
		if err != nil {
			inner = refusalError{Code: outer.Code, Message: outer.Message}
		}
		c.fill(refused, inner)
	}
	refused.RetryAfter = retryAfter(a.header, refused.Info, time.Now())
	return refused
}

func (c *Client) fill(refused *Refused, from refusalError) {
	refused.Message = oneLine(c.hide(from.Message), messageLength)
	refused.Code = oneLine(c.hide(from.Code), codeLength)
	refused.ID = oneLine(c.hide(from.ID), codeLength)
	refused.Kind = oneLine(c.hide(from.Kind), codeLength)
	if n := len(from.Info); n > 0 && n <= infoLimit && string(from.Info) != "null" {
		refused.Info = json.RawMessage(c.hide(string(from.Info)))
	}
}

// movedTo is the host a redirect that was not followed points to.
func movedTo(server Server, a answer) string {
	if a.status/100 != 3 {
		return ""
	}
	target, err := url.Parse(server.Resolve(a.header.Get("Location")))
	if err != nil {
		return ""
	}
	return oneLine(target.Host, 253)
}

// retryAfter reads the header of that name, in seconds or as a date, or where
// there is none the time in Misskey's info.
func retryAfter(header http.Header, info json.RawMessage, now time.Time) time.Duration {
	text := strings.TrimSpace(header.Get("Retry-After"))
	if seconds, err := strconv.ParseFloat(text, 64); err == nil {
		return boundedWait(seconds)
	}
	if at, err := http.ParseTime(text); err == nil {
		return boundedWait(at.Sub(now).Seconds())
	}
	limit, _, err := misskey.Decode[struct {
		ResetMs float64 `json:"resetMs"`
		Reset   float64 `json:"reset"`
	}](info)
	switch {
	case err != nil:
		return 0
	case limit.ResetMs > 0:
		return boundedWait(limit.ResetMs/1000 - float64(now.UnixMilli())/1000)
	case limit.Reset > 0:
		return boundedWait(limit.Reset - float64(now.Unix()))
	}
	return 0
}

func boundedWait(seconds float64) time.Duration {
	if math.IsNaN(seconds) || seconds <= 0 {
		return 0
	}
	return time.Duration(math.Min(seconds, longestWait.Seconds()) * float64(time.Second))
}
