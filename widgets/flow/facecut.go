package flow

import (
	"unicode/utf8"

	"mejiro/widgets/look"
)

// overhang is how far letters of the lesser faces reach beyond their place, in em.
const overhang = 0.3

// lesser lists the faces that a style asks for besides that of the text, the best first.
func (s *Style) lesser() (faces [2]look.Face, n int) {
	if s.Face != look.FaceText && !s.Mono {
		faces[n] = s.Face
		n++
	}
	if s.Italic && !s.Mono {
		faces[n] = look.FaceOblique
		if s.Bold {
			faces[n] = look.FaceBoldOblique
		}
		n++
	}
	return faces, n
}

// addText adds a span. Where its style asks for a face that lacks some of its characters, it becomes several.
func (p *preparer) addText(s span) {
	wanted, n := s.style.lesser()
	if n == 0 {
		p.text.spans = append(p.text.spans, s)
		return
	}
	text, from := s.text, 0
	for at := 0; at < len(text); {
		end := at + letter(text[at:])
		cut := s.cut
		if r, _ := utf8.DecodeRuneInString(text[at:]); at == 0 || !isSpace(r) && r != '\n' {
			cut = faceFor(wanted[:n], text[at:end])
		}
		if cut != s.cut && at > 0 {
			s.text = text[from:at]
			p.text.spans = append(p.text.spans, s)
			from = at
		}
		s.cut = cut
		if cut != look.FaceText {
			p.text.overhang = max(p.text.overhang, overhang*s.style.size())
		}
		at = end
	}
	s.text = text[from:]
	p.text.spans = append(p.text.spans, s)
}

// letter is how many bytes the first character of text has, with all marks on it.
func letter(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !isMark(r) {
			break
		}
		n += size
	}
	return n
}

// faceFor is the first of some faces that has all of a letter, and else that of the text.
func faceFor(faces []look.Face, letter string) look.Face {
next:
	for _, f := range faces {
		for _, r := range letter {
			if !f.Has(r) {
				continue next
			}
		}
		return f
	}
	return look.FaceText
}

// reach is how far letters in the box may reach beyond it, in device-independent units.
func (n *nest) reach() (most float32) {
	if n.text != nil {
		most = n.text.overhang
	}
	if n.over != nil {
		most = max(most, n.over.overhang)
	}
	return most
}
