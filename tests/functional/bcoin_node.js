'use strict';
// A bcoin node for bcoin_test.py: `node bcoin_node.js PORT`. Commands and answers are lines of JSON.
// Needs: bcoin 1.0.2 below NODE_PATH, installed without scripts, and NODE_BACKEND=js.

const Module = require('module');
const load = Module._load;
// leveldown is a native module: the database is in memory, and asks for nothing of it.
Module._load = (name, ...rest) => (name === 'leveldown' ? function() {} : load.call(Module, name, ...rest));

const bcoin = require('bcoin');
const Chain = require('bcoin/lib/blockchain/chain');
const NetAddress = require('bcoin/lib/net/netaddress');
const plugin = require('bcoin/lib/wallet/plugin');
const readline = require('readline');

// On Bitcoin Core's regtest, and here, these are in force from the first block; bcoin waits for miners' votes.
const {thresholdStates} = require('bcoin/lib/blockchain/common');
Chain.prototype.getState = async () => thresholdStates.ACTIVE;

// And its addresses look otherwise.
Object.assign(require('bcoin/lib/protocol/networks').regtest.addressPrefix, {pubkeyhash: 111, scripthash: 196, bech32: 'bcrt'});

const [port] = process.argv.slice(2);
const options = {
  network: 'regtest', memory: true, workers: false, logLevel: process.env.BCOIN_LOG || 'none', logConsole: true,
  host: '127.0.0.1', port: Number(port), publicHost: '127.0.0.1', publicPort: Number(port), listen: true, discover: false,
  httpPort: Number(port) + 1, noAuth: true, walletHttpPort: Number(port) + 2
};
const node = new bcoin.FullNode(options);
const plugged = node.use(plugin);

const commands = {
  tip: () => ({height: node.chain.height, hash: node.chain.tip.rhash()}),
  peers: () => Array.from({length: node.pool.peers.size()}, () => 0).length,
  async connect({host, port: to}) {
    const peer = node.pool.createOutbound(NetAddress.fromHost(host, to, 'regtest'));
    node.pool.peers.add(peer);
    return true;
  },
  async mine({count}) {
    const address = await (await plugged.wdb.get('primary')).receiveAddress();
    const hashes = [];
    for (let i = 0; i < count; i++) {
      const job = await node.miner.cpu.createJob(node.chain.tip, address);
      const block = await job.mineAsync();
      await node.chain.add(block);
      hashes.push(block.rhash());
    }
    return hashes;
  },
  async address() {
    return (await (await plugged.wdb.get('primary')).receiveAddress()).toString('regtest');
  },
  async pay({address, value}) {
    const wallet = await plugged.wdb.get('primary');
    const tx = await wallet.send({outputs: [{address, value}], rate: 20000});
    return tx.txid();
  },
  async balance() {
    const balance = await (await plugged.wdb.get('primary')).getBalance();
    return {confirmed: balance.confirmed, unconfirmed: balance.unconfirmed};
  },
  mempool: () => node.mempool.getSnapshot().map(hash => Buffer.from(hash, 'hex').reverse().toString('hex')),
  async block({hash}) {
    const block = await node.getBlock(Buffer.from(hash, 'hex').reverse());
    return block ? block.toRaw().toString('hex') : null;
  },
  async stop() {
    await node.close();
    setImmediate(() => process.exit(0));
    return true;
  }
};

(async () => {
  await node.open();
  await node.connect();
  node.startSync();
  console.log(JSON.stringify({ready: true}));
  for await (const line of readline.createInterface({input: process.stdin})) {
    const {command, ...rest} = JSON.parse(line);
    try {
      console.log(JSON.stringify({answer: await commands[command](rest)}));
    } catch (error) {
      console.log(JSON.stringify({error: error.stack}));
    }
  }
  await commands.stop();
})().catch((error) => {
  console.error(error.stack);
  process.exit(1);
});
