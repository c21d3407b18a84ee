// Package task carries work off the Fyne goroutine and its results back. It is the only home of fyne.Do.
//
// # The threading law
//
//  1. What is shown, and what it is made from, belongs to one goroutine: Fyne's. Stores, screens and widgets are
//     touched there alone, so they need no locks and no atomics.
//  2. The way onto that goroutine leads through this package. fyne.DoAndWait is used nowhere: a goroutine that waits
//     for the window while the window waits for it stops both.
//  3. Whatever may take time stays off it: HTTP, sockets, decoding, disk, the keyring. Such code takes values and
//     returns values; it holds no widget and no store.
//  4. Every job has a context owned by something that ends: a session, a screen, a dialog. When the owner has ended,
//     a late result is dropped before it reaches anyone, so nothing needs a flag that says it is gone.
//  5. A binding may tell its listeners later than Set returns. Nothing relies on it having told them.
//  6. Fyne's queue has no bound and merges nothing, so batches cross over, not items. What arrives often goes through
//     a Pump.
//  7. Quitting: cancel the sessions, wait for their pumps, flush the archive, close the Loop, then quit. Fyne runs
//     functions on whatever goroutine offers them once its own loop has ended; closing the Loop first keeps the law.
//
// # Use
//
// The app makes one Loop and hands it on. Go runs a job and brings its result back; a Pump brings a stream of values;
// After and Every are timers. All may be called from any goroutine, and all their callbacks run on the Fyne goroutine.
package task
