// Package screens shows stores in widgets and wires what the reader does to
// the session: a file per screen. A screen owns the context of the work it
// starts and ends it with Close.
//
// Everything here belongs to the Fyne goroutine.
package screens
