package app

import (
	"cmp"
	"slices"
	"strings"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/postform"
)

// emojiNamed are the custom emoji of an account's server of which a name begins
// so: of the first names before those of others, short ones first.
func (m *member) emojiNamed(prefix string) []postform.Completion {
	const most = 30
	var found []misskey.Emoji
	begins := func(name string) bool { return strings.HasPrefix(name, strings.ToLower(prefix)) }
	for _, e := range m.session.Emojis.All() {
		if begins(e.Name) || slices.ContainsFunc(e.Aliases, begins) {
			found = append(found, e)
		}
	}
	rank := func(e misskey.Emoji) int {
		if begins(e.Name) {
			return 0
		}
		return 1
	}
	slices.SortFunc(found, func(a, b misskey.Emoji) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(len(a.Name), len(b.Name)), strings.Compare(a.Name, b.Name))
	})
	found = found[:min(len(found), most)]
	all := make([]postform.Completion, len(found))
	for i, e := range found {
		code := ":" + e.Name + ":"
		name := flow.Run{Text: "  " + e.Name, Style: flow.Style{Size: look.TextSecondary + 1}}
		all[i] = postform.Completion{Text: code, Show: []flow.Run{m.env.Reaction(code, nil, look.TextBody), name}}
	}
	return all
}
