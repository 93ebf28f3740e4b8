// SPDX-License-Identifier: Apache-2.0
// libxlsxwriter as Swift sees it. Each wrapper stands for something that Swift cannot call itself.
#ifndef YUEBAO_LIBXLSXWRITER_SHIM_H
#define YUEBAO_LIBXLSXWRITER_SHIM_H

#include <linux/memfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

// A file without a place on any disk (memfd_create(2)); -1 and errno where there can be none. The
// library only writes to a file that it opens by name, and Swift sees no GNU extension.
static inline int shim_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "workbook", MFD_CLOEXEC);
}

#endif
