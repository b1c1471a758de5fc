# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
#
# Running fuzzers. New inputs stay under build/; an input that crashes is written to tests/fuzz/corpus/NAME, where the
# tests replay it from then on.

run_fuzzer() {
  local name="$1" seconds="$2" program="$3"
  local seeds="$ROOT/tests/fuzz/corpus/$name" found="$ROOT/build/fuzz/corpus/$name"
  mkdir -p "$seeds" "$found"
  echo "== fuzzing $name for $seconds s"
  # Five seconds for one input of at most 64 KiB is far from linear time, so it counts as a hang.
  "$program" -max_total_time="$seconds" -max_len=65536 -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$seeds/" "$found" "$seeds"
}

# run_fuzzers [NAME] [SECONDS]
run_fuzzers() {
  local wanted="" seconds=60 program name failed=() count=0
  [[ "${1:-}" =~ ^[0-9]+$ ]] || { wanted="${1:-}"; shift || true; }
  [[ $# == 0 ]] || seconds="$1"
  [[ "$seconds" =~ ^[1-9][0-9]*$ ]] || fail "the time must be a whole number of seconds, not '$seconds'"
  ensure_packages dev
  build_preset fuzz milepost_fuzzers
  while read -r program; do
    name="${program##*/fuzz_}"
    [[ -z "$wanted" || "$name" == "$wanted" ]] || continue
    count=$((count + 1))
    run_fuzzer "$name" "$seconds" "$program" || failed+=("$name")
  done < <(find "$ROOT/build/fuzz/bin" -type f -name 'fuzz_*' -executable | sort)
  [[ $count != 0 ]] || fail "there is no fuzzer named '${wanted:-anything}'"
  [[ ${#failed[@]} == 0 ]] || fail "these fuzzers found something: ${failed[*]}"
}
