package note

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"mejiro/widgets/dates"
)

const (
	day  = 24 * time.Hour
	week = 7 * day
)

// Ago says how long before now something was, in a word or two: "now", "5m",
// "3h", "2d", and the date when that is shorter to grasp. What lies a little
// ahead of a clock that is slow is now; a time that was never told is "".
func Ago(now, then time.Time) string {
	d := now.Sub(then)
	switch {
	case then.IsZero():
		return ""
	case d < -day:
		return date(now, then)
	case d < 10*time.Second:
		return lang.L("note.time.now")
	case d < time.Minute:
		return lang.L("note.time.seconds", number(d/time.Second))
	case d < time.Hour:
		return lang.L("note.time.minutes", number(d/time.Minute))
	case d < day:
		return lang.L("note.time.hours", number(d/time.Hour))
	case d < week:
		return lang.L("note.time.days", number(d/day))
	}
	return date(now, then)
}

// date is a day, with its year unless that is the present one.
func date(now, then time.Time) string {
	if then.Local().Year() == now.Local().Year() {
		return dates.ShortDay(then)
	}
	return dates.Day(then)
}

// exact is a moment to the second; "" for none.
func exact(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return dates.Exact(t)
}

// Remaining says how long a poll is still open.
func Remaining(d time.Duration) string {
	d = max(0, d)
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
