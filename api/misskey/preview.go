package misskey

// URLPreview tells what is behind a link, of the server's /url. Pictures are
// addresses of the server's proxy.
type URLPreview struct {
	URL         string        `json:"url"`
	Title       string        `json:"title"`
	Description string        `json:"description"`
	Icon        string        `json:"icon"`
	Thumbnail   string        `json:"thumbnail"`
	SiteName    string        `json:"sitename"`
	Sensitive   bool          `json:"sensitive"`
	ActivityPub string        `json:"activityPub"` // an address ap/show can open; "" for none
	Player      PreviewPlayer `json:"player"`
}

// PreviewPlayer is a page that plays what is behind a link; URL is "" where
// there is none.
type PreviewPlayer struct {
	URL    string  `json:"url"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// Translation is a note in another language, of notes/translate.
type Translation struct {
	SourceLang string `json:"sourceLang"`
	Text       string `json:"text"`
}
