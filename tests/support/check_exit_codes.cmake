# The exit codes that ctest sees: a wrong page fails with 1, accepting it is a skip with 77, the accepted copy passes.
# The run log is not written here: these runs are not tests of milepost.
set(ENV{MILEPOST_RUN_LOG} "")
configure_file("${PAGE}" "${COPY}" COPYONLY)

function(expect wanted)
  execute_process(COMMAND "${RUNNER}" "${COPY}" --programs /usr/bin RESULT_VARIABLE result OUTPUT_VARIABLE output)
  if(NOT result EQUAL wanted)
    message(FATAL_ERROR "expected exit code ${wanted}, got ${result}:\n${output}")
  endif()
endfunction()

set(ENV{MILEPOST_ACCEPT} "")
expect(1)
set(ENV{MILEPOST_ACCEPT} 1)
expect(77)
set(ENV{MILEPOST_ACCEPT} "")
expect(0)
