/* check_main.h - what every Check program here needs: one suite, and a main() that runs it.
 *
 *     int main(void)
 *     {
 *         TCase *all = suite_of("text");
 *         tcase_add_test(all, clips_whole_characters);
 *         tcase_add_loop_test(all, sizes, 0, ROWS(sequences));
 *         return run_suite();
 *     }
 */
#ifndef CHECK_MAIN_H
#define CHECK_MAIN_H

#include <check.h>
#include <stdint.h>

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

static Suite *the_suite;

static inline TCase *suite_of(const char *module)
{
    TCase *all = tcase_create(module);
    the_suite = suite_create(module);
    suite_add_tcase(the_suite, all);
    return all;
}

/* In this process: a fork for every row costs more than the rows, and a sanitizer stops the program anyway.
 */
static inline int run_suite(void)
{
    SRunner *runner = srunner_create(the_suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

#endif
