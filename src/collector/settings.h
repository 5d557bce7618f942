/* settings.h - what the command line says. The texts are views into argv. */
#ifndef COLLECTOR_SETTINGS_H
#define COLLECTOR_SETTINGS_H

#include <stdint.h>

enum { SETTINGS_MOST = 64, SETTINGS_GO_ON = -1, SETTINGS_BAD = 2 };

typedef struct settings_list {
    const char *at[SETTINGS_MOST];
    int count;
} settings_list;

typedef struct settings {
    const char *listen, *store;
    settings_list folders; /* "/dist=dist", or "dist" for all addresses */
    settings_list origins; /* none: any */
    settings_list sites;   /* none: any */
    uint32_t rate;         /* batches a second from one address, 0 for no limit */
    int behind_proxy;      /* the sender's address is the last of X-Forwarded-For */
} settings;

/* SETTINGS_GO_ON, or the exit code: 0 after --help, SETTINGS_BAD after saying what is wrong. */
int settings_read(settings *s, int argc, char **argv);

#endif
