package misskeytest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"mejiro/api/misskey"
)

// user is somebody with an account, here or on another server.
type user struct {
	id       misskey.UserID
	username string
	host     string // "" for a user of this server
	profile

	createdAt time.Time
	updatedAt *time.Time
	activeAt  time.Time
	appToken  string // what Token gives
	granted   bool   // whether an app was let in through MiAuth

	following map[*user]*follow
	followers map[*user]*follow
	requested map[*user]*follow // requests to follow that await an answer
	blocking  map[*user]bool
	muting    map[*user]bool

	pinned        []*note
	notesCount    int
	favorites     []*favorite
	clips         []*clip         // oldest first
	notifications []*notification // oldest first
	readUpTo      string          // id of the last notification that was read
	files         []*file         // the Drive, oldest first
	folders       []*folder
	readNews      map[*announcement]bool
}

// profile is what a user tells of themselves; it is written in the cast.
type profile struct {
	Name        string          `json:"name"` // "" for none
	Language    string          `json:"language"`
	Description string          `json:"description"`
	Location    string          `json:"location"`
	Birthday    string          `json:"birthday"`
	Fields      []misskey.Field `json:"fields"`
	IsCat       bool            `json:"isCat"`
	IsBot       bool            `json:"isBot"`
	IsLocked    bool            `json:"isLocked"`
	Avatar      string          `json:"avatar"` // a drawing; "" for the identicon
	Banner      string          `json:"banner"` // a drawing; "" for none
	Badge       string          `json:"badge"`  // name of a role shown beside the name
}

// follow is that somebody follows somebody, or asks to.
type follow struct {
	id          string
	at          time.Time
	follower    *user
	followee    *user
	withReplies bool
	notify      bool
}

// favorite is a note that a user keeps.
type favorite struct {
	id   string
	at   time.Time
	note *note
}

func (u *user) acct() string {
	if u.host == "" {
		return u.username
	}
	return u.username + "@" + u.host
}

func (u *user) local() bool { return u.host == "" }

// addUser makes a user known; at is when they came.
func (s *Server) addUser(username, host string, p profile, at time.Time) {
	u := &user{
		id: misskey.UserID(s.ids.next(at)), username: username, host: host, profile: p,
		createdAt: at, activeAt: at,
		following: map[*user]*follow{}, followers: map[*user]*follow{}, requested: map[*user]*follow{},
		blocking: map[*user]bool{}, muting: map[*user]bool{}, readNews: map[*announcement]bool{},
	}
	s.people[u.id] = u
	s.names[strings.ToLower(u.acct())] = u
	s.cast = append(s.cast, u)
}

// find is the user of an acct without the first "@", nil when there is none.
// The server's own host may be given.
func (s *Server) find(acct string) *user {
	acct = strings.TrimSuffix(strings.ToLower(acct), "@"+strings.ToLower(s.host))
	return s.names[acct]
}

// mustUser is for the methods of tests and the demo, where a wrong name is a
// mistake in the caller.
func (s *Server) mustUser(acct string) *user {
	u := s.find(acct)
	if u == nil {
		panic("misskeytest: no user " + acct)
	}
	return u
}

// UserID is the id of the user with that name ("alice", "kai@fedi.example").
// It panics when there is none.
func (s *Server) UserID(acct string) misskey.UserID {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mustUser(acct).id
}

// User is what the server tells of a user. It panics when there is none.
func (s *Server) User(acct string) misskey.User {
	s.mu.Lock()
	defer s.mu.Unlock()
	return decoded[misskey.User](s.packUser(s.mustUser(acct)))
}

// Usernames are the names of the server's own people, oldest account first.
func (s *Server) Usernames() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var names []string
	for _, u := range s.cast {
		if u.local() {
			names = append(names, u.username)
		}
	}
	return names
}

// byID sorts users by the age of their accounts.
func byID(users map[*user]bool) []*user {
	return slices.SortedFunc(maps.Keys(users), func(a, b *user) int { return cmp.Compare(a.id, b.id) })
}
