package note

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// golden compares with what was looked at and found good; UPDATE=1 in the
// environment writes it anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o600))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
}

func TestNotesAreLaidOut(t *testing.T) {
	newApp(t)
	env := newEnv(newAlbum())
	for _, s := range scenes() {
		t.Run(s.name, func(t *testing.T) { golden(t, "note-"+s.name, dump(Lay(s.value, env, 330))) })
	}
}

func TestNotificationsAreLaidOut(t *testing.T) {
	newApp(t)
	env := newEnv(newAlbum())
	var all strings.Builder
	for _, n := range notices() {
		all.WriteString("# " + string(n.Type) + "\n" + dump(LayNotification(n, Unanswered, Open{}, env, 330)) + "\n")
	}
	golden(t, "notifications", all.String())
}
