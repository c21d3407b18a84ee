package misskey

import (
	"encoding/json"
	"errors"
)

// Decode reads one value of a server. What is no T at all, or no JSON, is err.
// A field whose type is not the expected one, as forks have them, is left at
// its zero value and told in odd, and the rest is read.
func Decode[T any](data []byte) (value T, odd, err error) {
	err = json.Unmarshal(data, &value)
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) && wrong.Field != "" {
		return value, err, nil
	}
	if err != nil {
		var zero T
		return zero, nil, err
	}
	return value, nil, nil
}

// List is a decoded list of a server.
type List[T any] struct {
	Items   []T
	Skipped int   // elements that were no T, or that keep did not want
	Bent    int   // items with a field left at zero, see Decode
	Odd     error // the first error of a skipped or bent element
}

// errUnwanted is the Odd of an element that lacks what makes it one.
var errUnwanted = errors.New("element without what identifies it")

// DecodeList reads a list element by element, so that one that makes no sense
// does not take the others with it. keep, when not nil, says whether an
// element is whole enough to be used. err means that data is no list; null is
// an empty one.
func DecodeList[T any](data []byte, keep func(T) bool) (list List[T], err error) {
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return List[T]{}, err
	}
	list.Items = make([]T, 0, len(raw))
	for _, element := range raw {
		list.add(element, keep)
	}
	return list, nil
}

func (l *List[T]) add(element []byte, keep func(T) bool) {
	item, odd, err := Decode[T](element)
	if err == nil && keep != nil && !keep(item) {
		err = errUnwanted
	}
	switch {
	case err != nil:
		l.Skipped++
		odd = err
	case odd != nil:
		l.Bent++
		l.Items = append(l.Items, item)
	default:
		l.Items = append(l.Items, item)
	}
	if l.Odd == nil {
		l.Odd = odd
	}
}
