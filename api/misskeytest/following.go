package misskeytest

import "mejiro/api/misskey"

func followingEndpoints() map[string]endpoint {
	write := func(answer func(c *call, u *user) error, unknown string, more ...field) endpoint {
		return endpoint{
			permission: "write:following", login: true, params: params(ident("userId").must()).and(more...),
			answer: func(c *call) (any, error) {
				u := c.people[misskey.UserID(c.str("userId"))]
				if u == nil {
					return nil, noSuchUser(unknown)
				}
				if err := answer(c, u); err != nil {
					return nil, err
				}
				return c.packUser(u), nil
			},
		}
	}
	quiet := func(ep endpoint) endpoint {
		loud := ep.answer
		ep.answer = func(c *call) (any, error) {
			_, err := loud(c)
			return nil, err
		}
		return ep
	}
	return map[string]endpoint{
		"following/create": write((*call).follow, "fcd2eef9-a9b2-4c4f-8624-038099e90aa5", boolean("withReplies", false)),
		"following/delete": write((*call).unfollow, "5b12c78d-2b28-4dca-99d2-f56139b42ff8"),
		"following/requests/accept": quiet(write((*call).acceptRequest,
			"66ce1645-d66c-46bb-8b79-96739af885bd")),
		"following/requests/reject": quiet(write((*call).rejectRequest, "abc2ffa6-25b2-4380-ba99-321ff3a94555")),
		"following/requests/cancel": write((*call).cancelRequest, "4e68c551-fc4c-4e46-bb41-7d4a37bf9dab"),
		"following/requests/list": {
			permission: "read:following", login: true, params: paging(),
			answer: func(c *call) (any, error) { return c.packRequests(c.user.requested), nil },
		},
	}
}

func (c *call) follow(u *user) error {
	switch {
	case u == c.user:
		return refuse("FOLLOWEE_IS_YOURSELF", "Followee is yourself.", "26fbe7bb-a331-4857-af17-205b426669a9")
	case c.user.following[u] != nil:
		return refuse("ALREADY_FOLLOWING", "You are already following that user.", "35387507-38c7-4cb9-9197-300b93783fa0")
	case c.user.blocking[u]:
		return refuse("BLOCKING", "You are blocking that user.", "4e2206ec-aa4f-4960-b865-6c23ac38e2d9")
	case u.blocking[c.user]:
		return refuse("BLOCKED", "You are blocked by that user.", "c4ab57cc-4e41-45e9-bfd9-584f61e35ce0")
	case u.requested[c.user] != nil:
		return nil // asked already; that is no error
	}
	at := c.now()
	f := &follow{id: c.ids.next(at), at: at, follower: c.user, followee: u, withReplies: c.bool("withReplies")}
	if u.IsLocked {
		u.requested[c.user] = f
		c.toMain(u, "receiveFollowRequest", c.packUser(c.user))
		c.notify(u, &notification{kind: misskey.NotifyReceiveFollowRequest, user: c.user})
		return nil
	}
	c.connect(f)
	return nil
}

// link makes a follow stand without telling anybody.
func link(f *follow) {
	f.follower.following[f.followee] = f
	f.followee.followers[f.follower] = f
	delete(f.followee.requested, f.follower)
}

// connect makes a follow stand and tells both.
func (s *Server) connect(f *follow) {
	link(f)
	s.toMain(f.follower, "follow", s.packDetailed(f.followee, f.follower))
	s.toMain(f.followee, "followed", s.packUser(f.follower))
	s.notify(f.followee, &notification{kind: misskey.NotifyFollow, user: f.follower})
}

// disconnect ends a follow and tells the follower.
func (s *Server) disconnect(follower, followee *user) {
	delete(follower.following, followee)
	delete(followee.followers, follower)
	s.toMain(follower, "unfollow", s.packDetailed(followee, follower))
}

func (c *call) unfollow(u *user) error {
	switch {
	case u == c.user:
		return refuse("FOLLOWEE_IS_YOURSELF", "Followee is yourself.", "d9e400b9-36b0-4808-b1d8-79e707f1296c")
	case c.user.following[u] == nil:
		return refuse("NOT_FOLLOWING", "You are not following that user.", "5dbf82f5-c92b-40b1-87d1-6c8c0741fd09")
	}
	c.disconnect(c.user, u)
	return nil
}

func (c *call) acceptRequest(u *user) error {
	f := c.user.requested[u]
	if f == nil {
		return refuse("NO_FOLLOW_REQUEST", "No follow request.", "bcde4f8b-0913-4614-8881-614e522fb041")
	}
	c.connect(f)
	c.notify(u, &notification{
		kind: misskey.NotifyFollowRequestAccepted, user: c.user, extra: object{"message": nil},
	})
	return nil
}

func (c *call) rejectRequest(u *user) error {
	delete(c.user.requested, u)
	return nil
}

func (c *call) cancelRequest(u *user) error {
	if u.requested[c.user] == nil {
		return refuse("FOLLOW_REQUEST_NOT_FOUND", "Follow request not found.", "089b125b-d338-482a-9a09-e2622ac9f8d4")
	}
	delete(u.requested, c.user)
	return nil
}

func (c *call) packRequests(requests map[*user]*follow) []object {
	packed := []object{}
	for _, f := range cut(followsByID(requests), c.page(), func(f *follow) string { return f.id },
		func(*follow) bool { return true }) {
		packed = append(packed, object{
			"id": f.id, "follower": c.packUser(f.follower), "followee": c.packUser(f.followee),
		})
	}
	return packed
}

// packFollow is the bare record of a follow, null for none.
func packFollow(f *follow) any {
	if f == nil {
		return nil
	}
	var notify any
	if f.notify {
		notify = "normal"
	}
	return object{
		"id": f.id, "createdAt": stamp(f.at), "followeeId": f.followee.id, "followerId": f.follower.id,
		"isFollowerHibernated": false, "withReplies": f.withReplies, "notify": notify,
		"followerHost": nullable(f.follower.host), "followerInbox": nil, "followerSharedInbox": nil,
		"followeeHost": nullable(f.followee.host), "followeeInbox": nil, "followeeSharedInbox": nil,
	}
}
