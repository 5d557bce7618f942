/* settings - reads the command line. */
#include "collector/settings.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RATE_INITIAL = 50, RATE_MOST = 1000000 };

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
    "  --rate N                batches a second from one address, 50 unless given; 0 for no limit\n"
    "  --behind-proxy          the sender's address is the last one in X-Forwarded-For\n"
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

static int set_rate(settings *s, const char *value)
{
    char *end;
    long rate = isdigit((unsigned char)*value) ? strtol(value, &end, 10) : -1;
    if (rate < 0 || rate > RATE_MOST || *end)
        return complain("--rate cannot be", value, "give a whole number from 0 to 1000000");
    s->rate = (uint32_t)rate;
    return 1;
}

static const struct {
    const char *name;
    int (*set)(settings *, const char *);
} table[] = {
    { "--store", set_store },         { "--listen", set_listen }, { "--static", add_folder },
    { "--allow-origin", add_origin }, { "--site", add_site },     { "--rate", set_rate },
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

int settings_read(settings *s, int argc, char **argv)
{
    *s = (settings){ .listen = "127.0.0.1:8787", .rate = RATE_INITIAL };
    for (int i = 1; i < argc;) {
        if (strcmp(argv[i], "--help") == 0) return fputs(help, stdout), 0;
        int took = take(s, argv[i], i + 1 < argc ? argv[i + 1] : NULL);
        if (!took) return SETTINGS_BAD;
        i += took;
    }
    if (s->store) return SETTINGS_GO_ON;
    complain("--store is missing", NULL, "say where to keep the journeys: --store journeys.db");
    return SETTINGS_BAD;
}
