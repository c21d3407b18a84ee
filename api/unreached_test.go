package api_test

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

func unreached(t *testing.T, err error) *api.Unreached {
	t.Helper()
	var e *api.Unreached
	require.ErrorAs(t, err, &e)
	return e
}

func failing(err error) api.Options {
	return api.Options{Transport: transport(func(*http.Request) (*http.Response, error) { return nil, err })}
}

func TestWhyNoAnswerCame(t *testing.T) {
	for want, cause := range map[api.Reason]error{
		api.ReasonNoSuchHost: &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", IsNotFound: true}},
		api.ReasonOffline:    &net.OpError{Op: "dial", Err: &net.DNSError{Err: "server misbehaving", IsTemporary: true}},
		api.ReasonTimeout:    &net.OpError{Op: "dial", Err: &net.DNSError{Err: "i/o timeout", IsTimeout: true}},
		api.ReasonTLS:        &tls.CertificateVerificationError{Err: errors.New("unknown authority")},
		api.ReasonLost:       &net.OpError{Op: "read", Err: syscall.ECONNRESET},
	} {
		c := clientOf(t, "https://misskey.example", failing(cause))
		err := c.DeleteNote(t.Context(), "n")
		e := unreached(t, err)
		assert.Equal(t, want, e.Reason)
		assert.Equal(t, "misskey.example", e.Host)
		assert.Equal(t, "notes/delete", e.Endpoint)
		assert.ErrorIs(t, err, cause)
	}
	for _, cause := range []error{syscall.ENETUNREACH, syscall.EHOSTUNREACH} {
		c := clientOf(t, "https://misskey.example", failing(&net.OpError{Op: "dial", Err: cause}))
		assert.Equal(t, api.ReasonOffline, unreached(t, c.DeleteNote(t.Context(), "n")).Reason)
	}
}

func TestNobodyListens(t *testing.T) {
	p := newPeer(t, answering(204, ""))
	c := p.client(t)
	p.Close()
	e := unreached(t, c.DeleteNote(t.Context(), "n"))
	assert.Equal(t, api.ReasonRefused, e.Reason)
	assert.False(t, e.Sent)
}

func TestAnUntrustedCertificate(t *testing.T) {
	server := httptest.NewUnstartedServer(answering(204, ""))
	server.Config.ErrorLog = quiet()
	server.StartTLS()
	t.Cleanup(server.Close)
	c := clientOf(t, server.URL, api.Options{})
	e := unreached(t, c.DeleteNote(t.Context(), "n"))
	assert.Equal(t, api.ReasonTLS, e.Reason)
	assert.False(t, e.Sent)
}

func TestNoTLSWhereItIsExpected(t *testing.T) {
	p := newPeer(t, answering(204, ""))
	c := clientOf(t, "https"+p.URL[len("http"):], api.Options{})
	assert.Equal(t, api.ReasonTLS, unreached(t, c.DeleteNote(t.Context(), "n")).Reason)
}

func TestAServerThatHangsUp(t *testing.T) {
	p := newPeer(t, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	p.Config.ErrorLog = quiet()
	e := unreached(t, p.client(t).DeleteNote(t.Context(), "n"))
	assert.Equal(t, api.ReasonLost, e.Reason)
	assert.True(t, e.Sent, "the note may be gone")
	assert.Len(t, p.asked(), 1)
}

func TestCancelling(t *testing.T) {
	arrived, released := make(chan struct{}), make(chan struct{})
	p := newPeer(t, func(http.ResponseWriter, *http.Request) { close(arrived); <-released })
	defer close(released)
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-arrived; cancel() }()
	err := p.client(t).DeleteNote(ctx, "n")
	e := unreached(t, err)
	assert.Equal(t, api.ReasonCancelled, e.Reason)
	assert.True(t, e.Sent)
	assert.ErrorIs(t, err, context.Canceled)
}

// hanging takes a request and answers only when its context has ended.
func hanging(sent bool) api.Options {
	return api.Options{Transport: transport(func(r *http.Request) (*http.Response, error) {
		if sent {
			wrote(r)
		}
		<-r.Context().Done()
		return nil, r.Context().Err()
	})}
}

// wrote tells, as a network does, that a request has gone out.
func wrote(r *http.Request) {
	httptrace.ContextClientTrace(r.Context()).WroteRequest(httptrace.WroteRequestInfo{})
}

func TestTimeLimits(t *testing.T) {
	for sent, limit := range map[bool]time.Duration{true: 20 * time.Second, false: 45 * time.Second} {
		synctest.Test(t, func(t *testing.T) {
			c := clientOf(t, "https://misskey.example", hanging(sent))
			start := time.Now()
			_, err := c.Me(t.Context())
			e := unreached(t, err)
			assert.Equal(t, api.ReasonTimeout, e.Reason)
			assert.NotErrorIs(t, err, context.Canceled, "nobody cancelled it")
			assert.Equal(t, sent, e.Sent)
			assert.Equal(t, limit, time.Since(start), "and it is not tried again")
		})
	}
	synctest.Test(t, func(t *testing.T) {
		c := clientOf(t, "https://misskey.example", hanging(true))
		err := c.DeleteNote(within(t, time.Second), "n")
		assert.Equal(t, api.ReasonTimeout, unreached(t, err).Reason)
		assert.ErrorIs(t, err, context.DeadlineExceeded)
	})
}

func TestASlowAnswerEndsWithTheWholeLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := clientOf(t, "https://misskey.example", api.Options{Transport: transport(
			func(r *http.Request) (*http.Response, error) {
				answer := response(200, "")
				answer.Body = trickle{r.Context()}
				return answer, nil
			})})
		start := time.Now()
		_, err := c.Me(t.Context())
		assert.Equal(t, api.ReasonTimeout, unreached(t, err).Reason)
		assert.Equal(t, 45*time.Second, time.Since(start))
	})
}

// trickle is an answer of a space a second.
type trickle struct{ ctx context.Context }

func (b trickle) Read(p []byte) (int, error) {
	timer := time.NewTimer(time.Second)
	defer timer.Stop()
	select {
	case <-timer.C:
		p[0] = ' '
		return 1, nil
	case <-b.ctx.Done():
		return 0, b.ctx.Err()
	}
}

func (b trickle) Close() error { return nil }
