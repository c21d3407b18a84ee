package account

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

func signIn(t *testing.T, b *Book, a Account, token misskey.Token) Account {
	t.Helper()
	a, err := b.SignIn(t.Context(), a, token, InKeyring)
	require.NoError(t, err)
	return a
}

func TestAccountsAndTheirOrder(t *testing.T) {
	b := newBook(t)
	_, ok := b.List().ActingAccount()
	assert.False(t, ok)
	alice := signIn(t, b, person("misskey.example", "alice"), tokenA)
	bob := signIn(t, b, person("misskey.example", "bob"), tokenB)
	carol := signIn(t, b, person("other.example", "carol"), tokenC)
	assert.Equal(t, "alice bob carol", usernames(b.List()))
	assert.Equal(t, carol.ID, b.List().Acting, "the newest acts")
	assert.Equal(t, "@carol@other.example", carol.Acct())
	assert.Equal(t, "CAROL", carol.DisplayName())

	for id, want := range map[ID]misskey.Token{alice.ID: tokenA, bob.ID: tokenB, carol.ID: tokenC} {
		token, err := b.Token(t.Context(), id)
		require.NoError(t, err)
		assert.Equal(t, want.Reveal(), token.Reveal())
	}

	before := b.List()
	require.NoError(t, b.Move(carol.ID, 0))
	assert.Equal(t, "carol alice bob", usernames(b.List()))
	require.NoError(t, b.Move(carol.ID, 99))
	assert.Equal(t, "alice bob carol", usernames(b.List()))
	require.NoError(t, b.Move(bob.ID, -1))
	assert.Equal(t, "bob alice carol", usernames(b.List()))
	assert.Equal(t, "alice bob carol", usernames(before), "a list once given does not change")
	require.NoError(t, b.Act(alice.ID))
	acting, _ := b.List().ActingAccount()
	assert.Equal(t, alice.ID, acting.ID)

	again, notice, err := Open(b.folder)
	require.NoError(t, err)
	require.Nil(t, notice)
	assert.Equal(t, b.List(), again.List())
}

func TestUnknownAccounts(t *testing.T) {
	b := newBook(t)
	signIn(t, b, person("misskey.example", "alice"), tokenA)
	for _, err := range []error{
		b.Act("x"), b.Move("x", 0), b.Refresh("x", misskey.User{Username: "y"}), b.SignOut(t.Context(), "x", false, nil),
		func() error { _, err := b.Token(t.Context(), "x"); return err }(),
	} {
		assert.ErrorIs(t, err, ErrUnknown)
	}
	_, err := b.SignIn(t.Context(), Account{}, tokenA, InKeyring)
	require.Error(t, err)
	assert.Equal(t, "alice", usernames(b.List()))
}

func TestAnIDIsTheSameEveryTime(t *testing.T) {
	server := serverOf("misskey.example")
	assert.Equal(t, IDFor(server, "u1"), IDFor(serverOf("https://MISSKEY.example/"), "u1"))
	assert.NotEqual(t, IDFor(server, "u1"), IDFor(server, "u2"))
	assert.NotEqual(t, IDFor(server, "u1"), IDFor(serverOf("other.example"), "u1"))
	assert.Regexp(t, `^[0-9a-f-]{36}$`, IDFor(server, "../../etc"))
}

func TestAuthorisingAgainKeepsTheAccount(t *testing.T) {
	b := newBook(t)
	alice := signIn(t, b, person("misskey.example", "alice"), tokenA)
	bob := signIn(t, b, person("misskey.example", "bob"), tokenB)
	renewed := person("misskey.example", "alice")
	renewed.Name, renewed.Permissions = "New name", []string{"read:account", "write:notes", "read:chat"}
	assert.Equal(t, []string{"read:chat"}, alice.Lacks(renewed.Permissions))
	before := b.List()
	renewed = signIn(t, b, renewed, tokenC)
	assert.Equal(t, "ALICE", before.Accounts[0].Name, "a list once given does not change")
	assert.Equal(t, alice.ID, renewed.ID)
	assert.Empty(t, renewed.Lacks(renewed.Permissions))
	assert.Equal(t, "alice bob", usernames(b.List()), "in its place")
	assert.Equal(t, bob.ID, b.List().Acting)
	token, err := b.Token(t.Context(), alice.ID)
	require.NoError(t, err)
	assert.Equal(t, tokenC.Reveal(), token.Reveal())
	kept, _ := b.List().Find(alice.ID)
	assert.Equal(t, "New name", kept.Name)
}

func TestSignOut(t *testing.T) {
	b := newBook(t)
	var ids []ID
	for _, name := range []string{"alice", "bob", "carol"} {
		ids = append(ids, signIn(t, b, person("misskey.example", name), tokenA).ID)
	}
	require.NoError(t, b.Act(ids[1]))
	var forgotten []string
	forget := func(a Account) error {
		_, err := b.keyring.get(t.Context(), a.ID)
		assert.ErrorIs(t, err, ErrNoToken, "the token goes first")
		forgotten = append(forgotten, a.Username)
		return nil
	}
	require.NoError(t, b.SignOut(t.Context(), ids[1], false, forget))
	assert.Equal(t, []string{"bob"}, forgotten)
	assert.Equal(t, "alice carol", usernames(b.List()))
	assert.Equal(t, ids[2], b.List().Acting, "its neighbour acts")
	require.NoError(t, b.SignOut(t.Context(), ids[2], false, nil))
	assert.Equal(t, ids[0], b.List().Acting)

	full := errors.New("disk full")
	require.ErrorIs(t, b.SignOut(t.Context(), ids[0], false, func(Account) error { return full }), full)
	assert.Equal(t, "alice", usernames(b.List()), "it can be done again")
	require.NoError(t, b.SignOut(t.Context(), ids[0], false, nil), "a token that is gone is no obstacle")
	assert.Equal(t, List{Accounts: []Account{}}, b.List())
}

// failing is a keyring that nobody unlocks.
type failing struct{ *osKeyring }

func (f failing) locked(ctx context.Context) error {
	return f.do(ctx, func() error { return &KeyringError{Problem: KeyringLocked} }, nil)
}

func (f failing) set(ctx context.Context, _ ID, _ misskey.Token) error { return f.locked(ctx) }
func (f failing) get(ctx context.Context, _ ID) (misskey.Token, error) { return "", f.locked(ctx) }
func (f failing) delete(ctx context.Context, _ ID) error               { return f.locked(ctx) }

func TestALockedKeyringChangesNothing(t *testing.T) {
	b := newBook(t)
	alice := signIn(t, b, person("misskey.example", "alice"), tokenA)
	works := b.keyring
	b.keyring = failing{newOSKeyring()}
	var problem *KeyringError

	_, err := b.SignIn(t.Context(), person("misskey.example", "bob"), tokenB, InKeyring)
	require.ErrorAs(t, err, &problem)
	assert.Equal(t, KeyringLocked, problem.Problem)
	assert.NotContains(t, err.Error(), tokenB.Reveal())
	assert.Equal(t, "alice", usernames(b.List()))
	_, err = b.Token(t.Context(), alice.ID)
	require.ErrorAs(t, err, &problem)
	require.ErrorAs(t, b.SignOut(t.Context(), alice.ID, false, func(Account) error {
		t.Error("nothing may be forgotten yet")
		return nil
	}), &problem)
	assert.Equal(t, "alice", usernames(b.List()))

	b.keyring = works // unlocked: the same again
	signIn(t, b, person("misskey.example", "bob"), tokenB)
	b.keyring = failing{newOSKeyring()}
	require.NoError(t, b.SignOut(t.Context(), alice.ID, true, nil), "anyway")
	assert.Equal(t, "bob", usernames(b.List()))
}

func TestThisSessionOnly(t *testing.T) {
	b := newBook(t)
	b.keyring = failing{newOSKeyring()}
	alice, err := b.SignIn(t.Context(), person("misskey.example", "alice"), tokenA, ThisSession)
	require.NoError(t, err)
	assert.True(t, alice.SessionOnly)
	token, err := b.Token(t.Context(), alice.ID)
	require.NoError(t, err)
	assert.Equal(t, tokenA.Reveal(), token.Reveal())
	noTokenIn(t, b.folder, tokenA)

	again, _, err := Open(b.folder)
	require.NoError(t, err)
	assert.Empty(t, again.List().Accounts, "forgotten")

	require.NoError(t, b.SignOut(t.Context(), alice.ID, false, nil), "the keyring has no part in it")
	_, err = b.session.get(t.Context(), alice.ID)
	require.ErrorIs(t, err, ErrNoToken)
}

func TestFromTheSessionToTheKeyring(t *testing.T) {
	b := newBook(t)
	alice := person("misskey.example", "alice")
	_, err := b.SignIn(t.Context(), alice, tokenA, ThisSession)
	require.NoError(t, err)
	kept := signIn(t, b, alice, tokenB)
	assert.False(t, kept.SessionOnly)
	token, err := b.Token(t.Context(), alice.ID)
	require.NoError(t, err)
	assert.Equal(t, tokenB.Reveal(), token.Reveal(), "not the one in memory")

	// Authorised anew while the keyring fails: the account stays in the file.
	_, err = b.SignIn(t.Context(), alice, tokenC, ThisSession)
	require.NoError(t, err)
	token, err = b.Token(t.Context(), alice.ID)
	require.NoError(t, err)
	assert.Equal(t, tokenC.Reveal(), token.Reveal())
	again, _, err := Open(b.folder)
	require.NoError(t, err)
	assert.Equal(t, "alice", usernames(again.List()))
}

func TestAListThatCannotBeWritten(t *testing.T) {
	b := newBook(t)
	alice := signIn(t, b, person("misskey.example", "alice"), tokenA)
	// A folder in the place of the file refuses the rename, for root too.
	path := filepath.Join(b.folder, fileName)
	require.NoError(t, os.Remove(path))
	require.NoError(t, os.MkdirAll(filepath.Join(path, "x"), 0o700))

	bob := person("misskey.example", "bob")
	_, err := b.SignIn(t.Context(), bob, tokenB, InKeyring)
	require.Error(t, err)
	assert.NotContains(t, err.Error(), tokenB.Reveal())
	_, err = b.keyring.get(t.Context(), bob.ID)
	require.ErrorIs(t, err, ErrNoToken, "no token without an account")
	_, err = b.SignIn(t.Context(), alice, tokenC, InKeyring)
	require.Error(t, err)
	token, err := b.Token(t.Context(), alice.ID)
	require.NoError(t, err)
	assert.Equal(t, tokenC.Reveal(), token.Reveal(), "a new token for a known account is not thrown away")
	assert.Equal(t, "alice", usernames(b.List()))

	require.NoError(t, os.RemoveAll(path))
	signIn(t, b, bob, tokenB)
	assert.Equal(t, "alice bob", usernames(b.List()))
}

func TestRefresh(t *testing.T) {
	b := newBook(t)
	alice := signIn(t, b, person("misskey.example", "alice"), tokenA)
	user := misskey.User{ID: alice.UserID, Username: "alice", Name: "Alice 🌸", AvatarURL: "https://misskey.example/a.webp"}
	require.NoError(t, b.Refresh(alice.ID, user))
	kept, _ := b.List().Find(alice.ID)
	assert.Equal(t, "Alice 🌸", kept.Name)
	assert.Equal(t, user.AvatarURL, kept.AvatarURL)
	assert.Equal(t, alice.Permissions, kept.Permissions)

	path := filepath.Join(b.folder, fileName)
	require.NoError(t, os.Remove(path))
	require.NoError(t, b.Refresh(alice.ID, user))
	require.NoError(t, b.Refresh(alice.ID, misskey.User{}))
	assert.NoFileExists(t, path, "nothing new, nothing written")
}

func TestManyAtOnce(t *testing.T) {
	b := newBook(t)
	var all sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		all.Go(func() {
			a, err := b.SignIn(t.Context(), person("misskey.example", name), tokenA, InKeyring)
			assert.NoError(t, err)
			assert.NoError(t, b.Act(a.ID))
			assert.NoError(t, b.Move(a.ID, 0))
			b.List().Find(a.ID)
		})
	}
	all.Wait()
	assert.Len(t, b.List().Accounts, 8)
	again, _, err := Open(b.folder)
	require.NoError(t, err)
	assert.Equal(t, b.List(), again.List())
}
