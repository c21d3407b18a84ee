// Package settings keeps the preferences of the reader in a file of our own.
//
// The file is small JSON, written whole and put in place at once, so that a
// crash leaves the last settings or the new ones. A damaged file is set aside
// and the defaults used. Load and Save touch the disk and belong off the Fyne
// goroutine, but for the one Load before the window opens.
package settings

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"mejiro/assets"
)

// Theme is the choice of colours.
type Theme string

// The themes. Auto follows the desktop.
const (
	ThemeAuto  Theme = "auto"
	ThemeLight Theme = "light"
	ThemeDark  Theme = "dark"
)

// Animation is the choice of what moves: animated pictures and MFM.
type Animation string

// The choices. With Hover it is what the pointer is on.
const (
	AnimationOn    Animation = "on"
	AnimationHover Animation = "hover"
	AnimationOff   Animation = "off"
)

// Auto as a language follows the desktop; the others are assets.Languages.
const Auto = "auto"

// Column is a column of the deck.
type Column struct {
	Account string  `json:"account"` // the ID of the account
	Source  string  `json:"source"`
	Width   float32 `json:"width,omitempty"` // device-independent; 0 is the usual
}

// Settings are all preferences.
type Settings struct {
	Theme        Theme     `json:"theme"`
	Language     string    `json:"language"`
	Animation    Animation `json:"animation"`
	ReduceMotion bool      `json:"reduceMotion"` // nothing moves, whatever Animation says
	AdvancedMFM  bool      `json:"advancedMFM"`
	Preview      bool      `json:"preview"` // of the note that is written
	Columns      []Column  `json:"columns"`
	Width        float32   `json:"width"` // of the window
	Height       float32   `json:"height"`
	Reactions    []string  `json:"reactions"` // the palette
}

// Defaults are the settings of a first start.
func Defaults() Settings {
	return Settings{
		Theme: ThemeAuto, Language: Auto, Animation: AnimationOn, AdvancedMFM: true, Width: 1120, Height: 760,
		Reactions: []string{"👍", "❤️", "😆", "🤔", "😮", "🎉", "💢", "😥", "😇", "🍮"},
	}
}

const fileName = "settings.json"

// ErrDamaged is wrapped by the error of Load when the file was unreadable and
// has been set aside.
var ErrDamaged = errors.New("the settings file was damaged and has been set aside")

// Load reads the settings in folder. Where it returns an error the defaults
// come with it.
func Load(folder string) (Settings, error) {
	s := Defaults()
	path := filepath.Join(folder, fileName)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, fmt.Errorf("settings: %w", err)
	}
	if err := json.Unmarshal(data, &s); err != nil {
		aside := path + ".damaged-" + time.Now().UTC().Format("20060102-150405")
		return Defaults(), errors.Join(ErrDamaged, os.Rename(path, aside))
	}
	return s.sane(), nil
}

// sane puts defaults where a file edited by hand says something odd.
func (s Settings) sane() Settings {
	d := Defaults()
	if !slices.Contains([]Theme{ThemeAuto, ThemeLight, ThemeDark}, s.Theme) {
		s.Theme = d.Theme
	}
	if !slices.Contains([]Animation{AnimationOn, AnimationHover, AnimationOff}, s.Animation) {
		s.Animation = d.Animation
	}
	if s.Language != Auto && !slices.Contains(assets.Languages(), s.Language) {
		s.Language = d.Language
	}
	if !(s.Width >= 360 && s.Width <= 10_000 && s.Height >= 300 && s.Height <= 10_000) {
		s.Width, s.Height = d.Width, d.Height
	}
	return s
}

// Save writes the settings in folder, making it where needed.
func Save(folder string, s Settings) error {
	data, err := json.MarshalIndent(s, "", "\t")
	if err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	return replace(filepath.Join(folder, fileName), data)
}

// replace writes a file beside its place, makes sure of it and puts it there.
func replace(path string, data []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), fileName+".new-*")
	if err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	return nil
}
