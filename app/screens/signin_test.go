package screens_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"runtime"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/miauth"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/screens"
	"mejiro/app/task/tasktest"
	"mejiro/widgets"
	"mejiro/widgets/entry"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// kept is what signing in handed over to be stored.
type kept struct {
	token       misskey.Token
	sessionOnly bool
}

// host is the app to the sign-in screen.
type host struct {
	transport *http.Transport
	opened    []string
	copied    []string
	visited   []api.Server
	signedIn  []misskey.Token
	left      int

	mu   sync.Mutex // Keep comes on goroutines of its own
	kept []kept
	full bool // the keyring takes nothing
}

func (h *host) OpenURL(address string)     { h.opened = append(h.opened, address) }
func (h *host) Copy(text string)           { h.copied = append(h.copied, text) }
func (h *host) APIOptions() api.Options    { return api.Options{Transport: h.transport} }
func (h *host) Pictures() widgets.Pictures { return noPictures{} }
func (h *host) TryDemo() func()            { return nil }
func (h *host) LookAround(s api.Server)    { h.visited = append(h.visited, s) }
func (h *host) Leave() func()              { return func() { h.left++ } }

func (h *host) Keep(_ context.Context, _ api.Server, grant miauth.Grant, sessionOnly bool) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.full && !sessionOnly {
		return errors.New("locked")
	}
	h.kept = append(h.kept, kept{grant.Token, sessionOnly})
	return nil
}

func (h *host) KeepProblem(err error) string { return "The keyring is " + err.Error() + "." }

func (h *host) SignedIn(_ api.Server, grant miauth.Grant) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.kept) == 0 || h.kept[len(h.kept)-1].token != grant.Token {
		panic("the token was not kept first")
	}
	h.signedIn = append(h.signedIn, grant.Token)
}

func (h *host) lock(full bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.full = full
}

func (h *host) keeps() []kept {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.kept
}

// signIn is the sign-in screen in a window.
type signIn struct {
	*screens.SignIn
	*tasktest.Window
	*host
	t      *testing.T
	window fyne.Window
}

func openSignIn(t *testing.T, address string) *signIn {
	t.Helper()
	s := &signIn{Window: tasktest.New(t), host: &host{transport: api.NewTransport()}, t: t}
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Light))
	t.Cleanup(s.transport.CloseIdleConnections)
	s.SignIn = screens.NewSignIn(s.host, s.Loop, address)
	t.Cleanup(s.SignIn.Close)
	s.window = fyne.CurrentApp().NewWindow("")
	t.Cleanup(s.window.Close)
	s.window.SetContent(s.Object())
	s.window.Resize(fyne.NewSize(600, 900))
	return s
}

// fields are the text fields on the screen, from the top.
func (s *signIn) fields() []*entry.Entry {
	var found []*entry.Entry
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if e, ok := o.(*entry.Entry); ok && e.Visible() {
			found = append(found, e)
		}
	}
	return found
}

func (s *signIn) tap(text string) {
	s.t.Helper()
	b := buttonIn(s.window.Content(), text)
	require.NotNil(s.t, b, "there is no button %q", text)
	b.Tapped(&fyne.PointEvent{})
}

// saying reports whether a text stands on the screen.
func (s *signIn) saying(text string) bool {
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		switch o := o.(type) {
		case *widget.Label:
			if o.Visible() && strings.Contains(o.Text, text) {
				return true
			}
		case *flow.View:
			if o.Visible() && o.Layout() != nil && strings.Contains(o.Layout().String(), text) {
				return true
			}
		}
	}
	return false
}

func (s *signIn) says(text string) {
	s.t.Helper()
	s.Until(fmt.Sprintf("it says %q", text), func() bool { return s.saying(text) })
}

// approving goes on to the browser, and gives the session and callback that
// the address there names.
func (s *signIn) approving(server *misskeytest.Server) (session, callback string) {
	s.t.Helper()
	s.fields()[0].SetText(server.URL)
	s.tap("Continue")
	s.Until("the browser is opened", func() bool { return len(s.opened) > 0 })
	u, err := url.Parse(s.opened[len(s.opened)-1])
	require.NoError(s.t, err)
	assert.Contains(s.t, u.Query().Get("permission"), "write:notes")
	return path.Base(u.Path), u.Query().Get("callback")
}

// closed waits until nothing listens for the browser any more.
func (s *signIn) closed(callback string) {
	s.t.Helper()
	u, err := url.Parse(callback)
	require.NoError(s.t, err)
	s.Until("the port is closed", func() bool {
		conn, err := net.Dial("tcp", u.Host)
		if err == nil {
			_ = conn.Close()
		}
		return err != nil
	})
}

func TestATypedAddressShowsItsServer(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Name: "Nest"})
	s := openSignIn(t, "")
	s.fields()[0].SetText(server.URL)
	s.says("Nest")
	assert.Empty(t, s.opened)

	s.tap("Look around without an account")
	require.Len(t, s.visited, 1)
	assert.Equal(t, server.URL, s.visited[0].String())

	s.fields()[0].SetText(server.URL + "0")
	assert.False(t, s.saying("Nest"), "that was another")
	assert.Nil(t, buttonIn(s.window.Content(), "Look around without an account"))
	s.tap("Cancel")
	assert.Equal(t, 1, s.left)
}

func TestAddressesThatAreRefused(t *testing.T) {
	s := openSignIn(t, "")
	s.tap("Continue")
	s.says("Enter the address of a server.")
	s.fields()[0].SetText("https://misskey.example/@alice")
	assert.False(t, s.saying("Enter"), "that was another")
	s.says("Enter the server alone") // by itself, when the typing rests
	s.fields()[0].SetText("http://misskey.example")
	s.tap("Continue")
	s.says("Only secure connections (https) are possible.")
	assert.Empty(t, s.opened)
}

func TestServersThatCannotBeUsed(t *testing.T) {
	mux := http.NewServeMux()
	software, points := "mastodon", ""
	nodeinfo := func(w http.ResponseWriter, r *http.Request) {
		host := points
		if host == "" {
			host = "http://" + r.Host
		}
		_, _ = fmt.Fprintf(w, `{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1","href":"%s/nodeinfo"}]}`, host)
	}
	mux.HandleFunc("/.well-known/nodeinfo", nodeinfo)
	mux.HandleFunc("/nodeinfo", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprintf(w, `{"version":"2.1","software":{"name":%q,"version":"4.3.0"}}`, software)
	})
	peer := httptest.NewServer(mux)
	t.Cleanup(peer.Close)
	s := openSignIn(t, peer.URL)
	s.tap("Continue")
	s.says("runs mastodon 4.3.0, not Misskey.")

	points = "https://social.misskey.example"
	s.fields()[0].SetText(peer.URL + "/")
	s.tap("Continue")
	var b fyne.Tappable
	s.Until("the other server is offered", func() bool {
		b = buttonIn(s.window.Content(), strings.TrimPrefix(peer.URL, "http://")+" points to social.misskey.example. Go there?")
		return b != nil
	})
	assert.Empty(t, s.opened)
	b.Tapped(&fyne.PointEvent{})
	assert.Equal(t, "social.misskey.example", s.fields()[0].Text)
}

func TestAServerThatIsNotThere(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address := listener.Addr().String()
	require.NoError(t, listener.Close())
	s := openSignIn(t, address)
	s.tap("Continue")
	s.says("does not answer.")
}

func TestSigningInWithTheBrowser(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	s := openSignIn(t, "")
	session, callback := s.approving(server)
	s.says("Approve in your browser")
	s.tap("Open the browser again")
	assert.Equal(t, s.opened[0], s.opened[1])
	s.tap("Copy the link")
	assert.Equal(t, s.opened[:1], s.copied)

	server.Accept(session, alice, miauth.Permissions()...)
	client := http.Client{Transport: s.transport}
	stray, err := client.Get(callback + "?session=another")
	require.NoError(t, err)
	_ = stray.Body.Close()
	assert.Equal(t, http.StatusNotFound, stray.StatusCode)
	page, err := client.Get(callback + "?session=" + session)
	require.NoError(t, err)
	_ = page.Body.Close()
	assert.Equal(t, http.StatusOK, page.StatusCode)

	s.Until("alice is signed in", func() bool { return len(s.signedIn) == 1 })
	require.Len(t, s.keeps(), 1)
	assert.Equal(t, kept{s.signedIn[0], false}, s.keeps()[0])
	assert.Contains(t, server.Permissions(s.signedIn[0].Reveal()), "write:notes")
	s.closed(callback)
}

func TestSayingThatOneHasApproved(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	s := openSignIn(t, "")
	session, callback := s.approving(server)
	s.tap("I have approved")
	s.says("The server knows of no approval yet.")
	server.Accept(session, alice, miauth.Permissions()...)
	s.tap("I have approved")
	s.Until("alice is signed in", func() bool { return len(s.signedIn) == 1 })
	s.SignIn.Close()
	client := http.Client{Transport: s.transport}
	if page, err := client.Get(callback + "?session=" + session); err == nil { // it may have been waited for long enough
		_ = page.Body.Close()
	}
	s.closed(callback)
	s.Until("nothing waits for the end of the app", func() bool { return !atTheEnd() })
}

// atTheEnd tells whether something waits for the end of the app.
func atTheEnd() bool {
	all := make([]byte, 1<<20)
	return bytes.Contains(all[:runtime.Stack(all, true)], []byte("closeAtTheEnd"))
}

func TestAKeyringThatTakesNothing(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	s := openSignIn(t, "")
	s.lock(true)
	session, _ := s.approving(server)
	server.Accept(session, alice, miauth.Permissions()...)
	s.tap("I have approved")
	s.says("The sign-in could not be stored")
	s.says("The keyring is locked.")
	assert.Empty(t, s.signedIn)

	s.tap("Retry")
	s.Run()
	s.lock(false)
	s.Until("it is asked once more", func() bool { return buttonIn(s.window.Content(), "Retry") != nil })
	s.tap("Retry")
	s.Until("alice is signed in", func() bool { return len(s.signedIn) == 1 })
	assert.Len(t, server.Requests("miauth/check"), 1, "the server gives a token once")
}

func TestKeepingATokenForTheSessionOnly(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	s := openSignIn(t, "")
	s.lock(true)
	session, callback := s.approving(server)
	server.Accept(session, alice, miauth.Permissions()...)
	s.tap("I have approved")
	s.says("The keyring is locked.")
	s.tap("Keep for this session only")
	s.Until("alice is signed in", func() bool { return len(s.signedIn) == 1 })
	assert.Equal(t, []kept{{s.signedIn[0], true}}, s.keeps())
	s.SignIn.Close()
	s.closed(callback)
}

func TestCancellingLeavesNothingBehind(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	s := openSignIn(t, "")
	session, callback := s.approving(server)
	s.tap("Cancel")
	s.closed(callback)
	server.Accept(session, alice, miauth.Permissions()...)
	assert.Equal(t, server.URL, s.fields()[0].Text)

	again, _ := s.approving(server)
	assert.NotEqual(t, session, again, "a session is used once")
	assert.Empty(t, s.keeps())
	assert.Empty(t, s.signedIn)
}

func TestAnAnswerThatIsLost(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	s := openSignIn(t, "")
	session, callback := s.approving(server)
	server.Accept(session, alice, miauth.Permissions()...)
	server.SetFault(misskeytest.Fault{Endpoint: "miauth/" + session + "/check", Mode: misskeytest.FaultLose, Times: 1})
	s.tap("I have approved")
	s.says("broke")
	s.tap("I have approved")
	s.says("The server’s answer was lost on the way. Start again.")
	require.Len(t, s.fields(), 1, "it begins anew")
	s.closed(callback)
}

func TestSigningInWithAToken(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	s := openSignIn(t, "")
	s.tap("Use an access token")
	fields := s.fields()
	require.Len(t, fields, 2)
	assert.True(t, fields[1].Password)
	fields[0].SetText("https://misskey.example/@alice")
	s.tap("Continue")
	s.says("Enter the server alone")
	fields[0].SetText(server.URL)
	fields[1].SetText("wrong")
	s.tap("Continue")
	s.says("The server no longer accepts this sign-in.")
	token := server.Token(alice)
	fields[1].SetText(" " + token + "\n")
	s.lock(true)
	s.tap("Continue")
	s.says("The keyring is locked.")
	s.lock(false)
	s.tap("Retry")
	s.Until("alice is signed in", func() bool { return len(s.signedIn) == 1 })
	assert.Equal(t, []kept{{misskey.Token(token), false}}, s.keeps())
}
