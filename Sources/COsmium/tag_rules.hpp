// Which objects are read, and which of their tags are kept.
#pragma once

#include "osmium_face.h"
#include "text_table.hpp"

#include <osmium/osm/tag.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quartier {

/// The rules of a request, found by key.
class TagRules {
  public:
    struct Rule {
        std::int32_t use;
        const char *value;
        const char *unless;
    };
    struct Key {
        bool on_streets = false;
        bool on_nodes = false;
        std::vector<Rule> rules;
    };

    explicit TagRules(const quartier_osmium_request &request) {
        for (std::size_t index = 0; index < request.rule_count; ++index) {
            const auto &rule = request.rules[index];
            keys_[rule.key].rules.push_back({rule.use, rule.value, rule.unless});
            uses_ |= rule.use;
        }
        for (std::size_t index = 0; index < request.street_key_count; ++index) {
            keys_[request.street_keys[index]].on_streets = true;
        }
        for (std::size_t index = 0; index < request.node_key_count; ++index) {
            keys_[request.node_keys[index]].on_nodes = true;
        }
        for (const auto &entry : keys_) { lengths_[first(entry.first)] |= length(entry.first); }
    }

    const Key *find(std::string_view key) const {
        // Most keys are of no interest, which first letter and length already tell.
        if ((lengths_[first(key)] & length(key)) == 0) { return nullptr; }
        const auto found = keys_.find(key);
        return found == keys_.end() ? nullptr : &found->second;
    }

    /// Whether any rule selects for one of these uses.
    bool has_use(std::int32_t uses) const { return (uses_ & uses) != 0; }

  private:
    static std::size_t first(std::string_view key) { return key.empty() ? 0 : static_cast<unsigned char>(key.front()); }
    static std::uint64_t length(std::string_view key) { return std::uint64_t{1} << (key.size() & 63U); }

    std::unordered_map<std::string_view, Key> keys_;
    /// The lengths of the keys, modulo 64, by first letter: a bit for each.
    std::array<std::uint64_t, 256> lengths_{};
    std::int32_t uses_ = 0;
};

/// The tags of one object at a time.
class ObjectTags {
  public:
    /// OpenStreetMap's own limit is 5,000; objects of the map have some dozens.
    static constexpr std::size_t largest_count = 1000;

    explicit ObjectTags(const TagRules &rules, TagSetTable &sets) : rules_(rules), sets_(sets) {}

    /// Looks at the tags of an object. libosmium's own iteration trusts that no text holds a zero byte, which a file
    /// need not keep to; this one stops at the end of the list whatever stands in it.
    void load(const osmium::TagList &list) {
        tags_.clear();
        is_cut_ = false;
        const auto *at = reinterpret_cast<const char *>(list.data()) + sizeof(osmium::TagList);
        const auto *const end = reinterpret_cast<const char *>(list.data()) + list.byte_size();
        while (at < end) {
            const auto key = text(at, end);
            // A zero byte inside a text: what follows it is no tag.
            if (at >= end) {
                is_cut_ = true;
                break;
            }
            const auto value = text(at, end);
            if (tags_.size() == largest_count) {
                is_cut_ = true;
                break;
            }
            tags_.push_back({key, value, rules_.find(key)});
        }
    }

    bool empty() const { return tags_.empty(); }

    /// What the object is selected for: a sum of `quartier_osmium_use`.
    std::int32_t uses() const {
        std::int32_t uses = 0;
        for (const auto &tag : tags_) {
            if (tag.rules == nullptr) { continue; }
            for (const auto &rule : tag.rules->rules) {
                const bool holds = (rule.value == nullptr || has_value(tag.value, rule.value))
                    && (rule.unless == nullptr || !has_other_than_no(rule.unless));
                if (holds) { uses |= rule.use; }
            }
        }
        return uses;
    }

    /// Whether one of the tags is kept of nodes on streets.
    bool matters_on_streets() const {
        return std::any_of(
            tags_.begin(), tags_.end(), [](const Tag &tag) { return tag.rules != nullptr && tag.rules->on_nodes; });
    }

    std::string_view value(std::string_view key) const {
        const auto found = std::find_if(tags_.begin(), tags_.end(), [&](const Tag &tag) { return tag.key == key; });
        return found == tags_.end() ? std::string_view{} : found->value;
    }

    enum class Kept { all, of_streets, of_nodes };

    /// The number of the set of the tags that are kept, of a repeated key the first; `is_absurd` becomes true where they cannot be taken as they are.
    std::int32_t set(Kept kept, bool &is_absurd) {
        pairs_.clear();
        for (const auto &tag : tags_) {
            const bool is_kept = kept == Kept::all
                || (tag.rules != nullptr && (kept == Kept::of_streets ? tag.rules->on_streets : tag.rules->on_nodes));
            if (!is_kept) { continue; }
            const auto key = sets_.texts.index(tag.key);
            if (has_key(key)) { continue; }
            pairs_.emplace_back(key, sets_.texts.index(tag.value));
            if (sets_.texts.is_absurd(pairs_.back().first) || sets_.texts.is_absurd(pairs_.back().second)) {
                is_absurd = true;
            }
        }
        is_absurd = is_absurd || is_cut_;
        std::sort(pairs_.begin(), pairs_.end(), [this](const auto &left, const auto &right) {
            return sets_.texts[left.first] < sets_.texts[right.first];
        });
        return sets_.index(pairs_);
    }

  private:
    struct Tag {
        std::string_view key;
        std::string_view value;
        const TagRules::Key *rules;
    };

    static std::string_view text(const char *&at, const char *end) {
        const auto *const stop = static_cast<const char *>(std::memchr(at, 0, static_cast<std::size_t>(end - at)));
        const auto length = static_cast<std::size_t>((stop == nullptr ? end : stop) - at);
        const std::string_view found{at, length};
        at += length + (stop == nullptr ? 0 : 1);
        return found;
    }

    /// Whether a list of values, `a;b; c`, has one of them; mostly the list is one value.
    static bool has_value(std::string_view list, std::string_view value) {
        if (list == value) { return true; }
        for (auto start = list.find(value); start != std::string_view::npos; start = list.find(value, start + 1)) {
            const auto before = list.substr(0, start).find_last_not_of(' ');
            const auto after = list.find_first_not_of(' ', start + value.size());
            const bool begins = before == std::string_view::npos || list[before] == ';';
            const bool ends = after == std::string_view::npos || list[after] == ';';
            if (begins && ends) { return true; }
        }
        return false;
    }

    bool has_key(std::int32_t key) const {
        return std::any_of(pairs_.begin(), pairs_.end(), [key](const auto &pair) { return pair.first == key; });
    }

    bool has_other_than_no(std::string_view key) const {
        return std::any_of(
            tags_.begin(), tags_.end(), [&](const Tag &tag) { return tag.key == key && tag.value != "no"; });
    }

    const TagRules &rules_;
    TagSetTable &sets_;
    std::vector<Tag> tags_;
    std::vector<TagSetTable::Pair> pairs_;
    bool is_cut_ = false;
};

}  // namespace quartier
