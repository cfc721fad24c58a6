#ifndef QUARTIER_MEMORY_FACE_H
#define QUARTIER_MEMORY_FACE_H

#ifdef __cplusplus
extern "C" {
#endif

/* Sets the C library's allocator up for a program that works on large columns. It changes the whole process: to be
   called by programs, once and before their first thread, never by libraries. Nothing depends on it but speed. */
void quartier_memory_prepare(void);

#ifdef __cplusplus
}
#endif
#endif
