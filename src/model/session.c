/* session - what the session facts said, and where the visitor is now. */
#include "model/session.h"

void kd_session_reset(kd_session *session)
{
    *session = (kd_session){ .total_cents = KOORD_ABSENT };
}

static int32_t known(int32_t number, int32_t otherwise)
{
    return number == KOORD_ABSENT ? otherwise : number;
}

static void begin(kd_session *session, const koord_event *e)
{
    session->begun = 1;
    session->draw = known(e->number[KOORD_SESSION_DRAW], 0);
    session->asked = known(e->number[KOORD_SESSION_ASKED], 0);
    session->sight = known(e->number[KOORD_SESSION_SIGHT], 0);
    session->staff = known(e->number[KOORD_SESSION_STAFF], 0);
}

/* Leaving the checkout pages for another place of the shop ends the step. */
static void arrive(kd_session *session, const koord_event *e)
{
    session->page_since = e->t;
    session->place = (uint8_t)known(e->number[KOORD_PAGE_VIEW_PLACE], KOORD_PLACE_IS_OTHER);
    if (session->place != KOORD_PLACE_IS_CHECKOUT) session->step = KOORD_STEP_IS_NONE;
}

void kd_session_take(kd_session *session, const koord_event *e)
{
    session->last = e->t;
    switch (e->kind) {
    case KOORD_EVENT_SESSION:
        begin(session, e);
        break;
    case KOORD_EVENT_PAGE_VIEW:
        arrive(session, e);
        break;
    case KOORD_EVENT_CHECKOUT:
        session->step = (uint8_t)known(e->number[KOORD_CHECKOUT_STEP], KOORD_STEP_IS_START);
        session->total_cents = known(e->number[KOORD_CHECKOUT_TOTAL_CENTS], session->total_cents);
        break;
    case KOORD_EVENT_CART:
        session->total_cents = known(e->number[KOORD_CART_TOTAL_CENTS], session->total_cents);
        break;
    case KOORD_EVENT_OTHER_TAB:
        session->asked = known(e->number[KOORD_OTHER_TAB_ASKED], session->asked);
        break;
    default:
        break;
    }
}
