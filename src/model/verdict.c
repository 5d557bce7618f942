/* verdict - what the engine made of the facts, waiting to be taken. */
#include "model/verdict.h"

kd_verdict *kd_verdicts_push(kd_verdicts *v)
{
    if (v->count == KD_VERDICTS) {
        v->lost++;
        v->count--;
    }
    kd_verdict *next = &v->item[v->count++];
    *next = (kd_verdict){ 0 };
    return next;
}
