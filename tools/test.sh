# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
#
# Running the tests of a preset, and saying honestly what ran and what did not.

# Reads the run log (tests/support/run_log.h) and prints the counts and each skipped case with its reason.
print_run_log() {
  awk -F'\t' '
    $1 == "cases" { passed += $3; failed += $4; programs++ }
    $1 == "skipped" { skipped[++count] = "  " $2 ": " $3 "\n      " $4 }
    END {
      printf "%d cases passed, %d failed, %d skipped, in %d test programs.\n", passed, failed, count, programs
      if (count) print "Skipped:"
      for (i = 1; i <= count; i++) print skipped[i]
    }' "$1"
}

# test_preset PRESET [CTEST-ARGUMENT...]
test_preset() {
  local preset="$1" status=0
  local log="$ROOT/build/$preset/run.log"
  shift
  : >"$log"
  MILEPOST_RUN_LOG="$log" ctest --test-dir "$ROOT/build/$preset" --output-on-failure --no-tests=error \
    --parallel "$(nproc)" "$@" || status=$?
  echo
  print_run_log "$log"
  if [[ $status == 0 ]]; then
    echo "dev: the tests of the preset '$preset' passed."
  else
    echo "dev: the tests of the preset '$preset' FAILED; the list is above." >&2
  fi
  return $status
}

run_tests() {
  local filter=()
  [[ $# == 0 ]] || filter=(--tests-regex "$1")
  ensure_packages test
  ensure_checkers
  build_preset test
  test_preset test "${filter[@]}"
}
