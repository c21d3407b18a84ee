#!/usr/bin/env bash
# Makes assets/icons/*.svg from the drawings in assets/icons/strokes.
#
# The drawings are strokes, pleasant to edit; Fyne's themed resources recolour
# fills only. So each drawing becomes one filled path (needs Inkscape 1.2).
set -euo pipefail
cd "$(dirname "$0")/../assets/icons"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rm -f ./*.svg
for drawing in strokes/*.svg; do
	name=$(basename "$drawing")
	inkscape --actions="select-all;object-stroke-to-path;path-union" \
		--export-plain-svg -o "$work/$name" "$drawing" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
	# Three decimals are a tenth of a pixel at eight times the drawn size.
	outline=$(grep -oE '^ *d="[^"]+"' "$work/$name" | sed -E 's/^ *d="(.*) *"$/\1/; s/([0-9]\.[0-9]{3})[0-9]+/\1/g; s/ $//')
	[ "$(wc -l <<<"$outline")" = 1 ] || { echo "$drawing: not a single outline" >&2; exit 1; }
	printf '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">\n  <path d="%s"/>\n</svg>\n' "$outline" >"$name"
done
