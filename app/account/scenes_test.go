//go:build !linux

package account

import "context"

func contextOf() context.Context { return context.Background() }

// scenes are played in processes of their own. What needs a D-Bus session is
// played on Linux.
func scenes() map[string]func(folder string) error {
	return map[string]func(string) error{"writing": writing}
}
