# SPDX-FileCopyrightText: the milepost authors
# SPDX-License-Identifier: MIT
#
# Installs what is missing. Nothing is asked of the network when everything is there.

fail() {
  echo "dev: $*" >&2
  exit 1
}

# The packages of a group and of the groups before it in cmake/packages.txt, one a line.
packages_of() {
  local group="$1" current="" line
  grep -q "^\[$group\]$" "$ROOT/cmake/packages.txt" || fail "cmake/packages.txt has no group '$group'"
  while read -r line; do
    case "$line" in
      '' | '#'*) ;;
      '['*)
        [[ "$current" == "[$group]" ]] && return
        current="$line"
        ;;
      *) echo "$line" ;;
    esac
  done <"$ROOT/cmake/packages.txt"
}

# Those of the packages named on standard input that dpkg does not know as installed.
missing_of() {
  local package state
  while read -r package; do
    state="$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)"
    [[ "$state" == installed ]] || echo "$package"
  done
}

is_debian_12() {
  [[ -r /etc/os-release ]] && (source /etc/os-release && [[ "${ID:-}" == debian && "${VERSION_ID:-}" == 12 ]]) &&
    command -v apt-get dpkg-query >/dev/null
}

# Runs a command as root. The caller has made sure that this is possible.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  else
    sudo "$@"
  fi
}

refuse_to_install() {
  echo "dev: $1" >&2
  echo "These packages (by their Debian 12 names) are needed:" >&2
  echo >&2
  fold -s -w 100 <<<"  ${2//$'\n'/ }" >&2
  echo >&2
  echo "Install them, then run the command again with MILEPOST_SKIP_PACKAGES=1." >&2
  exit 1
}

# ensure_packages GROUP: returns when every package of the group is installed, else ends the program.
ensure_packages() {
  local all missing
  [[ "${MILEPOST_SKIP_PACKAGES:-}" == 1 ]] && return
  all="$(packages_of "$1")"
  is_debian_12 || refuse_to_install "this is not Debian 12, so nothing is installed for you." "$all"
  missing="$(missing_of <<<"$all")"
  [[ -z "$missing" ]] && return
  if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
    refuse_to_install "packages are missing, and there is neither root nor sudo to install them." "$missing"
  fi
  echo "dev: installing: ${missing//$'\n'/ }" >&2
  # Only names of our own list are here, so splitting at blanks is right.
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >&2 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $missing >&2 ||
    refuse_to_install "apt-get could not install what is missing." "$missing"
}
