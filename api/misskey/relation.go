package misskey

import "time"

// Relation is how the account and a user stand to each other, of
// users/relation.
type Relation struct {
	ID                             UserID `json:"id"`
	IsFollowing                    bool   `json:"isFollowing"`
	IsFollowed                     bool   `json:"isFollowed"`
	HasPendingFollowRequestFromYou bool   `json:"hasPendingFollowRequestFromYou"`
	HasPendingFollowRequestToYou   bool   `json:"hasPendingFollowRequestToYou"`
	IsBlocking                     bool   `json:"isBlocking"`
	IsBlocked                      bool   `json:"isBlocked"`
	IsMuted                        bool   `json:"isMuted"`
	IsRenoteMuted                  bool   `json:"isRenoteMuted"`
}

// Following is one user following another, of users/following (with Followee)
// and users/followers (with Follower). Pages go by its own ID.
type Following struct {
	ID         string        `json:"id"`
	CreatedAt  time.Time     `json:"createdAt"`
	FolloweeID UserID        `json:"followeeId"`
	FollowerID UserID        `json:"followerId"`
	Followee   *UserDetailed `json:"followee"`
	Follower   *UserDetailed `json:"follower"`
}

// FollowRequest waits for the followee's approval.
type FollowRequest struct {
	ID       string `json:"id"`
	Follower User   `json:"follower"`
	Followee User   `json:"followee"`
}

// Blocking is an entry of blocking/list.
type Blocking struct {
	ID        string       `json:"id"`
	CreatedAt time.Time    `json:"createdAt"`
	BlockeeID UserID       `json:"blockeeId"`
	Blockee   UserDetailed `json:"blockee"`
}

// Muting is an entry of mute/list and of renote-mute/list.
type Muting struct {
	ID        string       `json:"id"`
	CreatedAt time.Time    `json:"createdAt"`
	ExpiresAt *time.Time   `json:"expiresAt"` // nil for never
	MuteeID   UserID       `json:"muteeId"`
	Mutee     UserDetailed `json:"mutee"`
}

// FrequentUser is somebody a user often replies to. Weight is 0 to 1.
type FrequentUser struct {
	User   UserDetailed `json:"user"`
	Weight float64      `json:"weight"`
}
