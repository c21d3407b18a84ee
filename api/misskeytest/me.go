package misskeytest

import "slices"

func accountEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"i": {
			permission: "read:account", login: true,
			answer: func(c *call) (any, error) { return c.packMe(c.user, c.token.native), nil },
		},
		"i/pin": {
			permission: "write:account", login: true, params: params(ident("noteId").must()),
			answer: func(c *call) (any, error) { return c.pin() },
		},
		"i/unpin": {
			permission: "write:account", login: true, params: params(ident("noteId").must()),
			answer: func(c *call) (any, error) { return c.unpin() },
		},
		"i/update": {
			permission: "write:account", login: true, params: params(
				text("name").within(1, 50).orNull(), text("description").within(1, 1500).orNull(),
				text("location").within(1, 50).orNull(), boolean("isLocked", nil), boolean("isCat", nil), boolean("isBot", nil)),
			answer: func(c *call) (any, error) { return c.updateProfile(), nil },
		},
	}
}

func (c *call) pin() (any, error) {
	n := c.seen(c.str("noteId"), c.user)
	switch {
	case n == nil || n.user != c.user:
		return nil, noSuchNote("56734f8b-3928-431e-bf80-6ff87df40cb3")
	case slices.Contains(c.user.pinned, n):
		return nil, refuse("ALREADY_PINNED", "That note has already been pinned.", "8b18c2b7-68fe-4edb-9892-c0cbaeb6c913")
	case len(c.user.pinned) == 5:
		return nil, refuse("PIN_LIMIT_EXCEEDED", "You can not pin notes any more.", "72dab508-c64d-498f-8740-a8eec1ba385a")
	}
	c.user.pinned = append([]*note{n}, c.user.pinned...)
	return c.packMe(c.user, c.token.native), nil
}

func (c *call) unpin() (any, error) {
	n := c.seen(c.str("noteId"), c.user)
	if n == nil {
		return nil, noSuchNote("454170ce-9d63-4a43-9da1-ea10afe81e21")
	}
	c.user.pinned = slices.DeleteFunc(c.user.pinned, func(other *note) bool { return other == n })
	return c.packMe(c.user, c.token.native), nil
}

// updateProfile changes what was given; null clears.
func (c *call) updateProfile() any {
	for name, text := range map[string]*string{
		"name": &c.user.Name, "description": &c.user.Description, "location": &c.user.Location,
	} {
		if _, given := c.body[name]; given {
			*text = c.str(name)
		}
	}
	for name, flag := range map[string]*bool{
		"isLocked": &c.user.IsLocked, "isCat": &c.user.IsCat, "isBot": &c.user.IsBot,
	} {
		if c.has(name) {
			*flag = c.bool(name)
		}
	}
	at := c.now()
	c.user.updatedAt = &at
	me := c.packMe(c.user, c.token.native)
	c.toMain(c.user, "meUpdated", me)
	return me
}
