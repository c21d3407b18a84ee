package misskey

import "encoding/json"

// MutedWord is an entry of the account's muted words: a note is muted when it
// holds all of Words or matches Pattern, a JavaScript "/regular expression/flags".
// One of the two is set; an entry without either mutes nothing.
type MutedWord struct {
	Words   []string
	Pattern string
}

// UnmarshalJSON implements json.Unmarshaler: a list of words or a pattern.
func (w *MutedWord) UnmarshalJSON(data []byte) error {
	*w = MutedWord{}
	if json.Unmarshal(data, &w.Words) != nil {
		w.Words = nil
		if json.Unmarshal(data, &w.Pattern) != nil {
			w.Pattern = ""
		}
	}
	return nil
}

// MarshalJSON implements json.Marshaler, in the shape that was read.
func (w MutedWord) MarshalJSON() ([]byte, error) {
	if w.Pattern != "" {
		return json.Marshal(w.Pattern)
	}
	return json.Marshal(append([]string{}, w.Words...))
}
