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
	NoteID         string
	UserID         string
	FileID         string
	FolderID       string
	NotificationID string
	ReactionID     string
	ChannelID      string
	ListID         string
	AntennaID      string
	ClipID         string
	RoleID         string
	AnnouncementID string
	EmojiID        string
	RoomID         string
	MessageID      string
	DraftID        string
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
