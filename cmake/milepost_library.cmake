# milepost_library(NAME document SOURCES ... TESTS ... DEPENDS text base LIBRARIES ... TEST_LIBRARIES ...)
#
# Makes the static library milepost_<NAME> and one test program <NAME>_tests from the *_test.cc files beside it.
# DEPENDS names modules of ours. A module that was not declared earlier stops the configuration, and so does an edge
# that is not in cmake/module_edges.txt: the direction of the graph is the order of the build files.
# The headers of the folder are found, not listed; with MILEPOST_VERIFY_HEADERS each is compiled alone.
include_guard()

file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/module_edges.txt" MILEPOST_EDGES REGEX "^[a-z]")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/module_edges.txt")

function(milepost_library)
  cmake_parse_arguments(M "" "NAME" "SOURCES;TESTS;DEPENDS;LIBRARIES;TEST_LIBRARIES" ${ARGN})
  if(M_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "module '${M_NAME}': unknown words '${M_UNPARSED_ARGUMENTS}' in milepost_library()")
  endif()
  set(target "milepost_${M_NAME}")
  add_library(${target} STATIC ${M_SOURCES})
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(${target} PUBLIC milepost_flags)
  foreach(dependency IN LISTS M_DEPENDS)
    if(NOT TARGET "milepost_${dependency}")
      message(FATAL_ERROR "module '${M_NAME}' depends on '${dependency}', which was not declared before it")
    endif()
    if(NOT "${M_NAME} ${dependency}" IN_LIST MILEPOST_EDGES AND NOT dependency STREQUAL "base")
      message(FATAL_ERROR "the edge '${M_NAME} ${dependency}' is not in cmake/module_edges.txt")
    endif()
    target_link_libraries(${target} PUBLIC "milepost_${dependency}")
  endforeach()
  target_link_libraries(${target} PRIVATE ${M_LIBRARIES})
  milepost_add_headers(${target})
  if(MILEPOST_PCH)
    target_precompile_headers(${target} REUSE_FROM milepost_pch)
  endif()
  if(M_TESTS AND MILEPOST_TESTS)
    milepost_test(
      NAME ${M_NAME}_tests CTEST_NAME unit.${M_NAME} SOURCES ${M_TESTS} LIBRARIES ${target} ${M_TEST_LIBRARIES}
      ${M_LIBRARIES}
    )
  endif()
endfunction()

# Gives the target its headers as a header set, which is what CMake can compile one by one.
function(milepost_add_headers target)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  if(headers)
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/src" FILES ${headers})
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS "${MILEPOST_VERIFY_HEADERS}")
  endif()
endfunction()

# milepost_test(NAME cache_tests CTEST_NAME unit.cache SOURCES ... LIBRARIES ... LABELS slow)
#
# One GoogleTest program and its one ctest entry. tests/support/test_main.cc is its main: it fixes the environment and
# writes down what was skipped, and why, for the summary of ./dev test.
function(milepost_test)
  cmake_parse_arguments(T "" "NAME;CTEST_NAME" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  add_executable(${T_NAME} ${T_SOURCES})
  target_link_libraries(${T_NAME} PRIVATE ${T_LIBRARIES} milepost_test_main)
  if(MILEPOST_PCH)
    target_precompile_headers(${T_NAME} REUSE_FROM milepost_test_main)
  endif()
  add_test(NAME ${T_CTEST_NAME} COMMAND ${T_NAME} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${T_CTEST_NAME} PROPERTIES TIMEOUT 600 LABELS "${T_LABELS}")
endfunction()
