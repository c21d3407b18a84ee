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

// BadgeRole is a role shown beside a name.
type BadgeRole struct {
	Name         string `json:"name"`
	IconURL      string `json:"iconUrl"`
	DisplayOrder int    `json:"displayOrder"`
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
}

// Me is the account's own profile, of i.
type Me struct {
	UserDetailed

	AlwaysMarkNSFW           bool           `json:"alwaysMarkNsfw"`
	HasUnreadNotification    bool           `json:"hasUnreadNotification"`
	UnreadNotificationsCount int            `json:"unreadNotificationsCount"`
	UnreadAnnouncements      []Announcement `json:"unreadAnnouncements"`
	MutedInstances           []string       `json:"mutedInstances"`
	Policies                 Policies       `json:"policies"`
}

// Policies are what the viewer's roles allow. Only what this client asks for
// is read.
type Policies struct {
	GTLAvailable        bool     `json:"gtlAvailable"`
	LTLAvailable        bool     `json:"ltlAvailable"`
	CanPublicNote       bool     `json:"canPublicNote"`
	MaxFileSizeMB       float64  `json:"maxFileSizeMb"`
	DriveCapacityMB     float64  `json:"driveCapacityMb"`
	UploadableFileTypes []string `json:"uploadableFileTypes"`
}
