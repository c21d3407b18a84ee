// Package dates writes moments as the reader's language does, in the reader's time zone. It follows what browsers make of
// dates, and so Misskey Web.
package dates

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"
)

// Exact is a moment to the second.
func Exact(t time.Time) string { return write(lang.L("common.date.exact"), t) }

// Day is a day.
func Day(t time.Time) string { return write(lang.L("common.date.day"), t) }

// ShortDay is a day without its year.
func ShortDay(t time.Time) string { return write(lang.L("common.date.shortDay"), t) }

// write fills in a pattern, in which letters mean what they do in Unicode's patterns of dates (UTS 35): a for the half of
// the day, H for hours up to 23, h for those up to 12.
func write(pattern string, t time.Time) string {
	t = t.Local()
	half := lang.L("common.date.am")
	if t.Hour() >= 12 {
		half = lang.L("common.date.pm")
	}
	two := func(n int) string { return fmt.Sprintf("%02d", n) }
	return strings.NewReplacer(
		"dd", two(t.Day()), "MM", two(int(t.Month())), "HH", two(t.Hour()), "mm", two(t.Minute()), "ss", two(t.Second()),
		"y", strconv.Itoa(t.Year()), "M", strconv.Itoa(int(t.Month())), "d", strconv.Itoa(t.Day()),
		"H", strconv.Itoa(t.Hour()), "h", strconv.Itoa((t.Hour()+11)%12+1), "a", half,
	).Replace(pattern)
}
