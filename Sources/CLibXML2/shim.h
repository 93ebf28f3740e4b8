// SPDX-License-Identifier: Apache-2.0
// libxml2 as Swift sees it. Each wrapper stands for something that Swift cannot call itself.
#ifndef YUEBAO_LIBXML2_SHIM_H
#define YUEBAO_LIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
