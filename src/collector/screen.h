/* screen.h - who may: looked at before a body is read. */
#ifndef COLLECTOR_SCREEN_H
#define COLLECTOR_SCREEN_H

#include "collector/request.h"

/* Sending: the page's origin, how often this address comes, and how the body is packed. */
problem screen_sender(request *r);

/* How much one address brings, and one site; when the batch was read. */
problem screen_batch(request *r, koord_text site, uint32_t records);

/* Whether it comes from an address of the shop's own people. */
int screen_is_staff(const request *r);

/* Reading: whoever knows the token; where there is none, whoever sits at this machine. */
problem screen_reader(request *r);

/* The answer to a browser that asks first. */
enum MHD_Result screen_preflight(request *r);

int screen_is_listed(const settings_list *list, koord_text text);

#endif
