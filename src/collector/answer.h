/* answer.h - composing answers, so that all of them carry the same headers. */
#ifndef COLLECTOR_ANSWER_H
#define COLLECTOR_ANSWER_H

#include "collector/request.h"

/* With a JSON body, or none where it is empty. Takes the body over. */
enum MHD_Result answer_json(request *r, unsigned status, grow *body);

/* 200 with a body that a reader may keep, and ask again whether it changed. Takes the body over. */
enum MHD_Result answer_tagged(request *r, grow *body, const char *type, const char *etag);

/* {"error","mend","at"} */
enum MHD_Result answer_problem(request *r, problem p);

/* Any other. Takes the response over. */
enum MHD_Result answer_response(request *r, unsigned status, struct MHD_Response *response);

/* 503: the store did not say. */
enum MHD_Result answer_unreadable(request *r);

problem problem_of(unsigned status, const char *error, const char *mend);

#endif
