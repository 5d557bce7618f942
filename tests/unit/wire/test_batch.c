/* Tests of wire/batch: how long facts wait, how failure is borne, and that no two batches are under way. */
#include "../check_main.h"
#include "wire/batch.h"

static kd_batch fresh(void)
{
    kd_batch b;
    kd_batch_reset(&b, 12345);
    return b;
}

/* Facts wait, and are under way at `now`. */
static kd_batch sent(koord_ms now)
{
    kd_batch b = fresh();
    kd_batch_add(&b, 0, 100, 1);
    ck_assert_int_eq(kd_batch_begin(&b, now), 1);
    return b;
}

static const struct {
    const char *says;
    uint32_t size;
    int news;
    koord_ms due;
} waits[] = {
    { "a fact waits for company", 100, 0, 10000 + KD_BATCH_LINGER_MS },
    { "news wait a second", 100, 1, 10000 + KD_BATCH_NEWS_MS },
    { "a byte less than full waits", KD_BATCH_FULL - 1, 0, 10000 + KD_BATCH_LINGER_MS },
    { "what is full goes at once", KD_BATCH_FULL, 0, 10000 },
};

START_TEST(wait)
{
    kd_batch b = fresh();
    ck_assert_uint_eq(kd_batch_due(&b), KOORD_NEVER);
    kd_batch_add(&b, 10000, waits[_i].size, waits[_i].news);
    ck_assert_msg(kd_batch_due(&b) == waits[_i].due, "%s", waits[_i].says);
    ck_assert_int_eq(kd_batch_begin(&b, waits[_i].due - 1), 0);
    ck_assert_int_eq(kd_batch_begin(&b, waits[_i].due), 1);
}
END_TEST

START_TEST(what_comes_later_does_not_put_it_off)
{
    kd_batch b = fresh();
    kd_batch_add(&b, 1000, 10, 0);
    kd_batch_add(&b, 9000, 10, 0);
    ck_assert_uint_eq(kd_batch_due(&b), 11000);
    kd_batch_add(&b, 9500, 10, 1);
    ck_assert_uint_eq(kd_batch_due(&b), 10500);
}
END_TEST

START_TEST(never_two_under_way)
{
    kd_batch b = sent(1000);
    kd_batch_add(&b, 1000, KD_BATCH_FULL, 1);
    ck_assert_uint_eq(kd_batch_due(&b), KOORD_NEVER);
    ck_assert_int_eq(kd_batch_begin(&b, 90000), 0);
    ck_assert_int_eq(kd_batch_end(&b, 90000, b.id, KOORD_DELIVERED, 0, KD_BATCH_FULL), KOORD_OK);
    ck_assert_int_eq(kd_batch_begin(&b, 90000), 1);
}
END_TEST

START_TEST(only_the_one_under_way_can_end)
{
    kd_batch b = sent(1000);
    ck_assert_int_eq(kd_batch_end(&b, 2000, b.id + 1, KOORD_DELIVERED, 0, 0), KOORD_ERR_ARGUMENT);
    ck_assert_int_eq(kd_batch_end(&b, 2000, b.id, KOORD_DELIVERED, 0, 0), KOORD_OK);
    ck_assert_int_eq(kd_batch_end(&b, 2000, b.id, KOORD_DELIVERED, 0, 0), KOORD_ERR_ARGUMENT);
    ck_assert_uint_eq(kd_batch_due(&b), KOORD_NEVER);
}
END_TEST

START_TEST(what_is_left_goes_on)
{
    kd_batch few = sent(1000), many = sent(1000);
    kd_batch_end(&few, 2000, few.id, KOORD_DELIVERED, 0, 10);
    ck_assert_uint_eq(kd_batch_due(&few), 2000 + KD_BATCH_NEWS_MS);
    kd_batch_end(&many, 2000, many.id, KOORD_DELIVERED, 0, KD_BATCH_FULL);
    ck_assert_uint_eq(kd_batch_due(&many), 2000);
}
END_TEST

/* ---- failure ---- */

/* Fails once more at `now`; the pause until the next try. */
static uint32_t miss(kd_batch *b, koord_ms now)
{
    ck_assert_int_eq(kd_batch_end(b, now, b->id, KOORD_UNREACHED, 0, 100), KOORD_OK);
    koord_ms again = kd_batch_due(b);
    ck_assert_int_eq(kd_batch_begin(b, again), 1);
    return again - now;
}

START_TEST(pauses_grow_to_four_seconds_and_after_long_to_a_minute)
{
    kd_batch b = sent(1000);
    b.chance = (uint32_t)_i * 7919u + 1u;
    for (uint32_t failures = 1; failures <= 40; failures++) {
        uint32_t bound = KD_BATCH_BACKOFF_LEAST_MS << (failures < 8 ? failures : 8);
        uint32_t most = failures > KD_BATCH_PATIENT ? KD_BATCH_BACKOFF_LONG_MS : KD_BATCH_BACKOFF_MOST_MS;
        bound = bound < most ? bound : most;
        uint32_t pause = miss(&b, 1000);
        ck_assert_msg(bound / 2 <= pause && pause <= bound, "%u ms after %u failures", pause, failures);
    }
}
END_TEST

START_TEST(two_pages_pause_differently)
{
    kd_batch a = sent(1000), b = sent(1000);
    kd_batch_reset(&b, 54321);
    kd_batch_add(&b, 0, 100, 1);
    kd_batch_begin(&b, 1000);
    uint32_t same = 0;
    for (int i = 0; i < 8; i++) same += miss(&a, 1000) == miss(&b, 1000);
    ck_assert_uint_lt(same, 3);
}
END_TEST

START_TEST(success_forgets_failures)
{
    kd_batch b = sent(1000);
    for (int i = 0; i < 20; i++) miss(&b, 1000);
    kd_batch_end(&b, 1000, b.id, KOORD_DELIVERED, 0, KD_BATCH_FULL);
    ck_assert_uint_eq(b.failures, 0);
}
END_TEST

START_TEST(retry_after_is_obeyed)
{
    kd_batch b = sent(1000);
    kd_batch_end(&b, 2000, b.id, KOORD_UNREACHED, 30000, 100);
    ck_assert_uint_eq(kd_batch_due(&b), 32000);
    kd_batch_add(&b, 3000, KD_BATCH_FULL, 1);
    ck_assert_msg(kd_batch_due(&b) == 32000, "news do not shorten it");
    kd_batch c = sent(1000);
    kd_batch_end(&c, 2000, c.id, KOORD_UNREACHED, UINT32_MAX, 100);
    ck_assert_uint_eq(kd_batch_due(&c), KOORD_NEVER);
}
END_TEST

START_TEST(nothing_left_needs_no_next_try)
{
    kd_batch b = sent(1000);
    kd_batch_end(&b, 2000, b.id, KOORD_UNREACHED, 0, 0);
    ck_assert_uint_eq(kd_batch_due(&b), KOORD_NEVER);
}
END_TEST

/* ---- size ---- */

START_TEST(a_refused_batch_is_halved_to_one_byte_and_grows_again)
{
    kd_batch b = sent(1000);
    uint32_t most = b.waiting; /* what was refused, not what might have been sent */
    for (int i = 0; i < 20; i++) {
        kd_batch_end(&b, 1000, b.id, KOORD_TOO_MUCH, 0, 5000);
        most = most > 1 ? most / 2 : 1;
        ck_assert_uint_eq(b.most, most);
        ck_assert_msg(kd_batch_begin(&b, 1000) == 1, "at once");
    }
    ck_assert_uint_eq(b.most, 1);
    for (int i = 0; i < 20; i++) {
        kd_batch_end(&b, 1000, b.id, KOORD_DELIVERED, 0, KD_BATCH_FULL);
        ck_assert_uint_gt(b.most, most);
        if (b.most == KD_BATCH_MOST) return;
        most = b.most;
        kd_batch_begin(&b, 1000);
    }
    ck_abort_msg("never back to %d", KD_BATCH_MOST);
}
END_TEST

START_TEST(given_up_goes_back_to_the_full_size_at_once)
{
    kd_batch b = sent(1000);
    for (int i = 0; i < 20; i++) {
        kd_batch_end(&b, 1000, b.id, KOORD_TOO_MUCH, 0, 5000);
        kd_batch_begin(&b, 1000);
    }
    kd_batch_end(&b, 1000, b.id, KOORD_GIVEN_UP, 0, 4000);
    ck_assert_uint_eq(b.most, KD_BATCH_MOST);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("batch");
    tcase_add_loop_test(all, wait, 0, ROWS(waits));
    tcase_add_test(all, what_comes_later_does_not_put_it_off);
    tcase_add_test(all, never_two_under_way);
    tcase_add_test(all, only_the_one_under_way_can_end);
    tcase_add_test(all, what_is_left_goes_on);
    tcase_add_loop_test(all, pauses_grow_to_four_seconds_and_after_long_to_a_minute, 0, 50);
    tcase_add_test(all, two_pages_pause_differently);
    tcase_add_test(all, success_forgets_failures);
    tcase_add_test(all, retry_after_is_obeyed);
    tcase_add_test(all, nothing_left_needs_no_next_try);
    tcase_add_test(all, a_refused_batch_is_halved_to_one_byte_and_grows_again);
    tcase_add_test(all, given_up_goes_back_to_the_full_size_at_once);
    return run_suite();
}
