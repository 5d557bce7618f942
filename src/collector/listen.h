/* listen.h - the socket that the server listens on. */
#ifndef COLLECTOR_LISTEN_H
#define COLLECTOR_LISTEN_H

#include <stddef.h>

/* Where HOST:PORT says; [::1]:8787 for IPv6. -1 after saying on stderr why not. */
int listen_on(const char *address);

/* Where it listens indeed, the port filled in. */
void listen_address(int socket, char *text, size_t size);

#endif
