/* settings.h - the numbers that a shop may change, each with a default, a least and a most. */
#ifndef KD_SETTINGS_H
#define KD_SETTINGS_H

#include "koord.h"

/* KD_SETTING_rage_click_CLICKS and so on. */
typedef enum kd_setting {
#define KOORD_SETTING(owner, NAME, name, initial, least, most, what) KD_SETTING_##owner##_##NAME,
#include "koord_detectors.def"
    KD_SETTINGS
} kd_setting;

typedef struct kd_settings {
    int32_t value[KD_SETTINGS];
} kd_settings;

/* KD_GET(settings, rage_click, WINDOW_MS) */
#define KD_GET(settings, owner, NAME) ((uint32_t)(settings)->value[KD_SETTING_##owner##_##NAME])

/* Their names, "rage_click.window_ms", in the order of the table; nothing behind the last one. */
koord_text kd_setting_first(void);
koord_text kd_setting_next(koord_text name);

void kd_settings_reset(kd_settings *settings);

/* The setting called "rage_click.window_ms", or -1. */
int kd_settings_find(koord_text name);

/* KOORD_OK, or KOORD_ERR_VALUE outside its range. */
int kd_settings_put(kd_settings *settings, kd_setting setting, int32_t value);

/* Equal for equal settings of the same build. */
uint32_t kd_settings_hash(const kd_settings *settings);

#endif
