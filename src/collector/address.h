/* address.h - the address that a request comes from, and lists of them. It is compared and never kept: no
 * address is stored or written anywhere.
 */
#ifndef COLLECTOR_ADDRESS_H
#define COLLECTOR_ADDRESS_H

#include "koord.h"
#include <sys/socket.h>

/* IPv4 as ::ffff:192.0.2.7, as a socket that listens for both gives it: one form for all. */
typedef struct address {
    unsigned char byte[16];
} address;

typedef struct network {
    address first;
    int bits; /* of 128, how many an address must share with the first to lie in it */
} network;

/* All nought where it is of neither family. */
address address_of_socket(const struct sockaddr *from);

/* "192.0.2.7", "2001:db8::7", in brackets or not, with a port or not, with blanks around: 1, or 0 where it is
 * none of them. Reads what strangers write. */
int address_read(address *a, koord_text text);

/* The last address of an X-Forwarded-For: what our own proxy appended. What stands before is the sender's
 * word. */
int address_read_last(address *a, koord_text list);

/* Who it is when it comes to measures: of IPv6 the first 64 bits, for whoever has one address there has them
 * all. */
uint64_t address_key(const address *a);

/* "192.0.2.0/24", "2001:db8::/32", or one address: 1, or 0 with what to write instead in `mend`, for people.
 */
int network_read(network *n, koord_text text, char *mend, size_t size);

int network_holds(const network *n, const address *a);

#endif
