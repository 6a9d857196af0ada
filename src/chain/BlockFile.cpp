#include "chain/BlockFile.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

namespace chain {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, CloseFile>;

constexpr std::size_t kPrefixSize = 8; // magic and length
constexpr std::size_t kReadStep = std::size_t{256} << 10;

/// A window over a file that slides forward; holds little more than what was asked for.
class FileWindow {
public:
    explicit FileWindow(FileHandle file) : m_file(std::move(file)) {}

    /// Reads on until `count` bytes are ahead or the file ends.
    void need(std::size_t count) {
        while (ahead() < count && !m_atEnd) {
            if (m_begin > 0) {
                m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_begin));
                m_begin = 0;
            }
            const std::size_t before = m_bytes.size();
            const std::size_t wanted = std::max(count - before, kReadStep);
            m_bytes.resize(before + wanted);
            const std::size_t got = std::fread(m_bytes.data() + before, 1, wanted, m_file.get());
            m_bytes.resize(before + got);
            m_atEnd = got < wanted;
        }
    }
    [[nodiscard]] util::ByteView view() const { return util::ByteView(m_bytes).subspan(m_begin); }
    [[nodiscard]] std::size_t ahead() const { return m_bytes.size() - m_begin; }
    void skip(std::size_t count) {
        m_begin += count;
        m_position += static_cast<std::int64_t>(count);
    }
    [[nodiscard]] std::int64_t position() const { return m_position; }
    [[nodiscard]] bool failed() const { return std::ferror(m_file.get()) != 0; }

private:
    FileHandle m_file;
    util::Bytes m_bytes;
    std::size_t m_begin = 0;
    std::int64_t m_position = 0;
    bool m_atEnd = false;
};

/// Moves to the next magic, or to the start of what may be one cut off by the end. False when there is none.
bool findMagic(FileWindow& window, const util::ByteArray<4>& magic) {
    for (;;) {
        window.need(kPrefixSize);
        const util::ByteView bytes = window.view();
        if (bytes.empty()) return false;
        const auto found = std::search(bytes.begin(), bytes.end(), magic.begin(), magic.end());
        if (found != bytes.end()) {
            window.skip(static_cast<std::size_t>(found - bytes.begin()));
            return true;
        }
        const std::size_t keep = std::min(bytes.size(), magic.size() - 1);
        window.skip(bytes.size() - keep);
        if (window.need(kPrefixSize); window.ahead() > keep) continue;
        const util::ByteView tail = window.view();
        for (std::size_t i = 0; i < tail.size(); ++i) {
            if (!std::equal(tail.begin() + static_cast<std::ptrdiff_t>(i), tail.end(), magic.begin()))
                continue;
            window.skip(i);
            return true;
        }
        return false;
    }
}

enum class RecordState { Whole, CutOff, NoRecord };

/// What begins at the magic the window stands on; a whole record is wholly in the window afterwards.
RecordState lookAtRecord(FileWindow& window, std::size_t& length) {
    window.need(kPrefixSize);
    if (window.ahead() < kPrefixSize) return RecordState::CutOff;
    util::ByteReader reader(window.view().subspan(4));
    const std::uint32_t announced = reader.u32();
    if (announced < primitives::BlockHeader::kSize || announced > kMaxBlockRecord)
        return RecordState::NoRecord;
    length = announced;
    window.need(kPrefixSize + length);
    return window.ahead() < kPrefixSize + length ? RecordState::CutOff : RecordState::Whole;
}

} // namespace

Result<BlockFileSummary, BlockFileError>
readBlockFile(const std::string& path, const util::ByteArray<4>& magic,
              const std::function<bool(primitives::BlockRef, std::int64_t, std::int64_t)>& visit) {
    FileHandle file(std::fopen(path.c_str(), "rb"));
    struct stat info {};
    if (!file || ::fstat(::fileno(file.get()), &info) != 0 || S_ISDIR(info.st_mode)) {
        return fail(BlockFileError::CannotOpen);
    }
    const auto total = static_cast<std::int64_t>(info.st_size);
    FileWindow window(std::move(file));
    BlockFileSummary summary;
    while (findMagic(window, magic)) {
        std::size_t length = 0;
        const RecordState state = lookAtRecord(window, length);
        if (state == RecordState::CutOff) summary.truncatedTail = true;
        if (state != RecordState::Whole) {
            window.skip(
                std::min(window.ahead(), magic.size())); // a length gone bad must not hide what follows
            continue;
        }
        auto block = primitives::Block::parse(window.view().subspan(kPrefixSize, length));
        if (!block) {
            ++summary.unreadable;
            window.skip(magic.size());
            continue;
        }
        ++summary.records;
        summary.truncatedTail = false;
        window.skip(kPrefixSize + length);
        if (!visit(std::make_shared<const primitives::Block>(*std::move(block)), window.position(), total)) {
            summary.stoppedEarly = true;
            break;
        }
    }
    if (window.failed()) return fail(BlockFileError::CannotRead);
    return summary;
}

BlockFileWriter::BlockFileWriter(std::string path, std::FILE* file, const util::ByteArray<4>& magic)
    : m_path(std::move(path)), m_file(file), m_magic(magic) {}

BlockFileWriter::BlockFileWriter(BlockFileWriter&& other) noexcept
    : m_path(std::move(other.m_path)), m_file(std::exchange(other.m_file, nullptr)), m_magic(other.m_magic) {}

BlockFileWriter::~BlockFileWriter() {
    if (m_file == nullptr) return;
    std::fclose(m_file);
    std::remove((m_path + ".part").c_str());
}

Result<BlockFileWriter, BlockFileError> BlockFileWriter::create(const std::string& path,
                                                                const util::ByteArray<4>& magic) {
    std::FILE* file = std::fopen((path + ".part").c_str(), "wb");
    if (file == nullptr) return fail(BlockFileError::CannotOpen);
    return BlockFileWriter(path, file, magic);
}

Result<void, BlockFileError> BlockFileWriter::add(const primitives::Block& block) {
    if (m_file == nullptr) return fail(BlockFileError::CannotWrite);
    const util::Bytes bytes = block.serialize();
    util::ByteWriter prefix;
    prefix.bytes(m_magic);
    prefix.u32(static_cast<std::uint32_t>(bytes.size()));
    const bool written = std::fwrite(prefix.view().data(), 1, prefix.size(), m_file) == prefix.size() &&
                         std::fwrite(bytes.data(), 1, bytes.size(), m_file) == bytes.size();
    if (!written) return fail(BlockFileError::CannotWrite);
    return {};
}

Result<void, BlockFileError> BlockFileWriter::finish() {
    if (m_file == nullptr) return fail(BlockFileError::CannotWrite);
    const bool flushed = std::fflush(m_file) == 0 && ::fsync(::fileno(m_file)) == 0;
    const bool closed = std::fclose(std::exchange(m_file, nullptr)) == 0;
    std::error_code error;
    if (flushed && closed) {
        std::filesystem::rename(m_path + ".part", m_path, error);
        if (!error) return {};
    }
    std::filesystem::remove(m_path + ".part", error);
    return fail(BlockFileError::CannotWrite);
}

} // namespace chain
