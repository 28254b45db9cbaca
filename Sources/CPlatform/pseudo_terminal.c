#define _GNU_SOURCE
#include "CPlatform.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int cplatform_open_pseudo_terminal(char *path, int capacity) {
  int near = posix_openpt(O_RDWR | O_NOCTTY);
  if (near < 0) return -1;
  fcntl(near, F_SETFD, FD_CLOEXEC);
  const char *name = grantpt(near) == 0 && unlockpt(near) == 0 ? ptsname(near) : 0;
  if (name && strlen(name) < (size_t)capacity) {
    strcpy(path, name);
    return near;
  }
  close(near);
  return -1;
}
