/* screen - who may send: origins and rates. */
#include "collector/screen.h"
#include "collector/address.h"
#include "collector/answer.h"
#include "collector/clock.h"
#include "base/hash.h"
#include "base/text.h"
#include <strings.h>

int screen_is_listed(const settings_list *list, koord_text text)
{
    for (int i = 0; i < list->count; i++)
        if (kd_text_equal(kd_text_of(list->at[i]), text)) return 1;
    return 0;
}

/* Senders that are no browser page say no origin, and could say any: the list keeps other sites' pages out.
 */
static problem screen_origin(request *r)
{
    const settings_list *origins = &r->server->settings->origins;
    const char *origin = request_header(r, "Origin");
    if (!origins->count) r->allow_origin = "*";
    if (!origins->count || !origin) return (problem){ 0 };
    if (screen_is_listed(origins, kd_text_of(origin))) r->allow_origin = origin;
    if (r->allow_origin) return (problem){ 0 };
    return problem_of(403, "pages of this origin may not send here",
                      "start the collector with --allow-origin and this origin");
}

/* The last of them: a proxy may append a header of its own behind the one that the sender wrote. */
static enum MHD_Result note_forwarded(void *to, enum MHD_ValueKind kind, const char *name, const char *value)
{
    (void)kind;
    if (value && strcasecmp(name, "X-Forwarded-For") == 0) *(const char **)to = value;
    return MHD_YES;
}

/* Behind a proxy what it saw; where it says nothing that can be read, the proxy itself. */
static address address_of(const request *r)
{
    const char *forwarded = NULL;
    address a;
    if (r->server->settings->behind_proxy)
        MHD_get_connection_values(r->connection, MHD_HEADER_KIND, note_forwarded, &forwarded);
    if (forwarded && address_read_last(&a, kd_text_of(forwarded))) return a;
    return address_of_socket(
        MHD_get_connection_info(r->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr);
}

static uint64_t key_of_sender(const request *r)
{
    address a = address_of(r);
    return address_key(&a);
}

int screen_is_staff(const request *r)
{
    const settings *given = r->server->settings;
    address a = address_of(r);
    for (int i = 0; i < given->staff_count; i++)
        if (network_holds(&given->staff[i], &a)) return 1;
    return 0;
}

static problem screen_rate(rate *of, uint64_t sender, uint32_t count, const char *error)
{
    problem p = problem_of(429, error, "wait as long as Retry-After says");
    p.retry_s = rate_take(of, sender, count, clock_steady_ms());
    return p.retry_s ? p : (problem){ 0 };
}

problem screen_sender(request *r)
{
    problem p = screen_origin(r);
    if (p.status) return p;
    p = screen_rate(r->server->requests, key_of_sender(r), 1, "too many requests from this address");
    if (p.status) return p;
    const char *encoding = request_header(r, "Content-Encoding");
    if (!encoding || strcasecmp(encoding, "identity") == 0) return (problem){ 0 };
    return problem_of(400, "the body is encoded", "send it without Content-Encoding");
}

/* Two hashes side by side: nobody should find a name that shares the measure of another site's. */
static uint64_t key_of_site(koord_text site)
{
    return (uint64_t)kd_hash(KD_HASH_START, site.at, site.size) << 32 |
           kd_hash(~KD_HASH_START, site.at, site.size);
}

problem screen_batch(request *r, koord_text site, uint32_t records)
{
    server *s = r->server;
    if (s->settings->sites.count && !screen_is_listed(&s->settings->sites, site))
        return problem_of(403, "batches of this site are not taken here",
                          "start the collector with --site and this name");
    problem p = screen_rate(s->records, key_of_sender(r), records, "too many records from this address");
    return p.status ? p : screen_rate(s->batches, key_of_site(site), 1, "too many batches of this site");
}

enum MHD_Result screen_preflight(request *r)
{
    problem p = screen_origin(r);
    if (p.status) return answer_problem(r, p);
    struct MHD_Response *response = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    if (!response) return MHD_NO;
    MHD_add_response_header(response, "Access-Control-Allow-Methods", "POST");
    MHD_add_response_header(response, "Access-Control-Allow-Headers", "Content-Type");
    MHD_add_response_header(response, "Access-Control-Max-Age", "86400");
    return answer_response(r, 204, response);
}
