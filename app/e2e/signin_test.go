//go:build e2e && linux

package e2e

import (
	"bytes"
	"image"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskeytest"
)

func TestSignInThroughTheBrowser(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 20})
	user := server.Usernames()[1]
	d := newDesktop(t, 1600, 1000)
	d.openKeyring()
	d.catchBrowser()
	a := d.start(start{})
	a.shown("signin")
	d.write(server.URL)
	d.press("Return")

	callback := callbackOf(t, d.opened(0))
	page := d.page(0)
	d.find(page, "#accept")
	keep(t, "approval", a.grab(a.area()))
	strayRequests(t, callback)
	assert.Empty(t, d.keptTokens())
	d.push(page, "input[value="+user+"]")
	d.push(page, "#accept")

	a.shown("deck")
	var said string
	await(t, "the browser is back from the server", func() bool {
		d.evaluate(page, "location.host + document.body.innerText", &said)
		return strings.HasPrefix(said, callback.Host)
	})
	assert.Contains(t, said, "Mejiro")
	await(t, "the user's home timeline is asked for", func() bool { return asked(server, "notes/timeline", user) })
	a.listed("rows", "home", "local")
	tokens := d.keptTokens()
	require.Len(t, tokens, 1)
	assert.Contains(t, server.Permissions(tokens[0]), "write:notes")
	await(t, "the callback's port is closed", func() bool { return !answers(callback) })
	a.quit()
	assertNowhere(t, d.folder, tokens[0])

	server.ForgetRequests()
	a = d.startAgain(start{})
	a.listed("rows", "home", "local")
	assert.True(t, asked(server, "notes/timeline", user), "the next start uses the token")
	a.quit()
	assertNowhere(t, d.folder, tokens[0])
}

func TestDeniedSignInLeavesNothingBehind(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 5})
	d := newDesktop(t, 1600, 1000)
	d.openKeyring()
	d.catchBrowser()
	a := d.start(start{})
	a.shown("signin")
	d.write(server.URL)
	d.press("Return")

	callback := callbackOf(t, d.opened(0))
	page := d.page(0)
	d.push(page, "#deny")
	d.find(page, "#result")
	assert.True(t, answers(callback), "the browser does not come back, so the app waits on")
	d.press("Tab", "Tab", "Tab", "Tab", "space") // past approved, again and copy: Cancel
	await(t, "the callback's port is closed", func() bool { return !answers(callback) })
	assert.Empty(t, d.keptTokens())
	a.quit()
	_, err := os.Stat(filepath.Join(a.home, "config", "accounts.json"))
	assert.ErrorIs(t, err, fs.ErrNotExist)
	for _, r := range server.Requests() {
		assert.Empty(t, r.User, "%s was called as somebody", r.Endpoint)
	}
}

// callbackOf is where an authorisation page sends the browser back to.
func callbackOf(t *testing.T, address *url.URL) *url.URL {
	t.Helper()
	callback, err := url.Parse(address.Query().Get("callback"))
	require.NoError(t, err)
	require.Equal(t, "127.0.0.1", callback.Hostname(), "the callback is bound to the loopback address")
	assert.NotEmpty(t, address.Query().Get("permission"))
	return callback
}

// strayRequests tries what is not the browser coming back.
func strayRequests(t *testing.T, callback *url.URL) {
	t.Helper()
	with := func(change func(*url.URL)) string {
		u := *callback
		change(&u)
		return u.String()
	}
	other := with(func(u *url.URL) { u.RawQuery = "session=" + uuid.NewString() })
	bare := with(func(u *url.URL) { u.Path, u.RawQuery = "/", "" })
	for name, r := range map[string]struct{ method, address, host string }{
		"another session": {http.MethodGet, other, ""},
		"no session":      {http.MethodGet, callback.String(), ""},
		"another path":    {http.MethodGet, bare, ""},
		"another method":  {http.MethodPost, other, ""},
		"another host":    {http.MethodGet, other, "example.com"},
	} {
		request, err := http.NewRequestWithContext(t.Context(), r.method, r.address, nil)
		require.NoError(t, err)
		request.Host = r.host
		answer, err := http.DefaultClient.Do(request)
		require.NoError(t, err, name)
		_ = answer.Body.Close()
		assert.GreaterOrEqual(t, answer.StatusCode, 400, name)
	}
}

// answers reports whether somebody listens at an address.
func answers(u *url.URL) bool {
	conn, err := net.Dial("tcp", u.Host)
	if err != nil {
		return false
	}
	_ = conn.Close()
	return true
}

// asked reports whether an endpoint was called as a user, with the token in
// the header.
func asked(server *misskeytest.Server, endpoint, user string) bool {
	for _, r := range server.Requests(endpoint) {
		if r.User == user && r.Bearer {
			return true
		}
	}
	return false
}

// assertNowhere looks for a secret in every file below a folder.
func assertNowhere(t *testing.T, folder, secret string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() { // no sockets, nor what a process has just removed
			if data, err := os.ReadFile(path); err == nil {
				files++
				assert.False(t, bytes.Contains(data, []byte(secret)), "%s holds the token", path)
			}
		}
		return nil
	})
	require.NoError(t, err)
	assert.Greater(t, files, 3)
}

func TestSignInWithoutAKeyring(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 5})
	user := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	d.catchBrowser()
	a := d.start(start{})
	a.shown("signin")
	d.write(server.URL)
	d.press("Return")
	server.Accept(path.Base(d.opened(0).Path), user, misskeytest.UsualPermissions()...)
	problem := a.told("what is wrong with the keyring", func(e entry) bool { return e.What == "problem" })
	assertSensible(t, "no keyring", problem.Text)
	keep(t, "unkept", a.settled(a.area()))

	moment := a.now()
	d.press("Tab", "space") // Retry
	a.since(moment, "it tried again", func(e entry) bool { return e.What == "problem" })
	d.press("Tab", "Tab", "space") // for this session only
	a.shown("deck")
	a.listed("rows", "home")
	a.quit()

	list, err := os.ReadFile(filepath.Join(a.home, "config", "accounts.json"))
	require.NoError(t, err)
	assert.NotContains(t, string(list), user, "an account of a session is not written down")
	a = d.startAgain(start{})
	a.shown("signin")
	a.quit()
}

func TestSignOutForgetsTheAccount(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 5})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home")
	require.Equal(t, []string{server.Token(me)}, d.keptTokens())
	before := a.settled(a.area())
	d.click(a.area().Min.Add(image.Pt(28, 28)), 3) // the account's menu, whose last entry it is
	await(t, "the menu is shown", func() bool { return differing(before, a.grab(a.area())) > 1000 })
	before = a.settled(a.area())
	d.press("Up", "Return")
	await(t, "it is asked whether that is meant", func() bool { return changed(before, a.grab(a.area())).Dx() > 1000 })
	d.press("Tab", "Tab", "space")
	a.shown("signin")
	assert.Empty(t, d.keptTokens())
	a.quit()
	list, err := os.ReadFile(filepath.Join(a.home, "config", "accounts.json"))
	require.NoError(t, err)
	assert.NotContains(t, string(list), me)
}

func TestAddressesThatCannotBeSignedInTo(t *testing.T) {
	d := newDesktop(t, 1600, 1000)
	d.catchBrowser()
	a := d.start(start{})
	a.shown("signin")
	before := a.settled(a.area())
	for _, address := range []string{"https://misskey.example/notes/1", "http://misskey.example", "127.0.0.1:9"} {
		d.press("ctrl+a")
		d.write(address)
		d.press("Return")
	}
	await(t, "something is said", func() bool { return changed(before, a.grab(a.area())).Dy() > 20 })
	keep(t, "address", a.settled(a.area()))
	_, err := os.Stat(filepath.Join(d.folder, "browsers", "0"))
	assert.ErrorIs(t, err, fs.ErrNotExist, "no browser is opened")
	a.quit()
}
