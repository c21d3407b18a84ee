package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/misskey"
)

func TestPagesComeNewestFirst(t *testing.T) {
	ascending, descending := `[{"id":"a1"},{"id":"a2"},{"id":"a3"}]`, `[{"id":"a3"},{"id":"a2"},{"id":"a1"}]`
	for _, c := range []struct {
		page   api.Page
		answer string
	}{
		{api.Page{}, descending},
		{api.Page{UntilID: "z"}, descending},
		{api.Page{SinceID: "a"}, ascending},
		{api.Page{SinceID: "a"}, descending}, // should a server do so
		{api.Page{SinceID: "a", UntilID: "z"}, descending},
	} {
		p := newPeer(t, answering(200, c.answer))
		notes, err := p.client(t).Timeline(t.Context(), api.TimelineHome, c.page, api.TimelineFilter{})
		require.NoError(t, err)
		assert.Equal(t, []misskey.NoteID{"a3", "a2", "a1"}, noteIDs(notes), c.page)
	}
}

func TestLimitsStayWithinWhatServersAccept(t *testing.T) {
	for limit, want := range map[int]any{-1: nil, 0: nil, 1: 1.0, 100: 100.0, 5000: 100.0} {
		p := newPeer(t, answering(200, `[]`))
		_, err := p.client(t).Children(t.Context(), "n", api.Page{Limit: limit})
		require.NoError(t, err)
		assert.Equal(t, want, p.only(t).body["limit"])
	}
}
