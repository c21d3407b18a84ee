package linebreak

// kind is a line breaking class of UAX #14 that most of what is written has. Text of these alone is broken here, in a
// fraction of the time that the segmenter takes, which looks for characters and words as well.
type kind uint8

const (
	unusual    kind = iota // left to the segmenter
	alphabetic             // AL
	numeric                // NU
	ideograph              // ID, and the syllables of Hangul
	nonStarter             // NS, and small kana
	opening1               // OP of Latin width
	opening2               // OP of East Asian width
	closing1               // CP
	closing2               // CL
	exclaims               // EX
	infix                  // IS
	slash                  // SY
	hyphen                 // HY
	quotation              // QU that neither opens nor closes
	breakAfter             // BA
	leader                 // IN
	space                  // SP
	lineEnd                // LF
)

// kinds are those of U+0000 to U+007F and of U+3000 to U+30FF.
var kinds = func() (table [2][0x100]kind) {
	for _, r := range []struct {
		first, last rune
		kind        kind
	}{{'A', 'Z', alphabetic}, {'a', 'z', alphabetic}, {'0', '9', numeric}, {'ぁ', 'ゖ', ideograph}, {'ァ', 'ヺ', ideograph}} {
		for c := r.first; c <= r.last; c++ {
			table[c>>13][c&0xff] = r.kind
		}
	}
	for k, characters := range map[kind]string{
		alphabetic: "#&*<=>@^_`~",
		nonStarter: "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーゝゞヽヾ・〜々゛゜",
		opening1:   "([{",
		opening2:   "〈《「『【〔〖〘〚",
		closing1:   ")]",
		closing2:   "}、。〉》」』】〕〗〙〛",
		exclaims:   "!?",
		infix:      ",.:;",
		slash:      "/",
		hyphen:     "-",
		quotation:  "'\"",
		breakAfter: "|\u3000",
		space:      " ",
		lineEnd:    "\n",
	} {
		for _, c := range characters {
			table[c>>13][c&0xff] = k
		}
	}
	return table
}()

func kindOf(r rune) kind {
	switch {
	case r < 0x80:
		return kinds[0][r]
	case r >= 0x3000 && r < 0x3100:
		return kinds[1][r&0xff]
	case r >= 0x4e00 && r < 0xa000, r >= 0xac00 && r < 0xd7a4, r == Picture:
		return ideograph
	case r >= 0xc0 && r < 0x250, r >= 0x391 && r < 0x3ca, r >= 0x400 && r < 0x482, r >= 0x48a && r < 0x530:
		return alphabetic
	case r >= 0xff00 && r < 0xff5e:
		return wideKind(r)
	case r == '…':
		return leader
	}
	return unusual
}

// wideKind is the kind of a full-width form of ASCII.
func wideKind(r rune) kind {
	switch r {
	case '！', '？':
		return exclaims
	case '（', '［', '｛':
		return opening2
	case '）', '］', '｝', '，', '．':
		return closing2
	case '：', '；':
		return nonStarter
	}
	switch kinds[0][r-0xff00+' '] {
	case alphabetic, numeric, slash:
		return ideograph
	}
	return unusual
}

// plainBreaker finds where lines may break in a paragraph whose characters all have a kind.
type plainBreaker struct {
	kinds []kind
	was   kind // before the spaces, if there are some, that come before the current character
	// number tells whether we are in a number, and 2 that it was closed, as the segmenter does.
	number uint8
}

// read takes a paragraph, which ends in a line feed or with the text. It tells whether it can be broken here.
func (b *plainBreaker) read(paragraph []rune) bool {
	b.kinds = b.kinds[:0]
	for _, r := range paragraph {
		k := kindOf(r)
		if k == unusual {
			return false
		}
		b.kinds = append(b.kinds, k)
	}
	b.was, b.number = lineEnd, 0
	if len(b.kinds) > 0 {
		b.count(b.kinds[0])
		b.step(b.kinds[0])
	}
	return true
}

// breaks tells whether the line may break before character i. It is asked of one after another, from the second on.
func (b *plainBreaker) breaks(i int) bool {
	k := b.kinds[i]
	counts := b.count(k)
	before, was := b.kinds[i-1], b.was
	b.step(k)
	switch {
	case b.stays(i, was):
		return false
	case k == infix || before == space: // LB15c, LB18
		return true
	case k == alphabetic && before == hyphen && (i == 1 || b.kinds[i-2] == space): // LB20a
		return false
	}
	return !counts && !bound[before][k]
}

// stays tells whether character i stays with what comes before the spaces before it.
func (b *plainBreaker) stays(i int, was kind) bool {
	switch b.kinds[i] {
	case space, lineEnd, closing1, closing2, exclaims, slash: // LB6, LB7, LB13
		return true
	case infix: // LB15d, but for LB15c
		if b.kinds[i-1] != space || i+1 == len(b.kinds) || b.kinds[i+1] != numeric {
			return true
		}
	case nonStarter: // LB16
		if was == closing1 || was == closing2 {
			return true
		}
	}
	return was == opening1 || was == opening2 // LB14
}

func (b *plainBreaker) step(k kind) {
	if k != space {
		b.was = k
	}
}

// count tells whether k goes on with a number.
func (b *plainBreaker) count(k kind) bool {
	in := b.number == 1
	switch {
	case in && (k == numeric || k == slash || k == infix):
		return true
	case in && (k == closing1 || k == closing2):
		b.number = 2
		return true
	case b.number == 0 && k == numeric:
		b.number = 1
	default:
		b.number = 0
	}
	return false
}

// bound tells which neighbours no line break parts.
var bound = func() (table [lineEnd + 1][lineEnd + 1]bool) {
	for k := range table {
		for _, after := range []kind{quotation, breakAfter, hyphen, nonStarter, leader} { // LB19, LB21, LB22
			table[k][after] = true
		}
		table[quotation][k] = true // LB19
	}
	for _, pair := range [][2]kind{
		{alphabetic, alphabetic}, {alphabetic, numeric}, {numeric, alphabetic}, // LB23, LB28
		{numeric, numeric}, {hyphen, numeric}, {infix, numeric}, {infix, alphabetic}, // LB25, LB29
		{alphabetic, opening1}, {numeric, opening1}, {closing1, alphabetic}, {closing1, numeric}, // LB30
	} {
		table[pair[0]][pair[1]] = true
	}
	return table
}()
