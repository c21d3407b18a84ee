package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mejiro/widgets"
	"mejiro/widgets/feed"
)

// Locked stands in a column whose account cannot be used yet: its token is
// being fetched, or could not be had.
type Locked struct {
	feed   *feed.Feed
	object fyne.CanvasObject
	retry  func()
}

// NewLocked returns the screen; problem is "" while the token is on its way.
func NewLocked(problem string, retry func()) *Locked {
	state := widgets.NewStateView(retry)
	if problem == "" {
		state.ShowLoading()
	} else {
		state.ShowError(problem)
	}
	l := &Locked{feed: feed.New(noRows{}), retry: retry}
	l.object = container.NewStack(l.feed, state)
	return l
}

// Object is what to show.
func (l *Locked) Object() fyne.CanvasObject { return l.object }

// Feed is an empty list, for the keyboard.
func (l *Locked) Feed() *feed.Feed { return l.feed }

// Reload asks for the token again.
func (l *Locked) Reload() { l.retry() }

// Restyle does nothing: the parts follow the theme.
func (l *Locked) Restyle() {}

// Close does nothing.
func (l *Locked) Close() {}

// noRows is a list without rows.
type noRows struct{}

// Height implements feed.Rows.
func (noRows) Height(string, float32) float32 { return 0 }

// Bind implements feed.Rows.
func (noRows) Bind(_ string, view fyne.CanvasObject) fyne.CanvasObject { return view }

// Kind implements feed.Rows.
func (noRows) Kind(string) string { return "" }
