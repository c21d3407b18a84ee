package api_test

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

func TestARequestIsWhatMisskeyExpects(t *testing.T) {
	p := newPeer(t, answering(200, `{"id":"me","username":"alice"}`))
	me, err := p.client(t).Me(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "alice", me.Username)
	call := p.only(t)
	assert.Equal(t, "POST", call.method)
	assert.Equal(t, "/api/i", call.path)
	assert.Equal(t, "Bearer "+token, call.header.Get("Authorization"))
	assert.Equal(t, "application/json", call.header.Get("Content-Type"))
	assert.Equal(t, map[string]any{}, call.body, "an object, though an empty one")
	assert.Equal(t, "Mejiro/dev", call.header.Get("User-Agent"))
}

func TestTheUserAgentIsOneThatMediaProxiesAccept(t *testing.T) {
	p := newPeer(t, answering(200, `{"pong":1}`))
	_, err := clientOf(t, p.URL, api.Options{Version: "1.2.3"}).Ping(t.Context())
	require.NoError(t, err)
	agent := p.only(t).header.Get("User-Agent")
	assert.Equal(t, "Mejiro/1.2.3", agent)
	assert.NotContains(t, strings.ToLower(agent), "misskey/")
}

func TestNobodysCallsCarryNoToken(t *testing.T) {
	p := newPeer(t, answering(200, `{"ok":true,"token":"new","user":{"id":"u"}}`))
	server, err := api.ParseServer(p.URL)
	require.NoError(t, err)
	anonymous := api.New(server, "", api.Options{})
	t.Cleanup(anonymous.CloseIdleConnections)
	_, err = anonymous.Meta(t.Context())
	require.NoError(t, err)
	found, err := p.client(t).CheckMiAuth(t.Context(), "0193c1a0-7a2b-7c3d-8e4f-112233445566")
	require.NoError(t, err)
	assert.True(t, found.OK)
	assert.Equal(t, "new", found.Token)
	assert.EqualValues(t, "u", found.User.ID)
	calls := p.asked()
	require.Len(t, calls, 2)
	assert.Equal(t, "/api/miauth/0193c1a0-7a2b-7c3d-8e4f-112233445566/check", calls[1].path)
	for _, call := range calls {
		assert.Empty(t, call.header.Get("Authorization"), call.path)
	}
}

func TestPackedAnswersAreUnpacked(t *testing.T) {
	p := newPeer(t, func(w http.ResponseWriter, r *http.Request) {
		assert.Contains(t, r.Header.Get("Accept-Encoding"), "gzip")
		w.Header().Set("Content-Encoding", "gzip")
		packed := gzip.NewWriter(w)
		_, _ = packed.Write([]byte(`{"id":"packed"}`))
		_ = packed.Close()
	})
	me, err := p.client(t).Me(t.Context())
	require.NoError(t, err)
	assert.EqualValues(t, "packed", me.ID)
}

func TestConnectionsAreUsedAgain(t *testing.T) {
	var connections atomic.Int32
	p := &peer{}
	p.Server = countingServer(t, p.keeping(answering(200, `{"pong":5}`)), &connections)
	shared := api.NewTransport()
	t.Cleanup(shared.CloseIdleConnections)
	one := clientOf(t, p.URL, api.Options{Transport: shared})
	other := clientOf(t, p.URL, api.Options{Transport: shared})
	for range 5 {
		for _, c := range []*api.Client{one, other} {
			_, err := c.Ping(t.Context())
			require.NoError(t, err)
		}
	}
	assert.EqualValues(t, 1, connections.Load())
	assert.Len(t, p.asked(), 10)
}

func TestACommonClientServesManyAtOnce(t *testing.T) {
	p := newPeer(t, answering(200, `{"pong":5}`))
	c := p.client(t)
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			_, err := c.Ping(t.Context())
			assert.NoError(t, err)
		})
	}
	group.Wait()
	assert.Len(t, p.asked(), 20)
}

func TestPrintingAClientTellsNoToken(t *testing.T) {
	c := clientOf(t, "https://misskey.example", api.Options{})
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		assert.NotContains(t, fmt.Sprintf(format, c), token)
		assert.NotContains(t, fmt.Sprintf(format, *c), token)
	}
}
