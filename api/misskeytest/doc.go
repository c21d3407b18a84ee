// Package misskeytest is a Misskey server that lives inside the process: the
// peer of every test that talks HTTP or streaming, and the world behind the
// demo. It answers on a loopback port, keeps everything in memory and speaks
// in the shapes of a real server of the 2025.11 line, refusals included.
//
// What it holds comes from a seed and a clock, so two servers with the same
// options hold the same people, notes and pictures. Tokens are the exception:
// they are random. Faults make it misbehave on purpose.
//
// A Server may be used from any goroutine. One lock guards all it knows;
// answers are packed under it and written outside it.
package misskeytest
