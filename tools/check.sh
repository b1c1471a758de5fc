# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
#
# What a change must pass. Each step runs even when one before it failed, so that one run shows everything.

our_sources() {
  git -C "$ROOT" ls-files --cached --others --exclude-standard -- 'src/*.h' 'src/*.cc' 'tests/*.h' 'tests/*.cc'
}

# Sources that differ from the main branch, or from the last commit when this is the main branch.
changed_sources() {
  local base
  base="$(git -C "$ROOT" merge-base HEAD origin/main 2>/dev/null || git -C "$ROOT" merge-base HEAD main 2>/dev/null || true)"
  [[ -n "$base" && "$base" != "$(git -C "$ROOT" rev-parse HEAD)" ]] || base=HEAD~1
  { git -C "$ROOT" diff --name-only --diff-filter=d "$base" -- 'src/*.cc' 'tests/*.cc' &&
    git -C "$ROOT" ls-files --others --exclude-standard -- 'src/*.cc' 'tests/*.cc'; } | sort -u
}

check_format() {
  our_sources | (cd "$ROOT" && xargs --no-run-if-empty clang-format-19 --dry-run -Werror)
}

check_tidy() {
  local files
  files="$(changed_sources)"
  [[ -n "$files" ]] || { echo "no changed source"; return; }
  quietly cmake --preset tidy || return
  # Generated headers must exist before a file that includes one can be read.
  quietly cmake --build build/tidy --target milepost_generated || return
  xargs --no-run-if-empty -P "$(nproc)" -n 1 clang-tidy-19 -p build/tidy --quiet <<<"$files"
}

check_sanitized() {
  build_preset dev && cmake --build build/dev --target all_verify_interface_header_sets && test_preset dev
}

check_docs() {
  build_preset release && "$(binary release)" docs generate --check
}

run_check() {
  local step failed=()
  ensure_packages dev
  ensure_checkers
  cd "$ROOT"
  for step in format tidy tests sanitized docs; do
    echo "== $step"
    case "$step" in
      tests) (build_preset test && test_preset test) ;;
      *) ("check_$step") ;;
    esac || failed+=("$step")
  done
  [[ ${#failed[@]} == 0 ]] || fail "these checks failed: ${failed[*]}"
  echo "dev: all checks passed."
}
