/* The C interface of COIN-OR CLP, of which clp_face.c has the functions that are used. */
#pragma once

#include <coin/Clp_C_Interface.h>
