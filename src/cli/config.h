/* config.h - settings and surveys from a JSON file, put into an engine. */
#ifndef KD_CONFIG_H
#define KD_CONFIG_H

#include "base/json_read.h"

/* Where a configuration is wrong, and why. */
typedef struct kd_config_problem {
    uint32_t at; /* byte of the text */
    char path[64], why[96];
} kd_config_problem;

/* {"settings":{"rage_click.clicks":4},"surveys":[{"id":"search_effort","on":"zero_results","sample":5000}]}
 * 1, or 0 and a *problem. The engine is then half configured: open it anew. */
int kd_config_apply(koord_engine *engine, koord_text json, kd_config_problem *problem);

#endif
