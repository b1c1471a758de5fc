# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
#
# Configuring and building a preset.

# The path of the built program.
binary() {
  echo "$ROOT/build/$1/bin/milepost"
}

# Runs a command quietly: its output is shown only when it fails.
quietly() {
  local log status=0
  log="$(mktemp)"
  "$@" >"$log" 2>&1 || status=$?
  [[ $status == 0 ]] || cat "$log" >&2
  rm -f "$log"
  return $status
}

# build_preset PRESET [TARGET...]: progress goes to standard error, so that `./dev run --json | jq` works.
build_preset() {
  local preset="$1" targets=()
  shift
  [[ $# == 0 ]] || targets=(--target "$@")
  cd "$ROOT"
  echo "dev: building $preset" >&2
  quietly cmake --preset "$preset" || fail "configuring the preset '$preset' failed"
  cmake --build "build/$preset" "${targets[@]}" >&2 || fail "building the preset '$preset' failed"
}

build_command() {
  local preset="${1:-release}"
  shift || true
  case "$preset" in
    release) ;;
    dev | tidy | fuzz | coverage | bench) ensure_packages dev ;;
    *) ensure_packages test ;;
  esac
  build_preset "$preset" "$@"
}
