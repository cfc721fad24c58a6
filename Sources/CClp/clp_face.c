/* CLP is loaded when the first model is made, not with the program: it brings LAPACK and BLAS, and OpenBLAS starts threads
   that keep the other cores busy for the first 100 ms of every run, whether a linear program is solved or not. Each function
   here hands on to the one of its name in the library. All but the first need a model, so the library is there. */
#include "clp_face.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __APPLE__
#define LIBRARY "libClp.1.dylib"
#else
#define LIBRARY "libClp.so.1"
#endif

static struct {
    __typeof__(&Clp_newModel) new_model;
    __typeof__(&Clp_deleteModel) delete_model;
    __typeof__(&Clp_setLogLevel) set_log_level;
    __typeof__(&Clp_scaling) scaling;
    __typeof__(&Clp_loadProblem) load_problem;
    __typeof__(&Clp_columnLower) column_lower;
    __typeof__(&Clp_columnUpper) column_upper;
    __typeof__(&Clp_chgObjCoefficients) change_objective;
    __typeof__(&Clp_primal) primal;
    __typeof__(&Clp_dual) dual;
    __typeof__(&Clp_status) status;
    __typeof__(&Clp_getColSolution) column_solution;
} clp;

static bool is_complete = true;

/* POSIX lets an address from dlsym become a function's; C itself has no such conversion, hence the detour. */
static void find(void *library, const char *name, void *function) {
    void *const address = dlsym(library, name);
    *(void **)function = address;
    is_complete = is_complete && address != NULL;
}

static void load(void) {
    void *const library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        is_complete = false;
        return;
    }
    find(library, "Clp_newModel", &clp.new_model);
    find(library, "Clp_deleteModel", &clp.delete_model);
    find(library, "Clp_setLogLevel", &clp.set_log_level);
    find(library, "Clp_scaling", &clp.scaling);
    find(library, "Clp_loadProblem", &clp.load_problem);
    find(library, "Clp_columnLower", &clp.column_lower);
    find(library, "Clp_columnUpper", &clp.column_upper);
    find(library, "Clp_chgObjCoefficients", &clp.change_objective);
    find(library, "Clp_primal", &clp.primal);
    find(library, "Clp_dual", &clp.dual);
    find(library, "Clp_status", &clp.status);
    find(library, "Clp_getColSolution", &clp.column_solution);
}

/* NULL where CLP is not installed. */
Clp_Simplex *Clp_newModel(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    return pthread_once(&once, load) == 0 && is_complete ? clp.new_model() : NULL;
}

void Clp_deleteModel(Clp_Simplex *model) { clp.delete_model(model); }

void Clp_setLogLevel(Clp_Simplex *model, int level) { clp.set_log_level(model, level); }

void Clp_scaling(Clp_Simplex *model, int mode) { clp.scaling(model, mode); }

void Clp_loadProblem(
    Clp_Simplex *model, const int columns, const int rows, const CoinBigIndex *starts, const int *indexes,
    const double *factors, const double *column_lower, const double *column_upper, const double *objective,
    const double *row_lower, const double *row_upper) {
    clp.load_problem(
        model, columns, rows, starts, indexes, factors, column_lower, column_upper, objective, row_lower, row_upper);
}

double *Clp_columnLower(Clp_Simplex *model) { return clp.column_lower(model); }

double *Clp_columnUpper(Clp_Simplex *model) { return clp.column_upper(model); }

void Clp_chgObjCoefficients(Clp_Simplex *model, const double *factors) { clp.change_objective(model, factors); }

int Clp_primal(Clp_Simplex *model, int keeps_values) { return clp.primal(model, keeps_values); }

int Clp_dual(Clp_Simplex *model, int keeps_values) { return clp.dual(model, keeps_values); }

int Clp_status(Clp_Simplex *model) { return clp.status(model); }

const double *Clp_getColSolution(Clp_Simplex *model) { return clp.column_solution(model); }
