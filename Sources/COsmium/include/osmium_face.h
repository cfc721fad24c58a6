#ifndef QUARTIER_OSMIUM_FACE_H
#define QUARTIER_OSMIUM_FACE_H

/* A thin C face over the C++ headers of libosmium. No exception crosses it. */

#ifdef __cplusplus
extern "C" {
#endif

/* The version of libosmium this was compiled with, such as "2.18.0". */
const char *quartier_osmium_version(void);

#ifdef __cplusplus
}
#endif
#endif
