package settings_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/app/settings"
)

func TestSettingsComeBack(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	s := settings.Defaults()
	s.Theme, s.Language = settings.ThemeDark, "ja"
	s.Animation, s.AdvancedMFM = settings.AnimationHover, false
	s.Columns = []settings.Column{{Account: "a", Source: "home", Width: 400}}
	require.NoError(t, settings.Save(folder, s))

	got, err := settings.Load(folder)
	require.NoError(t, err)
	assert.Equal(t, s, got)
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, left, 1, "nothing but the settings may be left behind")
}

func TestFirstStartHasDefaults(t *testing.T) {
	s, err := settings.Load(t.TempDir())
	require.NoError(t, err)
	assert.Equal(t, settings.Defaults(), s)
}

func TestDamagedFileIsSetAside(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "settings.json"), []byte(`{"theme":`), 0o600))

	s, err := settings.Load(folder)
	require.ErrorIs(t, err, settings.ErrDamaged)
	assert.Equal(t, settings.Defaults(), s)
	aside, err := filepath.Glob(filepath.Join(folder, "settings.json.damaged-*"))
	require.NoError(t, err)
	require.Len(t, aside, 1)
	kept, err := os.ReadFile(aside[0])
	require.NoError(t, err)
	assert.Equal(t, `{"theme":`, string(kept))
}

func TestOddValuesBecomeDefaults(t *testing.T) {
	folder := t.TempDir()
	odd := `{"theme":"plaid","language":"xx","animation":"wild","width":-4,"height":1e30}`
	require.NoError(t, os.WriteFile(filepath.Join(folder, "settings.json"), []byte(odd), 0o600))

	s, err := settings.Load(folder)
	require.NoError(t, err)
	assert.Equal(t, settings.Defaults(), s)
}

func TestSettingsOfBeforeMotionHaveItOn(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "settings.json"), []byte(`{"theme":"dark"}`), 0o600))

	s, err := settings.Load(folder)
	require.NoError(t, err)
	assert.Equal(t, settings.AnimationOn, s.Animation)
	assert.True(t, s.AdvancedMFM)
}

func TestUnwritableFolderIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	require.Error(t, settings.Save(filepath.Join(file, "below"), settings.Defaults()))
}
