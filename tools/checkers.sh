# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
#
# Installs the programs of others that read our output in the tests and that only npm has (tests/formats/package.json),
# below build/ and once. Without npm or a network the tests that need them are skipped and say so; nothing fails here.

ensure_checkers() {
  local folder="$ROOT/build/checkers" wanted="$ROOT/tests/formats/package.json"
  cmp --quiet "$wanted" "$folder/installed.json" && return
  command -v npm >/dev/null || return 0
  mkdir -p "$folder"
  cp "$wanted" "$folder/package.json"
  echo "dev: installing what reads our output in the tests (npm)" >&2
  # Scripts of packages are not run.
  if (cd "$folder" && timeout 300 npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error) \
    >"$folder/install.log" 2>&1; then
    chmod -f u+x "$folder"/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool || true
    cp "$wanted" "$folder/installed.json"
  else
    echo "dev: npm could not install it; see $folder/install.log" >&2
  fi
}
