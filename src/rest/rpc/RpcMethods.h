#pragma once

#include "rest/rpc/RpcTypes.h"

namespace rest {

// The rows of JSON-RPC, a file a group.
std::vector<RpcMethod> rpcBlockMethods();
std::vector<RpcMethod> rpcBumpMethods();
std::vector<RpcMethod> rpcChainMethods();
std::vector<RpcMethod> rpcMempoolMethods();
std::vector<RpcMethod> rpcMempoolUpkeepMethods();
std::vector<RpcMethod> rpcTransactionMethods();
std::vector<RpcMethod> rpcMiningMethods();
std::vector<RpcMethod> rpcDescriptorMethods();
std::vector<RpcMethod> rpcControlMethods();
std::vector<RpcMethod> rpcFeeMethods();
std::vector<RpcMethod> rpcFilterMethods();
std::vector<RpcMethod> rpcGenerateMethods();
std::vector<RpcMethod> rpcKeyMethods();
std::vector<RpcMethod> rpcNodeMethods();
std::vector<RpcMethod> rpcPeerMethods();
std::vector<RpcMethod> rpcPsbtMethods();
std::vector<RpcMethod> rpcScanMethods();
std::vector<RpcMethod> rpcSigningMethods();
std::vector<RpcMethod> rpcWaitMethods();
std::vector<RpcMethod> rpcWalletMethods();
std::vector<RpcMethod> rpcWalletFileMethods();
std::vector<RpcMethod> rpcWalletGroupMethods();
std::vector<RpcMethod> rpcWalletHdKeyMethods();
std::vector<RpcMethod> rpcWalletHistoryMethods();
std::vector<RpcMethod> rpcWalletKeyMethods();
std::vector<RpcMethod> rpcWalletLockMethods();
std::vector<RpcMethod> rpcWalletPayMethods();
std::vector<RpcMethod> rpcWalletPsbtMethods();
std::vector<RpcMethod> rpcWalletReceivedMethods();
std::vector<RpcMethod> rpcWalletSendMethods();
std::vector<RpcMethod> rpcWalletSweepMethods();
std::vector<RpcMethod> rpcWalletUpkeepMethods();

} // namespace rest
