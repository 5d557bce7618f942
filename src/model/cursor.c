/* cursor - pointer moves condensed to a `cursor` fact. */
#include "model/cursor.h"
#include "base/moments.h"

/* The least that is worth a fact; what it means is a detector's business. Ten turns of 120 degrees or more
 * within 2 s, strokes of 200 pixels and more: 0.31 an hour of ordinary work in web forms, where shorter
 * strokes or fewer turns are everyday. Then quiet for five seconds. Farther than any screen: beyond it the
 * square of a product of two ways would not fit 64 bits. */
enum { TURNS = 10, WITHIN_MS = 2000, STROKE = 200, QUIET_MS = 5000, FARTHEST = 1 << 13 };

static int64_t square(int64_t a)
{
    return a * a;
}

static int32_t within(int32_t n)
{
    return n > FARTHEST ? FARTHEST : n < -FARTHEST ? -FARTHEST : n;
}

/* Without a root: the longer side and 3/8 of the shorter one is right to 7 percent. */
static int32_t distance(int32_t ax, int32_t ay, int32_t bx, int32_t by)
{
    int32_t dx = ax > bx ? ax - bx : bx - ax, dy = ay > by ? ay - by : by - ay;
    return dx > dy ? dx + dy * 3 / 8 : dy + dx * 3 / 8;
}

/* cos 120 degrees is -1/2: a.b <= -|a||b|/2, without a root. */
static int turns_back(int64_t ax, int64_t ay, int64_t bx, int64_t by)
{
    int64_t dot = ax * bx + ay * by;
    return dot < 0 && 4 * dot * dot >= (ax * ax + ay * ay) * (bx * bx + by * by);
}

static void turn(kd_cursor *c, koord_ms at)
{
    uint32_t i = c->turns++ % KD_STROKES;
    c->turned_at[i] = at;
    c->turn_x[i] = c->from_x;
    c->turn_y[i] = c->from_y;
}

static void describe(const kd_cursor *c, koord_ms at, koord_event *fact)
{
    int32_t left = c->x, right = c->x, top = c->y, bottom = c->y, path = 0, x = c->x, y = c->y;
    for (uint32_t i = 1; i <= TURNS; i++) {
        uint32_t k = (c->turns - i) % KD_STROKES;
        path += distance(x, y, c->turn_x[k], c->turn_y[k]);
        x = c->turn_x[k];
        y = c->turn_y[k];
        left = x < left ? x : left;
        right = x > right ? x : right;
        top = y < top ? y : top;
        bottom = y > bottom ? y : bottom;
    }
    *fact = koord_event_of(KOORD_EVENT_CURSOR, at);
    fact->number[KOORD_CURSOR_REVERSALS] = TURNS;
    fact->number[KOORD_CURSOR_PATH] = path;
    fact->number[KOORD_CURSOR_DIAGONAL] = distance(left, top, right, bottom);
    fact->number[KOORD_CURSOR_TOOK_MS] =
        (int32_t)kd_between(c->turned_at[(c->turns - TURNS) % KD_STROKES], at);
}

static int thrashes(const kd_cursor *c, koord_ms at)
{
    if (c->turns < TURNS || at < c->quiet_until) return 0;
    return kd_between(c->turned_at[(c->turns - TURNS) % KD_STROKES], at) <= WITHIN_MS;
}

int kd_cursor_move(kd_cursor *c, koord_ms at, int32_t x, int32_t y, koord_event *fact)
{
    x = within(x);
    y = within(y);
    if (!c->begun) {
        *c = (kd_cursor){
            .x = x, .y = y, .from_x = x, .from_y = y, .begun = 1, .quiet_until = c->quiet_until
        };
        return 0;
    }
    int32_t dx = c->x - c->from_x, dy = c->y - c->from_y;
    int back = turns_back(dx, dy, x - c->x, y - c->y);
    int long_enough = square(dx) + square(dy) >= square(STROKE);
    if (back) { /* the pointer turns: the stroke ends where it was */
        c->from_x = c->x;
        c->from_y = c->y;
        if (long_enough)
            turn(c, at);
        else
            c->turns = 0;
    }
    c->x = x;
    c->y = y;
    if (!back || !thrashes(c, at)) return 0;
    describe(c, at, fact);
    c->quiet_until = kd_later(at, QUIET_MS);
    c->turns = 0;
    return 1;
}
