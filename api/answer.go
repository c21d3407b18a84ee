package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"mejiro/api/misskey"
)

const (
	answerLimit  = 8 << 20  // bytes of an answer, unpacked
	emojisLimit  = 32 << 20 // servers with 20,000 emoji answer 6 MiB
	refusalLimit = 64 << 10
)

// answer is what came back, its body read as far as the limit.
type answer struct {
	status  int
	header  http.Header
	body    []byte
	tooLong bool  // there was more
	broken  error // the body ended with this
}

func (a answer) ok() bool {
	return a.status/100 == 2 && (a.status != http.StatusAccepted || !isRefusal(a.body))
}

// readAnswer takes in the body of an answer, at most limit bytes of it.
func readAnswer(resp *http.Response, limit int64) answer {
	if resp.StatusCode/100 != 2 {
		limit = refusalLimit
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	a := answer{status: resp.StatusCode, header: resp.Header, body: body, broken: err}
	if int64(len(body)) > limit {
		a.body, a.tooLong = body[:limit], true
	}
	return a
}

// judge is nil for an answer whose body may be decoded.
func (c *Client) judge(name string, a answer) error {
	switch {
	case !a.ok():
		return c.refusal(name, a)
	case a.tooLong:
		return c.misunderstood(name, a, MuddleTooLarge, nil)
	case a.broken != nil:
		return c.misunderstood(name, a, MuddleTruncated, a.broken)
	}
	return nil
}

func (c *Client) misunderstood(name string, a answer, muddle Muddle, cause error) error {
	e := &Misunderstood{Endpoint: name, Status: a.status, Muddle: muddle, Excerpt: c.excerpt(a.body)}
	if cause != nil {
		e.detail = c.excerpt([]byte(cause.Error()))
	}
	return e
}

// muddleOf says what is wrong with an answer that could not be decoded.
func muddleOf(a answer) Muddle {
	body := bytes.TrimSpace(a.body)
	switch {
	case len(body) == 0, !bytes.ContainsAny(body[:1], `{["-0123456789tfn`):
		return MuddleNotJSON
	case json.Valid(body):
		return MuddleWrongType
	case isCut(body):
		return MuddleTruncated
	}
	return MuddleNotJSON
}

// isCut reports whether body is JSON as far as it goes.
func isCut(body []byte) bool {
	var value json.RawMessage
	return errors.Is(json.NewDecoder(bytes.NewReader(body)).Decode(&value), io.ErrUnexpectedEOF)
}

func decode[T any](c *Client, name string, a answer) (T, error) {
	var zero T
	if a.status == http.StatusNoContent {
		return zero, nil
	}
	value, odd, err := misskey.Decode[T](a.body)
	if err != nil {
		return zero, c.misunderstood(name, a, muddleOf(a), err)
	}
	if odd != nil {
		c.report(Oddity{Endpoint: name, Bent: 1, Cause: odd})
	}
	return value, nil
}

func decodeList[T any](c *Client, name string, a answer, keep func(T) bool) ([]T, error) {
	if a.status == http.StatusNoContent {
		return nil, nil
	}
	list, err := misskey.DecodeList(a.body, keep)
	if err != nil {
		return nil, c.misunderstood(name, a, muddleOf(a), err)
	}
	if list.Skipped+list.Bent > 0 {
		c.report(Oddity{Endpoint: name, Skipped: list.Skipped, Bent: list.Bent, Cause: list.Odd})
	}
	return list.Items, nil
}

// report tells of an oddity; its cause may quote the answer, so it is made as
// careful as an excerpt.
func (c *Client) report(o Oddity) {
	if c.onOddity != nil {
		o.Cause = errors.New(c.excerpt([]byte(o.Cause.Error())))
		c.onOddity(o)
	}
}
