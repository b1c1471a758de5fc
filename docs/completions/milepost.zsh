#compdef milepost
# zsh completion for milepost; load it with: source <(milepost completion zsh)
_milepost() {
  local line value
  local -a entries
  for line in "${(@f)$(milepost __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    value="${line%%$'\t'*}"
    case "$value" in
      '') ;;
      :files) _files ;;
      :directories) _files -/ ;;
      *) entries+=("${value//:/\\:}:${line#*$'\t'}") ;;
    esac
  done
  (( ${#entries} )) && _describe 'milepost' entries
}
if [ "$funcstack[1]" = "_milepost" ]; then _milepost "$@"; else compdef _milepost milepost; fi
