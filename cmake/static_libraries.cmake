# Finds the static libraries that go into a program which needs no library but libc's: RUBRIC_STATIC_LIBRARIES, in the
# order of linking; what is not there is named in RUBRIC_STATIC_MISSING. Of libgit2 only what works on the disk is
# linked: packaging/offline_git.cpp stands for the rest, and is written for libgit2 1.5.

set(RUBRIC_STATIC_LIBRARIES)
set(RUBRIC_STATIC_MISSING)
foreach(name cmark-gfm-extensions cmark-gfm re2 yaml-cpp utf8proc git2 mbedcrypto http_parser pcre2-8 z)
  find_library(RUBRIC_STATIC_${name} NAMES lib${name}.a)
  mark_as_advanced(RUBRIC_STATIC_${name})
  if(RUBRIC_STATIC_${name})
    list(APPEND RUBRIC_STATIC_LIBRARIES ${RUBRIC_STATIC_${name}})
  else()
    list(APPEND RUBRIC_STATIC_MISSING lib${name}.a)
  endif()
endforeach()
if(NOT GIT2_VERSION MATCHES "^1\\.5\\.")
  list(APPEND RUBRIC_STATIC_MISSING "libgit2 1.5 (there is ${GIT2_VERSION})")
endif()
