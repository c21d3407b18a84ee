package api

import (
	"net/netip"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// AddressFault says what is wrong with an address somebody typed.
type AddressFault string

// The faults ParseServer finds.
const (
	AddressEmpty       AddressFault = "empty"       // nothing was typed
	AddressTooLong     AddressFault = "tooLong"     // more than any address
	AddressScheme      AddressFault = "scheme"      // neither https nor http
	AddressInsecure    AddressFault = "insecure"    // http to another machine
	AddressCredentials AddressFault = "credentials" // a name and password
	AddressPath        AddressFault = "path"        // a page of the server
	AddressPort        AddressFault = "port"        // not 1 to 65535
	AddressHost        AddressFault = "host"        // not a host name
)

// AddressError refuses an address. It does not repeat what was typed, which
// may hold a password.
type AddressError struct{ Fault AddressFault }

// Error names the fault.
func (e *AddressError) Error() string { return "api: server address: " + string(e.Fault) }

const maxAddress = 1024 // bytes

// ParseServer reads a server's address as people type it: "misskey.io",
// "MISSKEY.IO", "https://misskey.io/", "@alice@misskey.io", an international
// name, a port, full-width letters, spaces around it. Without a scheme it is
// https, or http for a loopback address; http to any other machine is refused.
// A host without a dot needs its scheme said. The error is an *AddressError.
func ParseServer(text string) (Server, error) {
	if len(text) > maxAddress {
		return Server{}, &AddressError{AddressTooLong}
	}
	text = plainAddress(text)
	if text == "" {
		return Server{}, &AddressError{AddressEmpty}
	}
	scheme, rest, err := cutScheme(text)
	if err != nil {
		return Server{}, err
	}
	authority, err := cutPath(rest)
	if err != nil {
		return Server{}, err
	}
	authority, err = cutAcct(authority, scheme == "")
	if err != nil {
		return Server{}, err
	}
	return serverAt(scheme, authority)
}

// plainAddress folds full-width forms, drops what cannot be seen and trims.
func plainAddress(text string) string {
	if !utf8.ValidString(text) {
		return "\uFFFD" // no host name
	}
	text = norm.NFKC.String(text)
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '。':
			return '.'
		case r == '\u200D' || r == '\u200C':
			return r // part of some names; IDNA judges them
		case unicode.Is(unicode.Cf, r):
			return -1 // zero width spaces, marks of direction
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

func cutScheme(text string) (scheme, rest string, err error) {
	before, after, ok := strings.Cut(text, "://")
	if !ok || strings.ContainsAny(before, "/?#@.") {
		return "", text, nil
	}
	scheme = strings.ToLower(before)
	if scheme != "https" && scheme != "http" {
		return "", "", &AddressError{AddressScheme}
	}
	return scheme, after, nil
}

func cutPath(rest string) (authority string, err error) {
	i := strings.IndexAny(rest, `/\?#`)
	if i < 0 {
		return rest, nil
	}
	if rest[i:] != "/" {
		return "", &AddressError{AddressPath}
	}
	return rest[:i], nil
}

// cutAcct takes the server from "@alice@misskey.io". With a scheme, or with a
// colon in it, what stands before the last @ are credentials.
func cutAcct(authority string, bare bool) (string, error) {
	i := strings.LastIndexByte(authority, '@')
	if i < 0 {
		return authority, nil
	}
	user := strings.TrimPrefix(authority[:i], "@")
	if !bare || strings.ContainsRune(user, ':') {
		return "", &AddressError{AddressCredentials}
	}
	if user == "" || strings.ContainsFunc(user, notInUsername) {
		return "", &AddressError{AddressHost}
	}
	return authority[i+1:], nil
}

func notInUsername(r rune) bool {
	return r != '_' && r != '-' && r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func serverAt(scheme, authority string) (Server, error) {
	name, port, err := cutPort(authority)
	if err != nil {
		return Server{}, err
	}
	host, err := asciiHost(name, scheme != "")
	if err != nil {
		return Server{}, err
	}
	loopback := isLoopback(strings.Trim(host, "[]"))
	switch {
	case scheme == "" && loopback:
		scheme = "http"
	case scheme == "":
		scheme = "https"
	case scheme == "http" && !loopback:
		return Server{}, &AddressError{AddressInsecure}
	}
	if port != 0 && port != usualPort(scheme) {
		host += ":" + strconv.Itoa(port)
	}
	return Server{scheme: scheme, host: host}, nil
}

func usualPort(scheme string) int {
	if scheme == "http" {
		return 80
	}
	return 443
}

// cutPort splits "host:port"; port is 0 where none is given. A bare IPv6
// address is a host.
func cutPort(authority string) (name string, port int, err error) {
	if _, err := netip.ParseAddr(authority); err == nil {
		return authority, 0, nil
	}
	i := strings.LastIndexByte(authority, ':')
	if i < 0 || strings.HasSuffix(authority, "]") {
		return authority, 0, nil
	}
	digits := authority[i+1:]
	port, err = strconv.Atoi(digits)
	if err != nil || port < 1 || port > 65535 || digits[0] == '+' {
		return "", 0, &AddressError{AddressPort}
	}
	return authority[:i], port, nil
}

// asciiHost is a host name as it travels. alone says that a name without a dot
// is one.
func asciiHost(name string, alone bool) (string, error) {
	inner, bracketed := strings.CutPrefix(name, "[")
	if bracketed {
		inner, bracketed = strings.CutSuffix(inner, "]")
	}
	if addr, err := netip.ParseAddr(inner); err == nil && addr.Zone() == "" {
		return addrHost(addr, bracketed)
	}
	profile := idna.New(idna.MapForLookup(), idna.BidiRule(),
		idna.StrictDomainName(true), idna.VerifyDNSLength(true))
	ascii, err := profile.ToASCII(strings.TrimSuffix(name, "."))
	if err != nil {
		return "", &AddressError{AddressHost}
	}
	last := ascii[strings.LastIndexByte(ascii, '.')+1:]
	if last == "" || strings.Trim(last, "0123456789") == "" {
		return "", &AddressError{AddressHost} // no number but an IPv4 address
	}
	if last == ascii && ascii != "localhost" && !alone {
		return "", &AddressError{AddressHost}
	}
	return ascii, nil
}

func addrHost(addr netip.Addr, bracketed bool) (string, error) {
	switch {
	case addr.Is4() && bracketed:
		return "", &AddressError{AddressHost}
	case addr.Is4():
		return addr.String(), nil
	}
	return "[" + addr.String() + "]", nil
}
