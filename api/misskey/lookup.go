package misskey

import "encoding/json"

// Lookup is what ap/show found behind an address: one of the two.
type Lookup struct {
	Note *Note
	User *UserDetailed
}

// UnmarshalJSON implements json.Unmarshaler. A kind of thing that is neither
// leaves both nil.
func (l *Lookup) UnmarshalJSON(data []byte) error {
	*l = Lookup{}
	found, _, err := Decode[struct {
		Type   string          `json:"type"`
		Object json.RawMessage `json:"object"`
	}](data)
	if err != nil || found.Object == nil {
		return err
	}
	switch found.Type {
	case "Note":
		note, _, err := Decode[Note](found.Object)
		l.Note = &note
		return err
	case "User":
		user, _, err := Decode[UserDetailed](found.Object)
		l.User = &user
		return err
	}
	return nil
}
