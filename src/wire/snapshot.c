/* snapshot - the engine's state as bytes for the next page. */
#include "wire/snapshot.h"
#include "base/hash.h"
#include <string.h>

typedef struct head {
    uint32_t magic, abi, size, settings, sum;
} head;

enum { MAGIC = 0x4B6F6F72 }; /* "Koor" */

static head head_of(const void *state, uint32_t size, uint32_t settings)
{
    return (head){ MAGIC, KOORD_ABI, size, settings, kd_hash(KD_HASH_START, state, size) };
}

int kd_snapshot_write(char *room, uint32_t room_size, const void *state, uint32_t size, uint32_t settings)
{
    head h = head_of(state, size, settings);
    if (room_size < sizeof h + size) return KOORD_ERR_SPACE;
    memcpy(room, &h, sizeof h);
    memcpy(room + sizeof h, state, size);
    return (int)(sizeof h + size);
}

int kd_snapshot_read(koord_text saved, void *state, uint32_t size, uint32_t settings)
{
    if (saved.size != sizeof(head) + size) return KOORD_ERR_VERSION;
    head expected = head_of(saved.at + sizeof(head), size, settings);
    if (memcmp(saved.at, &expected, sizeof expected) != 0) return KOORD_ERR_VERSION;
    memcpy(state, saved.at + sizeof(head), size);
    return KOORD_OK;
}
