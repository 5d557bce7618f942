/* Tests of wire/snapshot: what was saved comes back, and a single damaged byte is noticed. */
#include "../check_main.h"
#include "wire/snapshot.h"
#include <string.h>

enum { SIZE = 300, SETTINGS = 0xABCD };

static char state[SIZE], room[SIZE + 64];
static uint32_t size;

static void save(void)
{
    for (int i = 0; i < SIZE; i++) state[i] = (char)(i * 7);
    int written = kd_snapshot_write(room, sizeof room, state, SIZE, SETTINGS);
    ck_assert_int_gt(written, SIZE);
    size = (uint32_t)written;
}

static int restore(char *into, uint32_t from_size, uint32_t settings)
{
    return kd_snapshot_read((koord_text){ room, from_size }, into, SIZE, settings);
}

START_TEST(comes_back)
{
    char back[SIZE] = { 0 };
    save();
    ck_assert_int_eq(restore(back, size, SETTINGS), KOORD_OK);
    ck_assert_int_eq(memcmp(back, state, SIZE), 0);
}
END_TEST

START_TEST(every_damaged_byte_is_noticed)
{
    char back[SIZE] = { 0 }, untouched[SIZE] = { 0 };
    save();
    for (uint32_t i = 0; i < size; i++) {
        for (int bit = 0; bit < 8; bit++) {
            room[i] ^= (char)(1 << bit);
            ck_assert_msg(restore(back, size, SETTINGS) == KOORD_ERR_VERSION, "byte %u, bit %d", i, bit);
            room[i] ^= (char)(1 << bit);
        }
    }
    ck_assert_int_eq(memcmp(back, untouched, SIZE), 0);
}
END_TEST

START_TEST(other_settings_and_other_sizes_are_refused)
{
    char back[SIZE];
    save();
    ck_assert_int_eq(restore(back, size, SETTINGS + 1), KOORD_ERR_VERSION);
    ck_assert_int_eq(restore(back, size - 1, SETTINGS), KOORD_ERR_VERSION);
    ck_assert_int_eq(restore(back, size + 1, SETTINGS), KOORD_ERR_VERSION);
    ck_assert_int_eq(restore(back, 0, SETTINGS), KOORD_ERR_VERSION);
}
END_TEST

START_TEST(needs_its_room)
{
    save();
    ck_assert_int_eq(kd_snapshot_write(room, size - 1, state, SIZE, SETTINGS), KOORD_ERR_SPACE);
    ck_assert_int_eq(kd_snapshot_write(room, size, state, SIZE, SETTINGS), (int)size);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("snapshot");
    tcase_add_test(all, comes_back);
    tcase_add_test(all, every_damaged_byte_is_noticed);
    tcase_add_test(all, other_settings_and_other_sizes_are_refused);
    tcase_add_test(all, needs_its_room);
    return run_suite();
}
