#pragma once

#include "script/Opcode.h"
#include "support/InvalidBlocks.h"

namespace support {

using Blame = InvalidBlock::Blame;

/// Headers; work, target, time and version.
inline std::vector<InvalidBlock> invalidHeaders(std::int64_t now) {
    const auto with = [](const std::function<void(primitives::BlockHeader&, RulesBench&)>& change) {
        return [change](RulesBench& bench) {
            primitives::Block block = bench.draft();
            change(block.header, bench);
            return block;
        };
    };
    std::vector<InvalidBlock> rows = {
        {"work missing", "high-hash", Blame::Header, with([](auto& header, auto& bench) {
             while (consensus::hasValidWork(header.hash(), header.bits, bench.params().powLimit))
                 ++header.nonce;
         })},
        {"target above the limit", "high-hash", Blame::Header,
         with([](auto& header, auto&) { header.bits = 0x2100ffff; })},
        {"target of zero", "high-hash", Blame::Header, with([](auto& header, auto&) { header.bits = 0; })},
        {"negative target", "high-hash", Blame::Header,
         with([](auto& header, auto&) { header.bits = 0x20ffffff; })},
        {"target that overflows", "high-hash", Blame::Header,
         with([](auto& header, auto&) { header.bits = 0xff7fffff; })},
        {"harder target than scheduled", "bad-diffbits", Blame::Header,
         with([](auto& header, auto&) { header.bits = 0x207ffffe; })},
        {"time of the median", "time-too-old", Blame::Header, with([](auto& header, auto& bench) {
             header.time = static_cast<std::uint32_t>(bench.medianTime());
         })},
        {"time zero", "time-too-old", Blame::Header, with([](auto& header, auto&) { header.time = 0; })},
        {"more than two hours ahead", "time-too-new", Blame::Header,
         with([now](auto& header, auto&) { header.time = static_cast<std::uint32_t>(now + 2 * 3600 + 60); })},
    };
    for (const auto& [version, text] : {std::pair{0, "0x00000000"},
                                        {1, "0x00000001"},
                                        {2, "0x00000002"},
                                        {3, "0x00000003"},
                                        {-1, "0xffffffff"},
                                        {INT32_MIN, "0x80000000"}}) {
        rows.push_back({"version " + std::to_string(version), "bad-version(" + std::string(text) + ")",
                        Blame::Header,
                        with([version = version](auto& header, auto&) { header.version = version; })});
    }
    return rows;
}

/// Bodies that are wrong whatever comes before them.
inline std::vector<InvalidBlock> invalidBodies() {
    using primitives::Amount;
    const auto payment = [](const std::function<void(primitives::TransactionParts&, RulesBench&)>& change) {
        return [change](RulesBench& bench) {
            primitives::TransactionParts parts = plainPayment({outputOf(*bench.paid, 1)}, 1'000);
            change(parts, bench);
            return bench.draft({made(std::move(parts))});
        };
    };
    return {
        {"no transactions", "bad-blk-length", Blame::Body,
         [](RulesBench& bench) {
             primitives::Block block = bench.draft();
             block.transactions.clear();
             block.header.merkleRoot = {};
             return block;
         }},
        {"more than a million bytes without witnesses", "bad-blk-length", Blame::Body,
         [](RulesBench& bench) {
             return withCoinbase(bench, [](auto& parts) {
                 parts.outputs.push_back({Amount(), util::Bytes(1'000'000, 0x6a)});
             });
         }},
        {"no coinbase", "bad-cb-missing", Blame::Body,
         [](RulesBench& bench) {
             primitives::Block block = bench.draft({spendAll(bench.coinbase(2), 0)});
             block.transactions.erase(block.transactions.begin());
             return withRoot(std::move(block));
         }},
        {"coinbase second", "bad-cb-missing", Blame::Body,
         [](RulesBench& bench) {
             primitives::Block block = bench.draft({spendAll(bench.coinbase(2), 0)});
             std::swap(block.transactions[0], block.transactions[1]);
             return withRoot(std::move(block));
         }},
        {"two coinbases", "bad-cb-multiple", Blame::Body,
         [](RulesBench& bench) {
             primitives::Block block = bench.draft();
             block.transactions.push_back(bench.blocks[0]->transactions[0]);
             return withRoot(std::move(block));
         }},
        {"coinbase script of 1 byte", "bad-cb-length", Blame::Body,
         [](RulesBench& bench) {
             return withCoinbase(bench, [](auto& parts) { parts.inputs[0].scriptSig.resize(1); });
         }},
        {"coinbase script of 101 bytes", "bad-cb-length", Blame::Body,
         [](RulesBench& bench) {
             return withCoinbase(bench, [](auto& parts) { parts.inputs[0].scriptSig.resize(101); });
         }},
        {"no inputs", "bad-txns-vin-empty", Blame::Body, payment([](auto& parts, auto&) {
             parts.inputs.clear();
             parts.outputs.clear();
         })},
        {"no outputs", "bad-txns-vout-empty", Blame::Body,
         payment([](auto& parts, auto&) { parts.outputs.clear(); })},
        {"coinbase without outputs", "bad-txns-vout-empty", Blame::Body,
         [](RulesBench& bench) { return withCoinbase(bench, [](auto& parts) { parts.outputs.clear(); }); }},
        {"negative output", "bad-txns-vout-negative", Blame::Body,
         payment([](auto& parts, auto&) { parts.outputs[0].value = Amount(-1); })},
        {"output above 21 million coins", "bad-txns-vout-toolarge", Blame::Body,
         payment([](auto& parts, auto&) { parts.outputs[0].value = Amount(Amount::kMax + 1); })},
        {"outputs together above 21 million coins", "bad-txns-txouttotal-toolarge", Blame::Body,
         payment([](auto& parts, auto&) {
             parts.outputs[0].value = Amount(Amount::kMax);
             parts.outputs.push_back({Amount(1), {0x51}});
         })},
        {"one coin in two inputs", "bad-txns-inputs-duplicate", Blame::Body,
         payment([](auto& parts, auto&) { parts.inputs.push_back(parts.inputs[0]); })},
        {"null outpoint beside another", "bad-txns-prevout-null", Blame::Body,
         payment([](auto& parts, auto&) { parts.inputs.push_back({}); })},
        {"too many legacy signature operations", "bad-blk-sigops", Blame::Body,
         payment([](auto& parts, auto&) { parts.outputs[0].scriptPubKey = util::Bytes(20'001, 0xac); })},
        {"too many in bare multisigs", "bad-blk-sigops", Blame::Body,
         payment([](auto& parts, auto&) { parts.outputs[0].scriptPubKey = util::Bytes(1'001, 0xae); })},
    };
}

/// Bodies that do not fit their place in the chain.
inline std::vector<InvalidBlock> invalidInContext() {
    using primitives::Amount;
    const auto payment = [](const std::function<void(primitives::TransactionParts&, RulesBench&)>& change) {
        return [change](RulesBench& bench) {
            const Spendable from = outputOf(*bench.paid, 1);
            primitives::TransactionParts parts = plainPayment({from}, from.output.value.satoshi());
            change(parts, bench);
            return bench.draft({made(std::move(parts))});
        };
    };
    const auto height = [](std::string_view hex) {
        return [hex](RulesBench& bench) {
            return withCoinbase(bench,
                                [hex](auto& parts) { parts.inputs[0].scriptSig = *util::fromHex(hex); });
        };
    };
    return {
        {"lock time of its own height", "bad-txns-nonfinal", Blame::Block,
         payment([](auto& parts, auto&) { parts.lockTime = RulesBench::kHeight + 1; })},
        {"lock time of the median time", "bad-txns-nonfinal", Blame::Block,
         payment([](auto& parts, auto& bench) {
             parts.lockTime = static_cast<std::uint32_t>(bench.medianTime());
         })},
        {"coinbase with a lock time", "bad-txns-nonfinal", Blame::Block,
         [](RulesBench& bench) {
             return withCoinbase(bench, [](auto& parts) {
                 parts.lockTime = RulesBench::kHeight + 1;
                 parts.inputs[0].sequence = 0;
             });
         }},
        {"relative lock one block too early", "bad-txns-nonfinal", Blame::Block,
         payment([](auto& parts, auto&) {
             parts.inputs[0].sequence = RulesBench::kHeight + 1 - RulesBench::kPaidHeight + 1;
         })},
        {"relative lock of time too early", "bad-txns-nonfinal", Blame::Block,
         payment([](auto& parts, auto&) { parts.inputs[0].sequence = (1U << 22) | 13U; })},
        {"height of the block before", "bad-cb-height", Blame::Block, height("017800000000")},
        {"height with a byte too many", "bad-cb-height", Blame::Block, height("0279000000")},
        {"height as a long push", "bad-cb-height", Blame::Block, height("4c01790000")},
        {"no height", "bad-cb-height", Blame::Block, height("0000")},
        {"too heavy with its witnesses", "bad-blk-weight", Blame::Block,
         [](RulesBench& bench) {
             const auto transaction = changed(spendAll(bench.coinbase(2), 0), [](auto& parts) {
                 parts.inputs[0].witness.push_back(util::Bytes(4'000'000, 0));
             });
             return bench.draft({transaction});
         }},
    };
}

/// Bodies that spend what they may not.
inline std::vector<InvalidBlock> invalidSpends() {
    constexpr auto kMissing = "bad-txns-inputs-missingorspent";
    return {
        {"transaction that was there before", "bad-txns-BIP30", Blame::Block,
         [](RulesBench& bench) { return bench.draft({bench.paid}); }},
        {"transaction that was there before, behind another fault", "bad-txns-BIP30", Blame::Block,
         [](RulesBench& bench) {
             return bench.draft({spendAll(bench.coinbase(60), 0), bench.paid});
         }},
        {"coin of an unknown transaction", kMissing, Blame::Block,
         [](RulesBench& bench) {
             Spendable from = bench.coinbase(2);
             from.outpoint.txid = primitives::TxId();
             return bench.draft({spendAll(from, 0)});
         }},
        {"output that the transaction does not have", kMissing, Blame::Block,
         [](RulesBench& bench) {
             Spendable from = bench.coinbase(2);
             from.outpoint.index = 7;
             return bench.draft({spendAll(from, 0)});
         }},
        {"coin that an earlier block spent", kMissing, Blame::Block,
         [](RulesBench& bench) { return bench.draft({spendAll(bench.coinbase(1), 7)}); }},
        {"one coin in two transactions", kMissing, Blame::Block,
         [](RulesBench& bench) {
             return bench.draft({spendAll(bench.coinbase(2), 0), spendAll(bench.coinbase(2), 1)}, 1);
         }},
        {"child before its parent", kMissing, Blame::Block,
         [](RulesBench& bench) {
             const auto parent = spendAll(bench.coinbase(2), 0);
             return bench.draft({spendAll(outputOf(*parent), 0), parent});
         }},
        {"output of genesis", kMissing, Blame::Block,
         [](RulesBench& bench) { return bench.draft({spendAll(coinbaseOf(bench.params().genesis), 0)}); }},
        {"output that is no coin (OP_RETURN)", kMissing, Blame::Block,
         [](RulesBench& bench) {
             const Spendable from = bench.coinbase(2);
             const auto parent = spend({from}, {{from.output.value, {0x6a}}});
             return bench.draft({parent, made(plainPayment({outputOf(*parent)}, 0))});
         }},
        {"coinbase one block too early", "bad-txns-premature-spend-of-coinbase", Blame::Block,
         [](RulesBench& bench) { return bench.draft({spendAll(bench.coinbase(22), 0)}); }},
        {"its own coinbase", "bad-txns-premature-spend-of-coinbase", Blame::Block,
         [](RulesBench& bench) {
             primitives::Block block = bench.draft();
             const Spendable own = outputOf(*block.transactions[0]);
             block.transactions.push_back(made(plainPayment({own}, own.output.value.satoshi())));
             return withRoot(std::move(block));
         }},
    };
}

/// Bodies that pay out what they do not have.
inline std::vector<InvalidBlock> invalidAmounts() {
    using primitives::Amount;
    return {
        {"more out than in", "bad-txns-in-belowout", Blame::Block,
         [](RulesBench& bench) { return bench.draft({spendAll(bench.coinbase(2), -1)}); }},
        {"one satoshi above the subsidy", "bad-cb-amount", Blame::Block,
         [](RulesBench& bench) { return bench.draft({}, 1); }},
        {"one satoshi above the fees", "bad-cb-amount", Blame::Block,
         [](RulesBench& bench) { return bench.draft({spendAll(bench.coinbase(2), 500)}, 501); }},
        {"subsidy of 21 million coins", "bad-cb-amount", Blame::Block,
         [](RulesBench& bench) {
             return withCoinbase(bench, [](auto& parts) { parts.outputs[0].value = Amount(Amount::kMax); });
         }},
        {"too many signature operations behind script hashes", "bad-blk-sigops", Blame::Block,
         [](RulesBench& bench) {
             // 500 operations of cost 4 an input; the limit is 80 000.
             constexpr std::int64_t kInputs = 41;
             const util::Bytes redeem(500, static_cast<std::uint8_t>(script::Opcode::CheckSig));
             const util::Bytes locked = script::scriptHashScript(crypto::hash160(redeem));
             const Spendable from = bench.coinbase(2);
             const auto parent =
                 spend({from}, std::vector<primitives::TxOut>(kInputs, {Amount(1'000), locked}));
             std::vector<Spendable> coins;
             for (std::uint32_t i = 0; i < kInputs; ++i)
                 coins.push_back(outputOf(*parent, i));
             primitives::TransactionParts parts = plainPayment(coins, 1'000);
             for (auto& input : parts.inputs)
                 input.scriptSig = script::ScriptBuilder().push(redeem).take();
             return bench.draft({parent, made(std::move(parts))});
         }},
        {"inputs together above 21 million coins",
         "bad-txns-inputvalues-outofrange",
         Blame::Block,
         [](RulesBench& bench) {
             return bench.draft({made(plainPayment({impossibleCoin(1), impossibleCoin(2)}, 1'000))});
         },
         {},
         true},
        {"input above 21 million coins",
         "bad-txns-inputvalues-outofrange",
         Blame::Block,
         [](RulesBench& bench) { return bench.draft({made(plainPayment({impossibleCoin(3)}, 1'000))}); },
         {},
         true},
        {"fees together above 21 million coins",
         "bad-txns-accumulated-fee-outofrange",
         Blame::Block,
         [](RulesBench& bench) {
             return bench.draft({made(plainPayment({impossibleCoin(1)}, 1'000)),
                                 made(plainPayment({impossibleCoin(2)}, 1'000))});
         },
         {},
         true},
    };
}

/// The coins that rows with `needsImpossibleCoins` spend.
inline std::vector<chain::CoinChange> impossibleCoins() {
    std::vector<chain::CoinChange> out;
    for (const Spendable& coin : {impossibleCoin(1), impossibleCoin(2), impossibleCoin(3, 21'000'001)})
        out.push_back({coin.outpoint, consensus::Coin{coin.output, 1, false}});
    return out;
}

/// Bodies that somebody changed under a good header.
inline std::vector<InvalidBlock> mutatedBodies() {
    const auto payments = [](int count) {
        return [count](RulesBench& bench) {
            std::vector<primitives::TransactionRef> transactions;
            for (int i = 0; i < count; ++i)
                transactions.push_back(spendAll(bench.coinbase(static_cast<std::size_t>(2 + i)), 0));
            return bench.draft(transactions);
        };
    };
    const auto plain = [](RulesBench& bench) {
        const Spendable from = outputOf(*bench.paid, 1);
        return bench.draft({made(plainPayment({from}, from.output.value.satoshi()))});
    };
    const auto reserved = [](std::vector<util::Bytes> witness) {
        return [witness](primitives::Block& block) {
            block.transactions[0] =
                changed(block.transactions[0], [&](auto& parts) { parts.inputs[0].witness = witness; });
        };
    };
    constexpr auto kSize = "bad-witness-nonce-size";
    constexpr auto kMatch = "bad-witness-merkle-match";
    return {
        {"transaction left out", "bad-txnmrklroot", Blame::Mutation, payments(2),
         [](auto& block) { block.transactions.pop_back(); }},
        {"transactions in another order", "bad-txnmrklroot", Blame::Mutation, payments(2),
         [](auto& block) { std::swap(block.transactions[1], block.transactions[2]); }},
        {"all transactions left out", "bad-txnmrklroot", Blame::Mutation, payments(1),
         [](auto& block) { block.transactions.clear(); }},
        {"transaction changed", "bad-txnmrklroot", Blame::Mutation, payments(1),
         [](auto& block) {
             block.transactions[1] = changed(block.transactions[1], [](auto& parts) { parts.lockTime = 1; });
         }},
        {"last transaction doubled (CVE-2012-2459)", "bad-txns-duplicate", Blame::Mutation, payments(2),
         [](auto& block) { block.transactions.push_back(block.transactions.back()); }},
        {"last two transactions doubled (CVE-2012-2459)", "bad-txns-duplicate", Blame::Mutation, payments(5),
         [](auto& block) {
             block.transactions.push_back(block.transactions[4]);
             block.transactions.push_back(block.transactions[5]);
         }},
        {"witness taken away", kMatch, Blame::Mutation, payments(1),
         [](auto& block) {
             block.transactions[1] =
                 changed(block.transactions[1], [](auto& parts) { parts.inputs[0].witness.clear(); });
         }},
        {"witness with an item more", kMatch, Blame::Mutation, payments(1),
         [](auto& block) {
             block.transactions[1] =
                 changed(block.transactions[1], [](auto& parts) { parts.inputs[0].witness.push_back({1}); });
         }},
        {"too heavy with a witness that is not its own", kMatch, Blame::Mutation, payments(1),
         [](auto& block) {
             block.transactions[1] = changed(block.transactions[1], [](auto& parts) {
                 parts.inputs[0].witness.push_back(util::Bytes(4'000'000, 0));
             });
         }},
        {"another reserved value", kMatch, Blame::Mutation, payments(1), reserved({util::Bytes(32, 1)})},
        {"reserved value of 31 bytes", kSize, Blame::Mutation, payments(1), reserved({util::Bytes(31)})},
        {"reserved value of 33 bytes", kSize, Blame::Mutation, payments(1), reserved({util::Bytes(33)})},
        {"two reserved values", kSize, Blame::Mutation, payments(1),
         reserved({util::Bytes(32), util::Bytes(32)})},
        {"witness of a coinbase without commitment", "unexpected-witness", Blame::Mutation, plain,
         reserved({util::Bytes(32)})},
        {"witness of a payment without commitment", "unexpected-witness", Blame::Mutation, plain,
         [](auto& block) {
             block.transactions[1] =
                 changed(block.transactions[1], [](auto& parts) { parts.inputs[0].witness = {{1}}; });
         }},
    };
}

} // namespace support
