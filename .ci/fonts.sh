#!/usr/bin/env bash
# Makes assets/fonts from Debian's fonts-noto-cjk with fonttools' pyftsubset.
#
# One face for Latin, kana, kanji and Hangul keeps baselines even and bold bold
# within a line. The whole collection has 65,535 glyphs and weighs 19 MB a
# weight; what is kept is what Japanese and Korean writing needs, with Latin,
# Greek, Cyrillic and symbols as far as the font has them. Other characters
# come from Fyne's own fonts, then from those of the system.
set -euo pipefail
cd "$(dirname "$0")/../assets/fonts"

noto=/usr/share/fonts/opentype/noto
copyright=/usr/share/doc/fonts-noto-cjk/copyright
for need in "$noto/NotoSansCJK-Regular.ttc" "$noto/NotoSansCJK-Bold.ttc" "$copyright"; do
	[ -e "$need" ] || { echo "$need is missing: install fonts-noto-cjk" >&2; exit 1; }
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

{
	echo "Noto Sans CJK JP and Noto Sans Mono CJK JP, cut down by .ci/fonts.sh."
	echo "Copyright 2014-2021 Adobe (http://www.adobe.com/). Noto is a trademark of Google Inc."
	echo
	sed -n '/^License: SIL-1.1$/,/^$/{s/^ \.$//; s/^ //; /^License:/d; p}' "$copyright" | sed '/SIL OPEN FONT LICENSE/,$!d' | sed '1i -----------------------------------------------------------'
} >OFL.txt
ls -l
