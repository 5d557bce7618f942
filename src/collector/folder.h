/* folder.h - answering with files. */
#ifndef COLLECTOR_FOLDER_H
#define COLLECTOR_FOLDER_H

#include "collector/request.h"

enum MHD_Result folder_answer(request *r);

#endif
