# milepost_library(NAME document SOURCES ... TESTS ... DEPENDS text base LIBRARIES ...)
#
# Makes the static library milepost_<NAME> and one test program <NAME>_tests from the *_test.cc files beside it.
# DEPENDS names modules of ours. A module that was not declared earlier stops the configuration, and so does an edge
# that is not in cmake/module_edges.txt: the direction of the graph is the order of the build files.
include_guard()

file(STRINGS "${CMAKE_SOURCE_DIR}/cmake/module_edges.txt" MILEPOST_EDGES REGEX "^[a-z]")

function(milepost_library)
  cmake_parse_arguments(M "" "NAME" "SOURCES;TESTS;DEPENDS;LIBRARIES;TEST_LIBRARIES" ${ARGN})
  set(target "milepost_${M_NAME}")
  add_library(${target} STATIC ${M_SOURCES})
  target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}/src")
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
  if(M_TESTS AND MILEPOST_TESTS)
    add_executable(${M_NAME}_tests ${M_TESTS})
    target_link_libraries(${M_NAME}_tests PRIVATE ${target} ${M_TEST_LIBRARIES} ${M_LIBRARIES} GTest::gmock GTest::gtest_main)
    add_test(NAME unit.${M_NAME} COMMAND ${M_NAME}_tests WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  endif()
endfunction()
