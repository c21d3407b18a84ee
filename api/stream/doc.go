// Package stream keeps the streaming socket of one account alive: it opens
// subscriptions and captures notes, turns what the server sends into typed
// events, and after a break connects again and asks for everything anew.
//
// # Threads
//
// A Stream may be told what to subscribe to and which notes to capture from
// any goroutine, at any time, connected or not; such calls never wait. Run
// does the work on the goroutine that calls it and hands every event to
// Options.Handle there, one after another, in the order in which the server
// sent them. While Handle works, nothing further is read, so a handler that is
// slow slows the server down and loses nothing.
//
// # What is missed
//
// A server replays nothing. Whatever happened between the end of one
// connection and the confirmation of a subscription on the next has to be
// fetched over HTTP by its ID. Fetch when Subscribed arrives, not earlier:
// then what the page lacks comes by the socket, and what comes twice has the
// same ID.
//
// # Finding a dead link
//
// Misskey pings every 60 seconds and the library answers. Old servers and
// forks do not, so silence alone proves nothing: this package sends pings of
// its own and gives a connection up when neither their answer nor anything
// else arrives.
package stream
