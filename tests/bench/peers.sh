#!/usr/bin/env bash
# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
#
# Measures Backlog.md (npm: backlog.md) beside milepost: the same number of milestones, each program on its own format.
# Skips with a clear word when `backlog` is not installed; installs nothing.
#
#   peers.sh [BUILD_FOLDER] [COUNT]     default: build/bench 10000
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(realpath "${1:-$here/build/bench}")
count=${2:-10000}
milepost=${MILEPOST:-$build/bin/milepost}

if ! command -v backlog >/dev/null; then
  echo "peers: SKIPPED, the program 'backlog' (npm package backlog.md) is not on PATH" >&2
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME="$work/cache" NO_COLOR=1

"$build/bin/make_tree" "$work/ours" --count "$count" --truth "$work/truth.jsonl" >/dev/null
mkdir -p "$work/theirs/backlog/tasks"
printf '%s\n' 'project_name: "bench"' 'default_status: "To Do"' 'statuses: ["To Do", "In Progress", "Done"]' \
  'labels: []' 'date_format: yyyy-mm-dd' 'remote_operations: false' 'auto_commit: false' \
  'check_active_branches: false' 'auto_open_browser: false' >"$work/theirs/backlog/config.yml"

# One task file of theirs for each document of ours, with the body that ours has.
number=0
while IFS= read -r path; do
  number=$((number + 1))
  {
    printf -- '---\nid: task-%s\ntitle: Milestone %s\nstatus: To Do\nassignee: []\n' "$number" "$number"
    printf "created_date: '2024-01-01 10:00'\nlabels: []\ndependencies: []\n---\n\n## Description\n\n"
    sed '1,/^# /d' "$path"
  } >"$work/theirs/backlog/tasks/task-$number - Milestone-$number.md"
done < <(find "$work/ours" -name '*.md' | sort)
git -C "$work/theirs" init -q

printf '### milepost, %s documents\n\n' "$count"
"$build/bin/compare" --rounds 5 --directory "$work/ours" "list --json, no cache=$milepost list --json --no-cache" \
  "list --json, valid cache=$milepost list --json"
printf '\n### Backlog.md, %s tasks\n\n' "$count"
"$build/bin/compare" --rounds 2 --directory "$work/theirs" "task list --plain=backlog task list --plain"
