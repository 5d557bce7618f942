/* move - a raw pointer move in an imported recording. */
#include "cli/move.h"
#include "base/json_read.h"
#include "base/text.h"

enum { HAS_T = 1, HAS_X = 2, HAS_Y = 4, HAS_ALL = 7 };

static int number(kd_json *json, koord_text key, kd_move *move, int *has)
{
    if (kd_text_equal(key, KD_TEXT("t"))) return *has |= HAS_T, kd_json_whole(json, &move->t);
    if (kd_text_equal(key, KD_TEXT("x"))) return *has |= HAS_X, kd_json_whole(json, &move->x);
    if (kd_text_equal(key, KD_TEXT("y"))) return *has |= HAS_Y, kd_json_whole(json, &move->y);
    return kd_json_skip(json, NULL);
}

int kd_move_read(koord_text line, kd_move *move, const char **why)
{
    kd_json json = kd_json_of(line);
    koord_text key, span;
    int is_move = 0, has = 0;
    *move = (kd_move){ 0 };
    *why = NULL;
    kd_json_enter(&json, '{');
    while (kd_json_next_key(&json, &key)) {
        if (!kd_text_equal(key, KD_TEXT("kind")))
            number(&json, key, move, &has);
        else if (kd_json_skip(&json, &span))
            is_move = kd_text_equal(span, KD_TEXT("\"move\""));
    }
    if (!is_move) return 0;
    if (!kd_json_done(&json))
        *why = json.why;
    else if (has != HAS_ALL || move->t < 0)
        *why = "a move needs t, x and y: {\"kind\":\"move\",\"t\":1200,\"x\":640,\"y\":371}";
    return 1;
}
