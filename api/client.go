package api

import "net/http"

// Options are the parts of a Client that have a choice; the zero value works.
type Options struct {
	// Transport carries the calls. Give all clients the one transport of the
	// process; nil makes a new one for this client.
	Transport http.RoundTripper
	// Version is sent in the User-Agent, "Mejiro/<version>"; "" is "dev".
	Version string
	// OnOddity is told of answers that were understood in part. It is called
	// on the goroutine of the call and may be nil.
	OnOddity func(Oddity)
}

// Oddity is an answer of which something had to be left out.
type Oddity struct {
	Endpoint string
	Skipped  int   // elements of a list that made no sense
	Bent     int   // things kept although a field of theirs had a wrong type
	Cause    error // the first of it
}

// Client asks one server in the name of one account, or of nobody. It is safe
// for use by several goroutines.
type Client struct {
	server   Server
	token    func() string // a closure, so that printing a Client tells nothing
	agent    string
	http     *http.Client
	onOddity func(Oddity)
}

// New makes a client for server. token may be "" for calls in nobody's name.
func New(server Server, token string, options Options) *Client {
	transport := options.Transport
	if transport == nil {
		transport = NewTransport()
	}
	return &Client{
		server:   server,
		token:    func() string { return token },
		agent:    userAgent(options.Version),
		http:     &http.Client{Transport: transport, CheckRedirect: checkRedirect},
		onOddity: options.OnOddity,
	}
}

// Server is the server the client asks.
func (c *Client) Server() Server { return c.server }

// CloseIdleConnections closes connections nobody uses just now, of all clients
// that share the transport.
func (c *Client) CloseIdleConnections() { c.http.CloseIdleConnections() }

// userAgent avoids the word "misskey/", which media proxies refuse.
func userAgent(version string) string {
	if version == "" {
		version = "dev"
	}
	return "Mejiro/" + version
}

const maxRedirects = 3

// checkRedirect follows a redirect only where neither the token nor the body
// could reach anybody else: on the same host, unchanged or from http to https,
// and with its method kept. Otherwise the redirect itself is the answer.
func checkRedirect(next *http.Request, via []*http.Request) error {
	last := via[len(via)-1]
	sameHost := next.URL.Host == last.URL.Host && next.URL.Scheme == last.URL.Scheme
	upgraded := next.URL.Hostname() == last.URL.Hostname() &&
		last.URL.Scheme == "http" && next.URL.Scheme == "https"
	if len(via) > maxRedirects || next.Method != last.Method || !sameHost && !upgraded {
		return http.ErrUseLastResponse
	}
	return nil
}
