package api_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/misskeytest"
)

// kindOf is which of the three errors err is.
func kindOf(err error) string {
	var (
		unreached     *api.Unreached
		refused       *api.Refused
		misunderstood *api.Misunderstood
	)
	switch {
	case err == nil:
		return "none"
	case errors.As(err, &unreached):
		return "unreached " + string(unreached.Reason)
	case errors.As(err, &refused):
		return "refused " + refused.Code
	case errors.As(err, &misunderstood):
		return "misunderstood " + string(misunderstood.Muddle)
	}
	return "another"
}

func TestEveryFaultOfAWriteIsOneOfThree(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	server, err := api.ParseServer(s.URL)
	require.NoError(t, err)
	c := api.New(server, s.Token(one), api.Options{})
	t.Cleanup(c.CloseIdleConnections)
	for mode, want := range map[misskeytest.FaultMode]string{
		misskeytest.FaultRateLimit:  "refused RATE_LIMIT_EXCEEDED",
		misskeytest.FaultRefuse:     "refused INTERNAL_ERROR",
		misskeytest.FaultHTML:       "refused ",
		misskeytest.FaultProcessing: "refused PROCESSING",
		misskeytest.FaultDrop:       "unreached lost",
		misskeytest.FaultLose:       "unreached lost",
		misskeytest.FaultCut:        "misunderstood truncated",
		misskeytest.FaultTruncate:   "misunderstood truncated",
		misskeytest.FaultHuge:       "misunderstood tooLarge",
		misskeytest.FaultEmpty:      "misunderstood notJSON",
	} {
		s.ForgetRequests()
		remove := s.SetFault(misskeytest.Fault{Endpoint: "notes/create", Mode: mode})
		_, err := c.CreateNote(t.Context(), api.NewNote{Text: "once"})
		assert.Equal(t, want, kindOf(err), "mode %d", mode)
		assert.LessOrEqual(t, len(s.Requests("notes/create")), 1, "mode %d", mode)
		remove()
	}
	_, err = c.CreateNote(t.Context(), api.NewNote{Text: "well again"})
	require.NoError(t, err)
}

func TestReadsOutliveAFaultThatPasses(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	fill(s, 5)
	c := as(t, s, one)
	for _, mode := range []misskeytest.FaultMode{
		misskeytest.FaultHTML, misskeytest.FaultDrop, misskeytest.FaultLose, misskeytest.FaultCut, misskeytest.FaultTruncate,
	} {
		s.SetFault(misskeytest.Fault{Endpoint: "notes/local-timeline", Mode: mode, Times: 1})
		notes, err := c.Timeline(t.Context(), api.TimelineLocal, api.Page{}, api.TimelineFilter{})
		require.NoError(t, err, "mode %d", mode)
		assert.Len(t, notes, 5)
	}
}

func TestWrongTypesCostNoMoreThanTheyTouch(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	fill(s, 5)
	server, err := api.ParseServer(s.URL)
	require.NoError(t, err)
	told := 0
	c := api.New(server, s.Token(one), api.Options{OnOddity: func(o api.Oddity) { told += o.Skipped + o.Bent }})
	t.Cleanup(c.CloseIdleConnections)
	s.SetFault(misskeytest.Fault{Endpoint: "notes/local-timeline", Mode: misskeytest.FaultWrongTypes})
	_, err = c.Timeline(t.Context(), api.TimelineLocal, api.Page{}, api.TimelineFilter{})
	if err == nil {
		assert.Positive(t, told)
	} else {
		assert.Contains(t, kindOf(err), "misunderstood")
	}
}

func TestAServerThatHangsCanBeLeft(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	c := as(t, s, one)
	s.SetFault(misskeytest.Fault{Endpoint: "i", Mode: misskeytest.FaultHang})
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, err := c.Me(ctx)
	assert.Equal(t, "unreached timeout", kindOf(err))
	_, err = c.Ping(t.Context())
	assert.NoError(t, err, "the rest goes on")
}

func TestATokenThatIsRevokedOrWeak(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	server, err := api.ParseServer(s.URL)
	require.NoError(t, err)
	weak := s.NewToken(one, "read:account")
	c := api.New(server, weak, api.Options{})
	t.Cleanup(c.CloseIdleConnections)
	_, err = c.CreateNote(t.Context(), api.NewNote{Text: "x"})
	var refused *api.Refused
	require.ErrorAs(t, err, &refused)
	assert.True(t, refused.IsPermission())
	s.Revoke(weak)
	_, err = c.Me(t.Context())
	require.ErrorAs(t, err, &refused)
	assert.True(t, refused.IsAuth())
	anonymous := api.New(server, "", api.Options{})
	t.Cleanup(anonymous.CloseIdleConnections)
	_, err = anonymous.Me(t.Context())
	assert.Equal(t, api.CodeNotSignedIn, codeOf(t, err))
}
