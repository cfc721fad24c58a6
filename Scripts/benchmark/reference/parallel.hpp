// Work on all processors.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace reference {

inline size_t threadCount() { return std::max(1u, std::thread::hardware_concurrency()); }

/// Calls work(thread) once on each thread, thread counting from zero.
template <class Work>
void onEachThread(Work work) {
    std::vector<std::thread> threads;
    for (size_t thread = 0; thread < threadCount(); thread++) threads.emplace_back(work, thread);
    for (auto& thread : threads) thread.join();
}

/// Calls work(begin, end, thread) on equal, contiguous shares of 0 ..< count.
template <class Work>
void onShares(size_t count, Work work) {
    size_t threads = threadCount();
    onEachThread([&](size_t thread) { work(count * thread / threads, count * (thread + 1) / threads, thread); });
}

/// Calls work(index) for each index below count; threads take the next index as they become free.
template <class Work>
void forEachIndex(size_t count, Work work) {
    std::atomic<size_t> next{0};
    onEachThread([&](size_t) {
        for (size_t index = next++; index < count; index = next++) work(index);
    });
}

}  // namespace reference
