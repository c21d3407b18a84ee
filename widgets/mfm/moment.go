package mfm

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mejiro/api/mfm"
	"mejiro/widgets/dates"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// unixtime draws a moment in a pill with a clock.
func (b *builder) unixtime(n mfm.Fn, st state) {
	t, ok := moment(n)
	told, tip := lang.L("mfm.time.none"), ""
	if ok {
		at := dates.Exact(t)
		tip, told = at+t.Format(" -07:00"), at+" ("+distance(b.opt.Now(), t)+")"
	}
	if b.opt.OneLine {
		b.text(told, st)
		return
	}
	inside := st.sized(smallMoment)
	b.box(flow.Box{
		Border:  flow.Border{Style: flow.LineSolid, Width: 1, Paint: st.paint(look.ColorDivider)},
		Padding: flow.Insets{Left: 5, Right: 8}, Radius: round, Tooltip: tip,
	}, st, func() {
		b.icon(look.IconClock, inside)
		b.aside(nbsp, inside)
		b.text(told, inside)
	})
}

const (
	smallMoment = 0.9  // the size of the text in the pill, as a share of that around
	round       = 1000 // units, more than any radius can be
	nbsp        = "\u00a0"

	minTime = -62135596800 // the year 1
	maxTime = 253402300799 // the end of the year 9999
)

// moment is the local time a unixtime tells: the number its text begins with, in seconds.
func moment(n mfm.Fn) (t time.Time, ok bool) {
	if len(n.Children) == 0 {
		return t, false
	}
	text, _ := n.Children[0].(mfm.Text)
	number := strings.TrimSpace(text.Text)
	after := strings.TrimLeft(strings.TrimLeft(number, "+-"), "0123456789")
	seconds, err := strconv.ParseInt(number[:len(number)-len(after)], 10, 64)
	if err != nil || seconds < minTime || seconds > maxTime {
		return t, false
	}
	return time.Unix(seconds, 0), true
}

// distance says how far a time is from now, in the greatest unit there is one of: the nearest number of them, and of
// minutes and seconds those that are over.
func distance(now, then time.Time) string {
	d := then.Unix() - now.Unix()
	ago, far := d < 0, max(d, -d)
	n := map[string]any{}
	unit := func(seconds, rounding int64) bool {
		n["N"] = (far + rounding) / seconds
		return far >= seconds
	}
	about := func(seconds int64) bool { return unit(seconds, seconds/2) }
	switch {
	case about(365 * daySeconds):
		return either(ago, lang.L("mfm.time.yearsAgo", n), lang.L("mfm.time.inYears", n))
	case about(30 * daySeconds):
		return either(ago, lang.L("mfm.time.monthsAgo", n), lang.L("mfm.time.inMonths", n))
	case about(7 * daySeconds):
		return either(ago, lang.L("mfm.time.weeksAgo", n), lang.L("mfm.time.inWeeks", n))
	case about(daySeconds):
		return either(ago, lang.L("mfm.time.daysAgo", n), lang.L("mfm.time.inDays", n))
	case about(60 * 60):
		return either(ago, lang.L("mfm.time.hoursAgo", n), lang.L("mfm.time.inHours", n))
	case unit(60, 0):
		return either(ago, lang.L("mfm.time.minutesAgo", n), lang.L("mfm.time.inMinutes", n))
	case -10 < d && d <= 3:
		return lang.L("mfm.time.now")
	}
	unit(1, 0)
	return either(ago, lang.L("mfm.time.secondsAgo", n), lang.L("mfm.time.inSeconds", n))
}

const daySeconds = 24 * 60 * 60

func either(first bool, one, other string) string {
	if first {
		return one
	}
	return other
}
