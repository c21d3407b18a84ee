package misskey

// Emoji is a custom emoji of a server, of emojis. Name has no colons.
type Emoji struct {
	Name        string   `json:"name"`
	Aliases     []string `json:"aliases"`
	Category    string   `json:"category"` // levels separated by "/"; "" for none
	URL         string   `json:"url"`
	LocalOnly   bool     `json:"localOnly"`
	IsSensitive bool     `json:"isSensitive"`
	// RoleIDs, when not empty, are the roles that may react with it.
	RoleIDs []RoleID `json:"roleIdsThatCanBeUsedThisEmojiAsReaction"`
}

// EmojiMap maps names of custom emoji to picture addresses. Servers before 13
// and some forks send a list of {name, url} instead of an object; both are
// read, anything else is an empty map.
type EmojiMap map[string]string

// UnmarshalJSON implements json.Unmarshaler.
func (m *EmojiMap) UnmarshalJSON(data []byte) error {
	*m = nil
	if object, _, err := Decode[map[string]*string](data); err == nil {
		for name, url := range object {
			m.set(name, url)
		}
		return nil
	}
	type emoji struct {
		Name string  `json:"name"`
		URL  *string `json:"url"`
	}
	list, _ := DecodeList[emoji](data, nil)
	for _, e := range list.Items {
		m.set(e.Name, e.URL)
	}
	return nil
}

func (m *EmojiMap) set(name string, url *string) {
	if url == nil {
		return
	}
	if *m == nil {
		*m = EmojiMap{}
	}
	(*m)[name] = *url
}

// EmojiDetailed is a custom emoji with its papers, of emoji and of the stream.
type EmojiDetailed struct {
	Emoji
	ID      EmojiID `json:"id"`
	Host    string  `json:"host"` // "" for one of this server
	License string  `json:"license"`
}
