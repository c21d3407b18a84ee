//go:build windows || darwin

package account

import "context"

// reachable is always so: the keyring is part of the system.
func reachable() error { return nil }

// problem: these systems unlock the keyring with the session, so a failure of
// theirs is a denial or a defect.
func problem(context.Context) Problem { return KeyringLocked }
