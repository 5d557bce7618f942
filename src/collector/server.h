/* server.h - HTTP by libmicrohttpd: sockets, threads, and which handler answers what. */
#ifndef COLLECTOR_SERVER_H
#define COLLECTOR_SERVER_H

#include "collector/settings.h"
#include "collector/store.h"

typedef struct server server;

/* NULL after saying on stderr why not. */
server *server_start(const settings *given, store *keep);

/* "127.0.0.1:8787", for people. */
void server_address(const server *s, char *text, size_t size);

/* Takes no more, answers all that was received, and ends. */
void server_stop(server *s);

#endif
