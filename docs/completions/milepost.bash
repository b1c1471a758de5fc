# bash completion for milepost; load it with: source <(milepost completion bash)
_milepost() {
  local IFS=$'\n' line value
  local current="${COMP_WORDS[COMP_CWORD]}"
  # bash takes '=' and ':' for ends of words; put the word together again.
  local words=("${COMP_WORDS[@]:1:COMP_CWORD}")
  COMPREPLY=()
  for line in $(milepost __complete -- "${words[@]}" 2>/dev/null); do
    value="${line%%$'\t'*}"
    case "$value" in
      :files) COMPREPLY+=($(compgen -f -- "$current")) ;;
      :directories) COMPREPLY+=($(compgen -d -- "$current")) ;;
      *) COMPREPLY+=("$value") ;;
    esac
  done
  if [ ${#COMPREPLY[@]} -eq 1 ] && [ "${COMPREPLY[0]: -1}" = "," ]; then compopt -o nospace; fi
}
complete -F _milepost milepost
