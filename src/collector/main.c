/* main - starts the collector, and stops it when asked to. */
#include "collector/server.h"
#include <pthread.h>
#include <signal.h>
#include <stdio.h>

/* Blocked before any thread starts, so that no other thread is hit; and neither a sender that hangs up nor a
 * limit on the size of files kills anybody. */
static sigset_t signals_to_stop(void)
{
    sigset_t stop;
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, NULL);
    return stop;
}

static int serve(const settings *given, store *keep, const sigset_t *stop)
{
    char here[300];
    int caught;
    server *s = server_start(given, keep);
    if (!s) return 1;
    server_address(s, here, sizeof here);
    printf("koord-collector: listening on http://%s, storing in %s\n", here, given->store);
    fflush(stdout);
    sigwait(stop, &caught);
    server_stop(s);
    return 0;
}

int main(int argc, char **argv)
{
    settings given;
    char why[200];
    int code = settings_read(&given, argc, argv);
    if (code != SETTINGS_GO_ON) return code;
    sigset_t stop = signals_to_stop();
    store *keep = store_open(given.store, why, sizeof why);
    if (!keep) {
        fprintf(stderr, "koord-collector: cannot store in %s: %s\n", given.store, why);
        return 1;
    }
    code = serve(&given, keep, &stop);
    store_close(keep);
    return code;
}
