package mfm

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"mejiro/api/mfm"
)

// plainFns are the functions that show their content; here without their effect.
var plainFns = []string{
	"tada", "jelly", "twitch", "shake", "spin", "jump", "bounce", "rainbow", "sparkle", "flip", "x2", "x3", "x4",
	"scale", "position", "rotate", "fg", "bg", "border", "font", "blur", "clickable",
}

// fn draws a function. Those that nobody knows are shown as they were written.
func (b *builder) fn(n mfm.Fn, st state) {
	switch {
	case n.Name == "ruby":
		base, reading := ruby(n)
		b.nodes(base, st)
		if reading != "" {
			b.text("("+reading+")", st)
		}
	case n.Name == "unixtime":
		b.text(moment(n), st)
	case slices.Contains(plainFns, n.Name):
		b.nodes(n.Children, st)
	default:
		b.text("$["+n.Name+" ", st)
		b.nodes(n.Children, st)
		b.text("]", st)
	}
}

// ruby tells what is read how: a single text is cut at its first space, else a text at the end is the reading.
func ruby(n mfm.Fn) (base []mfm.Node, reading string) {
	last := len(n.Children) - 1
	if last < 0 {
		return nil, ""
	}
	t, isText := n.Children[last].(mfm.Text)
	if !isText {
		return n.Children, ""
	}
	if last > 0 {
		return n.Children[:last], strings.TrimSpace(t.Text)
	}
	before, after, _ := strings.Cut(t.Text, " ")
	return []mfm.Node{mfm.Text{Text: before}}, strings.TrimSpace(after)
}

// moment is the local time a unixtime tells, or what was written instead of one.
func moment(n mfm.Fn) string {
	s := strings.TrimSpace(Plain(n.Children, 0))
	seconds, err := strconv.ParseInt(s, 10, 64)
	if err != nil || seconds < minTime || seconds > maxTime {
		return s
	}
	return time.Unix(seconds, 0).Format("2006-01-02 15:04:05")
}

const (
	minTime = -62135596800 // the year 1
	maxTime = 253402300799 // the end of the year 9999
)
