# milepost_link_static(TARGET): links the program without shared libraries where every library has an archive.
#
# A dynamic start costs more than everything `milepost --version` does (measured: 1.6 ms against 0.6 ms). The linker's
# own choice is used when an archive is missing, and with sanitizers, which need the shared C library.
include_guard()
option(MILEPOST_STATIC "link the program statically where that is possible" ON)

# Puts the archive in place of the shared library of a target made by pkg_check_modules; sets <found> to whether it did.
function(milepost_use_archive target archive found)
  find_library(MILEPOST_ARCHIVE_${archive} NAMES ${archive})
  if(MILEPOST_ARCHIVE_${archive})
    set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${MILEPOST_ARCHIVE_${archive}}")
    set(${found} TRUE PARENT_SCOPE)
  else()
    set(${found} FALSE PARENT_SCOPE)
  endif()
endfunction()

function(milepost_link_static program)
  if(NOT MILEPOST_STATIC OR MILEPOST_SANITIZE OR MILEPOST_COVERAGE OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    return()
  endif()
  milepost_use_archive(PkgConfig::LIBFYAML libfyaml.a has_fyaml)
  milepost_use_archive(PkgConfig::UTF8PROC libutf8proc.a has_utf8proc)
  if(has_fyaml AND has_utf8proc)
    target_link_options(${program} PRIVATE -static-pie)
  endif()
endfunction()
