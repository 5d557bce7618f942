/* commands.h - the commands of the command line, one file each, and how they end. */
#ifndef KD_COMMANDS_H
#define KD_COMMANDS_H

typedef enum kd_exit {
    KD_EXIT_WELL = 0,
    KD_EXIT_FAILED = 1,    /* a file that cannot be read, no memory */
    KD_EXIT_USAGE = 2,     /* the words of the command line are off */
    KD_EXIT_BAD_LINES = 3, /* some lines were passed over; each is named on stderr */
    KD_EXIT_DIFFERS = 4    /* replay --check: other verdicts than the stored ones */
} kd_exit;

int kd_command_check(int argc, char **argv);
int kd_command_replay(int argc, char **argv);

#endif
