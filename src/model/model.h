/* model.h - what a journey is: all that the floors above may look at. */
#ifndef KD_MODEL_H
#define KD_MODEL_H

#include "model/checkout.h"
#include "model/page.h"
#include "model/response.h"
#include "model/search.h"
#include "model/session.h"

typedef struct kd_model {
    kd_session session;
    kd_response response;
    kd_checkout checkout;
    kd_search search;
    kd_pages pages;
} kd_model;

static inline void kd_model_take(kd_model *model, const kd_settings *settings, const koord_event *e,
                                 uint32_t id)
{
    kd_session_take(&model->session, e);
    kd_response_take(&model->response, settings, e, id);
    kd_checkout_take(&model->checkout, e, id);
    kd_search_take(&model->search, e, id);
    kd_pages_take(&model->pages, e, id);
}

#endif
