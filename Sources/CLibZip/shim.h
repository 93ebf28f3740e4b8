// SPDX-License-Identifier: Apache-2.0
// libzip as Swift sees it.
#ifndef YUEBAO_LIBZIP_SHIM_H
#define YUEBAO_LIBZIP_SHIM_H

#include <zip.h>

#endif
