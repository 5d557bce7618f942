/* page.h - the last few pages and views: when they were shown and left, and what was done on them. */
#ifndef KD_PAGE_H
#define KD_PAGE_H

#include "koord.h"

enum { KD_PAGES = 8 };

typedef struct kd_page {
    uint32_t id;       /* of its page_view fact */
    uint32_t key;      /* of its address, 0 where not known */
    koord_ms at;       /* since when it was shown */
    koord_ms until;    /* when it was left, or the newest one hidden; KOORD_NEVER while it is looked at */
    uint32_t ready_ms; /* from asking for it until it could be used, 0 where not known */
    uint32_t height;   /* of the viewport, CSS pixels, 0 where not known */
    uint8_t place, via;
    uint8_t inside;          /* something in the shop led here */
    uint8_t presses, inputs; /* clicks; fields changed, forms sent, fingers drawn. 255: that many or more */
    uint8_t scrolled;        /* how far down, percent of the page's length */
} kd_page;

typedef struct kd_pages {
    kd_page page[KD_PAGES];
    uint32_t count; /* ever; the newest is page[(count - 1) % KD_PAGES] */
} kd_pages;

void kd_pages_take(kd_pages *pages, const koord_event *e, uint32_t id);

/* The page `before` the newest one (0), or NULL when it is forgotten. */
const kd_page *kd_pages_nth(const kd_pages *pages, uint32_t before);

/* The page that was left for the newest one, where that is the page it had been reached from: there and
 * back. NULL where the way was another. */
const kd_page *kd_pages_turned(const kd_pages *pages);

/* Whether somebody went to it anew: no reload, and not by going back or forward. */
int kd_page_is_new(const kd_page *page);

/* How long it was looked at before it was left; KOORD_NEVER when that is not over. */
uint32_t kd_page_read_ms(const kd_page *page);

#endif
