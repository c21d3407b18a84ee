package misskey

// Meta is what a server tells of itself, of meta.
type Meta struct {
	Name            string   `json:"name"`
	ShortName       string   `json:"shortName"`
	URI             string   `json:"uri"` // base address, no slash at the end
	Version         string   `json:"version"`
	Description     string   `json:"description"` // HTML
	ThemeColor      string   `json:"themeColor"`
	IconURL         string   `json:"iconUrl"`
	BannerURL       string   `json:"bannerUrl"`
	MaintainerName  string   `json:"maintainerName"`
	MediaProxy      string   `json:"mediaProxy"` // base address
	MaxNoteText     int      `json:"maxNoteTextLength"`
	MaxFileSize     int64    `json:"maxFileSize"` // bytes
	ServerRules     []string `json:"serverRules"`
	TOSURL          string   `json:"tosUrl"`
	PrivacyURL      string   `json:"privacyPolicyUrl"`
	Translator      bool     `json:"translatorAvailable"`
	SearchableScope string   `json:"noteSearchableScope"` // local, global
	Policies        Policies `json:"policies"`
	Features        Features `json:"features"`
	DisableRegister bool     `json:"disableRegistration"`
}

// Features are switches of a server, in the detailed meta only. A nil switch
// was not told.
type Features struct {
	MiAuth         *bool `json:"miauth"`
	LocalTimeline  *bool `json:"localTimeline"`
	GlobalTimeline *bool `json:"globalTimeline"`
}
