package account

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func succeed() error { return nil }

func TestAKeyringThatTakesTooLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newOSKeyring()
		unlocked := make(chan struct{})
		undone := 0
		stuck := func() error { <-unlocked; return nil }
		undo := func() error { undone++; return nil }

		start := time.Now()
		err := k.do(t.Context(), stuck, undo)
		var problem *KeyringError
		require.ErrorAs(t, err, &problem)
		assert.Equal(t, KeyringSlow, problem.Problem)
		assert.Equal(t, keyringLimit, time.Since(start))

		err = k.do(t.Context(), func() error { t.Error("two dialogs at once"); return nil }, nil)
		require.ErrorAs(t, err, &problem)
		assert.Equal(t, KeyringSlow, problem.Problem)

		close(unlocked) // somebody typed the password at last
		synctest.Wait()
		assert.Equal(t, 1, undone, "what was given up is not done after all")
		require.NoError(t, k.do(t.Context(), succeed, undo))
		assert.Equal(t, 1, undone)
	})
}

func TestACallerWhoGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newOSKeyring()
		unlocked := make(chan struct{})
		undone := 0
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		err := k.do(ctx, func() error { <-unlocked; return errors.New("denied") }, func() error { undone++; return nil })
		require.ErrorIs(t, err, context.Canceled)
		require.ErrorIs(t, k.do(ctx, succeed, nil), context.Canceled)

		retried := make(chan error, 1)
		go func() { retried <- k.do(t.Context(), succeed, nil) }()
		synctest.Wait()
		close(unlocked)
		require.NoError(t, <-retried, "it waits for its turn")
		assert.Zero(t, undone, "what failed needs no undoing")
	})
}

func TestAKeyringThatAnswersNonsense(t *testing.T) {
	k := newOSKeyring()
	var problem *KeyringError
	require.ErrorAs(t, k.do(t.Context(), func() error { panic("interface conversion") }, nil), &problem)
	assert.Equal(t, KeyringFailed, problem.Problem)
	require.NoError(t, k.do(t.Context(), succeed, nil))
}

func TestKeyringErrorsRead(t *testing.T) {
	assert.Equal(t, "account: keyring slow", (&KeyringError{Problem: KeyringSlow}).Error())
	cause := errors.New("no bus")
	err := &KeyringError{KeyringMissing, cause}
	assert.Equal(t, "account: keyring missing: no bus", err.Error())
	assert.ErrorIs(t, err, cause)
}
