// The workloads. Each does the whole job from the files in a folder to the values that are compared.
#pragma once

#include <string>

#include "result.hpp"

namespace reference {

Object readAndProject(const std::string& folder, Phases& phases);  // W1
Object overlay(const std::string& folder, Phases& phases);         // W2
Object assign(const std::string& folder, Phases& phases);          // W3
Object reach(const std::string& folder, Phases& phases);           // W4
Object walk(const std::string& folder, Phases& phases);            // W5
Object floatingCatchment(const std::string& folder, Phases& phases);  // W6

}  // namespace reference
