// A payment by bitcoinjs: reads one JSON line {key, coins: [{txid, vout, hex}], to, amount, fee}, writes {address} or {hex}.
const bitcoin = require("bitcoinjs-lib");
const curve = require("tiny-secp256k1");
const { ECPairFactory } = require("ecpair");

const ECPair = ECPairFactory(curve);
const network = bitcoin.networks.regtest;
const order = JSON.parse(require("fs").readFileSync(0, "utf8"));
const key = ECPair.fromPrivateKey(Buffer.from(order.key, "hex"), { network });
const own = bitcoin.payments.p2wpkh({ pubkey: key.publicKey, network });
if (!order.coins) {
    console.log(JSON.stringify({ address: own.address }));
} else {
    const psbt = new bitcoin.Psbt({ network });
    let sum = 0;
    for (const coin of order.coins) {
        const made = bitcoin.Transaction.fromHex(coin.hex).outs[coin.vout];
        sum += made.value;
        psbt.addInput({ hash: coin.txid, index: coin.vout, witnessUtxo: made });
    }
    psbt.addOutput({ address: order.to, value: order.amount });
    psbt.addOutput({ address: own.address, value: sum - order.amount - order.fee });
    psbt.signAllInputs(key);
    psbt.finalizeAllInputs();
    console.log(JSON.stringify({ hex: psbt.extractTransaction().toHex() }));
}
