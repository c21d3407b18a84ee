package miauth

import (
	"context"
	"errors"
	"fmt"
	"time"

	"mejiro/api"
	"mejiro/api/misskey"
)

const (
	// checkLimit bounds one question to the server.
	checkLimit = 30 * time.Second
	// The server may need a moment after it sent the browser back.
	checksOnReturn = 4
	returnPause    = time.Second
)

// reply is the server's answer to one question.
type reply struct {
	auth misskey.MiAuth
	err  error
}

// ask asks the server up to so many times, with a pause between.
func (s *Session) ask(ctx context.Context, tries int) error {
	for {
		err := s.check(ctx)
		tries--
		if err == nil || tries == 0 || ctx.Err() != nil || s.life.Err() != nil || errors.Is(err, ErrLost) {
			return err
		}
		timer := time.NewTimer(returnPause)
		select {
		case <-timer.C:
		case <-ctx.Done():
		case <-s.life.Done():
		}
		timer.Stop()
	}
}

// check asks the server once. The question goes on when ctx ends: its answer
// may be the token, and comes only once.
func (s *Session) check(ctx context.Context) error {
	if s.pending == nil {
		s.pending = make(chan reply, 1)
		go s.question(context.WithoutCancel(ctx), s.pending)
	}
	select {
	case r := <-s.pending:
		s.pending = nil
		return s.take(r)
	case <-ctx.Done():
		return ctx.Err()
	case <-s.life.Done():
		return ErrClosed
	}
}

// question asks until the answer, the limit or Close.
func (s *Session) question(ctx context.Context, answer chan<- reply) {
	ctx, cancel := context.WithTimeout(ctx, checkLimit)
	defer cancel()
	go func() {
		select {
		case <-s.life.Done():
			cancel()
		case <-ctx.Done():
		}
	}()
	auth, err := s.opts.Client.CheckMiAuth(ctx, s.id)
	answer <- reply{auth, err}
}

// take keeps the token of an answer.
func (s *Session) take(r reply) error {
	token := misskey.Token(r.auth.Token)
	switch {
	case r.err != nil:
		s.unsure = s.unsure || mayBeLost(r.err)
		return fmt.Errorf("miauth: %w", r.err)
	case r.auth.OK && token != "":
		s.grant = &Grant{Token: token, User: r.auth.User, Permissions: s.opts.Permissions}
		return nil
	case s.unsure && s.claimed:
		return ErrLost
	}
	return ErrNotApproved
}

// mayBeLost reports whether the server may have given the token out although
// we did not get it.
func mayBeLost(err error) bool {
	var unreached *api.Unreached
	if errors.As(err, &unreached) {
		return unreached.Sent
	}
	var refused *api.Refused
	return !errors.As(err, &refused)
}
