package misskeytest

import (
	"slices"
	"strings"

	"mejiro/api/misskey"
)

func userEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"users/show": {
			params: params(ident("userId"), list("userIds", ident("")).distinct(), text("username"), text("host").orNull(),
				boolean("detailed", true)),
			answer: func(c *call) (any, error) { return c.showUser() },
		},
		"users/search-by-username-and-host": {
			params: params(integer("limit").within(1, 100).otherwise(10.0), boolean("detail", true),
				text("username").orNull(), text("host").orNull()),
			answer: func(c *call) (any, error) { return c.searchUsers(), nil },
		},
		"users/relation": {
			permission: "read:account", login: true, params: params(),
			answer: func(c *call) (any, error) { return c.relations(), nil },
		},
	}
}

func (c *call) showUser() (any, error) {
	if c.has("userIds") {
		packed := []object{}
		for _, id := range c.strs("userIds") {
			if u := c.people[misskey.UserID(id)]; u != nil {
				packed = append(packed, c.packAsked(u))
			}
		}
		return packed, nil
	}
	u := c.people[misskey.UserID(c.str("userId"))]
	if c.has("username") {
		u = c.find(strings.TrimSuffix(c.str("username")+"@"+c.str("host"), "@"))
	}
	if u == nil {
		return nil, noSuchUser("4362f8dc-731f-4ad8-a694-be5a88922a24")
	}
	return c.packAsked(u), nil
}

// packAsked is a profile as the caller sees it, their own in full.
func (c *call) packAsked(u *user) object {
	switch {
	case !c.bool("detailed"):
		return c.packUser(u)
	case u == c.user:
		return c.packMe(u, c.token.native)
	}
	return c.packDetailed(u, c.user)
}

// searchUsers finds users by the beginnings of name and host, those whom the
// caller follows first.
func (c *call) searchUsers() []object {
	var found []*user
	for _, u := range c.cast {
		if hasPrefixFold(u.username, c.str("username")) && hasPrefixFold(u.host, c.str("host")) {
			found = append(found, u)
		}
	}
	slices.SortStableFunc(found, func(a, b *user) int {
		return rank(c.user, a) - rank(c.user, b)
	})
	packed := []object{}
	for _, u := range found[:min(len(found), c.int("limit"))] {
		if c.bool("detail") {
			packed = append(packed, c.packDetailed(u, c.user))
		} else {
			packed = append(packed, c.packUser(u))
		}
	}
	return packed
}

func rank(viewer, u *user) int {
	if viewer != nil && viewer.following[u] != nil {
		return 0
	}
	return 1
}

func hasPrefixFold(s, prefix string) bool {
	return strings.HasPrefix(strings.ToLower(s), strings.ToLower(prefix))
}

func (c *call) relations() []object {
	ids := c.strs("userId")
	if one := c.str("userId"); one != "" {
		ids = []string{one}
	}
	packed := []object{}
	for _, id := range ids {
		u := c.people[misskey.UserID(id)]
		if u == nil {
			continue
		}
		o := object{}
		packRelation(o, u, c.user)
		delete(o, "notify")
		delete(o, "withReplies")
		delete(o, "followedMessage")
		o["id"], o["following"] = u.id, packFollow(c.user.following[u])
		packed = append(packed, o)
	}
	return packed
}
