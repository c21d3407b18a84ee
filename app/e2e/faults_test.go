//go:build e2e && linux

package e2e

import (
	"fmt"
	"net/http"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
)

// misbehaviour is a fault by name.
type misbehaviour struct {
	name  string
	fault misskeytest.Fault
	done  bool // what was asked is done all the same
}

func misbehaviours() []misbehaviour {
	return []misbehaviour{
		{name: "rate limit", fault: misskeytest.Fault{Mode: misskeytest.FaultRateLimit, RetryAfter: time.Minute}},
		{name: "internal error", fault: misskeytest.Fault{Mode: misskeytest.FaultRefuse}},
		{name: "refusal of an unknown kind", fault: misskeytest.Fault{
			Mode: misskeytest.FaultRefuse, Code: "NOT_TODAY", Status: http.StatusBadRequest,
		}},
		{name: "HTML of a proxy", fault: misskeytest.Fault{Mode: misskeytest.FaultHTML}},
		{name: "HTML as if all were well", fault: misskeytest.Fault{Mode: misskeytest.FaultHTML, Status: http.StatusOK}},
		{name: "silence", fault: misskeytest.Fault{Mode: misskeytest.FaultHang}},
		{name: "hang-up", fault: misskeytest.Fault{Mode: misskeytest.FaultDrop}},
		{name: "hang-up after the deed", fault: misskeytest.Fault{Mode: misskeytest.FaultLose}, done: true},
		{name: "hang-up in the answer", fault: misskeytest.Fault{Mode: misskeytest.FaultCut}, done: true},
		{name: "half an answer", fault: misskeytest.Fault{Mode: misskeytest.FaultTruncate}, done: true},
		{name: "wrong types", fault: misskeytest.Fault{Mode: misskeytest.FaultWrongTypes}, done: true},
		{name: "10 MB", fault: misskeytest.Fault{Mode: misskeytest.FaultHuge}, done: true},
		{name: "no body", fault: misskeytest.Fault{Mode: misskeytest.FaultEmpty}, done: true},
	}
}

// raw is what no sentence for people holds.
var raw = regexp.MustCompile(`[{}<>]|json|EOF|0x|http\.|net/|dial|unexpected|nil`)

func assertSensible(t *testing.T, name, text string) {
	t.Helper()
	t.Logf("%s: %s", name, text)
	assert.Greater(t, len(text), 15, name)
	assert.NotRegexp(t, raw, text, name)
}

func TestColumnSaysWhatFailedAndRecovers(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 20})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	set := func(m misbehaviour) {
		server.ClearFaults()
		m.fault.Endpoint = "notes/timeline"
		server.SetFault(m.fault)
	}
	all := misbehaviours()
	set(all[0])
	ids := d.signIn(server, me)
	a := d.start(start{settings: settingsOf(columns(ids[0], "home"))})
	again := func(m misbehaviour) entry {
		moment := a.now()
		d.press("1", "F5")
		return a.since(moment, m.name+": it failed", inState("failed"))
	}
	failed := a.since(0, all[0].name+": it failed", inState("failed"))
	assertSensible(t, all[0].name, failed.Text)
	for _, m := range all[1:] {
		set(m)
		before := failed.Text
		failed = again(m)
		if failed.Text == before { // by itself, when the stream opened, while it still failed as before
			failed = again(m)
		}
		assertSensible(t, m.name, failed.Text)
	}
	keep(t, "failed", a.settled(a.area()))
	server.ClearFaults()
	server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Latency: 3 * time.Second, Times: 1})
	moment := a.now()
	d.press("1", "F5")
	a.since(moment, "notes after a while", inState("rows"))
	a.quit()
}

func inState(state string) func(entry) bool {
	return func(e entry) bool { return e.What == "list" && e.State == state }
}

func TestFormSaysWhyANoteDidNotGoAndSendsItOnce(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 5})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home")
	for i, m := range misbehaviours() {
		m.fault.Endpoint = "notes/create"
		server.SetFault(m.fault)
		text := fmt.Sprint("attempt ", i)
		moment := a.now()
		d.press("n")
		a.since(moment, "the form is open", inScreen("postform"))
		d.write(text)
		d.press("ctrl+Return")
		problem := a.since(moment, m.name+": a reason", func(e entry) bool { return e.What == "problem" })
		assertSensible(t, m.name, problem.Text)
		assert.Equal(t, m.done, posted(server, me, text) != "", m.name)
		if m.done {
			assert.Contains(t, problem.Text, "may have been posted", m.name)
		}
		server.ClearFaults()
		d.press("ctrl+Return")
		a.since(moment, m.name+": it is sent", inScreen("postform.closed"))
		assert.Equal(t, 1, count(server, text), m.name)
	}
	a.quit()
}

func inScreen(name string) func(entry) bool {
	return func(e entry) bool { return e.What == "screen" && e.Name == name }
}

func count(server *misskeytest.Server, text string) int {
	n := 0
	for _, note := range server.Notes() {
		if note.Body() == text {
			n++
		}
	}
	return n
}

func TestRefusedRenoteIsToldAndTakenBack(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	people := server.Usernames()
	server.Follow(people[0], people[1])
	id := server.Post(people[1], misskeytest.Note{Text: "pass it on"})
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, people[0], "home")
	a.drawn(string(id))
	remove := server.SetFault(misskeytest.Fault{Endpoint: "notes/create", Mode: misskeytest.FaultRefuse})
	d.press("1", "j", "q")
	toast := a.told("a toast", func(e entry) bool { return e.What == "toast" })
	assertSensible(t, "refused renote", toast.Text)
	assert.False(t, renoted(server, id, people[0]))
	remove()
	d.press("1", "k", "q")
	await(t, "the renote arrives", func() bool { return renoted(server, id, people[0]) })
	a.quit()
}

func TestBrokenStreamsMend(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 20})
	people := server.Usernames()
	me, author := people[0], people[1]
	server.Follow(me, author)
	server.RefuseChannel("localTimeline")
	d := newDesktop(t, 1600, 1000)
	ids := d.signIn(server, me)
	a := d.start(start{settings: settingsOf(columns(ids[0], "home", "local"))})
	a.listed("rows", "home")
	a.told("the local timeline without its stream", func(e entry) bool { return e.source() == "local" && e.Count > 0 })
	arrives := func(name string) {
		t.Helper()
		id := server.Post(author, misskeytest.Note{Text: "after " + name})
		a.told("the note after "+name, func(e entry) bool { return e.What == "list" && has(e, id) })
	}
	arrives("a refused channel")

	for _, odd := range []string{
		``, `{`, `null`, `[]`, `"x"`, `{"type":5}`, `{"type":"channel"}`, `{"type":"channel","body":{"id":{},"type":[]}}`,
		`{"type":"noteUpdated","body":{"id":null,"type":"reacted","body":7}}`, `{"type":"emojiAdded","body":{"emoji":"x"}}`,
	} {
		server.SendFrame(me, odd)
	}
	arrives("odd frames")

	server.ClearFaults()
	server.DropSockets()
	await(t, "all channels are open again", func() bool { return len(server.Subscriptions(me)) == 3 })
	arrives("dropped sockets")

	for _, mode := range []misskeytest.FaultMode{
		misskeytest.FaultRateLimit, misskeytest.FaultHTML, misskeytest.FaultDrop, misskeytest.FaultEmpty,
	} {
		moment := a.now()
		remove := server.SetFault(misskeytest.Fault{Endpoint: "/streaming", Mode: mode})
		server.DropSockets()
		a.since(moment, "it is offline", inState("offline"))
		missed := server.Post(author, misskeytest.Note{Text: fmt.Sprint("missed ", mode)})
		remove()
		d.press("1", "F5") // at once, instead of when its patience ends
		a.since(moment, "the missed note", func(e entry) bool { return has(e, missed) })
		await(t, "all channels are open again", func() bool { return len(server.Subscriptions(me)) == 3 })
	}

	server.SkewIDs(-time.Hour)
	arrives("a clock set back")
	a.quit()
}

func has(e entry, id misskey.NoteID) bool {
	for _, row := range e.IDs {
		if row == string(id) {
			return true
		}
	}
	return false
}

func TestPicturesThatDoNotComeLeaveTheRest(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 60})
	me := server.Usernames()[0]
	for i, place := range []string{"/files/*", "/proxy/*", "/emoji/*", "/avatar/*", "/identicon/*", "/twemoji/*"} {
		modes := []misskeytest.FaultMode{
			misskeytest.FaultHTML, misskeytest.FaultCut, misskeytest.FaultTruncate, misskeytest.FaultHuge,
			misskeytest.FaultEmpty, misskeytest.FaultDrop,
		}
		server.SetFault(misskeytest.Fault{Endpoint: place, Mode: modes[i], Status: http.StatusOK})
	}
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home", "notifications", "local")
	d.press("1", "End", "Home", "2", "End", "3", "End")
	keep(t, "no-pictures", a.settled(a.area()))
	server.ClearFaults()
	a.quit()
}

func TestRevokedTokenIsTold(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 20})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home")
	server.Revoke(server.Token(me))
	server.DropSockets()
	d.press("n")
	a.shown("postform")
	d.write("kept")
	d.press("ctrl+Return")
	problem := a.told("a reason", func(e entry) bool { return e.What == "problem" })
	assertSensible(t, "revoked token", problem.Text)
	keep(t, "revoked", a.settled(a.area()))
	a.quit()
}
