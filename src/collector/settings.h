/* settings.h - what the command line says. The texts are views into argv. */
#ifndef COLLECTOR_SETTINGS_H
#define COLLECTOR_SETTINGS_H

#include "collector/address.h"
#include <stdint.h>

enum { SETTINGS_MOST = 64, SETTINGS_GO_ON = -1, SETTINGS_BAD = 2 };

typedef struct settings_list {
    const char *at[SETTINGS_MOST];
    int count;
} settings_list;

typedef struct settings {
    const char *listen, *store;
    const char *spool;            /* beside the store unless given */
    const char *read_token;       /* NULL: only this machine itself may read */
    settings_list folders;        /* "/dist=dist", or "dist" for all addresses */
    settings_list origins;        /* none: any */
    settings_list sites;          /* none: any */
    network staff[SETTINGS_MOST]; /* where the shop's own people come from */
    int staff_count;
    uint32_t rate;        /* requests a second from one address, 0 for no limit */
    uint32_t site_rate;   /* batches a second of one site, 0 for no limit */
    uint32_t queue;       /* requests that may wait for the disk */
    uint32_t retain_days; /* how long a session is kept after its end, 0 for ever */
    int behind_proxy;     /* the sender's address is the last of X-Forwarded-For */
    char beside[4096];    /* the name of the spool, where none is given */
    char token[256];      /* what the file of --read-token says */
} settings;

/* SETTINGS_GO_ON, or the exit code: 0 after --help, SETTINGS_BAD after saying what is wrong. */
int settings_read(settings *s, int argc, char **argv);

#endif
