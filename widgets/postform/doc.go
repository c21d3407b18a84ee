// Package postform is the form a note is written in.
//
// The form holds what is being written and shows what its owner tells it of
// the rest: who posts, the files and how far they are, whether the note is on
// its way, why it could not go. It loses nothing by itself: what was typed
// stays until Reset, whatever else it is told.
//
// It belongs to the Fyne goroutine.
package postform
