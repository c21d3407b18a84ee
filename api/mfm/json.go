package mfm

import (
	"bytes"
	"encoding/json"
)

// shape is a node as mfm-js writes it; a nil part is left out.
type shape struct {
	Type     string `json:"type"`
	Props    any    `json:"props,omitempty"`
	Children []Node `json:"children,omitzero"`
}

// leaf writes a node that has no children.
func leaf(n Node, props any) ([]byte, error) {
	return json.Marshal(shape{Type: n.kind(), Props: props})
}

// branch writes a node that has children, be they none.
func branch(n Node, props any, children []Node) ([]byte, error) {
	if children == nil {
		children = []Node{}
	}
	return json.Marshal(shape{Type: n.kind(), Props: props, Children: children})
}

// orNull is null for an empty string.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// MarshalJSON writes the node as mfm-js does.
func (n Text) MarshalJSON() ([]byte, error) { return leaf(n, map[string]any{"text": n.Text}) }

// MarshalJSON writes the node as mfm-js does.
func (n Bold) MarshalJSON() ([]byte, error) { return branch(n, nil, n.Children) }

// MarshalJSON writes the node as mfm-js does.
func (n Small) MarshalJSON() ([]byte, error) { return branch(n, nil, n.Children) }

// MarshalJSON writes the node as mfm-js does.
func (n Italic) MarshalJSON() ([]byte, error) { return branch(n, nil, n.Children) }

// MarshalJSON writes the node as mfm-js does.
func (n Strike) MarshalJSON() ([]byte, error) { return branch(n, nil, n.Children) }

// MarshalJSON writes the node as mfm-js does.
func (n Center) MarshalJSON() ([]byte, error) { return branch(n, nil, n.Children) }

// MarshalJSON writes the node as mfm-js does.
func (n Quote) MarshalJSON() ([]byte, error) { return branch(n, nil, n.Children) }

// MarshalJSON writes the node as mfm-js does: its text is its only child.
func (n Plain) MarshalJSON() ([]byte, error) { return branch(n, nil, []Node{Text(n)}) }

// MarshalJSON writes the node as mfm-js does.
func (n Fn) MarshalJSON() ([]byte, error) {
	return branch(n, map[string]any{"name": n.Name, "args": fnArgs(n.Args)}, n.Children)
}

// fnArgs are arguments that marshal to one JSON object, in their order.
type fnArgs []Arg

// MarshalJSON writes {"key":"value","flag":true}.
func (args fnArgs) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, a := range args {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(a.Key)
		if err != nil {
			return nil, err
		}
		value := []byte("true")
		if a.Value != "" {
			if value, err = json.Marshal(a.Value); err != nil {
				return nil, err
			}
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// MarshalJSON writes the node as mfm-js does.
func (n InlineCode) MarshalJSON() ([]byte, error) { return leaf(n, map[string]any{"code": n.Code}) }

// MarshalJSON writes the node as mfm-js does: an empty Lang is null.
func (n BlockCode) MarshalJSON() ([]byte, error) {
	return leaf(n, map[string]any{"code": n.Code, "lang": orNull(n.Lang)})
}

// MarshalJSON writes the node as mfm-js does.
func (n MathInline) MarshalJSON() ([]byte, error) {
	return leaf(n, map[string]any{"formula": n.Formula})
}

// MarshalJSON writes the node as mfm-js does.
func (n MathBlock) MarshalJSON() ([]byte, error) {
	return leaf(n, map[string]any{"formula": n.Formula})
}

// MarshalJSON writes the node as mfm-js does.
func (n Search) MarshalJSON() ([]byte, error) {
	return leaf(n, map[string]any{"query": n.Query, "content": n.Content})
}

// MarshalJSON writes the node as mfm-js does.
func (n EmojiCode) MarshalJSON() ([]byte, error) { return leaf(n, map[string]any{"name": n.Name}) }

// MarshalJSON writes the node as mfm-js does.
func (n UnicodeEmoji) MarshalJSON() ([]byte, error) {
	return leaf(n, map[string]any{"emoji": n.Emoji})
}

// MarshalJSON writes the node as mfm-js does: an empty Host is null.
func (n Mention) MarshalJSON() ([]byte, error) {
	return leaf(n, map[string]any{"username": n.Username, "host": orNull(n.Host), "acct": n.Acct})
}

// MarshalJSON writes the node as mfm-js does.
func (n Hashtag) MarshalJSON() ([]byte, error) {
	return leaf(n, map[string]any{"hashtag": n.Hashtag})
}

// MarshalJSON writes the node as mfm-js does: brackets is there only when true.
func (n URL) MarshalJSON() ([]byte, error) {
	props := map[string]any{"url": n.URL}
	if n.Brackets {
		props["brackets"] = true
	}
	return leaf(n, props)
}

// MarshalJSON writes the node as mfm-js does.
func (n Link) MarshalJSON() ([]byte, error) {
	return branch(n, map[string]any{"silent": n.Silent, "url": n.URL}, n.Children)
}
