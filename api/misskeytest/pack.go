package misskeytest

import (
	"encoding/json"
	"fmt"

	"mejiro/api/misskey"
)

// packing is how a note is packed: for whom, and whether for a socket, where
// nothing is told of the viewer.
type packing struct {
	viewer *user
	stream bool
}

// maxDepth bounds quotes of quotes of quotes.
const maxDepth = 5

// packNote is the note as viewer may see it.
func (s *Server) packNote(n *note, viewer *user) object {
	return s.pack(n, packing{viewer: viewer}, true, maxDepth)
}

// packStreamed is the note as it goes to sockets, the same for all.
func (s *Server) packStreamed(n *note) object {
	return s.pack(n, packing{stream: true}, true, maxDepth)
}

func (s *Server) packNotes(notes []*note, viewer *user) []object {
	packed := make([]object, len(notes))
	for i, n := range notes {
		packed[i] = s.packNote(n, viewer)
	}
	return packed
}

func (s *Server) pack(n *note, p packing, detail bool, depth int) object {
	o := object{
		"id": n.id, "createdAt": stamp(n.at), "userId": n.user.id, "user": s.packUser(n.user),
		"text": n.text, "cw": n.cw, "visibility": n.visibility, "localOnly": n.localOnly,
		"reactionAcceptance": nullable(string(n.acceptance)),
		"renoteCount":        n.renoteCount, "repliesCount": n.repliesCount, "reactionCount": len(n.reactions),
		"reactions": countReactions(n), "reactionEmojis": s.remoteEmojis(n),
		"fileIds": fileIDs(n.files), "files": s.packFiles(n.files),
		"replyId": noteID(n.reply), "replyUserId": nil, "renoteId": noteID(n.renote),
	}
	if n.reply != nil {
		o["replyUserId"] = n.reply.user.id
	}
	s.packOptional(o, n)
	if p.stream {
		o["reactionAndUserPairCache"] = reactionPairs(n)
	}
	if detail {
		s.packDetail(o, n, p, depth)
	}
	if !p.stream && !n.visibleFor(p.viewer) {
		hide(o)
	}
	return o
}

// packOptional adds the keys that are left out when they have nothing to say.
func (s *Server) packOptional(o object, n *note) {
	if n.visibility == misskey.VisibilitySpecified {
		o["visibleUserIds"] = userIDs(n.visibleTo)
	}
	if len(n.tags) > 0 {
		o["tags"] = n.tags
	}
	if len(n.mentions) > 0 {
		o["mentions"] = userIDs(n.mentions)
	}
	if n.poll != nil {
		o["hasPoll"] = true
	}
	if c := n.channel; c != nil {
		o["channelId"] = c.id
		o["channel"] = object{
			"id": c.id, "name": c.name, "color": c.color, "isSensitive": false,
			"allowRenoteToExternal": true, "userId": c.owner.id,
		}
	}
	if !n.user.local() {
		o["uri"] = fmt.Sprintf("https://%s/notes/%s", n.user.host, n.id)
		o["url"] = fmt.Sprintf("https://%s/@%s/%s", n.user.host, n.user.username, n.id)
		o["emojis"] = s.emojisIn(n.text, n.cw)
	}
}

// packDetail adds what a note that is only quoted in another lacks.
func (s *Server) packDetail(o object, n *note, p packing, depth int) {
	o["clippedCount"] = 0
	if n.poll != nil {
		o["poll"] = packPoll(n.poll, p.viewer)
	}
	if r := n.reactionOf(p.viewer); r != nil {
		o["myReaction"] = r.name
	}
	if n.reply != nil {
		o["reply"] = s.packTarget(n.reply, p, false, depth-1)
	}
	if n.renote != nil && depth > 0 {
		o["renote"] = s.packTarget(n.renote, p, true, depth-1)
	}
}

func (s *Server) packTarget(n *note, p packing, detail bool, depth int) any {
	if n.deleted {
		return nil
	}
	return s.pack(n, p, detail, depth)
}

// hide takes out what a viewer may not see.
func hide(o object) {
	o["text"], o["cw"] = nil, nil
	o["fileIds"], o["files"] = []string{}, []object{}
	o["isHidden"] = true
	delete(o, "visibleUserIds")
	delete(o, "poll")
}

func packPoll(p *poll, viewer *user) object {
	choices := make([]object, len(p.choices))
	for i, text := range p.choices {
		choices[i] = object{"text": text, "votes": len(p.votes[i]), "isVoted": viewer != nil && p.votes[i][viewer]}
	}
	packed := object{"multiple": p.multiple, "expiresAt": nil, "choices": choices}
	if p.expiresAt != nil {
		packed["expiresAt"] = stamp(*p.expiresAt)
	}
	return packed
}

func countReactions(n *note) map[string]int {
	counts := map[string]int{}
	for _, r := range n.reactions {
		counts[r.name]++
	}
	return counts
}

// reactionPairs is what the server keeps to spare itself a query; it shows up
// on sockets.
func reactionPairs(n *note) []string {
	pairs := []string{}
	for _, r := range n.reactions[:min(len(n.reactions), 16)] {
		pairs = append(pairs, string(r.user.id)+"/"+r.name)
	}
	return pairs
}

func userIDs(users []*user) []misskey.UserID {
	ids := make([]misskey.UserID, len(users))
	for i, u := range users {
		ids[i] = u.id
	}
	return ids
}

func noteID(n *note) any {
	if n == nil {
		return nil
	}
	return n.id
}

// nullable is a text, or null for "".
func nullable(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// decoded reads a packed value as a client would.
func decoded[T any](packed any) T {
	var value T
	data, err := json.Marshal(packed)
	if err == nil {
		err = json.Unmarshal(data, &value)
	}
	if err != nil {
		panic("misskeytest: " + err.Error()) // a packer and an entity disagree
	}
	return value
}
