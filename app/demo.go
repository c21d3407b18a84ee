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
	"mejiro/app/account"
	"mejiro/app/task"
	"mejiro/assets"
)

// demoUsers are the accounts signed in on the demo server.
func demoUsers() []string { return []string{"alice", "bob"} }

func demoOptions() misskeytest.Options {
	options := misskeytest.Demo()
	options.Twemoji = assets.Twemoji
	return options
}

// serveDemo serves the demo server alone until the process is told to end.
func serveDemo(address string, out io.Writer) error {
	options := demoOptions()
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

// startDemo starts the demo server in this process and signs in to it, for
// this session only. Drawing the demo's pictures takes a moment, so it is made
// off the Fyne goroutine.
func (a *App) startDemo() {
	type visitor struct {
		account account.Account
		token   misskey.Token
	}
	task.Go(a.ctx, a.loop, func(ctx context.Context) ([]visitor, error) {
		server, err := misskeytest.New(demoOptions())
		if err != nil {
			return nil, err
		}
		context.AfterFunc(a.ctx, func() { _ = server.Close() })
		address, err := api.ParseServer(server.URL)
		if err != nil {
			return nil, err
		}
		var all []visitor
		for _, name := range demoUsers() {
			v := visitor{account: account.New(address, server.User(name), nil), token: misskey.Token(server.Token(name))}
			if v.account, err = a.book.SignIn(ctx, v.account, v.token, account.ThisSession); err != nil {
				return nil, err
			}
			all = append(all, v)
		}
		return all, a.book.Act(all[0].account.ID)
	}, func(all []visitor, err error) {
		if err != nil {
			a.log.Error("demo", "error", err)
			return
		}
		for _, v := range all {
			if err := a.join(v.account, v.token); err != nil {
				a.log.Error("demo", "error", err)
			}
		}
		a.arrive()
		a.showFirstColumns(all[0].account.ID)
	})
}

// showFirstColumns opens the first columns of an account that has none, as
// the demo's where other accounts have theirs.
func (a *App) showFirstColumns(id account.ID) {
	for _, c := range a.deck.columns {
		if c.conf.Account == string(id) {
			return
		}
	}
	for _, conf := range firstColumns(id) {
		a.openColumn(conf)
	}
}
