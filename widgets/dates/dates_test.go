package dates

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/assets"
)

func TestDatesAreWrittenAsTheLanguageDoes(t *testing.T) {
	morning := time.Date(2026, 1, 5, 5, 4, 3, 0, time.Local)
	night := time.Date(2026, 11, 21, 0, 0, 0, 0, time.Local)
	noon := time.Date(2026, 11, 21, 12, 30, 0, 0, time.Local)
	speak := func(language string) {
		_, err := assets.Speak(language)
		require.NoError(t, err)
	}
	t.Cleanup(func() { speak("en") })
	for language, want := range map[string][5]string{
		"en": {"1/5/2026, 5:04:03 AM", "11/21/2026, 12:00:00 AM", "11/21/2026, 12:30:00 PM", "1/5/2026", "1/5"},
		"ja": {"2026/1/5 5:04:03", "2026/11/21 0:00:00", "2026/11/21 12:30:00", "2026/1/5", "1/5"},
		"ko": {"2026. 1. 5. 오전 5:04:03", "2026. 11. 21. 오전 12:00:00", "2026. 11. 21. 오후 12:30:00", "2026. 1. 5.", "1. 5."},
		"fr": {"05/01/2026 05:04:03", "21/11/2026 00:00:00", "21/11/2026 12:30:00", "05/01/2026", "05/01"},
		"id": {"5/1/2026, 05.04.03", "21/11/2026, 00.00.00", "21/11/2026, 12.30.00", "5/1/2026", "5/1"},
	} {
		speak(language)
		assert.Equal(t, want, [5]string{Exact(morning), Exact(night), Exact(noon), Day(morning), ShortDay(morning)}, language)
	}
}

func TestDatesAreTheReaders(t *testing.T) {
	east := time.Date(2026, 12, 31, 23, 0, 0, 0, time.FixedZone("east", 9*3600))
	assert.Equal(t, Exact(east.Local()), Exact(east))
}
