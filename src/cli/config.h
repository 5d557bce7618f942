/* config.h - settings and surveys from a JSON file, put into an engine. */
#ifndef KD_CONFIG_H
#define KD_CONFIG_H

#include "base/json_read.h"

/* Where a configuration is wrong, and why. */
typedef struct kd_config_problem {
    uint32_t at; /* byte of the text */
    char path[160], why[160];
} kd_config_problem;

/* {"settings":{"rage_click.clicks":4},"surveys":[...]}, the latter as in docs/surveys.md; a file of surveys
 * is a configuration, too. 1, or 0 and a *problem. The engine is then half configured: open it anew. */
int kd_config_apply(koord_engine *engine, koord_text json, kd_config_problem *problem);

#endif
