// Package misskey holds the entities a Misskey server speaks of: notes, users,
// Drive files, notifications and the rest, as plain values with typed IDs.
//
// Values are decoded from the server's JSON and then only read or replaced,
// never mutated, so they may pass between goroutines freely. Unknown fields
// are ignored and unknown words in an enumeration are kept as they came: a
// newer server or a fork must never make a known part unreadable. A field the
// server may leave out or send as null is the zero value here unless the
// difference matters; then it is a pointer and its comment says so.
package misskey
