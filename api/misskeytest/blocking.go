package misskeytest

import "mejiro/api/misskey"

func blockingEndpoints() map[string]endpoint {
	write := func(permission, unknown string, detailed bool, act func(c *call, u *user) error, more ...field) endpoint {
		return endpoint{
			permission: permission, login: true, params: params(ident("userId").must()).and(more...),
			answer: func(c *call) (any, error) {
				u := c.people[misskey.UserID(c.str("userId"))]
				if u == nil {
					return nil, noSuchUser(unknown)
				}
				if err := act(c, u); err != nil || !detailed {
					return nil, err
				}
				return c.packDetailed(u, c.user), nil
			},
		}
	}
	return map[string]endpoint{
		"blocking/create": write("write:blocks", "7cc4f851-e2f1-4621-9633-ec9e1d00c01e", true, (*call).block),
		"blocking/delete": write("write:blocks", "8621d8bf-c358-4303-a066-5ea78610eb3f", true, (*call).unblock),
		"mute/create": write("write:mutes", "6fef56f3-e765-4957-88e5-c6f65329b8a5", false, (*call).mute,
			integer("expiresAt").orNull()),
		"mute/delete": write("write:mutes", "b851d00b-8ab1-4a56-8b1b-e24187cb48ef", false, (*call).unmute),
	}
}

func (c *call) block(u *user) error {
	switch {
	case u == c.user:
		return refuse("BLOCKEE_IS_YOURSELF", "Blockee is yourself.", "88b19138-f28d-42c0-8499-6a31bbd0fdc6")
	case c.user.blocking[u]:
		return refuse("ALREADY_BLOCKING", "You are already blocking that user.", "787fed64-acb9-464a-82eb-afbd745b9614")
	}
	c.user.blocking[u] = true
	if c.user.following[u] != nil {
		c.disconnect(c.user, u)
	}
	if u.following[c.user] != nil {
		c.disconnect(u, c.user)
	}
	return nil
}

func (c *call) unblock(u *user) error {
	switch {
	case u == c.user:
		return refuse("BLOCKEE_IS_YOURSELF", "Blockee is yourself.", "06f6fac6-524b-473c-a354-e97a40ae6eac")
	case !c.user.blocking[u]:
		return refuse("NOT_BLOCKING", "You are not blocking that user.", "291b2efa-60c6-45c0-9f6a-045c8f9b02cd")
	}
	delete(c.user.blocking, u)
	return nil
}

func (c *call) mute(u *user) error {
	switch {
	case u == c.user:
		return refuse("MUTEE_IS_YOURSELF", "Mutee is yourself.", "a4619cb2-5f23-484b-9301-94c903074e10")
	case c.user.muting[u]:
		return refuse("ALREADY_MUTING", "You are already muting that user.", "7e7359cb-160c-4956-b08f-4d1c653cd007")
	}
	c.user.muting[u] = true
	return nil
}

func (c *call) unmute(u *user) error {
	switch {
	case u == c.user:
		return refuse("MUTEE_IS_YOURSELF", "Mutee is yourself.", "f428b029-6b39-4d48-a1d2-cc1ae6dd5cf9")
	case !c.user.muting[u]:
		return refuse("NOT_MUTING", "You are not muting that user.", "5467d020-daa9-4553-81e1-135c0c35a96d")
	}
	delete(c.user.muting, u)
	return nil
}
