package misskeytest

import (
	"encoding/json"
	"slices"

	"mejiro/api/misskey"
)

// subscription is one open channel of a socket.
type subscription struct {
	id      string
	channel string
	params  subscribeParams
}

type subscribeParams struct {
	WithRenotes *bool           `json:"withRenotes"`
	WithReplies bool            `json:"withReplies"`
	WithFiles   bool            `json:"withFiles"`
	Minimize    bool            `json:"minimize"`
	ChannelID   json.RawMessage `json:"channelId"`
	Q           [][]string      `json:"q"`
}

func (p subscribeParams) filter() filter {
	return filter{
		withRenotes: p.WithRenotes == nil || *p.WithRenotes, withReplies: p.WithReplies, withFiles: p.WithFiles,
	}
}

// subscribe opens a channel. Every refusal is silent.
func (s *Server) subscribe(sock *socket, body json.RawMessage) {
	var ask struct {
		Channel string          `json:"channel"`
		ID      *string         `json:"id"`
		Params  json.RawMessage `json:"params"`
		Pong    bool            `json:"pong"`
	}
	if json.Unmarshal(body, &ask) != nil || ask.ID == nil {
		return
	}
	sub := &subscription{id: *ask.ID, channel: ask.Channel}
	if len(ask.Params) > 0 {
		if ask.Params[0] != '{' || json.Unmarshal(ask.Params, &sub.params) != nil {
			return
		}
	}
	sock.unsubscribe(sub.id)
	if !s.mayOpen(sock, sub) {
		return
	}
	sock.subs = append(sock.subs, sub)
	if ask.Pong {
		sock.send("connected", object{"id": sub.id})
	}
}

func (sock *socket) unsubscribe(id string) {
	sock.subs = slices.DeleteFunc(sock.subs, func(sub *subscription) bool { return sub.id == id })
}

// mayOpen decides over a channel as the real server does.
func (s *Server) mayOpen(sock *socket, sub *subscription) bool {
	if len(sock.subs) >= maxSubscriptions || s.silenced(sub.channel) {
		return false
	}
	switch sub.channel {
	case "main", "drive": // which all share
		open := slices.ContainsFunc(sock.subs, func(other *subscription) bool { return other.channel == sub.channel })
		return sock.mayRead() && !open
	case "homeTimeline", "hybridTimeline":
		return sock.mayRead()
	case "localTimeline", "globalTimeline":
		return true
	case "channel":
		return len(sub.params.ChannelID) > 0 && sub.params.ChannelID[0] == '"'
	case "hashtag":
		return len(sub.params.Q) > 0 && !slices.ContainsFunc(sub.params.Q, func(all []string) bool { return len(all) == 0 })
	}
	return false
}

// mayRead tells whether the socket's user is known and lets it read.
func (sock *socket) mayRead() bool {
	return sock.user != nil && (sock.token.native || sock.token.permissions["read:account"])
}

// broadcast brings a new note to everybody who has a channel open for it.
func (s *Server) broadcast(n *note) {
	var common json.RawMessage // packed once for all
	for _, sock := range s.sockets {
		for _, sub := range sock.subs {
			if !s.flows(n, sock, sub) {
				continue
			}
			if common == nil {
				common, _ = marshal(s.packStreamed(n))
			}
			sock.send("channel", object{"id": sub.id, "type": "note", "body": s.streamed(n, sock, sub, common)})
		}
	}
}

// streamed is the body of a note event for one subscription.
func (s *Server) streamed(n *note, sock *socket, sub *subscription, common json.RawMessage) any {
	if sub.params.Minimize && (n.visibility == misskey.VisibilityPublic || n.visibility == misskey.VisibilityHome) {
		return object{"id": n.id}
	}
	if n.pureRenote() && !n.renote.deleted {
		if mine := n.renote.reactionOf(sock.user); mine != nil {
			o := s.packStreamed(n)
			if target, ok := o["renote"].(object); ok {
				target["myReaction"] = mine.name
			}
			return o
		}
	}
	return common
}

// flows tells whether a note comes through a subscription.
func (s *Server) flows(n *note, sock *socket, sub *subscription) bool {
	switch sub.channel {
	case "homeTimeline":
		return s.onTimeline("home", n, sock.user, sub.params.filter())
	case "localTimeline":
		return s.onTimeline("local", n, sock.user, sub.params.filter())
	case "hybridTimeline":
		return s.onTimeline("hybrid", n, sock.user, sub.params.filter())
	case "globalTimeline":
		return s.onTimeline("global", n, sock.user, sub.params.filter())
	case "channel":
		return n.channel != nil && string(sub.params.ChannelID) == `"`+string(n.channel.id)+`"` && n.visibleFor(sock.user)
	case "hashtag":
		return n.visibleFor(sock.user) && slices.ContainsFunc(sub.params.Q, func(all []string) bool {
			return !slices.ContainsFunc(all, func(tag string) bool { return !slices.Contains(n.tags, tag) })
		})
	}
	return false
}

// toMain sends an event on the main channel of a user's sockets.
func (s *Server) toMain(u *user, event string, body any) { s.toChannel(u, "main", event, body) }

// toDrive sends an event on the drive channel of a user's sockets.
func (s *Server) toDrive(u *user, event string, body any) { s.toChannel(u, "drive", event, body) }

func (s *Server) toChannel(u *user, channel, event string, body any) {
	for _, sock := range s.sockets {
		if sock.user != u {
			continue
		}
		for _, sub := range sock.subs {
			if sub.channel == channel {
				sock.send("channel", object{"id": sub.id, "type": event, "body": body})
			}
		}
	}
}

// capture tells those who have captured a note what happened to it.
func (s *Server) capture(n *note, event string, body any) {
	for _, sock := range s.sockets {
		if sock.captured[n.id] > 0 && n.visibleFor(sock.user) {
			sock.send("noteUpdated", object{"id": n.id, "type": event, "body": body})
		}
	}
}
