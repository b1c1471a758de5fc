// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/completion.h"

#include <array>
#include <utility>

#include "operations/arguments.h"
#include "operations/envelope.h"

namespace milepost {
namespace {

// Each line of the answer is "value<TAB>description". Files and folders are the shell's own business: the answer for
// them is one line ":files" or ":directories".
constexpr std::string_view kBash = R"sh(# bash completion for milepost; load it with: source <(milepost completion bash)
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
)sh";

constexpr std::string_view kZsh = R"sh(#compdef milepost
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
)sh";

constexpr std::string_view kFish = R"sh(# fish completion for milepost; load it with: milepost completion fish | source
function __milepost_complete
  set -l words (commandline -opc)[2..-1] (commandline -ct)
  for line in (milepost __complete -- $words 2>/dev/null)
    switch $line
      case ':files*'
        __fish_complete_path (commandline -ct)
      case ':directories*'
        __fish_complete_directories (commandline -ct)
      case '*'
        echo $line
    end
  end
end
complete -c milepost -f -a '(__milepost_complete)'
)sh";

constexpr std::array<std::string_view, 3> kShells{"bash", "zsh", "fish"};
constexpr std::array kParameters{Parameter{.name = "shell",
                                           .kind = ParameterKind::text,
                                           .value_name = "SHELL",
                                           .summary = "bash, zsh or fish",
                                           .values = Values::choices,
                                           .choices = kShells,
                                           .positional = true,
                                           .required = true}};
constexpr std::array kExamples{Example{"source <(milepost completion bash)", "in ~/.bashrc"},
                               Example{"source <(milepost completion zsh)", "in ~/.zshrc, after compinit"},
                               Example{"milepost completion fish | source", "in ~/.config/fish/config.fish"}};
constexpr std::array<int, 2> kExitCodes{0, 2};
constexpr std::string_view kSchema = R"json({"type":"object","required":["shell","script"],"properties":{
"shell":{"type":"string"},"script":{"type":"string"}}})json";

}  // namespace

constinit const Operation kCompletionOperation{
    .name = "completion",
    .command = "completion",
    .group = "The program itself",
    .summary = "print the completion script of a shell",
    .description = "Prints a script that completes commands, flags, ids, statuses, owners, dialects and columns.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .faces = kFaceCli,
    .data_schema = kSchema,
    .invoke = invoke_completion};

std::string_view completion_script(std::string_view shell) {
  if (shell == "bash") return kBash;
  return shell == "zsh" ? kZsh : kFish;
}

Result<JsonText> invoke_completion(Session&, const Arguments& arguments) {
  if (auto good = check_arguments(kCompletionOperation, arguments); !good) return std::unexpected(good.error());
  const std::string_view shell = arguments.text("shell");
  Envelope envelope(kCompletionOperation.name, "");
  envelope.data().begin_object().field("shell", shell).field("script", completion_script(shell)).end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
