package media

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// parseAddress returns raw as an address that may be fetched: https without credentials, or http on the loopback.
func parseAddress(raw string) (*url.URL, error) {
	if len(raw) > maxAddress {
		return nil, fmt.Errorf("%w: too long", ErrAddress)
	}
	u, err := url.Parse(raw)
	if err != nil {
		return nil, fmt.Errorf("%w: malformed", ErrAddress)
	}
	return u, checkAddress(u)
}

func checkAddress(u *url.URL) error {
	switch {
	case u.Host == "" || u.Hostname() == "":
		return fmt.Errorf("%w: no host", ErrAddress)
	case u.User != nil:
		return fmt.Errorf("%w: has credentials", ErrAddress)
	case u.Scheme == "https":
		return nil
	case u.Scheme == "http" && isLoopback(u):
		return nil
	default:
		return fmt.Errorf("%w: scheme %q", ErrAddress, u.Scheme)
	}
}

func isLoopback(u *url.URL) bool {
	host := u.Hostname()
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// redirectPolicy follows at most limit redirects, each to an address that may be fetched, none from a remote server to
// the loopback.
func redirectPolicy(limit int) func(*http.Request, []*http.Request) error {
	return func(next *http.Request, via []*http.Request) error {
		if len(via) > limit {
			return fmt.Errorf("%w: too many redirects", ErrAddress)
		}
		if err := checkAddress(next.URL); err != nil {
			return err
		}
		if isLoopback(next.URL) && !isLoopback(via[0].URL) {
			return fmt.Errorf("%w: redirects to the loopback", ErrAddress)
		}
		next.Header.Del("Referer")
		return nil
	}
}
