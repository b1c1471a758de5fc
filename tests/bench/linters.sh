#!/usr/bin/env bash
# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
#
# Measures `milepost check` beside markdownlint-cli2 (npm) on the same tree, and what a check of a change costs beside a
# cached list. Skips the first part with a clear word when markdownlint-cli2 is not installed; installs nothing.
#
#   linters.sh [BUILD_FOLDER] [COUNT]     default: build/bench 10000
#
#   MILEPOST_BENCH_TREE=DIR   measure on a copy of this tree instead of a made-up one
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(realpath "${1:-$here/build/bench}")
count=${2:-10000}
milepost=${MILEPOST:-$build/bin/milepost}
compare=$build/bin/compare

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" NO_COLOR=1
export GIT_AUTHOR_NAME=bench GIT_AUTHOR_EMAIL=bench@example.org GIT_COMMITTER_NAME=bench \
  GIT_COMMITTER_EMAIL=bench@example.org

if [ -n "${MILEPOST_BENCH_TREE:-}" ]; then
  cp -r "$MILEPOST_BENCH_TREE" "$work/tree"
else
  "$build/bin/make_tree" "$work/tree" --count "$count" --truth "$work/truth.jsonl" >/dev/null
fi

if command -v markdownlint-cli2 >/dev/null; then
  printf '### check beside markdownlint-cli2\n\n'
  # Findings make both end with 1, which is no failure here.
  "$compare" --rounds 3 --directory "$work/tree" \
    "milepost check=sh -c '$milepost check --no-cache --format short >/dev/null || true'" \
    "markdownlint-cli2=sh -c 'markdownlint-cli2 \"**/*.md\" \"**/.*/**/*.md\" >/dev/null 2>&1 || true'"
else
  echo "linters: SKIPPED markdownlint-cli2, it (npm package markdownlint-cli2) is not on PATH" >&2
fi

# Ten documents of the tree are changed.
rm -rf "$work/tree/.git"
git -C "$work/tree" init -q -b main
git -C "$work/tree" add .
git -C "$work/tree" commit -q -m "the tree"
find "$work/tree" -name '*.md' | sort | awk 'NR % 37 == 0' | head -10 | while IFS= read -r path; do
  printf '\nOne more line.\n' >>"$path"
done
printf '\n### ten of the documents changed\n\n'
"$compare" --rounds 9 --directory "$work/tree" \
  "list --json, valid cache=$milepost list --json" \
  "check --changed-since HEAD=sh -c '$milepost check --changed-since HEAD --format short || true'" \
  "check, everything=sh -c '$milepost check --format short >/dev/null || true'"
