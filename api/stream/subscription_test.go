package stream_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/stream"
)

func TestSubscriptionsAreConfirmedAndAskedForAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		p.set(func() { p.down = true })
		r := start(t, stream.Options{HTTPClient: p.client()})
		r.nextWait()
		home := r.Subscribe(stream.ChannelHomeTimeline, stream.Params{WithRenotes: new(false)})
		list := r.Subscribe(stream.ChannelUserList, stream.Params{ListID: "l1"})
		gone := r.Subscribe(stream.ChannelDrive, stream.Params{})
		r.Unsubscribe(gone)
		r.Unsubscribe("nonsense")
		p.set(func() { p.down = false })
		s := <-p.sockets

		sent := s.all()
		require.Len(t, sent, 2, "what was taken back is not asked for")
		assert.Equal(t, "connect", sent[0].Type)
		assert.Equal(t, "homeTimeline", sent[0].Body.Channel)
		assert.Equal(t, string(home), sent[0].Body.ID)
		assert.Equal(t, map[string]any{"withRenotes": false}, sent[0].Body.Params)
		assert.True(t, sent[0].Body.Pong)
		assert.Equal(t, "userList", sent[1].Body.Channel)
		assert.Equal(t, map[string]any{"listId": "l1"}, sent[1].Body.Params)
		s.confirm(t, string(home))
		s.confirm(t, string(list))
		s.confirm(t, "nonsense")
		assert.Equal(t, []stream.Event{stream.Connected{}, stream.Subscribed{Subscription: home}, stream.Subscribed{Subscription: list}},
			r.take())

		main := r.Subscribe(stream.ChannelMain, stream.Params{})
		sent = s.all()
		require.Len(t, sent, 1)
		assert.Equal(t, map[string]any{}, sent[0].Body.Params, "params must be an object")

		r.Unsubscribe(list)
		sent = s.all()
		require.Len(t, sent, 1)
		assert.Equal(t, "disconnect", sent[0].Type)
		assert.Equal(t, string(list), sent[0].Body.ID)
		s.send(t, `{"type":"channel","body":{"id":"`+string(list)+`","type":"note","body":{"id":"n"}}}`)
		assert.Empty(t, r.take(), "nothing comes from a closed subscription")

		_ = s.ws.CloseNow()
		s = <-p.sockets
		sent = s.all()
		require.Len(t, sent, 2)
		assert.Equal(t, string(home), sent[0].Body.ID)
		assert.Equal(t, string(main), sent[1].Body.ID)
		s.confirm(t, string(home))
		s.confirm(t, string(main))
		events := r.take()
		assert.Equal(t, []stream.Connected{{Again: true}}, of[stream.Connected](events))
		assert.Equal(t, []stream.Subscribed{{home, true}, {main, false}}, of[stream.Subscribed](events))
	})
}

func TestSilenceIsARefusal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client(), ConfirmWithin: 4 * time.Second})
		s := <-p.sockets
		bad := r.Subscribe(stream.ChannelAntenna, stream.Params{AntennaID: "gone"})
		good := r.Subscribe(stream.ChannelHomeTimeline, stream.Params{})
		s.all()
		s.confirm(t, string(good))
		time.Sleep(2 * time.Second)
		later := r.Subscribe(stream.ChannelGlobalTimeline, stream.Params{})
		r.take()
		time.Sleep(2*time.Second - time.Millisecond)
		assert.Empty(t, r.take())
		time.Sleep(time.Millisecond)
		assert.Equal(t, []stream.Event{stream.Refused{Subscription: bad}}, r.take())
		time.Sleep(2 * time.Second)
		assert.Equal(t, []stream.Event{stream.Refused{Subscription: later}}, r.take())
		s.all()
		time.Sleep(time.Hour)
		assert.Empty(t, r.take(), "once is enough")
		assert.Empty(t, s.all(), "it is not asked for again on this connection")

		s.confirm(t, string(later))
		assert.Equal(t, []stream.Event{stream.Subscribed{Subscription: later}}, r.take(), "late, but confirmed")

		_ = s.ws.CloseNow()
		s = <-p.sockets
		assert.Len(t, s.all(), 3, "a new connection asks for all")
		r.take()
		time.Sleep(time.Minute)
		assert.ElementsMatch(t, []stream.Event{
			stream.Refused{Subscription: bad}, stream.Refused{Subscription: good}, stream.Refused{Subscription: later},
		}, r.take())
	})
}

func TestAFrameConfirmsToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		id := r.Subscribe(stream.ChannelMain, stream.Params{})
		s.all()
		r.take()
		s.send(t, `{"type":"channel","body":{"id":"`+string(id)+`","type":"readAllNotifications","body":null}}`)
		assert.Equal(t, []stream.Event{stream.Subscribed{Subscription: id}, stream.AllNotificationsRead{}}, r.take())
		time.Sleep(time.Hour)
		assert.Empty(t, r.take())
	})
}

func TestCapturesAreCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		r.take()
		told := func() (told []string) {
			for _, m := range s.all() {
				told = append(told, m.Type+" "+m.Body.ID)
			}
			return told
		}
		r.Capture("a")
		r.Capture("a")
		assert.Equal(t, []string{"subNote a"}, told())
		r.Release("a")
		assert.Empty(t, told())
		r.Release("a")
		assert.Equal(t, []string{"unsubNote a"}, told())
		r.Release("a")
		r.Release("never")
		assert.Empty(t, told(), "too many releases do no harm")
		r.Capture("a")
		assert.Equal(t, []string{"subNote a"}, told())

		r.Capture("b")
		r.Capture("c")
		r.Release("c")
		told()
		_ = s.ws.CloseNow()
		synctest.Wait()
		r.Release("b")
		r.Capture("d")
		s = <-p.sockets
		assert.ElementsMatch(t, []string{"subNote a", "subNote d"}, told())
	})
}

func TestAThousandCapturesAndReleases(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		r.take()
		balance := map[string]int{}
		for i := range 1000 {
			id := misskeyNote(i % 37)
			r.Capture(id)
			if i%3 != 0 {
				r.Release(id)
			}
		}
		for i := range 37 {
			for range 40 {
				r.Release(misskeyNote(i))
			}
		}
		for _, m := range s.all() {
			switch m.Type {
			case "subNote":
				balance[m.Body.ID]++
			case "unsubNote":
				balance[m.Body.ID]--
			}
		}
		for id, n := range balance {
			assert.Zero(t, n, id)
		}
	})
}
