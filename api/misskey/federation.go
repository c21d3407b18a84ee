package misskey

import "time"

// FederationInstance is another server, as this one knows it.
type FederationInstance struct {
	ID                string     `json:"id"`
	FirstRetrievedAt  time.Time  `json:"firstRetrievedAt"`
	LatestRequestAt   *time.Time `json:"latestRequestReceivedAt"`
	Host              string     `json:"host"`
	Name              string     `json:"name"`
	Description       string     `json:"description"`
	SoftwareName      string     `json:"softwareName"`
	SoftwareVersion   string     `json:"softwareVersion"`
	OpenRegistrations *bool      `json:"openRegistrations"`
	MaintainerName    string     `json:"maintainerName"`
	MaintainerEmail   string     `json:"maintainerEmail"`
	IconURL           string     `json:"iconUrl"`
	FaviconURL        string     `json:"faviconUrl"`
	ThemeColor        string     `json:"themeColor"`

	UsersCount     int `json:"usersCount"`
	NotesCount     int `json:"notesCount"`
	FollowingCount int `json:"followingCount"`
	FollowersCount int `json:"followersCount"`

	IsNotResponding bool   `json:"isNotResponding"`
	IsSuspended     bool   `json:"isSuspended"`
	SuspensionState string `json:"suspensionState"`
	IsBlocked       bool   `json:"isBlocked"`
	IsSilenced      bool   `json:"isSilenced"`
	IsMediaSilenced bool   `json:"isMediaSilenced"`
}

// FederationStats are the servers with most followers and followed users.
type FederationStats struct {
	TopSubscribing      []FederationInstance `json:"topSubInstances"`
	OtherFollowersCount int                  `json:"otherFollowersCount"`
	TopPublishing       []FederationInstance `json:"topPubInstances"`
	OtherFollowingCount int                  `json:"otherFollowingCount"`
}
