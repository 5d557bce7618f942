/* erase - POST /v1/erase by the visitor's browser, DELETE /api/visitors/{id} by the shop's people. */
#include "collector/answer.h"
#include "collector/deferred.h"
#include "collector/names.h"
#include "collector/sha256.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>

enum { SECRET_LEAST = 16, SECRET_MOST = 128 };

static int is_secret(koord_text secret)
{
    static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    if (secret.size < SECRET_LEAST || secret.size > SECRET_MOST) return 0;
    for (uint32_t i = 0; i < secret.size; i++)
        if (!memchr(good, secret.at[i], sizeof good - 1)) return 0;
    return 1;
}

/* The first 128 bits of the hash as a UUID, but for the six that say that it is of one's own making (RFC
 * 9562, version 8). */
static void visitor_of(koord_text secret, char *visitor)
{
    unsigned char id[SHA256_SIZE];
    sha256(secret, id);
    id[6] = (unsigned char)(0x80 | (id[6] & 0x0f));
    id[8] = (unsigned char)(0x80 | (id[8] & 0x3f));
    for (int i = 0; i < 16; i++)
        visitor += sprintf(visitor, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", id[i]);
}

static enum MHD_Result answer_erased(request *r)
{
    grow none = { 0 };
    if (!r->job.keep.kept) return deferred_failed(r, "neither store nor spool takes it");
    return answer_json(r, 204, &none);
}

static enum MHD_Result erase(request *r)
{
    return deferred_begin(r, KEEPER_ERASE, kd_text_of(r->visitor));
}

/* The same answer whether there was such a visitor or not. */
enum MHD_Result erase_by_secret(request *r)
{
    koord_text secret = { r->body.at ? r->body.at : "", (uint32_t)r->body.used };
    if (r->deferred) return answer_erased(r);
    if (r->too_large || !is_secret(secret))
        return answer_problem(r, problem_of(400, "the body is no secret",
                                            "send the secret alone, 16 to 128 of a-z A-Z 0-9 _ -"));
    visitor_of(secret, r->visitor);
    return erase(r);
}

enum MHD_Result erase_by_id(request *r)
{
    koord_text id = kd_text_of(strrchr(r->path, '/') + 1);
    if (r->deferred) return answer_erased(r);
    if (!names_is_uuid(id))
        return answer_problem(r, problem_of(400, "this is no visitor", "name one by its UUID in lower case"));
    memcpy(r->visitor, id.at, id.size);
    return erase(r);
}
