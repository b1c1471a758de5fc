# milepost_embed(TARGET milepost_document NAME dialects BASE dir FILES a.toml b.md)
#
# Puts the bytes of files into a target. The sources of the target include "embedded/<NAME>.h" and call
#   std::span<const milepost::EmbeddedFile> milepost::embedded::<NAME>();
# which lists the files sorted by name; a name is the path relative to BASE (default: the current source folder).
# The bytes come in by the assembler's .incbin: any byte is allowed, and a megabyte costs no compile time. A changed
# file is assembled again, because the generated assembly names it as a dependency.
include_guard()
enable_language(ASM)
set(MILEPOST_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_script.cmake")

# Everything that must exist before a source of ours can be read by a tool such as clang-tidy.
add_custom_target(milepost_generated)

function(milepost_embed)
  cmake_parse_arguments(E "" "TARGET;NAME;BASE" "FILES" ${ARGN})
  if(NOT E_BASE)
    set(E_BASE "${CMAKE_CURRENT_SOURCE_DIR}")
  endif()
  list(SORT E_FILES)
  set(paths "")
  foreach(file IN LISTS E_FILES)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    list(APPEND paths "${file}")
  endforeach()
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded_${E_NAME}")
  set(outputs "${folder}/embedded/${E_NAME}.h" "${folder}/${E_NAME}.cc" "${folder}/${E_NAME}.S")
  # The list goes through a file: a command line has limits, and the file changes when the list does.
  file(CONFIGURE OUTPUT "${folder}/files.cmake" CONTENT "set(FILES \"${paths}\")\nset(BASE \"${E_BASE}\")\n" @ONLY)
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND "${CMAKE_COMMAND}" -DNAME=${E_NAME} -DFOLDER=${folder} -P "${MILEPOST_EMBED_SCRIPT}"
    DEPENDS ${paths} "${folder}/files.cmake" "${MILEPOST_EMBED_SCRIPT}"
    COMMENT "Embedding ${E_NAME}"
    VERBATIM
  )
  add_custom_target(generate_${E_NAME} DEPENDS ${outputs})
  add_dependencies(milepost_generated generate_${E_NAME})
  add_dependencies(${E_TARGET} generate_${E_NAME})
  set_source_files_properties("${folder}/${E_NAME}.S" PROPERTIES OBJECT_DEPENDS "${paths}")
  set_source_files_properties("${folder}/${E_NAME}.cc" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${E_TARGET} PRIVATE ${outputs})
  target_include_directories(${E_TARGET} PRIVATE "${folder}")
endfunction()
