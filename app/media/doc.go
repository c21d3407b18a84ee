// Package media brings remote pictures to widgets: it fetches, decodes, scales, bounds and caches them.
//
// Everything fetched here was chosen by strangers, so every step is bounded: the address (https, or the loopback), the
// redirects, the time of each phase, the bytes, the pixels and the memory a decoder may take before it starts, the
// time it may take once it has. What a body is, its bytes tell, never its headers. No cookie, token or Referer is sent.
//
// A picture is scaled to the device pixels of the place it is wanted for, so that nothing is resampled while drawing.
// Of an animation the first frame is decoded, or where motion is wanted all that are worth it, as a motion.Film: the
// file is taken apart into stills, which the decoders of stills decode one at a time, so that their number and size are
// bounded before. (github.com/kettek/apng, for one, holds all frames at once, and takes over every PNG of the program.)
//
// # Threads
//
// A Loader belongs to the Fyne goroutine: who wants what, the memory cache and the remembered failures are touched
// there alone and need no locks. Each picture wanted is one goroutine of straight code (disk, else network; decode;
// scale) that takes values and sends its result through a task.Pump. Gates bound how many fetch and decode at once and
// let the newest in first, for it is the most likely to be in sight. When no one wants a picture any more, its
// goroutine ends.
package media
