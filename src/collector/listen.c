/* listen - making the listening socket, with messages that say what is wrong with the address. */
#include "collector/listen.h"
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 1024, HOST_MOST = 256 };

static int complain(const char *address, const char *why)
{
    fprintf(stderr, "koord-collector: cannot listen on %s: %s; give a free address with --listen HOST:PORT\n",
            address, why);
    return -1;
}

/* The host without the brackets that IPv6 needs before a port. */
static const char *split(const char *address, char *host, size_t size)
{
    const char *colon = strrchr(address, ':');
    size_t length = (size_t)(colon - address), bracket = address[0] == '[' && colon[-1] == ']';
    if (length - 2 * bracket >= size) return NULL;
    memcpy(host, address + bracket, length - 2 * bracket);
    host[length - 2 * bracket] = '\0';
    return colon + 1;
}

static int open_at(const struct addrinfo *at)
{
    int yes = 1, fd = socket(at->ai_family, SOCK_STREAM, 0);
    if (fd < 0) return -1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(fd, at->ai_addr, at->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0) return fd;
    int error = errno;
    close(fd);
    errno = error;
    return -1;
}

int listen_on(const char *address)
{
    char host[HOST_MOST];
    struct addrinfo *found, want = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE };
    const char *port = split(address, host, sizeof host);
    if (!port) return complain(address, "the host name is too long");
    int failed = getaddrinfo(host, port, &want, &found);
    if (failed) return complain(address, gai_strerror(failed));
    int fd = open_at(found);
    freeaddrinfo(found);
    return fd < 0 ? complain(address, strerror(errno)) : fd;
}

void listen_address(int socket, char *text, size_t size)
{
    struct sockaddr_storage at;
    socklen_t length = sizeof at;
    char host[HOST_MOST] = "?", port[16] = "?";
    if (getsockname(socket, (struct sockaddr *)(void *)&at, &length) == 0)
        getnameinfo((struct sockaddr *)(void *)&at, length, host, sizeof host, port, sizeof port,
                    NI_NUMERICHOST | NI_NUMERICSERV);
    snprintf(text, size, strchr(host, ':') ? "[%s]:%s" : "%s:%s", host, port);
}
