package misskeytest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

func hashtagEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"hashtags/trend": {
			get:    true,
			answer: func(c *call) (any, error) { return c.trend(), nil },
		},
		"hashtags/search": {
			params: offsetPaging().and(text("query").must()),
			answer: func(c *call) (any, error) { return c.searchHashtags(), nil },
		},
	}
}

// trend is the hashtags most people use, with how many used each in the latest
// twenty hours.
func (c *call) trend() []object {
	const hours = 20
	now := c.now()
	users := map[string]map[*user]bool{}
	charts := map[string][]int{}
	for _, n := range c.notes {
		for _, tag := range n.tags {
			if users[tag] == nil {
				users[tag], charts[tag] = map[*user]bool{}, make([]int, hours)
			}
			users[tag][n.user] = true
			if age := int(now.Sub(n.at) / time.Hour); age >= 0 && age < hours {
				charts[tag][age]++
			}
		}
	}
	tags := slices.SortedFunc(maps.Keys(users), func(a, b string) int {
		return cmp.Or(len(users[b])-len(users[a]), cmp.Compare(a, b))
	})
	packed := []object{}
	for _, tag := range tags[:min(len(tags), 10)] {
		packed = append(packed, object{"tag": tag, "chart": charts[tag], "usersCount": len(users[tag])})
	}
	return packed
}

func (c *call) searchHashtags() []string {
	found := map[string]bool{}
	for _, n := range c.notes {
		for _, tag := range n.tags {
			if strings.HasPrefix(tag, strings.ToLower(c.str("query"))) {
				found[tag] = true
			}
		}
	}
	tags := append([]string{}, slices.Sorted(maps.Keys(found))...)
	from, to := c.slice(len(tags))
	return tags[from:to]
}
