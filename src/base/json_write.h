/* json_write.h - writing compact JSON into a buffer; commas are taken care of. */
#ifndef KD_JSON_WRITE_H
#define KD_JSON_WRITE_H

#include "base/buffer.h"

/* Opens with '{' or '[', closes with '}' or ']'. */
void kd_json_open(kd_buffer *b, char bracket);
void kd_json_close(kd_buffer *b, char bracket);

/* Inside an object: the key, and the comma before it where one is due. */
void kd_json_key(kd_buffer *b, const char *key);

/* A string in quotes, escaped. Bytes that are no UTF-8 become U+FFFD. Inside an array with its comma. */
void kd_json_text(kd_buffer *b, koord_text text);

/* A number; inside an array with its comma. */
void kd_json_integer(kd_buffer *b, int64_t number);

#endif
