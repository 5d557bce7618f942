/* address - reading and comparing addresses of both families in one form. */
#include "collector/address.h"
#include "collector/strict.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

enum { V4_BITS = 32, BITS = 128, V4_AT = 12 /* its first byte in the long form */ };

static const address v4_prefix = { { [10] = 0xff, [11] = 0xff } };

static int is_v4(const address *a)
{
    return memcmp(a->byte, v4_prefix.byte, V4_AT) == 0;
}

static address of_v4(const struct in_addr *v4)
{
    address a = v4_prefix;
    memcpy(a.byte + V4_AT, v4, 4);
    return a;
}

address address_of_socket(const struct sockaddr *from)
{
    address a = { { 0 } };
    if (from->sa_family == AF_INET) a = of_v4(&((const struct sockaddr_in *)(const void *)from)->sin_addr);
    if (from->sa_family == AF_INET6)
        memcpy(a.byte, &((const struct sockaddr_in6 *)(const void *)from)->sin6_addr, sizeof a.byte);
    return a;
}

/* ---- reading ---- */

static koord_text trimmed(koord_text text)
{
    while (text.size && (*text.at == ' ' || *text.at == '\t')) text.at++, text.size--;
    while (text.size && (text.at[text.size - 1] == ' ' || text.at[text.size - 1] == '\t')) text.size--;
    return text;
}

/* The text up to a character, all of it where there is none; what follows goes to `rest`. */
static koord_text until(koord_text text, char end, koord_text *rest)
{
    const char *at = text.size ? memchr(text.at, end, text.size) : NULL;
    uint32_t size = at ? (uint32_t)(at - text.at) : text.size;
    *rest = at ? (koord_text){ at + 1, text.size - size - 1 } : (koord_text){ NULL, 0 };
    return (koord_text){ text.at, size };
}

/* An address alone, as inet_pton wants it. */
static int read_plain(address *a, koord_text text)
{
    char plain[INET6_ADDRSTRLEN];
    struct in_addr v4;
    if (!text.size || text.size >= sizeof plain || memchr(text.at, '\0', text.size)) return 0;
    memcpy(plain, text.at, text.size);
    plain[text.size] = '\0';
    if (inet_pton(AF_INET6, plain, a->byte) == 1) return 1;
    if (inet_pton(AF_INET, plain, &v4) != 1) return 0;
    *a = of_v4(&v4);
    return 1;
}

static int is_port(koord_text text)
{
    return strict_whole(text) >= 0 && strict_whole(text) <= 65535;
}

/* "[2001:db8::7]", "[2001:db8::7]:443" */
static int read_bracketed(address *a, koord_text text)
{
    koord_text behind, inside = until((koord_text){ text.at + 1, text.size - 1 }, ']', &behind);
    if (!behind.at) return 0;
    if (behind.size && (behind.at[0] != ':' || !is_port((koord_text){ behind.at + 1, behind.size - 1 })))
        return 0;
    return read_plain(a, inside) && !is_v4(a);
}

int address_read(address *a, koord_text text)
{
    koord_text port;
    text = trimmed(text);
    if (text.size && text.at[0] == '[') return read_bracketed(a, text);
    if (read_plain(a, text)) return 1;
    koord_text host = until(text, ':', &port); /* IPv6 with a port has brackets */
    return port.at && is_port(port) && read_plain(a, host);
}

int address_read_last(address *a, koord_text list)
{
    koord_text last = list;
    while (list.at) last = until(list, ',', &list);
    return address_read(a, last);
}

uint64_t address_key(const address *a)
{
    uint64_t key;
    memcpy(&key, a->byte, sizeof key);
    if (is_v4(a)) memcpy(&key, a->byte + sizeof key, sizeof key);
    return key;
}

/* ---- networks ---- */

static address masked(address a, int bits)
{
    for (int i = 0; i < (int)sizeof a.byte; i++) {
        int kept = bits - 8 * i;
        if (kept < 8) a.byte[i] &= (unsigned char)(kept <= 0 ? 0 : 0xff00 >> kept);
    }
    return a;
}

/* "192.0.2.7/24" lies in a network that begins elsewhere: likely a slip, and worth a question. */
static int begins_elsewhere(const address *first, int said, int most, char *mend, size_t size)
{
    char text[INET6_ADDRSTRLEN];
    inet_ntop(most == BITS ? AF_INET6 : AF_INET, first->byte + (most == BITS ? 0 : V4_AT), text, sizeof text);
    snprintf(mend, size, "its %d bits are those of %s/%d: write that, or the address alone", said, text,
             said);
    return 0;
}

int network_read(network *n, koord_text text, char *mend, size_t size)
{
    koord_text behind, host = until(trimmed(text), '/', &behind);
    if (!read_plain(&n->first, host)) {
        snprintf(mend, size, "write 192.0.2.7 or 192.0.2.0/24, 2001:db8::7 or 2001:db8::/32");
        return 0;
    }
    int most = memchr(host.at, ':', host.size) ? BITS : V4_BITS;
    int64_t said = behind.at ? strict_whole(behind) : most;
    if (said < 0 || said > most) {
        snprintf(mend, size, "give a whole number of bits behind /, from 0 to %d", most);
        return 0;
    }
    n->bits = (int)said + BITS - most;
    address first = masked(n->first, n->bits);
    if (memcmp(&first, &n->first, sizeof first) == 0) return 1;
    return begins_elsewhere(&first, (int)said, most, mend, size);
}

int network_holds(const network *n, const address *a)
{
    address begins = masked(*a, n->bits);
    return memcmp(&begins, &n->first, sizeof begins) == 0;
}
