// What a workload hands back: seconds of each phase, and the values that are compared between programs.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace reference {

/// Seconds of each phase, in the order of the work. A mark ends the phase that began with the mark before it.
class Phases {
public:
    void mark(const std::string& name);
    std::string json() const;

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point last_ = Clock::now();
    std::vector<std::pair<std::string, double>> seconds_;
};

/// A JSON object, written member by member.
class Object {
public:
    Object& integer(const std::string& name, int64_t value);
    Object& number(const std::string& name, double value);
    Object& string(const std::string& name, const std::string& value);
    Object& numbers(const std::string& name, const std::vector<double>& values);
    Object& integers(const std::string& name, const std::vector<int64_t>& values);
    Object& raw(const std::string& name, const std::string& json);
    std::string json() const { return "{" + members_ + "}"; }

private:
    std::string members_;
};

/// The first 16 hex digits of the SHA-256 over a block of memory.
std::string digest(const void* bytes, size_t count);

/// The same over a little-endian array, as this processor stores it.
template <class Number>
std::string digest(const std::vector<Number>& numbers) {
    return digest(numbers.data(), numbers.size() * sizeof(Number));
}

}  // namespace reference
