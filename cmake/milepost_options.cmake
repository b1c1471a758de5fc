# The build options (set by CMakePresets.json) and what they do to every target of ours, through milepost_flags.
include_guard()

option(MILEPOST_TESTS "build the tests" ON)
option(MILEPOST_BENCHMARKS "build the programs of tests/bench" OFF)
option(MILEPOST_WERROR "treat warnings as errors" OFF)
option(MILEPOST_PCH "share one precompiled header of standard headers, and one of GoogleTest" OFF)
option(MILEPOST_VERIFY_HEADERS "compile every header of ours alone" OFF)
option(MILEPOST_FUZZ "build the libFuzzer programs (clang only)" OFF)
option(MILEPOST_COVERAGE "count executed lines" OFF)
set(MILEPOST_SANITIZE "" CACHE STRING "value for -fsanitize=, empty for none")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# Every program lands in one folder: build/<preset>/bin.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

add_library(milepost_flags INTERFACE)
target_compile_options(
  milepost_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast>
)
# toml++ is used in several files; one definition of its types needs one configuration. Header only, because the shared
# library of the package would cost start-up time.
target_compile_definitions(milepost_flags INTERFACE TOML_EXCEPTIONS=0 TOML_HEADER_ONLY=1 XXH_INLINE_ALL=1)
# milepost_reads_toml(dialect_file.cc ...): the sources that include toml++. Its parser asserts what a broken file makes
# false ("[" before a control character) and reports it properly right behind, where clang with NDEBUG would assume it
# instead. So the assertions are nothing, in every build the same. Each source that sees the header must be named, also
# through strict_toml.h: its functions are inline, and the linker keeps one of them.
function(milepost_reads_toml)
  set_source_files_properties(
    ${ARGN} PROPERTIES COMPILE_OPTIONS "-UNDEBUG;-DTOML_ASSERT(expr)=static_assert(true)" SKIP_PRECOMPILE_HEADERS ON
  )
endfunction()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these inside its own std::string, std::optional and std::expected once it inlines them (GCC bugs
  # 105329, 105651 and others). The sanitizers find the real cases.
  target_compile_options(
    milepost_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-array-bounds -Wno-maybe-uninitialized -Wno-restrict
                             -Wno-stringop-overflow -Wno-stringop-overread>
  )
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # std::stable_sort of libstdc++ 12 uses a function of its own that C++17 deprecates; g++ does not report it.
  target_compile_options(milepost_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-deprecated-declarations>)
endif()
if(MILEPOST_WERROR)
  target_compile_options(milepost_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
if(MILEPOST_SANITIZE)
  # -fno-sanitize-recover: a finding of UBSan must fail the test that met it, not only print a line.
  set(flags -fsanitize=${MILEPOST_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  if(MILEPOST_FUZZ)
    list(APPEND flags -fsanitize=fuzzer-no-link)
  endif()
  target_compile_options(milepost_flags INTERFACE ${flags})
  target_link_options(milepost_flags INTERFACE ${flags})
endif()
if(MILEPOST_COVERAGE)
  target_compile_options(milepost_flags INTERFACE --coverage)
  target_link_options(milepost_flags INTERFACE --coverage)
endif()

# ccache and mold speed up the second build and the link; neither is needed. A launcher or linker that was chosen on
# the command line stays.
find_program(MILEPOST_CCACHE ccache)
if(MILEPOST_CCACHE AND (NOT CMAKE_CXX_COMPILER_LAUNCHER OR MILEPOST_PCH))
  # ccache may reuse an object that was compiled with a precompiled header only when it is told that this is fine.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros
                                  "${MILEPOST_CCACHE}")
endif()
find_program(MILEPOST_MOLD mold)
if(MILEPOST_MOLD AND NOT CMAKE_EXE_LINKER_FLAGS MATCHES "fuse-ld")
  target_link_options(milepost_flags INTERFACE -fuse-ld=mold)
endif()

# One precompiled header for all modules, and one for all test programs (GoogleTest costs two seconds per file). They
# hide a missing #include, so the dev, tidy and fuzz presets build without them.
if(MILEPOST_PCH)
  add_library(milepost_pch OBJECT "${CMAKE_CURRENT_LIST_DIR}/empty.cc")
  target_link_libraries(milepost_pch PRIVATE milepost_flags)
  target_precompile_headers(
    milepost_pch PRIVATE <algorithm> <array> <chrono> <cstdint> <expected> <functional> <map> <memory> <optional> <span>
    <string> <string_view> <utility> <variant> <vector>
  )
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(milepost_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess -Wno-error=invalid-pch>)
  endif()
endif()
