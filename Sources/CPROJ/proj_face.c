/* PROJ is loaded when first asked for, not with the program: it brings curl, GnuTLS and twenty libraries more, for downloads
   that Quartier never lets it make. They take 9 ms of every run; asked for later, they load while another thread reads. */
#include "proj_face.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/* The name says which interface it is: 25 is that of PROJ 9. */
#ifdef __APPLE__
#define LIBRARY "libproj.25.dylib"
#else
#define LIBRARY "libproj.so.25"
#endif

static struct proj_functions functions;
static bool is_complete = false;

/* POSIX lets an address from dlsym become a function's; C itself has no such conversion, hence the detour. */
static bool find(void *library, const char *name, void *function) {
    void *const address = dlsym(library, name);
    *(void **)function = address;
    return address != NULL;
}

static void load(void) {
    void *const library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return;
#define AND_FIND(name) &&find(library, "proj_" #name, (void *)&functions.name)
    is_complete = true PROJ_FUNCTIONS(AND_FIND);
#undef AND_FIND
}

const struct proj_functions *quartier_proj_functions(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    return pthread_once(&once, load) == 0 && is_complete ? &functions : NULL;
}
