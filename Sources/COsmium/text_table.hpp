// Texts and sets of tags, each kept once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace quartier {

/// Distinct texts, numbered in the order in which they came.
class TextTable {
  public:
    /// The number of a text.
    std::int32_t index(std::string_view text) {
        auto &recent = recent_[slot(text)];
        if (recent >= 0 && texts_[static_cast<std::size_t>(recent)] == text) { return recent; }
        return recent = known_or_new(text);
    }

    std::string_view operator[](std::int32_t index) const { return texts_[static_cast<std::size_t>(index)]; }

    /// Whether a text has control characters or is no UTF-8.
    bool is_absurd(std::int32_t index) const { return absurd_[static_cast<std::size_t>(index)] != 0; }

  private:
    static constexpr std::size_t chunk_size = 1U << 16U;
    static constexpr unsigned slot_bits = 8;

    std::int32_t known_or_new(std::string_view text) {
        const auto found = indexes_.find(text);
        if (found != indexes_.end()) { return found->second; }
        const auto stored = store(text);
        const auto index = static_cast<std::int32_t>(texts_.size());
        texts_.push_back(stored);
        absurd_.push_back(!is_plain(stored));
        indexes_.emplace(stored, index);
        return index;
    }

    // A few texts are most of what comes. Length and first bytes tell them apart well enough to find them again without
    // the table.
    static std::size_t slot(std::string_view text) {
        std::uint64_t bytes = 0;
        if (!text.empty()) { std::memcpy(&bytes, text.data(), std::min(text.size(), sizeof bytes)); }
        return static_cast<std::size_t>(((bytes ^ text.size()) * 0x9E3779B97F4A7C15U) >> (64U - slot_bits));
    }

    // Chunks never move, so that views of texts stay good.
    std::string_view store(std::string_view text) {
        if (chunks_.empty() || chunk_size - used_ < text.size()) {
            chunks_.push_back(std::make_unique<char[]>(text.size() > chunk_size ? text.size() : chunk_size));
            used_ = 0;
        }
        char *const start = chunks_.back().get() + used_;
        if (!text.empty()) { std::memcpy(start, text.data(), text.size()); }
        used_ = text.size() > chunk_size ? chunk_size : used_ + text.size();
        return {start, text.size()};
    }

    // UTF-8 by the table of well-formed byte sequences in the Unicode standard (3.9, table 3-7).
    static bool is_plain(std::string_view text) {
        const auto *byte = reinterpret_cast<const unsigned char *>(text.data());
        const auto *const end = byte + text.size();
        while (byte < end) {
            if (*byte < 0x80U) {
                if (*byte < 0x20U || *byte == 0x7FU) { return false; }
                ++byte;
                continue;
            }
            std::ptrdiff_t further = 0;
            unsigned char low = 0x80U;
            unsigned char high = 0xBFU;
            if (*byte >= 0xC2U && *byte <= 0xDFU) {
                further = 1;
            } else if (*byte >= 0xE0U && *byte <= 0xEFU) {
                further = 2;
                if (*byte == 0xE0U) { low = 0xA0U; }
                if (*byte == 0xEDU) { high = 0x9FU; }
            } else if (*byte >= 0xF0U && *byte <= 0xF4U) {
                further = 3;
                if (*byte == 0xF0U) { low = 0x90U; }
                if (*byte == 0xF4U) { high = 0x8FU; }
            } else {
                return false;
            }
            if (end - byte <= further || byte[1] < low || byte[1] > high) { return false; }
            for (std::ptrdiff_t next = 2; next <= further; ++next) {
                if ((byte[next] & 0xC0U) != 0x80U) { return false; }
            }
            byte += further + 1;
        }
        return true;
    }

    std::vector<std::unique_ptr<char[]>> chunks_;
    std::size_t used_ = 0;
    std::vector<std::string_view> texts_;
    std::vector<char> absurd_;
    std::unordered_map<std::string_view, std::int32_t> indexes_;
    /// The index of the text that last came to each slot, or -1.
    std::vector<std::int32_t> recent_ = std::vector<std::int32_t>(std::size_t{1} << slot_bits, -1);
};

/// Distinct sets of tags, numbered in the order in which they came.
class TagSetTable {
  public:
    using Pair = std::pair<std::int32_t, std::int32_t>;

    TextTable texts;

    /// The number of a set, keys ascending and each once.
    std::int32_t index(const std::vector<Pair> &pairs) {
        const std::string_view bytes{reinterpret_cast<const char *>(pairs.data()), pairs.size() * sizeof(Pair)};
        const auto text = sets_.index(bytes);
        return text;
    }

    /// The pairs of a set.
    std::vector<Pair> operator[](std::int32_t index) const {
        const auto bytes = sets_[index];
        std::vector<Pair> pairs(bytes.size() / sizeof(Pair));
        if (!pairs.empty()) { std::memcpy(static_cast<void *>(pairs.data()), bytes.data(), bytes.size()); }
        return pairs;
    }

  private:
    // A set is kept as the bytes of its pairs of numbers.
    TextTable sets_;
};

}  // namespace quartier
