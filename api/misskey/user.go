package misskey

import "time"

// User is what every note and notification tells of a user (UserLite).
type User struct {
	ID       UserID `json:"id"`
	Name     string `json:"name"` // MFM of the simple kind; "" when unset
	Username string `json:"username"`
	Host     string `json:"host"` // "" for a user of the server asked

	AvatarURL         string             `json:"avatarUrl"`
	AvatarBlurhash    string             `json:"avatarBlurhash"`
	AvatarDecorations []AvatarDecoration `json:"avatarDecorations"`

	IsBot        bool         `json:"isBot"`
	IsCat        bool         `json:"isCat"`
	OnlineStatus OnlineStatus `json:"onlineStatus"`
	Emojis       EmojiMap     `json:"emojis"` // custom emoji in a remote name
	BadgeRoles   []BadgeRole  `json:"badgeRoles"`
	Instance     *Instance    `json:"instance"` // of remote users
}

// Acct is "@name" for a user of the server asked, "@name@host" for others.
func (u User) Acct() string {
	if u.Host == "" {
		return "@" + u.Username
	}
	return "@" + u.Username + "@" + u.Host
}

// DisplayName is the chosen name, or the user name where none is set.
func (u User) DisplayName() string {
	if u.Name == "" {
		return u.Username
	}
	return u.Name
}

// OnlineStatus is how lately a user was seen.
type OnlineStatus string

// The states a server tells.
const (
	StatusOnline  OnlineStatus = "online"
	StatusActive  OnlineStatus = "active"
	StatusOffline OnlineStatus = "offline"
	StatusUnknown OnlineStatus = "unknown"
)

// AvatarDecoration is a picture over an avatar. Angle is in turns, the offsets
// are fractions of the decoration's size.
type AvatarDecoration struct {
	ID      string  `json:"id"`
	URL     string  `json:"url"`
	Angle   float64 `json:"angle"`
	FlipH   bool    `json:"flipH"`
	OffsetX float64 `json:"offsetX"`
	OffsetY float64 `json:"offsetY"`
}

// Instance is what a remote user tells of the server they live on.
type Instance struct {
	Name            string `json:"name"`
	SoftwareName    string `json:"softwareName"`
	SoftwareVersion string `json:"softwareVersion"`
	IconURL         string `json:"iconUrl"`
	FaviconURL      string `json:"faviconUrl"`
	ThemeColor      string `json:"themeColor"`
}

// Field is a line of a profile; both sides are MFM.
type Field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// UserDetailed is a whole profile, of users/show.
type UserDetailed struct {
	User

	URL       string     `json:"url"`
	URI       string     `json:"uri"`
	CreatedAt time.Time  `json:"createdAt"`
	UpdatedAt *time.Time `json:"updatedAt"`

	BannerURL      string   `json:"bannerUrl"`
	BannerBlurhash string   `json:"bannerBlurhash"`
	Description    string   `json:"description"`
	Location       string   `json:"location"`
	Birthday       string   `json:"birthday"` // YYYY-MM-DD
	Lang           string   `json:"lang"`
	Fields         []Field  `json:"fields"`
	VerifiedLinks  []string `json:"verifiedLinks"`

	IsLocked    bool `json:"isLocked"`
	IsSilenced  bool `json:"isSilenced"`
	IsSuspended bool `json:"isSuspended"`

	FollowersCount int      `json:"followersCount"`
	FollowingCount int      `json:"followingCount"`
	NotesCount     int      `json:"notesCount"`
	PinnedNoteIDs  []NoteID `json:"pinnedNoteIds"`
	PinnedNotes    []Note   `json:"pinnedNotes"`

	IsFollowing                    bool `json:"isFollowing"`
	IsFollowed                     bool `json:"isFollowed"`
	HasPendingFollowRequestFromYou bool `json:"hasPendingFollowRequestFromYou"`
	HasPendingFollowRequestToYou   bool `json:"hasPendingFollowRequestToYou"`
	IsBlocking                     bool `json:"isBlocking"`
	IsBlocked                      bool `json:"isBlocked"`
	IsMuted                        bool `json:"isMuted"`
	IsRenoteMuted                  bool `json:"isRenoteMuted"`

	Notify      string `json:"notify"`      // normal, none: of a user one follows
	WithReplies bool   `json:"withReplies"` // their replies to others are in the home timeline

	MovedTo             UserID   `json:"movedTo"`
	AlsoKnownAs         []UserID `json:"alsoKnownAs"`
	Roles               []Role   `json:"roles"`
	Memo                string   `json:"memo"` // the account's private words on the user
	FollowedMessage     string   `json:"followedMessage"`
	PublicReactions     bool     `json:"publicReactions"`
	FollowingVisibility string   `json:"followingVisibility"` // public, followers, private
	FollowersVisibility string   `json:"followersVisibility"`
	ChatScope           string   `json:"chatScope"` // everyone, following, followers, mutual, none
	CanChat             bool     `json:"canChat"`
}

// Me is the account's own profile, of i.
type Me struct {
	UserDetailed

	IsModerator      bool   `json:"isModerator"`
	IsAdmin          bool   `json:"isAdmin"`
	AlwaysMarkNSFW   bool   `json:"alwaysMarkNsfw"`
	HideOnlineStatus bool   `json:"hideOnlineStatus"`
	AvatarID         FileID `json:"avatarId"`
	BannerID         FileID `json:"bannerId"`

	HasUnreadNotification           bool           `json:"hasUnreadNotification"`
	UnreadNotificationsCount        int            `json:"unreadNotificationsCount"`
	HasUnreadChatMessages           bool           `json:"hasUnreadChatMessages"`
	HasUnreadAnnouncement           bool           `json:"hasUnreadAnnouncement"`
	HasPendingReceivedFollowRequest bool           `json:"hasPendingReceivedFollowRequest"`
	UnreadAnnouncements             []Announcement `json:"unreadAnnouncements"`

	MutedWords     []MutedWord `json:"mutedWords"`
	HardMutedWords []MutedWord `json:"hardMutedWords"` // misskey.io has none
	MutedInstances []string    `json:"mutedInstances"`

	// NotificationConfig says by type whose notifications are wanted.
	NotificationConfig map[NotificationType]NotificationFrom `json:"notificationRecieveConfig"`

	Achievements []Achievement `json:"achievements"`
	LoggedInDays int           `json:"loggedInDays"`
	Policies     Policies      `json:"policies,omitzero"`
}

// NotificationFrom says whose notifications of a type are wanted: all,
// following, follower, mutualFollow, followingOrFollower, list, never.
type NotificationFrom struct {
	Type   string `json:"type"`
	ListID ListID `json:"userListId"`
}
