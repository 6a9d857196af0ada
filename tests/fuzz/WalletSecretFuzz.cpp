#include "util/Require.h"
#include "wallet/Vault.h"

/// A stored secret is either refused or leads to the account of its wallet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto account =
        wallet::accountKeyOf({wallet::secretText("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong"), {}});
    require(account.has_value());
    const util::Bytes bytes(data, data + size);
    const auto plain = wallet::Vault::open({false, bytes, {}}, account->publicKey(), {});
    if (plain) {
        const auto opened = wallet::accountKeyOf(*plain->secret());
        require(opened && opened->publicKey().toBase58() == account->publicKey().toBase58());
    }
    // The cost comes from the file too: keep the memory small enough to run often.
    if (size < 16 || data[2] != 0 || data[9] != 0 || data[12] > 2) return 0;
    auto sealed = wallet::Vault::open({true, bytes, bytes}, account->publicKey(), {});
    require(sealed.has_value());
    require(!sealed->unlock("passphrase").has_value());
    return 0;
}
