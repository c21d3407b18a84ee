#!/usr/bin/env bash
# Makes assets/fonts from fonts of Debian's with fonttools.
#
# One face for Latin, kana, kanji and Hangul keeps baselines even and bold bold
# within a line. The whole collection has 65,535 glyphs and weighs 19 MB a
# weight; what is kept is what Japanese and Korean writing needs, with Latin,
# Greek, Cyrillic and symbols as far as the font has them. Other characters
# come from Fyne's own fonts, then from those of the system.
#
# Less is kept in the faces that text is seldom set in: slanted, with serifs, by
# hand, for show and for mathematics. What they have not stands in the text face.
set -euo pipefail
cd "$(dirname "$0")/../assets/fonts"

noto=/usr/share/fonts/opentype/noto
dancing=/usr/share/fonts/opentype/dancingscript/DancingScript-Bold.otf
reggae=/usr/share/fonts/truetype/reggae/ReggaeOne-Regular.ttf
latin_modern=/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf
doc=/usr/share/doc
for need in "$noto"/Noto{Sans,Serif}CJK-Regular.ttc "$noto/NotoSansCJK-Bold.ttc" "$dancing" "$reggae" "$latin_modern" \
	"$doc"/fonts-{noto-cjk,dancingscript,reggae,lmodern}/copyright; do
	[ -e "$need" ] || {
		echo "$need is missing: install fonts-noto-cjk fonts-dancingscript fonts-reggae fonts-lmodern" >&2
		exit 1
	}
done
command -v pyftsubset >/dev/null || { echo "pyftsubset is missing: install fonttools" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Characters of JIS X 0213 (which holds JIS X 0208 and all joyo and jinmeiyo
# kanji), of Windows' Japanese code page (the 髙 and 﨑 of names), and of KS X
# 1001 (everyday Hangul and hanja); and one kanji of names that none of them has.
/usr/bin/python3 - >"$work/characters" <<'PYTHON'
def show(code, encoding):
    try:
        for character in code.decode(encoding):
            print(f"U+{ord(character):04X}")
    except UnicodeDecodeError:
        pass

cells = range(0xA1, 0xFF)
second_plane = [1, 3, 4, 5, 8, 12, 13, 14, 15, *range(78, 95)]  # the other rows are JIS X 0212
for cell in cells:
    for row in cells:
        show(bytes((row, cell)), "euc_jis_2004")
        show(bytes((row, cell)), "euc_kr")
    for row in second_plane:
        show(bytes((0x8F, 0xA0 + row, cell)), "euc_jis_2004")
for row in [0x87, *range(0xED, 0xEF), *range(0xFA, 0xFD)]:
    for cell in range(0x40, 0xFD):
        show(bytes((row, cell)), "cp932")
print("U+20BB7")
PYTHON

common=U+0020-007E,U+00A0-024F,U+02B0-036F,U+0370-052F,U+1E00-1EFF   # Latin, Greek, Cyrillic
common+=,U+2000-206F,U+2070-209F,U+20A0-20CF,U+2100-218F             # punctuation, currency, letterlike
common+=,U+2190-22FF,U+2300-23FF,U+2460-27BF,U+2900-2BFF             # arrows, mathematics, boxes, shapes
common+=,U+3000-30FF,U+31F0-31FF,U+3200-33FF,U+FE30-FE4F,U+FF00-FFEF # kana, enclosed, wide and half-wide
common+=,U+3130-318F,U+FFFC-FFFD
hangul=U+AC00-D7A3

subset() { # collection, face in it, code points, output
	pyftsubset "$noto/$1" --font-number="$2" --unicodes="$3" --unicodes-file="$work/characters" \
		--layout-features=kern,ccmp,mark,mkmk --no-hinting --name-IDs='*' --notdef-outline \
		--drop-tables+=vhea,vmtx,VORG,BASE,DSIG --output-file="$4"
}
subset NotoSansCJK-Regular.ttc 0 "$common,$hangul" NotoSansCJKjp-Regular.otf
subset NotoSansCJK-Bold.ttc 0 "$common,$hangul" NotoSansCJKjp-Bold.otf
subset NotoSansCJK-Regular.ttc 5 "$common" NotoSansMonoCJKjp-Regular.otf

# Characters of the lesser faces: everyday kanji (JIS X 0208's first level) and
# everyday Hangul with what Latin, Greek and Cyrillic writing needs, or the
# latter alone.
latin=U+0020-007E,U+00A0-024F,U+0300-036F,U+0370-03FF,U+0400-04FF,U+1E00-1EFF
latin+=,U+2000-206F,U+20A0-20BF,U+2100-214F,U+2190-22FF
echo "$latin" >"$work/latin"
echo "$latin,U+2300-23FF,U+25A0-25FF,U+27C0-27EF,U+2980-2AFF,U+1D400-1D7FF" >"$work/mathematics"
/usr/bin/python3 - >"$work/everyday" <<'PYTHON'
for cell in range(0xA1, 0xFF):
    for rows, encoding in ((range(0xA1, 0xD0), "euc_jp"), (range(0xB0, 0xC9), "euc_kr")):
        for row in rows:
            try:
                print(f"U+{ord(bytes((row, cell)).decode(encoding)):04X}")
            except UnicodeDecodeError:
                pass
PYTHON
echo "$latin,U+02B0-02FF,U+2070-209F,U+2150-218F,U+2460-24FF,U+25A0-26FF,U+3000-30FF,U+3130-318F,U+31F0-31FF,U+FF00-FFEF" \
	>>"$work/everyday"

cut() { /usr/bin/python3 ../../.ci/cutfont.py "$@"; }
slanted=(--characters "$work/everyday" --slant 0.23) # 13 degrees, as browsers slant what has no italics
cut "$noto/NotoSansCJK-Regular.ttc" Oblique.otf --name "Mejiro Oblique" "${slanted[@]}"
cut "$noto/NotoSansCJK-Bold.ttc" BoldOblique.otf --name "Mejiro Bold Oblique" "${slanted[@]}"
cut "$noto/NotoSerifCJK-Regular.ttc" Serif.otf --name "Mejiro Serif" --characters "$work/everyday"
cut "$dancing" Cursive.otf --name "Mejiro Cursive" --characters "$work/latin" --enlarge 1.15
cut "$reggae" Fantasy.ttf --name "Mejiro Fantasy" --characters "$work/latin"
cut "$latin_modern" Math.otf --name "Mejiro Math" --characters "$work/mathematics"

# The texts of the licences, each below what it is for.
{
	echo "Cut down, and in part slanted or enlarged, by .ci/fonts.sh from:"
	echo
	echo "NotoSansCJKjp-*.otf, NotoSansMonoCJKjp-Regular.otf, Oblique.otf, BoldOblique.otf, Serif.otf:"
	echo "Noto Sans CJK JP, Noto Sans Mono CJK JP and Noto Serif CJK JP."
	echo "Copyright 2014-2021 Adobe (http://www.adobe.com/). Noto is a trademark of Google Inc."
	echo
	echo "Cursive.otf: Dancing Script."
	echo "Copyright (c) 2010, Pablo Impallari (www.impallari.com|impallari@gmail.com),"
	echo "Copyright (c) 2010, Igino Marini. (www.ikern.com|mail@iginomarini.com),"
	echo "with Reserved Font Name Dancing Script."
	echo
	echo "Fantasy.ttf: Reggae One."
	echo "Copyright 2020 The Reggae Project Authors (https://github.com/fontworks-fonts/Reggae/)"
	echo
	sed -n '/^License: SIL-1.1$/,/^$/{s/^ \.$//; s/^ //; /^License:/d; p}' "$doc/fonts-noto-cjk/copyright" |
		sed '/SIL OPEN FONT LICENSE/,$!d' | sed '1i -----------------------------------------------------------'
} >OFL.txt
{
	echo "Math.otf: cut down by .ci/fonts.sh from Latin Modern Math, which is to be had from"
	echo "http://www.gust.org.pl/projects/e-foundry/lm-math and as Debian's fonts-lmodern."
	echo "Copyright 2012-2014 for the Latin Modern math extensions by B. Jackowski,"
	echo "P. Strzelczyk and P. Pianowski (on behalf of TeX Users Groups)."
	echo
	sed '1,/^% This is version .* of the GUST Font License/{/^% This is version/!d}' "$doc/fonts-lmodern/copyright" | sed -n '/^%/!q;p'
} >GUST-FONT-LICENSE.txt
ls -l
