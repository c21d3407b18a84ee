package misskey

import (
	"strconv"
	"strings"
	"time"
)

// IDs are opaque ASCII strings. Within one server they sort by creation time
// as plain strings. Each kind has its own type so that one cannot be passed
// for another.
type (
	// NoteID names a note.
	NoteID string
	// UserID names a user.
	UserID string
	// FileID names a Drive file.
	FileID string
	// FolderID names a Drive folder.
	FolderID string
	// NotificationID names a notification.
	NotificationID string
	// ReactionID names one reaction of one user.
	ReactionID string
	// ChannelID names a channel.
	ChannelID string
	// ListID names a user list.
	ListID string
	// AntennaID names an antenna.
	AntennaID string
	// ClipID names a clip.
	ClipID string
	// RoleID names a role.
	RoleID string
	// AnnouncementID names an announcement.
	AnnouncementID string
	// EmojiID names a custom emoji.
	EmojiID string
	// RoomID names a chat room.
	RoomID string
	// MessageID names a chat message.
	MessageID string
	// DraftID names a draft or a scheduled note.
	DraftID string
)

// aidxEpoch is where the time in aid and aidx IDs begins: 2000-01-01 UTC.
const aidxEpoch = 946684800000

// IDTime tells when an ID was made, for the methods a server may use: aid and
// aidx, meid, meidg, object ID and ULID. ok is false for any other shape.
func IDTime[ID ~string](id ID) (at time.Time, ok bool) {
	ms, ok := idMillis(string(id))
	if !ok {
		return time.Time{}, false
	}
	return time.UnixMilli(ms).UTC(), true
}

func idMillis(id string) (int64, bool) {
	switch {
	case len(id) == 16 || len(id) == 10:
		ms, err := strconv.ParseInt(id[:8], 36, 64)
		return ms + aidxEpoch, err == nil
	case len(id) == 24 && id[0] == 'g':
		ms, err := strconv.ParseInt(id[1:12], 16, 64)
		return ms, err == nil
	case len(id) == 24 && id[0] >= '8':
		ms, err := strconv.ParseInt(id[:12], 16, 64)
		return ms - 0x800000000000, err == nil
	case len(id) == 24:
		s, err := strconv.ParseInt(id[:8], 16, 64)
		return s * 1000, err == nil
	case len(id) == 26:
		return ulidMillis(id[:10])
	}
	return 0, false
}

func ulidMillis(s string) (int64, bool) {
	const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	var ms int64
	for _, r := range strings.ToUpper(s) {
		digit := strings.IndexRune(crockford, r)
		if digit < 0 {
			return 0, false
		}
		ms = ms<<5 | int64(digit)
	}
	return ms, true
}
