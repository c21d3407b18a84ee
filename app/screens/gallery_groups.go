package screens

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/assets"
)

// galleryGroup is MFM of one kind. Each cell is a note.
type galleryGroup struct {
	title string
	cells []misskey.Note
}

// galleryGroups are all groups, in the words of the present language.
func galleryGroups() []galleryGroup {
	person, cat := misskey.User{Username: "alice"}, misskey.User{Username: "carol", IsCat: true}
	return []galleryGroup{
		{lang.L("gallery.styles"), galleryNotes("styles", person)},
		{lang.L("gallery.blocks"), galleryNotes("blocks", person)},
		{lang.L("gallery.links"), galleryNotes("links", person)},
		{lang.L("gallery.emoji"), galleryNotes("emoji", person)},
		{lang.L("gallery.languages"), galleryNotes("languages", person)},
		{lang.L("gallery.sizes"), galleryNotes("sizes", person)},
		{lang.L("gallery.turns"), galleryNotes("turns", person)},
		{lang.L("gallery.colours"), galleryNotes("colours", person)},
		{lang.L("gallery.borders"), galleryNotes("borders", person)},
		{lang.L("gallery.faces"), galleryNotes("faces", person)},
		{lang.L("gallery.nested"), galleryNotes("nested", person)},
		{lang.L("gallery.cat"), galleryNotes("cat", cat)},
		{lang.L("gallery.moving"), galleryNotes("moving", person)},
		{lang.L("gallery.broken"), galleryNotes("broken", person)},
		{lang.L("gallery.hostile"), append(galleryNotes("hostile", person), notesOf(person, floods())...)},
	}
}

// galleryNotes are the notes of an embedded group.
func galleryNotes(name string, author misskey.User) []misskey.Note {
	data, err := assets.Gallery.ReadFile("gallery/" + name + ".mfm")
	if err != nil {
		return nil
	}
	return notesOf(author, strings.Split(strings.TrimSuffix(string(data), "\n"), "\n%%\n"))
}

func notesOf(author misskey.User, texts []string) []misskey.Note {
	notes := make([]misskey.Note, len(texts))
	for i, text := range texts {
		notes[i] = misskey.Note{User: author, Text: &text}
	}
	return notes
}

// floods are texts of which there is too much of something.
func floods() []string {
	const depth, many, lines, long = 50, 3000, 5000, 1 << 20
	nested := func(open, shut string) string { return strings.Repeat(open, depth) + "x" + strings.Repeat(shut, depth) }
	return []string{
		nested("$[x2 ", "]"),
		nested("$[rotate.deg=7 ", "]"),
		nested("$[spin $[rainbow ", "]]"),
		nested("$[blur ", "]"),
		nested("$[border.width=9 ", "]"),
		nested("**<i>~~", "~~</i>**"),
		strings.Repeat(">", depth) + " deep",
		strings.Repeat("$[x2 ", many),
		strings.Repeat("🎉", many),
		strings.Repeat(":blobcat:", many),
		strings.Repeat("$[spin x]", many),
		strings.Repeat("$[blur x] ", many),
		strings.Repeat("\n", lines) + "after 5,000 line breaks",
		strings.Repeat("a\n", lines),
		strings.Repeat("> a\n\n", lines),
		strings.Repeat("a", long),
		strings.Repeat("漢", long/3),
		strings.Repeat("@a ", long/3),
		"```js\n" + strings.Repeat("const a = `", many) + "\n```",
		"\\(" + strings.Repeat("{", many) + strings.Repeat("}", many) + "\\)",
		"z" + strings.Repeat("\u0300\u0316\u0489", many/10) + "algo" + strings.Repeat("\u0334", many/10) + " after",
		"\u202eturned round\u202c \u2066isolated\u2069 https://example.com/\u202egpj.exe \u200f\u061c\u2067",
		"[\u202emoc.elpmaxe//:sptth](https://evil.example/) \ufffe\u0000\u0007\u001b[31m\ufeff\u200b",
		strings.Repeat("\u200d", many) + strings.Repeat("\ufe0f", many) + "👩" + strings.Repeat("\u200d👩", many/10),
	}
}
