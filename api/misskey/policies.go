package misskey

import (
	"encoding/json"
	"errors"
)

// Policies are what the viewer's roles allow. What a server does not tell has
// Misskey's default; Told is false when it told none at all, as old servers do.
type Policies struct {
	Told bool `json:"-"`

	GTLAvailable     bool   `json:"gtlAvailable"`
	LTLAvailable     bool   `json:"ltlAvailable"`
	CanPublicNote    bool   `json:"canPublicNote"`
	CanSearchNotes   bool   `json:"canSearchNotes"`
	CanSearchUsers   bool   `json:"canSearchUsers"`
	CanUseTranslator bool   `json:"canUseTranslator"`
	CanInvite        bool   `json:"canInvite"`
	ChatAvailability string `json:"chatAvailability"` // available, readonly, unavailable

	MaxFileSizeMB       float64  `json:"maxFileSizeMb"`
	DriveCapacityMB     float64  `json:"driveCapacityMb"`
	UploadableFileTypes []string `json:"uploadableFileTypes"`

	MentionLimit      int `json:"mentionLimit"` // in one note
	PinLimit          int `json:"pinLimit"`
	AntennaLimit      int `json:"antennaLimit"`
	ClipLimit         int `json:"clipLimit"`
	NotesPerClipLimit int `json:"noteEachClipsLimit"`
	ListLimit         int `json:"userListLimit"`
	UsersPerListLimit int `json:"userEachUserListsLimit"`
	WordMuteLimit     int `json:"wordMuteLimit"` // characters
	NoteDraftLimit    int `json:"noteDraftLimit"`
}

// defaultPolicies are those of a new Misskey.
func defaultPolicies() Policies {
	return Policies{
		GTLAvailable: true, LTLAvailable: true, CanPublicNote: true,
		CanSearchUsers: true, CanUseTranslator: true,
		MaxFileSizeMB: 30, DriveCapacityMB: 100,
		MentionLimit: 20, PinLimit: 5, AntennaLimit: 5, ClipLimit: 10, NotesPerClipLimit: 200,
		ListLimit: 10, UsersPerListLimit: 50, WordMuteLimit: 200, NoteDraftLimit: 10,
	}
}

// UnmarshalJSON implements json.Unmarshaler.
func (p *Policies) UnmarshalJSON(data []byte) error {
	type plain Policies
	told := plain(*p)
	if !p.Told {
		told = plain(defaultPolicies())
	}
	err := json.Unmarshal(data, &told)
	var wrong *json.UnmarshalTypeError
	if err != nil && !errors.As(err, &wrong) || string(data) == "null" {
		return err
	}
	told.Told = wrong == nil || wrong.Field != ""
	*p = Policies(told)
	return nil
}
