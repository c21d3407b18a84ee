//go:build e2e && linux

// Package e2e drives the real program in a real window.
//
// The binary named by MEJIRO_BINARY runs on a virtual X display with a window
// manager, and where a test needs them with a D-Bus session, a keyring and a
// browser of its own. Keys and mouse come from xdotool, as from a person; the
// test reads the screen, the program's trace and its own Misskey server.
//
// Nothing is waited for by time alone: every wait is for a condition, with a
// deadline that leaves room for a slow machine. Every program that is started
// is ended by its process group, also when a test fails.
package e2e
