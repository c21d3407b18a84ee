//go:build !linux

package account

// scenes are played in processes of their own. What needs a D-Bus session is
// played on Linux.
func scenes() map[string]func(folder string) error {
	return map[string]func(string) error{"writing": writing}
}
