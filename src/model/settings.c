/* settings - the numbers that a shop may change. */
#include "model/settings.h"
#include "base/hash.h"
#include "base/text.h"

typedef struct row {
    int32_t initial, least, most;
} row;

static const row rows[KD_SETTINGS] = {
#define KOORD_SETTING(owner, NAME, name, initial, least, most, what) { initial, least, most },
#include "koord_detectors.def"
};

static const char names[] =
#define KOORD_SETTING(owner, NAME, name, initial, least, most, what) #owner "." #name "\0"
#include "koord_detectors.def"
    ;

koord_text kd_setting_first(void)
{
    return kd_text_of(names);
}

koord_text kd_setting_next(koord_text name)
{
    return kd_text_of(name.at + name.size + 1);
}

void kd_settings_reset(kd_settings *settings)
{
    for (int i = 0; i < KD_SETTINGS; i++) settings->value[i] = rows[i].initial;
}

int kd_settings_find(koord_text name)
{
    koord_text known = kd_setting_first();
    for (int i = 0; i < KD_SETTINGS; i++, known = kd_setting_next(known))
        if (kd_text_equal(name, known)) return i;
    return -1;
}

int koord_range(koord_text name, int32_t *least, int32_t *most)
{
    int found = kd_settings_find(name);
    if (found < 0) return KOORD_ERR_NAME;
    *least = rows[found].least;
    *most = rows[found].most;
    return KOORD_OK;
}

int kd_settings_put(kd_settings *settings, kd_setting setting, int32_t value)
{
    if (value < rows[setting].least || value > rows[setting].most) return KOORD_ERR_VALUE;
    settings->value[setting] = value;
    return KOORD_OK;
}

uint32_t kd_settings_hash(const kd_settings *settings)
{
    return kd_hash(KD_HASH_START, settings->value, sizeof settings->value);
}
