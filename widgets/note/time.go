package note

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"
)

const day = 24 * time.Hour

// Ago says how long before now something was, in a word or two: "now", "5m",
// "3h", "2d", and the date when that is shorter to grasp.
func Ago(now, then time.Time) string {
	d := now.Sub(then)
	switch {
	case d < 10*time.Second:
		return lang.L("note.time.now")
	case d < time.Minute:
		return lang.L("note.time.seconds", number(d/time.Second))
	case d < time.Hour:
		return lang.L("note.time.minutes", number(d/time.Minute))
	case d < day:
		return lang.L("note.time.hours", number(d/time.Hour))
	case d < 7*day:
		return lang.L("note.time.days", number(d/day))
	case then.Year() == now.Year():
		return then.Local().Format("1/2")
	}
	return then.Local().Format("2006/1/2")
}

// Exact is a moment to the second in the reader's time zone.
func Exact(t time.Time) string { return t.Local().Format("2006-01-02 15:04:05") }

// Remaining says how long a poll is still open.
func Remaining(d time.Duration) string {
	switch {
	case d < time.Minute:
		return lang.L("note.left.seconds", number(d/time.Second))
	case d < time.Hour:
		return lang.L("note.left.minutes", number(d/time.Minute))
	case d < day:
		return lang.L("note.left.hours", number(d/time.Hour))
	}
	return lang.L("note.left.days", number(d/day))
}

func number[N ~int64](n N) map[string]any { return map[string]any{"N": int64(n)} }

// oneLine makes any text fit for a single line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
