#include "result.hpp"

#include <openssl/sha.h>

#include <cstdio>

namespace reference {

static std::string text(const char* format, double value) {
    char buffer[40];
    snprintf(buffer, sizeof buffer, format, value);
    return buffer;
}

void Phases::mark(const std::string& name) {
    auto now = Clock::now();
    seconds_.emplace_back(name, std::chrono::duration<double>(now - last_).count());
    last_ = now;
}

std::string Phases::json() const {
    Object object;
    for (auto& [name, seconds] : seconds_) object.raw(name, text("%.4f", seconds));
    return object.json();
}

Object& Object::raw(const std::string& name, const std::string& json) {
    members_ += (members_.empty() ? "\"" : ",\"") + name + "\":" + json;
    return *this;
}

Object& Object::integer(const std::string& name, int64_t value) { return raw(name, std::to_string(value)); }

Object& Object::number(const std::string& name, double value) { return raw(name, text("%.17g", value)); }

Object& Object::string(const std::string& name, const std::string& value) { return raw(name, "\"" + value + "\""); }

Object& Object::numbers(const std::string& name, const std::vector<double>& values) {
    std::string list = "[";
    for (auto value : values) {
        if (list.size() > 1) list += ',';
        list += text("%.17g", value);
    }
    return raw(name, list + "]");
}

Object& Object::integers(const std::string& name, const std::vector<int64_t>& values) {
    std::string list = "[";
    for (auto value : values) {
        if (list.size() > 1) list += ',';
        list += std::to_string(value);
    }
    return raw(name, list + "]");
}

std::string digest(const void* bytes, size_t count) {
    unsigned char hash[SHA256_DIGEST_LENGTH];
    SHA256(static_cast<const unsigned char*>(bytes), count, hash);
    std::string hex;
    char pair[3];
    for (int i = 0; i < 8; i++) {
        snprintf(pair, sizeof pair, "%02x", hash[i]);
        hex += pair;
    }
    return hex;
}

}  // namespace reference
