package account

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/zalando/go-keyring"

	"mejiro/api/misskey"
)

const (
	// service is what the tokens are filed under in the keyring.
	service = "app.mejiro.desktop"
	// keyringLimit is how long a keyring may take, with somebody typing the
	// password that unlocks it.
	keyringLimit = 2 * time.Minute
)

// ErrNoToken tells that the keyring works and holds no token for the account:
// it has to be authorised anew.
var ErrNoToken = errors.New("account: no token is kept")

// Problem says what is wrong with the keyring.
type Problem string

// The problems of a keyring.
const (
	KeyringMissing Problem = "missing" // there is none, or nobody runs it
	KeyringLocked  Problem = "locked"  // it is locked, or the user denied
	KeyringSlow    Problem = "slow"    // no answer in two minutes, or while an earlier question is open
	KeyringFailed  Problem = "failed"  // anything else
)

// KeyringError tells that the keyring could not be used. The same call may
// succeed later.
type KeyringError struct {
	Problem Problem
	Err     error // for the log; may be nil
}

// Error implements error.
func (e *KeyringError) Error() string {
	if e.Err == nil {
		return "account: keyring " + string(e.Problem)
	}
	return fmt.Sprintf("account: keyring %s: %v", e.Problem, e.Err)
}

// Unwrap is the cause.
func (e *KeyringError) Unwrap() error { return e.Err }

// osKeyring is the keyring of the operating system. It cannot be interrupted,
// so each question runs on a goroutine of its own, one at a time: while a
// dialog asks for a password, no second one shall open.
type osKeyring struct {
	turn  chan struct{}
	limit time.Duration
}

func newOSKeyring() *osKeyring {
	return &osKeyring{turn: make(chan struct{}, 1), limit: keyringLimit}
}

// set keeps a token in place of an older one. When it was given up and
// succeeds later all the same, the token is taken out again.
func (k *osKeyring) set(ctx context.Context, id ID, token misskey.Token) error {
	return k.do(ctx,
		func() error {
			return ask(ctx, func() error { return keyring.Set(service, string(id), token.Reveal()) })
		},
		func() error { return ask(ctx, func() error { return keyring.Delete(service, string(id)) }) })
}

func (k *osKeyring) get(ctx context.Context, id ID) (misskey.Token, error) {
	var found atomic.Value
	err := k.do(ctx, func() error {
		return ask(ctx, func() error {
			secret, err := keyring.Get(service, string(id))
			found.Store(misskey.Token(secret))
			return err
		})
	}, nil)
	if err != nil {
		return "", err
	}
	token, _ := found.Load().(misskey.Token)
	if token == "" {
		return "", ErrNoToken
	}
	return token, nil
}

func (k *osKeyring) delete(ctx context.Context, id ID) error {
	return k.do(ctx, func() error {
		return ask(ctx, func() error { return keyring.Delete(service, string(id)) })
	}, nil)
}

// do asks the keyring and waits for ctx and the limit at most. undo, where
// given, follows a question that succeeds after it was given up.
func (k *osKeyring) do(ctx context.Context, question, undo func() error) error {
	limited, cancel := context.WithTimeout(ctx, k.limit)
	defer cancel()
	select {
	case k.turn <- struct{}{}:
	case <-limited.Done():
		return tooLong(ctx)
	}
	answer := make(chan error, 1)
	var settled atomic.Bool
	go func() {
		defer func() { <-k.turn }()
		err := survive(question)
		if settled.CompareAndSwap(false, true) {
			answer <- err
		} else if err == nil && undo != nil {
			_ = survive(undo)
		}
	}()
	select {
	case err := <-answer:
		return err
	case <-limited.Done():
		if settled.CompareAndSwap(false, true) {
			return tooLong(ctx)
		}
		return <-answer
	}
}

// tooLong tells a caller who gave up from a keyring that takes too long.
func tooLong(ctx context.Context) error {
	if ctx.Err() != nil {
		return fmt.Errorf("account: keyring: %w", ctx.Err())
	}
	return &KeyringError{Problem: KeyringSlow}
}

// survive turns a panic of the library, which trusts whatever calls itself a
// keyring, into a failure.
func survive(question func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &KeyringError{KeyringFailed, fmt.Errorf("the keyring's answer makes no sense: %v", r)}
		}
	}()
	return question()
}

// ask puts one question to the keyring, which cannot be interrupted, and sorts
// its failure.
func ask(ctx context.Context, question func() error) error {
	if err := reachable(); err != nil {
		return &KeyringError{KeyringMissing, err}
	}
	err := question()
	switch {
	case err == nil:
		return nil
	case errors.Is(err, keyring.ErrNotFound):
		return ErrNoToken
	case errors.Is(err, keyring.ErrUnsupportedPlatform):
		return &KeyringError{KeyringMissing, err}
	}
	return &KeyringError{problem(context.WithoutCancel(ctx)), err}
}
