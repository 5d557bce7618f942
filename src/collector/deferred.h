/* deferred.h - a request that is answered when what it brought is on disk. */
#ifndef COLLECTOR_DEFERRED_H
#define COLLECTOR_DEFERRED_H

#include "collector/request.h"

/* Hands the request's job to the writer. The route's answer is asked again when that is done, with
 * r->deferred set. Answers 503 by itself where the queue is full. `body` must live as long as the request. */
enum MHD_Result deferred_begin(request *r, int what, koord_text body);

/* The answer to one that is not on disk: what is lost, and what to do. */
enum MHD_Result deferred_failed(request *r, const char *error);

#endif
