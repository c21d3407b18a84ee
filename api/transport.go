package api

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

// Time limits of the phases of a call. The upload of a file has its own.
const (
	dialLimit   = 10 * time.Second // finding the host and connecting
	tlsLimit    = 10 * time.Second
	headerLimit = 20 * time.Second // from the request sent to the answer's head
	wholeLimit  = 45 * time.Second // one try, answer read

	pingAfter = 15 * time.Second // of silence on an HTTP/2 connection
	pingLimit = 10 * time.Second
	idleLimit = 55 * time.Second // below the 60 s and more of usual servers
)

// NewTransport makes a transport with the time limits of this package. One is
// made for the whole process and shared by its clients, so that accounts on
// one server share connections; its idle connections are closed by
// CloseIdleConnections.
func NewTransport() *http.Transport {
	dialer := &net.Dialer{Timeout: dialLimit, KeepAlive: 30 * time.Second}
	return &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		DialContext:         dialer.DialContext,
		TLSHandshakeTimeout: tlsLimit,
		TLSClientConfig:     &tls.Config{MinVersion: tls.VersionTLS12},
		ForceAttemptHTTP2:   true,
		MaxIdleConns:        32,
		MaxIdleConnsPerHost: 8,
		MaxConnsPerHost:     16,
		IdleConnTimeout:     idleLimit,
		HTTP2: &http.HTTP2Config{ // finds connections that died while the machine slept
			SendPingTimeout: pingAfter, PingTimeout: pingLimit, WriteByteTimeout: pingAfter,
		},
		MaxResponseHeaderBytes: 64 << 10,
	}
}
