package api

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"strings"
)

// requestLimit is what Misskey takes in as JSON, in bytes.
const requestLimit = 1 << 20

// call is one question to an endpoint.
type call struct {
	endpoint string // its path below /api/
	params   any    // marshals to an object; nil for {}
	limit    int64  // bytes of the answer; 0 is answerLimit
}

// name is the endpoint as errors tell it: without what could be a secret.
func (q call) name() string {
	parts := strings.Split(q.endpoint, "/")
	for i, part := range parts {
		if len(part) > 32 {
			parts[i] = "…"
		}
	}
	return strings.Join(parts, "/")
}

// read asks for a value and may ask again.
func read[T any](ctx context.Context, c *Client, q call) (T, error) {
	return patiently(ctx, c, q, func(a answer) (T, error) { return decode[T](c, q.name(), a) })
}

// readList asks for a list and may ask again.
func readList[T any](ctx context.Context, c *Client, q call, keep func(T) bool) ([]T, error) {
	return patiently(ctx, c, q, func(a answer) ([]T, error) { return decodeList(c, q.name(), a, keep) })
}

// write changes something, once, and wants a value back.
func write[T any](ctx context.Context, c *Client, q call) (T, error) {
	a, err := c.once(ctx, q)
	if err != nil {
		var zero T
		return zero, err
	}
	return decode[T](c, q.name(), a)
}

// act changes something, once; the server answers nothing, or what it answers
// is not wanted. A web page in place of an answer is no success.
func act(ctx context.Context, c *Client, q call) error {
	a, err := c.once(ctx, q)
	if err != nil || len(bytes.TrimSpace(a.body)) == 0 {
		return err
	}
	_, err = decode[json.RawMessage](c, q.name(), a)
	return err
}

// once puts the question to the server a single time.
func (c *Client) once(ctx context.Context, q call) (answer, error) {
	body, err := json.Marshal(q.params)
	if err != nil {
		return answer{}, err
	}
	if q.params == nil {
		body = []byte("{}")
	}
	if len(body) > requestLimit {
		return answer{}, &Refused{
			Endpoint: q.name(), Status: http.StatusRequestEntityTooLarge,
			Message: "The request is larger than a server takes.",
		}
	}
	ctx, t := newTry(ctx, patience{header: headerLimit, whole: wholeLimit})
	address := c.server.Address("/api/" + q.endpoint)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		t.end()
		return answer{}, err
	}
	req.Header.Set("Content-Type", "application/json")
	c.authorize(req)
	a, err := c.do(t, q.name(), req, cmp.Or(q.limit, answerLimit))
	if err != nil {
		return answer{}, err
	}
	return a, c.judge(q.name(), a)
}

func (c *Client) authorize(req *http.Request) {
	if token := c.token(); token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
}
