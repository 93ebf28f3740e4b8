// SPDX-License-Identifier: Apache-2.0
// libxml2 as Swift sees it. Each wrapper stands for something that Swift cannot call itself.
#ifndef YUEBAO_LIBXML2_SHIM_H
#define YUEBAO_LIBXML2_SHIM_H

// Debian's libxml2 shows ICU's types in its headers, and Swift's Foundation brings another ICU: a module
// that imports both would not compile. Only encoding handlers have such fields; they are not used here, and
// everything else is the same without them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
