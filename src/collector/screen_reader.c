/* screen_reader - who may read: a token, or the machine itself. */
#include "collector/screen.h"
#include "collector/answer.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* As long for a wrong token as for the right one. */
static int is_token(const char *token, const char *said)
{
    size_t size = strlen(token), said_size = strlen(said);
    unsigned char differs = size != said_size;
    for (size_t i = 0; i < said_size; i++) differs |= (unsigned char)(said[i] ^ token[i % size]);
    return !differs;
}

/* As Bearer, or as the password of any name, which browsers ask for by themselves. */
static int knows_token(const request *r, const char *token)
{
    const char *header = request_header(r, MHD_HTTP_HEADER_AUTHORIZATION);
    if (header && strncasecmp(header, "Bearer ", 7) == 0) return is_token(token, header + 7);
    char *password = NULL;
    char *name = MHD_basic_auth_get_username_password(r->connection, &password);
    int knows = password && is_token(token, password);
    MHD_free(name);
    MHD_free(password);
    return knows;
}

/* 127.0.0.0/8, also as a socket for both families gives it, and ::1. */
static int is_loopback(const struct sockaddr *from)
{
    static const network local[] = { { { { [10] = 0xff, [11] = 0xff, [12] = 127 } }, 104 },
                                     { { { [15] = 1 } }, 128 } };
    address a = address_of_socket(from);
    return network_holds(&local[0], &a) || network_holds(&local[1], &a);
}

/* A page elsewhere may give its own name the address of this machine; the browser then says that name. */
static int is_local_name(const char *host)
{
    static const char *const names[] = { "localhost", "127.0.0.1", "[::1]" };
    for (size_t i = 0; host && i < sizeof names / sizeof names[0]; i++) {
        size_t size = strlen(names[i]);
        if (strncasecmp(host, names[i], size) == 0 && (!host[size] || host[size] == ':')) return 1;
    }
    return 0;
}

/* What a proxy on this machine passes on comes from elsewhere. */
static int sits_here(const request *r)
{
    static const char *const passed_on[] = { "X-Forwarded-For", "Forwarded", "X-Real-IP", "Via" };
    for (size_t i = 0; i < sizeof passed_on / sizeof passed_on[0]; i++)
        if (request_header(r, passed_on[i])) return 0;
    return is_local_name(request_header(r, MHD_HTTP_HEADER_HOST)) &&
           is_loopback(
               MHD_get_connection_info(r->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr);
}

problem screen_reader(request *r)
{
    const char *token = r->server->settings->read_token;
    if (token && knows_token(r, token)) return (problem){ 0 };
    if (token) return problem_of(401, "reading needs the token", "send Authorization: Bearer and the token");
    if (sits_here(r)) return (problem){ 0 };
    return problem_of(403, "without a token only this machine itself may read",
                      "start the collector with --read-token, or ask http://127.0.0.1");
}
