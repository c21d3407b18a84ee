package misskey

// ServerStats counts what a server holds, of stats. Original counts what is
// its own.
type ServerStats struct {
	NotesCount         int64 `json:"notesCount"`
	OriginalNotesCount int64 `json:"originalNotesCount"`
	UsersCount         int64 `json:"usersCount"`
	OriginalUsersCount int64 `json:"originalUsersCount"`
	ReactionsCount     int64 `json:"reactionsCount"`
	Instances          int64 `json:"instances"`
}

// UserStats counts what a user did, of users/stats.
type UserStats struct {
	NotesCount             int64 `json:"notesCount"`
	RepliesCount           int64 `json:"repliesCount"`
	RenotesCount           int64 `json:"renotesCount"`
	RepliedCount           int64 `json:"repliedCount"`
	RenotedCount           int64 `json:"renotedCount"`
	PollVotesCount         int64 `json:"pollVotesCount"`
	PollVotedCount         int64 `json:"pollVotedCount"`
	FollowingCount         int64 `json:"followingCount"`
	FollowersCount         int64 `json:"followersCount"`
	SentReactionsCount     int64 `json:"sentReactionsCount"`
	ReceivedReactionsCount int64 `json:"receivedReactionsCount"`
	NoteFavoritesCount     int64 `json:"noteFavoritesCount"`
	DriveFilesCount        int64 `json:"driveFilesCount"`
	DriveUsage             int64 `json:"driveUsage"` // bytes
}

// UserNotesChart counts a user's notes by day or hour, the current one first,
// of charts/user/notes.
type UserNotesChart struct {
	Total []int64 `json:"total"`
	Inc   []int64 `json:"inc"`
	Dec   []int64 `json:"dec"`
	Diffs struct {
		Normal   []int64 `json:"normal"`
		Reply    []int64 `json:"reply"`
		Renote   []int64 `json:"renote"`
		WithFile []int64 `json:"withFile"`
	} `json:"diffs"`
}

// ActiveUsersChart counts those who were there by day or hour, the current one
// first, of charts/active-users.
type ActiveUsersChart struct {
	ReadWrite []int64 `json:"readWrite"`
	Read      []int64 `json:"read"`
	Write     []int64 `json:"write"`
}

// Achievement is something a user achieved.
type Achievement struct {
	Name       string `json:"name"`
	UnlockedAt Millis `json:"unlockedAt"`
}
