package stream

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/coder/websocket"
)

// HandshakeError tells that the server answered and gave no socket.
type HandshakeError struct {
	Status     int           // HTTP
	RetryAfter time.Duration // what the server asks for, at most five minutes; 0 if nothing
	proxy      bool          // a page came along, so it was not Misskey that answered
}

// Error implements error.
func (e *HandshakeError) Error() string {
	return fmt.Sprintf("the server answered %d %s to streaming", e.Status, http.StatusText(e.Status))
}

func (s *Stream) dial(ctx context.Context) (*websocket.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	header := http.Header{}
	if s.opts.UserAgent != "" {
		header.Set("User-Agent", s.opts.UserAgent)
	}
	if s.opts.Token != "" {
		header.Set("Authorization", "Bearer "+s.opts.Token.Reveal())
	}
	ws, resp, err := websocket.Dial(ctx, s.address, &websocket.DialOptions{
		HTTPClient: s.client(), HTTPHeader: header,
	})
	if resp != nil && resp.Body != nil {
		defer func() { _ = resp.Body.Close() }()
	}
	if err == nil {
		ws.SetReadLimit(maxFrame)
		return ws, nil
	}
	if resp == nil || resp.StatusCode == http.StatusSwitchingProtocols {
		return nil, fmt.Errorf("opening the stream: %w", err)
	}
	return nil, &HandshakeError{
		Status:     resp.StatusCode,
		RetryAfter: seconds(resp.Header.Get("Retry-After")),
		proxy:      strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html"),
	}
}

// client is the given client, but the token goes nowhere else by a redirect.
func (s *Stream) client() *http.Client {
	client := http.Client{}
	if s.opts.HTTPClient != nil {
		client = *s.opts.HTTPClient
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &client
}

func retryAfter(err error) time.Duration {
	var refusal *HandshakeError
	if errors.As(err, &refusal) {
		return refusal.RetryAfter
	}
	return 0
}

// seconds reads a Retry-After in seconds, which is what Misskey and its
// proxies send; anything else counts as none.
func seconds(header string) time.Duration {
	n, err := strconv.Atoi(header)
	if err != nil || n < 0 {
		return 0
	}
	return min(time.Duration(min(n, 3600))*time.Second, longestRetryAfter)
}
