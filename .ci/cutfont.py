#!/usr/bin/python3
"""Cuts a face for one kind of text out of an OpenType font, for fonts.sh.

It keeps the characters that are asked for, may slant and enlarge them, and
gives the face the line of Noto Sans CJK, so that faces share baselines and
lines. The cut has a name of its own, as the licence of some fonts asks.
"""

import argparse

from fontTools import subset
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib.scaleUpem import scale_upem

EM, ASCENT, DESCENT = 1000, 1160, -288  # of Noto Sans CJK


def fitting(font, characters):
    """Gives the characters that do not reach beyond the line, where they would be cut off."""
    glyphs, names, unit = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm / EM
    for character in characters:
        if character in names:
            pen = BoundsPen(glyphs)
            glyphs[names[character]].draw(pen)
            if not pen.bounds or pen.bounds[1] >= DESCENT * unit and pen.bounds[3] <= ASCENT * unit:
                yield character


def keep(font, characters, slanted):
    options = subset.Options(layout_features=["kern", "ccmp", "mark", "mkmk"], hinting=False)
    options.desubroutinize = slanted
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG", "MATH"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def enlarge(font, factor):
    scale_upem(font, round(EM * factor))
    font["head"].unitsPerEm = EM


def slant(font, lean):
    """Slants the outlines around the baseline; advance widths stay."""
    top = font["CFF "].cff.topDictIndex[0]
    strings, glyphs = top.CharStrings, font.getGlyphSet()
    for name in font.getGlyphOrder():
        old = strings[name]
        old.decompile()
        advance = font["hmtx"][name][0]
        width = None if advance == old.private.defaultWidthX else advance - old.private.nominalWidthX
        pen = T2CharStringPen(width, glyphs)
        glyphs[name].draw(TransformPen(pen, Transform(1, 0, lean, 1, 0, 0)))
        strings[name] = pen.getCharString(private=old.private, globalSubrs=old.globalSubrs)
    font["hhea"].caretSlopeRise, font["hhea"].caretSlopeRun = EM, round(EM * lean)


def align(font):
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ASCENT, DESCENT, 0
    os2 = font["OS/2"]
    os2.usWinAscent, os2.usWinDescent = ASCENT, -DESCENT
    os2.fsSelection &= ~(1 << 7)  # the line of hhea counts


def rename(font, name):
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 16):
            record.string = name
        elif record.nameID == 6:
            record.string = name.replace(" ", "")
    if "CFF " in font:
        font["CFF "].cff.fontNames = [name.replace(" ", "")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("font")
    parser.add_argument("output")
    parser.add_argument("--number", type=int, default=0, help="of the face in a collection")
    parser.add_argument("--characters", required=True, help="file of U+ code points and ranges")
    parser.add_argument("--name", required=True)
    parser.add_argument("--slant", type=float, default=0, help="shift to the right for each unit up")
    parser.add_argument("--enlarge", type=float, default=1)
    a = parser.parse_args()
    with open(a.characters, encoding="ascii") as file:
        characters = subset.parse_unicodes(file.read())
    font = subset.load_font(a.font, subset.Options(font_number=a.number))
    keep(font, list(fitting(font, characters)), a.slant != 0)
    if a.enlarge != 1 or font["head"].unitsPerEm != EM:
        enlarge(font, a.enlarge)
    if a.slant:
        slant(font, a.slant)
    align(font)
    rename(font, a.name)
    font.save(a.output)


main()
