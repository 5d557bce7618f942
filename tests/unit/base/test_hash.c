/* Tests of base/hash: the published values of FNV-1a, 32 bits. js/target.js must hash alike. */
#include "../check_main.h"
#include "base/hash.h"
#include <string.h>

static const struct {
    const char *text;
    uint32_t expect;
} rows[] = { { "", 0x811C9DC5u }, { "a", 0xE40C292Cu }, { "b", 0xE70C2DE5u }, { "foobar", 0xBF9CF968u } };

START_TEST(published_values)
{
    ck_assert_uint_eq(kd_hash(KD_HASH_START, rows[_i].text, strlen(rows[_i].text)), rows[_i].expect);
}
END_TEST

START_TEST(goes_on_where_it_was)
{
    uint32_t foo = kd_hash(KD_HASH_START, "foo", 3);
    ck_assert_uint_eq(kd_hash(foo, "bar", 3), 0xBF9CF968u);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("hash");
    tcase_add_loop_test(all, published_values, 0, ROWS(rows));
    tcase_add_test(all, goes_on_where_it_was);
    return run_suite();
}
