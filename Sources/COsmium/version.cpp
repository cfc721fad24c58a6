#include "osmium_face.h"

#include <osmium/version.hpp>

extern "C" const char *quartier_osmium_version(void) { return LIBOSMIUM_VERSION_STRING; }
