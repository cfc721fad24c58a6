#include "map_columns.hpp"
#include "map_scan.hpp"
#include "osmium_face.h"

#include <osmium/io/error.hpp>
#include <osmium/version.hpp>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

struct quartier_osmium_map {
    quartier::MapColumns columns;
    quartier_osmium_columns view;
};

namespace {

std::int32_t refuse(std::int32_t status, const char *reason, char *message, std::size_t capacity) {
    if (capacity > 0) {
        const auto length = std::min(std::strlen(reason), capacity - 1);
        std::memcpy(message, reason, length);
        message[length] = '\0';
    }
    return status;
}

bool is_about_length(const char *reason) {
    return std::strstr(reason, "overlong") != nullptr || std::strstr(reason, "too long") != nullptr;
}

}  // namespace

extern "C" {

const char *quartier_osmium_version(void) { return LIBOSMIUM_VERSION_STRING; }

int32_t quartier_osmium_read(
    const quartier_osmium_request *request, quartier_osmium_map **map, char *message, size_t capacity) {
    *map = nullptr;
    try {
        quartier::MapStore store;
        quartier::scan(*request, store);
        auto result = std::make_unique<quartier_osmium_map>();
        result->columns = quartier::make_columns(store);
        result->view = result->columns.view();
        *map = result.release();
        return QUARTIER_OSMIUM_READ;
    } catch (const quartier::HistoryFile &error) {
        return refuse(QUARTIER_OSMIUM_HISTORY, error.what(), message, capacity);
    } catch (const std::bad_alloc &error) {
        return refuse(QUARTIER_OSMIUM_TOO_LARGE, error.what(), message, capacity);
    } catch (const std::system_error &error) {
        return refuse(QUARTIER_OSMIUM_UNREADABLE, error.what(), message, capacity);
    } catch (const std::length_error &error) {
        const auto status = is_about_length(error.what()) ? QUARTIER_OSMIUM_OVERLONG : QUARTIER_OSMIUM_TOO_LARGE;
        return refuse(status, error.what(), message, capacity);
    } catch (const std::exception &error) {
        const auto status = is_about_length(error.what()) ? QUARTIER_OSMIUM_OVERLONG : QUARTIER_OSMIUM_MALFORMED;
        return refuse(status, error.what(), message, capacity);
    } catch (...) {
        return refuse(QUARTIER_OSMIUM_MALFORMED, "unknown", message, capacity);
    }
}

const quartier_osmium_columns *quartier_osmium_columns_of(const quartier_osmium_map *map) { return &map->view; }

void quartier_osmium_free(quartier_osmium_map *map) { delete map; }

}  // extern "C"
