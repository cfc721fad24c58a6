/* PROJ's functions, those that are used, found in the library when somebody first asks for them. */
#pragma once

#include <proj.h>

/* The names without their "proj_". */
#define PROJ_FUNCTIONS(F)                                                                                              \
    F(as_proj_string) F(as_wkt) F(context_create) F(context_destroy) F(context_errno) F(context_errno_string)          \
    F(context_get_database_metadata) F(context_set_enable_network) F(context_use_proj4_init_rules)                     \
    F(coordoperation_get_accuracy) F(coordoperation_get_grid_used) F(coordoperation_get_grid_used_count)               \
    F(coordoperation_has_ballpark_transformation) F(create) F(create_from_database) F(create_from_wkt)                 \
    F(create_operation_factory_context) F(create_operations) F(crs_get_coordinate_system) F(crs_get_geodetic_crs)      \
    F(crs_get_sub_crs) F(crs_is_derived) F(cs_get_axis_info) F(destroy) F(errno_reset) F(factors) F(get_area_of_use)   \
    F(get_id_auth_name) F(get_id_code) F(get_name) F(get_source_crs) F(get_type) F(identify) F(info)                   \
    F(int_list_destroy) F(is_equivalent_to_with_ctx) F(list_destroy) F(list_get) F(list_get_count) F(log_func)         \
    F(log_level) F(normalize_for_visualization) F(operation_factory_context_destroy)                                   \
    F(operation_factory_context_set_allow_ballpark_transformations)                                                    \
    F(operation_factory_context_set_area_of_interest) F(operation_factory_context_set_grid_availability_use)           \
    F(operation_factory_context_set_spatial_criterion) F(trans_generic)

/* A pointer to each, of the type that PROJ's own header declares: `functions->create` is `proj_create`. */
#define PROJ_MEMBER(name) __typeof__(&proj_##name) _Nonnull name;
struct proj_functions {
    PROJ_FUNCTIONS(PROJ_MEMBER)
};
#undef PROJ_MEMBER

/* The functions, the same for every thread; loads the library the first time. NULL where PROJ is not installed or lacks one. */
const struct proj_functions *_Nullable quartier_proj_functions(void);
