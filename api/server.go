package api

import (
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// Server names a Misskey server by its base address. Servers are comparable;
// the zero Server names none. Make one with ParseServer.
type Server struct {
	scheme string // "https", or "http" for loopback
	host   string // lower case, IDN in Punycode, the port unless it is the usual one
}

// IsZero reports whether s names no server.
func (s Server) IsZero() bool { return s.host == "" }

// String is the base address without a slash at the end, such as
// "https://misskey.io"; ParseServer reads it back. It is "" for the zero Server.
func (s Server) String() string {
	if s.IsZero() {
		return ""
	}
	return s.scheme + "://" + s.host
}

// Host is the host as it travels, such as "misskey.io" or
// "xn--zckzah.example:8443". Local user names are completed with it.
func (s Server) Host() string { return s.host }

// Name is the host as people read it: an IDN in its own script.
func (s Server) Name() string {
	name, port, _ := strings.Cut(s.host, ":")
	if strings.HasPrefix(s.host, "[") {
		return s.host
	}
	shown, err := idna.Display.ToUnicode(name)
	if err != nil {
		return s.host
	}
	if port != "" {
		shown += ":" + port
	}
	return shown
}

// IsLoopback reports whether the server is on this machine.
func (s Server) IsLoopback() bool {
	u := url.URL{Host: s.host}
	return isLoopback(u.Hostname())
}

// Address is the address of a path on the server; path begins with a slash and
// is already escaped.
func (s Server) Address(path string) string { return s.String() + path }

// Resolve makes an absolute http or https address of what the server calls
// one of its pictures or pages, which may be relative. Anything else is "".
func (s Server) Resolve(ref string) string {
	base, err := url.Parse(s.String() + "/")
	if err != nil || ref == "" {
		return ""
	}
	u, err := base.Parse(ref)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

// MarshalText writes the base address, so that a Server can be kept in JSON.
func (s Server) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote; an empty text is the zero Server.
func (s *Server) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = Server{}
		return nil
	}
	parsed, err := ParseServer(string(text))
	if err != nil {
		return err
	}
	*s = parsed
	return nil
}

func isLoopback(hostname string) bool {
	if hostname == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(hostname)
	return err == nil && addr.Unmap().IsLoopback()
}
