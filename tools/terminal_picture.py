#!/usr/bin/env python3
# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
"""Coloured terminal output on standard input, an SVG picture of it on standard output.

The pictures of docs/pictures are made with it, so that they show what the program really prints:

    COLUMNS=80 milepost -C examples/tour --today 2026-01-15 --color always \\
      | tools/terminal_picture.py 'milepost' > docs/pictures/dashboard.svg
"""
import re
import sys
from html import escape

CELL_WIDTH, LINE_HEIGHT, MARGIN = 8.4, 19, 18
BACKGROUND, PLAIN, DIM = "#16181d", "#d7dae0", "#7d8590"
COLOURS = {31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 34: "#79c0ff", 35: "#d2a8ff", 36: "#56d4dd"}
CODE = re.compile(r"\x1b\[([0-9;]*)m")
BAR, TRACK = "━", "╌"


def runs_of(line):
    """The line as (column, text, colour, is_bold), cut where the style or the kind of character changes."""
    colour, bold, column = PLAIN, False, 0
    for index, part in enumerate(CODE.split(line)):
        if index % 2 == 0:
            for text in re.findall(f"{BAR}+|{TRACK}+|[^{BAR}{TRACK}]+", part):
                yield column, text, colour, bold
                column += len(text)
            continue
        for code in (int(word or 0) for word in part.split(";")):
            if code == 0:
                colour, bold = PLAIN, False
            elif code == 1:
                bold = True
            elif code == 2:
                colour = DIM
            else:
                colour = COLOURS.get(code, colour)


def drawn(run, row):
    column, text, colour, bold = run
    x, top = MARGIN + column * CELL_WIDTH, MARGIN + row * LINE_HEIGHT
    middle = top + LINE_HEIGHT / 2
    width = len(text) * CELL_WIDTH
    if text[0] in (BAR, TRACK):
        height = 5 if text[0] == BAR else 1.5
        return f'<rect x="{x:.1f}" y="{middle - height / 2:.1f}" width="{width:.1f}" height="{height}" fill="{colour}"/>'
    if not text.strip():
        return ""
    weight = ' font-weight="bold"' if bold else ""
    return (f'<text x="{x:.1f}" y="{top + 14}" fill="{colour}"{weight} textLength="{width:.1f}" '
            f'lengthAdjust="spacingAndGlyphs" xml:space="preserve">{escape(text)}</text>')


def main():
    lines = [f"\x1b[2m$\x1b[0m {sys.argv[1]}"] if len(sys.argv) > 1 else []
    lines += sys.stdin.read().rstrip("\n").split("\n")
    columns = max(len(CODE.sub("", line)) for line in lines)
    width = 2 * MARGIN + columns * CELL_WIDTH
    height = 2 * MARGIN + len(lines) * LINE_HEIGHT
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" '
          f'height="{height}" font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" '
          f'font-size="14">')
    print(f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>')
    for row, line in enumerate(lines):
        for run in runs_of(line):
            if picture := drawn(run, row):
                print(picture)
    print("</svg>")


main()
