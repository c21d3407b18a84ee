package postform

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/widgets/entry"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

func TestWhatIsWrittenIsSent(t *testing.T) {
	s := show(t, 480)
	assert.True(t, s.head.send.Disabled(), "there is nothing to send")
	press(s.text, fyne.KeyReturn, fyne.KeyModifierControl)
	s.write("おはよう")
	assert.False(t, s.head.send.Disabled())
	test.Tap(s.head.send)
	press(s.text, fyne.KeyReturn, fyne.KeyModifierControl)
	press(s.cw, fyne.KeyEnter, fyne.KeyModifierSuper)
	want := Value{Text: "おはよう", Visibility: misskey.VisibilityPublic}
	assert.Equal(t, []Value{want, want, want}, s.sent)
	assert.Equal(t, "おはよう", s.Value().Text, "the form stays as it is")
	assert.Equal(t, 4, s.changes)
}

func TestEscapePutsTheFormAway(t *testing.T) {
	s := show(t, 480)
	s.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.cw.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	test.Tap(s.head.closing)
	assert.Equal(t, 3, s.closed)
}

func TestNothingWrittenIsLost(t *testing.T) {
	s := show(t, 480)
	s.Reset(Value{Text: "first\nsecond"}, nil)
	test.Tap(s.foot.warn)
	test.Type(s.cw, "careful")
	s.canvas.Focus(s.text)
	s.text.CursorRow, s.text.CursorColumn = 0, 5
	test.Type(s.text, "!")
	want := Value{Text: "first!\nsecond", CW: "careful", Warns: true, Visibility: misskey.VisibilityPublic}
	require.Equal(t, want, s.Value())
	changes := s.changes
	for name, tell := range map[string]func(){
		"account":     func() { s.SetAccount(alice(), "misskey.example", 3000) },
		"problem":     func() { s.SetProblem("no connection") },
		"no problem":  func() { s.SetProblem("") },
		"busy":        func() { s.SetBusy(true) },
		"not busy":    func() { s.SetBusy(false) },
		"files":       func() { s.SetAttachments([]Attachment{{ID: 1, Name: "a.png", Done: true}, {ID: 2, Problem: "x"}}) },
		"no files":    func() { s.SetAttachments(nil) },
		"theme":       func() { fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark)) },
		"refresh":     s.Refresh,
		"another one": func() { s.Resize(fyne.NewSize(320, 500)) },
	} {
		tell()
		assert.Equal(t, want, s.Value(), name)
		assert.Equal(t, want.Text, s.text.Text, name)
		assert.Equal(t, want.CW, s.cw.Text, name)
		assert.Equal(t, [2]int{0, 6}, [2]int{s.text.CursorRow, s.text.CursorColumn}, name)
		assert.Same(t, s.text, s.canvas.Focused(), name)
	}
	assert.Equal(t, changes, s.changes, "its owner changed nothing that is written")
}

func TestWhileTheNoteIsOnItsWayNothingIsAdded(t *testing.T) {
	s := show(t, 480)
	s.write("note")
	s.SetAttachments([]Attachment{{ID: 1, Done: true}})
	s.SetBusy(true)
	s.write(" more")
	press(s.text, fyne.KeyReturn, fyne.KeyModifierControl)
	test.Tap(s.list.rows[1].remove)
	test.Tap(s.foot.warn)
	test.Tap(s.head.local)
	assert.Equal(t, Value{Text: "note", Visibility: misskey.VisibilityPublic}, s.Value())
	assert.Empty(t, s.sent)
	assert.Empty(t, s.files)
	assert.True(t, s.foot.sending.Visible())
	s.SetBusy(false)
	s.write(" more")
	assert.Equal(t, "note more", s.Value().Text)
	assert.False(t, s.foot.sending.Visible())
}

func TestResetTellsNobody(t *testing.T) {
	s := show(t, 480)
	s.write("old")
	changes := s.changes
	v := Value{Text: "@hana ", CW: "tea", Visibility: misskey.VisibilityFollowers, LocalOnly: true}
	s.Reset(v, &Context{Icon: look.IconReply, Label: "Reply to @hana", Text: []flow.Run{{Text: "told"}}})
	v.Warns = true
	assert.Equal(t, v, s.Value())
	assert.Equal(t, changes, s.changes)
	assert.Equal(t, "tea", s.cw.Text)
	assert.True(t, s.cw.Visible())
	assert.Equal(t, 6, s.text.CursorColumn, "the cursor is behind the mention")
	assert.Equal(t, "Reply", s.head.send.Text)
	assert.True(t, s.context.object.Visible())
	s.write("yes")
	assert.Equal(t, "@hana yes", s.Value().Text)

	s.SetProblem("x")
	s.Reset(Value{}, &Context{Icon: look.IconQuote})
	assert.Equal(t, "Quote", s.head.send.Text)
	assert.False(t, s.problem.object.Visible())
	s.Reset(Value{}, nil)
	assert.Equal(t, Value{Visibility: misskey.VisibilityPublic}, s.Value())
	assert.Equal(t, "Note", s.head.send.Text)
	assert.False(t, s.cw.Visible())
	assert.False(t, s.context.object.Visible())
}

func TestContentWarningsNeedWords(t *testing.T) {
	s := show(t, 480)
	s.write("the murderer is")
	test.Tap(s.foot.warn)
	assert.Same(t, s.cw, s.canvas.Focused())
	assert.True(t, s.Value().Warns)
	s.canvas.Focus(s.text)
	press(s.text, fyne.KeyReturn, fyne.KeyModifierControl)
	assert.Empty(t, s.sent, "it would show what was meant to be hidden")
	assert.True(t, s.problem.object.Visible())
	assert.Same(t, s.cw, s.canvas.Focused())

	test.Type(s.cw, "spoiler")
	press(s.cw, fyne.KeyReturn, fyne.KeyModifierControl)
	require.Len(t, s.sent, 1)
	assert.Equal(t, "spoiler", s.sent[0].CW)

	test.Tap(s.foot.warn)
	assert.Empty(t, s.Value().CW)
	assert.Same(t, s.text, s.canvas.Focused())
	test.Tap(s.foot.warn)
	assert.Equal(t, "spoiler", s.Value().CW, "what stood there is there again")
}

func TestTooLongIsNotSent(t *testing.T) {
	s := show(t, 480)
	s.SetAccount(alice(), "misskey.example", 5)
	s.write("😀😀")
	assert.Equal(t, "1", s.foot.count, "as Misskey counts")
	assert.False(t, s.head.send.Disabled())
	s.write("ab")
	assert.Equal(t, "-1", s.foot.count)
	assert.True(t, s.foot.tight)
	assert.True(t, s.head.send.Disabled())
	s.SetAccount(alice(), "misskey.example", 0)
	assert.Empty(t, s.foot.count, "nobody knows")
	assert.False(t, s.head.send.Disabled())

	test.Tap(s.foot.warn)
	test.Type(s.cw, strings.Repeat("あ", maxCW+2))
	assert.Equal(t, "-2", s.foot.count)
	assert.True(t, s.head.send.Disabled())
}

func TestSpaceAloneIsNoNote(t *testing.T) {
	s := show(t, 480)
	s.write(" \n　")
	assert.True(t, s.head.send.Disabled())
	s.SetAttachments([]Attachment{{ID: 1, Done: true}})
	assert.False(t, s.head.send.Disabled(), "a file is")
}

func TestVisibilityIsChosenFromAMenu(t *testing.T) {
	s := show(t, 480)
	test.Tap(s.head.visibility)
	require.NotNil(t, s.menu)
	var labels []string
	for i, item := range s.menu.Items {
		labels = append(labels, item.Label)
		assert.Equal(t, i == 0, item.Checked)
	}
	assert.Equal(t, []string{"Public", "Home", "Followers", "Direct"}, labels)
	s.menu.Items[2].Action()
	assert.Equal(t, misskey.VisibilityFollowers, s.Value().Visibility)
	assert.Equal(t, "Visibility: Followers", s.head.visibility.ToolTip())
	test.Tap(s.head.local)
	assert.True(t, s.Value().LocalOnly)
	assert.Equal(t, 2, s.changes)
}

func TestAccountsAreTurnedToWhereThatIsPossible(t *testing.T) {
	s := show(t, 480)
	asked := 0
	s.OnAccount = func(fyne.CanvasObject) { asked++ }
	s.Reset(Value{}, nil)
	assert.True(t, s.head.turn.Visible())
	test.Tap(s.head.turn)
	s.chooseAccount(s.head.face)
	assert.Equal(t, 2, asked)
	s.SetAttachments([]Attachment{{ID: 1, Done: true}})
	assert.False(t, s.head.turn.Visible(), "files are in this account's Drive")
	s.SetAttachments(nil)
	s.Reset(Value{}, &Context{Icon: look.IconReply})
	assert.False(t, s.head.turn.Visible(), "the note is on this account's server")
	s.chooseAccount(s.head.face)
	assert.Equal(t, 2, asked)
}

func TestTheKeyboardGoesThroughTheForm(t *testing.T) {
	s := show(t, 480)
	s.write("x")
	s.OnAccount = func(fyne.CanvasObject) {}
	s.SetAttachments([]Attachment{{ID: 1, Problem: "too large"}})
	s.SetAttachments([]Attachment{{ID: 1, Done: true}})
	test.Tap(s.foot.warn)
	s.canvas.Focus(s.cw)
	for _, want := range []fyne.Focusable{
		s.text, s.list.rows[1].remove, s.foot.attach, s.foot.warn, s.head.local, s.head.visibility, s.head.send, s.head.closing, s.cw,
	} {
		s.canvas.FocusNext()
		assert.Same(t, want, s.canvas.Focused())
	}
}

func TestCallbacksMayBeMissing(t *testing.T) {
	test.NewTempApp(t)
	f := New(noPictures{}, nil)
	test.NewTempWindow(t, f)
	f.SetAttachments([]Attachment{{ID: 1, Done: true}})
	assert.NotPanics(t, func() {
		for _, e := range []*entry.Entry{f.text, f.cw} {
			e.TypedRune('x')
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			press(e, fyne.KeyReturn, fyne.KeyModifierControl)
		}
		test.Tap(f.foot.attach)
		test.Tap(f.head.visibility)
		test.Tap(f.list.rows[1].remove)
		f.chooseAccount(f)
	})
}
