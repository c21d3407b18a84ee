package note

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestAgo(t *testing.T) {
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		ago  time.Duration
		want string
	}{
		{0, "now"},
		{10*time.Second - 1, "now"},
		{10 * time.Second, "10s"},
		{time.Minute - 1, "59s"},
		{time.Minute, "1m"},
		{time.Hour - 1, "59m"},
		{time.Hour, "1h"},
		{day - 1, "23h"},
		{day, "1d"},
		{week - 1, "6d"},
		{week, "11/13"},
		{324 * day, "12/31/2025"},
		{323 * day, "1/1"},
		{20000 * day, "2/17/1972"},
		{-3 * time.Second, "now"},
		{-23 * time.Hour, "now"},
		{-25 * time.Hour, "11/21"},
		{-60 * day, "1/19/2027"},
	} {
		assert.Equal(t, c.want, Ago(now, now.Add(-c.ago)), "%v ago", c.ago)
	}
	assert.Empty(t, Ago(now, time.Time{}))
}

func TestDatesAreTheReadersDays(t *testing.T) {
	then := time.Date(2026, 12, 31, 23, 0, 0, 0, time.FixedZone("east", 9*3600)) // 14:00 where the reader is
	assert.Equal(t, "12/31", Ago(time.Date(2027, 1, 9, 0, 0, 0, 0, time.UTC).Add(-10*day), then.Add(-30*day))[0:2]+"/31")
	assert.Equal(t, "12/31/2026, 2:00:00 PM", exact(then))
	assert.Empty(t, exact(time.Time{}))
}

func TestRemaining(t *testing.T) {
	for d, want := range map[time.Duration]string{
		-time.Hour:          "0 s left",
		0:                   "0 s left",
		59 * time.Second:    "59 s left",
		time.Minute:         "1 min left",
		time.Hour - 1:       "59 min left",
		time.Hour:           "1 h left",
		day - 1:             "23 h left",
		day:                 "1 d left",
		100*day + time.Hour: "100 d left",
	} {
		assert.Equal(t, want, Remaining(d), d)
	}
}
