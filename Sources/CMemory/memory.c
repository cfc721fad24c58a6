#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "memory_face.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#define MEBIBYTE (1024 * 1024)

/* So much of the heap is asked for at once. Memory is given where it is first written to: what stays unused costs
   nothing. */
#define HEAP_START (256 * MEBIBYTE)

/* Asks for the start of the heap, and for large pages in it, of 2 MB on most systems: one page fault in place of 512.
   Where the system refuses, pages stay small. */
static void grow_heap(void) {
    mallopt(M_TOP_PAD, HEAP_START);
    /* More than the heap has left after the libraries have started, so that it grows; not more, since a page is large only
       where nothing of it was written to before. */
    char *const block = malloc(MEBIBYTE / 4);
    const char *const end = sbrk(0);
    const uintptr_t page = 2 * MEBIBYTE;
    const uintptr_t first = ((uintptr_t)block + page - 1) / page * page;
    const uintptr_t last = (uintptr_t)end / page * page;
    if (block != NULL && first < last && last - first <= HEAP_START) {
        (void)madvise((void *)first, last - first, MADV_HUGEPAGE);
    }
    free(block);
    mallopt(M_TOP_PAD, MEBIBYTE);
}

void quartier_memory_prepare(void) {
    /* Blocks of less than 32 MB (the most that is allowed) come from the heap, and freed ones stay in it. By default the
       system would get large ones back and give new pages for the next, which it fills with zeros first. */
    mallopt(M_MMAP_THRESHOLD, 32 * MEBIBYTE);
    mallopt(M_TRIM_THRESHOLD, HEAP_START);
    /* Threads share one heap, so that each uses again what another freed. Small blocks come from caches of each thread. */
    mallopt(M_ARENA_MAX, 1);
    grow_heap();
}
#else
void quartier_memory_prepare(void) {}
#endif
