#define _GNU_SOURCE
#include "files_face.h"

#include <fcntl.h>
#include <stdio.h>

int quartier_files_exchange(const char *one, const char *other) {
#ifdef RENAME_EXCHANGE
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
#else
    return -1;
#endif
}
