//go:build e2e && linux

package e2e

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDemo(t *testing.T) {
	d := newDesktop(t, 1600, 1000)
	a := d.start(start{args: []string{"--demo"}})
	first := a.told("a note", func(e entry) bool { return e.What == "note" })
	t.Logf("first note drawn %.0f ms after the start", first.T)
	streamed := a.told("a streamed note", func(e entry) bool { return e.What == "note" && e.Received != nil })
	assert.GreaterOrEqual(t, streamed.T, *streamed.Received)
	picture := a.settled(a.area())
	keep(t, "demo", picture)
	assert.Equal(t, 64, colours(picture, 64), "the window is a plain surface")
	a.quit()
}

func TestVersion(t *testing.T) {
	said := run(t, program{path: tested(t), args: []string{"--version"}})
	assert.Regexp(t, `^Mejiro \S+\n$`, said)
}

func TestUnknownFlag(t *testing.T) {
	p := launch(t, program{path: tested(t), args: []string{"--nonsense"}})
	await(t, "it ended", func() bool { return !p.running() })
	assert.Equal(t, 2, p.exitCode())
	assert.Contains(t, p.stderr.String(), "-demo-server")
}

func TestDemoServer(t *testing.T) {
	p := launch(t, program{path: tested(t), args: []string{"--demo-server", "127.0.0.1:0"}})
	await(t, "it told its address and tokens", func() bool { return strings.Count(p.stdout.String(), "\n") >= 3 })
	lines := strings.Fields(p.stdout.String())
	address, user, token := lines[0], lines[1], lines[2]
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address+"/api/i", bytes.NewBufferString("{}"))
	require.NoError(t, err)
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = answer.Body.Close() }()
	var me struct{ Username string }
	require.NoError(t, json.NewDecoder(answer.Body).Decode(&me))
	assert.Equal(t, user, me.Username)
	p.signal(syscall.SIGTERM)
	await(t, "it ended", func() bool { return !p.running() })
	assert.Equal(t, 0, p.exitCode(), p.stderr.String())
}

func TestSecondStartRaisesTheFirst(t *testing.T) {
	d := newDesktop(t, 1600, 1000)
	a := d.start(start{args: []string{"--demo"}})
	cover := d.newWindow("cover")
	d.activate(cover)
	second := launch(t, program{path: tested(t), args: []string{"--home", a.home}, env: d.env})
	await(t, "the second start ended", func() bool { return !second.running() })
	assert.Equal(t, 0, second.exitCode(), second.stderr.String())
	await(t, "the first window is in front", func() bool { return d.active() == a.window })
	a.quit()
}

func TestHiddenStartShowsNoWindowUntilAsked(t *testing.T) {
	d := newDesktop(t, 1600, 1000)
	a := d.start(start{args: []string{"--demo"}, hidden: true})
	a.shown("deck")
	assert.Empty(t, d.windows())
	second := launch(t, program{path: tested(t), args: []string{"--home", a.home}, env: d.env})
	a.appear()
	a.told("a note", func(e entry) bool { return e.What == "note" })
	await(t, "the second start ended", func() bool { return !second.running() })
	a.quit()
}
