package account

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"mejiro/api/misskey"
)

// Keep says where a token is kept.
type Keep int

// The places for a token.
const (
	// InKeyring is the keyring of the operating system.
	InKeyring Keep = iota
	// ThisSession is memory: the account is forgotten as the program ends.
	ThisSession
)

// ErrUnknown tells that there is no account of that ID.
var ErrUnknown = errors.New("account: no such account")

// tokens is where tokens are kept: an osKeyring or a memory.
type tokens interface {
	set(ctx context.Context, id ID, token misskey.Token) error
	// get and delete return ErrNoToken where there is none.
	get(ctx context.Context, id ID) (misskey.Token, error)
	delete(ctx context.Context, id ID) error
}

// Book is the list of accounts and the way to their tokens. One process has
// one Book of a folder.
type Book struct {
	folder  string
	keyring tokens
	session tokens
	changes sync.Mutex // held from reading the list to having written it
	list    atomic.Pointer[List]
}

// Open reads the accounts kept in folder, which need not exist. The notice is
// not nil when the list was damaged; the Book is good all the same. An error
// means that folder cannot be used.
func Open(folder string) (*Book, *Damaged, error) {
	list, notice, err := load(folder)
	if err != nil {
		return nil, notice, err
	}
	b := &Book{folder: folder, keyring: newOSKeyring(), session: newMemory()}
	b.list.Store(&list)
	return b, notice, nil
}

// List is the accounts as they are now. It may be called anywhere; nothing of
// it is to be changed.
func (b *Book) List() List { return *b.list.Load() }

// SignIn keeps the token and then adds the account at the end, as the acting
// one; or, where the account is known, replaces its token and refreshes what is
// kept of it in its place. On a *KeyringError nothing has changed; on any other
// error the token of a new account is not kept either. It gives the account as
// listed.
func (b *Book) SignIn(ctx context.Context, a Account, token misskey.Token, keep Keep) (Account, error) {
	if err := a.valid(); err != nil {
		return Account{}, err
	}
	place := b.keyring
	if keep == ThisSession {
		place = b.session
	}
	if err := place.set(ctx, a.ID, token); err != nil {
		return Account{}, err
	}
	known := true
	err := b.change(func(l List) (List, error) {
		var before Account
		before, known = l.Find(a.ID)
		// An account that is in the file stays there.
		a.SessionOnly = keep == ThisSession && (!known || before.SessionOnly)
		return l.with(a), nil
	})
	if err != nil {
		if !known {
			_ = place.delete(context.WithoutCancel(ctx), a.ID)
		}
		return Account{}, err
	}
	if keep == InKeyring {
		// A token in memory would come before the new one.
		if err := b.session.delete(ctx, a.ID); err != nil && !errors.Is(err, ErrNoToken) {
			return Account{}, err
		}
	}
	return a, nil
}

// Token is an account's token. The error is ErrUnknown, ErrNoToken or a
// *KeyringError, or that of ctx.
func (b *Book) Token(ctx context.Context, id ID) (misskey.Token, error) {
	if _, ok := b.List().Find(id); !ok {
		return "", ErrUnknown
	}
	if token, err := b.session.get(ctx, id); err == nil {
		return token, nil
	}
	return b.keyring.get(ctx, id)
}

// SignOut removes the token, then lets forget remove everything else that is
// kept for the account, then takes it off the list; so whatever fails, or the
// program ending in between, the rest can be done by signing out again. A
// token that the keyring does not give up is an error; anyway leaves it there.
// forget may be nil.
func (b *Book) SignOut(ctx context.Context, id ID, anyway bool, forget func(Account) error) error {
	a, ok := b.List().Find(id)
	if !ok {
		return ErrUnknown
	}
	if !a.SessionOnly {
		err := b.keyring.delete(ctx, id)
		if err != nil && !errors.Is(err, ErrNoToken) && !anyway {
			return err
		}
	}
	if forget != nil {
		if err := forget(a); err != nil {
			return err
		}
	}
	if err := b.session.delete(ctx, id); err != nil && !errors.Is(err, ErrNoToken) {
		return err
	}
	return b.change(func(l List) (List, error) { return l.without(id), nil })
}

// Act makes an account the acting one.
func (b *Book) Act(id ID) error {
	return b.changeOne(id, func(l List) List { return l.acting(id) })
}

// Move puts an account at a position among the others; out of range is first
// or last.
func (b *Book) Move(id ID, position int) error {
	return b.changeOne(id, func(l List) List { return l.moved(id, position) })
}

// Refresh keeps what the server now tells of an account's user: names and
// picture. Nothing is written when nothing is new.
func (b *Book) Refresh(id ID, user misskey.User) error {
	a, ok := b.List().Find(id)
	if !ok {
		return ErrUnknown
	}
	same := a.Username == user.Username && a.Name == user.Name && a.AvatarURL == user.AvatarURL
	if same || user.Username == "" {
		return nil
	}
	return b.changeOne(id, func(l List) List {
		a, _ := l.Find(id)
		a.Username, a.Name, a.AvatarURL = user.Username, user.Name, user.AvatarURL
		return l.with(a)
	})
}

func (b *Book) changeOne(id ID, edit func(List) List) error {
	return b.change(func(l List) (List, error) {
		if l.index(id) < 0 {
			return l, ErrUnknown
		}
		return edit(l), nil
	})
}

// change edits the list and shows it once it is written.
func (b *Book) change(edit func(List) (List, error)) error {
	b.changes.Lock()
	defer b.changes.Unlock()
	list, err := edit(b.List())
	if err != nil {
		return err
	}
	if err := save(b.folder, list); err != nil {
		return err
	}
	b.list.Store(&list)
	return nil
}
