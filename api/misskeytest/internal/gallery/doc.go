// Package gallery draws every picture of the made-up server: avatars, emoji,
// photos, icons. Drawings are asked for by name, and the same name always
// gives the same drawing.
package gallery
