/* fuzz_address - what strangers write into X-Forwarded-For, and an owner into a list of addresses. */
#include "collector/address.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void must(int holds)
{
    if (!holds) abort();
}

static void check_network(koord_text text)
{
    char mend[160] = "";
    network n;
    if (network_read(&n, text, mend, sizeof mend))
        must(n.bits >= 0 && n.bits <= 128 && network_holds(&n, &n.first));
    else
        must(mend[0] != '\0' && strlen(mend) < sizeof mend - 1);
}

/* A copy of exactly its size, so that the sanitizer sees a read beyond its end. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char *copy = malloc(size ? size : 1);
    address a;
    if (!copy) abort();
    if (size) memcpy(copy, bytes, size);
    koord_text text = { copy, (uint32_t)size };
    if (address_read_last(&a, text)) must(address_read(&a, text) || memchr(copy, ',', size) != NULL);
    check_network(text);
    free(copy);
    return 0;
}
