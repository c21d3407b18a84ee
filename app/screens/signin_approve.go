package screens

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/api"
	"mejiro/api/miauth"
	"mejiro/app/task"
)

// begin opens the browser for approval and waits.
func (s *SignIn) begin(d api.Discovery) {
	s.onFound = nil
	s.endAuth()
	auth, err := miauth.Begin(miauth.Options{
		Client: api.New(d.Server, "", s.host.APIOptions()),
		Name:   "Mejiro", Permissions: miauth.Permissions(), Poll: approvalPoll,
		Page: miauth.Page{
			Lang: lang.L("common.languageTag"), Title: lang.L("account.page.title"), Sentence: lang.L("account.page.sentence"),
		},
	})
	if err != nil {
		s.say(lang.L("account.noLoopback"))
		return
	}
	s.auth, s.authOf = auth, d.Server
	s.showApproval(d.Server, "")
	s.host.OpenURL(auth.Address())
	s.wait(auth, false)
}

// showApproval is the second step: the reader is in the browser.
func (s *SignIn) showApproval(server api.Server, problem string) {
	s.say(problem)
	auth := s.auth
	again := widget.NewButton(lang.L("account.openAgain"), func() { s.host.OpenURL(auth.Address()) })
	link := widget.NewButton(lang.L("account.copyLink"), func() { s.host.Copy(auth.Address()) })
	approved := widget.NewButton(lang.L("account.approved"), func() { s.approved(auth) })
	approved.Importance = widget.HighImportance
	s.show(
		picture(),
		bigLabel(lang.L("account.waiting", map[string]any{"Server": server.Name()})),
		plainLabel(lang.L("account.waiting.hint"), fyne.TextAlignCenter),
		spinner(),
		s.problem,
		approved,
		container.NewGridWithColumns(2, again, link),
		widget.NewButton(lang.L("common.cancel"), s.showAddress),
	)
}

// approved asks the server at once.
func (s *SignIn) approved(auth *miauth.Session) {
	s.say("")
	auth.Approved()
}

// wait waits for the approval and stores the token.
func (s *SignIn) wait(auth *miauth.Session, sessionOnly bool) {
	server := s.authOf
	keep := func(ctx context.Context, grant miauth.Grant) error {
		return s.host.Keep(ctx, server, grant, sessionOnly)
	}
	task.Go(s.ctx, s.loop,
		func(ctx context.Context) (miauth.Grant, error) { return auth.Wait(ctx, keep) },
		func(grant miauth.Grant, err error) {
			if s.auth == auth {
				s.waited(auth, grant, err)
			}
		})
}

func (s *SignIn) waited(auth *miauth.Session, grant miauth.Grant, err error) {
	var unkept *miauth.StoreError
	switch {
	case err == nil:
		s.auth = nil
		s.closeAtTheEnd(auth)
		s.host.SignedIn(s.authOf, grant)
	case errors.As(err, &unkept):
		s.showUnkept(s.host.KeepProblem(unkept.Err), func(sessionOnly bool) { s.wait(auth, sessionOnly) })
	case errors.Is(err, miauth.ErrExpired), errors.Is(err, miauth.ErrLost), errors.Is(err, miauth.ErrClosed):
		s.showAddress()
		s.say(ApprovalSentence(err))
	default:
		s.say(ApprovalSentence(err))
		s.wait(auth, false)
	}
}

// closeAtTheEnd sees to it that a page kept for a browser that is still to come
// does not outlast the app. Usually it is closed long before.
func (s *SignIn) closeAtTheEnd(auth *miauth.Session) {
	task.Go(context.Background(), s.loop, func(ctx context.Context) (struct{}, error) {
		select {
		case <-auth.Ended():
		case <-ctx.Done():
			auth.Close()
		}
		return struct{}{}, nil
	}, func(struct{}, error) {})
}

// showUnkept tells that the keyring did not take the token, which is held in
// memory meanwhile.
func (s *SignIn) showUnkept(problem string, again func(sessionOnly bool)) {
	retry := widget.NewButton(lang.L("common.retry"), func() { again(false) })
	retry.Importance = widget.HighImportance
	s.say(problem)
	s.show(
		picture(),
		bigLabel(lang.L("account.unkept")),
		s.problem,
		retry,
		widget.NewButton(lang.L("account.sessionOnly"), func() { again(true) }),
		faintLabel(lang.L("account.sessionOnly.hint")),
		widget.NewButton(lang.L("common.cancel"), s.showAddress),
	)
}
