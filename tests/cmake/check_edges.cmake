# Configures edge_fixture and checks that a wrong edge of the module graph is refused, with the right words.
file(REMOVE_RECURSE "${BINARY}")
execute_process(
  COMMAND "${CMAKE_COMMAND}" -G Ninja -S "${CMAKE_CURRENT_LIST_DIR}/edge_fixture" -B "${BINARY}" -DCASE=${CASE}
          -DREPOSITORY=${REPOSITORY}
  RESULT_VARIABLE result
  OUTPUT_VARIABLE output
  ERROR_VARIABLE output
)
string(REGEX REPLACE "[ \n]+" " " words "${output}")

if(CASE STREQUAL "allowed")
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "an allowed edge was refused:\n${output}")
  endif()
  return()
endif()
set(undeclared "module 'text' depends on 'document', which was not declared before it")
set(not_in_table "the edge 'render document' is not in cmake/module_edges.txt")
string(FIND "${words}" "${${CASE}}" position)
if(result EQUAL 0 OR position EQUAL -1)
  message(FATAL_ERROR "expected the configuration to stop with \"${${CASE}}\", got status ${result}:\n${output}")
endif()
