package misskey_test

import (
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

// TestUnreadFieldsAreDecisions compares the recorded fields that no entity
// reads with testdata/unread.txt, where every omission has its line.
func TestUnreadFieldsAreDecisions(t *testing.T) {
	found := unread{}
	for _, s := range samples(t) {
		found.walk(s.name, s.as, decoded(t, s.data))
	}
	for endpoint := range unasked {
		found["endpoint "+endpoint] = true
	}
	listed := listedUnread(t)
	for _, line := range slices.Sorted(maps.Keys(found)) {
		assert.True(t, listed[line], "%s is recorded, is read by no entity and is not in testdata/unread.txt", line)
	}
	for _, line := range slices.Sorted(maps.Keys(listed)) {
		assert.True(t, found[line], "%s is in testdata/unread.txt, but is read or was not recorded", line)
	}
}

func listedUnread(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile("testdata/unread.txt")
	require.NoError(t, err)
	listed := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			assert.False(t, listed[line], "%s is listed twice", line)
			listed[line] = true
		}
	}
	return listed
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	var value any
	require.NoError(t, json.Unmarshal(data, &value))
	return value
}

// unread collects "Entity.field" of what a type does not read.
type unread map[string]bool

func (u unread) walk(name string, as reflect.Type, value any) {
	for as.Kind() == reflect.Pointer {
		as = as.Elem()
	}
	switch as {
	case one[time.Time](), one[json.RawMessage](), one[misskey.MutedWord](), one[misskey.EmojiMap]():
		return
	case one[misskey.Lookup]():
		u.walk(name, one[misskey.Note](), value.(map[string]any)["object"])
		return
	}
	switch value := value.(type) {
	case []any:
		for _, element := range value {
			u.walk(name, as.Elem(), element)
		}
	case map[string]any:
		u.walkObject(name, as, value)
	}
}

func (u unread) walkObject(name string, as reflect.Type, value map[string]any) {
	if as.Kind() == reflect.Map {
		for _, element := range value {
			u.walk(name, as.Elem(), element)
		}
		return
	}
	if as == one[misskey.UserDetailed]() {
		as = one[misskey.Me]() // lists of users hold one's own profile with all of it
	}
	if as.Name() != "" {
		name = as.Name()
	}
	fields := map[string]reflect.Type{}
	collect(as, fields)
	for key, element := range value {
		if field, ok := fields[strings.ToLower(key)]; ok {
			u.walk(name, field, element)
		} else {
			u[name+"."+key] = true
		}
	}
}

// collect gathers the JSON names a struct reads, those of embedded ones too.
func collect(as reflect.Type, fields map[string]reflect.Type) {
	for i := range as.NumField() {
		field := as.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Anonymous:
			collect(field.Type, fields)
		case name == "":
			fields[strings.ToLower(field.Name)] = field.Type
		case name != "-":
			fields[strings.ToLower(name)] = field.Type
		}
	}
}
