// SPDX-License-Identifier: Apache-2.0
// Preloaded into the program by the tests of faults: counts the calls that change what lies below a
// folder, and at one of them kills the process or lets it and all that follow fail.
//
//   FAULT_BELOW  the folder, absolute
//   FAULT_AT     the number of the call, from 1 on; 0 only counts
//   FAULT_KIND   kill, ENOSPC, EIO or EACCES
//   FAULT_COUNT  a file (elsewhere) that the number of calls is written into at the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int is_below(const char *path) {
  const char *below = getenv("FAULT_BELOW");
  if (!below || !path) return 0;
  char full[PATH_MAX];
  if (path[0] != '/') {
    char here[PATH_MAX];
    if (!getcwd(here, sizeof here)) return 0;
    while (path[0] == '.' && path[1] == '/') path += 2;
    snprintf(full, sizeof full, "%s/%s", here, path);
    path = full;
  }
  return strncmp(path, below, strlen(below)) == 0;
}

static int is_open_below(int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below(path);
}

// Whether the call is to fail; errno says how.
static int fails(int removes) {
  long number = atomic_fetch_add(&calls, 1) + 1;
  const char *at = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND");
  long chosen = at ? atol(at) : 0;
  if (chosen == 0 || number < chosen || !kind) return 0;
  if (strcmp(kind, "kill") == 0) {
    kill(getpid(), SIGKILL);
    pause();
  }
  // A full disk still lets files be removed.
  if (strcmp(kind, "ENOSPC") == 0) { errno = ENOSPC; return !removes; }
  if (strcmp(kind, "EIO") == 0) { errno = EIO; return !removes; }
  if (strcmp(kind, "EACCES") == 0) { errno = EACCES; return 1; }
  return 0;
}

__attribute__((destructor)) static void report(void) {
  const char *path = getenv("FAULT_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *bytes, size_t count) {
  REAL(write);
  return is_open_below(fd) && fails(0) ? -1 : real(fd, bytes, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  REAL(pwrite);
  return is_open_below(fd) && fails(0) ? -1 : real(fd, bytes, count, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  REAL(pwrite64);
  return is_open_below(fd) && fails(0) ? -1 : real(fd, bytes, count, offset);
}
int fsync(int fd) {
  REAL(fsync);
  return is_open_below(fd) && fails(0) ? -1 : real(fd);
}
int fdatasync(int fd) {
  REAL(fdatasync);
  return is_open_below(fd) && fails(0) ? -1 : real(fd);
}
int ftruncate(int fd, off_t length) {
  REAL(ftruncate);
  return is_open_below(fd) && fails(0) ? -1 : real(fd, length);
}
int ftruncate64(int fd, off64_t length) {
  REAL(ftruncate64);
  return is_open_below(fd) && fails(0) ? -1 : real(fd, length);
}
int open(const char *path, int flags, ...) {
  REAL(open);
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
  va_end(list);
  return (flags & O_CREAT) && is_below(path) && fails(0) ? -1 : real(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  REAL(open64);
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
  va_end(list);
  return (flags & O_CREAT) && is_below(path) && fails(0) ? -1 : real(path, flags, mode);
}
int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  return is_below(path) && fails(0) ? -1 : real(path, mode);
}
int rename(const char *from, const char *to) {
  REAL(rename);
  return is_below(to) && fails(0) ? -1 : real(from, to);
}
int symlink(const char *target, const char *path) {
  REAL(symlink);
  return is_below(path) && fails(0) ? -1 : real(target, path);
}
int unlink(const char *path) {
  REAL(unlink);
  return is_below(path) && fails(1) ? -1 : real(path);
}
