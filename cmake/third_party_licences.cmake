# Writes THIRD-PARTY.txt: whose code a static link puts into the program, with the licences as the packages that it
# comes from state them. Set RUBRIC_THIRD_PARTY to the file; empty where a package's statement is missing, as
# elsewhere than on Debian.

set(RUBRIC_THIRD_PARTY ${CMAKE_BINARY_DIR}/THIRD-PARTY.txt)
set(text "The program holds code of the works below, unchanged, as Debian distributes them; their source is in Debian's
source packages of the same releases. Of libgit2 only what reads repositories on the disk is there.\n")
set(licences)
foreach(
  package libcli11-dev libcmark-gfm-dev libgit2-dev libhttp-parser-dev libmbedtls-dev libpcre2-dev libre2-dev
          libstdc++-12-dev libtomlplusplus-dev libutf8proc-dev libyaml-cpp-dev nlohmann-json3-dev zlib1g-dev)
  set(statement /usr/share/doc/${package}/copyright)
  if(NOT EXISTS ${statement})
    message(STATUS "No ${statement}: packages would lack the licences of what they hold")
    set(RUBRIC_THIRD_PARTY)
    return()
  endif()
  execute_process(
    COMMAND dpkg-query --show --showformat=\${source:Package}\ \${source:Version} ${package}
    OUTPUT_VARIABLE source COMMAND_ERROR_IS_FATAL ANY)
  file(READ ${statement} terms)
  string(REGEX MATCHALL "/usr/share/common-licenses/[A-Za-z0-9.-]*[A-Za-z0-9]" named "${terms}")
  list(APPEND licences ${named})
  string(REPEAT "=" 100 rule)
  string(APPEND text "\n${rule}\n${source}\n${rule}\n\n${terms}")
endforeach()

# The statements name these by their place on Debian, which is not everywhere.
list(REMOVE_DUPLICATES licences)
list(SORT licences)
foreach(licence ${licences})
  if(EXISTS ${licence})
    file(READ ${licence} terms)
    string(APPEND text "\n${rule}\n${licence}\n${rule}\n\n${terms}")
  endif()
endforeach()
file(CONFIGURE OUTPUT ${RUBRIC_THIRD_PARTY} CONTENT "${text}" @ONLY)
