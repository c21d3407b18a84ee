package api_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

// step is an answer, or the lack of one.
type step struct {
	status int
	body   string
	header []string
	err    error
}

func gives(status int, body string, header ...string) step { return step{status, body, header, nil} }

func fails(err error) step { return step{err: &net.OpError{Op: "read", Err: err}} }

// script answers each call with the next of its steps; the last stays.
type script struct {
	steps []step
	calls int
	at    []time.Time
}

func (s *script) options() api.Options {
	return api.Options{Transport: transport(func(*http.Request) (*http.Response, error) {
		next := s.steps[min(s.calls, len(s.steps)-1)]
		s.calls++
		s.at = append(s.at, time.Now())
		if next.err != nil {
			return nil, next.err
		}
		return response(next.status, next.body, next.header...), nil
	})}
}

func TestReadsAreTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{steps: []step{
			fails(syscall.ECONNRESET), gives(503, "<html>busy"), gives(200, `{"id":"me"}`),
		}}
		me, err := clientOf(t, "https://misskey.example", s.options()).Me(t.Context())
		require.NoError(t, err)
		assert.EqualValues(t, "me", me.ID)
		require.Len(t, s.at, 3)
		first, second := s.at[1].Sub(s.at[0]), s.at[2].Sub(s.at[1])
		assert.InDelta(t, 300, first.Milliseconds(), 150)
		assert.InDelta(t, 750, second.Milliseconds(), 375)
	})
}

func TestReadsGiveUpAfterAFewTries(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{steps: []step{gives(502, "")}}
		_, err := clientOf(t, "https://misskey.example", s.options()).Me(t.Context())
		var refused *api.Refused
		require.ErrorAs(t, err, &refused)
		assert.Equal(t, 502, refused.Status)
		assert.Equal(t, 3, s.calls)
	})
}

func TestWhatDoesNotPassIsNotTriedAgain(t *testing.T) {
	for name, only := range map[string]step{
		"refusal":        gives(400, `{"error":{"code":"NO_SUCH_USER"}}`),
		"internal error": gives(500, `{"error":{"code":"INTERNAL_ERROR"}}`),
		"web page":       gives(200, "<html>"),
		"wrong shape":    gives(200, "[]"),
		"too long wait":  gives(429, "", "Retry-After", "60"),
		"no such host":   fails(&net.DNSError{IsNotFound: true}),
	} {
		synctest.Test(t, func(t *testing.T) {
			s := &script{steps: []step{only}}
			start := time.Now()
			_, err := clientOf(t, "https://misskey.example", s.options()).Me(t.Context())
			require.Error(t, err, name)
			assert.Equal(t, 1, s.calls, name)
			assert.Zero(t, time.Since(start), name)
		})
	}
}

func TestAShortRetryAfterIsWaitedFor(t *testing.T) {
	for _, status := range []int{429, 503} {
		synctest.Test(t, func(t *testing.T) {
			s := &script{steps: []step{
				gives(status, "", "Retry-After", "4"), gives(200, `{"id":"me"}`),
			}}
			start := time.Now()
			_, err := clientOf(t, "https://misskey.example", s.options()).Me(t.Context())
			require.NoError(t, err)
			assert.Equal(t, 4*time.Second, time.Since(start))
		})
	}
}

func TestWritesAreSentOnce(t *testing.T) {
	writes := map[string]func(context.Context, *api.Client) error{
		"CreateNote": func(ctx context.Context, c *api.Client) error {
			_, err := c.CreateNote(ctx, api.NewNote{Text: "x"})
			return err
		},
		"DeleteNote":     func(ctx context.Context, c *api.Client) error { return c.DeleteNote(ctx, "n") },
		"CreateReaction": func(ctx context.Context, c *api.Client) error { return c.CreateReaction(ctx, "n", "👍") },
		"CheckMiAuth": func(ctx context.Context, c *api.Client) error {
			_, err := c.CheckMiAuth(ctx, "session")
			return err
		},
	}
	for name, write := range writes {
		for _, only := range []step{
			gives(503, ""), fails(syscall.ECONNRESET), gives(429, "", "Retry-After", "1"), gives(200, `{"id`),
		} {
			synctest.Test(t, func(t *testing.T) {
				s := &script{steps: []step{only}}
				start := time.Now()
				require.Error(t, write(t.Context(), clientOf(t, "https://misskey.example", s.options())), name)
				assert.Equal(t, 1, s.calls, name)
				assert.Zero(t, time.Since(start), name)
			})
		}
	}
}

func TestGivingUpWhileWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{steps: []step{gives(503, "", "Retry-After", "3")}}
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		start := time.Now()
		_, err := clientOf(t, "https://misskey.example", s.options()).Me(ctx)
		var e *api.Unreached
		require.True(t, errors.As(err, &e))
		assert.Equal(t, api.ReasonCancelled, e.Reason)
		assert.ErrorIs(t, err, context.Canceled)
		assert.Equal(t, time.Second, time.Since(start))
	})
}
