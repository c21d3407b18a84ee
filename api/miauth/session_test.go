package miauth

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"mejiro/api"
	"mejiro/api/misskeytest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// stage is a server and a session at it.
type stage struct {
	*Session
	t       *testing.T
	server  *misskeytest.Server
	browser *http.Client
	checked *counting
	stored  []Grant
}

// counting counts the questions that go out, and may hold them.
type counting struct {
	http.RoundTripper
	n      atomic.Int64
	asking chan struct{} // is told of each that is held; nil holds none
	held   chan struct{} // until this is closed
}

func (c *counting) RoundTrip(r *http.Request) (*http.Response, error) {
	c.n.Add(1)
	if c.asking != nil {
		c.asking <- struct{}{}
		<-c.held
	}
	return c.RoundTripper.RoundTrip(r)
}

func newStage(t *testing.T, change func(*Options)) *stage { return newStageFor(t, lifetime, change) }

func newStageFor(t *testing.T, limit time.Duration, change func(*Options)) *stage {
	t.Helper()
	server := misskeytest.Start(t, misskeytest.Options{})
	where, err := api.ParseServer(server.URL)
	require.NoError(t, err)
	checked := &counting{RoundTripper: api.NewTransport()}
	client := api.New(where, "", api.Options{Transport: checked})
	t.Cleanup(client.CloseIdleConnections)
	opts := Options{
		Client: client, Name: "Mejiro", Permissions: Permissions(),
		Page: Page{Lang: "en", Title: "Done", Sentence: "Go back to Mejiro."},
	}
	if change != nil {
		change(&opts)
	}
	s, err := begin(opts, limit)
	require.NoError(t, err)
	t.Cleanup(s.Close)
	browser := &http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return &stage{Session: s, t: t, server: server, browser: browser, checked: checked}
}

func (s *stage) store(_ context.Context, g Grant) error {
	s.stored = append(s.stored, g)
	return nil
}

// answer presses a button of the server's page and says where it leads.
func (s *stage) answer(button string) string {
	s.t.Helper()
	resp, err := s.browser.PostForm(s.Address(), url.Values{"answer": {button}, "user": {"alice"}})
	require.NoError(s.t, err)
	require.NoError(s.t, resp.Body.Close())
	return resp.Header.Get("Location")
}

// get fetches an address like a browser.
func (s *stage) get(address string) (*http.Response, string) {
	s.t.Helper()
	resp, err := s.browser.Get(address)
	require.NoError(s.t, err)
	body, err := io.ReadAll(resp.Body)
	require.NoError(s.t, err)
	require.NoError(s.t, resp.Body.Close())
	return resp, string(body)
}

func (s *stage) checks() int { return int(s.checked.n.Load()) }

func (s *stage) portIsOpen() bool {
	conn, err := net.DialTimeout("tcp", s.callback.host, time.Second)
	if err != nil {
		return false
	}
	_ = conn.Close()
	return true
}

func within(t *testing.T, d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), d)
	t.Cleanup(cancel)
	return ctx
}

func TestApproved(t *testing.T) {
	s := newStage(t, nil)
	location := s.answer("accept")
	_, page := s.get(location)
	assert.Contains(t, page, "Go back to Mejiro.")

	grant, err := s.Wait(within(t, time.Minute), func(_ context.Context, g Grant) error {
		assert.True(t, s.portIsOpen(), "storing comes before anything else")
		return s.store(t.Context(), g)
	})
	require.NoError(t, err)
	require.Equal(t, []Grant{grant}, s.stored)
	assert.Equal(t, "alice", grant.User.Username)
	assert.Len(t, grant.Token.Reveal(), 32)
	given := s.server.Permissions(grant.Token.Reveal())
	assert.Subset(t, Permissions(), given)
	assert.Subset(t, given, []string{"read:account", "write:notes", "write:drive", "write:reactions", "read:notifications"})
	assert.False(t, s.portIsOpen())
	assert.Equal(t, 1, s.checks())
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		assert.NotContains(t, fmt.Sprintf(verb, grant), grant.Token.Reveal())
	}
}

func TestTheBrowserComesBackWhileWaiting(t *testing.T) {
	s := newStage(t, nil)
	done := make(chan error, 1)
	go func() {
		_, err := s.Wait(within(t, time.Minute), s.store)
		done <- err
	}()
	resp, _ := s.get(s.answer("accept"))
	assert.Equal(t, http.StatusOK, resp.StatusCode)
	require.NoError(t, <-done)
	require.Len(t, s.stored, 1)
}

func TestDeniedThenClosed(t *testing.T) {
	s := newStage(t, nil)
	assert.Empty(t, s.answer("deny"), "a denial leads nowhere")
	s.Approved()
	_, err := s.Wait(within(t, time.Minute), s.store)
	require.ErrorIs(t, err, ErrNotApproved)
	assert.True(t, s.portIsOpen(), "the user may still change their mind")

	waiting := make(chan error, 1)
	go func() {
		_, err := s.Wait(within(t, time.Minute), s.store)
		waiting <- err
	}()
	s.Close()
	require.ErrorIs(t, <-waiting, ErrClosed)
	assert.False(t, s.portIsOpen())
	assert.Empty(t, s.stored)
}

func TestTheUserSaysSo(t *testing.T) {
	s := newStage(t, nil)
	s.answer("accept") // and the browser cannot come back
	s.Approved()
	_, err := s.Wait(within(t, time.Minute), s.store)
	require.NoError(t, err)
	require.Len(t, s.stored, 1)
	resp, _ := s.get(s.callback.address() + "?session=" + s.id)
	assert.Equal(t, http.StatusOK, resp.StatusCode, "a browser that is late still gets its page")
	s.Close()
	assert.False(t, s.portIsOpen())
}

func TestPolling(t *testing.T) {
	s := newStage(t, func(o *Options) { o.Poll = 10 * time.Millisecond })
	s.server.SetFault(misskeytest.Fault{Endpoint: "miauth/*", Mode: misskeytest.FaultHTML, Times: 2})
	done := make(chan error, 1)
	go func() {
		_, err := s.Wait(within(t, time.Minute), s.store)
		done <- err
	}()
	require.Eventually(t, func() bool { return s.checks() > 4 }, time.Minute, time.Millisecond)
	s.answer("accept")
	require.NoError(t, <-done, "what polling meets on the way is no matter")
	require.Len(t, s.stored, 1)
}

func TestNobodyApprovesInTime(t *testing.T) {
	s := newStageFor(t, 50*time.Millisecond, nil)
	_, err := s.Wait(within(t, time.Minute), s.store)
	require.ErrorIs(t, err, ErrExpired)
	assert.False(t, s.portIsOpen())
}

func TestAStoreThatFailsLosesNothing(t *testing.T) {
	s := newStageFor(t, 300*time.Millisecond, nil)
	s.get(s.answer("accept"))
	locked := errors.New("the keyring is locked")
	var offered []Grant
	refuse := func(_ context.Context, g Grant) error {
		offered = append(offered, g)
		return locked
	}
	for range 3 {
		_, err := s.Wait(within(t, time.Minute), refuse)
		var failure *StoreError
		require.ErrorAs(t, err, &failure)
		require.ErrorIs(t, err, locked)
		assert.NotContains(t, err.Error(), offered[0].Token.Reveal())
	}
	<-s.expired // the time to approve is over, the token is there
	grant, err := s.Wait(within(t, time.Minute), s.store)
	require.NoError(t, err)
	assert.Equal(t, offered[0].Token, grant.Token)
	assert.Equal(t, 1, s.checks(), "the server was asked once")
}

func TestAWaitThatEndsDuringTheQuestionLosesNothing(t *testing.T) {
	s := newStage(t, nil)
	s.checked.asking, s.checked.held = make(chan struct{}, 1), make(chan struct{})
	s.get(s.answer("accept"))
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		_, err := s.Wait(ctx, s.store)
		ended <- err
	}()
	<-s.checked.asking
	cancel()
	require.ErrorIs(t, <-ended, context.Canceled, "it does not wait for the answer")
	close(s.checked.held)
	_, err := s.Wait(within(t, time.Minute), s.store)
	require.NoError(t, err)
	require.Len(t, s.stored, 1)
	assert.Equal(t, 1, s.checks())
}

func TestAServerThatAilsForAMoment(t *testing.T) {
	s := newStage(t, nil)
	s.server.SetFault(misskeytest.Fault{Endpoint: "miauth/*", Mode: misskeytest.FaultHTML, Times: 1})
	s.get(s.answer("accept"))
	_, err := s.Wait(within(t, time.Minute), s.store)
	require.NoError(t, err)
}

func TestAServerThatCannotBeReached(t *testing.T) {
	s := newStage(t, nil)
	s.answer("accept")
	require.NoError(t, s.server.Pause())
	s.Approved()
	_, err := s.Wait(within(t, time.Minute), s.store)
	var unreached *api.Unreached
	require.ErrorAs(t, err, &unreached)
	require.NoError(t, s.server.Resume())
	s.Approved()
	_, err = s.Wait(within(t, time.Minute), s.store)
	require.NoError(t, err)
}

func TestAnAnswerThatGotLost(t *testing.T) {
	for name, mode := range map[string]misskeytest.FaultMode{
		"no answer": misskeytest.FaultLose, "half an answer": misskeytest.FaultTruncate,
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, nil)
			s.server.SetFault(misskeytest.Fault{Endpoint: "miauth/*", Mode: mode, Times: 1})
			s.get(s.answer("accept"))
			_, err := s.Wait(within(t, time.Minute), s.store)
			require.ErrorIs(t, err, ErrLost)
			assert.Empty(t, s.stored)
		})
	}
}

func TestOddAnswers(t *testing.T) {
	for name, mode := range map[string]misskeytest.FaultMode{
		"wrong types": misskeytest.FaultWrongTypes, "huge": misskeytest.FaultHuge, "empty": misskeytest.FaultEmpty,
		"refused": misskeytest.FaultRefuse, "rate limit": misskeytest.FaultRateLimit,
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, nil)
			s.server.SetFault(misskeytest.Fault{Endpoint: "miauth/*", Mode: mode})
			s.Approved()
			_, err := s.Wait(within(t, time.Minute), s.store)
			require.Error(t, err)
			assert.Empty(t, s.stored)
		})
	}
}

func TestSessionsAreNeverTheSame(t *testing.T) {
	seen := map[string]bool{}
	for range 20 {
		s := newStage(t, nil)
		_, err := uuid.Parse(s.id)
		require.NoError(t, err)
		assert.False(t, seen[s.id] || seen[s.callback.path])
		seen[s.id], seen[s.callback.path] = true, true
		assert.GreaterOrEqual(t, len(s.callback.path), 1+26)
		s.Close()
	}
}

func TestAddress(t *testing.T) {
	s := newStage(t, func(o *Options) {
		o.Name = "Mejiro & Söhne + メジロ"
		o.Icon = "https://mejiro.example/icon.png?a=1&b=2"
		o.Permissions = []string{"read:account", "write:notes"}
	})
	rest, ok := strings.CutPrefix(s.Address(), s.server.URL+"/miauth/"+s.id+"?")
	require.True(t, ok, s.Address())
	assert.Equal(t, "name=Mejiro%20%26%20S%C3%B6hne%20%2B%20%E3%83%A1%E3%82%B8%E3%83%AD"+
		"&icon=https%3A%2F%2Fmejiro.example%2Ficon.png%3Fa%3D1%26b%3D2"+
		"&callback="+url.QueryEscape(s.callback.address())+
		"&permission=read%3Aaccount%2Cwrite%3Anotes", rest)
	assert.Regexp(t, `^http://127\.0\.0\.1:\d+/[A-Z2-7]{26,}$`, s.callback.address())
	_, page := s.get(s.Address())
	assert.Contains(t, page, "Mejiro &amp; Söhne", "the server reads it back")

	for _, icon := range []string{"", "http://mejiro.example/icon.png", "javascript:alert(1)"} {
		s := newStage(t, func(o *Options) { o.Icon = icon })
		assert.NotContains(t, s.Address(), "icon")
	}
}

func TestPermissions(t *testing.T) {
	all := Permissions()
	for i, p := range all {
		assert.Regexp(t, `^(read|write):[a-z-]+$`, p)
		assert.NotContains(t, p, "admin")
		assert.NotContains(t, all[:i], p)
	}
	assert.Contains(t, all, "read:account", "streaming needs it")
	all[0] = "spoilt"
	assert.False(t, slices.Contains(Permissions(), "spoilt"))
}

func TestThePageEnds(t *testing.T) {
	ends := func(name string, limit time.Duration, how func(s *stage)) {
		t.Run(name, func(t *testing.T) {
			s := newStageFor(t, limit, nil)
			how(s)
			<-s.Ended()
			assert.False(t, s.portIsOpen())
		})
	}
	wait := func(s *stage) {
		_, err := s.Wait(within(s.t, time.Minute), s.store)
		require.NoError(s.t, err)
	}
	ends("when the browser came back", lifetime, func(s *stage) {
		s.get(s.answer("accept"))
		wait(s)
	})
	ends("when the browser comes later", lifetime, func(s *stage) {
		late := s.answer("accept")
		s.Approved()
		wait(s)
		assert.True(s.t, s.portIsOpen())
		s.get(late)
	})
	ends("when the app does", lifetime, func(s *stage) {
		s.answer("accept")
		s.Approved()
		wait(s)
		s.Close()
	})
	ends("with its time", time.Millisecond, func(*stage) {})
}

func TestClosingInAnyOrderIsHarmless(t *testing.T) {
	s := newStage(t, nil)
	var all sync.WaitGroup
	for range 10 {
		all.Go(s.Close)
		all.Go(s.Approved)
	}
	all.Wait()
	_, err := s.Wait(within(t, time.Second), s.store)
	require.Error(t, err)
}
