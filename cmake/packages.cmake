# What `cmake --install` installs and `cpack` packs: a .deb and a .tar.gz of the same files. docs/releasing.md tells how
# releases are made.

# Installing and packing take what is built and build nothing.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

install(TARGETS rubric RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

find_program(GZIP gzip REQUIRED)
add_custom_command(
  OUTPUT changelog.gz
  COMMAND ${GZIP} -9n < ${CMAKE_SOURCE_DIR}/CHANGELOG.md > changelog.gz
  DEPENDS CHANGELOG.md
  VERBATIM)
add_custom_target(rubric_documents ALL DEPENDS ${CMAKE_BINARY_DIR}/changelog.gz)
install(FILES ${CMAKE_BINARY_DIR}/changelog.gz LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(RUBRIC_STATIC)
  include(cmake/third_party_licences.cmake)
  install(FILES ${RUBRIC_THIRD_PARTY} DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME rubric)
set(CPACK_PACKAGE_VENDOR "The rubric authors")
set(CPACK_PACKAGE_CONTACT "The rubric authors <rubric@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter for Hugo-built handbooks and other Markdown documentation")
set(CPACK_PACKAGE_DESCRIPTION
    "Reads a whole Hugo-built handbook, thousands of Markdown pages, and says at exact
positions and with fixes what is broken: shortcodes whose delimiters do not
match, includes, links and anchors that lead nowhere, and slips of grammar.
It needs no Hugo, no build and no network.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)
set(CPACK_VERBATIM_VARIABLES ON)
string(TOLOWER "rubric-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" CPACK_PACKAGE_FILE_NAME)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# Of glibc's symbols the newest that a program of Debian 12's g++ asks for is of 2.35; tests/packaging holds it to that.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libc6 (>= 2.35)")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "pre-commit")
set(CPACK_POST_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/packaging/repack.cmake)
include(CPack)
