#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "script/ScriptNumber.h"
#include "util/Require.h"

#include <algorithm>

static bool same(util::ByteView a, util::ByteView b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

static void walk(util::ByteView script) {
    script::OperationReader reader(script);
    std::size_t before = 0;
    while (const auto operation = reader.next()) {
        require(reader.position() > before + operation->pushed.size());
        require(operation->isPushOfBytes() || operation->pushed.empty());
        before = reader.position();
    }
    require(reader.broken() == (reader.position() != script.size()));
}

/// Any bytes are a script: it is walked, printed, counted and told apart.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    walk(bytes);
    require(script::toAsm(bytes).empty() == bytes.empty());
    require(script::toEsploraAsm(bytes).empty() == bytes.empty());
    require(script::countSigOps(bytes, true) <= script::countSigOps(bytes, false));
    if (const auto witness = script::witnessProgramOf(bytes))
        require(same(script::witnessScript(witness->version, witness->program), bytes));
    require(script::outputTypeOf(bytes) != script::OutputType::NullData || script::isUnspendable(bytes));

    const auto pushed = script::ScriptBuilder().push(bytes).take();
    require(script::isPushOnly(pushed));
    script::OperationReader reader(pushed);
    const auto operation = reader.next();
    require(operation && reader.position() == pushed.size());
    require(!operation->isPushOfBytes() || same(operation->pushed, bytes));
    if (const auto number = script::parseNumber(bytes, true, 8))
        require(same(script::numberBytes(*number), bytes));

    primitives::TxIn input;
    input.scriptSig.assign(bytes.begin(), bytes.end());
    input.witness = {input.scriptSig};
    for (const util::Bytes& spent :
         {script::scriptHashScript(util::Bytes(20)), script::witnessScript(0, util::Bytes(32))})
        require(script::inputSigOpCost(input, spent, script::kBlockFlags) >= 0);
    return 0;
}
