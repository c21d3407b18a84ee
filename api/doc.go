// Package api speaks with a Misskey server over HTTP: a Client has a method for
// every endpoint this client asks, in a file per endpoint family, named after
// the endpoint (notes/reactions/create is CreateReaction; what changes
// something begins with a verb, what reads is a noun).
//
// A call fails in one of three ways, told apart by type and never by text:
// *Unreached (no answer came), *Refused (the server said no, and why) and
// *Misunderstood (an answer came that makes no sense). Reads are tried again a
// few times after what passes by itself; writes are sent once.
//
// Everything here may be called from any goroutine, and is never called on
// Fyne's: each call blocks until its answer, its error or the end of its
// context. The token travels in the Authorization header alone, to the one
// server it belongs to, and stands in no error, address or log.
package api
