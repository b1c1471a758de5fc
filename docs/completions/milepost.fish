# fish completion for milepost; load it with: milepost completion fish | source
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
