// Package store holds what a signed-in account knows, as bindings that
// widgets listen to: notes, timelines, notifications. It does no I/O and has
// no locks: everything in it belongs to the Fyne goroutine.
//
// A note is kept once, however many columns show it, and every first page,
// older page, catch-up after a break and streamed event enters by the same
// methods. A stretch that could not be fetched is a gap row, never a silent
// hole.
package store
