# Run by cpack when it has made its packages. CPack keeps the builder's user and the order of the disk in a .tar.gz: it
# is packed again with owner 0, sorted, and of the time SOURCE_DATE_EPOCH where that is set, so that the same files
# give the same bytes.
foreach(package ${CPACK_PACKAGE_FILES})
  if(package MATCHES "/([^/]+)\\.tar\\.gz$")
    if(DEFINED ENV{SOURCE_DATE_EPOCH})
      set(time --mtime=@$ENV{SOURCE_DATE_EPOCH})
    else()
      set(time)
    endif()
    execute_process(
      COMMAND tar --create --sort=name --owner=0 --group=0 --numeric-owner --format=ustar ${time} ${CMAKE_MATCH_1}
      COMMAND gzip -9n
      WORKING_DIRECTORY ${CPACK_TEMPORARY_DIRECTORY}/..
      OUTPUT_FILE ${package}
      COMMAND_ERROR_IS_FATAL ANY)
  endif()
endforeach()
