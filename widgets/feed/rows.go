package feed

import "fyne.io/fyne/v2"

// Rows is what a feed shows. A feed calls it on the Fyne goroutine, for ids it was given by [Feed.SetIDs] only.
type Rows interface {
	// Height returns how high the row id is at width, both in device-independent units. The feed keeps the answer for as long as the width stays
	// and the row is not invalidated, and rounds it up to whole device pixels; 0 hides the row.
	Height(id string, width float32) float32
	// Bind makes view show the row id and returns it. view is nil or an object that showed a row of the same kind before; it may be that very row,
	// after an invalidation or at another width. The feed then moves the object and gives it its size.
	Bind(id string, view fyne.CanvasObject) fyne.CanvasObject
	// Kind names the sort of view a row needs: views are reused within a kind. See [KindFooter].
	Kind(id string) string
}

// Releaser may be implemented by [Rows] that want to know when a view stops showing a row, to give up what is only worth having while it is seen.
type Releaser interface {
	// Release tells that view no longer shows the row id. The view may be bound again later, to whatever row.
	Release(id string, view fyne.CanvasObject)
}

// Sighted may be implemented by views that want to know what of them is within the feed's viewport, such as those that move.
type Sighted interface {
	// Sight tells that the view is seen from top to bottom, counted from its upper edge; from 0 to 0 where nothing of it is.
	Sight(top, bottom float32)
}

// KindFooter is the kind of rows under the last real one (loading, error, end). A footer that comes, goes or changes is not a new end of the feed:
// it does not make [Feed.OnNearEnd] fire again.
const KindFooter = "footer"
