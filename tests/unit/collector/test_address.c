/* test_address - addresses as sockets and proxies say them, and the networks they lie in. */
#include "../check_main.h"
#include "base/text.h"
#include "collector/address.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

static const struct {
    const char *said, *is; /* in the long form, NULL where it is no address */
} readings[] = {
    { "192.0.2.7", "::ffff:192.0.2.7" },
    { " 192.0.2.7\t", "::ffff:192.0.2.7" },
    { "192.0.2.7:50123", "::ffff:192.0.2.7" },
    { "::ffff:192.0.2.7", "::ffff:192.0.2.7" },
    { "2001:db8::7", "2001:db8::7" },
    { "[2001:db8::7]", "2001:db8::7" },
    { "[2001:db8::7]:443", "2001:db8::7" },
    { "198.51.100.1, 192.0.2.7", "::ffff:192.0.2.7" },
    { "192.0.2.7,2001:db8::7", "2001:db8::7" },
    { "", NULL },
    { ",", NULL },
    { "192.0.2.7,", NULL },
    { "unknown", NULL },
    { "192.0.2", NULL },
    { "192.0.2.256", NULL },
    { "192.0.2.7:", NULL },
    { "192.0.2.7:65536", NULL },
    { "192.0.2.7:80:80", NULL },
    { "[2001:db8::7", NULL },
    { "[2001:db8::7]443", NULL },
    { "[2001:db8::7]:", NULL },
    { "[192.0.2.7]", NULL },
    { "[", NULL },
    { "fe80::1%eth0", NULL },
    { "2001:0db8:0000:0000:0000:0000:0000:0000:0000:0007", NULL },
};

START_TEST(the_last_of_a_list_is_read)
{
    address a, ought;
    const char *is = readings[_i].is;
    ck_assert_msg(address_read_last(&a, kd_text_of(readings[_i].said)) == (is != NULL), "%s",
                  readings[_i].said);
    if (!is) return;
    inet_pton(AF_INET6, is, ought.byte);
    ck_assert_msg(memcmp(&a, &ought, sizeof a) == 0, "%s", readings[_i].said);
}
END_TEST

START_TEST(both_families_of_sockets_have_one_form)
{
    struct sockaddr_in v4 = { .sin_family = AF_INET };
    struct sockaddr_in6 v6 = { .sin6_family = AF_INET6 };
    inet_pton(AF_INET, "192.0.2.7", &v4.sin_addr);
    inet_pton(AF_INET6, "::ffff:192.0.2.7", &v6.sin6_addr);
    address a = address_of_socket((const struct sockaddr *)&v4);
    address b = address_of_socket((const struct sockaddr *)&v6);
    ck_assert(memcmp(&a, &b, sizeof a) == 0);
}
END_TEST

static const struct {
    const char *a, *b;
    int same;
} senders[] = {
    { "192.0.2.7", "::ffff:192.0.2.7", 1 }, { "192.0.2.7", "192.0.2.8", 0 },
    { "2001:db8::7", "2001:db8::8", 1 },    { "2001:db8::7", "2001:db8:0:1::7", 0 },
    { "192.0.2.7", "::192.0.2.7", 0 },
};

START_TEST(one_measure_a_sender)
{
    address a, b;
    ck_assert(address_read(&a, kd_text_of(senders[_i].a)) && address_read(&b, kd_text_of(senders[_i].b)));
    ck_assert_int_eq(address_key(&a) == address_key(&b), senders[_i].same);
}
END_TEST

static const struct {
    const char *network, *address;
    int holds;
} members[] = {
    { "192.0.2.7", "192.0.2.7", 1 },
    { "192.0.2.7", "192.0.2.6", 0 },
    { "192.0.2.0/24", "192.0.2.0", 1 },
    { "192.0.2.0/24", "192.0.2.255", 1 },
    { "192.0.2.0/24", "192.0.3.0", 0 },
    { "192.0.2.0/24", "::ffff:192.0.2.9", 1 },
    { "192.0.2.128/25", "192.0.2.127", 0 },
    { "192.0.2.4/31", "192.0.2.5", 1 },
    { "192.0.2.4/31", "192.0.2.6", 0 },
    { "0.0.0.0/0", "203.0.113.9", 1 },
    { "0.0.0.0/0", "2001:db8::7", 0 },
    { "2001:db8::7", "2001:db8::7", 1 },
    { "2001:db8::/32", "2001:db8:ff::1", 1 },
    { "2001:db8::/32", "2001:db9::1", 0 },
    { "2001:db8::/127", "2001:db8::1", 1 },
    { "2001:db8::/127", "2001:db8::2", 0 },
    { "::/0", "2001:db8::7", 1 },
    { "::ffff:192.0.2.0/120", "192.0.2.9", 1 },
};

START_TEST(a_network_holds_its_own)
{
    char mend[160];
    network n;
    address a;
    ck_assert_msg(network_read(&n, kd_text_of(members[_i].network), mend, sizeof mend), "%s", mend);
    ck_assert(address_read(&a, kd_text_of(members[_i].address)));
    ck_assert_msg(network_holds(&n, &a) == members[_i].holds, "%s %s", members[_i].network,
                  members[_i].address);
}
END_TEST

static const struct {
    const char *network, *mend;
} mistakes[] = {
    { "", "write 192.0.2.7 or" },
    { "/24", "write 192.0.2.7 or" },
    { "office", "write 192.0.2.7 or" },
    { "192.0.2.0-192.0.2.9", "write 192.0.2.7 or" },
    { "192.0.2.7:80", "write 192.0.2.7 or" },
    { "192.0.2.0/", "from 0 to 32" },
    { "192.0.2.0/33", "from 0 to 32" },
    { "192.0.2.0/-1", "from 0 to 32" },
    { "192.0.2.0/24/24", "from 0 to 32" },
    { "2001:db8::/129", "from 0 to 128" },
    { "192.0.2.7/24", "its 24 bits are those of 192.0.2.0/24" },
    { "2001:db8::7/32", "its 32 bits are those of 2001:db8::/32" },
};

START_TEST(a_mistake_is_mended)
{
    char mend[160] = "";
    network n;
    ck_assert(!network_read(&n, kd_text_of(mistakes[_i].network), mend, sizeof mend));
    ck_assert_msg(strstr(mend, mistakes[_i].mend) != NULL, "%s: %s", mistakes[_i].network, mend);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("address");
    tcase_add_loop_test(all, the_last_of_a_list_is_read, 0, ROWS(readings));
    tcase_add_test(all, both_families_of_sockets_have_one_form);
    tcase_add_loop_test(all, one_measure_a_sender, 0, ROWS(senders));
    tcase_add_loop_test(all, a_network_holds_its_own, 0, ROWS(members));
    tcase_add_loop_test(all, a_mistake_is_mended, 0, ROWS(mistakes));
    return run_suite();
}
