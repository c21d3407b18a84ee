package mfm

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// unixtime draws a moment in a pill with a clock.
func (b *builder) unixtime(n mfm.Fn, st state) {
	t, ok := moment(n)
	told, tip := lang.L("mfm.time.none"), ""
	if ok {
		tip = t.Format(exactly + " -07:00")
		told = t.Format(exactly) + " (" + distance(b.opt.Now(), t) + ")"
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
		b.text(nbsp+told, inside)
	})
}

const (
	exactly     = "2006-01-02 15:04:05"
	smallMoment = 0.9  // the size of the text in the pill, as a share of that around
	round       = 1000 // units, more than any radius can be
	nbsp        = "\u00a0"

	minTime = -62135596800 // the year 1
	maxTime = 253402300799 // the end of the year 9999
)

// moment is the local time a unixtime tells.
func moment(n mfm.Fn) (t time.Time, ok bool) {
	if len(n.Children) == 0 {
		return t, false
	}
	text, _ := n.Children[0].(mfm.Text)
	seconds, err := strconv.ParseInt(strings.TrimSpace(text.Text), 10, 64)
	if err != nil || seconds < minTime || seconds > maxTime {
		return t, false
	}
	return time.Unix(seconds, 0), true
}

// distance says how far a time is from now, in the greatest unit there is one of.
func distance(now, then time.Time) string {
	d := then.Unix() - now.Unix()
	n := map[string]any{"N": 0}
	unit := func(seconds int64) bool {
		n["N"] = max(d, -d) / seconds
		return max(d, -d) >= seconds
	}
	ago := d < 0
	switch {
	case unit(365 * daySeconds):
		return either(ago, lang.L("mfm.time.yearsAgo", n), lang.L("mfm.time.inYears", n))
	case unit(30 * daySeconds):
		return either(ago, lang.L("mfm.time.monthsAgo", n), lang.L("mfm.time.inMonths", n))
	case unit(7 * daySeconds):
		return either(ago, lang.L("mfm.time.weeksAgo", n), lang.L("mfm.time.inWeeks", n))
	case unit(daySeconds):
		return either(ago, lang.L("mfm.time.daysAgo", n), lang.L("mfm.time.inDays", n))
	case unit(60 * 60):
		return either(ago, lang.L("mfm.time.hoursAgo", n), lang.L("mfm.time.inHours", n))
	case unit(60):
		return either(ago, lang.L("mfm.time.minutesAgo", n), lang.L("mfm.time.inMinutes", n))
	case unit(10):
		return either(ago, lang.L("mfm.time.secondsAgo", n), lang.L("mfm.time.inSeconds", n))
	}
	return lang.L("mfm.time.now")
}

const daySeconds = 24 * 60 * 60

func either(first bool, one, other string) string {
	if first {
		return one
	}
	return other
}
