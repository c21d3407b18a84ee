package misskey

// Hashtag tells how many users wrote a hashtag, and how many have it in their
// profile. Tag has no "#".
type Hashtag struct {
	Tag            string `json:"tag"`
	MentionedUsers int    `json:"mentionedUsersCount"`
	AttachedUsers  int    `json:"attachedUsersCount"`
}

// TrendingTag is a hashtag many write just now. Chart counts users, the latest
// span first.
type TrendingTag struct {
	Tag        string `json:"tag"`
	Chart      []int  `json:"chart"`
	UsersCount int    `json:"usersCount"`
}
