package app

import (
	"fmt"
	"os"
	"path/filepath"
)

// Paths are the folders the app writes in. They exist once MakePaths returned.
type Paths struct {
	Config string // settings and the account list; small, worth a backup
	Data   string // what cannot be fetched again
	Cache  string // what can
}

// MakePaths finds the folders: those of the system, or under home if it is
// not "".
func MakePaths(home string) (Paths, error) {
	p, err := findPaths(home)
	if err != nil {
		return p, fmt.Errorf("no folder to keep settings in: %w", err)
	}
	for _, folder := range []string{p.Config, p.Data, p.Cache} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return p, fmt.Errorf("making a folder of the app: %w", err)
		}
	}
	return p, nil
}

func findPaths(home string) (Paths, error) {
	if home != "" {
		absolute, err := filepath.Abs(home)
		return Paths{
			Config: filepath.Join(absolute, "config"),
			Data:   filepath.Join(absolute, "data"),
			Cache:  filepath.Join(absolute, "cache"),
		}, err
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return Paths{}, err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return Paths{}, err
	}
	return Paths{
		Config: filepath.Join(config, "mejiro"),
		Data:   filepath.Join(dataFolder(config), "mejiro"),
		Cache:  filepath.Join(cache, "mejiro"),
	}, nil
}

// dataFolder is XDG's data folder where the system has one, otherwise the
// configuration folder, as is usual on macOS and Windows.
func dataFolder(config string) string {
	if data := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return data
	}
	if home, err := os.UserHomeDir(); err == nil && filepath.Base(config) == ".config" {
		return filepath.Join(home, ".local", "share")
	}
	return config
}
