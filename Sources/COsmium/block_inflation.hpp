// Blocks of PBF files are inflated by libdeflate, in half the time that zlib takes. To be included before libosmium.
#pragma once

#include <libdeflate.h>
#include <zlib.h>

#include <cstddef>
#include <memory>

/// Does what zlib's `uncompress` does: inflates `source` into `target`, which has room for `*size` bytes, and sets `*size`
/// to what came out.
inline int quartier_uncompress(Bytef *target, uLongf *size, const Bytef *source, uLong source_size) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor{
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor};
    if (!decompressor) { return Z_MEM_ERROR; }
    std::size_t inflated_size = 0;
    const auto result =
        libdeflate_zlib_decompress(decompressor.get(), source, source_size, target, *size, &inflated_size);
    *size = static_cast<uLongf>(inflated_size);
    switch (result) {
    case LIBDEFLATE_SUCCESS:
        return Z_OK;
    case LIBDEFLATE_INSUFFICIENT_SPACE:
        return Z_BUF_ERROR;
    default:
        return Z_DATA_ERROR;
    }
}

// libosmium has no choice of the library; what it calls for each block is this one function.
#define uncompress quartier_uncompress
