#include "net/wire/Codec.h"
#include "support/TestProgram.h"

using namespace net::wire;

namespace {

constexpr Magic kSomeMagic = {0xfa, 0xbf, 0xb5, 0xda};

/// What comes next: its command, or the error, or "-".
QString nextOf(FrameReader& reader) {
    const auto received = reader.next();
    if (!received) return QStringLiteral("error %1").arg(int(received.error()));
    if (!*received) return QStringLiteral("-");
    return QString::fromStdString(commandOf((*received)->message));
}

QString errorText(WireError error) {
    return QStringLiteral("error %1").arg(int(error));
}

} // namespace

class FrameReaderTest : public QObject {
    Q_OBJECT
private slots:
    void readsByteByByte();
    void readsManyAtOnce();
    void losesTheStreamAtWrongMagic();
    void losesTheStreamAtTooMuch();
    void goesOnBehindABadFrame();
    void boundsStrangers();
    void letsGoOfMemory();
};

void FrameReaderTest::readsByteByByte() {
    FrameReader reader(kSomeMagic);
    const util::Bytes bytes = encode(Ping{7}, kSomeMagic);
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        reader.feed({&bytes[i], 1});
        QCOMPARE(nextOf(reader), QStringLiteral("-"));
        QCOMPARE(reader.buffered(), i + 1);
    }
    reader.feed({&bytes.back(), 1});
    const auto received = reader.next();
    QVERIFY(received && *received);
    QCOMPARE((*received)->bytes, bytes.size());
    QCOMPARE(std::get<Ping>((*received)->message).nonce, std::uint64_t(7));
    QCOMPARE(reader.buffered(), std::size_t(0));
}

void FrameReaderTest::readsManyAtOnce() {
    FrameReader reader(kSomeMagic);
    util::Bytes bytes;
    for (std::uint64_t i = 0; i < 10'000; ++i) {
        const util::Bytes one = encode(Ping{i}, kSomeMagic);
        bytes.insert(bytes.end(), one.begin(), one.end());
    }
    reader.feed(bytes);
    for (std::uint64_t i = 0; i < 10'000; ++i) {
        const auto received = reader.next();
        QVERIFY(received && *received);
        QCOMPARE(std::get<Ping>((*received)->message).nonce, i);
    }
    QCOMPARE(nextOf(reader), QStringLiteral("-"));
}

void FrameReaderTest::losesTheStreamAtWrongMagic() {
    FrameReader reader(kSomeMagic);
    const util::Bytes http = {'G', 'E', 'T'};
    reader.feed(http); // before the header is whole
    QCOMPARE(nextOf(reader), errorText(WireError::WrongMagic));
    reader.feed(encode(Ping{7}, kSomeMagic));
    QCOMPARE(nextOf(reader), errorText(WireError::WrongMagic));
    QCOMPARE(reader.buffered(), std::size_t(0));
}

void FrameReaderTest::losesTheStreamAtTooMuch() {
    FrameReader reader(kSomeMagic);
    util::Bytes header = encode(Verack{}, kSomeMagic);
    header[16] = 0x01; // 4 000 001 bytes are to come
    header[17] = 0x09;
    header[18] = 0x3d;
    reader.feed(header);
    QCOMPARE(nextOf(reader), errorText(WireError::TooLong));
    QCOMPARE(nextOf(reader), errorText(WireError::TooLong));

    FrameReader largest(kSomeMagic);
    largest.feed(frame("x", util::Bytes(kMaxPayloadBytes), kSomeMagic));
    QCOMPARE(nextOf(largest), QStringLiteral("x"));
}

void FrameReaderTest::goesOnBehindABadFrame() {
    FrameReader reader(kSomeMagic);
    util::Bytes changed = frame("x", util::Bytes{1, 2}, kSomeMagic);
    changed.back() = 9;
    reader.feed(changed);
    util::Bytes named = frame("badmsg", {}, kSomeMagic);
    named[7] = 0; // text after a zero
    reader.feed(named);
    util::Bytes letters = frame("badmsg", {}, kSomeMagic);
    letters[4] = 0x07;
    reader.feed(letters);
    reader.feed(frame("addrv2", {}, kSomeMagic));
    reader.feed(frame("inv", util::Bytes{0xfd, 0x51, 0xc3}, kSomeMagic));
    reader.feed(encode(Pong{1}, kSomeMagic));
    QCOMPARE(nextOf(reader), errorText(WireError::BadChecksum));
    QCOMPARE(reader.lastFrame(), changed.size());
    QCOMPARE(nextOf(reader), errorText(WireError::BadCommand));
    QCOMPARE(nextOf(reader), errorText(WireError::BadCommand));
    QCOMPARE(nextOf(reader), errorText(WireError::Malformed));
    QCOMPARE(nextOf(reader), errorText(WireError::TooMany));
    QCOMPARE(nextOf(reader), QStringLiteral("pong"));
}

void FrameReaderTest::boundsStrangers() {
    FrameReader reader(kSomeMagic, 1000);
    reader.feed(frame("x", util::Bytes(1000), kSomeMagic));
    QCOMPARE(nextOf(reader), QStringLiteral("x"));
    reader.setMaxPayload(2000);
    reader.feed(frame("x", util::Bytes(2000), kSomeMagic));
    QCOMPARE(nextOf(reader), QStringLiteral("x"));
    reader.feed(util::ByteView(frame("x", util::Bytes(2001), kSomeMagic)).first(kHeaderBytes));
    QCOMPARE(nextOf(reader), errorText(WireError::TooLong));
}

void FrameReaderTest::letsGoOfMemory() {
    FrameReader reader(kSomeMagic);
    const util::Bytes large = frame("x", util::Bytes(1'000'000), kSomeMagic);
    for (int i = 0; i < 100; ++i) {
        // The next one's beginning is there when the first one's end is read.
        reader.feed(i == 0 ? util::ByteView(large) : util::ByteView(large).subspan(10));
        reader.feed(util::ByteView(large).first(10));
        QCOMPARE(nextOf(reader), QStringLiteral("x"));
        QCOMPARE(reader.buffered(), std::size_t(10));
    }
}

CAIRN_TEST(FrameReaderTest)
#include "FrameReaderTest.moc"
