package note

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/widgets"
)

// diary writes down what a reader asks for.
type diary struct{ deeds []string }

var _ Actions = (*diary)(nil)

func (d *diary) write(what string, args ...any) {
	for _, a := range args {
		what += fmt.Sprint(" ", a)
	}
	d.deeds = append(d.deeds, what)
}

func (d *diary) Reply(n misskey.Note)                                      { d.write("reply", n.ID) }
func (d *diary) Renote(n misskey.Note, _ fyne.CanvasObject)                { d.write("renote", n.ID) }
func (d *diary) React(n misskey.Note, _ fyne.CanvasObject)                 { d.write("react", n.ID) }
func (d *diary) ToggleReaction(n misskey.Note, r string)                   { d.write("toggle", n.ID, r) }
func (d *diary) Answer(id misskey.NotificationID, accept bool)             { d.write("answer", id, accept) }
func (d *diary) Clip(n misskey.Note, _ fyne.CanvasObject)                  { d.write("clip", n.ID) }
func (d *diary) Vote(n misskey.Note, choice int)                           { d.write("vote", n.ID, choice) }
func (d *diary) OpenNote(n misskey.Note)                                   { d.write("note", n.ID) }
func (d *diary) OpenUser(u misskey.User)                                   { d.write("user", u.Username) }
func (d *diary) OpenLink(target string)                                    { d.write("link", target) }
func (d *diary) OpenFile(n misskey.Note, index int)                        { d.write("file", n.ID, index) }
func (d *diary) SetOpen(n misskey.Note, o Open)                            { d.write("open", n.ID, o) }
func (d *diary) More(n misskey.Note, _ fyne.CanvasObject, _ fyne.Position) { d.write("more", n.ID) }

// show shows a card in a window of its own, 330 wide.
func show(t testing.TB, v Value, s *Sheet) (*Card, *diary, fyne.Canvas) {
	t.Helper()
	d := &diary{}
	c := NewCard(newEnv(newAlbum()), d)
	w := test.NewTempWindow(t, widgets.NewStage(c))
	w.SetPadded(false)
	c.SetNote(v, s)
	w.Resize(s.Size.Max(fyne.NewSize(330, 300)))
	return c, d, w.Canvas()
}

// showNote lays a note out and shows it.
func showNote(t testing.TB, v Value) (*Card, *diary, fyne.Canvas) {
	t.Helper()
	newApp(t)
	return show(t, v, Lay(v, newEnv(newAlbum()), 330))
}

// zoneOf is the zone that says so.
func zoneOf(t *testing.T, s *Sheet, label string) Zone {
	t.Helper()
	for _, z := range s.Zones {
		if z.Label == label {
			return z
		}
	}
	require.Fail(t, "no zone", label)
	return Zone{}
}

func (p Place) centre() fyne.Position {
	return p.Pos.AddXY(p.Size.Width/2, p.Size.Height/2)
}

func TestTapsAskForTheRightThing(t *testing.T) {
	told := said("hana", "@bob told", withID("told"))
	both := withFiles(photo("a", 800, 600), sensitive(photo("b", 800, 600)))
	cases := []struct {
		name  string
		value Value
		label string
		want  string
	}{
		{"reply", Value{Note: usual()}, "Reply", "reply n-bob"},
		{"renote", Value{Note: usual()}, "Renote", "renote n-bob"},
		{"more", Value{Note: usual()}, "More", "more n-bob"},
		{"clip", Value{Note: usual()}, "Clip", "clip n-bob"},
		{"clip of a renote", Value{Note: said("carol", "", renoting(told))}, "Clip", "clip told"},
		{"react", Value{Note: said("bob", "!")}, "Add reaction", "react n-bob"},
		{"unreact", Value{Note: usual()}, "Remove reaction", "toggle n-bob ❤"},
		{"toggle", Value{Note: usual()}, "👍", "toggle n-bob 👍"},
		{"user", Value{Note: usual()}, "@bob", "user bob"},
		{"time", Value{Note: usual()}, "11/20/2026, 11:55:00 AM", "note n-bob"},
		{"target of a renote", Value{Note: said("carol", "", renoting(told))}, "Reply", "reply told"},
		{"row of a renote", Value{Note: said("carol", "", renoting(told))}, "More", "more n-carol"},
		{"renoter", Value{Note: said("carol", "", renoting(told))}, "@carol", "user carol"},
		{"author of a renote", Value{Note: said("carol", "", renoting(told))}, "@hana", "user hana"},
		{"picture", Value{Note: said("bob", "", withFiles(described(photo("a", 8, 8), "alt")))}, "alt", "file n-bob 0"},
		{"cover", Value{Note: said("bob", "", both)}, "Click to show", "open n-bob {false false false true}"},
		{"cover again", withOpen(Value{Note: said("bob", "", both)}, Open{Files: true}), "Hide", "open n-bob {false false false false}"},
		{"vote", Value{Note: said("bob", "?", withPoll(lunch()))}, "Vote", "vote n-bob 0"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			card, d, canvas := showNote(t, c.value)
			test.TapCanvas(canvas, zoneOf(t, card.sheet, c.label).centre())
			assert.Equal(t, []string{c.want}, d.deeds)
		})
	}
}

// textWith is the place of the text that holds some words.
func textWith(t *testing.T, s *Sheet, words string) Place {
	t.Helper()
	for _, x := range s.Texts {
		if x.Layout.String() == words {
			return Place{x.Pos, x.Layout.Size()}
		}
	}
	require.Fail(t, "no text", words)
	return Place{}
}

func TestWordsThatArePressed(t *testing.T) {
	told := said("hana", "told", withID("told"))
	cases := []struct {
		name  string
		value Value
		words string
		want  string
	}{
		{"cw", Value{Note: said("bob", "five!", withCW("careful"))}, "Show more (5 characters)", "open n-bob {true false false false}"},
		{"cw again", withOpen(Value{Note: said("bob", "five!", withCW("careful"))}, Open{CW: true}), "Hide", "open n-bob {false false false false}"},
		{"fold", Value{Note: said("bob", long())}, "Show more", "open n-bob {false true false false}"},
		{"results", Value{Note: said("bob", "?", withPoll(lunch()))}, "Show results", "open n-bob {false false true false}"},
		{"quote", Value{Note: said("rin", "see", renoting(told))}, "told", "note told"},
		{"parent", Value{Note: said("rin", "yes", replyTo(told))}, "told", "note told"},
		{"unseen parent", Value{Note: said("rin", "yes", func(n *misskey.Note) { n.ReplyID = "far" })}, "Reply", "note far"},
		{"file", Value{Note: said("rin", "", withFiles(misskey.DriveFile{Name: "a.txt", Type: "text/plain"}))}, "a.txt", "file n-rin 0"},
		{"link", Value{Note: said("rin", "#tag")}, "#tag", "link #tag"},
		{"mention in a quote", Value{Note: said("rin", "see", renoting(said("hana", "@carol", withID("told"))))}, "\u00a0@carol", "link @carol"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			card, d, canvas := showNote(t, c.value)
			test.TapCanvas(canvas, textWith(t, card.sheet, c.words).centre())
			assert.Equal(t, []string{c.want}, d.deeds)
		})
	}
}

func TestWhatCannotBeDoneIsNotOffered(t *testing.T) {
	cases := []struct {
		name  string
		note  misskey.Note
		label string
	}{
		{"another's note for followers is not renoted", said("bob", "!", seenBy(misskey.VisibilityFollowers, false)), "This note cannot be renoted"},
		{"a remote reaction is not given", said("bob", "!", withReactions("", map[string]int{":fox@far.example:": 1})), ":fox@far.example:"},
		{"nothing but likes", said("bob", "!", withReactions("", map[string]int{"👍": 1}), func(n *misskey.Note) { n.Acceptance = misskey.AcceptLikeOnly }), "👍"},
		{"a mark of visibility", said("bob", "!", seenBy(misskey.VisibilityHome, false)), "Home"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			card, d, canvas := showNote(t, Value{Note: c.note})
			tapped := 0
			card.OnTapped = func() { tapped++ }
			z := zoneOf(t, card.sheet, c.label)
			assert.Nil(t, z.Press)
			test.TapCanvas(canvas, z.centre())
			assert.Empty(t, d.deeds)
			assert.Equal(t, 1, tapped, "the tap is the card's")
		})
	}
	card, _, _ := showNote(t, Value{Note: said("alice", "!", seenBy(misskey.VisibilityFollowers, false))})
	assert.NotNil(t, zoneOf(t, card.sheet, "Renote").Press, "one's own may be")
}

func TestPollsOpenToVotes(t *testing.T) {
	twice := voted()
	twice.Multiple = true
	ended := lunch()
	ended.ExpiresAt = at(0)
	for name, c := range map[string]struct {
		poll misskey.Poll
		open int
	}{"fresh": {lunch(), 3}, "voted": {voted(), 0}, "multiple": {twice, 2}, "ended": {ended, 0}} {
		sheetVotes := 0
		card, _, _ := showNote(t, Value{Note: said("bob", "?", withPoll(c.poll))})
		for _, z := range card.sheet.Zones {
			if z.Label == "Vote" {
				sheetVotes++
			}
		}
		assert.Equal(t, c.open, sheetVotes, name)
	}
}

func TestTheSecondButtonOpensTheMenuEverywhere(t *testing.T) {
	card, d, _ := showNote(t, Value{Note: said("carol", "", renoting(said("bob", "#tag", withID("told"))))})
	for _, at := range []fyne.Position{
		fyne.NewPos(300, 80), zoneOf(t, card.sheet, "Reply").centre(), textWith(t, card.sheet, "#tag").centre(),
	} {
		d.deeds = nil
		o, within := under[fyne.SecondaryTappable](card, at)
		o.TappedSecondary(&fyne.PointEvent{AbsolutePosition: at, Position: within})
		assert.Equal(t, []string{"more n-carol"}, d.deeds, at)
	}
}

// under is what of its kind lies uppermost at a place within o, and where that
// is within it.
func under[K any](o fyne.CanvasObject, at fyne.Position) (found K, within fyne.Position) {
	if k, ok := o.(K); ok {
		found, within = k, at
	}
	w, ok := o.(fyne.Widget)
	if !ok {
		return found, within
	}
	for _, child := range test.WidgetRenderer(w).Objects() {
		p := Place{child.Position(), child.Size()}
		if !child.Visible() || !holdsPoint(p, at) {
			continue
		}
		if k, in := under[K](child, at.Subtract(p.Pos)); any(k) != nil {
			found, within = k, in
		}
	}
	return found, within
}

func TestNotificationsArePressed(t *testing.T) {
	newApp(t)
	mine := said("alice", "mine", withID("mine"))
	bob := user("bob")
	n := misskey.Notification{Type: misskey.NotifyReaction, User: &bob, Note: &mine, Reaction: "👍", CreatedAt: noon()}
	s := LayNotification(n, Unanswered, Open{}, newEnv(newAlbum()), 330)
	_, d, canvas := show(t, Value{Note: mine}, s)
	test.TapCanvas(canvas, textWith(t, s, "mine").centre())
	test.TapCanvas(canvas, textWith(t, s, "Bob reacted").centre())
	test.TapCanvas(canvas, s.Avatars[0].centre())
	assert.Equal(t, []string{"note mine", "user bob", "user bob"}, d.deeds)
}
