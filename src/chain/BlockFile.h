#pragma once

#include "primitives/Block.h"
#include "util/Result.h"

#include <cstdio>
#include <functional>
#include <string>

namespace chain {

enum class BlockFileError { CannotOpen, CannotRead, CannotWrite };

/// No record is longer: the largest block of any network, and some room for what a rule would refuse anyway.
constexpr std::uint32_t kMaxBlockRecord = 4'000'000 + 10'000;

/// How a read ended. Bytes that are no record are skipped up to the next magic.
struct BlockFileSummary {
    std::int64_t records = 0;
    std::int64_t unreadable = 0; ///< records whose bytes are no block
    bool truncatedTail = false;
    bool stoppedEarly = false;
};

/// Reads a block file (magic, length, block; as Core's unobfuscated blk*.dat) record by record, memory flat.
/// `visit` gets each block and the bytes read so far of the file's size; gives false to stop.
Result<BlockFileSummary, BlockFileError> readBlockFile(
    const std::string& path, const util::ByteArray<4>& magic,
    const std::function<bool(primitives::BlockRef, std::int64_t bytesRead, std::int64_t bytesTotal)>& visit);

/// Writes records one by one; `finish` flushes to disk and renames `path.part` to `path`.
class BlockFileWriter {
public:
    static Result<BlockFileWriter, BlockFileError> create(const std::string& path,
                                                          const util::ByteArray<4>& magic);
    BlockFileWriter(BlockFileWriter&& other) noexcept;
    BlockFileWriter& operator=(BlockFileWriter&&) = delete;
    ~BlockFileWriter();
    Result<void, BlockFileError> add(const primitives::Block& block);
    Result<void, BlockFileError> finish();

private:
    BlockFileWriter(std::string path, std::FILE* file, const util::ByteArray<4>& magic);
    std::string m_path;
    std::FILE* m_file;
    util::ByteArray<4> m_magic;
};

} // namespace chain
