# What `cmake --install` installs and `cpack` packs: a .deb and a .tar.gz of the same files. docs/releasing.md tells how
# releases are made.

# Installing and packing take what is built and build nothing.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

install(TARGETS rubric RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# The program writes its manual page and what shells complete it by.
find_program(GZIP gzip REQUIRED)
add_custom_command(
  OUTPUT changelog.gz rubric.1.gz completions.bash completions.zsh completions.fish
  COMMAND ${GZIP} -9n < ${CMAKE_SOURCE_DIR}/CHANGELOG.md > changelog.gz
  COMMAND rubric man > rubric.1
  COMMAND ${GZIP} -9n < rubric.1 > rubric.1.gz
  COMMAND rubric completions bash > completions.bash
  COMMAND rubric completions zsh > completions.zsh
  COMMAND rubric completions fish > completions.fish
  DEPENDS rubric CHANGELOG.md
  VERBATIM)
add_custom_target(rubric_documents ALL DEPENDS ${CMAKE_BINARY_DIR}/changelog.gz)
install(FILES ${CMAKE_BINARY_DIR}/changelog.gz LICENSE NOTICE packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_BINARY_DIR}/rubric.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CMAKE_BINARY_DIR}/completions.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME rubric)
install(FILES ${CMAKE_BINARY_DIR}/completions.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        RENAME rubric.fish)
# zsh looks into site-functions of /usr/local, and on Debian into vendor-completions of /usr.
install(CODE "set(zsh_folder site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL /usr)
  set(zsh_folder vendor-completions)
endif()
file(INSTALL \"${CMAKE_BINARY_DIR}/completions.zsh\" RENAME _rubric
     DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${zsh_folder}\")")
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
