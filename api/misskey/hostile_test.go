package misskey_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNullsAreHarmless puts null in the place of everything, one depth of
// nesting after the other.
func TestNullsAreHarmless(t *testing.T) {
	for _, s := range samples(t) {
		for depth := range 9 {
			spoilt := replaced(decoded(t, s.data), depth, func(any) any { return nil })
			text, err := json.Marshal(spoilt)
			require.NoError(t, err)
			assert.NoError(t, json.Unmarshal(text, reflect.New(s.as).Interface()), "%s at depth %d", s.name, depth)
		}
	}
}

// TestWrongTypesSpoilNothingElse puts something else in the place of
// everything that is no date: what is left is read all the same.
func TestWrongTypesSpoilNothingElse(t *testing.T) {
	for _, s := range samples(t) {
		for depth := 1; depth < 9; depth++ {
			spoilt := replaced(decoded(t, s.data), depth, otherwise)
			text, err := json.Marshal(spoilt)
			require.NoError(t, err)
			err = json.Unmarshal(text, reflect.New(s.as).Interface())
			var wrong *json.UnmarshalTypeError
			assert.True(t, err == nil || errors.As(err, &wrong), "%s at depth %d: %v", s.name, depth, err)
		}
	}
}

// otherwise is a value of another type; a date, which is needed, stays.
func otherwise(value any) any {
	switch value := value.(type) {
	case string:
		if _, err := time.Parse(time.RFC3339, value); err == nil {
			return value
		}
		return 7
	case []any:
		return map[string]any{"no": "list"}
	case map[string]any:
		return "no object"
	case nil:
		return nil
	}
	return "neither number nor switch"
}

// replaced is value with all that stands at a depth put through by.
func replaced(value any, depth int, by func(any) any) any {
	if depth == 0 {
		return by(value)
	}
	switch value := value.(type) {
	case []any:
		out := make([]any, len(value))
		for i, element := range value {
			out[i] = replaced(element, depth-1, by)
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(value))
		for key, element := range value {
			out[key] = replaced(element, depth-1, by)
		}
		return out
	}
	return value
}
