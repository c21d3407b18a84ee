package api

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"mejiro/api/misskey"
)

// Discovery is what a server told of itself before anybody signed in.
type Discovery struct {
	// Server is the server that was asked and answered. The token is to be
	// obtained from it and sent to it alone.
	Server Server
	// CallsItself is the address the server says it has. It differs from
	// Server where an alias was typed, and is only its word: to go there,
	// discover it, after asking.
	CallsItself Server

	Name        string // never "", one line
	Description string // plain text, at most 500 characters
	IconURL     string // absolute; "" where there is none
	BannerURL   string
	Software    string // such as "misskey"; "" when it was not told
	Version     string
	Meta        misskey.Meta
}

// Lack says what a server does not have that this client needs.
type Lack string

// What may be missing.
const (
	LackMisskey Lack = "misskey" // it does not speak Misskey's API
	LackMiAuth  Lack = "miauth"  // it does, and knows no MiAuth
)

// Unsupported tells that a server answers but cannot be used. Software and
// Version are what it is, as far as it says.
type Unsupported struct {
	Host     string
	Software string
	Version  string
	Lack     Lack
}

// Error names the host, what it runs and what is missing.
func (e *Unsupported) Error() string {
	what := strings.TrimSpace(cmp.Or(e.Software, "unknown software") + " " + e.Version)
	return "api: " + e.Host + " runs " + what + ": no " + string(e.Lack)
}

// Elsewhere tells that the host does not answer Misskey's API and points to
// another server, as a domain does whose server has a name of its own. Nothing
// was sent there.
type Elsewhere struct {
	Host   string
	Server Server
}

// Error names both.
func (e *Elsewhere) Error() string { return "api: " + e.Host + " points to " + e.Server.Host() }

const (
	nameLength        = 80  // characters
	descriptionLength = 500 // characters
)

// Discover asks a server what it is (nodeinfo, meta and, in doubt, endpoints).
// Whether it can be used is decided by how it answers, not by its name. Besides
// the usual three, an *Unsupported or an *Elsewhere comes back.
func Discover(ctx context.Context, server Server, options Options) (Discovery, error) {
	c := New(server, "", options)
	ctx, cancel := context.WithCancel(ctx)
	told := make(chan nodeinfo, 1)
	go func() { told <- c.nodeinfo(ctx) }()
	meta, err := c.Meta(ctx)
	if err != nil && isUnreached(err) {
		cancel()
	}
	node := <-told
	defer cancel()
	if err == nil && !looksLikeMisskey(meta) {
		err = c.hasEndpoints(ctx)
	}
	if err != nil {
		return Discovery{}, explain(server, node, err)
	}
	found := discovery(server, node, meta)
	if !hasMiAuth(meta, found) {
		return Discovery{}, &Unsupported{
			Host: server.Host(), Software: found.Software, Version: found.Version, Lack: LackMiAuth,
		}
	}
	return found, nil
}

func isUnreached(err error) bool {
	var unreached *Unreached
	return errors.As(err, &unreached)
}

// hasEndpoints settles whether a server whose meta is odd speaks Misskey.
func (c *Client) hasEndpoints(ctx context.Context) error {
	names, err := c.Endpoints(ctx)
	if err == nil && !slices.Contains(names, "notes/create") {
		err = &Unsupported{Host: c.server.Host(), Lack: LackMisskey}
	}
	return err
}

// explain makes of a failed meta what it means: nothing there, unwell, another
// software or another place.
func explain(server Server, node nodeinfo, err error) error {
	var refused *Refused
	if errors.As(err, &refused) && (refused.IsAiling() || refused.IsRateLimit()) || isUnreached(err) {
		return err
	}
	var misunderstood *Misunderstood
	if errors.As(err, &misunderstood) && misunderstood.Muddle == MuddleTruncated {
		return err
	}
	for _, host := range []string{movedHost(err), node.elsewhere} {
		if other, parseErr := ParseServer("https://" + host); parseErr == nil && other.host != server.host {
			return &Elsewhere{Host: server.Host(), Server: other}
		}
	}
	return &Unsupported{
		Host: server.Host(), Software: node.Software.Name, Version: node.Software.Version, Lack: LackMisskey,
	}
}

func movedHost(err error) string {
	var refused *Refused
	if errors.As(err, &refused) {
		return refused.MovedTo
	}
	return ""
}

func discovery(server Server, node nodeinfo, meta misskey.Meta) Discovery {
	itself, err := ParseServer(meta.URI)
	if err != nil {
		itself = server
	}
	name := cmp.Or(oneLine(meta.Name, nameLength), oneLine(node.Metadata.NodeName, nameLength), server.Name())
	return Discovery{
		Server:      server,
		CallsItself: itself,
		Name:        name,
		Description: plainText(meta.Description, descriptionLength),
		IconURL:     server.Resolve(meta.IconURL),
		BannerURL:   server.Resolve(meta.BannerURL),
		Software:    node.Software.Name,
		Version:     cmp.Or(node.Software.Version, oneLine(meta.Version, 40)),
		Meta:        meta,
	}
}

// hasMiAuth believes the switch of meta, and without one the version: Misskey
// has MiAuth since 12.27.
func hasMiAuth(meta misskey.Meta, found Discovery) bool {
	if meta.Features.MiAuth != nil {
		return *meta.Features.MiAuth
	}
	if found.Software != "" && found.Software != "misskey" {
		return true // versions of forks count otherwise
	}
	major, rest, _ := strings.Cut(meta.Version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	high, err := strconv.Atoi(major)
	if err != nil {
		return true
	}
	low, err := strconv.Atoi(minor)
	return high > 12 || high == 12 && (err != nil || low >= 27)
}
