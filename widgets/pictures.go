package widgets

import (
	"image"

	"fyne.io/fyne/v2"
)

// PictureRequest names a remote picture and the box it is wanted for. Two equal requests want the same pixels.
type PictureRequest struct {
	// URL is an absolute https address (http only on the loopback). With none, the blurhash is all there is to bring.
	URL string
	// Box is the place to fill in device-independent units; zero means the picture's natural size.
	Box fyne.Size
	// Cover crops the picture to fill Box; otherwise it is fitted inside Box and keeps its aspect.
	Cover bool
	// Moving asks for all of an animated picture, as a *motion.Film. Otherwise there is its first frame.
	Moving bool
	// Blurhash is drawn at once while the picture is on its way; may be empty or wrong.
	Blurhash string
}

// Pictures brings remote pictures to widgets. Widgets own no network: the app hands them an implementation.
type Pictures interface {
	// Load asks for a picture at scale device pixels per unit. It returns at once and must be called on the Fyne
	// goroutine; got is called there too: during Load when the picture (or its blurhash) is at hand, first perhaps
	// with the blurhash (final false), then once with the picture or with err (final true). After cancel, got is
	// not called any more; cancel may be called repeatedly and after the end.
	Load(req PictureRequest, scale float32, got func(img image.Image, final bool, err error)) (cancel func())
}
