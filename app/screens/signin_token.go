package screens

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/api"
	"mejiro/api/miauth"
	"mejiro/api/misskey"
	"mejiro/app/task"
	"mejiro/widgets/entry"
)

// showToken is the way in for those who have an access token already.
func (s *SignIn) showToken() {
	server, token := entry.New(), entry.New()
	server.SetPlaceHolder("misskey.example")
	server.SetText(s.field.Text)
	token.Password = true
	token.SetPlaceHolder(lang.L("account.token"))
	var proceed *widget.Button
	submit := func() {
		at, err := api.ParseServer(server.Text)
		if err != nil {
			s.say(AddressSentence(err))
			return
		}
		proceed.Disable()
		s.say("")
		s.checkToken(at, misskey.Token(strings.TrimSpace(token.Text)), proceed.Enable)
	}
	proceed = widget.NewButton(lang.L("account.continue"), submit)
	proceed.Importance = widget.HighImportance
	token.OnSubmitted = func(string) { submit() }
	s.say("")
	s.show(
		picture(),
		bigLabel(lang.L("account.useToken")),
		plainLabel(lang.L("account.address"), fyne.TextAlignLeading), server,
		plainLabel(lang.L("account.token"), fyne.TextAlignLeading), token,
		faintLabel(lang.L("account.token.hint")),
		s.problem,
		proceed,
		widget.NewButton(lang.L("common.cancel"), s.showAddress),
	)
}

// checkToken asks the server whose token it is, then keeps it.
func (s *SignIn) checkToken(server api.Server, token misskey.Token, failed func()) {
	client := api.New(server, token.Reveal(), s.host.APIOptions())
	task.Go(s.ctx, s.loop, client.Me, func(me misskey.Me, err error) {
		if err != nil {
			s.say(Sentence(err))
			failed()
			return
		}
		s.keepToken(server, miauth.Grant{Token: token, User: me}, false)
	})
}

func (s *SignIn) keepToken(server api.Server, grant miauth.Grant, sessionOnly bool) {
	task.Go(s.ctx, s.loop, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.host.Keep(ctx, server, grant, sessionOnly)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.showUnkept(s.host.KeepProblem(err), func(sessionOnly bool) { s.keepToken(server, grant, sessionOnly) })
			return
		}
		s.host.SignedIn(server, grant)
	})
}
