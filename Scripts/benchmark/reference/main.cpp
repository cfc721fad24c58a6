// A native reference for the workloads: what C++ reaches with GEOS, PROJ and simdjson and a shape that suits the work.
//
//     reference W1|W2|W3|W4|W5|W6 DIR
//
// prints one line of JSON: seconds of each phase and the values that are compared.

#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>

#include "workloads.hpp"

int main(int count, char** arguments) {
    using namespace reference;
    const std::map<std::string, Object (*)(const std::string&, Phases&)> workloads = {
        {"W1", readAndProject}, {"W2", overlay}, {"W3", assign}, {"W4", reach}, {"W5", walk},
        {"W6", floatingCatchment}};
    auto workload = count == 3 ? workloads.find(arguments[1]) : workloads.end();
    if (workload == workloads.end()) {
        fprintf(stderr, "usage: reference W1|W2|W3|W4|W5|W6 DIR\n");
        return 64;
    }
    try {
        std::string folder = arguments[2];
        Phases phases;
        Object oracle = workload->second(folder, phases);
        Object line;
        line.string("w", workload->first).string("peer", "reference");
        line.string("size", std::filesystem::path(folder + "/").lexically_normal().parent_path().filename());
        line.raw("phases", phases.json()).raw("oracle", oracle.json());
        puts(line.json().c_str());
    } catch (const std::exception& error) {
        fprintf(stderr, "reference: %s\n", error.what());
        return 1;
    }
}
