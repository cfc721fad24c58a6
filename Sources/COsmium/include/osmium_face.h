#ifndef QUARTIER_OSMIUM_FACE_H
#define QUARTIER_OSMIUM_FACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A thin C face over the C++ headers of libosmium. No exception crosses it, nothing is written to standard error.
   Results are flat columns behind an opaque handle; the columns live as long as the handle. */

#ifdef __cplusplus
extern "C" {
#endif

/* The version of libosmium this was compiled with, such as "2.18.0". */
const char *quartier_osmium_version(void);

/* What a rule of tags selects an object for. */
enum quartier_osmium_use {
    QUARTIER_OSMIUM_STREET = 1,  /* ways only */
    QUARTIER_OSMIUM_BARRIER = 2, /* ways, and the ways of multipolygon relations */
    QUARTIER_OSMIUM_OBJECT = 4   /* nodes, ways, relations of multipolygons and boundaries */
};

/* Holds for objects with the tag, its value also as one of several ("a;b"), unless they also have the key `unless` with another value than "no". */
typedef struct {
    int32_t use;        /* one of quartier_osmium_use */
    const char *key;
    const char *value;  /* NULL: any value */
    const char *unless; /* NULL: no exception */
} quartier_osmium_rule;

/* What to read. All texts are UTF-8 and end with a zero byte. */
typedef struct {
    const char *path;
    const char *format; /* "pbf", "osm", "osm.gz", "osm.bz2" */
    bool is_clipped;
    double west, south, east, north; /* degrees; objects with a node in the box or on its edge are read */
    const quartier_osmium_rule *rules;
    size_t rule_count;
    const char *const *street_keys; /* the tags kept of streets */
    size_t street_key_count;
    const char *const *node_keys; /* the tags kept of nodes on streets */
    size_t node_key_count;
} quartier_osmium_request;

/* How reading ended. */
enum quartier_osmium_status {
    QUARTIER_OSMIUM_READ = 0,
    QUARTIER_OSMIUM_UNREADABLE = 1, /* the system refused the file */
    QUARTIER_OSMIUM_MALFORMED = 2,  /* no OpenStreetMap data, or broken */
    QUARTIER_OSMIUM_OVERLONG = 3,   /* a text longer than OpenStreetMap's limit */
    QUARTIER_OSMIUM_HISTORY = 4,    /* changes or all versions, not a state */
    QUARTIER_OSMIUM_TOO_LARGE = 5   /* no memory for it */
};

/* What was found wrong, counted. */
enum quartier_osmium_finding_code {
    QUARTIER_OSMIUM_NODES_MISSING = 0,  /* objects that refer to nodes not in the file or without a position */
    QUARTIER_OSMIUM_REFERENCES_MISSING, /* such references */
    QUARTIER_OSMIUM_SHORT_WAYS,         /* selected ways with fewer than two different nodes */
    QUARTIER_OSMIUM_DUPLICATES,         /* objects whose id occurred before; the last one counts */
    QUARTIER_OSMIUM_AREAS_BROKEN,       /* selected relations that lack ways or make no area */
    QUARTIER_OSMIUM_TAGS_ABSURD,        /* objects with too many tags, or control characters or no UTF-8 in them */
    QUARTIER_OSMIUM_FINDING_COUNT
};

/* The kinds of objects. */
enum quartier_osmium_kind { QUARTIER_OSMIUM_NODE = 0, QUARTIER_OSMIUM_WAY = 1, QUARTIER_OSMIUM_RELATION = 2 };

/* How often, and the first object in the order of kinds and ids. */
typedef struct {
    int64_t count;
    int64_t first_id;
    int32_t first_kind;
} quartier_osmium_finding;

/* The columns. Offsets named `ends` are cumulative; tag sets and texts are referred to by index. */
typedef struct {
    /* texts without their ends, one after another; distinct tag sets as pairs of texts, keys ascending */
    const char *text_bytes;
    const int64_t *text_ends;
    size_t text_count;
    const int32_t *tag_keys;
    const int32_t *tag_values;
    const int64_t *tag_set_ends;
    size_t tag_set_count;

    /* streets, ascending ids; the parts of a way cut at missing nodes follow each other */
    const int64_t *street_ids;
    const int32_t *street_tag_sets;
    const int32_t *street_node_ends;
    size_t street_count;
    const int32_t *street_nodes;
    size_t street_node_count;

    /* the nodes of streets, ascending ids; degrees */
    const int64_t *node_ids;
    const double *node_xs;
    const double *node_ys;
    size_t node_count;
    const int32_t *tagged_nodes;
    const int32_t *tagged_node_tag_sets;
    size_t tagged_node_count;

    /* barriers: lines of at least two positions */
    const int64_t *barrier_ends;
    size_t barrier_count;
    const double *barrier_xs;
    const double *barrier_ys;

    /* objects, by kind and ascending id: rings of positions. A node has one ring of one position, a way one ring. A
       relation that makes an area has closed rings, each outer ring followed by its inner rings; one that makes none
       has the lines of its ways. */
    const uint8_t *object_kinds;
    const int64_t *object_ids;
    const int32_t *object_tag_sets;
    const uint8_t *object_is_area; /* only ever 1 for relations */
    const int64_t *object_ring_ends;
    size_t object_count;
    const int64_t *ring_ends;
    const uint8_t *ring_is_outer;
    size_t ring_count;
    const double *ring_xs;
    const double *ring_ys;

    quartier_osmium_finding findings[QUARTIER_OSMIUM_FINDING_COUNT];
} quartier_osmium_columns;

typedef struct quartier_osmium_map quartier_osmium_map;

/* Reads a file. On success `*map` is set, to be freed by the caller; else `message` (of `capacity` bytes, ended by zero)
   says what libosmium or the system said. */
int32_t quartier_osmium_read(
    const quartier_osmium_request *request, quartier_osmium_map **map, char *message, size_t capacity);

/* The columns of a map that was read. */
const quartier_osmium_columns *quartier_osmium_columns_of(const quartier_osmium_map *map);

/* Frees a map; NULL is allowed. */
void quartier_osmium_free(quartier_osmium_map *map);

#ifdef __cplusplus
}
#endif
#endif
