// Package widgets holds the generic parts of the window: what is needed by more than one screen and knows nothing of
// notes. A widget is given values and tells what was done to it through callbacks; it owns no network and no store.
// Everything here belongs to the Fyne goroutine.
package widgets
