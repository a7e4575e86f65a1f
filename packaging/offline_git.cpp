// rubric asks libgit2 about the repository on the disk and never about a remote. The few names by which the rest of
// libgit2 refers to its transports are defined here, so that a static link leaves HTTP, SSH, TLS and Kerberos out:
// the program cannot open a connection, and needs none of the libraries that could. The names are internal to
// libgit2 1.5; cmake/static_libraries.cmake asks for that release.

extern "C" {

bool git_http__expect_continue = false;
bool git_smart__ofs_delta_enabled = false;

int git_mbedtls_stream_global_init() {
  return 0;
}

int git_transport_ssh_global_init() {
  return 0;
}

int git_mbedtls__set_cert_location(const char*, const char*) {
  return -1;
}

// What would connect to a remote; it says that it cannot.
int git_transport_new(void**, void*, const char*) {
  return -1;
}

}  // extern "C"
