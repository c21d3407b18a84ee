package account

import (
	"errors"
	"slices"

	"github.com/google/uuid"

	"mejiro/api"
	"mejiro/api/misskey"
)

// ID names an account on this computer: in the keyring, in files and in
// settings. It tells nothing of whose it is and is fit for a file's name.
type ID string

// IDFor is the ID of a user of a server, always the same: who signs in again
// finds everything that was kept.
func IDFor(server api.Server, user misskey.UserID) ID {
	return ID(uuid.NewSHA1(uuid.NameSpaceURL, []byte(server.Address("/users/"+string(user)))).String())
}

// Account is one we are signed in as, without its token.
type Account struct {
	ID        ID             `json:"id"`
	Server    api.Server     `json:"server"`
	UserID    misskey.UserID `json:"userId"`
	Username  string         `json:"username"`
	Name      string         `json:"name,omitempty"` // as User.Name
	AvatarURL string         `json:"avatarUrl,omitempty"`
	// Permissions are those the token was asked for. The server may have
	// granted fewer and does not tell.
	Permissions []string `json:"permissions,omitempty"`
	// SessionOnly is set when the account is forgotten as the program ends.
	SessionOnly bool `json:"-"`
}

// New is an account for a user of server whom a token with permissions was
// given for.
func New(server api.Server, user misskey.User, permissions []string) Account {
	return Account{
		ID:          IDFor(server, user.ID),
		Server:      server,
		UserID:      user.ID,
		Username:    user.Username,
		Name:        user.Name,
		AvatarURL:   user.AvatarURL,
		Permissions: slices.Clone(permissions),
	}
}

// Acct is "@alice@misskey.io".
func (a Account) Acct() string { return "@" + a.Username + "@" + a.Server.Name() }

// DisplayName is the chosen name, or the user name where none is set.
func (a Account) DisplayName() string {
	if a.Name == "" {
		return a.Username
	}
	return a.Name
}

// Lacks lists which of the wanted permissions the token was not asked for; it
// takes a new approval to get them.
func (a Account) Lacks(wanted []string) []string {
	var lacking []string
	for _, w := range wanted {
		if !slices.Contains(a.Permissions, w) {
			lacking = append(lacking, w)
		}
	}
	return lacking
}

var errIncomplete = errors.New("an account without id, server or user")

func (a Account) valid() error {
	if a.ID == "" || a.Server.IsZero() || a.UserID == "" || a.Username == "" {
		return errIncomplete
	}
	return nil
}

// List is all accounts in their order. It is a value: changes make a new one.
type List struct {
	Accounts []Account
	Acting   ID // whose rail and post form are shown; "" without accounts
}

// Find is the account of an ID.
func (l List) Find(id ID) (Account, bool) {
	if i := l.index(id); i >= 0 {
		return l.Accounts[i], true
	}
	return Account{}, false
}

// ActingAccount is the acting one; false without accounts.
func (l List) ActingAccount() (Account, bool) { return l.Find(l.Acting) }

func (l List) index(id ID) int {
	return slices.IndexFunc(l.Accounts, func(a Account) bool { return a.ID == id })
}

// with puts a in its place, or at the end where it becomes the acting one.
func (l List) with(a Account) List {
	l.Accounts = slices.Clone(l.Accounts)
	if i := l.index(a.ID); i >= 0 {
		l.Accounts[i] = a
		return l
	}
	l.Accounts = append(l.Accounts, a)
	l.Acting = a.ID
	return l
}

// without takes an account out; its neighbour acts in its place.
func (l List) without(id ID) List {
	i := l.index(id)
	if i < 0 {
		return l
	}
	l.Accounts = slices.Delete(slices.Clone(l.Accounts), i, i+1)
	if l.Acting == id {
		l.Acting = ""
		if n := len(l.Accounts); n > 0 {
			l.Acting = l.Accounts[min(i, n-1)].ID
		}
	}
	return l
}

// moved puts an account at a position, counted without it; positions out of
// range are the first and the last.
func (l List) moved(id ID, position int) List {
	i := l.index(id)
	if i < 0 {
		return l
	}
	a := l.Accounts[i]
	rest := slices.Delete(slices.Clone(l.Accounts), i, i+1)
	l.Accounts = slices.Insert(rest, min(max(position, 0), len(rest)), a)
	return l
}

// acting makes an account the acting one.
func (l List) acting(id ID) List {
	if l.index(id) >= 0 {
		l.Acting = id
	}
	return l
}
