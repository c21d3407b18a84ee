package api

import (
	"context"
	"errors"
	"time"

	"github.com/cenkalti/backoff/v5"
)

const (
	readTries   = 3
	readBudget  = 15 * time.Second // after which no new try begins
	patientWait = 5 * time.Second  // the longest Retry-After that is waited for
)

// patiently puts a question that changes nothing, up to readTries times, with
// growing and jittered waits between, for as long as the failure is of a kind
// that passes by itself.
func patiently[T any](ctx context.Context, c *Client, q call, decode func(answer) (T, error)) (T, error) {
	waits := backoff.NewExponentialBackOff()
	waits.InitialInterval = 300 * time.Millisecond
	waits.Multiplier = 2.5
	var last error
	value, err := backoff.Retry(ctx, func() (T, error) {
		var value T
		a, err := c.once(ctx, q)
		if err == nil {
			value, err = decode(a)
		}
		last = err
		return value, again(err)
	}, backoff.WithBackOff(waits), backoff.WithMaxTries(readTries), backoff.WithMaxElapsedTime(readBudget))
	switch {
	case err == nil:
		return value, nil
	case ctx.Err() != nil:
		last = c.gaveUp(ctx, q.name())
	}
	var zero T
	return zero, last
}

// gaveUp tells that the caller's context ended between two tries.
func (c *Client) gaveUp(ctx context.Context, name string) *Unreached {
	err := ctx.Err()
	return &Unreached{Endpoint: name, Host: c.server.Host(), Reason: reasonOf(ctx, err), cause: err}
}

// again says to backoff what to do after err: try again, wait as the server
// asked, or leave it.
func again(err error) error {
	var (
		unreached     *Unreached
		refused       *Refused
		misunderstood *Misunderstood
	)
	passes := false
	switch {
	case err == nil:
		return nil
	case errors.As(err, &unreached):
		passes = unreached.Reason == ReasonLost || unreached.Reason == ReasonRefused
	case errors.As(err, &refused):
		passes = refused.IsAiling() || refused.IsRateLimit() && refused.RetryAfter > 0
		if passes && refused.RetryAfter > 0 && refused.RetryAfter <= patientWait {
			return &backoff.RetryAfterError{Duration: refused.RetryAfter}
		}
		passes = passes && refused.RetryAfter == 0
	case errors.As(err, &misunderstood):
		passes = misunderstood.Muddle == MuddleTruncated
	}
	if passes {
		return err
	}
	return backoff.Permanent(err)
}
