package note

import (
	"strconv"
	"strings"

	"mejiro/widgets/flow"
)

// How much of what a stranger says is looked at. Real notes stay far below.
const (
	maxText    = 32 << 10 // bytes of an opened text
	maxFolded  = 4 << 10  // bytes of a text of which some lines are shown
	maxName    = 512      // bytes of a name, a host, an acct
	maxLabel   = 600      // bytes of a tooltip
	maxKey     = 256      // bytes of a reaction
	maxCounted = 1 << 40  // of anything that is counted
)

// cut shortens s to about so many bytes, between characters as a reader sees
// them.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	return flow.Shorten(s, limit) + "…"
}

// oneLine makes any text fit for a single line.
func oneLine(s string) string { return strings.Join(strings.Fields(cut(s, maxName)), " ") }

// label makes any text fit for a tooltip.
func label(s string) string { return strings.TrimSpace(cut(s, maxLabel)) }

// counted brings a number that somebody sent within reason.
func counted(n int) int { return max(0, min(n, maxCounted)) }

// short writes a number in at most five characters.
func short(n int) string {
	const kilo, most = 1000, 999
	n = counted(n)
	if n < 10*kilo {
		return strconv.Itoa(n)
	}
	for _, unit := range []string{"K", "M", "G"} {
		if n /= kilo; n < kilo {
			return strconv.Itoa(n) + unit
		}
	}
	return strconv.Itoa(most) + "G"
}
