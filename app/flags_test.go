package app

import (
	"bytes"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFlags(t *testing.T) {
	f, err := ParseFlags([]string{"--demo", "--hidden", "--home", "x", "--log", "debug", "--trace", "t"}, &bytes.Buffer{})
	require.NoError(t, err)
	assert.Equal(t, Flags{Demo: true, Hidden: true, Home: "x", Log: slog.LevelDebug, Trace: "t"}, f)

	f, err = ParseFlags(nil, &bytes.Buffer{})
	require.NoError(t, err)
	assert.Equal(t, Flags{Log: slog.LevelWarn}, f)
}

func TestFlagsAreRefusedWithAWord(t *testing.T) {
	for _, args := range [][]string{{"--none"}, {"stray"}, {"--log", "loud"}, {"--home"}} {
		var out bytes.Buffer
		_, err := ParseFlags(args, &out)
		require.Error(t, err, args)
		assert.NotEmpty(t, out.String(), args)
	}
}

func TestPathsUnderAHome(t *testing.T) {
	home := t.TempDir()
	p, err := MakePaths(home)
	require.NoError(t, err)
	for _, folder := range []string{p.Config, p.Data, p.Cache} {
		assert.DirExists(t, folder)
		assert.Contains(t, folder, home)
	}
}

func TestPathsOfTheSystem(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("XDG_DATA_HOME", "")
	p, err := MakePaths("")
	require.NoError(t, err)
	assert.DirExists(t, p.Config)
	assert.DirExists(t, p.Data)
	assert.NotEqual(t, p.Config, p.Cache)
}
