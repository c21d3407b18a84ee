// Package miauth signs in to a Misskey server by MiAuth: it makes the address
// at which the user approves in the browser, listens on the loopback interface
// for the browser to come back, and fetches the token.
//
// The server hands the token out exactly once. So a Session gives it to its
// owner's store function before anything else happens, and keeps it in memory
// for another try where storing fails. It is never printed nor written.
//
// A server says nothing about a user who denies: the owner offers a way to
// cancel, and a Session ends by itself after ten minutes.
//
// A Session may be used from any goroutine. Only Wait waits; it runs off the
// goroutine that draws.
package miauth
