/* snapshot.h - the engine's state as bytes for the next page: a head that says who wrote it, then the state
 * itself. */
#ifndef KD_SNAPSHOT_H
#define KD_SNAPSHOT_H

#include "koord.h"

/* Bytes written, or KOORD_ERR_SPACE. */
int kd_snapshot_write(char *room, uint32_t room_size, const void *state, uint32_t size, uint32_t settings);

/* Copies the state out of `saved`. KOORD_ERR_VERSION and an untouched *state where it was written by another
 * build, under other settings, or is damaged. The state may still be nonsense made with care: those who use
 * it must bear any bytes. */
int kd_snapshot_read(koord_text saved, void *state, uint32_t size, uint32_t settings);

#endif
