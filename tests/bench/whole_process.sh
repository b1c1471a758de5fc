#!/usr/bin/env bash
# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
#
# Measures the whole program beside ripgrep on the same tree, in one run, and prints a Markdown table for each size.
# Nothing is installed and nothing outside a temporary folder is written. Installed programs it needs: rg.
#
#   whole_process.sh [BUILD_FOLDER] [COUNT...]     default: build/bench, 1000 10000
#
#   MILEPOST_BENCH_TREE=DIR   measure on this tree instead of made-up ones
#   MILEPOST_BENCH_ROUNDS=N   rounds of each comparison (default 9)
#   MILEPOST_BENCH_TRUTH=F    truth file of that tree: its answer is checked as well
#   MILEPOST_BENCH_UNSTATED=  DIALECT.FIELD that the truth file knows and the documents do not state, blank between
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(realpath "${1:-$here/build/bench}")
shift || true
counts=("$@")
[ ${#counts[@]} -gt 0 ] || counts=(1000 10000)
rounds=${MILEPOST_BENCH_ROUNDS:-9}
milepost=${MILEPOST:-$build/bin/milepost}

for program in "$milepost" "$build/bin/make_tree" "$build/bin/check_truth" "$build/bin/compare"; do
  if [ ! -x "$program" ]; then
    echo "whole_process: $program is missing; run ./dev bench" >&2
    exit 2
  fi
done
if ! command -v rg >/dev/null; then
  echo "whole_process: ripgrep (rg) is the yardstick and is not installed" >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" NO_COLOR=1

# measure TREE TITLE
measure() {
  local tree=$1 title=$2
  rm -rf "$XDG_CACHE_HOME"
  printf '### %s\n\n' "$title"
  "$build/bin/compare" --rounds "$rounds" --directory "$tree" \
    "rg -c '^status:'=rg --hidden -c ^status: ." \
    "list --json, no cache=$milepost list --json --no-cache" \
    "list --json, cached=$milepost list --json" \
    "list --all --json, no cache=$milepost list --all --json --no-cache" \
    "--version=$milepost --version"
  printf '\n'
}

# check TREE TRUTH
check() {
  (cd "$1" && "$milepost" list --all --json --no-cache) >"$work/answer.json"
  local field unstated=()
  for field in ${MILEPOST_BENCH_UNSTATED:-}; do unstated+=(--unstated "$field"); done
  "$build/bin/check_truth" "$2" "$work/answer.json" "${unstated[@]}"
  printf '\n'
}

printf 'machine: %s cores, load %s\n\n' "$(nproc)" "$(cut -d' ' -f1-3 /proc/loadavg)"
if [ -n "${MILEPOST_BENCH_TREE:-}" ]; then
  measure "$MILEPOST_BENCH_TREE" "${MILEPOST_BENCH_TREE##*/}"
  if [ -n "${MILEPOST_BENCH_TRUTH:-}" ]; then check "$MILEPOST_BENCH_TREE" "$MILEPOST_BENCH_TRUTH"; fi
  exit 0
fi
failed=0
for count in "${counts[@]}"; do
  "$build/bin/make_tree" "$work/tree" --count "$count" --truth "$work/truth.jsonl" >/dev/null
  measure "$work/tree" "$count documents"
  check "$work/tree" "$work/truth.jsonl" || failed=1
  rm -rf "$work/tree"
done
exit "$failed"
