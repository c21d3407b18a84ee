package stream

import (
	"encoding/json"
	"errors"
	"fmt"

	"mejiro/api/misskey"
)

// frame is what both sides send: {"type": …, "body": …}.
type frame struct {
	Type string          `json:"type"`
	Body json.RawMessage `json:"body"`
}

// scoped is the body of "channel" and "noteUpdated": something about id.
type scoped struct {
	ID   string          `json:"id"`
	Type string          `json:"type"`
	Body json.RawMessage `json:"body"`
}

var (
	errNoID   = errors.New("an entity without id")
	errNoBody = errors.New("a message without body")
)

// message is one decoded frame. from is the subscription that spoke or was
// confirmed; event is nil when the frame only confirmed it.
type message struct {
	from  SubscriptionID
	event Event
}

func decode(data []byte) (message, error) {
	var f frame
	if err := json.Unmarshal(data, &f); err != nil {
		return message{}, err
	}
	if f.Type != "channel" && f.Type != "noteUpdated" && f.Type != "connected" {
		event, err := decodeBroadcast(f)
		return message{event: event}, err
	}
	var s scoped
	if err := json.Unmarshal(f.Body, &s); err != nil {
		return message{}, err
	}
	if s.ID == "" {
		return message{}, errNoID
	}
	switch f.Type {
	case "connected":
		return message{from: SubscriptionID(s.ID)}, nil
	case "channel":
		event, err := decodeChannel(s)
		return message{from: SubscriptionID(s.ID), event: event}, err
	}
	event, err := decodeNoteUpdate(s)
	return message{event: event}, err
}

// decoder makes an event from the body of a channel message.
type decoder func(from SubscriptionID, body json.RawMessage) (Event, error)

// channelDecoders holds what the channels send, by type. The types of
// different channels do not clash where this client knows both.
var channelDecoders = map[string]decoder{
	"note":        decodeNote,
	"userAdded":   about(func(s SubscriptionID, u misskey.User) Event { return UserAdded{s, u} }),
	"userRemoved": about(func(s SubscriptionID, u misskey.User) Event { return UserRemoved{s, u} }),

	"notification": decodeNotification(func(n misskey.Notification) Event { return NotificationArrived{n} }),
	"unreadNotification": decodeNotification(
		func(n misskey.Notification) Event { return NotificationUnread{n} }),
	"readAllNotifications": bare(AllNotificationsRead{}),
	"notificationFlushed":  bare(NotificationsFlushed{}),
	"readAllAnnouncements": bare(AllAnnouncementsRead{}),
	"announcementCreated":  of(newAnnouncementCreated),
	"meUpdated":            decodeMe,
	"follow":               of(func(u misskey.UserDetailed) Event { return FollowCreated{u} }),
	"unfollow":             of(func(u misskey.UserDetailed) Event { return FollowDeleted{u} }),
	"followed":             of(func(u misskey.User) Event { return Followed{u} }),
	"receiveFollowRequest": of(func(u misskey.User) Event { return FollowRequested{u} }),
	"myTokenRegenerated":   bare(TokenRegenerated{}),

	"driveFileCreated":  of(func(f misskey.DriveFile) Event { return DriveFileCreated{f} }),
	"fileCreated":       of(func(f misskey.DriveFile) Event { return DriveFileCreated{f} }),
	"fileUpdated":       of(func(f misskey.DriveFile) Event { return DriveFileUpdated{f} }),
	"fileDeleted":       of(func(id misskey.FileID) Event { return DriveFileDeleted{id} }),
	"folderCreated":     of(func(f misskey.DriveFolder) Event { return DriveFolderCreated{f} }),
	"folderUpdated":     of(func(f misskey.DriveFolder) Event { return DriveFolderUpdated{f} }),
	"folderDeleted":     of(func(id misskey.FolderID) Event { return DriveFolderDeleted{id} }),
	"urlUploadFinished": of(func(e URLUploadFinished) Event { return e }),
}

func decodeChannel(s scoped) (Event, error) {
	if d, ok := channelDecoders[s.Type]; ok {
		event, err := d(SubscriptionID(s.ID), s.Body)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Type, err)
		}
		return event, nil
	}
	return Unknown{SubscriptionID(s.ID), s.Type}, nil
}

var broadcastDecoders = map[string]decoder{
	"emojiAdded":          of(func(b struct{ Emoji misskey.Emoji }) Event { return EmojiAdded{b.Emoji} }),
	"emojiUpdated":        of(func(b emojiList) Event { return EmojiUpdated(b) }),
	"emojiDeleted":        of(func(b emojiList) Event { return EmojiDeleted{b.names()} }),
	"announcementCreated": of(newAnnouncementCreated),
}

func decodeBroadcast(f frame) (Event, error) {
	if d, ok := broadcastDecoders[f.Type]; ok {
		return d("", f.Body)
	}
	return Unknown{Type: f.Type}, nil
}

type emojiList struct{ Emojis []misskey.Emoji }

func (l emojiList) names() []string {
	names := make([]string, 0, len(l.Emojis))
	for _, e := range l.Emojis {
		names = append(names, e.Name)
	}
	return names
}

func newAnnouncementCreated(b struct{ Announcement misskey.Announcement }) Event {
	return AnnouncementCreated{b.Announcement}
}

func decodeNote(from SubscriptionID, body json.RawMessage) (Event, error) {
	n, err := read[misskey.Note](body)
	if err != nil {
		return nil, err
	}
	if n.ID == "" {
		return nil, errNoID
	}
	return NoteArrived{Subscription: from, Note: n, Partial: n.UserID == "" || n.User.ID == ""}, nil
}

// read decodes an entity. A field of a wrong type, as forks have them, is left
// out and the rest is good.
func read[T any](body json.RawMessage) (T, error) {
	v, _, err := misskey.Decode[T](body)
	return v, err
}

func decodeNotification(build func(misskey.Notification) Event) decoder {
	return func(_ SubscriptionID, body json.RawMessage) (Event, error) {
		n, err := read[misskey.Notification](body)
		if err != nil {
			return nil, err
		}
		if n.ID == "" {
			return nil, errNoID
		}
		return build(n), nil
	}
}

// decodeMe checks that the body is a profile and keeps its text for Merge.
func decodeMe(_ SubscriptionID, body json.RawMessage) (Event, error) {
	var me misskey.Me
	if err := json.Unmarshal(body, &me); err != nil {
		return nil, err
	}
	if me.ID == "" {
		return nil, errNoID
	}
	return MeUpdated{body}, nil
}

func decodeNoteUpdate(s scoped) (Event, error) {
	var b struct {
		Reaction string         `json:"reaction"`
		Emoji    *ReactionEmoji `json:"emoji"`
		UserID   misskey.UserID `json:"userId"`
		Choice   *int           `json:"choice"`
		CW       *string        `json:"cw"`
		Text     *string        `json:"text"`
	}
	if len(s.Body) > 0 {
		if err := json.Unmarshal(s.Body, &b); err != nil && s.Type != "deleted" {
			return nil, fmt.Errorf("%s: %w", s.Type, err)
		}
	}
	id := misskey.NoteID(s.ID)
	switch s.Type {
	case "reacted":
		return NoteReacted{id, b.Reaction, b.Emoji, b.UserID}, missing(b.Reaction == "")
	case "unreacted":
		return NoteUnreacted{id, b.Reaction, b.UserID}, missing(b.Reaction == "")
	case "pollVoted":
		if b.Choice == nil {
			return nil, errNoBody
		}
		return NotePollVoted{id, *b.Choice, b.UserID}, nil
	case "deleted":
		return NoteDeleted{id}, nil
	case "updated":
		return NoteEdited{NoteID: id, Text: b.Text, CW: b.CW}, nil
	}
	return Unknown{Type: s.Type}, nil
}

func missing(it bool) error {
	if it {
		return errNoBody
	}
	return nil
}

// of decodes a body that is one T.
func of[T any](build func(T) Event) decoder {
	return about(func(_ SubscriptionID, v T) Event { return build(v) })
}

// about decodes a body that is one T and says whose it is.
func about[T any](build func(SubscriptionID, T) Event) decoder {
	return func(from SubscriptionID, body json.RawMessage) (Event, error) {
		if len(body) == 0 || string(body) == "null" {
			return nil, errNoBody
		}
		var v T
		if err := json.Unmarshal(body, &v); err != nil {
			return nil, err
		}
		return build(from, v), nil
	}
}

// bare is for messages whose type says all.
func bare(e Event) decoder {
	return func(SubscriptionID, json.RawMessage) (Event, error) { return e, nil }
}
