package account

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

const (
	fileName    = "accounts.json"
	fileVersion = 1
	maxFile     = 4 << 20 // bytes
)

// Damaged is a notice: the list of accounts could not be read whole. What was
// there lies at Path. The tokens are still in the keyring; signing in again
// brings an account back with all that was kept for it.
type Damaged struct {
	Path string
	Kept int // accounts that could be read
	Err  error
}

// Error implements error.
func (d *Damaged) Error() string {
	return fmt.Sprintf("the list of accounts is damaged; it was set aside as %s: %v", d.Path, d.Err)
}

// Unwrap is what was wrong.
func (d *Damaged) Unwrap() error { return d.Err }

type file struct {
	Version  int               `json:"version"`
	Acting   ID                `json:"acting"`
	Accounts []json.RawMessage `json:"accounts"`
}

// load reads the list. A file that is damaged, or of a later version, is set
// aside and what could be read of it is written anew.
func load(folder string) (List, *Damaged, error) {
	path := filepath.Join(folder, fileName)
	data, err := read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return List{}, nil, nil
	}
	if err != nil {
		return List{}, nil, fmt.Errorf("reading the list of accounts: %w", err)
	}
	list, flaw := parse(data)
	if flaw == nil {
		return list, nil, nil
	}
	aside := path + ".damaged-" + time.Now().UTC().Format("20060102T150405.000000000Z")
	if err := os.Rename(path, aside); err != nil {
		return List{}, nil, fmt.Errorf("setting the damaged list of accounts aside: %w", err)
	}
	notice := &Damaged{Path: aside, Kept: len(list.Accounts), Err: flaw}
	if len(list.Accounts) == 0 {
		return list, notice, nil
	}
	return list, notice, save(folder, list)
}

func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, maxFile+1))
}

// parse reads all that can be read; err tells of the rest.
func parse(data []byte) (List, error) {
	if len(data) > maxFile {
		return List{}, errors.New("too large")
	}
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return List{}, err
	}
	if f.Version != fileVersion {
		return List{}, fmt.Errorf("version %d is not known", f.Version)
	}
	var list List
	var flaws []error
	for _, raw := range f.Accounts {
		var a Account
		err := json.Unmarshal(raw, &a)
		if err == nil {
			err = a.valid()
		}
		if err == nil && list.index(a.ID) >= 0 {
			err = errors.New("an account twice")
		}
		if err != nil {
			flaws = append(flaws, err)
			continue
		}
		list.Accounts = append(list.Accounts, a)
	}
	list.Acting = f.Acting
	if list.index(list.Acting) < 0 {
		list.Acting = ""
		if len(list.Accounts) > 0 {
			list.Acting = list.Accounts[0].ID
		}
	}
	return list, errors.Join(flaws...)
}

// save writes the list so that, whatever happens meanwhile, either the old or
// the new one is there, and the new one once save has returned. Accounts of
// this session only are left out.
func save(folder string, list List) error {
	f := file{Version: fileVersion, Acting: list.Acting, Accounts: []json.RawMessage{}}
	for _, a := range list.Accounts {
		if a.SessionOnly {
			continue
		}
		raw, err := json.Marshal(a)
		if err != nil {
			return fmt.Errorf("writing the list of accounts: %w", err)
		}
		f.Accounts = append(f.Accounts, raw)
	}
	data, err := json.MarshalIndent(f, "", "\t")
	if err == nil {
		err = replace(folder, fileName, append(data, '\n'))
	}
	if err != nil {
		return fmt.Errorf("writing the list of accounts: %w", err)
	}
	return nil
}

// replace puts data in place of a file of folder, all at once.
func replace(folder, name string, data []byte) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	path := filepath.Join(folder, name)
	fresh := path + ".new" // one process writes here, so one name is enough
	if err := write(fresh, data); err != nil {
		return err
	}
	if err := os.Rename(fresh, path); err != nil {
		return err
	}
	return syncFolder(folder)
}

func write(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncFolder makes a rename last. Windows and some file systems have no such
// thing.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
