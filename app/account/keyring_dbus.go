//go:build !windows && !darwin

package account

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	secretService = "org.freedesktop.secrets"
	servicePath   = "/org/freedesktop/secrets"
	loginPath     = "/org/freedesktop/secrets/collection/login"
	// diagnosisLimit bounds each question about a keyring that failed.
	diagnosisLimit = 5 * time.Second
)

// reachable reports whether there is a session bus. Asking the keyring without
// one would start a bus that nobody ever stops.
func reachable() error {
	conn, err := dbus.SessionBusPrivateNoAutoStartup()
	if err != nil {
		return err
	}
	return conn.Close()
}

// problem finds out why the keyring failed: the library only says that it did.
func problem(ctx context.Context) Problem {
	conn, err := dbus.SessionBus()
	if err != nil {
		return KeyringMissing
	}
	ctx, cancel := context.WithTimeout(ctx, diagnosisLimit)
	defer cancel()
	if locked, err := isLocked(ctx, conn, loginPath); err == nil {
		return lockedOrFailed(locked)
	}
	var standard dbus.ObjectPath
	err = conn.Object(secretService, servicePath).
		CallWithContext(ctx, "org.freedesktop.Secret.Service.ReadAlias", 0, "default").Store(&standard)
	if err != nil || standard == "/" || standard == "" {
		return KeyringMissing // no service, or it has no keyring to put things in
	}
	locked, err := isLocked(ctx, conn, standard)
	return lockedOrFailed(err == nil && locked)
}

func lockedOrFailed(locked bool) Problem {
	if locked {
		return KeyringLocked
	}
	return KeyringFailed
}

func isLocked(ctx context.Context, conn *dbus.Conn, collection dbus.ObjectPath) (locked bool, err error) {
	err = conn.Object(secretService, collection).
		CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, "org.freedesktop.Secret.Collection", "Locked").
		Store(&locked)
	return locked, err
}
