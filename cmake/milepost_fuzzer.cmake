# milepost_fuzzer(NAME markdown SOURCE fuzz_markdown.cc DEPENDS text LIBRARIES ...)
#
# SOURCE defines LLVMFuzzerTestOneInput. In the fuzz preset this is the libFuzzer program fuzz_<NAME>. In every other
# preset it is a replay program: ctest runs each file of tests/fuzz/corpus/<NAME>/ (seeds and past crashes) through
# the same entry, so a crash that was found once is a regression test for ever.
include_guard()
add_custom_target(milepost_fuzzers)

function(milepost_fuzzer)
  cmake_parse_arguments(F "" "NAME;SOURCE" "DEPENDS;LIBRARIES" ${ARGN})
  list(TRANSFORM F_DEPENDS PREPEND "milepost_" OUTPUT_VARIABLE modules)
  set(libraries ${modules} ${F_LIBRARIES} milepost_flags)
  if(MILEPOST_FUZZ)
    add_executable(fuzz_${F_NAME} "${F_SOURCE}")
    target_link_libraries(fuzz_${F_NAME} PRIVATE ${libraries})
    target_link_options(fuzz_${F_NAME} PRIVATE -fsanitize=fuzzer)
    add_dependencies(milepost_fuzzers fuzz_${F_NAME})
  elseif(MILEPOST_TESTS)
    add_executable(replay_${F_NAME} "${F_SOURCE}")
    target_link_libraries(replay_${F_NAME} PRIVATE milepost_replay_main ${libraries})
    add_test(NAME fuzz.replay.${F_NAME} COMMAND replay_${F_NAME} "${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${F_NAME}")
    set_tests_properties(fuzz.replay.${F_NAME} PROPERTIES TIMEOUT 300 LABELS fuzz)
  endif()
endfunction()
