<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>gui::BackUpDialog</name>
    <message numerus="yes">
        <source>Step 2 of 2: look at your paper and type &lt;b&gt;%n of the words&lt;/b&gt;.</source>
        <translation>
            <numerusform>Step 2 of 2: look at your paper and type &lt;b&gt;%n of the words&lt;/b&gt;.</numerusform>
            <numerusform>Step 2 of 2: look at your paper and type &lt;b&gt;%n of the words&lt;/b&gt;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to go.</source>
        <translation>
            <numerusform>%n to go.</numerusform>
            <numerusform>%n to go.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::BalanceCard</name>
    <message numerus="yes">
        <source>&lt;work&gt;%1&lt;/work&gt; maturing, next in %n block(s)</source>
        <translation>
            <numerusform>&lt;work&gt;%1&lt;/work&gt; maturing, next in %n block</numerusform>
            <numerusform>&lt;work&gt;%1&lt;/work&gt; maturing, next in %n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::BlockPane</name>
    <message numerus="yes">
        <source>%n in all, the reward first</source>
        <translation>
            <numerusform>%n in all, the reward first</numerusform>
            <numerusform>%n in all, the reward first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation(s)</source>
        <translation>
            <numerusform>%n confirmation</numerusform>
            <numerusform>%n confirmations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::BrakeBanner</name>
    <message numerus="yes">
        <source>&lt;b&gt;%1 offers a heavier chain that replaces %n block(s), from height %2.&lt;/b&gt;</source>
        <translation>
            <numerusform>&lt;b&gt;%1 offers a heavier chain that replaces %n block, from height %2.&lt;/b&gt;</numerusform>
            <numerusform>&lt;b&gt;%1 offers a heavier chain that replaces %n blocks, from height %2.&lt;/b&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;A heavier chain waits that replaces %n block(s), from height %1.&lt;/b&gt;</source>
        <translation>
            <numerusform>&lt;b&gt;A heavier chain waits that replaces %n block, from height %1.&lt;/b&gt;</numerusform>
            <numerusform>&lt;b&gt;A heavier chain waits that replaces %n blocks, from height %1.&lt;/b&gt;</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ByteFields</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) that unlock input %1: signatures, keys, scripts</source>
        <translation>
            <numerusform>%n item that unlocks input %1: signatures, keys, scripts</numerusform>
            <numerusform>%n items that unlock input %1: signatures, keys, scripts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n output</numerusform>
            <numerusform>%n outputs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::BytesView</name>
    <message numerus="yes">
        <source>%1, %n byte(s): %2</source>
        <translation>
            <numerusform>%1, %n byte: %2</numerusform>
            <numerusform>%1, %n bytes: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Point at a field to read what it says. The table has the %n field(s) that are not shown here.</source>
        <translation>
            <numerusform>Point at a field to read what it says. The table has the %n field that is not shown here.</numerusform>
            <numerusform>Point at a field to read what it says. The table has the %n fields that are not shown here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CardView</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ChainCompare</name>
    <message numerus="yes">
        <source>%n block(s) of our chain are taken back, from height %1.</source>
        <translation>
            <numerusform>%n block of our chain are taken back, from height %1.</numerusform>
            <numerusform>%n blocks of our chain are taken back, from height %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n block(s)</source>
        <translation>
            <numerusform>Take back %n block</numerusform>
            <numerusform>Take back %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>you and %n peer(s)</source>
        <translation>
            <numerusform>you and %n peer</numerusform>
            <numerusform>you and %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s)</source>
        <translation>
            <numerusform>%n peer</numerusform>
            <numerusform>%n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone, − %1</source>
        <translation>
            <numerusform>%n gone, − %1</numerusform>
            <numerusform>%n gone, − %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n back to waiting for a block</source>
        <translation>
            <numerusform>%n back to waiting for a block</numerusform>
            <numerusform>%n back to waiting for a block</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <translation>
            <numerusform>%n lost</numerusform>
            <numerusform>%n lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 carries &lt;b&gt;%2 % more work&lt;/b&gt;. To follow it, &lt;b&gt;%n block(s)&lt;/b&gt; of ours would be taken back.</source>
        <translation>
            <numerusform>%1 carries &lt;b&gt;%2 % more work&lt;/b&gt;. To follow it, &lt;b&gt;%n block&lt;/b&gt; of ours would be taken back.</numerusform>
            <numerusform>%1 carries &lt;b&gt;%2 % more work&lt;/b&gt;. To follow it, &lt;b&gt;%n blocks&lt;/b&gt; of ours would be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ChainPane</name>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n stale</numerusform>
            <numerusform>%n stale</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CoinChoiceBar</name>
    <message numerus="yes">
        <source>&lt;b&gt;%n coin(s), %1&lt;/b&gt;.</source>
        <translation>
            <numerusform>&lt;b&gt;%n coin, %1&lt;/b&gt;.</numerusform>
            <numerusform>&lt;b&gt;%n coins, %1&lt;/b&gt;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n of them cannot pay yet&lt;/b&gt;: it is not ripe, or in no block.</source>
        <translation>
            <numerusform>&lt;b&gt;%n of them cannot pay yet&lt;/b&gt;: it is not ripe, or in no block.</numerusform>
            <numerusform>&lt;b&gt;%n of them cannot pay yet&lt;/b&gt;: they are not ripe, or in no block.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spent together, these coins show that their %n address(es) are one owner's.</source>
        <translation>
            <numerusform>Spent together, these coins show that their %n address is one owner's.</numerusform>
            <numerusform>Spent together, these coins show that their %n addresses are one owner's.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spent together, these coins show that their %n address(es) are one owner's: what “%1” and “%2” stand for can be seen to belong together.</source>
        <translation>
            <numerusform>Spent together, these coins show that their %n address is one owner's: what “%1” and “%2” stand for can be seen to belong together.</numerusform>
            <numerusform>Spent together, these coins show that their %n addresses are one owner's: what “%1” and “%2” stand for can be seen to belong together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CoinListModel</name>
    <message numerus="yes">
        <source>matures in %n</source>
        <translation>
            <numerusform>matures in %n</numerusform>
            <numerusform>matures in %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CoinScatter</name>
    <message numerus="yes">
        <source>%n block(s) old</source>
        <translation>
            <numerusform>%n block old</numerusform>
            <numerusform>%n blocks old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s), from left to right the older, from below the larger.</source>
        <translation>
            <numerusform>%n coin, from left to right the older, from below the larger.</numerusform>
            <numerusform>%n coins, from left to right the older, from below the larger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s)</source>
        <translation>
            <numerusform>%n coin</numerusform>
            <numerusform>%n coins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s), together %1</source>
        <translation>
            <numerusform>%n coin, together %1</numerusform>
            <numerusform>%n coins, together %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CoinsDialog</name>
    <message numerus="yes">
        <source>%n coin(s) can pay.</source>
        <translation>
            <numerusform>%n coin can pay.</numerusform>
            <numerusform>%n coins can pay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s), &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>
            <numerusform>%n coin, &lt;b&gt;%1&lt;/b&gt;</numerusform>
            <numerusform>%n coins, &lt;b&gt;%1&lt;/b&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No coin can pay yet. What others send you can pay once it is in a block, what you mine %n block(s) later.</source>
        <translation>
            <numerusform>No coin can pay yet. What others send you can pay once it is in a block, what you mine %n block later.</numerusform>
            <numerusform>No coin can pay yet. What others send you can pay once it is in a block, what you mine %n blocks later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CoinsView</name>
    <message numerus="yes">
        <source>%n coin(s), %1</source>
        <translation>
            <numerusform>%n coin, %1</numerusform>
            <numerusform>%n coins, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Counterparty</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Doctor</name>
    <message numerus="yes">
        <source>%n peer(s), %1 in step</source>
        <translation>
            <numerusform>%n peer, %1 in step</numerusform>
            <numerusform>%n peers, %1 in step</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known, all silent</source>
        <translation>
            <numerusform>%n known, all silent</numerusform>
            <numerusform>%n known, all silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) of another network</source>
        <translation>
            <numerusform>%n peer of another network</numerusform>
            <numerusform>%n peers of another network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) on another branch</source>
        <translation>
            <numerusform>%n peer on another branch</numerusform>
            <numerusform>%n peers on another branch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you, first of all: %1.</source>
        <translation>
            <numerusform>%n thing need you, first of all: %1.</numerusform>
            <numerusform>%n things need you, first of all: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is broken. %n thing(s) could be better.</source>
        <translation>
            <numerusform>Nothing is broken. %n thing could be better.</numerusform>
            <numerusform>Nothing is broken. %n things could be better.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DoctorView</name>
    <message numerus="yes">
        <source>Dialling %n peer(s).</source>
        <translation>
            <numerusform>Dialling %n peer.</numerusform>
            <numerusform>Dialling %n peers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DraftCard</name>
    <message numerus="yes">
        <source>Uses %n of your coins</source>
        <translation>
            <numerusform>Uses %n of your coins</numerusform>
            <numerusform>Uses %n of your coins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DrillDialog</name>
    <message numerus="yes">
        <source>&lt;b&gt;%1&lt;/b&gt;, all that lies on %n address(es)</source>
        <translation>
            <numerusform>&lt;b&gt;%1&lt;/b&gt;, all that lies on %n address</numerusform>
            <numerusform>&lt;b&gt;%1&lt;/b&gt;, all that lies on %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what you mined, %n block(s)</source>
        <translation>
            <numerusform>what you mined, %n block</numerusform>
            <numerusform>what you mined, %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), address(es) or plan(s) that were brought in, with &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>
            <numerusform>%n key, address or plan that was brought in, with &lt;b&gt;%1&lt;/b&gt;</numerusform>
            <numerusform>%n keys, addresses or plans that were brought in, with &lt;b&gt;%1&lt;/b&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) and label(s)</source>
        <translation>
            <numerusform>%n note or label</numerusform>
            <numerusform>%n notes and labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) of your address book</source>
        <translation>
            <numerusform>%n address of your address book</numerusform>
            <numerusform>%n addresses of your address book</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>that %n coin(s) are frozen</source>
        <translation>
            <numerusform>that %n coin is frozen</numerusform>
            <numerusform>that %n coins are frozen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment request(s)</source>
        <translation>
            <numerusform>%n payment request</numerusform>
            <numerusform>%n payment requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ExplorerWords</name>
    <message numerus="yes">
        <source>%n confirmation(s)</source>
        <translation>
            <numerusform>%n confirmation</numerusform>
            <numerusform>%n confirmations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::FeeCard</name>
    <message numerus="yes">
        <source>Yours comes in about &lt;b&gt;%n blocks&lt;/b&gt;, %1 from now.</source>
        <translation>
            <numerusform>Yours comes in about &lt;b&gt;%n block&lt;/b&gt;, %1 from now.</numerusform>
            <numerusform>Yours comes in about &lt;b&gt;%n blocks&lt;/b&gt;, %1 from now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them pay as much or more.</source>
        <translation>
            <numerusform>%n of them pay as much or more.</numerusform>
            <numerusform>%n of them pay as much or more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n + yours</source>
        <translation>
            <numerusform>%n + yours</numerusform>
            <numerusform>%n + yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) waiting</source>
        <translation>
            <numerusform>%n payment waiting</numerusform>
            <numerusform>%n payments waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::FlowDiagram</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ForkPicture</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s), the tall ones are yours</source>
        <translation>
            <numerusform>%n block, the tall ones are yours</numerusform>
            <numerusform>%n blocks, the tall ones are yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s), only their headers are here</source>
        <translation>
            <numerusform>%n block, only their headers are here</numerusform>
            <numerusform>%n blocks, only their headers are here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Format</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::LabelFiles</name>
    <message numerus="yes">
        <source>%n note(s) and label(s) were taken over.</source>
        <translation>
            <numerusform>%n note and label were taken over.</numerusform>
            <numerusform>%n notes and labels were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>%n line could not be read.</numerusform>
            <numerusform>%n lines could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message numerus="yes">
        <source>%n payment(s) waiting</source>
        <translation>
            <numerusform>%n payment waiting</numerusform>
            <numerusform>%n payments waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MapView</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MessageWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MiningCard</name>
    <message numerus="yes">
        <source>%1 on %n thread(s)</source>
        <translation>
            <numerusform>%1 on %n thread</numerusform>
            <numerusform>%1 on %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MiningPage</name>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>%n today</numerusform>
            <numerusform>%n today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lost to a fork</source>
        <translation>
            <numerusform>%n lost to a fork</numerusform>
            <numerusform>%n lost to a fork</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::NearTable</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::NearWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::NewTokenDialog</name>
    <message numerus="yes">
        <source>A name has at most %n letters.</source>
        <translation>
            <numerusform>A name has at most %n letter.</numerusform>
            <numerusform>A name has at most %n letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n tokens already. Revoke one that is not needed any more.</source>
        <translation>
            <numerusform>There are %n token already. Revoke one that is not needed any more.</numerusform>
            <numerusform>There are %n tokens already. Revoke one that is not needed any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::OwnAddressPane</name>
    <message numerus="yes">
        <source>paid %n time(s)</source>
        <translation>
            <numerusform>paid %n time</numerusform>
            <numerusform>paid %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paid %n time(s): each of those who paid can see what the others paid. Give a new address away next time.</source>
        <translation>
            <numerusform>Paid %n time: each of those who paid can see what the others paid. Give a new address away next time.</numerusform>
            <numerusform>Paid %n times: each of those who paid can see what the others paid. Give a new address away next time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PeerPane</name>
    <message numerus="yes">
        <source>last %n</source>
        <translation>
            <numerusform>last %n</numerusform>
            <numerusform>last %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PeerWords</name>
    <message numerus="yes">
        <source>fetching %n block(s) from it</source>
        <translation>
            <numerusform>fetching %n block from it</numerusform>
            <numerusform>fetching %n blocks from it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PeersView</name>
    <message numerus="yes">
        <source>%n peer(s)</source>
        <translation>
            <numerusform>%n peer</numerusform>
            <numerusform>%n peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PeopleView</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PersonPane</name>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paid %n time(s)</source>
        <translation>
            <numerusform>paid once</numerusform>
            <numerusform>paid %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PsbtWords</name>
    <message numerus="yes">
        <source>%n more are paid.</source>
        <translation>
            <numerusform>%n more is paid.</numerusform>
            <numerusform>%n more are paid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its coins are this wallet's and wait for a signature.</source>
        <translation>
            <numerusform>%n of its coins is this wallet's and waits for a signature.</numerusform>
            <numerusform>%n of its coins are this wallet's and wait for a signature.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its coins wait for the signature of somebody else.</source>
        <translation>
            <numerusform>%n of its coins waits for the signature of somebody else.</numerusform>
            <numerusform>%n of its coins wait for the signature of somebody else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RateCard</name>
    <message numerus="yes">
        <source>%1 of %n thread(s)</source>
        <translation>
            <numerusform>%1 of %n thread</numerusform>
            <numerusform>%1 of %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Receipt</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ReceiveView</name>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RecipientsDialog</name>
    <message numerus="yes">
        <source>%n more line(s) are wrong.</source>
        <translation>
            <numerusform>%n more line is wrong.</numerusform>
            <numerusform>%n more lines are wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RulesView</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SearchPane</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SendView</name>
    <message numerus="yes">
        <source>%n coin(s), %1</source>
        <translation>
            <numerusform>%n coin, %1</numerusform>
            <numerusform>%n coins, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SettingsPage</name>
    <message numerus="yes">
        <source>&lt;b&gt;%n setting(s) wait(s)&lt;/b&gt; until the node is started again. That takes a moment, in which nothing is mined; an encrypted wallet is locked afterwards.</source>
        <translation>
            <numerusform>&lt;b&gt;%n setting waits&lt;/b&gt; until the node is started again. That takes a moment, in which nothing is mined; an encrypted wallet is locked afterwards.</numerusform>
            <numerusform>&lt;b&gt;%n settings waits&lt;/b&gt; until the node is started again. That takes a moment, in which nothing is mined; an encrypted wallet is locked afterwards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SharedWalletDialog</name>
    <message numerus="yes">
        <source>%n key(s): %1.</source>
        <translation>
            <numerusform>%n key: %1.</numerusform>
            <numerusform>%n keys: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n key(s)</source>
        <translation>
            <numerusform>of %n key</numerusform>
            <numerusform>of %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SharingControl</name>
    <message numerus="yes">
        <source>At &lt;b&gt;%1&lt;/b&gt; and %n more address(es), for everyone in the same Wi-Fi or cable network.</source>
        <translation>
            <numerusform>At &lt;b&gt;%1&lt;/b&gt; and %n more address, for everyone in the same Wi-Fi or cable network.</numerusform>
            <numerusform>At &lt;b&gt;%1&lt;/b&gt; and %n more addresses, for everyone in the same Wi-Fi or cable network.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;good&gt;%n computer(s)&lt;/good&gt; reached you.</source>
        <translation>
            <numerusform>&lt;good&gt;%n computer&lt;/good&gt; reached you.</numerusform>
            <numerusform>&lt;good&gt;%n computers&lt;/good&gt; reached you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::StripFeed</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SyncState</name>
    <message numerus="yes">
        <source>with %n peer(s)</source>
        <translation>
            <numerusform>with %n peer</numerusform>
            <numerusform>with %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s), all on block %1.</source>
        <translation>
            <numerusform>%n peer, all on block %1.</numerusform>
            <numerusform>%n peers, all on block %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s); %1 not on our block %2 yet.</source>
        <translation>
            <numerusform>%n peer; %1 not on our block %2 yet.</numerusform>
            <numerusform>%n peers; %1 not on our block %2 yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known peer(s), none answers</source>
        <translation>
            <numerusform>%n known peer, none answers</numerusform>
            <numerusform>%n known peers, none answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known peer(s), none answers. Cairn keeps trying.</source>
        <translation>
            <numerusform>%n known peer, none answers. Cairn keeps trying.</numerusform>
            <numerusform>%n known peers, none answers. Cairn keeps trying.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>than %n peer(s)</source>
        <translation>
            <numerusform>than %n peer</numerusform>
            <numerusform>than %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) follow another branch with no more work. The next block decides.</source>
        <translation>
            <numerusform>%n peer follows another branch with no more work. The next block decides.</numerusform>
            <numerusform>%n peers follow another branch with no more work. The next block decides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) have other rules</source>
        <translation>
            <numerusform>%n peer has other rules</numerusform>
            <numerusform>%n peers have other rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) run a network with other rules. Compare the three words.</source>
        <translation>
            <numerusform>%n peer runs a network with other rules. Compare the three words.</numerusform>
            <numerusform>%n peers run a network with other rules. Compare the three words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) follow a branch with more work that would take back many of our blocks. Nothing happens until you decide.</source>
        <translation>
            <numerusform>%n peer follows a branch with more work that would take back many of our blocks. Nothing happens until you decide.</numerusform>
            <numerusform>%n peers follow a branch with more work that would take back many of our blocks. Nothing happens until you decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n peer(s)</source>
        <translation>
            <numerusform>from %n peer</numerusform>
            <numerusform>from %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) have blocks from a time that has not come yet here. Check the clock of this computer and theirs.</source>
        <translation>
            <numerusform>%n peer has blocks from a time that has not come yet here. Check the clock of this computer and theirs.</numerusform>
            <numerusform>%n peers have blocks from a time that has not come yet here. Check the clock of this computer and theirs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ThisBlockCard</name>
    <message numerus="yes">
        <source>height %1 · reward &lt;b&gt;%2&lt;/b&gt; · %n payment(s)</source>
        <translation>
            <numerusform>height %1 · reward &lt;b&gt;%2&lt;/b&gt; · %n payment</numerusform>
            <numerusform>height %1 · reward &lt;b&gt;%2&lt;/b&gt; · %n payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::WaitingWords</name>
    <message numerus="yes">
        <source>%n payment(s) stand before it.</source>
        <translation>
            <numerusform>%n payment stand before it.</numerusform>
            <numerusform>%n payments stand before it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::WalletNews</name>
    <message numerus="yes">
        <source>%n payment(s) received</source>
        <translation>
            <numerusform>%n payment received</numerusform>
            <numerusform>%n payments received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) found</source>
        <translation>
            <numerusform>%n block found</numerusform>
            <numerusform>%n blocks found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::WordsEdit</name>
    <message numerus="yes">
        <source>These are %n word(s); a wallet has 12, 15, 18, 21 or 24.</source>
        <translation>
            <numerusform>This is %n word; a wallet has 12, 15, 18, 21 or 24.</numerusform>
            <numerusform>These are %n words; a wallet has 12, 15, 18, 21 or 24.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Workbench</name>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n route</numerusform>
            <numerusform>%n routes</numerusform>
        </translation>
    </message>
</context>
</TS>
