/* names.h - what the ids on the wire look like; whatever else comes is no id, and is never looked for. */
#ifndef COLLECTOR_NAMES_H
#define COLLECTOR_NAMES_H

#include "koord.h"

int names_is_site(koord_text name);
int names_is_nonce(koord_text name);
int names_is_trail(koord_text name);

/* A survey, a detector, a variant: 1 to 32 of a-z, 0-9, _ and -. */
int names_is_plain(koord_text name);

/* In lower case, of any version. */
int names_is_uuid(koord_text id);

#endif
