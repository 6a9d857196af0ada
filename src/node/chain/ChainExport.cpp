#include "node/chain/ChainExport.h"

#include "chain/BlockFile.h"
#include "storage/ReadOnlyDatabase.h"

namespace node {

Result<std::int64_t, ExportProblem> exportBestChain(storage::ChainReader& reader,
                                                    const util::ByteArray<4>& magic, const QString& path) {
    using Kind = ExportProblem::Kind;
    const auto notWritten = [&path] {
        return fail(ExportProblem{storage::isDiskFull(path) ? Kind::NoSpace : Kind::NotWritten});
    };
    const storage::ChainReader::Snapshot snapshot(reader);
    const auto tip = reader.tip();
    if (!tip || tip->height < 0) return fail(ExportProblem{Kind::ChainUnread});
    auto writer = chain::BlockFileWriter::create(path.toStdString(), magic);
    if (!writer) return notWritten();
    for (std::int32_t height = 0; height <= tip->height; ++height) {
        const auto stored = reader.blockAt(height);
        if (!stored || !*stored) return fail(ExportProblem{Kind::BlockUnread, height});
        const auto block = reader.readBlock((*stored)->record.hash);
        if (!block || !*block) return fail(ExportProblem{Kind::BlockUnread, height});
        if (!writer->add(**block)) return notWritten();
    }
    if (!writer->finish()) return notWritten();
    return std::int64_t(tip->height) + 1;
}

} // namespace node
