/* names - the alphabets and lengths of ids. */
#include "collector/names.h"
#include <ctype.h>
#include <string.h>

static int is_name(koord_text name, uint32_t least, uint32_t most, const char *besides)
{
    if (name.size < least || name.size > most) return 0;
    for (uint32_t i = 0; i < name.size; i++) {
        unsigned char c = (unsigned char)name.at[i];
        if (!islower(c) && !isdigit(c) && (c == '\0' || !strchr(besides, c))) return 0;
    }
    return 1;
}

int names_is_site(koord_text name)
{
    return is_name(name, 1, 40, "_-");
}

int names_is_plain(koord_text name)
{
    return is_name(name, 1, 32, "_-");
}

int names_is_nonce(koord_text name)
{
    return is_name(name, 8, 24, "");
}

int names_is_trail(koord_text name)
{
    return is_name(name, 4, 24, "");
}

int names_is_uuid(koord_text id)
{
    if (id.size != 36) return 0;
    for (uint32_t i = 0; i < id.size; i++) {
        unsigned char c = (unsigned char)id.at[i];
        int dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != '-' : !isxdigit(c) || isupper(c)) return 0;
    }
    return 1;
}
