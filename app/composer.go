package app

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/data/binding"
	"fyne.io/fyne/v2/lang"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/screens"
	"mejiro/app/upload"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
	"mejiro/widgets/note"
	"mejiro/widgets/postform"
)

// composer is the post form over the deck. Each note being written is a
// sheet of its own; putting the form away or turning to another note keeps
// the sheet, and only sending takes it away.
type composer struct {
	app    *App
	form   *postform.Form   // nil until it is wanted
	moves  *motion.Governor // what the form moves
	panel  *fyne.Container
	object fyne.CanvasObject
	sheets map[string]*writing
	now    *writing // nil while the form is away
}

// writing is a note being written.
type writing struct {
	key      string
	member   *member
	draft    screens.Draft
	value    postform.Value
	uploads  *upload.Queue
	listener binding.DataListener
	busy     bool
	problem  string
}

func newComposer(a *App) *composer {
	c := &composer{app: a, moves: a.onDeck.Part(), sheets: map[string]*writing{}}
	c.panel = container.NewStack()
	c.panel.Hide()
	c.object = container.New(composerLayout{}, c.panel)
	return c
}

// rebuild makes the form anew, in the present language.
func (c *composer) rebuild() {
	c.form = nil
	if c.now != nil {
		c.show(c.now)
	}
}

// build makes the form.
func (c *composer) build() {
	f := postform.New(c.app.media, c.moves)
	f.OnSend, f.OnClose, f.OnAttach = c.send, c.close, c.chooseFiles
	f.OnChange = func() { c.now.value = f.Value() }
	f.OnMenu = func(menu *fyne.Menu, at fyne.CanvasObject) { c.app.Menu(menu, at, fyne.NewPos(0, at.Size().Height)) }
	f.OnFile = c.fileAction
	f.OnAccount = c.chooseAccount
	f.Preview = func(v postform.Value) []flow.Run {
		if c.now == nil {
			return nil
		}
		return c.now.preview(v)
	}
	f.Emoji = func(name string) []postform.Completion { return c.now.member.emojiNamed(name) }
	f.OnPreview = func(on bool) {
		c.app.settings.Preview = on
		c.app.saveSettings()
	}
	f.ShowPreview(c.app.settings.Preview)
	c.form = f
	ground := widgets.NewGround(look.ColorPopup, look.RadiusDialog)
	ground.Line = look.ColorDivider
	c.panel.Objects = []fyne.CanvasObject{ground, container.NewPadded(container.NewPadded(f))}
}

// compose opens the form for a note of an account, with what was written
// there before if anything was.
func (c *composer) compose(m *member, d screens.Draft) {
	key := string(m.id) + " " + about(d)
	w, ok := c.sheets[key]
	if !ok || !d.Continues() || w.busy { // one on its way takes nothing more
		w = c.begin(key, m, d)
	}
	c.show(w)
	c.app.window.Canvas().Focus(c.form.Field())
}

// about tells notes being written apart: a new one, and one for each note
// answered or quoted.
func about(d screens.Draft) string {
	switch {
	case d.Reply != nil:
		return "reply " + string(d.Reply.ID)
	case d.Quote != nil:
		return "quote " + string(d.Quote.ID)
	}
	return ""
}

func (c *composer) begin(key string, m *member, d screens.Draft) *writing {
	if old := c.sheets[key]; old != nil && !old.empty() {
		key += " again" // what was written there stays
	}
	w := &writing{key: key, member: m, draft: d, uploads: upload.New(c.app.ctx, c.app.loop, m.session.Client())}
	w.value = postform.Value{Text: d.Text, CW: d.CW, Visibility: d.Visibility, LocalOnly: d.LocalOnly}
	if d.Reply != nil && d.Text == "" {
		w.value = replyTo(*d.Reply, m)
	}
	for _, f := range d.Files {
		w.uploads.AddDone(f)
	}
	w.listener = binding.NewDataListener(func() {
		if c.now == w {
			c.showFiles()
		}
	})
	w.uploads.Jobs.AddListener(w.listener)
	c.sheets[key] = w
	return w
}

// replyTo is what an answer begins with: the mentions and visibility of what
// it answers.
func replyTo(n misskey.Note, m *member) postform.Value {
	v := postform.Value{Visibility: n.Visibility, LocalOnly: n.LocalOnly}
	if mentions := screens.ReplyMentions(n, m.user, m.server.Host()); len(mentions) > 0 {
		v.Text = strings.Join(mentions, " ") + " "
	}
	if n.CW != nil {
		v.CW = *n.CW
	}
	return v
}

func (w *writing) empty() bool {
	jobs, _ := w.uploads.Jobs.Get() // a plain item's Get never fails
	return strings.TrimSpace(w.value.Text) == "" && len(jobs) == 0
}

func (c *composer) show(w *writing) {
	c.now = w
	if c.form == nil {
		c.build()
	}
	c.moves.Rest(false)
	c.form.Reset(w.value, c.context(w))
	meta, _ := w.member.session.Meta.Get()
	c.form.SetAccount(w.member.user, w.member.server.Name(), meta.MaxNoteText)
	c.form.SetProblem(w.problem)
	c.form.SetBusy(w.busy)
	c.showFiles()
	c.panel.Show()
	c.object.Refresh()
	c.app.trace.Screen("postform")
}

// preview is what is written as a note shows it, with the content warning
// above.
func (w *writing) preview(v postform.Value) []flow.Run {
	written := func(text string) []flow.Run {
		return w.member.env.Text(misskey.Note{User: w.member.user, Text: &text})
	}
	runs := written(v.Text)
	if v.CW != "" {
		runs = append(append(written(v.CW), flow.Run{Text: "\n"}), runs...)
	}
	return runs
}

// context is the note answered or quoted, in a few lines.
func (c *composer) context(w *writing) *postform.Context {
	n, icon, label := w.draft.Reply, look.IconReply, lang.L("postform.replyTo")
	if w.draft.Quote != nil {
		n, icon, label = w.draft.Quote, look.IconQuote, lang.L("postform.quoteOf")
	}
	if n == nil {
		return nil
	}
	return &postform.Context{Icon: icon, Label: label + " " + n.User.Acct(), Text: w.member.env.Summary(*n)}
}

// forget takes away everything an account has been writing.
func (c *composer) forget(m *member) {
	for key, w := range c.sheets {
		if w.member == m {
			w.uploads.Clear()
			delete(c.sheets, key)
		}
	}
	if c.now != nil && c.now.member == m {
		c.close()
	}
}

// close puts the form away; what is written stays. A wheel left turning out of
// sight would have the window drawn over and over.
func (c *composer) close() {
	c.now = nil
	c.moves.Rest(true)
	c.form.SetBusy(false)
	c.panel.Hide()
	c.app.trace.Screen("postform.closed")
	c.app.window.Canvas().Unfocus()
}

func (c *composer) send() {
	w := c.now
	w.busy, w.problem = true, ""
	c.form.SetBusy(true)
	c.form.SetProblem("")
	w.member.session.Post(w.note(), func(_ misskey.Note, err error) { c.sent(w, err) })
}

func (w *writing) note() api.NewNote {
	n := api.NewNote{
		Text: w.value.Text, CW: w.value.CW, Visibility: w.value.Visibility, LocalOnly: w.value.LocalOnly,
		VisibleUserIDs: w.draft.VisibleUserIDs,
	}
	if w.draft.Reply != nil {
		n.ReplyID = w.draft.Reply.ID
		if n.Visibility == misskey.VisibilitySpecified {
			n.VisibleUserIDs = slices.Compact(append(slices.Clone(n.VisibleUserIDs), w.draft.Reply.VisibleUserIDs...))
		}
	}
	if w.draft.Quote != nil {
		n.RenoteID = w.draft.Quote.ID
	}
	jobs, _ := w.uploads.Jobs.Get()
	for _, j := range jobs {
		n.FileIDs = append(n.FileIDs, j.File.ID)
	}
	return n
}

// sent ends a note that is posted, and keeps one that is not, with the reason.
func (c *composer) sent(w *writing, err error) {
	w.busy = false
	if err != nil {
		w.problem = screens.Sentence(err)
		if maybeDone(err) {
			w.problem += " " + lang.L("postform.maybePosted")
		}
		if c.now == w {
			c.form.SetBusy(false)
			c.form.SetProblem(w.problem)
			c.app.trace.Problem(w.problem)
		} else {
			c.app.Toast(w.problem)
		}
		return
	}
	w.uploads.Jobs.RemoveListener(w.listener)
	w.uploads.Clear()
	delete(c.sheets, w.key)
	if c.now == w {
		c.close()
	}
	c.app.Toast(lang.L("postform.posted"))
}

// maybeDone reports whether the server may have done what it was asked although
// its answer did not say so.
func maybeDone(err error) bool {
	var unreached *api.Unreached
	var muddled *api.Misunderstood
	return errors.As(err, &unreached) && unreached.Sent || errors.As(err, &muddled)
}

// addFiles uploads files for the note at hand, or for a new one.
func (c *composer) addFiles(m *member, paths []string) {
	if c.now == nil || c.now.busy {
		c.compose(m, screens.Draft{})
	}
	for _, path := range paths {
		c.now.uploads.Add(path)
	}
}

func (c *composer) chooseFiles() {
	c.app.chooseFile(func(path string) { c.addFiles(c.now.member, []string{path}) })
}

func (c *composer) fileAction(id int, do postform.FileAction) {
	switch do {
	case postform.FileRemove:
		c.now.uploads.Remove(id)
	case postform.FileRetry:
		c.now.uploads.Retry(id)
	}
}

func (c *composer) showFiles() {
	jobs, _ := c.now.uploads.Jobs.Get()
	all := make([]postform.Attachment, len(jobs))
	for i, j := range jobs {
		all[i] = attachment(j)
	}
	if c.form.SetAttachments(all) {
		c.object.Refresh()
	}
}

func attachment(j upload.Job) postform.Attachment {
	a := postform.Attachment{ID: j.ID, Name: j.Name, Done: j.State == upload.Done}
	if j.Size > 0 {
		a.Detail = note.Bytes(j.Size)
		a.Progress = float64(j.Sent) / float64(j.Size)
	}
	if j.State == upload.Failed {
		a.Problem = screens.Sentence(j.Err)
	}
	if a.Done && j.File.ThumbnailURL != "" {
		a.Picture = widgets.PictureRequest{
			URL: j.File.ThumbnailURL, Box: fyne.NewSquareSize(40), Cover: true, Blurhash: j.File.Blurhash,
		}
	}
	return a
}

// chooseAccount moves what is written to another account. An answer or a
// quote belongs to the server of its note and stays.
func (c *composer) chooseAccount(at fyne.CanvasObject) {
	w := c.now
	if w.draft.Reply != nil || w.draft.Quote != nil || !w.filesEmpty() {
		return
	}
	menu := fyne.NewMenu("")
	for _, m := range c.app.alive() {
		i := fyne.NewMenuItem(m.acct(), func() {
			value := w.value
			delete(c.sheets, w.key)
			next := c.begin(string(m.id)+" ", m, screens.Draft{})
			next.value = value
			c.show(next)
		})
		i.Checked = m == w.member
		menu.Items = append(menu.Items, i)
	}
	c.app.Menu(menu, at, fyne.NewPos(0, at.Size().Height))
}

func (w *writing) filesEmpty() bool {
	jobs, _ := w.uploads.Jobs.Get()
	return len(jobs) == 0
}

// composerLayout floats the form at the bottom right, as high as it wants to
// be.
type composerLayout struct{}

// Layout implements fyne.Layout.
func (composerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const width = 480
	for _, o := range objects {
		w := min(width, size.Width-2*look.Space3)
		o.Resize(fyne.NewSize(w, o.Size().Height)) // texts wrap, so the height follows from the width
		h := min(o.MinSize().Height, size.Height-2*look.Space3)
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(size.Width-w-look.Space3, size.Height-h-look.Space3))
	}
}

// MinSize implements fyne.Layout.
func (composerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
