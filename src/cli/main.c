/* main - koord on the command line: finds the command and hands over. */
#include "cli/commands.h"
#include "koord.h"
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name, *what;
    int (*run)(int argc, char **argv);
} commands[] = {
    { "replay", "facts in, verdicts out: judge recorded visits again", kd_command_replay },
    { "check", "surveys in, words out: whether a file of surveys is right, and what it will do",
      kd_command_check },
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void help(FILE *to)
{
    fprintf(to, "koord COMMAND ...\n\n");
    for (int i = 0; i < COMMANDS; i++) fprintf(to, "  %-8s %s\n", commands[i].name, commands[i].what);
    fprintf(to, "\n  koord COMMAND --help    says more about one of them\n"
                "  koord --version         the version of the core's interface\n");
}

int main(int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : "";
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(word, commands[i].name) == 0) return commands[i].run(argc - 2, argv + 2);
    if (strcmp(word, "--version") == 0) return printf("koord, core interface %d\n", KOORD_ABI), KD_EXIT_WELL;
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) return help(stdout), KD_EXIT_WELL;
    if (*word) fprintf(stderr, "koord: there is no command \"%s\"\n\n", word);
    return help(stderr), KD_EXIT_USAGE;
}
