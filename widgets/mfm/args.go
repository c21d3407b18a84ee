package mfm

import (
	"encoding/hex"
	"image/color"
	"math"
	"strconv"
	"strings"
	"time"

	"mejiro/api/mfm"
)

// has tells whether n has that argument, with or without a value.
func has(n mfm.Fn, key string) bool {
	_, ok := n.Arg(key)
	return ok
}

// duration is an argument such as 1.5s. What is no time counts as none; one that CSS could not read is 0.
func duration(n mfm.Fn, key string, otherwise time.Duration) time.Duration {
	v, _ := n.Arg(key)
	digits, ok := strings.CutSuffix(v, "s")
	if !ok || strings.Trim(strings.TrimPrefix(digits, "-"), "0123456789.") != "" || strings.Trim(digits, "-") == "" {
		return otherwise
	}
	seconds, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return 0
	}
	return time.Duration(min(max(seconds, -maxSeconds), maxSeconds) * float64(time.Second))
}

const (
	maxSeconds = 3600 // bounds times
	maxNumber  = 32   // characters
)

// number is an argument that begins with a number, held within ±limit.
func number(n mfm.Fn, key string, otherwise, limit float32) float32 {
	v, _ := n.Arg(key)
	for end := leadingNumber(v); end > 0; end-- {
		f, err := strconv.ParseFloat(v[:end], 32)
		if err == nil && !math.IsNaN(f) {
			return min(max(float32(f), -limit), limit)
		}
		if err != nil && math.IsInf(f, 0) {
			return float32(math.Copysign(float64(limit), f))
		}
	}
	return otherwise
}

// leadingNumber is how long the beginning of s is that could be a number worth reading.
func leadingNumber(s string) int {
	s = s[:min(len(s), maxNumber)]
	n := strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789.-+eE", r) })
	if n < 0 {
		return len(s)
	}
	return n
}

// chosenColour is the argument that tells a colour in three to six hexadecimal digits; "" for none.
func chosenColour(n mfm.Fn) string {
	v, _ := n.Arg("color")
	if len(v) < 3 || len(v) > 6 || strings.Trim(v, "0123456789abcdefABCDEF") != "" {
		return ""
	}
	return v
}

// hexColour reads a colour of hexadecimal digits. Five of them are none to CSS.
func hexColour(v string) (c color.NRGBA, ok bool) {
	if len(v) == 3 || len(v) == 4 {
		var double strings.Builder
		for _, r := range v {
			double.WriteRune(r)
			double.WriteRune(r)
		}
		v = double.String()
	}
	if len(v) == 6 {
		v += "ff"
	}
	rgba, err := hex.DecodeString(v)
	if err != nil || len(rgba) != 4 {
		return c, false
	}
	c = color.NRGBA{R: rgba[0], G: rgba[1], B: rgba[2], A: rgba[3]}
	if c == (color.NRGBA{}) {
		c.A = 1 // the zero value stands for no colour, and this is one that hides
	}
	return c, true
}
