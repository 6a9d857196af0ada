#pragma once

#include "mining/MiningTypes.h"
#include "mining/NonceScanner.h"
#include "util/Clock.h"

#include <functional>
#include <memory>

namespace mining {

/// The mining threads: scan nonces of the present template with lowered priority, roll extra nonce and time
/// so that work never runs out, hand over found blocks. Owned by node::MiningService. Thread: node (calls);
/// `onFound` is called on a mining thread.
class Miner {
public:
    /// `onFound` must be quick (post the block to its owner) and safe to call from any thread.
    Miner(const util::Clock& clock,
          std::function<void(primitives::BlockRef, std::uint64_t templateId)> onFound);
    ~Miner(); ///< stops, and waits until the last thread has ended

    /// Starts or changes the number of threads (at least 1) and the kernel (empty, or one this processor
    /// lacks = best). Changes nothing when it runs like that already.
    void start(int threads, std::string_view kernel = {});
    /// Ends the threads, each within a millisecond of its own time, and drops the template: a later start
    /// rests until it has a new one. Does not wait for them (see `hasEnded`).
    void stop();
    /// No thread runs any more, nor ends.
    [[nodiscard]] bool hasEnded();
    /// New work; null = rest. After a find the threads rest until the next template. The same one again
    /// changes nothing.
    void setTemplate(BlockTemplateRef work);
    /// Percent of each thread's time, 1 … 100.
    void setDuty(int percent);
    [[nodiscard]] bool isRunning() const;
    /// Sampled counters; the rate covers the time since the last call (at least a quarter second, or the last
    /// value).
    [[nodiscard]] MinerStatistics statistics();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Hashes a second of this computer on all cores, measured for about `milliseconds`: calibrates the sandbox's
/// difficulty.
double measureHashRate(int threads, int milliseconds);

} // namespace mining
