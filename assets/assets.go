// Package assets holds the files Mejiro carries inside its binary: icons,
// fonts, the application's picture and the translations. It reads nothing
// from disk and keeps no state; everything in it may be used from any
// goroutine.
package assets

import "embed"

// Icons holds the outline icons as icons/NAME.svg: 24 units square, one black
// path each. `make icons` writes them from the drawings in icons/strokes.
//
//go:embed icons/*.svg
var Icons embed.FS

// Gallery holds the MFM that the gallery shows, as gallery/GROUP.mfm: pieces
// as they would stand in a note, parted by lines of "%%".
//
//go:embed gallery/*.mfm
var Gallery embed.FS
