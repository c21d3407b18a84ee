package stream

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// told is what the server would be told by now.
func told(t *testing.T, w *wishes) (told []string) {
	t.Helper()
	for {
		msg, _ := w.next()
		if msg == nil {
			return told
		}
		data, err := json.Marshal(msg)
		require.NoError(t, err)
		var m struct {
			Type string
			Body struct{ ID string }
		}
		require.NoError(t, json.Unmarshal(data, &m))
		told = append(told, m.Type+" "+m.Body.ID)
	}
}

func TestWhatIsTakenBackBeforeItWasToldCostsNothing(t *testing.T) {
	w := newWishes()
	w.connected()
	w.capture("a")
	w.release("a")
	assert.Empty(t, told(t, w))

	w.capture("a")
	require.Equal(t, []string{"subNote a"}, told(t, w))
	w.release("a")
	w.capture("a")
	assert.Empty(t, told(t, w), "captured all along")

	id := w.subscribe(ChannelMain, Params{})
	w.unsubscribe(id)
	assert.Empty(t, told(t, w))
}

func TestWhatIsWantedWhileDisconnectedIsToldOnce(t *testing.T) {
	w := newWishes()
	w.connected()
	w.subscribe(ChannelMain, Params{})
	w.capture("a")
	w.capture("b")
	told(t, w)
	w.disconnected()
	w.subscribe(ChannelDrive, Params{})
	w.capture("c")
	w.capture("a")
	w.release("b")
	assert.Empty(t, told(t, w))
	w.connected()
	sent := told(t, w)
	assert.Equal(t, []string{"connect 1", "connect 2"}, sent[:2], "subscriptions first, in order")
	assert.ElementsMatch(t, []string{"subNote a", "subNote c"}, sent[2:])
	assert.Empty(t, told(t, w))
	w.release("a")
	w.release("a")
	w.release("c")
	assert.Equal(t, []string{"unsubNote a", "unsubNote c"}, told(t, w))
	assert.Empty(t, w.notes, "nothing is kept of released notes")
}

func TestAnOldConnectionRefusesNothingOnTheNew(t *testing.T) {
	w := newWishes()
	w.connected()
	id := w.subscribe(ChannelMain, Params{})
	told(t, w)
	asked := w.subs[id].asked
	w.disconnected()
	w.connected()
	refusals, _ := w.silent(asked)
	assert.Empty(t, refusals, "it is not even asked for yet")
}
