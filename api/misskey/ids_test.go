package misskey_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
)

func TestIDTime(t *testing.T) {
	at := time.Date(2026, 11, 20, 22, 11, 51, 310e6, time.UTC)
	second := at.Truncate(time.Second)
	for id, want := range map[string]time.Time{
		"att3lymm7ayd012d": at, // aidx
		"att3lymm12":       at, // aid
		fmt.Sprintf("%012x000000000000", at.UnixMilli()+0x800000000000): at,                                  // meid
		fmt.Sprintf("g%011x000000000000", at.UnixMilli()):               at,                                  // meidg
		fmt.Sprintf("%08x0000000000000000", at.Unix()):                  second,                              // object ID
		"01ARZ3NDEKTSV4RRFFQ69G5FAV":                                    time.UnixMilli(1469922850259).UTC(), // ULID
	} {
		got, ok := misskey.IDTime(misskey.NoteID(id))
		assert.True(t, ok, id)
		assert.Equal(t, want, got, id)
	}
	for _, id := range []misskey.NoteID{"", "x", "!!!!!!!!ayd012d0", "ggggggggggggggggggggg000", "01ARZ3NDEU--------------UU"} {
		_, ok := misskey.IDTime(id)
		assert.False(t, ok, id)
	}
}
