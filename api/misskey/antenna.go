package misskey

import "time"

// Antenna collects notes that hold certain words.
type Antenna struct {
	ID        AntennaID `json:"id"`
	CreatedAt time.Time `json:"createdAt"`
	Name      string    `json:"name"`
	// Keywords are alternatives of words that all have to occur.
	Keywords        [][]string `json:"keywords"`
	ExcludeKeywords [][]string `json:"excludeKeywords"`
	Source          string     `json:"src"` // home, all, users, list, users_blacklist
	ListID          ListID     `json:"userListId"`
	Users           []string   `json:"users"` // as "@name" or "@name@host"

	CaseSensitive bool `json:"caseSensitive"`
	LocalOnly     bool `json:"localOnly"`
	ExcludeBots   bool `json:"excludeBots"`
	WithReplies   bool `json:"withReplies"`
	WithFile      bool `json:"withFile"`
	NoSensitive   bool `json:"excludeNotesInSensitiveChannel"`
	IsActive      bool `json:"isActive"` // false when nobody read it for days
	Notify        bool `json:"notify"`
}
