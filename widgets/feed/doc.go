// Package feed is the virtual list that shows timelines: rows of differing height, of which only the visible ones have a view.
//
// What is being read never moves. A feed holds no scroll offset from the top but an anchor: one row near the top of the viewport and the place of
// its upper edge there. Rows are laid out from the anchor upwards and downwards, so rows that arrive, vanish or change their height elsewhere do
// not touch it. Heights come from [Rows] and are kept per width; rows that were never near the viewport have an estimated height, which serves the
// scroll bar only. Views are bound to rows by id and reused through a small pool per kind.
//
// The code is split in three: strip is the geometry (values only, no widgets), stage binds views, Feed is the widget with wheel, keys and callbacks.
//
// Thread: everything here belongs to the Fyne goroutine.
package feed
