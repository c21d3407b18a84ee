package account

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

// scenes are played in processes of their own.
func scenes() map[string]func(folder string) error {
	return map[string]func(string) error{
		"writing":        writing,
		"life":           keyringLife,
		"locked":         func(folder string) error { return refusing(folder, KeyringLocked) },
		"missing":        func(folder string) error { return refusing(folder, KeyringMissing) },
		"still there":    stillThere,
		"nobody answers": nobodyAnswers,
	}
}

const (
	unlock = `printf password | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null && `
	locked = `gnome-keyring-daemon --start --components=secrets --daemonize >/dev/null && `
)

// home is a user's home with a session bus of its own.
type home struct {
	t      *testing.T
	folder string
}

func newHome(t *testing.T) home {
	t.Helper()
	for _, program := range []string{"dbus-run-session", "gnome-keyring-daemon", "secret-tool"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is needed: install dbus-x11, gnome-keyring and libsecret-tools (make deps)", program)
		}
	}
	return home{t, t.TempDir()}
}

// play plays a scene in a new session, after the shell has prepared it.
func (h home) play(prepare, scene string) {
	h.t.Helper()
	ctx, cancel := context.WithTimeout(h.t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "dbus-run-session", "--", "sh", "-c", prepare+`exec "$0"`, os.Args[0])
	cmd.Env = h.env(scene)
	h.run(cmd)
}

// env has no display: a keyring cannot ask anybody.
func (h home) env(scene string) []string {
	env := []string{
		"HOME=" + h.folder, "XDG_RUNTIME_DIR=" + h.folder, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8",
		sceneKey + "=" + scene, "MEJIRO_TEST_FOLDER=" + filepath.Join(h.folder, ".config", "mejiro"),
	}
	if dir := os.Getenv("GOCOVERDIR"); dir != "" {
		env = append(env, "GOCOVERDIR="+dir)
	}
	return env
}

func (h home) run(cmd *exec.Cmd) {
	h.t.Helper()
	cmd.WaitDelay = 5 * time.Second
	out, err := cmd.CombinedOutput()
	for _, token := range []misskey.Token{tokenA, tokenB, tokenC} {
		assert.NotContains(h.t, string(out), token.Reveal())
	}
	require.NoError(h.t, err, string(out))
}

func TestRealKeyring(t *testing.T) {
	h := newHome(t)
	h.play(unlock, "life")
	h.play(unlock, "still there")
	h.play(locked, "locked")
	h.play(unlock, "still there")
	noTokenIn(t, h.folder, tokenA, tokenB, tokenC) // the keyring's own file is enciphered
}

func TestASessionWithoutAKeyring(t *testing.T) {
	newHome(t).play("", "missing") // the service starts and has nothing to put things in
}

func TestNoSessionBus(t *testing.T) {
	h := newHome(t)
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(h.env("missing"), "DBUS_SESSION_BUS_ADDRESS=unix:path="+filepath.Join(h.folder, "no-bus"))
	h.run(cmd)
}

func TestAKeyringThatNeverAnswers(t *testing.T) {
	newHome(t).play("", "nobody answers")
}

// inKeyring is what secret-tool finds for an account.
func inKeyring(id ID) (string, error) {
	out, err := exec.Command("secret-tool", "lookup", "service", service, "username", string(id)).Output()
	return string(out), err
}

// keyringLife signs in three times, authorises again and signs out.
func keyringLife(folder string) error {
	ctx := contextOf()
	b, _, err := Open(folder)
	if err != nil {
		return err
	}
	var ids []ID
	for _, p := range []struct {
		account Account
		token   misskey.Token
	}{
		{person("misskey.example", "alice"), tokenA},
		{person("misskey.example", "bob"), tokenB},
		{person("other.example", "alice"), tokenB},
		{person("misskey.example", "alice"), tokenC}, // again
	} {
		a, err := b.SignIn(ctx, p.account, p.token, InKeyring)
		if err != nil {
			return err
		}
		ids = append(ids, a.ID)
		found, err := inKeyring(a.ID)
		if err := errors.Join(err, expect("secret-tool finds the token", found == p.token.Reveal())); err != nil {
			return err
		}
	}
	out, err := exec.Command("secret-tool", "search", "--all", "service", service).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: no item is found", err)
	}
	forgotten := false
	forget := func(Account) error { forgotten = true; return nil }
	return errors.Join(
		expect("one item per account", strings.Count(string(out), "secret = ") == 3),
		expect("the same account", ids[0] == ids[3]),
		filesWithout(folder, tokenA, tokenB, tokenC),
		b.SignOut(ctx, ids[1], false, forget),
		expect("everything is forgotten", forgotten),
		gone(b, ids[1]),
		dropped(b, ids[2]),
	)
}

func gone(b *Book, id ID) error {
	found, _ := inKeyring(id)
	_, err := b.Token(contextOf(), id)
	return errors.Join(expect("the item is gone", found == ""), expect("no such account", errors.Is(err, ErrUnknown)))
}

// dropped takes an item away behind the program's back.
func dropped(b *Book, id ID) error {
	if err := exec.Command("secret-tool", "clear", "service", service, "username", string(id)).Run(); err != nil {
		return err
	}
	_, err := b.Token(contextOf(), id)
	return errors.Join(
		expect("a missing item is told from a missing keyring", errors.Is(err, ErrNoToken)),
		b.SignOut(contextOf(), id, false, nil),
	)
}

// stillThere is what the next start finds.
func stillThere(folder string) error {
	b, notice, err := Open(folder)
	if err := errors.Join(err, expect("the list is whole", notice == nil)); err != nil {
		return err
	}
	list := b.List()
	if err := expect("one account is left: "+usernames(list), usernames(list) == "alice"); err != nil {
		return err
	}
	token, err := b.Token(contextOf(), list.Acting)
	return errors.Join(err, expect("the newest token", token == tokenC))
}

// refusing meets a keyring with a problem.
func refusing(folder string, want Problem) error {
	ctx := contextOf()
	b, _, err := Open(folder)
	if err != nil {
		return err
	}
	before := usernames(b.List())
	dave := person("misskey.example", "dave")
	_, err = b.SignIn(ctx, dave, tokenA, InKeyring)
	var problem *KeyringError
	if !errors.As(err, &problem) || problem.Problem != want {
		return fmt.Errorf("signing in: %w", err)
	}
	if acting, ok := b.List().ActingAccount(); ok {
		if _, err := b.Token(ctx, acting.ID); !errors.As(err, &problem) || problem.Problem != want {
			return fmt.Errorf("asking for the token: %w", err)
		}
		if err := b.SignOut(ctx, acting.ID, false, nil); !errors.As(err, &problem) || problem.Problem != want {
			return fmt.Errorf("signing out: %w", err)
		}
	}
	if err := expect("nothing changed", usernames(b.List()) == before); err != nil {
		return err
	}
	if _, err = b.SignIn(ctx, dave, tokenA, ThisSession); err != nil {
		return err
	}
	token, err := b.Token(ctx, dave.ID)
	return errors.Join(err, expect("kept for the session", token == tokenA), filesWithout(folder, tokenA))
}
