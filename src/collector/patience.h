/* patience.h - how long a connection may take, however busy it looks: a byte a second is no progress.
 *
 * The HTTP library only knows idle time, which such a sender never has. So every connection has a moment by
 * which the next thing must have happened, and a thread that hangs up when it has not. */
#ifndef COLLECTOR_PATIENCE_H
#define COLLECTOR_PATIENCE_H

enum { PATIENCE_HEADERS_S = 10, PATIENCE_BODY_S = 30, PATIENCE_ANSWER_S = 60, PATIENCE_FOR_EVER = -1 };

typedef struct patience patience;
typedef struct patience_entry patience_entry;

patience *patience_start(void);

/* When every connection has ended. */
void patience_stop(patience *p);

/* A connection began, and must have sent its headers in PATIENCE_HEADERS_S. NULL where memory ran out. */
patience_entry *patience_begin(patience *p, int socket);

/* The next thing must happen within so many seconds. */
void patience_give(patience *p, patience_entry *entry, int seconds);

/* The connection ended; its socket is not touched any more. */
void patience_end(patience *p, patience_entry *entry);

#endif
