// Package note shows a note, or a notification about one, as a card.
//
// A card is made in two steps. Lay turns a note and what the reader opened in
// it into a Sheet: a list of texts, icons, pictures and zones with their
// places. That is plain arithmetic on values, so a timeline knows the height
// of a row without a view. Card then shows a Sheet with pooled canvas
// objects, and giving it another Sheet leaves no trace of the last one.
//
// What a note says is a stranger's: every text, list and number is bounded
// before anything is laid out.
//
// Everything here belongs to the Fyne goroutine. A card fetches nothing: the
// reader's wishes go out through Actions.
package note
