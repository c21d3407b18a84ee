package assets

import _ "embed" // for the picture

//go:embed icon.png
var icon []byte

// Icon is the application's picture, a mejiro, as a PNG of 512 by 512 pixels.
// `make icon` draws it from icon.svg. The bytes must not be changed.
func Icon() []byte { return icon }
