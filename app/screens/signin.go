package screens

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mejiro/api"
	"mejiro/api/miauth"
	"mejiro/app/task"
	"mejiro/widgets"
	"mejiro/widgets/entry"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

const (
	// typingPause is how long the address must rest before it is looked up.
	typingPause = 500 * time.Millisecond
	// approvalPoll is how often the server is asked for browsers that cannot
	// come back.
	approvalPoll = 3 * time.Second
	signInWidth  = 440
)

// SignInHost is what signing in asks of the app.
type SignInHost interface {
	OpenURL(address string)
	Copy(text string)
	// APIOptions are for clients in nobody's name.
	APIOptions() api.Options
	Pictures() widgets.Pictures
	// Keep stores a grant: in the OS keyring, or for this session only. It is
	// called off the Fyne goroutine, before anything else is done with it.
	Keep(ctx context.Context, server api.Server, grant miauth.Grant, sessionOnly bool) error
	// KeepProblem says why Keep failed, or "" if it was not the keyring.
	KeepProblem(err error) string
	// SignedIn takes over an account whose token is kept.
	SignedIn(server api.Server, grant miauth.Grant)
	// TryDemo opens the demo; nil where there is nothing to offer.
	TryDemo() func()
	// LookAround shows a server's public timelines without an account.
	LookAround(server api.Server)
	// Leave goes back to the deck; nil while there is no account.
	Leave() func()
}

// SignIn is the way into an account: the server's address, approval in the
// browser, the token into the keyring.
type SignIn struct {
	host   SignInHost
	loop   *task.Loop
	ctx    context.Context
	cancel context.CancelFunc
	object *fyne.Container

	field   *entry.Entry
	problem *widget.Label
	preview *fyne.Container
	visit   *widget.Button // shown when there is a server to look around
	proceed *widget.Button
	typing  context.CancelFunc // ends the look-up of what was typed before
	found   *api.Discovery
	onFound func() // what waits for the look-up
	auth    *miauth.Session
	authOf  api.Server
}

// NewSignIn returns the screen; address is put into the field, "" for none.
func NewSignIn(host SignInHost, loop *task.Loop, address string) *SignIn {
	s := &SignIn{host: host, loop: loop, object: container.NewStack(), typing: func() {}}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.field = entry.New()
	s.field.SetPlaceHolder("misskey.example")
	s.field.OnChanged = func(string) { s.typed() }
	s.field.OnSubmitted = func(string) { s.submit() }
	s.field.OnSend = s.submit
	s.problem = dangerLabel()
	s.preview = container.NewStack()
	s.proceed = widget.NewButton(lang.L("account.continue"), s.submit)
	s.proceed.Importance = widget.HighImportance
	s.visit = widget.NewButton(lang.L("account.lookAround"), nil)
	s.visit.Importance = widget.LowImportance
	s.visit.Hide()
	s.showAddress()
	if address != "" {
		s.field.SetText(address)
	}
	return s
}

// Object is what to show.
func (s *SignIn) Object() fyne.CanvasObject { return s.object }

// Focus gives the address field the keyboard.
func (s *SignIn) Focus(c fyne.Canvas) { c.Focus(s.field) }

// Close ends the screen and whatever waits in the browser.
func (s *SignIn) Close() {
	s.cancel()
	s.endAuth()
}

func (s *SignIn) endAuth() {
	if s.auth != nil {
		s.auth.Close()
		s.auth = nil
	}
}

// showAddress is the first step: which server.
func (s *SignIn) showAddress() {
	s.endAuth()
	heading := widget.NewLabelWithStyle(lang.L("account.welcome"), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	heading.SizeName = sizeTitle
	s.show(
		picture(),
		heading,
		plainLabel(lang.L("account.address"), fyne.TextAlignCenter),
		s.field,
		s.suggestions(),
		s.problem,
		s.preview,
		s.proceed,
		s.visit,
		s.others(),
	)
}

// show puts a column of objects in the middle.
func (s *SignIn) show(objects ...fyne.CanvasObject) {
	column := container.New(layout.NewCustomPaddedVBoxLayout(look.Space2), objects...)
	width := widgets.NewGround("", 0)
	width.Least = fyne.NewSize(signInWidth, 0)
	card := container.NewStack(width, container.NewPadded(column))
	s.object.Objects = []fyne.CanvasObject{
		widgets.NewGround(look.ColorPanel, 0),
		container.NewVScroll(container.NewCenter(card)),
	}
	s.object.Refresh()
}

// suggestions are servers to begin with.
func (s *SignIn) suggestions() fyne.CanvasObject {
	row := container.NewHBox()
	for _, host := range []string{"misskey.io", "misskey.design", "nijimiss.moe", "misskey.art"} {
		b := widget.NewButton(host, func() { s.field.SetText(host) })
		b.Importance = widget.LowImportance
		row.Add(b)
	}
	return container.NewHScroll(container.NewCenter(row))
}

// others are the other ways in, and out.
func (s *SignIn) others() fyne.CanvasObject {
	row := container.NewHBox()
	add := func(label string, do func()) {
		b := widget.NewButton(label, do)
		b.Importance = widget.LowImportance
		row.Add(b)
	}
	add(lang.L("account.useToken"), s.showToken)
	if demo := s.host.TryDemo(); demo != nil {
		add(lang.L("account.tryDemo"), demo)
	}
	if leave := s.host.Leave(); leave != nil {
		add(lang.L("common.cancel"), leave)
	}
	return container.NewCenter(row)
}

func (s *SignIn) say(text string) {
	s.problem.SetText(text)
	if text == "" {
		s.problem.Hide()
	} else {
		s.problem.Show()
	}
}

// typed looks the address up when the typing rests.
func (s *SignIn) typed() {
	s.typing()
	s.found, s.onFound = nil, nil
	s.visit.Hide()
	s.preview.Objects = nil
	s.preview.Refresh()
	s.say("")
	var ctx context.Context
	ctx, s.typing = context.WithCancel(s.ctx)
	task.After(ctx, s.loop, typingPause, func() { s.lookUp(ctx, false) })
}

// submit goes on with the address as it stands.
func (s *SignIn) submit() {
	if s.found != nil {
		s.begin(*s.found)
		return
	}
	s.typing()
	var ctx context.Context
	ctx, s.typing = context.WithCancel(s.ctx)
	s.onFound = func() { s.begin(*s.found) }
	s.lookUp(ctx, true)
}

// lookUp asks the server what it is. Half an address is no fault while it is
// being typed.
func (s *SignIn) lookUp(ctx context.Context, asked bool) {
	server, err := api.ParseServer(s.field.Text)
	if err != nil {
		if asked || !unfinished(err) {
			s.say(AddressSentence(err))
		}
		return
	}
	s.preview.Objects = []fyne.CanvasObject{plainLabel(lang.L("account.looking"), fyne.TextAlignCenter)}
	s.preview.Refresh()
	options := s.host.APIOptions()
	task.Go(ctx, s.loop,
		func(ctx context.Context) (api.Discovery, error) { return api.Discover(ctx, server, options) },
		func(found api.Discovery, err error) { s.lookedUp(found, err, asked) })
}

func (s *SignIn) lookedUp(found api.Discovery, err error, asked bool) {
	s.preview.Objects = nil
	defer s.preview.Refresh()
	var elsewhere *api.Elsewhere
	switch {
	case errors.As(err, &elsewhere):
		s.preview.Objects = []fyne.CanvasObject{s.elsewhere(elsewhere)}
	case err != nil:
		if asked || strings.Contains(s.field.Text, ".") {
			s.say(AddressSentence(err))
		}
	default:
		s.found = &found
		s.preview.Objects = []fyne.CanvasObject{s.card(found)}
		s.visit.OnTapped = func() { s.host.LookAround(found.Server) }
		s.visit.Show()
		if s.onFound != nil {
			s.onFound()
		}
	}
}

// elsewhere offers the server a domain points to.
func (s *SignIn) elsewhere(e *api.Elsewhere) fyne.CanvasObject {
	return widget.NewButton(lang.L("account.elsewhere", map[string]any{"Host": e.Host, "Server": e.Server.Name()}),
		func() { s.field.SetText(e.Server.Host()) })
}

// card shows the server that was found.
func (s *SignIn) card(d api.Discovery) fyne.CanvasObject {
	const side = 48
	icon := widgets.NewPicture(s.host.Pictures())
	icon.CornerRadius = look.RadiusCard
	icon.SetRequest(widgets.PictureRequest{URL: d.IconURL, Box: fyne.NewSquareSize(side)}, d.Name)
	small := flow.Style{Size: look.TextSecondary}
	faint := flow.Style{Size: look.TextSecondary, Color: look.ColorTextFaint}
	lines := flow.NewBlock(nil,
		flow.Run{Text: d.Name + "\n", Style: flow.Style{Bold: true, Color: look.ColorTextStrong}},
		flow.Run{Text: strings.TrimSpace(d.Server.Name() + " · " + d.Software + " " + d.Version), Style: faint},
		flow.Run{Text: strings.TrimRight("\n"+firstLines(d.Description), "\n"), Style: small})
	lines.MaxLines = 7
	return container.NewStack(widgets.NewGround(look.ColorChip, look.RadiusCard), container.New(cardPadding(),
		container.NewBorder(nil, nil, container.New(cardIconRoom(), container.NewVBox(container.NewGridWrap(fyne.NewSquareSize(side), icon))), nil, lines)))
}

func cardPadding() fyne.Layout {
	return layout.NewCustomPaddedLayout(look.Space3, look.Space3, look.Space3, look.Space3)
}

// cardIconRoom keeps the icon at the top, apart from the text.
func cardIconRoom() fyne.Layout { return layout.NewCustomPaddedLayout(0, 0, 0, look.Space3) }

// firstLines is enough of a description to know a server by.
func firstLines(s string) string {
	const most = 160
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
