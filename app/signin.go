package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api"
	"mejiro/api/miauth"
	"mejiro/app/account"
	"mejiro/app/screens"
	"mejiro/widgets"
)

var _ screens.SignInHost = (*App)(nil)

// showSignIn opens the way into an account, over everything else.
func (a *App) showSignIn(address string) {
	a.closeSignIn()
	a.closeGallery()
	a.signing = screens.NewSignIn(a, a.loop, address)
	a.showInstead(a.signing.Object())
	a.signing.Focus(a.window.Canvas())
	a.trace.Screen("signin")
}

// showDeck leaves the sign-in screen for the deck.
func (a *App) showDeck() {
	a.closeSignIn()
	a.closeGallery()
	a.onDeck.Rest(false)
	a.stage.SetContent(a.main)
	a.trace.Screen("deck")
}

// showInstead shows a screen in place of the deck.
func (a *App) showInstead(screen fyne.CanvasObject) {
	a.onDeck.Rest(true)
	a.stage.SetContent(screen)
}

func (a *App) closeSignIn() {
	if a.signing != nil {
		a.signing.Close()
		a.signing = nil
	}
}

// APIOptions implements screens.SignInHost.
func (a *App) APIOptions() api.Options {
	return api.Options{Transport: a.transport, Version: a.version}
}

// Pictures implements screens.SignInHost.
func (a *App) Pictures() widgets.Pictures { return a.media }

// Keep implements screens.SignInHost. It may be called on any goroutine.
func (a *App) Keep(ctx context.Context, server api.Server, grant miauth.Grant, sessionOnly bool) error {
	where := account.InKeyring
	if sessionOnly {
		where = account.ThisSession
	}
	_, err := a.book.SignIn(ctx, account.New(server, grant.User.User, grant.Permissions), grant.Token, where)
	return err
}

// KeepProblem implements screens.SignInHost.
func (a *App) KeepProblem(err error) string {
	text := keepSentence(err)
	a.trace.Problem(text)
	return text
}

func keepSentence(err error) string {
	var problem *account.KeyringError
	if !errors.As(err, &problem) {
		return lang.L("account.listUnwritten")
	}
	switch problem.Problem {
	case account.KeyringMissing:
		return lang.L("account.keyring.missing")
	case account.KeyringLocked:
		return lang.L("account.keyring.locked")
	case account.KeyringSlow:
		return lang.L("account.keyring.slow")
	case account.KeyringFailed:
	}
	return lang.L("account.keyring.failed")
}

// SignedIn implements screens.SignInHost.
func (a *App) SignedIn(server api.Server, grant miauth.Grant) {
	if kept, ok := a.book.List().Find(account.IDFor(server, grant.User.ID)); ok {
		a.signedIn(kept, grant.Token)
	}
}

// TryDemo implements screens.SignInHost: the demo is offered while there is no
// account.
func (a *App) TryDemo() func() {
	if len(a.book.List().Accounts) > 0 {
		return nil
	}
	return a.startDemo
}

// Leave implements screens.SignInHost.
func (a *App) Leave() func() {
	if len(a.deck.columns) == 0 {
		return nil
	}
	return a.showDeck
}
