#!/usr/bin/env bash
# Makes assets/twemoji/twemoji.zip from a release of Twemoji, the emoji Misskey's
# web client shows, with npm and Python. Each drawing can be read by itself.
set -euo pipefail
cd "$(dirname "$0")/../assets/twemoji"

release=@discordapp/twemoji@16.0.1
sum=8af227ed1243e65d12582850ff94f287f9d2cb0d

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "$release" >/dev/null && echo "$sum  $(ls -- *.tgz)" | sha1sum --check --quiet && tar -xzf ./*.tgz)

python3 - "$work/package/dist/svg" <<'PYTHON'
import pathlib, sys, zipfile

with zipfile.ZipFile("twemoji.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
    for drawing in sorted(pathlib.Path(sys.argv[1]).glob("*.svg")):
        entry = zipfile.ZipInfo(drawing.name, (1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        out.writestr(entry, drawing.read_bytes())
PYTHON
ls -l
