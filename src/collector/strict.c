/* strict - UTF-8, escapes, numbers and line ends inside JSON values. */
#include "collector/strict.h"
#include "base/text.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* No sane record spells a number longer, and strtod needs a copy with an end. */
enum { NUMBER_MOST = 64 };

/* `at` stands after the opening quote; comes back after the closing one, or NULL with *why. */
static const char *pass_string(const char *at, const char *end, const char **why)
{
    while (at < end && *at != '"') {
        uint32_t size = kd_utf8_size(at, end);
        if (size == 0) return *why = "is not UTF-8", NULL;
        at += *at == '\\' ? 2 : size;
    }
    return at + 1;
}

/* 1e999 is a number by the grammar, and infinity or an error to those who read it. */
static const char *pass_number(const char *at, const char *end, const char **why)
{
    char digits[NUMBER_MOST + 1];
    size_t size = 0;
    while (at + size < end && at[size] && strchr("+-.0123456789eE", at[size])) size++;
    if (size > NUMBER_MOST) return *why = "holds a number of more than 64 characters", NULL;
    memcpy(digits, at, size);
    digits[size] = '\0';
    if (!isfinite(strtod(digits, NULL))) return *why = "holds a number too large for a double", NULL;
    return at + size;
}

const char *strict_objection(koord_text value)
{
    const char *why = NULL;
    const char *end = value.at + value.size;
    for (const char *at = value.at; at && at < end;) {
        if (*at == '"')
            at = pass_string(at + 1, end, &why);
        else if (*at == '-' || isdigit((unsigned char)*at))
            at = pass_number(at, end, &why);
        else if (*at == '\n' || *at == '\r')
            return "does not stand on one line";
        else
            at++;
    }
    return why;
}

int64_t strict_whole(koord_text number)
{
    int64_t value = 0;
    if (number.size == 0 || number.size > 15) return -1;
    for (uint32_t i = 0; i < number.size; i++) {
        if (!isdigit((unsigned char)number.at[i])) return -1;
        value = value * 10 + (number.at[i] - '0');
    }
    return value;
}
