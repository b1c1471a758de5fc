# milepost_transcript(PAGE path [MAY_BE_EMPTY])
#
# One ctest entry "transcript.<path without .md>" that executes the console blocks of a Markdown page
# (tests/support/transcript, docs/design/testing.md).
include_guard()

function(milepost_transcript)
  cmake_parse_arguments(T "MAY_BE_EMPTY" "PAGE" "" ${ARGN})
  cmake_path(RELATIVE_PATH T_PAGE BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE name)
  string(REGEX REPLACE "^tests/(transcripts/)?" "" name "${name}")
  string(REGEX REPLACE "\\.md$" "" name "${name}")
  set(flags "")
  if(T_MAY_BE_EMPTY)
    set(flags --may-be-empty)
  endif()
  add_test(
    NAME "transcript.${name}"
    COMMAND run_transcript "${T_PAGE}" --programs "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}" --source "${PROJECT_SOURCE_DIR}"
            ${flags}
  )
  set_tests_properties("transcript.${name}" PROPERTIES LABELS transcript SKIP_RETURN_CODE 77 TIMEOUT 300)
endfunction()
