package account

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/godbus/dbus/v5"
)

// silent is a keyring that takes every question and answers none.
type silent struct{ asked chan struct{} }

// OpenSession is the first thing a client asks for.
func (s silent) OpenSession(string, dbus.Variant) (dbus.Variant, dbus.ObjectPath, *dbus.Error) {
	s.asked <- struct{}{}
	select {}
}

// nobodyAnswers asks a keyring that never answers.
func nobodyAnswers(folder string) error {
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	s := silent{make(chan struct{}, 10)}
	if err := conn.Export(s, servicePath, "org.freedesktop.Secret.Service"); err != nil {
		return err
	}
	if _, err := conn.RequestName(secretService, dbus.NameFlagDoNotQueue); err != nil {
		return err
	}
	b, _, err := Open(folder)
	if err != nil {
		return err
	}
	keyring := newOSKeyring()
	keyring.limit = 300 * time.Millisecond
	b.keyring = keyring

	ctx, cancel := context.WithCancel(contextOf())
	go func() {
		<-s.asked
		cancel()
	}()
	alice := person("misskey.example", "alice")
	if _, err = b.SignIn(ctx, alice, tokenA, InKeyring); !errors.Is(err, context.Canceled) {
		return fmt.Errorf("a caller who gives up: %w", err)
	}
	var problem *KeyringError
	_, err = b.SignIn(contextOf(), alice, tokenA, InKeyring)
	if !errors.As(err, &problem) || problem.Problem != KeyringSlow {
		return fmt.Errorf("the next one: %w", err)
	}
	_, err = b.SignIn(contextOf(), alice, tokenA, ThisSession)
	return errors.Join(err, expect("listed", usernames(b.List()) == "alice"))
}
