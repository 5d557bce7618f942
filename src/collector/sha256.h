/* sha256.h - SHA-256 (FIPS 180-4) of a short text. */
#ifndef COLLECTOR_SHA256_H
#define COLLECTOR_SHA256_H

#include "koord.h"

enum { SHA256_SIZE = 32 };

void sha256(koord_text text, unsigned char digest[SHA256_SIZE]);

#endif
