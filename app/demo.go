package app

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
)

// demoUsers are the accounts signed in on the demo server.
func demoUsers() []string { return []string{"alice", "bob"} }

// serveDemo serves the demo server alone until the process is told to end.
func serveDemo(address string, out io.Writer) error {
	options := misskeytest.Demo()
	options.Addr = address
	server, err := misskeytest.New(options)
	if err != nil {
		return err
	}
	_, _ = fmt.Fprintln(out, server.URL)
	for _, name := range demoUsers() {
		_, _ = fmt.Fprintln(out, name, server.Token(name))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return server.Serve(ctx)
}

// demoMembers starts the embedded demo server and names its accounts.
func (a *App) demoMembers() ([]memberParts, error) {
	server, err := misskeytest.New(misskeytest.Demo())
	if err != nil {
		return nil, err
	}
	context.AfterFunc(a.ctx, func() { _ = server.Close() })
	address, err := api.ParseServer(server.URL)
	if err != nil {
		return nil, err
	}
	var all []memberParts
	for _, name := range demoUsers() {
		all = append(all, memberParts{
			id: "demo-" + name, server: address,
			token: misskey.Token(server.Token(name)), user: server.User(name),
		})
	}
	return all, nil
}
