/* settings - reads the command line. */
#include "collector/settings.h"
#include "base/text.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    RATE_INITIAL = 50,
    RATE_MOST = 1000000,
    QUEUE_INITIAL = 512,  /* 32 MiB at most */
    QUEUE_MOST = 1000,    /* fewer than the spool brings in at once, so that it gets shorter */
    RETAIN_INITIAL = 395, /* thirteen months */
    RETAIN_MOST = 36500,
    TOKEN_LEAST = 16
};

static const char help[] =
    "koord-collector - receives what Koord's tag sends, and keeps it.\n"
    "\n"
    "  koord-collector --store journeys.db\n"
    "  koord-collector --listen 127.0.0.1:8787 --store journeys.db --static /=demo/shop --static /dist=dist\n"
    "  koord-collector --listen [::]:8787 --store journeys.db --site shop-nl --allow-origin "
    "https://shop.example\n"
    "\n"
    "  --store FILE            SQLite file, made when it is not there; needed\n"
    "  --listen HOST:PORT      where to listen, 127.0.0.1:8787 unless given; port 0 takes a free one\n"
    "  --static DIR            serves the files of a folder; /PREFIX=DIR only below /PREFIX. Again, or a "
    "comma, for more\n"
    "  --allow-origin ORIGIN   only pages of this origin may send, https://shop.example. Again for more; any "
    "unless given\n"
    "  --site NAME             only batches of this site are taken. Again for more; any unless given\n"
    "  --rate N                requests a second from one address, 50 unless given; 0 for no limit\n"
    "  --site-rate N           batches a second of one site; no limit unless given\n"
    "  --staff-address LIST    visits from here are marked as the shop's own: 192.0.2.7, 192.0.2.0/24, "
    "2001:db8::/32. Again, or a\n                          comma, for more\n"
    "  --behind-proxy          the sender's address is the last one in X-Forwarded-For\n"
    "  --read-token FILE       who reads journeys must know what stands in this file; unless given only this "
    "machine may read\n"
    "  --retain-days N         sessions are deleted so long after their end, 395 unless given; 0 keeps them\n"
    "  --spool FILE            takes what the store does not take, until it does; STORE-spool unless given\n"
    "  --queue N               requests that may wait for the disk, 512 unless given; more are answered 503\n"
    "  --help                  this page\n"
    "\n"
    "SIGTERM and SIGINT end it when all that was received is on disk. Exit code 0: asked to end, 1: cannot "
    "listen or\n"
    "open the store, 2: a mistake on the command line. What it answers to whom: docs/collector.md.\n";

static int complain(const char *what, const char *value, const char *mend)
{
    fprintf(stderr, "koord-collector: %s%s%s; %s\n", what, value ? " " : "", value ? value : "", mend);
    return 0;
}

static int add(settings_list *list, const char *value)
{
    if (list->count == SETTINGS_MOST) return complain("more than 64 of", value, "give fewer");
    list->at[list->count++] = value;
    return 1;
}

static int add_origin(settings *s, const char *value)
{
    const char *host = strstr(value, "://");
    if (!host || host == value || strchr(host + 3, '/') || !host[3])
        return complain("--allow-origin cannot be", value,
                        "write scheme and host as browsers do, https://shop.example");
    return add(&s->origins, value);
}

static int add_site(settings *s, const char *value)
{
    size_t size = strlen(value), good = strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789_-");
    if (good != size || size < 1 || size > 40)
        return complain("--site cannot be", value, "use 1 to 40 of a-z 0-9 _ -");
    return add(&s->sites, value);
}

static int add_folder(settings *s, const char *value)
{
    return add(&s->folders, value);
}

/* One entry of a list, which is no string of its own. */
static int add_staff(settings *s, koord_text entry)
{
    char mend[160], said[80];
    snprintf(said, sizeof said, "%.*s", (int)entry.size, entry.at);
    if (s->staff_count == SETTINGS_MOST)
        return complain("--staff-address has more than 64 entries, from", said, "join some into networks");
    if (network_read(&s->staff[s->staff_count], entry, mend, sizeof mend)) return ++s->staff_count;
    return complain("--staff-address cannot be", *said ? said : "empty", mend);
}

static int add_staff_addresses(settings *s, const char *value)
{
    for (;; value++) {
        size_t size = strcspn(value, ",");
        if (!add_staff(s, (koord_text){ value, (uint32_t)size })) return 0;
        value += size;
        if (!*value) return 1;
    }
}

static int set_listen(settings *s, const char *value)
{
    const char *colon = strrchr(value, ':');
    char *end;
    long port = colon && isdigit((unsigned char)colon[1]) ? strtol(colon + 1, &end, 10) : -1;
    if (port < 0 || port > 65535 || *end || colon == value)
        return complain("--listen cannot be", value, "write HOST:PORT, as in 127.0.0.1:8787");
    s->listen = value;
    return 1;
}

static int set_store(settings *s, const char *value)
{
    s->store = value;
    return *value ? 1 : complain("--store is empty", NULL, "name a file");
}

static int set_spool(settings *s, const char *value)
{
    s->spool = value;
    return *value ? 1 : complain("--spool is empty", NULL, "name a file");
}

/* From a file, since what stands on a command line is there for all to see. */
static int set_read_token(settings *s, const char *value)
{
    FILE *file = fopen(value, "r");
    if (!file) return complain("--read-token cannot read", value, "name a file that holds the token alone");
    size_t size = fread(s->token, 1, sizeof s->token - 1, file);
    fclose(file);
    s->token[size] = '\0';
    s->token[strcspn(s->token, "\r\n")] = '\0';
    s->read_token = s->token;
    return strlen(s->token) >= TOKEN_LEAST
               ? 1
               : complain("--read-token finds fewer than 16 characters in", value, "write a longer token");
}

/* A whole number up to `most`: 1, or 0 after a complaint. */
static int number(const char *name, const char *value, uint32_t least, uint32_t most, uint32_t *to)
{
    char *end, mend[64];
    long long read = isdigit((unsigned char)*value) ? strtoll(value, &end, 10) : -1;
    snprintf(mend, sizeof mend, "give a whole number from %u to %u", (unsigned)least, (unsigned)most);
    if (read < least || read > most || *end) return complain(name, value, mend);
    *to = (uint32_t)read;
    return 1;
}

static int set_rate(settings *s, const char *value)
{
    return number("--rate cannot be", value, 0, RATE_MOST, &s->rate);
}

static int set_site_rate(settings *s, const char *value)
{
    return number("--site-rate cannot be", value, 0, RATE_MOST, &s->site_rate);
}

static int set_queue(settings *s, const char *value)
{
    return number("--queue cannot be", value, 1, QUEUE_MOST, &s->queue);
}

static int set_retain(settings *s, const char *value)
{
    return number("--retain-days cannot be", value, 0, RETAIN_MOST, &s->retain_days);
}

static const struct {
    const char *name;
    int (*set)(settings *, const char *);
} table[] = {
    { "--store", set_store },        { "--listen", set_listen },
    { "--static", add_folder },      { "--allow-origin", add_origin },
    { "--site", add_site },          { "--staff-address", add_staff_addresses },
    { "--rate", set_rate },          { "--site-rate", set_site_rate },
    { "--queue", set_queue },        { "--spool", set_spool },
    { "--retain-days", set_retain }, { "--read-token", set_read_token },
};

/* Takes argv[i], and its value either behind = or as the next one. How many it took, 0 after a complaint. */
static int take(settings *s, const char *name, const char *next)
{
    if (strcmp(name, "--behind-proxy") == 0) return s->behind_proxy = 1;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        size_t size = strlen(table[i].name);
        if (strncmp(name, table[i].name, size) != 0) continue;
        if (name[size] == '=') return table[i].set(s, name + size + 1);
        if (name[size]) continue;
        if (!next) return complain(name, NULL, "it needs a value behind it");
        return table[i].set(s, next) * 2;
    }
    return complain("there is no setting", name, "koord-collector --help lists them");
}

static int missing_store(void)
{
    complain("--store is missing", NULL, "say where to keep the journeys: --store journeys.db");
    return SETTINGS_BAD;
}

static int name_spool(settings *s)
{
    int size = snprintf(s->beside, sizeof s->beside, "%s-spool", s->store);
    if (!s->spool) s->spool = s->beside;
    if (size < (int)sizeof s->beside) return SETTINGS_GO_ON;
    complain("--store has too long a name", NULL, "give a shorter one");
    return SETTINGS_BAD;
}

int settings_read(settings *s, int argc, char **argv)
{
    *s = (settings){ .listen = "127.0.0.1:8787", .rate = RATE_INITIAL };
    s->queue = QUEUE_INITIAL;
    s->retain_days = RETAIN_INITIAL;
    for (int i = 1; i < argc;) {
        if (strcmp(argv[i], "--help") == 0) return fputs(help, stdout), 0;
        int took = take(s, argv[i], i + 1 < argc ? argv[i + 1] : NULL);
        if (!took) return SETTINGS_BAD;
        i += took;
    }
    return s->store ? name_spool(s) : missing_store();
}
