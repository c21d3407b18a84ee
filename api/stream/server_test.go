package stream_test

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/api/stream"
)

// live is a stream at a whole server, over TCP.
type live struct {
	*stream.Stream
	t      *testing.T
	events chan stream.Event
	ended  chan error
}

func goLive(t *testing.T, server *misskeytest.Server, token string) *live {
	t.Helper()
	l := &live{t: t, events: make(chan stream.Event, 10000), ended: make(chan error, 1)}
	transport := &http.Transport{DisableKeepAlives: true}
	s, err := stream.New(stream.Options{
		Server: server.URL, Token: misskey.Token(token), HTTPClient: &http.Client{Transport: transport},
		ConfirmWithin: time.Second, Handle: func(e stream.Event) { l.events <- e },
	})
	require.NoError(t, err)
	l.Stream = s
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { l.ended <- s.Run(ctx) })
	t.Cleanup(func() {
		cancel()
		running.Wait()
	})
	return l
}

// await is the next event of kind T; others are passed over.
func await[T stream.Event](l *live) T {
	l.t.Helper()
	deadline := time.After(time.Minute)
	for {
		select {
		case e := <-l.events:
			if v, ok := e.(T); ok {
				return v
			}
		case <-deadline:
			var none T
			l.t.Fatalf("no %T came", none)
			return none
		}
	}
}

func TestALifeOnAServer(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	server.RefuseChannel("globalTimeline")
	people := server.Usernames()
	l := goLive(t, server, server.Token(people[0]))
	home := l.Subscribe(stream.ChannelHomeTimeline, stream.Params{})
	require.Equal(t, home, await[stream.Subscribed](l).Subscription)
	global := l.Subscribe(stream.ChannelGlobalTimeline, stream.Params{})
	require.Equal(t, global, await[stream.Refused](l).Subscription)
	main := l.Subscribe(stream.ChannelMain, stream.Params{})
	require.Equal(t, main, await[stream.Subscribed](l).Subscription)

	id := server.Post(people[0], misskeytest.Note{Text: "hello", Poll: []string{"a", "b"}})
	arrived := await[stream.NoteArrived](l)
	assert.Equal(t, id, arrived.Note.ID)
	assert.Equal(t, home, arrived.Subscription)
	assert.False(t, arrived.Partial)

	l.Capture(id)
	require.Eventually(t, func() bool { return len(server.Captures(people[0])) == 1 }, time.Minute, time.Millisecond)
	server.React(people[1], id, "🎉")
	assert.Equal(t, "🎉", await[stream.NoteReacted](l).Reaction)
	assert.Equal(t, id, *noteOf(await[stream.NotificationArrived](l)))
	server.Vote(people[1], id, 1)
	assert.Equal(t, 1, await[stream.NotePollVoted](l).Choice)

	server.DropSockets()
	await[stream.Disconnected](l)
	assert.True(t, await[stream.Connected](l).Again)
	for range 2 {
		assert.True(t, await[stream.Subscribed](l).Again)
	}
	require.Eventually(t, func() bool { return len(server.Captures(people[0])) == 1 }, time.Minute, time.Millisecond)
	server.Unreact(people[1], id)
	assert.Equal(t, id, await[stream.NoteUnreacted](l).NoteID)
	server.Delete(id)
	assert.Equal(t, id, await[stream.NoteDeleted](l).NoteID)
	assert.Zero(t, l.Malformed())
}

func noteOf(n stream.NotificationArrived) *misskey.NoteID {
	if n.Notification.Note == nil {
		return new(misskey.NoteID)
	}
	return &n.Notification.Note.ID
}

func TestAServerThatVanishesForAWhile(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	me := server.Usernames()[0]
	l := goLive(t, server, server.Token(me))
	l.Subscribe(stream.ChannelHomeTimeline, stream.Params{})
	await[stream.Subscribed](l)
	require.NoError(t, server.Pause())
	for range 3 { // the end of the connection and two attempts
		await[stream.Disconnected](l)
	}
	require.NoError(t, server.Resume())
	assert.True(t, await[stream.Connected](l).Again)
	assert.True(t, await[stream.Subscribed](l).Again)
	id := server.Post(me, misskeytest.Note{Text: "back"})
	assert.Equal(t, id, await[stream.NoteArrived](l).Note.ID)
}

func TestTokensThatDoNotStream(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	me := server.Usernames()[0]
	for name, token := range map[string]string{
		"unknown": "nonsense", "without read:account": server.NewToken(me, "write:notes"),
	} {
		t.Run(name, func(t *testing.T) {
			l := goLive(t, server, token)
			await[stream.Unauthorized](l)
			assert.ErrorIs(t, <-l.ended, stream.ErrUnauthorized)
		})
	}
}

func TestAFloodOverTCP(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	me := server.Usernames()[0]
	l := goLive(t, server, server.Token(me))
	for _, c := range []stream.Channel{stream.ChannelHomeTimeline, stream.ChannelLocalTimeline} {
		l.Subscribe(c, stream.Params{})
		await[stream.Subscribed](l)
	}
	const notes = 1000
	posted := map[misskey.NoteID]int{}
	for i := range notes {
		posted[server.Post(me, misskeytest.Note{Text: fmt.Sprint("note ", i)})] = 0
	}
	for range 2 * notes {
		posted[await[stream.NoteArrived](l).Note.ID]++
	}
	assert.Len(t, posted, notes)
	for id, n := range posted {
		assert.Equal(t, 2, n, id)
	}
}
