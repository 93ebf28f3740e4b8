// SPDX-License-Identifier: Apache-2.0
// OpenSSL's libcrypto as Swift sees it: message digests only.
#ifndef YUEBAO_LIBCRYPTO_SHIM_H
#define YUEBAO_LIBCRYPTO_SHIM_H

#include <openssl/evp.h>

#endif
