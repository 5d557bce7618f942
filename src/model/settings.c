/* settings - the numbers that a shop may change. */
#include "model/settings.h"
#include "base/hash.h"
#include "base/text.h"

typedef struct row {
    const char *owner, *name;
    int32_t initial, least, most;
} row;

static const row rows[KD_SETTINGS] = {
#define KOORD_SETTING(owner, NAME, name, initial, least, most, what) { #owner, #name, initial, least, most },
#include "koord_detectors.def"
};

const char *kd_setting_owner(kd_setting setting)
{
    return rows[setting].owner;
}

const char *kd_setting_name(kd_setting setting)
{
    return rows[setting].name;
}

void kd_settings_reset(kd_settings *settings)
{
    for (int i = 0; i < KD_SETTINGS; i++) settings->value[i] = rows[i].initial;
}

static int is_called(const row *r, koord_text name)
{
    koord_text owner = kd_text_of(r->owner);
    if (name.size <= owner.size || name.at[owner.size] != '.') return 0;
    koord_text rest = { name.at + owner.size + 1, name.size - owner.size - 1 };
    return kd_text_equal((koord_text){ name.at, owner.size }, owner) &&
           kd_text_equal(rest, kd_text_of(r->name));
}

int kd_settings_find(koord_text name)
{
    for (int i = 0; i < KD_SETTINGS; i++)
        if (is_called(&rows[i], name)) return i;
    return -1;
}

void kd_settings_range(kd_setting setting, int32_t *least, int32_t *most)
{
    *least = rows[setting].least;
    *most = rows[setting].most;
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
