<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Routes</name>
    <message>
        <source>What the miner does, and why it rests.</source>
        <translation>Was der Miner tut und warum er ruht.</translation>
    </message>
    <message>
        <source>Switches mining: enabled, threads, mode (always, when-waiting), percent, pause_on_battery, idle_minutes.</source>
        <translation>Schaltet das Mining: enabled, threads, mode (always, when-waiting), percent, pause_on_battery, idle_minutes.</translation>
    </message>
    <message>
        <source>This page.</source>
        <translation>Diese Seite.</translation>
    </message>
    <message>
        <source>Every route, for programs.</source>
        <translation>Alle Routen, für Programme.</translation>
    </message>
    <message>
        <source>The chain in one line: tip, work, coins and the hash of all coins.</source>
        <translation>Die Kette in einer Zeile: Spitze, Arbeit, Münzen und der Hash aller Münzen.</translation>
    </message>
    <message>
        <source>The network&apos;s rules and card.</source>
        <translation>Die Regeln und die Karte des Netzwerks.</translation>
    </message>
    <message>
        <source>The best chain&apos;s tip and those of all other branches.</source>
        <translation>Die Spitze der besten Kette und die aller anderen Zweige.</translation>
    </message>
    <message>
        <source>The peers and how the node stands with them.</source>
        <translation>Die Gegenstellen und wie der Knoten zu ihnen steht.</translation>
    </message>
    <message>
        <source>What happens, as Server-Sent Events: block, reorg, tx, removed, difficulty, mining, peer; reset when some were missed.</source>
        <translation>Was geschieht, als Server-Sent Events: block, reorg, tx, removed, difficulty, mining, peer; reset, wenn welche verpasst wurden.</translation>
    </message>
    <message>
        <source>Only these, separated by commas.</source>
        <translation>Nur diese, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Go on behind this one, as the header Last-Event-ID.</source>
        <translation>Hinter diesem weitermachen, wie die Kopfzeile Last-Event-ID.</translation>
    </message>
    <message>
        <source>Every setting and its value.</source>
        <translation>Alle Einstellungen und ihre Werte.</translation>
    </message>
    <message>
        <source>The tokens, without their secrets.</source>
        <translation>Die Tokens, ohne ihre Geheimnisse.</translation>
    </message>
    <message>
        <source>Makes a token: name, and scopes out of change, wallet, spend, control. Its secret is shown this once.</source>
        <translation>Erstellt ein Token: name, und scopes aus change, wallet, spend, control. Sein Geheimnis wird nur dieses eine Mal gezeigt.</translation>
    </message>
    <message>
        <source>Revokes a token.</source>
        <translation>Widerruft ein Token.</translation>
    </message>
    <message>
        <source>What an address received and spent.</source>
        <translation>Was eine Adresse empfangen und ausgegeben hat.</translation>
    </message>
    <message>
        <source>Its transactions: up to 50 waiting, then the newest 25 confirmed.</source>
        <translation>Ihre Transaktionen: bis zu 50 wartende, dann die neuesten 25 bestätigten.</translation>
    </message>
    <message>
        <source>Its newest 25 confirmed transactions.</source>
        <translation>Ihre neuesten 25 bestätigten Transaktionen.</translation>
    </message>
    <message>
        <source>25 more, behind the one named.</source>
        <translation>25 weitere, hinter der genannten.</translation>
    </message>
    <message>
        <source>Its waiting transactions, at most 50.</source>
        <translation>Ihre wartenden Transaktionen, höchstens 50.</translation>
    </message>
    <message>
        <source>Its unspent outputs.</source>
        <translation>Ihre nicht ausgegebenen Ausgänge.</translation>
    </message>
    <message>
        <source>The same for the SHA-256 of a script.</source>
        <translation>Dasselbe für den SHA-256 eines Skripts.</translation>
    </message>
    <message>
        <source>Not offered: answers that the search is disabled.</source>
        <translation>Wird nicht angeboten: antwortet, dass die Suche abgeschaltet ist.</translation>
    </message>
    <message>
        <source>The height of the best chain.</source>
        <translation>Die Höhe der besten Kette.</translation>
    </message>
    <message>
        <source>The hash of the best chain&apos;s last block.</source>
        <translation>Der Hash des letzten Blocks der besten Kette.</translation>
    </message>
    <message>
        <source>The last ten blocks, newest first.</source>
        <translation>Die letzten zehn Blöcke, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Ten blocks from a height downwards.</source>
        <translation>Zehn Blöcke von einer Höhe abwärts.</translation>
    </message>
    <message>
        <source>The hash of the block at a height.</source>
        <translation>Der Hash des Blocks auf einer Höhe.</translation>
    </message>
    <message>
        <source>A block, of any branch.</source>
        <translation>Ein Block, gleich auf welchem Zweig.</translation>
    </message>
    <message>
        <source>Whether a block is in the best chain, and which one follows it.</source>
        <translation>Ob ein Block in der besten Kette liegt und welcher ihm folgt.</translation>
    </message>
    <message>
        <source>The 80 bytes of its header in hex.</source>
        <translation>Die 80 Bytes seines Kopfes in Hex.</translation>
    </message>
    <message>
        <source>The block in wire form.</source>
        <translation>Der Block, wie er übertragen wird.</translation>
    </message>
    <message>
        <source>The ids of its transactions.</source>
        <translation>Die Kennungen seiner Transaktionen.</translation>
    </message>
    <message>
        <source>The id of one of its transactions.</source>
        <translation>Die Kennung einer seiner Transaktionen.</translation>
    </message>
    <message>
        <source>Its first 25 transactions.</source>
        <translation>Seine ersten 25 Transaktionen.</translation>
    </message>
    <message>
        <source>25 of its transactions, from a multiple of 25.</source>
        <translation>25 seiner Transaktionen, ab einem Vielfachen von 25.</translation>
    </message>
    <message>
        <source>How much waits, and what it pays.</source>
        <translation>Wie viel wartet und was es zahlt.</translation>
    </message>
    <message>
        <source>The ids of all waiting transactions.</source>
        <translation>Die Kennungen aller wartenden Transaktionen.</translation>
    </message>
    <message>
        <source>The last ten that came.</source>
        <translation>Die letzten zehn, die kamen.</translation>
    </message>
    <message>
        <source>Satoshi per virtual byte to be confirmed within so many blocks.</source>
        <translation>Satoshi je virtuellem Byte, um innerhalb so vieler Blöcke bestätigt zu werden.</translation>
    </message>
    <message>
        <source>The next block as this node would mine it (getblocktemplate).</source>
        <translation>Der nächste Block, wie dieser Knoten ihn suchen würde (getblocktemplate).</translation>
    </message>
    <message>
        <source>Submits a signed transaction in hex; answers with its id.</source>
        <translation>Reicht eine signierte Transaktion in Hex ein; antwortet mit ihrer Kennung.</translation>
    </message>
    <message>
        <source>Submits transactions that belong together, parents first: a JSON array of hex texts.</source>
        <translation>Reicht Transaktionen ein, die zusammengehören, die früheren zuerst: ein JSON-Array von Hex-Texten.</translation>
    </message>
    <message>
        <source>Refuse what pays more satoshi per virtual byte.</source>
        <translation>Ablehnen, was mehr Satoshi je virtuellem Byte zahlt.</translation>
    </message>
    <message>
        <source>Refuse what makes more coins unspendable.</source>
        <translation>Ablehnen, was mehr Münzen unausgebbar macht.</translation>
    </message>
    <message>
        <source>A transaction, confirmed or waiting.</source>
        <translation>Eine Transaktion, bestätigt oder wartend.</translation>
    </message>
    <message>
        <source>Whether a transaction is confirmed, and where.</source>
        <translation>Ob eine Transaktion bestätigt ist und wo.</translation>
    </message>
    <message>
        <source>The transaction in hex.</source>
        <translation>Die Transaktion in Hex.</translation>
    </message>
    <message>
        <source>The transaction in wire form.</source>
        <translation>Die Transaktion, wie sie übertragen wird.</translation>
    </message>
    <message>
        <source>The path from a transaction to its block&apos;s Merkle root.</source>
        <translation>Der Weg von einer Transaktion zur Merkle-Wurzel ihres Blocks.</translation>
    </message>
    <message>
        <source>The same in the form of BIP 37.</source>
        <translation>Dasselbe in der Form von BIP 37.</translation>
    </message>
    <message>
        <source>What spends an output.</source>
        <translation>Was einen Ausgang ausgibt.</translation>
    </message>
    <message>
        <source>What spends each of its outputs.</source>
        <translation>Was jeden ihrer Ausgänge ausgibt.</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Gegenstellen</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>Tutorial</translation>
    </message>
    <message>
        <source>Headers after a locator, 80 bytes each, at most 2000.</source>
        <translation>Köpfe hinter einem Ortsverzeichnis, je 80 Bytes, höchstens 2000.</translation>
    </message>
    <message>
        <source>A block in wire form.</source>
        <translation>Ein Block, wie er übertragen wird.</translation>
    </message>
    <message>
        <source>Up to 16 blocks by hash, each with its length before it.</source>
        <translation>Bis zu 16 Blöcke nach ihrem Hash, jeder mit seiner Länge davor.</translation>
    </message>
    <message>
        <source>Up to 100 waiting transactions by witness id.</source>
        <translation>Bis zu 100 wartende Transaktionen nach ihrer Witness-Kennung.</translation>
    </message>
    <message>
        <source>Witness ids of waiting transactions, at most 5000.</source>
        <translation>Witness-Kennungen wartender Transaktionen, höchstens 5000.</translation>
    </message>
    <message>
        <source>Addresses of other peers.</source>
        <translation>Adressen anderer Gegenstellen.</translation>
    </message>
    <message>
        <source>A method of Bitcoin Core&apos;s JSON-RPC, 1.x or 2.0, alone or in a batch.</source>
        <translation>Eine Methode des JSON-RPC von Bitcoin Core, 1.x oder 2.0, einzeln oder gebündelt.</translation>
    </message>
    <message>
        <source>With getwork: answer when there is new work.</source>
        <translation>Mit getwork: antworten, wenn es neue Arbeit gibt.</translation>
    </message>
    <message>
        <source>Who is paid; without it, the open wallet.</source>
        <translation>Wer bezahlt wird; ohne Angabe die offene Wallet.</translation>
    </message>
    <message>
        <source>Seconds to wait for the block, 60 if not given; mining goes on behind them.</source>
        <translation>Sekunden, die auf den Block gewartet wird, ohne Angabe 60; danach geht das Mining weiter.</translation>
    </message>
    <message>
        <source>1: go on mining even when the caller leaves.</source>
        <translation>1: weiter suchen, auch wenn der Aufrufer geht.</translation>
    </message>
    <message>
        <source>The whole chain, block by block.</source>
        <translation>Die ganze Kette, Block für Block.</translation>
    </message>
    <message>
        <source>First height.</source>
        <translation>Erste Höhe.</translation>
    </message>
    <message>
        <source>Number of blocks.</source>
        <translation>Zahl der Blöcke.</translation>
    </message>
    <message>
        <source>0: leave payments out.</source>
        <translation>0: Zahlungen weglassen.</translation>
    </message>
    <message>
        <source>Mines one block and answers with it.</source>
        <translation>Sucht einen Block und antwortet mit ihm.</translation>
    </message>
    <message>
        <source>The same as GET /mine, as it should be spelled.</source>
        <translation>Dasselbe wie GET /mine, wie es geschrieben werden sollte.</translation>
    </message>
    <message>
        <source>Adds peers by their addresses.</source>
        <translation>Fügt Gegenstellen nach ihren Adressen hinzu.</translation>
    </message>
    <message>
        <source>Asks every peer for its best chain and takes the one with most work.</source>
        <translation>Fragt alle Gegenstellen nach ihrer besten Kette und nimmt die mit der meisten Arbeit.</translation>
    </message>
    <message>
        <source>1: leave the chain out of the answer.</source>
        <translation>1: die Kette in der Antwort weglassen.</translation>
    </message>
    <message>
        <source>The addresses of the peers.</source>
        <translation>Die Adressen der Gegenstellen.</translation>
    </message>
    <message>
        <source>How hard the next block is, and when that changes.</source>
        <translation>Wie schwer der nächste Block ist und wann sich das ändert.</translation>
    </message>
    <message>
        <source>How many blocks confirm a transaction.</source>
        <translation>Wie viele Blöcke eine Transaktion bestätigen.</translation>
    </message>
    <message>
        <source>The same, spelled differently.</source>
        <translation>Dasselbe, anders geschrieben.</translation>
    </message>
    <message>
        <source>Says that the node is alive.</source>
        <translation>Sagt, dass der Knoten lebt.</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>Dasselbe.</translation>
    </message>
    <message>
        <source>Pays from the open wallet: sender (an address of it, or &quot;wallet&quot;), recipient, amount; optional fee_rate, subtract_fee, replaceable.</source>
        <translation>Zahlt aus der offenen Wallet: sender (eine Adresse daraus oder „wallet“), recipient, amount; wahlweise fee_rate, subtract_fee, replaceable.</translation>
    </message>
    <message>
        <source>An address to receive at.</source>
        <translation>Eine Adresse zum Empfangen.</translation>
    </message>
    <message>
        <source>1: a fresh one.</source>
        <translation>1: eine frische.</translation>
    </message>
    <message>
        <source>Kept with the fresh address.</source>
        <translation>Wird bei der frischen Adresse aufbewahrt.</translation>
    </message>
    <message>
        <source>The wallet&apos;s balance: everything confirmed, and what of it can be spent.</source>
        <translation>Das Guthaben der Wallet: alles Bestätigte und was davon ausgegeben werden kann.</translation>
    </message>
    <message>
        <source>The confirmed balance of any address.</source>
        <translation>Das bestätigte Guthaben einer beliebigen Adresse.</translation>
    </message>
    <message>
        <source>The same for the wallet of no name, which Cairn never has.</source>
        <translation>Dasselbe für die Wallet ohne Namen, die Cairn nie hat.</translation>
    </message>
    <message>
        <source>The same for the wallet of that name; -18 when it is not open.</source>
        <translation>Dasselbe für die Wallet dieses Namens; -18, wenn sie nicht offen ist.</translation>
    </message>
    <message>
        <source>The addresses that are kept out.</source>
        <translation>Die Adressen, die ausgesperrt sind.</translation>
    </message>
    <message>
        <source>Keeps an address or subnet out, for a day or the seconds given.</source>
        <translation>Sperrt eine Adresse oder ein Teilnetz aus, für einen Tag oder die angegebenen Sekunden.</translation>
    </message>
    <message>
        <source>Takes a ban back; a subnet is written with _ for /.</source>
        <translation>Nimmt eine Sperre zurück; ein Teilnetz wird mit _ statt / geschrieben.</translation>
    </message>
    <message>
        <source>The branch with more work that is held back, if there is one: it would replace more blocks than the setting reorganisation_brake allows.</source>
        <translation>Der Zweig mit mehr Arbeit, der zurückgehalten wird, falls es einen gibt: Er würde mehr Blöcke ersetzen, als die Einstellung reorganisation_brake erlaubt.</translation>
    </message>
    <message>
        <source>Follows the branch that is held back.</source>
        <translation>Folgt dem zurückgehaltenen Zweig.</translation>
    </message>
    <message>
        <source>Who this node is, its rules and its tip.</source>
        <translation>Wer dieser Knoten ist, seine Regeln und seine Spitze.</translation>
    </message>
    <message>
        <source>The same with the locator as hashes in the query, and a count.</source>
        <translation>Dasselbe mit dem Locator als Hashes in der Abfrage und einer Anzahl.</translation>
    </message>
    <message>
        <source>Gives this node a block in wire form.</source>
        <translation>Gibt diesem Knoten einen Block in Netzwerkform.</translation>
    </message>
    <message>
        <source>The first byte.</source>
        <translation>Das erste Byte.</translation>
    </message>
    <message>
        <source>How many bytes.</source>
        <translation>Wie viele Bytes.</translation>
    </message>
    <message>
        <source>How many blocks, at most 2000.</source>
        <translation>Wie viele Blöcke, höchstens 2000.</translation>
    </message>
    <message>
        <source>Whole entries, not only their ids.</source>
        <translation>Ganze Einträge, nicht nur ihre Kennungen.</translation>
    </message>
    <message>
        <source>The ids with a number that grows.</source>
        <translation>Die Kennungen mit einer Zahl, die wächst.</translation>
    </message>
    <message>
        <source>As Bitcoin Core&apos;s /rest answers; the ending chooses json, hex or bin.</source>
        <translation>Wie /rest von Bitcoin Core antwortet; die Endung wählt json, hex oder bin.</translation>
    </message>
    <message>
        <source>The nodes that tell of themselves in the local network.</source>
        <translation>Die Knoten, die sich im lokalen Netz melden.</translation>
    </message>
    <message>
        <source>The card of this network, with which others join it.</source>
        <translation>Die Karte dieses Netzwerks, mit der andere ihm beitreten.</translation>
    </message>
    <message>
        <source>Why a payment of the wallet waits, with figures.</source>
        <translation>Warum eine Zahlung der Wallet wartet, mit Zahlen.</translation>
    </message>
    <message>
        <source>Makes a payment that waits go faster: replaces it, or pays for it by a child. Optional fee_rate; dry_run tells the price only.</source>
        <translation>Beschleunigt eine wartende Zahlung: ersetzt sie, oder zahlt durch eine Folgezahlung für sie. Wahlweise fee_rate; dry_run nennt nur den Preis.</translation>
    </message>
    <message>
        <source>Replaces a payment that waits by one that brings everything back. Optional fee_rate; dry_run tells the price only.</source>
        <translation>Ersetzt eine wartende Zahlung durch eine, die alles zurückbringt. Wahlweise fee_rate; dry_run nennt nur den Preis.</translation>
    </message>
    <message>
        <source>Gives up a payment that is not in the mempool: its coins may be spent again. dry_run tells what that frees.</source>
        <translation>Gibt eine Zahlung auf, die nicht im Mempool ist: Ihre Münzen können wieder ausgegeben werden. dry_run nennt, was dadurch frei wird.</translation>
    </message>
    <message>
        <source>The whole history of the open wallet, the newest line first.</source>
        <translation>Der ganze Verlauf der offenen Wallet, die neueste Zeile zuerst.</translation>
    </message>
    <message>
        <source>Notes and labels, a line of JSON each (BIP 329).</source>
        <translation>Notizen und Bezeichnungen, je eine Zeile JSON (BIP 329).</translation>
    </message>
    <message>
        <source>Takes notes and labels over (BIP 329).</source>
        <translation>Übernimmt Notizen und Bezeichnungen (BIP 329).</translation>
    </message>
    <message>
        <source>The same for spreadsheets.</source>
        <translation>Dasselbe für Tabellenkalkulationen.</translation>
    </message>
    <message>
        <source>The payments that the open wallet asks for, the newest first, and what came of each.</source>
        <translation>Die Zahlungen, um die die offene Wallet bittet, die neueste zuerst, und was aus jeder wurde.</translation>
    </message>
    <message>
        <source>Asks for a payment, to a fresh address. Optional amount, message (whoever pays reads it), label (only the wallet does), expires_in in seconds.</source>
        <translation>Bittet um eine Zahlung an eine frische Adresse. Wahlweise amount, message (liest, wer zahlt), label (kennt nur die Wallet), expires_in in Sekunden.</translation>
    </message>
    <message>
        <source>One of them.</source>
        <translation>Eine davon.</translation>
    </message>
    <message>
        <source>Asks for that payment no more. Its address stays the wallet&apos;s.</source>
        <translation>Bittet nicht länger um diese Zahlung. Ihre Adresse bleibt die der Wallet.</translation>
    </message>
    <message>
        <source>Mine or rest.</source>
        <translation>Minen oder ruhen.</translation>
    </message>
    <message>
        <source>From 1 to 256.</source>
        <translation>Von 1 bis 256.</translation>
    </message>
    <message>
        <source>always or when-waiting.</source>
        <translation>always oder when-waiting.</translation>
    </message>
    <message>
        <source>Of each thread&apos;s time, from 1 to 100.</source>
        <translation>Von der Zeit jedes Threads, von 1 bis 100.</translation>
    </message>
    <message>
        <source>Rest while the computer runs on its battery.</source>
        <translation>Ruhen, solange der Computer mit Akku läuft.</translation>
    </message>
    <message>
        <source>Mine only when nobody used the computer for so long; 0: always.</source>
        <translation>Nur minen, wenn so lange niemand den Computer benutzt hat; 0: immer.</translation>
    </message>
    <message>
        <source>An address or a subnet.</source>
        <translation>Eine Adresse oder ein Teilnetz.</translation>
    </message>
    <message>
        <source>How long; a day if not given.</source>
        <translation>Wie lange; ein Tag, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>The branch&apos;s tip.</source>
        <translation>Die Spitze des Zweigs.</translation>
    </message>
    <message>
        <source>In coins; any if not given.</source>
        <translation>In Coins; beliebig, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>What for; whoever pays reads it.</source>
        <translation>Wofür; wer zahlt, liest es.</translation>
    </message>
    <message>
        <source>Kept with the address; only the wallet reads it.</source>
        <translation>Bei der Adresse aufbewahrt; nur die Wallet liest es.</translation>
    </message>
    <message>
        <source>In seconds; never if not given.</source>
        <translation>In Sekunden; nie, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>What it is for.</source>
        <translation>Wofür er ist.</translation>
    </message>
    <message>
        <source>What it allows: change, wallet, spend, control.</source>
        <translation>Was er erlaubt: change, wallet, spend, control.</translation>
    </message>
    <message>
        <source>Only tells what it would do.</source>
        <translation>Sagt nur, was es täte.</translation>
    </message>
    <message>
        <source>Satoshi per virtual byte.</source>
        <translation>Satoshi je virtuellem Byte.</translation>
    </message>
    <message>
        <source>Addresses of nodes or of their peer ports.</source>
        <translation>Adressen von Knoten oder von ihren Ports für andere Knoten.</translation>
    </message>
    <message>
        <source>Another name of the same.</source>
        <translation>Ein anderer Name für dasselbe.</translation>
    </message>
    <message>
        <source>An address of the wallet, or wallet.</source>
        <translation>Eine Adresse der Wallet, oder wallet.</translation>
    </message>
    <message>
        <source>Who is paid.</source>
        <translation>Wer bezahlt wird.</translation>
    </message>
    <message>
        <source>In coins.</source>
        <translation>In Coins.</translation>
    </message>
    <message>
        <source>Whoever is paid bears the fee.</source>
        <translation>Wer bezahlt wird, trägt die Gebühr.</translation>
    </message>
    <message>
        <source>It may be replaced while it waits; true if not given.</source>
        <translation>Sie darf ersetzt werden, solange sie wartet; true, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>Fee rates for the next block, for half an hour, for an hour, and the least.</source>
        <translation>Gebührensätze für den nächsten Block, für eine halbe Stunde, für eine Stunde, und der kleinste.</translation>
    </message>
    <message>
        <source>The next blocks, as what waits would fill them.</source>
        <translation>Die nächsten Blöcke, wie das Wartende sie füllen würde.</translation>
    </message>
    <message>
        <source>When the difficulty changes next, and by how much; times in milliseconds.</source>
        <translation>Wann sich die Schwierigkeit das nächste Mal ändert, und um wie viel; Zeiten in Millisekunden.</translation>
    </message>
    <message>
        <source>What a waiting transaction builds on and what builds on it.</source>
        <translation>Worauf eine wartende Transaktion aufbaut und was auf ihr aufbaut.</translation>
    </message>
    <message>
        <source>Whether an address is one of this network, and its script.</source>
        <translation>Ob eine Adresse zu diesem Netzwerk gehört, und ihr Skript.</translation>
    </message>
</context>
<context>
    <name>gui::AboutView</name>
    <message>
        <source>Cairn %1</source>
        <translation>Cairn %1</translation>
    </message>
    <message>
        <source>A node, a wallet, an explorer and a miner for networks of your own. Free software under the &lt;b&gt;MIT licence&lt;/b&gt;: use it, change it, pass it on.</source>
        <translation>Ein Knoten, eine Wallet, ein Explorer und ein Miner für eigene Netzwerke. Freie Software unter der &lt;b&gt;MIT-Lizenz&lt;/b&gt;: Benutze sie, ändere sie, gib sie weiter.</translation>
    </message>
    <message>
        <source>Chain, rules and settings of this network</source>
        <translation>Kette, Regeln und Einstellungen dieses Netzwerks</translation>
    </message>
    <message>
        <source>Wallets of this network</source>
        <translation>Wallets dieses Netzwerks</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Where things are</source>
        <translation>Wo was liegt</translation>
    </message>
    <message>
        <source>To keep a copy of everything, end Cairn and copy the folder of the network. A wallet alone comes back from its words.</source>
        <translation>Für eine Kopie von allem beende Cairn und kopiere den Ordner des Netzwerks. Eine Wallet allein lässt sich aus ihren Wörtern wiederherstellen.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Den Ordner öffnen</translation>
    </message>
    <message>
        <source>Something is wrong?</source>
        <translation>Etwas stimmt nicht?</translation>
    </message>
    <message>
        <source>Copy this for whoever helps you. It holds &lt;b&gt;no keys, no addresses and no amounts&lt;/b&gt;.</source>
        <translation>Kopiere das für jemanden, der dir hilft. Es enthält &lt;b&gt;keine Schlüssel, keine Adressen und keine Beträge&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Report for somebody who helps</source>
        <translation>Bericht für jemanden, der hilft</translation>
    </message>
</context>
<context>
    <name>gui::ActivityModel</name>
    <message>
        <source>Mined block %1</source>
        <translation>Block %1 gemint</translation>
    </message>
    <message>
        <source>Mined a block</source>
        <translation>Einen Block gemint</translation>
    </message>
    <message>
        <source>Moved to yourself</source>
        <translation>An dich selbst verschoben</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>Gesendet an %1</translation>
    </message>
    <message>
        <source>Received on %1</source>
        <translation>Empfangen auf %1</translation>
    </message>
    <message>
        <source>add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Guthaben danach</translation>
    </message>
</context>
<context>
    <name>gui::ActivityView</name>
    <message>
        <source>Activity of the wallet</source>
        <translation>Vorgänge der Wallet</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Mined</source>
        <translation>Gemint</translation>
    </message>
    <message>
        <source>Find in the activity</source>
        <translation>In den Vorgängen suchen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Nothing has happened here yet. Coins come from mining or from somebody who sends you some.</source>
        <translation>Hier ist noch nichts geschehen. Münzen kommen vom Mining oder von jemandem, der dir welche sendet.</translation>
    </message>
    <message>
        <source>Show my address</source>
        <translation>Meine Adresse zeigen</translation>
    </message>
    <message>
        <source>Nothing in the history fits this filter.</source>
        <translation>Nichts im Verlauf passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Export the activity</source>
        <translation>Die Vorgänge exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Note, address or block</source>
        <translation>Notiz, Adresse oder Block</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>Die Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Pay there again…</source>
        <translation>Dorthin noch einmal zahlen…</translation>
    </message>
    <message>
        <source>The note was not kept: the wallet file cannot be written.</source>
        <translation>Die Notiz wurde nicht behalten: Die Wallet-Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Find a payment</source>
        <translation>Zahlung suchen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Open in Explorer</source>
        <translation>Im Explorer öffnen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV)…</source>
        <translation>Tabelle für Tabellenprogramme (CSV)…</translation>
    </message>
    <message>
        <source>For programs (JSON)…</source>
        <translation>Für Programme (JSON)…</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Letzte 365 Tage</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>Wartend %1</translation>
    </message>
    <message>
        <source>For programs (*.json)</source>
        <translation>Für Programme (*.json)</translation>
    </message>
    <message>
        <source>Add to People…</source>
        <translation>Zu den Personen…</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>Beleg…</translation>
    </message>
</context>
<context>
    <name>gui::AddressListModel</name>
    <message>
        <source>of scripts</source>
        <translation>von Skripten</translation>
    </message>
    <message>
        <source>Legacy</source>
        <translation>Legacy</translation>
    </message>
    <message>
        <source>Nested SegWit</source>
        <translation>SegWit in P2SH</translation>
    </message>
    <message>
        <source>SegWit</source>
        <translation>SegWit</translation>
    </message>
    <message>
        <source>Taproot</source>
        <translation>Taproot</translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>noch nicht bezahlt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>Given away %1</source>
        <translation>Herausgegeben %1</translation>
    </message>
    <message>
        <source>add a label</source>
        <translation>Bezeichnung hinzufügen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>There now</source>
        <translation>Jetzt dort</translation>
    </message>
    <message>
        <source>Last paid</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>gui::AddressModel</name>
    <message>
        <source>used</source>
        <translation>benutzt</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message>
        <source>add a label</source>
        <translation>Bezeichnung hinzufügen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Herausgegeben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>gui::AddressPane</name>
    <message>
        <source>This is not an address of this network.</source>
        <translation>Das ist keine Adresse dieses Netzwerks.</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The address as a QR code</source>
        <translation>Die Adresse als QR-Code</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Transactions of the address, the newest first</source>
        <translation>Transaktionen der Adresse, die neueste zuerst</translation>
    </message>
    <message>
        <source>Never seen on this chain.</source>
        <translation>Auf dieser Kette nie gesehen.</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>deine</translation>
    </message>
    <message>
        <source>Confirmed in the best chain. Nothing is waiting.</source>
        <translation>In der besten Kette bestätigt. Nichts wartet.</translation>
    </message>
    <message>
        <source>&lt;work&gt;%1&lt;/work&gt; waiting for a block.</source>
        <translation>&lt;work&gt;%1&lt;/work&gt; wartet auf einen Block.</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Coins received</source>
        <translation>Empfangene Münzen</translation>
    </message>
    <message>
        <source>Coins spent</source>
        <translation>Ausgegebene Münzen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>gui::AddressPayments</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>ausgegeben</translation>
    </message>
    <message>
        <source>mined</source>
        <translation>gemint</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
</context>
<context>
    <name>gui::AddressesView</name>
    <message>
        <source>The label was not kept: the wallet file cannot be written.</source>
        <translation>Die Bezeichnung wurde nicht behalten: Die Wallet-Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>With coins</source>
        <translation>Mit Münzen</translation>
    </message>
    <message>
        <source>Only addresses that hold something now</source>
        <translation>Nur Adressen, auf denen jetzt etwas liegt</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>Art der Adresse</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>Address or label</source>
        <translation>Adresse oder Name</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
    <message>
        <source>Find an address</source>
        <translation>Eine Adresse suchen</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Neue Adresse</translation>
    </message>
    <message>
        <source>Each payment should have its own address: then those who pay cannot see each other&apos;s payments.</source>
        <translation>Jede Zahlung sollte eine eigene Adresse haben: Dann sehen die, die zahlen, die Zahlungen der anderen nicht.</translation>
    </message>
    <message>
        <source>Messages…</source>
        <translation>Nachrichten…</translation>
    </message>
    <message>
        <source>Sign a text with an address, or check who signed one</source>
        <translation>Einen Text mit einer Adresse unterschreiben oder prüfen, wer einen unterschrieben hat</translation>
    </message>
    <message>
        <source>Addresses of the wallet</source>
        <translation>Adressen der Wallet</translation>
    </message>
    <message>
        <source>Edit the label</source>
        <translation>Die Bezeichnung ändern</translation>
    </message>
    <message>
        <source>Sign a message…</source>
        <translation>Nachricht unterschreiben…</translation>
    </message>
    <message>
        <source>No address fits this filter.</source>
        <translation>Keine Adresse passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>No address has been given away yet. Make one for whoever pays you.</source>
        <translation>Noch wurde keine Adresse herausgegeben. Erzeuge eine für den, der dich bezahlt.</translation>
    </message>
    <message>
        <source>What is left of the coins that you pay with comes back to addresses of their own. They will be listed here.</source>
        <translation>Was von den Münzen übrig bleibt, mit denen du zahlst, kommt auf eigene Adressen zurück. Sie stehen dann hier.</translation>
    </message>
    <message>
        <source>Blocks that this computer finds pay to an address of its own. It will be listed here.</source>
        <translation>Blöcke, die dieser Rechner findet, zahlen auf eine eigene Adresse. Sie steht dann hier.</translation>
    </message>
    <message>
        <source>Single keys and addresses that you bring in will be listed here.</source>
        <translation>Einzelne Schlüssel und Adressen, die du hinzufügst, stehen dann hier.</translation>
    </message>
    <message>
        <source>To receive</source>
        <translation>Zum Empfangen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Mining</source>
        <translation>Mining</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Hinzugefügt</translation>
    </message>
</context>
<context>
    <name>gui::AnswerCard</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>What to show of the request</source>
        <translation>Was von der Anfrage zu sehen ist</translation>
    </message>
    <message>
        <source>Send it, and the answer appears here. As curl, Python and JavaScript it can be taken elsewhere.</source>
        <translation>Sende sie ab, dann erscheint hier die Antwort. Als curl, Python und JavaScript lässt sie sich mitnehmen.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>the first %1 in %2</source>
        <translation>die ersten %1 in %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 in %2, its beginning shown</source>
        <translation>%1 in %2, nur der Anfang ist zu sehen</translation>
    </message>
</context>
<context>
    <name>gui::ApiClient</name>
    <message>
        <source>This is not an address: %1</source>
        <translation>Das ist keine Adresse: %1</translation>
    </message>
    <message>
        <source>Stopped before an answer came.</source>
        <translation>Angehalten, bevor eine Antwort kam.</translation>
    </message>
</context>
<context>
    <name>gui::ApiPage</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Die Einstellungen öffnen</translation>
    </message>
    <message>
        <source>No route answers %1.</source>
        <translation>Keine Route beantwortet %1.</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Where programs on this computer reach the node</source>
        <translation>Wo Programme auf diesem Computer den Knoten erreichen</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>Token erstellen</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Find a route</source>
        <translation>Route suchen</translation>
    </message>
    <message>
        <source>The API is off: no program can ask this node anything. With it, scripts, miners, wallets and explorers on this computer work with your node. Choose “this computer only” and a port that no other program uses.</source>
        <translation>Die API ist aus: Kein Programm kann diesen Knoten etwas fragen. Mit ihr arbeiten Skripte, Miner, Wallets und Explorer auf diesem Computer mit deinem Knoten. Wähle „nur dieser Computer“ und einen Port, den kein anderes Programm benutzt.</translation>
    </message>
</context>
<context>
    <name>gui::ApiWords</name>
    <message>
        <source>Changes the node, or makes it work. Open to programs on this computer, closed to web pages.</source>
        <translation>Ändert den Knoten oder lässt ihn arbeiten. Offen für Programme auf diesem Computer, geschlossen für Webseiten.</translation>
    </message>
    <message>
        <source>Uses the open wallet. Open to programs on this computer, closed to web pages.</source>
        <translation>Benutzt die offene Wallet. Offen für Programme auf diesem Computer, geschlossen für Webseiten.</translation>
    </message>
    <message>
        <source>&lt;own&gt;Really moves coins&lt;/own&gt; of the open wallet, while it is unlocked.</source>
        <translation>&lt;own&gt;Bewegt wirklich Münzen&lt;/own&gt; der offenen Wallet, solange sie entsperrt ist.</translation>
    </message>
    <message>
        <source>Controls the node: needs the &lt;b&gt;password of this run&lt;/b&gt;, or a token that may.</source>
        <translation>Steuert den Knoten: braucht das &lt;b&gt;Passwort dieses Laufs&lt;/b&gt; oder ein Token, das es darf.</translation>
    </message>
    <message>
        <source>For other nodes. Served to the network too, where the node listens there.</source>
        <translation>Für andere Knoten. Auch im Netzwerk zu erreichen, wo der Knoten dort lauscht.</translation>
    </message>
    <message>
        <source>Reads the public chain. Served to the network too, where the node listens there.</source>
        <translation>Liest die öffentliche Kette. Auch im Netzwerk zu erreichen, wo der Knoten dort lauscht.</translation>
    </message>
    <message>
        <source>Reads the public chain. Open to programs on this computer.</source>
        <translation>Liest die öffentliche Kette. Offen für Programme auf diesem Computer.</translation>
    </message>
    <message>
        <source>change the node</source>
        <translation>den Knoten ändern</translation>
    </message>
    <message>
        <source>read the wallet</source>
        <translation>die Wallet lesen</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>zahlen</translation>
    </message>
    <message>
        <source>control the node</source>
        <translation>den Knoten steuern</translation>
    </message>
</context>
<context>
    <name>gui::AreaChart</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hidden, as all amounts are</source>
        <translation>Verborgen, wie alle Beträge</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <translation>%1 %2, %3 %4</translation>
    </message>
</context>
<context>
    <name>gui::AutostartLine</name>
    <message>
        <source>Start when I log in</source>
        <translation>Starten, wenn ich mich anmelde</translation>
    </message>
    <message>
        <source>Cairn opens with the desktop.</source>
        <translation>Cairn öffnet sich nach der Anmeldung von selbst.</translation>
    </message>
    <message>
        <source>Nothing has changed: %1 cannot be written.</source>
        <translation>Nichts hat sich geändert: %1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>gui::BackUpDialog</name>
    <message>
        <source>I have written them down</source>
        <translation>Ich habe sie aufgeschrieben</translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation>Die Wörter noch einmal zeigen</translation>
    </message>
    <message>
        <source>Back up %1</source>
        <translation>%1 sichern</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>&lt;b&gt;Who has the words has the money.&lt;/b&gt; No photo, no cloud, no message. Two papers in two places are better than one. Cairn never asks for all of them, and nobody else should.</source>
        <translation>&lt;b&gt;Wer die Wörter hat, hat das Geld.&lt;/b&gt; Kein Foto, keine Cloud, keine Nachricht. Zwei Zettel an zwei Orten sind besser als einer. Cairn fragt nie nach allen, und auch sonst sollte das niemand tun.</translation>
    </message>
    <message>
        <source>The wallet is locked, so its words cannot be shown. Unlock it first (Ctrl+L).</source>
        <translation>Die Wallet ist gesperrt, deshalb lassen sich ihre Wörter nicht zeigen. Entsperre sie zuerst (Strg+L).</translation>
    </message>
    <message>
        <source>Step 1 of 2: write them on paper, in this order. Whoever has them has the coins; without them a lost computer is a lost wallet.</source>
        <translation>Schritt 1 von 2: Schreibe sie in dieser Reihenfolge auf Papier. Wer sie hat, hat die Münzen; ohne sie ist ein verlorener Computer eine verlorene Wallet.</translation>
    </message>
    <message numerus="yes">
        <source>Step 2 of 2: look at your paper and type &lt;b&gt;%n of the words&lt;/b&gt;.</source>
        <translation>
            <numerusform>Schritt 2 von 2: Sieh auf deinen Zettel und gib &lt;b&gt;%n der Wörter&lt;/b&gt; ein.</numerusform>
            <numerusform>Schritt 2 von 2: Sieh auf deinen Zettel und gib &lt;b&gt;%n der Wörter&lt;/b&gt; ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Cairn chose them by chance.</source>
        <translation>Cairn hat sie zufällig gewählt.</translation>
    </message>
    <message>
        <source>&lt;good&gt;Word %1 is right.&lt;/good&gt;</source>
        <translation>&lt;good&gt;Wort %1 ist richtig.&lt;/good&gt;</translation>
    </message>
    <message numerus="yes">
        <source>%n to go.</source>
        <translation>
            <numerusform>Noch %n Wort.</numerusform>
            <numerusform>Noch %n Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is all.</source>
        <translation>Das sind alle.</translation>
    </message>
    <message>
        <source>Three words were not the right ones. Compare your paper with these, then try again.</source>
        <translation>Drei Wörter waren nicht die richtigen. Vergleiche deinen Zettel mit diesen und versuche es dann noch einmal.</translation>
    </message>
    <message>
        <source>&lt;bad&gt;This is not word %1.&lt;/bad&gt; Look at your paper again.</source>
        <translation>&lt;bad&gt;Das ist nicht Wort %1.&lt;/bad&gt; Sieh noch einmal auf deinen Zettel.</translation>
    </message>
    <message>
        <source>The wallet could not note this: its file could not be written. Check the disk and try again; the words are right all the same.</source>
        <translation>Die Wallet konnte das nicht vermerken: Ihre Datei ließ sich nicht schreiben. Prüfe die Festplatte und versuche es noch einmal; die Wörter stimmen trotzdem.</translation>
    </message>
    <message>
        <source>These are not the words of the wallet that is open now. Nothing was noted.</source>
        <translation>Das sind nicht die Wörter der Wallet, die jetzt offen ist. Nichts wurde vermerkt.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>On one sheet, never into a file. Use a printer that you trust: some remember what they printed.</source>
        <translation>Auf ein Blatt, nie in eine Datei. Nimm einen Drucker, dem du traust: Manche merken sich, was sie gedruckt haben.</translation>
    </message>
    <message>
        <source>Words of a wallet</source>
        <translation>Wörter einer Wallet</translation>
    </message>
</context>
<context>
    <name>gui::BalanceCard</name>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Back up words</source>
        <translation>Wörter sichern</translation>
    </message>
    <message>
        <source>No wallet</source>
        <translation>Keine Wallet</translation>
    </message>
    <message>
        <source>You can explore and mine without one.</source>
        <translation>Du kannst auch ohne sie die Kette ansehen und minen.</translation>
    </message>
    <message>
        <source>%1 spendable</source>
        <translation>%1 verfügbar</translation>
    </message>
    <message numerus="yes">
        <source>&lt;work&gt;%1&lt;/work&gt; maturing, next in %n block(s)</source>
        <translation>
            <numerusform>&lt;work&gt;%1&lt;/work&gt; reift, das Nächste in %n Block</numerusform>
            <numerusform>&lt;work&gt;%1&lt;/work&gt; reift, das Nächste in %n Blöcken</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 maturing</source>
        <translation>%1 reift</translation>
    </message>
    <message>
        <source>%1 on the way</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>&lt;work&gt;Looking through the chain…&lt;/work&gt;</source>
        <translation>&lt;work&gt;Die Kette wird durchsucht…&lt;/work&gt;</translation>
    </message>
</context>
<context>
    <name>gui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>gui::BansView</name>
    <message>
        <source>%1, %2 more</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von dir</translation>
    </message>
    <message>
        <source>by Cairn, for what it sent</source>
        <translation>von Cairn, für das, was sie geschickt hat</translation>
    </message>
    <message>
        <source>Blocked addresses</source>
        <translation>Gesperrte Adressen</translation>
    </message>
    <message>
        <source>Undo the block</source>
        <translation>Sperre aufheben</translation>
    </message>
    <message>
        <source>Undo all…</source>
        <translation>Alle aufheben …</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>Nobody is blocked. Cairn blocks who breaks the rules of the network, for a day; you can block any address.</source>
        <translation>Niemand ist gesperrt. Cairn sperrt für einen Tag, wer die Regeln des Netzwerks bricht; du kannst jede Adresse sperren.</translation>
    </message>
    <message>
        <source>Block an address…</source>
        <translation>Eine Adresse sperren …</translation>
    </message>
    <message>
        <source>Lets the chosen address come again; the Delete key does it too.</source>
        <translation>Lässt die gewählte Adresse wieder zu; die Entf-Taste tut es auch.</translation>
    </message>
    <message>
        <source>Whoever is blocked is neither dialled nor let in. It ends by itself, or when you undo it.</source>
        <translation>Wer gesperrt ist, wird weder angewählt noch eingelassen. Eine Sperre endet von selbst, oder wenn du sie aufhebst.</translation>
    </message>
    <message>
        <source>%1 may come again.</source>
        <translation>%1 darf wiederkommen.</translation>
    </message>
    <message>
        <source>Undo all blocks?</source>
        <translation>Alle Sperren aufheben?</translation>
    </message>
    <message>
        <source>Everybody who is blocked may come again, also those that broke the rules of the network.</source>
        <translation>Alle Gesperrten dürfen wiederkommen, auch die, die die Regeln des Netzwerks gebrochen haben.</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Alle aufheben</translation>
    </message>
</context>
<context>
    <name>gui::BlockCells</name>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Fee rate</source>
        <translation>Gebührensatz</translation>
    </message>
    <message>
        <source>The transactions of the block as cells</source>
        <translation>Die Transaktionen des Blocks als Zellen</translation>
    </message>
    <message>
        <source>%1, yours</source>
        <translation>%1, deine</translation>
    </message>
    <message>
        <source>%1 WU</source>
        <translation>%1 WU</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>deine</translation>
    </message>
    <message>
        <source>reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>sat/vB</source>
        <translation>sat/vB</translation>
    </message>
</context>
<context>
    <name>gui::BlockDialog</name>
    <message>
        <source>Block an address</source>
        <translation>Eine Adresse sperren</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>%1 sperren?</translation>
    </message>
    <message>
        <source>It is neither dialled nor let in. Blocks and payments already taken from it stay. You can take this back under Blocked.</source>
        <translation>Sie wird weder angewählt noch eingelassen. Blöcke und Zahlungen, die schon von ihr kamen, bleiben. Unter „Gesperrt“ kannst du das zurücknehmen.</translation>
    </message>
    <message>
        <source>Block it</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>&amp;Address, or a whole subnet</source>
        <translation>&amp;Adresse oder ein ganzes Teilnetz</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>eine Stunde</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>eine Woche</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>ein Jahr</translation>
    </message>
    <message>
        <source>For &amp;how long</source>
        <translation>&amp;Wie lange</translation>
    </message>
    <message>
        <source>%1 is blocked.</source>
        <translation>%1 ist gesperrt.</translation>
    </message>
    <message>
        <source>Enter an address such as 192.168.1.44, or a subnet such as 192.168.1.0/24.</source>
        <translation>Gib eine Adresse wie 192.168.1.44 ein oder ein Teilnetz wie 192.168.1.0/24.</translation>
    </message>
    <message>
        <source>Blocking…</source>
        <translation>Wird gesperrt …</translation>
    </message>
    <message>
        <source>That is no address. Enter one such as 192.168.1.44, or a subnet such as 192.168.1.0/24.</source>
        <translation>Das ist keine Adresse. Gib eine wie 192.168.1.44 ein oder ein Teilnetz wie 192.168.1.0/24.</translation>
    </message>
    <message>
        <source>It is blocked already.</source>
        <translation>Sie ist schon gesperrt.</translation>
    </message>
    <message>
        <source>%1 may come again.</source>
        <translation>%1 darf wiederkommen.</translation>
    </message>
    <message>
        <source>%1 was not blocked by itself, but as part of a subnet: see under Blocked.</source>
        <translation>%1 war nicht einzeln gesperrt, sondern als Teil eines Teilnetzes: siehe unter „Gesperrt“.</translation>
    </message>
</context>
<context>
    <name>gui::BlockListModel</name>
    <message>
        <source>genesis</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>you</source>
        <translation>du</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>gui::BlockPane</name>
    <message>
        <source>Header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Transactions of the block</source>
        <translation>Transaktionen des Blocks</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message numerus="yes">
        <source>%n in all, the reward first</source>
        <translation>
            <numerusform>insgesamt %n, die Belohnung zuerst</numerusform>
            <numerusform>insgesamt %n, die Belohnung zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no block %1 yet. The best chain ends with block %2.</source>
        <translation>Es gibt noch keinen Block %1. Die beste Kette endet mit Block %2.</translation>
    </message>
    <message>
        <source>No block with this hash is known here.</source>
        <translation>Ein Block mit diesem Hash ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation(s)</source>
        <translation>
            <numerusform>%n Bestätigung</numerusform>
            <numerusform>%n Bestätigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>not in the best chain</source>
        <translation>nicht in der besten Kette</translation>
    </message>
    <message>
        <source>the first block</source>
        <translation>der erste Block</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>deiner</translation>
    </message>
    <message>
        <source>header only</source>
        <translation>nur der Kopf</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorgänger</translation>
    </message>
    <message>
        <source>none: every chain begins somewhere</source>
        <translation>keiner: Jede Kette beginnt irgendwo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nachfolger</translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation>noch nicht gefunden</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>keiner bekannt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>Medianzeit</translation>
    </message>
    <message>
        <source>Merkle root</source>
        <translation>Merkle-Wurzel</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Nonce</source>
        <translation>Nonce</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>nobody: it is given</source>
        <translation>niemandem: Er ist vorgegeben</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>of it new coins</source>
        <translation>davon neue Münzen</translation>
    </message>
    <message>
        <source>of it fees</source>
        <translation>davon Gebühren</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>%1 WU, %2 of what a block may weigh</source>
        <translation>%1 WU, %2 dessen, was ein Block wiegen darf</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Bestätigungen</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Was darin ist</translation>
    </message>
    <message>
        <source>Every byte of the header</source>
        <translation>Jedes Byte des Kopfes</translation>
    </message>
    <message>
        <source>80 bytes, hashed twice</source>
        <translation>80 Bytes, zweimal gehasht</translation>
    </message>
    <message>
        <source>the reward</source>
        <translation>die Belohnung</translation>
    </message>
    <message>
        <source>payment of %1</source>
        <translation>Zahlung von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>Nennt sich</translation>
    </message>
</context>
<context>
    <name>gui::BrakeBanner</name>
    <message>
        <source>Stay on our chain</source>
        <translation>Bei unserer Kette bleiben</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Beide vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%1 offers a heavier chain that replaces %n block(s), from height %2.&lt;/b&gt;</source>
        <translation>
            <numerusform>&lt;b&gt;%1 bietet eine schwerere Kette an, die %n Block ersetzt, ab Höhe %2.&lt;/b&gt;</numerusform>
            <numerusform>&lt;b&gt;%1 bietet eine schwerere Kette an, die %n Blöcke ersetzt, ab Höhe %2.&lt;/b&gt;</numerusform>
        </translation>
    </message>
    <message>
        <source>Cairn holds still until you decide. Nothing is taken back until then.</source>
        <translation>Cairn wartet, bis du entscheidest. Bis dahin wird nichts zurückgenommen.</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;A heavier chain waits that replaces %n block(s), from height %1.&lt;/b&gt;</source>
        <translation>
            <numerusform>&lt;b&gt;Eine schwerere Kette wartet, die %n Block ersetzt, ab Höhe %1.&lt;/b&gt;</numerusform>
            <numerusform>&lt;b&gt;Eine schwerere Kette wartet, die %n Blöcke ersetzt, ab Höhe %1.&lt;/b&gt;</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ByteFields</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>may be in any block</source>
        <translation>darf in jedem Block stehen</translation>
    </message>
    <message>
        <source>not before block %1</source>
        <translation>nicht vor Block %1</translation>
    </message>
    <message>
        <source>not before %1</source>
        <translation>nicht vor %1</translation>
    </message>
    <message>
        <source>final: no lock time, not replaceable</source>
        <translation>endgültig: keine Sperrzeit, nicht ersetzbar</translation>
    </message>
    <message>
        <source>may be replaced by one that pays more (BIP 125)</source>
        <translation>darf durch eine ersetzt werden, die mehr zahlt (BIP 125)</translation>
    </message>
    <message>
        <source>the lock time counts</source>
        <translation>die Sperrzeit gilt</translation>
    </message>
    <message>
        <source>of input %1</source>
        <translation>von Eingang %1</translation>
    </message>
    <message>
        <source>nothing is spent: this makes new coins</source>
        <translation>nichts wird ausgegeben: Das macht neue Münzen</translation>
    </message>
    <message>
        <source>output %1 of transaction %2</source>
        <translation>Ausgang %1 der Transaktion %2</translation>
    </message>
    <message>
        <source>outpoint</source>
        <translation>Outpoint</translation>
    </message>
    <message>
        <source>script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>empty %1: the witness unlocks it</source>
        <translation>leeres %1: Der Witness entsperrt ihn</translation>
    </message>
    <message>
        <source>%1, its length first, %2</source>
        <translation>%1, zuerst die Länge, %2</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>output %1 holds %2</source>
        <translation>Ausgang %1 enthält %2</translation>
    </message>
    <message>
        <source>scriptPubKey</source>
        <translation>scriptPubKey</translation>
    </message>
    <message>
        <source>%1, their length first: what unlocks output %2</source>
        <translation>%1, zuerst die Länge: was Ausgang %2 entsperrt</translation>
    </message>
    <message>
        <source>witness</source>
        <translation>Witness</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) that unlock input %1: signatures, keys, scripts</source>
        <translation>
            <numerusform>%n Teil, der Eingang %1 entsperrt: Unterschriften, Schlüssel, Skripte</numerusform>
            <numerusform>%n Teile, die Eingang %1 entsperren: Unterschriften, Schlüssel, Skripte</numerusform>
        </translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>marker, flag</source>
        <translation>Marke, Flag</translation>
    </message>
    <message>
        <source>a witness follows (BIP 144)</source>
        <translation>ein Witness folgt (BIP 144)</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n Eingang</numerusform>
            <numerusform>%n Eingänge</numerusform>
        </translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgänge</translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n Ausgang</numerusform>
            <numerusform>%n Ausgänge</numerusform>
        </translation>
    </message>
    <message>
        <source>lock time</source>
        <translation>Sperrzeit</translation>
    </message>
    <message>
        <source>which rules the miner signals</source>
        <translation>welche Regeln der Miner anzeigt</translation>
    </message>
    <message>
        <source>previous block</source>
        <translation>voriger Block</translation>
    </message>
    <message>
        <source>the hash of the block before, its last byte first: what makes blocks a chain</source>
        <translation>der Hash des Blocks davor, letztes Byte zuerst: Das macht aus Blöcken eine Kette</translation>
    </message>
    <message>
        <source>merkle root</source>
        <translation>Merkle-Wurzel</translation>
    </message>
    <message>
        <source>one hash over all transactions: change one and it differs</source>
        <translation>ein Hash über alle Transaktionen: Ändert sich eine, ist er anders</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>the target, packed: the hash must not be above it</source>
        <translation>der Zielwert, gepackt: Der Hash darf nicht darüber liegen</translation>
    </message>
    <message>
        <source>nonce</source>
        <translation>Nonce</translation>
    </message>
    <message>
        <source>%1, found by trying</source>
        <translation>%1, durch Probieren gefunden</translation>
    </message>
</context>
<context>
    <name>gui::BytesView</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>At byte</source>
        <translation>Ab Byte</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Every byte</source>
        <translation>Jedes Byte</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n byte(s): %2</source>
        <translation>
            <numerusform>%1, %n Byte: %2</numerusform>
            <numerusform>%1, %n Bytes: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Point at a field to read what it says. The table has the %n field(s) that are not shown here.</source>
        <translation>
            <numerusform>Zeige auf ein Feld, um zu lesen, was es sagt. Die Tabelle enthält das %n Feld, das hier nicht gezeigt wird.</numerusform>
            <numerusform>Zeige auf ein Feld, um zu lesen, was es sagt. Die Tabelle enthält die %n Felder, die hier nicht gezeigt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a field, or walk with the arrow keys, to read what it says.</source>
        <translation>Zeige auf ein Feld oder gehe mit den Pfeiltasten, um zu lesen, was es sagt.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>each counts a quarter</source>
        <translation>jedes zählt ein Viertel</translation>
    </message>
</context>
<context>
    <name>gui::CardView</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Difficulty adjusts every</source>
        <translation>Schwierigkeit passt sich an alle</translation>
    </message>
    <message>
        <source>Addresses begin with</source>
        <translation>Adressen beginnen mit</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Block</numerusform>
            <numerusform>%n Blöcke</numerusform>
        </translation>
    </message>
    <message>
        <source>not said on this card</source>
        <translation>steht nicht auf dieser Karte</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Alle Regeln</translation>
    </message>
    <message>
        <source>Fewer rules</source>
        <translation>Weniger Regeln</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>A block about every &lt;b&gt;%1&lt;/b&gt;. Whoever finds one gets &lt;b&gt;%2&lt;/b&gt;, and that never becomes less.</source>
        <translation>Etwa alle &lt;b&gt;%1&lt;/b&gt; ein Block. Wer einen findet, bekommt &lt;b&gt;%2&lt;/b&gt;, und das wird nie weniger.</translation>
    </message>
    <message>
        <source>A block about every &lt;b&gt;%1&lt;/b&gt;. Whoever finds one gets &lt;b&gt;%2&lt;/b&gt;, half as much after every %3 blocks.</source>
        <translation>Etwa alle &lt;b&gt;%1&lt;/b&gt; ein Block. Wer einen findet, bekommt &lt;b&gt;%2&lt;/b&gt;, nach je %3 Blöcken halb so viel.</translation>
    </message>
    <message>
        <source>Money there will be</source>
        <translation>Geld, das es geben wird</translation>
    </message>
    <message>
        <source>Fresh coins rest for</source>
        <translation>Neue Münzen ruhen</translation>
    </message>
    <message>
        <source>A payment counts after</source>
        <translation>Bis eine Zahlung zählt</translation>
    </message>
    <message>
        <source>Who may join</source>
        <translation>Wer beitreten darf</translation>
    </message>
    <message>
        <source>everyone with the card</source>
        <translation>alle, die die Karte haben</translation>
    </message>
    <message>
        <source>To be reached at</source>
        <translation>Zu erreichen unter</translation>
    </message>
    <message>
        <source>Payments in a block, at most</source>
        <translation>Zahlungen in einem Block, höchstens</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>so viele hineinpassen</translation>
    </message>
    <message>
        <source>Weight of a block, at most</source>
        <translation>Gewicht eines Blocks, höchstens</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>Easiest difficulty allowed after</source>
        <translation>Leichteste Schwierigkeit erlaubt nach</translation>
    </message>
    <message>
        <source>First target</source>
        <translation>Erster Zielwert</translation>
    </message>
    <message>
        <source>Easiest target</source>
        <translation>Leichtester Zielwert</translation>
    </message>
    <message>
        <source>Message in the first block</source>
        <translation>Nachricht im ersten Block</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>gui::CardWords</name>
    <message>
        <source>What stands on the card for “%1” is missing or not allowed. Ask for the card again.</source>
        <translation>Was auf der Karte für „%1“ steht, fehlt oder ist nicht erlaubt. Bitte noch einmal um die Karte.</translation>
    </message>
    <message>
        <source>The card is not whole, or was made by another version of Cairn. Ask for it again.</source>
        <translation>Die Karte ist nicht vollständig, oder eine andere Version von Cairn hat sie gemacht. Bitte noch einmal um sie.</translation>
    </message>
    <message>
        <source>There is no text to read.</source>
        <translation>Es gibt keinen Text zu lesen.</translation>
    </message>
    <message>
        <source>This is neither a link to a network nor the text of a card. Such a link begins with “cairn:” and contains “card=”.</source>
        <translation>Das ist weder ein Link zu einem Netzwerk noch der Text einer Karte. Ein solcher Link beginnt mit „cairn:“ und enthält „card=“.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The picture %1 cannot be read: %2.</source>
        <translation>Das Bild %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is not a network card: %2</source>
        <translation>%1 ist keine Netzkarte: %2</translation>
    </message>
    <message>
        <source>There is no QR code in this picture, or it is too small or blurred to be read.</source>
        <translation>In diesem Bild ist kein QR-Code, oder er ist zu klein oder zu unscharf, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>The QR code in this picture does not lead to a network. It says: %1</source>
        <translation>Der QR-Code in diesem Bild führt nicht zu einem Netzwerk. Er lautet: %1</translation>
    </message>
    <message>
        <source>Network cards (*.cairn);;All files (*)</source>
        <translation>Netzkarten (*.cairn);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Network cards and pictures (*.cairn *.png *.jpg *.jpeg *.gif *.bmp *.webp);;All files (*)</source>
        <translation>Netzkarten und Bilder (*.cairn *.png *.jpg *.jpeg *.gif *.bmp *.webp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This is longer than any link to a network.</source>
        <translation>Das ist länger als jeder Link zu einem Netzwerk.</translation>
    </message>
    <message>
        <source>This is no link to a network; such a link begins with “cairn:”.</source>
        <translation>Das ist kein Link zu einem Netzwerk; ein solcher beginnt mit „cairn:“.</translation>
    </message>
    <message>
        <source>The link is damaged or not complete. Copy it again, from its first letter to its last.</source>
        <translation>Der Link ist beschädigt oder nicht vollständig. Kopiere ihn noch einmal, vom ersten bis zum letzten Zeichen.</translation>
    </message>
    <message>
        <source>This is larger than any network card.</source>
        <translation>Das ist größer als jede Netzwerkkarte.</translation>
    </message>
    <message>
        <source>The card holds too much besides its rules. Ask for it again.</source>
        <translation>Die Karte enthält zu viel außer ihren Regeln. Lass sie dir noch einmal geben.</translation>
    </message>
    <message>
        <source>This is no network card, or not the whole of it. Ask for it again.</source>
        <translation>Das ist keine Netzwerkkarte oder nicht die ganze. Lass sie dir noch einmal geben.</translation>
    </message>
</context>
<context>
    <name>gui::CellName</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: nothing</source>
        <translation>%1: nichts</translation>
    </message>
</context>
<context>
    <name>gui::Certainty</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>lost to a fork</source>
        <translation>verwaist</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>matures in %1</source>
        <translation>reif in %1</translation>
    </message>
    <message>
        <source>spendable</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>gui::ChainCard</name>
    <message>
        <source>The chain</source>
        <translation>Die Kette</translation>
    </message>
    <message>
        <source>open in Explorer →</source>
        <translation>im Explorer öffnen →</translation>
    </message>
</context>
<context>
    <name>gui::ChainCompare</name>
    <message>
        <source>%1 hashes</source>
        <translation>%1 Hashes</translation>
    </message>
    <message>
        <source>%1 × 10%2 hashes</source>
        <translation>%1 × 10%2 Hashes</translation>
    </message>
    <message>
        <source>Where they part</source>
        <translation>Wo sie sich trennen</translation>
    </message>
    <message>
        <source>Ask the others again</source>
        <translation>Die anderen noch einmal fragen</translation>
    </message>
    <message>
        <source>Our chain</source>
        <translation>Unsere Kette</translation>
    </message>
    <message>
        <source>The other chain</source>
        <translation>Die andere Kette</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>When Cairn heard of our blocks</source>
        <translation>Wann Cairn von unseren Blöcken hörte</translation>
    </message>
    <message>
        <source>When Cairn heard of the other chain&apos;s blocks</source>
        <translation>Wann Cairn von den Blöcken der anderen Kette hörte</translation>
    </message>
    <message>
        <source>When Cairn heard of them</source>
        <translation>Wann Cairn von ihnen hörte</translation>
    </message>
    <message>
        <source>What it would mean for you</source>
        <translation>Was es für dich hieße</translation>
    </message>
    <message>
        <source>Mining goes on, on our chain. If ours overtakes the other one, the question goes away by itself.</source>
        <translation>Das Mining geht weiter, auf unserer Kette. Überholt unsere die andere, erledigt sich die Frage von selbst.</translation>
    </message>
    <message>
        <source>Stay on our chain</source>
        <translation>Bei unserer Kette bleiben</translation>
    </message>
    <message>
        <source>No wallet is open: what it would lose is not known.</source>
        <translation>Keine Wallet ist offen: Was sie verlieren würde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>We stay on our chain. The other one stays held back.</source>
        <translation>Wir bleiben bei unserer Kette. Die andere bleibt zurückgehalten.</translation>
    </message>
    <message>
        <source>The others were asked. We follow another chain now.</source>
        <translation>Die anderen wurden gefragt. Wir folgen jetzt einer anderen Kette.</translation>
    </message>
    <message>
        <source>The others were asked. Nothing has changed.</source>
        <translation>Die anderen wurden gefragt. Nichts hat sich geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of our chain are taken back, from height %1.</source>
        <translation>
            <numerusform>%n Block unserer Kette wird zurückgenommen, ab Höhe %1.</numerusform>
            <numerusform>%n Blöcke unserer Kette werden zurückgenommen, ab Höhe %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your wallet would hold %1 instead of %2.</source>
        <translation>Deine Wallet hätte %1 statt %2.</translation>
    </message>
    <message>
        <source>Follow the chain of %1?</source>
        <translation>Der Kette von %1 folgen?</translation>
    </message>
    <message numerus="yes">
        <source>Take back %n block(s)</source>
        <translation>
            <numerusform>%n Block zurücknehmen</numerusform>
            <numerusform>%n Blöcke zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Following…</source>
        <translation>Wird gefolgt …</translation>
    </message>
    <message>
        <source>The disk takes nothing now. Nothing was taken back.</source>
        <translation>Die Festplatte nimmt jetzt nichts an. Nichts wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>That chain is not held back any more. Nothing was done.</source>
        <translation>Diese Kette wird nicht mehr zurückgehalten. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>Cairn follows the other chain now.</source>
        <translation>Cairn folgt jetzt der anderen Kette.</translation>
    </message>
    <message>
        <source>The question is answered: Cairn follows the other chain.</source>
        <translation>Die Frage ist beantwortet: Cairn folgt der anderen Kette.</translation>
    </message>
    <message>
        <source>The question has gone away by itself: no chain is held back any more.</source>
        <translation>Die Frage hat sich von selbst erledigt: Keine Kette wird mehr zurückgehalten.</translation>
    </message>
    <message>
        <source>The chain of %1</source>
        <translation>Die Kette von %1</translation>
    </message>
    <message>
        <source>Blocks since %1</source>
        <translation>Blöcke seit %1</translation>
    </message>
    <message>
        <source>Work in them</source>
        <translation>Arbeit darin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1, one every %2</source>
        <translation>%1, einer alle %2</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>Gefolgt von</translation>
    </message>
    <message>
        <source>Payments in them</source>
        <translation>Zahlungen darin</translation>
    </message>
    <message>
        <source>not known: only the headers are here</source>
        <translation>nicht bekannt: nur die Köpfe sind hier</translation>
    </message>
    <message>
        <source>you alone</source>
        <translation>dir allein</translation>
    </message>
    <message numerus="yes">
        <source>you and %n peer(s)</source>
        <translation>
            <numerusform>dir und %n Gegenstelle</numerusform>
            <numerusform>dir und %n Gegenstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody who is here now</source>
        <translation>niemandem, der jetzt hier ist</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s)</source>
        <translation>
            <numerusform>%n Gegenstelle</numerusform>
            <numerusform>%n Gegenstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>you</source>
        <translation>du</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>und andere</translation>
    </message>
    <message>
        <source>Cairn heard of these over %1.</source>
        <translation>Cairn hörte von diesen über %1 hinweg.</translation>
    </message>
    <message>
        <source>Cairn heard nothing of them before %1. It looks as if they were made apart: cut off from the others, or on purpose.</source>
        <translation>Vor %1 hörte Cairn nichts von ihnen. Es sieht aus, als wären sie abseits entstanden: abgeschnitten von den anderen oder mit Absicht.</translation>
    </message>
    <message>
        <source>Cairn heard of these as they were found, from %1 on.</source>
        <translation>Cairn hörte von diesen, als sie gefunden wurden, ab %1.</translation>
    </message>
    <message>
        <source>Blocks you found</source>
        <translation>Von dir gefundene Blöcke</translation>
    </message>
    <message>
        <source>none is lost</source>
        <translation>keiner geht verloren</translation>
    </message>
    <message numerus="yes">
        <source>%n gone, − %1</source>
        <translation>
            <numerusform>%n weg, − %1</numerusform>
            <numerusform>%n weg, − %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Your payments</source>
        <translation>Deine Zahlungen</translation>
    </message>
    <message>
        <source>none is touched</source>
        <translation>keine ist betroffen</translation>
    </message>
    <message numerus="yes">
        <source>%n back to waiting for a block</source>
        <translation>
            <numerusform>%n wartet wieder auf einen Block</numerusform>
            <numerusform>%n warten wieder auf einen Block</numerusform>
        </translation>
    </message>
    <message>
        <source>Payments that spend what is gone</source>
        <translation>Zahlungen, die davon ausgeben</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <translation>
            <numerusform>%n verloren</numerusform>
            <numerusform>%n verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>You hold now</source>
        <translation>Du hast jetzt</translation>
    </message>
    <message>
        <source>You would hold</source>
        <translation>Du hättest</translation>
    </message>
    <message>
        <source>Follow the other chain?</source>
        <translation>Der anderen Kette folgen?</translation>
    </message>
    <message>
        <source>Follow %1…</source>
        <translation>%1 folgen …</translation>
    </message>
    <message>
        <source>Follow it…</source>
        <translation>Ihr folgen …</translation>
    </message>
    <message>
        <source>the other</source>
        <translation>die andere</translation>
    </message>
    <message numerus="yes">
        <source>%1 carries &lt;b&gt;%2 % more work&lt;/b&gt;. To follow it, &lt;b&gt;%n block(s)&lt;/b&gt; of ours would be taken back.</source>
        <translation>
            <numerusform>%1 trägt &lt;b&gt;%2 % mehr Arbeit&lt;/b&gt;. Um ihr zu folgen, würde &lt;b&gt;%n Block&lt;/b&gt; von uns zurückgenommen.</numerusform>
            <numerusform>%1 trägt &lt;b&gt;%2 % mehr Arbeit&lt;/b&gt;. Um ihr zu folgen, würden &lt;b&gt;%n Blöcke&lt;/b&gt; von uns zurückgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Finders: %1</source>
        <translation>Finder: %1</translation>
    </message>
</context>
<context>
    <name>gui::ChainPane</name>
    <message>
        <source>%1 of %2 WU</source>
        <translation>%1 von %2 WU</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>The last blocks</source>
        <translation>Die letzten Blöcke</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>All blocks of the best chain, the newest first</source>
        <translation>Alle Blöcke der besten Kette, der neueste zuerst</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>deiner</translation>
    </message>
    <message>
        <source>Open →</source>
        <translation>Öffnen →</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; in the best chain</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; in der besten Kette</translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n verwaist</numerusform>
            <numerusform>%n verwaist</numerusform>
        </translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Nonce</source>
        <translation>Nonce</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Vorgänger</translation>
    </message>
    <message>
        <source>none: the first block</source>
        <translation>keiner: der erste Block</translation>
    </message>
</context>
<context>
    <name>gui::ChainStrip</name>
    <message>
        <source>The next block and the last blocks</source>
        <translation>Der nächste Block und die letzten Blöcke</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>found by %1</source>
        <translation>gefunden von %1</translation>
    </message>
    <message>
        <source>%1, stale</source>
        <translation>%1, verwaist</translation>
    </message>
    <message>
        <source>Block %1 of a losing branch</source>
        <translation>Block %1 eines verlierenden Zweigs</translation>
    </message>
    <message>
        <source>%1 full</source>
        <translation>%1 voll</translation>
    </message>
    <message>
        <source>lost, by %1</source>
        <translation>verloren: %1</translation>
    </message>
</context>
<context>
    <name>gui::ChanceCard</name>
    <message>
        <source>Chance</source>
        <translation>Aussicht</translation>
    </message>
    <message>
        <source>Luck since start</source>
        <translation>Glück seit dem Start</translation>
    </message>
    <message>
        <source>expected to the next block of yours. Half the time sooner than %1, one time in ten later than %2.</source>
        <translation>bis zu deinem nächsten Block erwartet. In der Hälfte der Fälle früher als %1, in einem von zehn später als %2.</translation>
    </message>
    <message>
        <source>The rate is being measured.</source>
        <translation>Die Rate wird gemessen.</translation>
    </message>
    <message>
        <source>Start mining to see how long a block takes on this computer.</source>
        <translation>Starte das Mining, um zu sehen, wie lange ein Block auf diesem Computer dauert.</translation>
    </message>
    <message>
        <source>%1 found, %2 expected</source>
        <translation>%1 gefunden, %2 erwartet</translation>
    </message>
    <message>
        <source>to the next block of yours, at the best rate so far.</source>
        <translation>bis zu deinem nächsten Block, bei der bisher besten Rate.</translation>
    </message>
</context>
<context>
    <name>gui::CheckRow</name>
    <message>
        <source>well</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>could be better</source>
        <translation>könnte besser sein</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>is being looked at</source>
        <translation>wird angesehen</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nichts zu tun</translation>
    </message>
</context>
<context>
    <name>gui::CodeBlock</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>gui::CoinChoiceBar</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>A frozen coin pays only where you choose it yourself.</source>
        <translation>Eine eingefrorene Münze zahlt nur, wo du sie selbst auswählst.</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Zusammenlegen…</translation>
    </message>
    <message>
        <source>Makes one coin of those that are chosen</source>
        <translation>Macht aus den gewählten eine einzige Münze</translation>
    </message>
    <message>
        <source>Spend these</source>
        <translation>Diese ausgeben</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n coin(s), %1&lt;/b&gt;.</source>
        <translation>
            <numerusform>&lt;b&gt;%n Münze, %1&lt;/b&gt;.</numerusform>
            <numerusform>&lt;b&gt;%n Münzen, %1&lt;/b&gt;.</numerusform>
        </translation>
    </message>
    <message>
        <source>To spend them costs about %1 at %2.</source>
        <translation>Sie auszugeben kostet etwa %1 bei %2.</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n of them cannot pay yet&lt;/b&gt;: it is not ripe, or in no block.</source>
        <translation>
            <numerusform>&lt;b&gt;%n davon kann noch nicht zahlen&lt;/b&gt;: Sie ist nicht reif oder in keinem Block.</numerusform>
            <numerusform>&lt;b&gt;%n davon können noch nicht zahlen&lt;/b&gt;: Sie sind nicht reif oder in keinem Block.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give free</source>
        <translation>Freigeben</translation>
    </message>
    <message numerus="yes">
        <source>Spent together, these coins show that their %n address(es) are one owner&apos;s.</source>
        <translation>
            <numerusform>Zusammen ausgegeben zeigen diese Münzen, dass ihre %n Adresse einem Besitzer gehört.</numerusform>
            <numerusform>Zusammen ausgegeben zeigen diese Münzen, dass ihre %n Adressen einem Besitzer gehören.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spent together, these coins show that their %n address(es) are one owner&apos;s: what “%1” and “%2” stand for can be seen to belong together.</source>
        <translation>
            <numerusform>Zusammen ausgegeben zeigen diese Münzen, dass ihre %n Adresse einem Besitzer gehört: Man sieht, dass zusammengehört, wofür „%1“ und „%2“ stehen.</numerusform>
            <numerusform>Zusammen ausgegeben zeigen diese Münzen, dass ihre %n Adressen einem Besitzer gehören: Man sieht, dass zusammengehört, wofür „%1“ und „%2“ stehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CoinListModel</name>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message numerus="yes">
        <source>matures in %n</source>
        <translation>
            <numerusform>reift in %n</numerusform>
            <numerusform>reift in %n</numerusform>
        </translation>
    </message>
    <message>
        <source>mined</source>
        <translation>gemint</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>not in a block yet</source>
        <translation>noch in keinem Block</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Block</numerusform>
            <numerusform>%n Blöcke</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>gui::CoinScatter</name>
    <message>
        <source>mined</source>
        <translation>gemint</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>not in a block yet</source>
        <translation>noch in keinem Block</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) old</source>
        <translation>
            <numerusform>%n Block alt</numerusform>
            <numerusform>%n Blöcke alt</numerusform>
        </translation>
    </message>
    <message>
        <source>Coin</source>
        <translation>Münze</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Woher</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Coins by age and amount</source>
        <translation>Münzen nach Alter und Betrag</translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s), from left to right the older, from below the larger.</source>
        <translation>
            <numerusform>%n Münze, von links nach rechts älter, von unten nach oben größer.</numerusform>
            <numerusform>%n Münzen, von links nach rechts älter, von unten nach oben größer.</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s)</source>
        <translation>
            <numerusform>%n Münze</numerusform>
            <numerusform>%n Münzen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s), together %1</source>
        <translation>
            <numerusform>%n Münze, zusammen %1</numerusform>
            <numerusform>%n Münzen, zusammen %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CoinTable</name>
    <message>
        <source>Coins of the wallet</source>
        <translation>Münzen der Wallet</translation>
    </message>
    <message>
        <source>Edit the label</source>
        <translation>Die Bezeichnung ändern</translation>
    </message>
    <message>
        <source>Choose, or not</source>
        <translation>Wählen oder nicht</translation>
    </message>
</context>
<context>
    <name>gui::CoinsDialog</name>
    <message>
        <source>Which coins pay?</source>
        <translation>Welche Münzen zahlen?</translation>
    </message>
    <message>
        <source>Coins that pay together are seen to belong together. Tick none, and the wallet takes the best ones.</source>
        <translation>Münzen, die zusammen zahlen, gehören erkennbar zusammen. Hake keine an, und die Wallet nimmt die besten.</translation>
    </message>
    <message>
        <source>Use these coins</source>
        <translation>Diese Münzen nehmen</translation>
    </message>
    <message>
        <source>Let the wallet choose</source>
        <translation>Die Wallet wählen lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s) can pay.</source>
        <translation>
            <numerusform>%n Münze kann zahlen.</numerusform>
            <numerusform>%n Münzen können zahlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s), &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>
            <numerusform>%n Münze, &lt;b&gt;%1&lt;/b&gt;</numerusform>
            <numerusform>%n Münzen, &lt;b&gt;%1&lt;/b&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No coin can pay yet. What others send you can pay once it is in a block, what you mine %n block(s) later.</source>
        <translation>
            <numerusform>Noch kann keine Münze zahlen. Was andere dir senden, kann es, sobald es in einem Block steht; was du minst, %n Block später.</numerusform>
            <numerusform>Noch kann keine Münze zahlen. Was andere dir senden, kann es, sobald es in einem Block steht; was du minst, %n Blöcke später.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>gui::CoinsView</name>
    <message>
        <source>It was not kept: the wallet file cannot be written.</source>
        <translation>Es wurde nicht behalten: Die Datei der Wallet lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Coins</source>
        <translation>Münzen</translation>
    </message>
    <message>
        <source>&lt;accent&gt;●&lt;/accent&gt; received &lt;own&gt;●&lt;/own&gt; change &lt;work&gt;●&lt;/work&gt; mined ◌ not now</source>
        <translation>&lt;accent&gt;●&lt;/accent&gt; empfangen &lt;own&gt;●&lt;/own&gt; Wechselgeld &lt;work&gt;●&lt;/work&gt; gemint ◌ nicht jetzt</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Youngest first</source>
        <translation>Jüngste zuerst</translation>
    </message>
    <message>
        <source>Order of the coins</source>
        <translation>Reihenfolge der Münzen</translation>
    </message>
    <message>
        <source>Join coins…</source>
        <translation>Münzen zusammenlegen…</translation>
    </message>
    <message>
        <source>Makes one coin of the smallest ones, for a wallet with more coins than fit in one payment. It is a payment to yourself and costs a fee.</source>
        <translation>Macht aus den kleinsten eine einzige Münze, für eine Wallet mit mehr Münzen, als in eine Zahlung passen. Es ist eine Zahlung an dich selbst und kostet eine Gebühr.</translation>
    </message>
    <message>
        <source>No coins yet. They come from mining or from somebody who sends you some.</source>
        <translation>Noch keine Münzen. Sie kommen vom Mining oder von jemandem, der dir welche schickt.</translation>
    </message>
    <message>
        <source>Show my address</source>
        <translation>Meine Adresse zeigen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Give free</source>
        <translation>Freigeben</translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s), %1</source>
        <translation>
            <numerusform>%n Münze, %1</numerusform>
            <numerusform>%n Münzen, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ColourChoice</name>
    <message>
        <source>Colour of the network</source>
        <translation>Farbe des Netzwerks</translation>
    </message>
</context>
<context>
    <name>gui::ColourWords</name>
    <message>
        <source>light grey</source>
        <translation>hellgrau</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>blaugrün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>violett</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>rosa</translation>
    </message>
</context>
<context>
    <name>gui::CopiesDialog</name>
    <message>
        <source>Before its passphrase changes, keys are added or labels are taken over, a copy of the file is put aside. A copy opens with the passphrase of its day.</source>
        <translation>Bevor sich die Passphrase ändert, Schlüssel dazukommen oder Beschriftungen übernommen werden, wird eine Kopie der Datei beiseitegelegt. Eine Kopie öffnet sich mit der Passphrase von damals.</translation>
    </message>
    <message>
        <source>Copies are put aside by themselves only of an encrypted wallet: of this one they would leave its keys in the open. Encrypt it, or save a copy where only you can read it.</source>
        <translation>Von selbst werden nur von einer verschlüsselten Wallet Kopien beiseitegelegt: von dieser lägen die Schlüssel offen herum. Verschlüssle sie, oder sichere eine Kopie, wo nur du sie lesen kannst.</translation>
    </message>
    <message>
        <source>Copies of %1</source>
        <translation>Kopien von %1</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Copies of the wallet</source>
        <translation>Kopien der Wallet</translation>
    </message>
    <message>
        <source>No copy has been put aside yet.</source>
        <translation>Noch ist keine Kopie beiseitegelegt.</translation>
    </message>
    <message>
        <source>&amp;Name of the wallet that it becomes; the open one stays as it is</source>
        <translation>&amp;Name der Wallet, die daraus wird; die offene bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie sichern…</translation>
    </message>
    <message>
        <source>Open one from elsewhere…</source>
        <translation>Eine andere öffnen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose one of the copies first.</source>
        <translation>Wähle zuerst eine der Kopien.</translation>
    </message>
    <message>
        <source>Give the wallet a name.</source>
        <translation>Gib der Wallet einen Namen.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 ist offen.</translation>
    </message>
    <message>
        <source>Open a copy of a wallet file</source>
        <translation>Kopie einer Wallet-Datei öffnen</translation>
    </message>
    <message>
        <source>Wallet files (%1);;All files (*)</source>
        <translation>Wallet-Dateien (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save a copy of the wallet file</source>
        <translation>Kopie der Wallet-Datei sichern</translation>
    </message>
    <message>
        <source>Wallet files (%1)</source>
        <translation>Wallet-Dateien (%1)</translation>
    </message>
    <message>
        <source>There is a file named %1 already. Choose another name.</source>
        <translation>Es gibt schon eine Datei namens %1. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>gui::CopyField</name>
    <message>
        <source>Text to copy</source>
        <translation>Text zum Kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>gui::Counterparty</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CreatePanel</name>
    <message>
        <source>Create a network</source>
        <translation>Ein Netzwerk anlegen</translation>
    </message>
    <message>
        <source>Its rules become part of its first block: everyone who joins has the same ones, for good.</source>
        <translation>Seine Regeln werden Teil seines ersten Blocks: Alle, die beitreten, haben dieselben, für immer.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Lab 12</source>
        <translation>Labor 12</translation>
    </message>
    <message>
        <source>Fast, for a class</source>
        <translation>Schnell, für eine Klasse</translation>
    </message>
    <message>
        <source>Like Bitcoin</source>
        <translation>Wie Bitcoin</translation>
    </message>
    <message>
        <source>My own rules</source>
        <translation>Eigene Regeln</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation>Erlaubt: %1.</translation>
    </message>
    <message>
        <source>Give the network a name of 1 to 40 letters, digits and spaces.</source>
        <translation>Gib dem Netzwerk einen Namen aus 1 bis 40 Buchstaben, Ziffern und Leerzeichen.</translation>
    </message>
    <message>
        <source>There is a network named “%1” on this computer already. Choose another name.</source>
        <translation>Auf diesem Computer gibt es schon ein Netzwerk namens „%1“. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>Measuring this computer…</source>
        <translation>Dieser Computer wird gemessen…</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Let others on this network reach this computer</source>
        <translation>Andere in diesem Netz diesen Computer erreichen lassen</translation>
    </message>
    <message>
        <source>Computers in the same Wi-Fi or cable network can join then. It can be switched at any time.</source>
        <translation>Computer im selben WLAN oder Kabelnetz können dann beitreten. Das lässt sich jederzeit umschalten.</translation>
    </message>
    <message>
        <source>What others see &amp;you as</source>
        <translation>Wie andere &amp;dich sehen</translation>
    </message>
    <message>
        <source>The first block may not be easier to find than the rules allow any block to be.</source>
        <translation>Der erste Block darf nicht leichter zu finden sein, als die Regeln es irgendeinem Block erlauben.</translation>
    </message>
</context>
<context>
    <name>gui::DataTable</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Copy what is written here</source>
        <translation>Kopieren, was hier steht</translation>
    </message>
</context>
<context>
    <name>gui::Doctor</name>
    <message>
        <source>The clock is not compared yet</source>
        <translation>Die Uhr ist noch nicht verglichen</translation>
    </message>
    <message>
        <source>nobody is here to compare it with</source>
        <translation>niemand ist hier, mit dem man vergleichen könnte</translation>
    </message>
    <message>
        <source>Clocks are compared with those of the peers that are connected.</source>
        <translation>Uhren werden mit denen der verbundenen Gegenstellen verglichen.</translation>
    </message>
    <message>
        <source>the same as that of your peers</source>
        <translation>so wie die deiner Gegenstellen</translation>
    </message>
    <message>
        <source>%1 behind your peers</source>
        <translation>%1 hinter deinen Gegenstellen</translation>
    </message>
    <message>
        <source>%1 ahead of your peers</source>
        <translation>%1 vor deinen Gegenstellen</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>Die Uhr stimmt</translation>
    </message>
    <message>
        <source>The clock differs from the others</source>
        <translation>Die Uhr weicht von den anderen ab</translation>
    </message>
    <message>
        <source>Blocks come from a time that is not here yet</source>
        <translation>Blöcke kommen aus einer Zeit, die hier noch nicht ist</translation>
    </message>
    <message>
        <source>A block is taken only when its time is at most two hours ahead of this computer&apos;s clock.</source>
        <translation>Ein Block wird nur genommen, wenn seine Zeit der Uhr dieses Computers höchstens zwei Stunden voraus ist.</translation>
    </message>
    <message>
        <source>Set the clock</source>
        <translation>Die Uhr stellen</translation>
    </message>
    <message>
        <source>The button lets this computer set its clock by the internet. Your computer asks for its password.</source>
        <translation>Der Knopf lässt diesen Computer seine Uhr nach dem Internet stellen. Dein Computer fragt nach seinem Passwort.</translation>
    </message>
    <message>
        <source>The disk is not known</source>
        <translation>Die Festplatte ist nicht bekannt</translation>
    </message>
    <message>
        <source>the system does not tell how much room is left</source>
        <translation>das System sagt nicht, wie viel Platz noch ist</translation>
    </message>
    <message>
        <source>There is room on the disk</source>
        <translation>Auf der Festplatte ist Platz</translation>
    </message>
    <message>
        <source>Little room is left on the disk</source>
        <translation>Auf der Festplatte ist wenig Platz</translation>
    </message>
    <message>
        <source>The disk is almost full</source>
        <translation>Die Festplatte ist fast voll</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>The chain takes</source>
        <translation>Die Kette braucht</translation>
    </message>
    <message>
        <source>When the disk is full, Cairn takes no more blocks until there is room again.</source>
        <translation>Ist die Festplatte voll, nimmt Cairn keine Blöcke mehr, bis wieder Platz ist.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Den Ordner öffnen</translation>
    </message>
    <message>
        <source>The version is not compared yet</source>
        <translation>Die Version ist noch nicht verglichen</translation>
    </message>
    <message>
        <source>%1; nobody with Cairn is here</source>
        <translation>%1; niemand mit Cairn ist hier</translation>
    </message>
    <message>
        <source>A newer Cairn is about</source>
        <translation>Es gibt ein neueres Cairn</translation>
    </message>
    <message>
        <source>Cairn is up to date</source>
        <translation>Cairn ist aktuell</translation>
    </message>
    <message>
        <source>a peer runs Cairn %1, this is %2</source>
        <translation>eine Gegenstelle hat Cairn %1, dies ist %2</translation>
    </message>
    <message>
        <source>%1, and nobody here has a newer one</source>
        <translation>%1, und niemand hier hat ein neueres</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Newest of the peers</source>
        <translation>Neuestes der Gegenstellen</translation>
    </message>
    <message>
        <source>Versions are what peers say of themselves; any of them may say anything.</source>
        <translation>Versionen sind, was Gegenstellen von sich sagen; jede kann alles sagen.</translation>
    </message>
    <message>
        <source>This computer is in no network</source>
        <translation>Dieser Computer ist in keinem Netz</translation>
    </message>
    <message>
        <source>it has no address that others could dial</source>
        <translation>er hat keine Adresse, die andere anwählen könnten</translation>
    </message>
    <message>
        <source>Join a Wi-Fi or plug in a cable. Windows on this computer still find each other.</source>
        <translation>Tritt einem WLAN bei oder stecke ein Kabel an. Fenster auf diesem Computer finden sich trotzdem.</translation>
    </message>
    <message>
        <source>This computer has a network</source>
        <translation>Dieser Computer hat ein Netz</translation>
    </message>
    <message>
        <source>Address %1</source>
        <translation>Adresse %1</translation>
    </message>
    <message>
        <source>Some Wi-Fi keeps computers apart from each other. When peers in the same room cannot be dialled, use a cable, another Wi-Fi, or the hotspot of a phone.</source>
        <translation>Manche WLANs halten Computer voneinander getrennt. Lassen sich Gegenstellen im selben Raum nicht anwählen, nimm ein Kabel, ein anderes WLAN oder den Hotspot eines Telefons.</translation>
    </message>
    <message>
        <source>is being tried</source>
        <translation>wird versucht</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>Port %1 could not be opened</source>
        <translation>Port %1 ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation>ein anderes Programm benutzt ihn</translation>
    </message>
    <message>
        <source>%1 uses it</source>
        <translation>%1 benutzt ihn</translation>
    </message>
    <message>
        <source>the system keeps it for others</source>
        <translation>das System behält ihn anderen vor</translation>
    </message>
    <message>
        <source>this computer does not have that address now</source>
        <translation>dieser Computer hat diese Adresse jetzt nicht</translation>
    </message>
    <message>
        <source>the log says why</source>
        <translation>das Protokoll sagt, warum</translation>
    </message>
    <message>
        <source>Cairn listens</source>
        <translation>Cairn lauscht</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>You can dial others, but nobody can dial you.</source>
        <translation>Du kannst andere anwählen, aber niemand kann dich anwählen.</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Port %1 verwenden</translation>
    </message>
    <message>
        <source>The button opens another port, which is free.</source>
        <translation>Der Knopf öffnet einen anderen Port, der frei ist.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The port is closed</source>
        <translation>Der Port ist zu</translation>
    </message>
    <message>
        <source>you can dial others, nobody can dial you</source>
        <translation>du kannst andere anwählen, niemand kann dich anwählen</translation>
    </message>
    <message>
        <source>Open port %1</source>
        <translation>Port %1 öffnen</translation>
    </message>
    <message>
        <source>The button opens port %1 for everyone in the same Wi-Fi or cable network. It can be closed again under Peers and in the invitation.</source>
        <translation>Der Knopf öffnet Port %1 für alle im selben WLAN oder Kabelnetz. Unter „Gegenstellen“ und in der Einladung lässt er sich wieder schließen.</translation>
    </message>
    <message>
        <source>The port does not answer</source>
        <translation>Der Port antwortet nicht</translation>
    </message>
    <message>
        <source>Only this computer can reach the port</source>
        <translation>Nur dieser Computer erreicht den Port</translation>
    </message>
    <message>
        <source>The port is open</source>
        <translation>Der Port ist offen</translation>
    </message>
    <message>
        <source>Cairn listens at %1</source>
        <translation>Cairn lauscht an %1</translation>
    </message>
    <message>
        <source>Cairn listens at</source>
        <translation>Cairn lauscht an</translation>
    </message>
    <message>
        <source>From this computer itself</source>
        <translation>Von diesem Computer selbst</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Open it for all</source>
        <translation>Für alle öffnen</translation>
    </message>
    <message>
        <source>The button opens the port anew.</source>
        <translation>Der Knopf öffnet den Port neu.</translation>
    </message>
    <message>
        <source>The doctor dials the port from this computer itself.</source>
        <translation>Der Doktor wählt den Port von diesem Computer selbst an.</translation>
    </message>
    <message>
        <source>Nobody has dialled in yet</source>
        <translation>Noch hat sich niemand eingewählt</translation>
    </message>
    <message>
        <source>a firewall may turn them away at port %1</source>
        <translation>eine Firewall weist sie vielleicht an Port %1 ab</translation>
    </message>
    <message>
        <source>whether others can is known when the first one does</source>
        <translation>ob andere es können, weiß man, wenn der Erste es tut</translation>
    </message>
    <message>
        <source>Cairn listens on port %1</source>
        <translation>Cairn lauscht an Port %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>From others</source>
        <translation>Von anderen</translation>
    </message>
    <message>
        <source>nobody came</source>
        <translation>niemand kam</translation>
    </message>
    <message>
        <source>The firewall</source>
        <translation>Die Firewall</translation>
    </message>
    <message>
        <source>%1, on</source>
        <translation>%1, an</translation>
    </message>
    <message>
        <source>none that is known here</source>
        <translation>keine, die hier bekannt ist</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Jemanden einladen</translation>
    </message>
    <message>
        <source>Let somebody in the same network join with your invitation: it names this computer&apos;s address.</source>
        <translation>Lass jemanden im selben Netz mit deiner Einladung beitreten: Sie nennt die Adresse dieses Computers.</translation>
    </message>
    <message>
        <source>Your computer asks for its password.</source>
        <translation>Dein Computer fragt nach seinem Passwort.</translation>
    </message>
    <message>
        <source>Others reach this computer</source>
        <translation>Andere erreichen diesen Computer</translation>
    </message>
    <message>
        <source>%1 dialled in</source>
        <translation>%1 hat sich eingewählt</translation>
    </message>
    <message>
        <source>%1 came</source>
        <translation>%1 kam</translation>
    </message>
    <message>
        <source>Others cannot come</source>
        <translation>Andere können nicht kommen</translation>
    </message>
    <message>
        <source>as long as the port is closed for them</source>
        <translation>solange der Port für sie zu ist</translation>
    </message>
    <message>
        <source>Open the port first; the line above does it.</source>
        <translation>Öffne zuerst den Port; die Zeile darüber tut es.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s), %1 in step</source>
        <translation>
            <numerusform>%n Gegenstelle, %1 auf gleichem Stand</numerusform>
            <numerusform>%n Gegenstellen, %1 auf gleichem Stand</numerusform>
        </translation>
    </message>
    <message>
        <source>you are on block %1</source>
        <translation>du bist bei Block %1</translation>
    </message>
    <message>
        <source>you are on block %1, ping %2</source>
        <translation>du bist bei Block %1, Ping %2</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Auf gleichem Stand</translation>
    </message>
    <message>
        <source>Known, without an answer</source>
        <translation>Bekannt, ohne Antwort</translation>
    </message>
    <message>
        <source>You are alone</source>
        <translation>Du bist allein</translation>
    </message>
    <message>
        <source>your blocks are valid, but nobody sees them</source>
        <translation>deine Blöcke sind gültig, aber niemand sieht sie</translation>
    </message>
    <message>
        <source>Invite somebody, or add the address of a node that you know.</source>
        <translation>Lade jemanden ein oder füge die Adresse eines Knotens hinzu, den du kennst.</translation>
    </message>
    <message>
        <source>No peer answers</source>
        <translation>Keine Gegenstelle antwortet</translation>
    </message>
    <message numerus="yes">
        <source>%n known, all silent</source>
        <translation>
            <numerusform>%n bekannt, sie schweigt</numerusform>
            <numerusform>%n bekannt, alle schweigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dial them now</source>
        <translation>Jetzt anwählen</translation>
    </message>
    <message>
        <source>Cairn keeps trying, ever more rarely; the button tries all of them at once.</source>
        <translation>Cairn versucht es weiter, immer seltener; der Knopf versucht alle auf einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) of another network</source>
        <translation>
            <numerusform>%n Gegenstelle aus einem anderen Netzwerk</numerusform>
            <numerusform>%n Gegenstellen aus einem anderen Netzwerk</numerusform>
        </translation>
    </message>
    <message>
        <source>Show our rules</source>
        <translation>Unsere Regeln zeigen</translation>
    </message>
    <message>
        <source>Two computers are in the same network when they show the same three words. Whoever is to join needs the card of this network: invite them.</source>
        <translation>Zwei Computer sind im selben Netzwerk, wenn sie dieselben drei Wörter zeigen. Wer beitreten soll, braucht die Karte dieses Netzwerks: Lade ihn ein.</translation>
    </message>
    <message>
        <source>The rules are not compared yet</source>
        <translation>Die Regeln sind noch nicht verglichen</translation>
    </message>
    <message>
        <source>All follow the same rules</source>
        <translation>Alle folgen denselben Regeln</translation>
    </message>
    <message>
        <source>Compare these three words with those on another computer: the same words, the same network.</source>
        <translation>Vergleiche diese drei Wörter mit denen auf einem anderen Computer: dieselben Wörter, dasselbe Netzwerk.</translation>
    </message>
    <message>
        <source>Three words</source>
        <translation>Drei Wörter</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>Dieses Netzwerk</translation>
    </message>
    <message>
        <source>A heavier chain is held back</source>
        <translation>Eine schwerere Kette wird zurückgehalten</translation>
    </message>
    <message>
        <source>whoever offered it has left</source>
        <translation>wer sie angeboten hat, ist gegangen</translation>
    </message>
    <message>
        <source>It would replace</source>
        <translation>Sie würde ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Block</numerusform>
            <numerusform>%n Blöcke</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Beide vergleichen</translation>
    </message>
    <message>
        <source>Cairn does not take back so many blocks by itself. Look at both chains, and say which one to follow.</source>
        <translation>Cairn nimmt so viele Blöcke nicht von selbst zurück. Sieh dir beide Ketten an und sag, welcher es folgen soll.</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) on another branch</source>
        <translation>
            <numerusform>%n Gegenstelle auf einem anderen Zweig</numerusform>
            <numerusform>%n Gegenstellen auf einem anderen Zweig</numerusform>
        </translation>
    </message>
    <message>
        <source>since block %1</source>
        <translation>seit Block %1</translation>
    </message>
    <message>
        <source>Ask them again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Two branches are as heavy as each other, or theirs is lighter. The next block decides; usually nothing is to be done.</source>
        <translation>Zwei Zweige sind gleich schwer, oder ihrer ist leichter. Der nächste Block entscheidet; meist ist nichts zu tun.</translation>
    </message>
    <message>
        <source>All are on one branch</source>
        <translation>Alle sind auf einem Zweig</translation>
    </message>
    <message>
        <source>The branch is not compared yet</source>
        <translation>Der Zweig ist noch nicht verglichen</translation>
    </message>
    <message>
        <source>nobody tells of another one</source>
        <translation>niemand erzählt von einem anderen</translation>
    </message>
    <message>
        <source>One thing needs you: %1.</source>
        <translation>Eines braucht dich: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you, first of all: %1.</source>
        <translation>
            <numerusform>%n Sache braucht dich: %1.</numerusform>
            <numerusform>%n Sachen brauchen dich, zuerst: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is broken. %n thing(s) could be better.</source>
        <translation>
            <numerusform>Nichts ist gestört. %n Sache könnte besser sein.</numerusform>
            <numerusform>Nichts ist gestört. %n Sachen könnten besser sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that could be checked is well.</source>
        <translation>Alles, was geprüft werden konnte, ist gut.</translation>
    </message>
    <message>
        <source>All nine checks are well.</source>
        <translation>Alle neun Prüfungen sind gut.</translation>
    </message>
    <message>
        <source>You can pay, mine and follow the chain.</source>
        <translation>Du kannst zahlen, minen und der Kette folgen.</translation>
    </message>
    <message>
        <source>The port is being tried</source>
        <translation>Der Port wird versucht</translation>
    </message>
    <message>
        <source>The command lets others in at port %1, and nowhere else.</source>
        <translation>Der Befehl lässt andere an Port %1 ein und nirgends sonst.</translation>
    </message>
</context>
<context>
    <name>gui::DoctorView</name>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>For somebody who helps: no key, no amount, no address is in it.</source>
        <translation>Für jemanden, der hilft: Kein Schlüssel, kein Betrag, keine Adresse steht darin.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>The way out and in</source>
        <translation>Der Weg hinaus und herein</translation>
    </message>
    <message>
        <source>The others</source>
        <translation>Die anderen</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was versucht wurde</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es heißt</translation>
    </message>
    <message>
        <source>&lt;good&gt;%1 well&lt;/good&gt; · &lt;work&gt;%2 could be better&lt;/work&gt; · &lt;bad&gt;%3 broken&lt;/bad&gt; · checked at %4</source>
        <translation>&lt;good&gt;%1 gut&lt;/good&gt; · &lt;work&gt;%2 könnten besser sein&lt;/work&gt; · &lt;bad&gt;%3 gestört&lt;/bad&gt; · geprüft um %4</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>Nichts ist zu tun.</translation>
    </message>
    <message>
        <source>This computer sets its clock by the internet now.</source>
        <translation>Dieser Computer stellt seine Uhr jetzt nach dem Internet.</translation>
    </message>
    <message>
        <source>The clock was not changed. Who may change it types the command that is shown.</source>
        <translation>Die Uhr wurde nicht geändert. Wer sie ändern darf, tippt den gezeigten Befehl.</translation>
    </message>
    <message>
        <source>The port is open.</source>
        <translation>Der Port ist offen.</translation>
    </message>
    <message>
        <source>The port could not be opened.</source>
        <translation>Der Port ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The firewall lets others in at port %1.</source>
        <translation>Die Firewall lässt andere an Port %1 ein.</translation>
    </message>
    <message>
        <source>The firewall was not changed. Who may change it types the command that is shown.</source>
        <translation>Die Firewall wurde nicht geändert. Wer sie ändern darf, tippt den gezeigten Befehl.</translation>
    </message>
    <message numerus="yes">
        <source>Dialling %n peer(s).</source>
        <translation>
            <numerusform>%n Gegenstelle wird angewählt.</numerusform>
            <numerusform>%n Gegenstellen werden angewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The others were asked. We follow another chain now.</source>
        <translation>Die anderen wurden gefragt. Wir folgen jetzt einer anderen Kette.</translation>
    </message>
    <message>
        <source>The others were asked. Nothing has changed.</source>
        <translation>Die anderen wurden gefragt. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>The report was copied. No key, no amount and no address is in it.</source>
        <translation>Der Bericht wurde kopiert. Kein Schlüssel, kein Betrag und keine Adresse steht darin.</translation>
    </message>
</context>
<context>
    <name>gui::DraftCard</name>
    <message>
        <source>a script without an address</source>
        <translation>ein Skript ohne Adresse</translation>
    </message>
    <message>
        <source>mined, block %1</source>
        <translation>gemint, Block %1</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>miner</source>
        <translation>Miner</translation>
    </message>
    <message>
        <source>back to you</source>
        <translation>zurück an dich</translation>
    </message>
    <message>
        <source>your own %1 gets &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>deine Adresse %1 bekommt &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>%1 gets &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>%1 bekommt &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; comes back to you</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; kommt zu dir zurück</translation>
    </message>
    <message>
        <source>the miner gets &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>der Miner bekommt &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>Where the money comes from and where it goes</source>
        <translation>Woher das Geld kommt und wohin es geht</translation>
    </message>
    <message>
        <source>Review and send</source>
        <translation>Prüfen und senden</translation>
    </message>
    <message numerus="yes">
        <source>Uses %n of your coins</source>
        <translation>
            <numerusform>Verwendet %n deiner Münzen</numerusform>
            <numerusform>Verwendet %n deiner Münzen</numerusform>
        </translation>
    </message>
    <message>
        <source> (you have %1).</source>
        <translation> (du hast %1).</translation>
    </message>
    <message>
        <source>Everyone will be able to see that they belong together.</source>
        <translation>Alle werden sehen können, dass sie zusammengehören.</translation>
    </message>
    <message>
        <source>Nothing is sent until you have confirmed it.</source>
        <translation>Nichts wird gesendet, bevor du es bestätigt hast.</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Strg ↵</translation>
    </message>
    <message>
        <source>Make unsigned</source>
        <translation>Ohne Unterschrift</translation>
    </message>
    <message>
        <source>Prepares the payment for whoever has the keys (PSBT). Nothing is sent.</source>
        <translation>Bereitet die Zahlung für den vor, der die Schlüssel hat (PSBT). Nichts wird gesendet.</translation>
    </message>
</context>
<context>
    <name>gui::DrillDialog</name>
    <message>
        <source>Try your backup of %1</source>
        <translation>Sicherung von %1 proben</translation>
    </message>
    <message>
        <source>Type the words from your paper, not from memory, or open a copy of the wallet file. You are told what would come back. &lt;b&gt;Nothing is changed.&lt;/b&gt;</source>
        <translation>Tippe die Wörter von deinem Papier ab, nicht aus dem Gedächtnis, oder öffne eine Kopie der Wallet-Datei. Du erfährst, was zurückkäme. &lt;b&gt;Geändert wird nichts.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Try the words</source>
        <translation>Wörter proben</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>&amp;Extra word, if you chose one</source>
        <translation>&amp;Zusatzwort, falls du eines gewählt hast</translation>
    </message>
    <message>
        <source>Try a copy of the file…</source>
        <translation>Eine Kopie der Datei proben…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Try a copy of the wallet file</source>
        <translation>Eine Kopie der Wallet-Datei proben</translation>
    </message>
    <message>
        <source>Wallet files (%1);;All files (*)</source>
        <translation>Wallet-Dateien (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird geprobt…</translation>
    </message>
    <message>
        <source>No wallet is open.</source>
        <translation>Keine Wallet ist offen.</translation>
    </message>
    <message>
        <source>These are no words of a wallet.</source>
        <translation>Das sind keine Wörter einer Wallet.</translation>
    </message>
    <message>
        <source>These are the words of another wallet, or the extra word is missing or another one. They bring nothing of this wallet back.</source>
        <translation>Das sind die Wörter einer anderen Wallet, oder das Zusatzwort fehlt oder ist ein anderes. Von dieser Wallet bringen sie nichts zurück.</translation>
    </message>
    <message>
        <source>This is a copy of another wallet. It brings nothing of this one back.</source>
        <translation>Das ist die Kopie einer anderen Wallet. Von dieser bringt sie nichts zurück.</translation>
    </message>
    <message>
        <source>This copy brings back</source>
        <translation>Diese Kopie bringt zurück</translation>
    </message>
    <message>
        <source>These words bring back</source>
        <translation>Diese Wörter bringen zurück</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%1&lt;/b&gt;, all that lies on %n address(es)</source>
        <translation>
            <numerusform>&lt;b&gt;%1&lt;/b&gt;, alles, was auf %n Adresse liegt</numerusform>
            <numerusform>&lt;b&gt;%1&lt;/b&gt;, alles, was auf %n Adressen liegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what you mined, %n block(s)</source>
        <translation>
            <numerusform>was du geschürft hast, %n Block</numerusform>
            <numerusform>was du geschürft hast, %n Blöcke</numerusform>
        </translation>
    </message>
    <message>
        <source>its notes, labels and names, if you know its passphrase</source>
        <translation>ihre Notizen, Beschriftungen und Namen, wenn du ihre Passphrase kennst</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), address(es) or plan(s) that were brought in, with &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>
            <numerusform>%n Schlüssel, Adresse oder Plan von außen, mit &lt;b&gt;%1&lt;/b&gt;</numerusform>
            <numerusform>%n Schlüssel, Adressen oder Pläne von außen, mit &lt;b&gt;%1&lt;/b&gt;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) and label(s)</source>
        <translation>
            <numerusform>%n Notiz oder Beschriftung</numerusform>
            <numerusform>%n Notizen und Beschriftungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) of your address book</source>
        <translation>
            <numerusform>%n Adresse deines Adressbuchs</numerusform>
            <numerusform>%n Adressen deines Adressbuchs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>that %n coin(s) are frozen</source>
        <translation>
            <numerusform>dass %n Münze eingefroren ist</numerusform>
            <numerusform>dass %n Münzen eingefroren sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Es fehlt nichts.</translation>
    </message>
    <message>
        <source>It does not bring back; for these, keep a copy of the whole file</source>
        <translation>Nicht zurück kommt; dafür brauchst du eine Kopie der ganzen Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n payment request(s)</source>
        <translation>
            <numerusform>%n Zahlungsanfrage</numerusform>
            <numerusform>%n Zahlungsanfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::EndpointEdit</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>any free</source>
        <translation>irgendein freier</translation>
    </message>
    <message>
        <source>port </source>
        <translation>Port </translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>this computer only</source>
        <translation>nur dieser Computer</translation>
    </message>
    <message>
        <source>all its networks</source>
        <translation>alle seine Netze</translation>
    </message>
</context>
<context>
    <name>gui::ErrorText</name>
    <message>
        <source>There is nothing to spend yet: mine a block, or receive a payment, and wait until it has matured.</source>
        <translation>Es gibt noch nichts auszugeben: Mine einen Block oder empfange eine Zahlung, und warte, bis sie gereift ist.</translation>
    </message>
    <message>
        <source>With the fee this takes %1, but only %2 can be spent now. Lower the amount, or take everything.</source>
        <translation>Mit der Gebühr braucht das %1, aber jetzt lassen sich nur %2 ausgeben. Verringere den Betrag, oder nimm alles.</translation>
    </message>
    <message>
        <source>Nobody is named yet: enter the address that gets the payment.</source>
        <translation>Noch ist niemand genannt: Gib die Adresse ein, die die Zahlung bekommt.</translation>
    </message>
    <message>
        <source>A payment needs an amount above zero.</source>
        <translation>Eine Zahlung braucht einen Betrag über null.</translation>
    </message>
    <message>
        <source>The amount is so small that spending it would cost more than it is worth; the network does not pass it on.</source>
        <translation>Der Betrag ist so klein, dass ihn auszugeben mehr kosten würde, als er wert ist; das Netzwerk gibt ihn nicht weiter.</translation>
    </message>
    <message>
        <source>There are not that many coins.</source>
        <translation>So viele Münzen gibt es nicht.</translation>
    </message>
    <message>
        <source>The fee is below what the network passes on. Move it up.</source>
        <translation>Die Gebühr liegt unter dem, was das Netzwerk weitergibt. Erhöhe sie.</translation>
    </message>
    <message>
        <source>The fee is so high that it looks like a slip. Move it down.</source>
        <translation>Die Gebühr ist so hoch, dass sie wie ein Versehen aussieht. Verringere sie.</translation>
    </message>
    <message>
        <source>The wallet is locked. Nothing was sent; enter the passphrase first.</source>
        <translation>Die Wallet ist gesperrt. Nichts wurde gesendet; gib zuerst die Passphrase ein.</translation>
    </message>
    <message>
        <source>The fee is below what the node passes on. Nothing was sent; raise the fee and try again.</source>
        <translation>Die Gebühr liegt unter dem, was der Knoten weitergibt. Nichts wurde gesendet; erhöhe die Gebühr und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>A payment with the same coins waits already and pays more. Nothing was sent; raise the fee.</source>
        <translation>Eine Zahlung mit denselben Münzen wartet schon und zahlt mehr. Nichts wurde gesendet; erhöhe die Gebühr.</translation>
    </message>
    <message>
        <source>Too many payments are waiting, all with higher fees. Nothing was sent; raise the fee, or wait.</source>
        <translation>Zu viele Zahlungen warten, alle mit höheren Gebühren. Nichts wurde gesendet; erhöhe die Gebühr, oder warte.</translation>
    </message>
    <message>
        <source>One amount is too small to be passed on. Nothing was sent; send more, or leave it out.</source>
        <translation>Ein Betrag ist zu klein, um weitergegeben zu werden. Nichts wurde gesendet; sende mehr, oder lass ihn weg.</translation>
    </message>
    <message>
        <source>A mined coin in it has not matured yet. Nothing was sent; it can be spent in a few blocks.</source>
        <translation>Eine geminte Münze darin ist noch nicht gereift. Nichts wurde gesendet; in einigen Blöcken lässt sie sich ausgeben.</translation>
    </message>
    <message>
        <source>A coin in it has been spent elsewhere. Nothing was sent; try again with the coins of now.</source>
        <translation>Eine Münze darin wurde anderswo ausgegeben. Nichts wurde gesendet; versuche es mit den jetzigen Münzen noch einmal.</translation>
    </message>
    <message>
        <source>The network knows this payment already; it need not be sent again.</source>
        <translation>Das Netzwerk kennt diese Zahlung schon; sie muss nicht noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>It builds on a long row of payments that are still waiting. Nothing was sent; wait for the next block.</source>
        <translation>Sie baut auf einer langen Reihe von Zahlungen auf, die noch warten. Nichts wurde gesendet; warte auf den nächsten Block.</translation>
    </message>
    <message>
        <source>The node refused the payment (%1). Nothing was sent and your coins are unchanged.</source>
        <translation>Der Knoten hat die Zahlung abgelehnt (%1). Nichts wurde gesendet, und deine Münzen sind unverändert.</translation>
    </message>
    <message>
        <source>This is no address: a character is missing or wrong. Copy it again from where it came.</source>
        <translation>Das ist keine Adresse: Ein Zeichen fehlt oder ist falsch. Kopiere sie noch einmal von dort, wo sie herkam.</translation>
    </message>
    <message>
        <source>This address belongs to another network than %1. Coins sent there would be lost.</source>
        <translation>Diese Adresse gehört zu einem anderen Netzwerk als %1. Dorthin gesendete Münzen wären verloren.</translation>
    </message>
    <message>
        <source>This address has a length that no payment can go to. Copy it again.</source>
        <translation>Diese Adresse hat eine Länge, an die keine Zahlung gehen kann. Kopiere sie noch einmal.</translation>
    </message>
    <message>
        <source>A coin chosen for this payment cannot be spent any more. Choose the coins again.</source>
        <translation>Eine Münze, die für diese Zahlung gewählt war, lässt sich nicht mehr ausgeben. Wähle die Münzen noch einmal.</translation>
    </message>
    <message>
        <source>The wallet file could not be written, so nothing was sent. Check the disk.</source>
        <translation>Die Wallet-Datei ließ sich nicht schreiben, deshalb wurde nichts gesendet. Prüfe die Festplatte.</translation>
    </message>
    <message>
        <source>The coins changed, so nothing was sent. Look at the payment again.</source>
        <translation>Die Münzen haben sich geändert, deshalb wurde nichts gesendet. Sieh dir die Zahlung noch einmal an.</translation>
    </message>
    <message>
        <source>No wallet is open, so nothing was sent. Open one first.</source>
        <translation>Keine Wallet ist offen, deshalb wurde nichts gesendet. Öffne zuerst eine.</translation>
    </message>
    <message>
        <source>The payment was refused. Nothing was sent.</source>
        <translation>Die Zahlung wurde abgelehnt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nobody answered in time. Nothing was sent.</source>
        <translation>Niemand hat rechtzeitig geantwortet. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Too many programs ask at once. Nothing was sent; try again later.</source>
        <translation>Zu viele Programme fragen gleichzeitig. Nichts wurde gesendet; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>The node refused the payment. Nothing was sent and your coins are unchanged.</source>
        <translation>Der Knoten hat die Zahlung abgelehnt. Nichts wurde gesendet, und deine Münzen sind unverändert.</translation>
    </message>
    <message>
        <source>The disk failed, so the node takes no payments. Nothing was sent; check the disk and start Cairn again.</source>
        <translation>Die Festplatte hat versagt, deshalb nimmt der Knoten keine Zahlungen an. Nichts wurde gesendet; prüfe die Festplatte und starte Cairn neu.</translation>
    </message>
    <message>
        <source>This link names no address. Ask for another one.</source>
        <translation>Dieser Link nennt keine Adresse. Bitte um einen anderen.</translation>
    </message>
    <message>
        <source>This text is too long for an address or a payment link. Copy it again.</source>
        <translation>Dieser Text ist zu lang für eine Adresse oder einen Zahlungslink. Kopiere ihn noch einmal.</translation>
    </message>
    <message>
        <source>This is no payment link of %1. It may belong to another network.</source>
        <translation>Das ist kein Zahlungslink von %1. Vielleicht gehört er zu einem anderen Netzwerk.</translation>
    </message>
    <message>
        <source>The amount in this link cannot be read. Ask for another one.</source>
        <translation>Der Betrag in diesem Link lässt sich nicht lesen. Bitte um einen anderen.</translation>
    </message>
    <message>
        <source>This link says the same thing twice, so it is not clear what it asks for. Ask for another one.</source>
        <translation>Dieser Link sagt dasselbe zweimal, deshalb ist nicht klar, was er verlangt. Bitte um einen anderen.</translation>
    </message>
    <message>
        <source>This link asks for something that Cairn does not know, and forbids to leave it out. Ask for a plain address.</source>
        <translation>Dieser Link verlangt etwas, das Cairn nicht kennt, und verbietet, es wegzulassen. Bitte um eine einfache Adresse.</translation>
    </message>
    <message>
        <source>This link is damaged. Copy it again from where it came.</source>
        <translation>Dieser Link ist beschädigt. Kopiere ihn noch einmal von dort, wo er herkam.</translation>
    </message>
    <message>
        <source>This takes more coins than fit in one payment: at most %1 can go at once. Send that first, or join small coins by a payment to yourself.</source>
        <translation>Das braucht mehr Münzen, als in eine Zahlung passen: Höchstens %1 können auf einmal gehen. Sende das zuerst, oder fasse kleine Münzen durch eine Zahlung an dich selbst zusammen.</translation>
    </message>
    <message>
        <source>This wallet does not have all the keys that the coins need, so nothing was sent.</source>
        <translation>Diese Wallet hat nicht alle Schlüssel, die die Münzen brauchen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>A block has this payment already.</source>
        <translation>Ein Block hat diese Zahlung schon.</translation>
    </message>
    <message>
        <source>This payment was replaced, given up or lost: there is nothing to speed up.</source>
        <translation>Diese Zahlung wurde ersetzt, aufgegeben oder ist verloren: Es gibt nichts zu beschleunigen.</translation>
    </message>
    <message>
        <source>It can be made faster only once the node has it again.</source>
        <translation>Sie lässt sich erst beschleunigen, wenn der Knoten sie wieder hat.</translation>
    </message>
    <message>
        <source>Others pay for it, and nothing of it is free to you: only they can speed it up.</source>
        <translation>Andere bezahlen sie, und nichts davon steht dir frei: Nur sie können sie beschleunigen.</translation>
    </message>
    <message>
        <source>This payment says that it may not be replaced.</source>
        <translation>Diese Zahlung sagt, dass sie nicht ersetzt werden darf.</translation>
    </message>
    <message>
        <source>Another payment of yours builds on it: speed that one up.</source>
        <translation>Eine andere Zahlung von dir baut darauf auf: Beschleunige jene.</translation>
    </message>
    <message>
        <source>Who was paid has spent it already: replacing it would undo that.</source>
        <translation>Wer bezahlt wurde, hat das Geld schon ausgegeben: Sie zu ersetzen würde das rückgängig machen.</translation>
    </message>
    <message>
        <source>It pays as much as it needs: more would change nothing.</source>
        <translation>Sie zahlt so viel, wie sie braucht: Mehr würde nichts ändern.</translation>
    </message>
    <message>
        <source>The fee would be %1, and there are not enough coins for that.</source>
        <translation>Die Gebühr wäre %1, und dafür sind nicht genug Münzen da.</translation>
    </message>
    <message>
        <source>The wallet has no such payment that waits.</source>
        <translation>Die Wallet hat keine solche wartende Zahlung.</translation>
    </message>
    <message>
        <source>The disk failed while the payment was being written down. Start Cairn again and look whether it was made before you pay once more.</source>
        <translation>Die Festplatte hat versagt, während die Zahlung aufgeschrieben wurde. Starte Cairn neu und sieh nach, ob sie gemacht wurde, bevor du noch einmal zahlst.</translation>
    </message>
</context>
<context>
    <name>gui::ExplorerPage</name>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>All blocks</source>
        <translation>Alle Blöcke</translation>
    </message>
</context>
<context>
    <name>gui::ExplorerPane</name>
    <message>
        <source>you</source>
        <translation>du</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>new coins and fees</source>
        <translation>neue Münzen und Gebühren</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>Gebühr</translation>
    </message>
</context>
<context>
    <name>gui::ExplorerWords</name>
    <message>
        <source>waiting for a block</source>
        <translation>wartet auf einen Block</translation>
    </message>
    <message>
        <source>not in the best chain</source>
        <translation>nicht in der besten Kette</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation(s)</source>
        <translation>
            <numerusform>%n Bestätigung</numerusform>
            <numerusform>%n Bestätigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>anchor for fees</source>
        <translation>Anker für Gebühren</translation>
    </message>
    <message>
        <source>pay to public key</source>
        <translation>Zahlung an öffentlichen Schlüssel</translation>
    </message>
    <message>
        <source>pay to public key hash</source>
        <translation>Zahlung an Hash eines öffentlichen Schlüssels</translation>
    </message>
    <message>
        <source>pay to script hash</source>
        <translation>Zahlung an Hash eines Skripts</translation>
    </message>
    <message>
        <source>several keys</source>
        <translation>mehrere Schlüssel</translation>
    </message>
    <message>
        <source>a message, no money</source>
        <translation>eine Nachricht, kein Geld</translation>
    </message>
    <message>
        <source>pay to witness public key hash</source>
        <translation>Zahlung an Witness-Hash eines öffentlichen Schlüssels</translation>
    </message>
    <message>
        <source>pay to witness script hash</source>
        <translation>Zahlung an Witness-Hash eines Skripts</translation>
    </message>
    <message>
        <source>pay to taproot</source>
        <translation>Zahlung an Taproot</translation>
    </message>
    <message>
        <source>a future witness version</source>
        <translation>eine künftige Witness-Version</translation>
    </message>
    <message>
        <source>a script of its own</source>
        <translation>ein eigenes Skript</translation>
    </message>
    <message>
        <source>you</source>
        <translation>du</translation>
    </message>
    <message>
        <source>new coins</source>
        <translation>neue Münzen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>witness commitment</source>
        <translation>Witness-Festlegung</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>gui::FeeBars</name>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>Zahlt</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>What it pays, beside its neighbours</source>
        <translation>Was sie zahlt, neben ihren Nachbarn</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>deine</translation>
    </message>
    <message>
        <source>next block</source>
        <translation>nächster Block</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>Yours pays %1</source>
        <translation>Deine zahlt %1</translation>
    </message>
    <message>
        <source>%1, in the next block</source>
        <translation>%1, im nächsten Block</translation>
    </message>
    <message>
        <source>%1, in a later block</source>
        <translation>%1, in einem späteren Block</translation>
    </message>
    <message>
        <source>yours, %1</source>
        <translation>deine, %1</translation>
    </message>
    <message>
        <source>next block, from %1</source>
        <translation>nächster Block, ab %1</translation>
    </message>
</context>
<context>
    <name>gui::FeeCard</name>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Fee rate, from cheap to first of all</source>
        <translation>Gebührensatz, von günstig bis zuallererst</translation>
    </message>
    <message>
        <source>Fee rate in satoshi for a virtual byte</source>
        <translation>Gebührensatz in Satoshi je virtuelles Byte</translation>
    </message>
    <message>
        <source>cheap, may wait</source>
        <translation>günstig, darf warten</translation>
    </message>
    <message>
        <source>first of all</source>
        <translation>zuallererst</translation>
    </message>
    <message>
        <source>%1 in all, for %2 vB</source>
        <translation>%1 insgesamt, für %2 vB</translation>
    </message>
    <message>
        <source>Yours fits into &lt;b&gt;the next block&lt;/b&gt;, in about %1.</source>
        <translation>Deine passt in &lt;b&gt;den nächsten Block&lt;/b&gt;, in etwa %1.</translation>
    </message>
    <message numerus="yes">
        <source>Yours comes in about &lt;b&gt;%n blocks&lt;/b&gt;, %1 from now.</source>
        <translation>
            <numerusform>Deine kommt in etwa &lt;b&gt;%n Block&lt;/b&gt;, in %1.</numerusform>
            <numerusform>Deine kommt in etwa &lt;b&gt;%n Blöcken&lt;/b&gt;, in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is waiting: the lowest fee will do.</source>
        <translation>Nichts wartet: Die niedrigste Gebühr genügt.</translation>
    </message>
    <message>
        <source>none pays more.</source>
        <translation>keine zahlt mehr.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them pay as much or more.</source>
        <translation>
            <numerusform>%n davon zahlt genauso viel oder mehr.</numerusform>
            <numerusform>%n davon zahlen genauso viel oder mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>yours alone</source>
        <translation>nur deine</translation>
    </message>
    <message numerus="yes">
        <source>%n + yours</source>
        <translation>
            <numerusform>%n + deine</numerusform>
            <numerusform>%n + deine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n Zahlung</numerusform>
            <numerusform>%n Zahlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The next blocks, and the place of this payment</source>
        <translation>Die nächsten Blöcke und der Platz dieser Zahlung</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächster</translation>
    </message>
    <message>
        <source>the one after</source>
        <translation>der danach</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) waiting</source>
        <translation>
            <numerusform>%n Zahlung wartet</numerusform>
            <numerusform>%n Zahlungen warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::FeeScale</name>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>gui::FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Mine a block</source>
        <translation>Einen Block minen</translation>
    </message>
    <message>
        <source>Wait until it can be spent</source>
        <translation>Warten, bis die Belohnung ausgegeben werden kann</translation>
    </message>
    <message>
        <source>Send a payment</source>
        <translation>Eine Zahlung senden</translation>
    </message>
    <message>
        <source>Back up the words</source>
        <translation>Die Wörter sichern</translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation>Die ersten Schritte ausblenden</translation>
    </message>
</context>
<context>
    <name>gui::FlowDiagram</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>see the table</source>
        <translation>siehe Tabelle</translation>
    </message>
    <message>
        <source>Where the money goes</source>
        <translation>Wohin das Geld geht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>an</translation>
    </message>
</context>
<context>
    <name>gui::ForkPicture</name>
    <message>
        <source>%1, found by %2</source>
        <translation>%1, gefunden von %2</translation>
    </message>
    <message>
        <source>The two chains, from their last common block on</source>
        <translation>Die beiden Ketten, von ihrem letzten gemeinsamen Block an</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>On our chain</source>
        <translation>Auf unserer Kette</translation>
    </message>
    <message>
        <source>On the other chain</source>
        <translation>Auf der anderen Kette</translation>
    </message>
    <message>
        <source>Block %1 is the last that both chains have.</source>
        <translation>Block %1 ist der letzte, den beide Ketten haben.</translation>
    </message>
    <message>
        <source>Our block %1: %2</source>
        <translation>Unser Block %1: %2</translation>
    </message>
    <message>
        <source>Block %1 of the other chain: %2</source>
        <translation>Block %1 der anderen Kette: %2</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>unsere</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Block</numerusform>
            <numerusform>%n Blöcke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s), the tall ones are yours</source>
        <translation>
            <numerusform>%n Block, die hohen sind deine</numerusform>
            <numerusform>%n Blöcke, die hohen sind deine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s), only their headers are here</source>
        <translation>
            <numerusform>%n Block, nur der Kopf ist hier</numerusform>
            <numerusform>%n Blöcke, nur ihre Köpfe sind hier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cairn is closing, so no answer came. Look after the next start whether it was done before you try again.</source>
        <translation>Cairn wird geschlossen, deshalb kam keine Antwort. Sieh nach dem nächsten Start nach, ob es geschehen ist, bevor du es noch einmal versuchst.</translation>
    </message>
</context>
<context>
    <name>gui::Format</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>any moment</source>
        <translation>jeden Moment</translation>
    </message>
    <message>
        <source>in about %1</source>
        <translation>in etwa %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ahead of the clock</source>
        <translation>der Uhr %1 voraus</translation>
    </message>
</context>
<context>
    <name>gui::FoundBlocksModel</name>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Since the one before</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Reward and fees</source>
        <translation>Ertrag</translation>
    </message>
</context>
<context>
    <name>gui::FrameWindow</name>
    <message>
        <source>Search the chain</source>
        <translation>Die Kette durchsuchen</translation>
    </message>
    <message>
        <source>Back to what was open before</source>
        <translation>Zurück zu dem, was vorher offen war</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vor</translation>
    </message>
    <message>
        <source>Hide or show amounts</source>
        <translation>Beträge verbergen oder zeigen</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>Zum nächsten Teil des Fensters</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>gui::Glossary</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>address, addresses</source>
        <translation>Adresse, Adressen</translation>
    </message>
    <message>
        <source>Where a payment goes: a short text that stands for a lock on coins. Take a fresh one for everyone who pays you, so that nobody sees what others paid.</source>
        <translation>Wohin eine Zahlung geht: ein kurzer Text, der für ein Schloss an Münzen steht. Nimm für alle, die dir zahlen, eine neue, damit niemand sieht, was andere gezahlt haben.</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>The door for programs: scripts, miners and explorers on this computer ask the node over HTTP. What they may do is said on the API page.</source>
        <translation>Die Tür für Programme: Skripte, Miner und Explorer auf diesem Computer fragen den Knoten über HTTP. Was sie dürfen, steht auf der Seite API.</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>balance, balances</source>
        <translation>Guthaben, Guthabens</translation>
    </message>
    <message>
        <source>The sum of the coins that your wallet can spend now or later: what is confirmed, what is still maturing, and what is on its way.</source>
        <translation>Die Summe der Münzen, die deine Wallet jetzt oder später ausgeben kann: was bestätigt ist, was noch reift und was unterwegs ist.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>block, blocks</source>
        <translation>Block, Blocks, Blöcke, Blöcken</translation>
    </message>
    <message>
        <source>A page of the shared book: a list of payments, with a reference to the block before it and a proof of work. Everyone has the same blocks in the same order.</source>
        <translation>Eine Seite des gemeinsamen Buchs: eine Liste von Zahlungen, mit einem Verweis auf den Block davor und einem Arbeitsnachweis. Alle haben dieselben Blöcke in derselben Reihenfolge.</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>chain, chains, blockchain</source>
        <translation>Kette, Ketten, Blockchain</translation>
    </message>
    <message>
        <source>All blocks from the first one to the newest, each pointing to the one before it. The one with the most work counts.</source>
        <translation>Alle Blöcke vom ersten bis zum neuesten, jeder verweist auf den davor. Es zählt die Kette mit der meisten Arbeit.</translation>
    </message>
    <message>
        <source>Coin</source>
        <translation>Münze</translation>
    </message>
    <message>
        <source>coin, coins, output, outputs</source>
        <translation>Münze, Münzen, Ausgang, Ausgangs, Ausgänge, Ausgängen</translation>
    </message>
    <message>
        <source>An amount that is locked to an address. A payment spends whole coins and makes new ones: one for the payee, and one with the change for you.</source>
        <translation>Ein Betrag, der an eine Adresse gebunden ist. Eine Zahlung gibt ganze Münzen aus und macht neue: eine für den Empfänger und eine mit dem Rückgeld für dich.</translation>
    </message>
    <message>
        <source>Coinbase</source>
        <translation>Coinbase</translation>
    </message>
    <message>
        <source>coinbase</source>
        <translation>Coinbase</translation>
    </message>
    <message>
        <source>The first transaction of a block. It pays the reward and the fees to whoever found the block, out of nothing: that is how new coins come about.</source>
        <translation>Die erste Transaktion eines Blocks. Sie zahlt die Belohnung und die Gebühren an den, der den Block gefunden hat, aus dem Nichts: So entstehen neue Münzen.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Rückgeld, Rückgelds</translation>
    </message>
    <message>
        <source>What a payment gives back to you: coins are spent whole, so the rest comes back as a new coin.</source>
        <translation>Was dir eine Zahlung zurückgibt: Münzen werden ganz ausgegeben, deshalb kommt der Rest als neue Münze zurück.</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>confirmation, confirmations, confirmed</source>
        <translation>Bestätigung, Bestätigungen, bestätigt, bestätigte, bestätigten</translation>
    </message>
    <message>
        <source>A block on top of a payment, its own included. Each one makes it harder to take the payment back.</source>
        <translation>Ein Block über einer Zahlung, ihr eigener mitgezählt. Mit jedem wird es schwerer, die Zahlung zurückzunehmen.</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>difficulty</source>
        <translation>Schwierigkeit, Schwierigkeiten</translation>
    </message>
    <message>
        <source>How much work a block takes, beside the easiest there can be. It follows the speed of all miners, so that blocks come about as often as the rules say.</source>
        <translation>Wie viel Arbeit ein Block braucht, verglichen mit dem leichtesten, den es geben kann. Sie folgt dem Tempo aller Miner, damit Blöcke etwa so oft kommen, wie es die Regeln sagen.</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>fee, fees</source>
        <translation>Gebühr, Gebühren</translation>
    </message>
    <message>
        <source>What the sender pays to whoever puts the payment into a block. More fee a byte comes in sooner when there is not room for everybody.</source>
        <translation>Was der Sender an den zahlt, der die Zahlung in einen Block aufnimmt. Mit mehr Gebühr je Byte kommt sie früher hinein, wenn nicht für alle Platz ist.</translation>
    </message>
    <message>
        <source>Fee rate</source>
        <translation>Gebührensatz</translation>
    </message>
    <message>
        <source>fee rate, fee rates, sat/vB</source>
        <translation>Gebührensatz, Gebührensatzes, Gebührensätze, Gebührensätzen, sat/vB</translation>
    </message>
    <message>
        <source>The fee for each virtual byte of a transaction. Miners compare payments by it, not by the whole fee.</source>
        <translation>Die Gebühr für jedes virtuelle Byte einer Transaktion. Miner vergleichen Zahlungen danach, nicht nach der ganzen Gebühr.</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Abzweigung</translation>
    </message>
    <message>
        <source>fork, forks, branch, branches</source>
        <translation>Abzweigung, Abzweigungen, Zweig, Zweigs, Zweige, Zweigen</translation>
    </message>
    <message>
        <source>Two blocks that follow the same one. For a while there are two chains; the one that gets more work wins, and the payments of the other wait again.</source>
        <translation>Zwei Blöcke, die demselben folgen. Eine Weile gibt es zwei Ketten; die mit mehr Arbeit gewinnt, und die Zahlungen der anderen warten wieder.</translation>
    </message>
    <message>
        <source>First block</source>
        <translation>Erster Block</translation>
    </message>
    <message>
        <source>genesis, first block, genesis block</source>
        <translation>Ursprung, erster Block, erste Block, ersten Block, ersten Blocks, Ursprungsblock</translation>
    </message>
    <message>
        <source>The block that everything begins with. It holds the rules of the network, so that two networks with different rules can never be mixed up.</source>
        <translation>Der Block, mit dem alles beginnt. Er enthält die Regeln des Netzwerks, damit zwei Netzwerke mit verschiedenen Regeln nie verwechselt werden können.</translation>
    </message>
    <message>
        <source>Halving</source>
        <translation>Halbierung</translation>
    </message>
    <message>
        <source>halving, halves</source>
        <translation>Halbierung, Halbierungen, halbiert</translation>
    </message>
    <message>
        <source>From time to time the reward of a block is cut in half, as the rules say. So there will never be more than a certain number of coins.</source>
        <translation>Von Zeit zu Zeit wird die Belohnung eines Blocks halbiert, wie es die Regeln sagen. So gibt es nie mehr als eine bestimmte Zahl von Münzen.</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>hash, hashes</source>
        <translation>Hash, Hashs, Hashes</translation>
    </message>
    <message>
        <source>The fingerprint of some data: easy to compute, impossible to guess or to undo, and another one for the smallest change. A miner tries one after the other.</source>
        <translation>Der Fingerabdruck von Daten: leicht zu berechnen, unmöglich zu erraten oder umzukehren, und bei der kleinsten Änderung ein anderer. Ein Miner probiert einen nach dem anderen.</translation>
    </message>
    <message>
        <source>Hash rate</source>
        <translation>Hashrate</translation>
    </message>
    <message>
        <source>hash rate, kH/s, MH/s, GH/s</source>
        <translation>Hashrate, Hashraten, kH/s, MH/s, GH/s</translation>
    </message>
    <message>
        <source>How many hashes a second a miner tries: k is a thousand, M a million, G a thousand millions.</source>
        <translation>Wie viele Hashes ein Miner in der Sekunde probiert: k sind tausend, M eine Million, G tausend Millionen.</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>header, headers</source>
        <translation>Kopf, Kopfes, Köpfe, Köpfen</translation>
    </message>
    <message>
        <source>The first 80 bytes of a block: which block it follows, which payments it has, when it was made, and the number that makes its hash small enough.</source>
        <translation>Die ersten 80 Bytes eines Blocks: welchem Block er folgt, welche Zahlungen er hat, wann er gemacht wurde und die Zahl, die seinen Hash klein genug macht.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>height, heights</source>
        <translation>Höhe, Höhen</translation>
    </message>
    <message>
        <source>The number of a block, counted from the first one, which is 0.</source>
        <translation>Die Nummer eines Blocks, gezählt ab dem ersten, der die 0 hat.</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>Netzkarte</translation>
    </message>
    <message>
        <source>network card, card, cards</source>
        <translation>Netzkarte, Netzkarten, Karte, Karten</translation>
    </message>
    <message>
        <source>A small file with the name and the rules of a network, and where its nodes are. Whoever has it can join.</source>
        <translation>Eine kleine Datei mit dem Namen und den Regeln eines Netzwerks und damit, wo seine Knoten sind. Wer sie hat, kann beitreten.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>lock, locked, unlock</source>
        <translation>Sperre, sperren, gesperrt, gesperrte, gesperrten, entsperren, entsperrt</translation>
    </message>
    <message>
        <source>A locked wallet shows everything but cannot pay: its keys are encrypted with your passphrase.</source>
        <translation>Eine gesperrte Wallet zeigt alles, kann aber nicht zahlen: Ihre Schlüssel sind mit deiner Passphrase verschlüsselt.</translation>
    </message>
    <message>
        <source>Maturity</source>
        <translation>Reife</translation>
    </message>
    <message>
        <source>maturity, mature, maturing, immature</source>
        <translation>Reife, reif, reift, reifen, reifend, reifende, gereift, unreif</translation>
    </message>
    <message>
        <source>The reward of a block can be spent only after some more blocks, as the rules say: until then the block may still lose to another one.</source>
        <translation>Die Belohnung eines Blocks kann erst einige Blöcke später ausgegeben werden, wie es die Regeln sagen: Bis dahin kann der Block noch gegen einen anderen verlieren.</translation>
    </message>
    <message>
        <source>Waiting payments</source>
        <translation>Wartende Zahlungen</translation>
    </message>
    <message>
        <source>mempool, waiting payments</source>
        <translation>Mempool, wartende Zahlungen, wartenden Zahlungen, wartende Zahlung, wartende Transaktionen, wartenden Transaktionen</translation>
    </message>
    <message>
        <source>Payments that were sent and wait for a block. Every node keeps its own list of them.</source>
        <translation>Zahlungen, die gesendet wurden und auf einen Block warten. Jeder Knoten führt seine eigene Liste davon.</translation>
    </message>
    <message>
        <source>Merkle root</source>
        <translation>Merkle-Wurzel</translation>
    </message>
    <message>
        <source>One hash that stands for all payments of a block: change one of them, and it is another hash.</source>
        <translation>Ein Hash, der für alle Zahlungen eines Blocks steht: Ändert sich eine davon, ist es ein anderer Hash.</translation>
    </message>
    <message>
        <source>Mining</source>
        <translation>Mining</translation>
    </message>
    <message>
        <source>mining, mine, miner, miners</source>
        <translation>Mining, minen, mint, mine, gemint, geminte, geminten, Miner, Minern</translation>
    </message>
    <message>
        <source>Looking for the next block: trying numbers until the hash of the header is small enough. Whoever finds it writes the block and gets its reward.</source>
        <translation>Die Suche nach dem nächsten Block: Zahlen probieren, bis der Hash des Kopfes klein genug ist. Wer ihn findet, schreibt den Block und bekommt seine Belohnung.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>network, networks</source>
        <translation>Netzwerk, Netzwerks, Netzwerke, Netzwerken, Netz</translation>
    </message>
    <message>
        <source>All nodes with the same first block, and so with the same rules. The three words in the header tell networks apart.</source>
        <translation>Alle Knoten mit demselben ersten Block und damit denselben Regeln. Die drei Wörter in der Kopfzeile unterscheiden Netzwerke.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>node, nodes</source>
        <translation>Knoten, Knotens</translation>
    </message>
    <message>
        <source>A program that keeps the whole chain and checks every rule itself. This window has one inside.</source>
        <translation>Ein Programm, das die ganze Kette behält und jede Regel selbst prüft. In diesem Fenster steckt eines.</translation>
    </message>
    <message>
        <source>Nonce</source>
        <translation>Nonce</translation>
    </message>
    <message>
        <source>nonce</source>
        <translation>Nonce, Nonces</translation>
    </message>
    <message>
        <source>The number in a header that miners change until the hash fits.</source>
        <translation>Die Zahl in einem Kopf, die Miner ändern, bis der Hash passt.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>Passphrase, Passphrasen</translation>
    </message>
    <message>
        <source>Encrypts the keys in the wallet&apos;s file. Nobody can bring it back; with the recovery words you can make the wallet anew.</source>
        <translation>Verschlüsselt die Schlüssel in der Datei der Wallet. Niemand kann sie zurückholen; mit den Wiederherstellungswörtern kannst du die Wallet neu anlegen.</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>peer, peers</source>
        <translation>Gegenstelle, Gegenstellen</translation>
    </message>
    <message>
        <source>Another node that yours talks to. You need not trust it: everything it says is checked.</source>
        <translation>Ein anderer Knoten, mit dem deiner spricht. Du musst ihm nicht trauen: Alles, was er sagt, wird geprüft.</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>private key, private keys, key, keys</source>
        <translation>privater Schlüssel, privaten Schlüssel, private Schlüssel, Schlüssel, Schlüsseln, Schlüssels</translation>
    </message>
    <message>
        <source>The secret number that can spend what its address got. It never leaves the wallet.</source>
        <translation>Die geheime Zahl, die ausgeben kann, was ihre Adresse bekam. Sie verlässt die Wallet nie.</translation>
    </message>
    <message>
        <source>Proof of work</source>
        <translation>Arbeitsnachweis</translation>
    </message>
    <message>
        <source>proof of work, work</source>
        <translation>Arbeitsnachweis, Arbeitsnachweises, Arbeitsnachweise, Arbeit</translation>
    </message>
    <message>
        <source>A hash that is so small that finding it must have taken many tries. It makes the past expensive to rewrite.</source>
        <translation>Ein Hash, der so klein ist, dass es viele Versuche gebraucht haben muss, ihn zu finden. Er macht es teuer, die Vergangenheit umzuschreiben.</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>Wiederherstellungswörter</translation>
    </message>
    <message>
        <source>recovery words, words</source>
        <translation>Wiederherstellungswörter, Wiederherstellungswörtern, Wörter, Wörtern</translation>
    </message>
    <message>
        <source>The wallet as a list of words on paper. Whoever has them has the coins; without them a lost file is lost money.</source>
        <translation>Die Wallet als Liste von Wörtern auf Papier. Wer sie hat, hat die Münzen; ohne sie ist eine verlorene Datei verlorenes Geld.</translation>
    </message>
    <message>
        <source>Reorganisation</source>
        <translation>Reorganisation</translation>
    </message>
    <message>
        <source>reorganisation, reorganisations, reorg</source>
        <translation>Reorganisation, Reorganisationen, Reorg</translation>
    </message>
    <message>
        <source>The chain that counted has lost to another one with more work: blocks at the end are exchanged. Payments that were only in the old ones wait again.</source>
        <translation>Die Kette, die galt, hat gegen eine andere mit mehr Arbeit verloren: Blöcke am Ende werden ausgetauscht. Zahlungen, die nur in den alten standen, warten wieder.</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>reward, rewards, block reward</source>
        <translation>Belohnung, Belohnungen, Blockbelohnung</translation>
    </message>
    <message>
        <source>The new coins that a block may make, for whoever found it. Fees come on top.</source>
        <translation>Die neuen Münzen, die ein Block erzeugen darf, für den, der ihn fand. Gebühren kommen dazu.</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>script, scripts</source>
        <translation>Skript, Skripts, Skripte, Skripten</translation>
    </message>
    <message>
        <source>The small program in a coin that says who may spend it. Most of them ask for one signature.</source>
        <translation>Das kleine Programm in einer Münze, das sagt, wer sie ausgeben darf. Die meisten verlangen eine Unterschrift.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>signature, signatures, signed</source>
        <translation>Unterschrift, Unterschriften, unterschreiben, unterschrieben, signiert, signierte</translation>
    </message>
    <message>
        <source>Proof that the owner of a key agreed to exactly this transaction. Everybody can check it, and nobody can make it without the key.</source>
        <translation>Der Beweis, dass der Besitzer eines Schlüssels genau dieser Transaktion zugestimmt hat. Jeder kann ihn prüfen, und ohne den Schlüssel kann ihn niemand erzeugen.</translation>
    </message>
    <message>
        <source>Lost block</source>
        <translation>Verlorener Block</translation>
    </message>
    <message>
        <source>lost block, lost blocks, stale</source>
        <translation>verlorener Block, verlorenen Block, verlorene Blöcke, verlorenen Blöcke, verwaist, verwaiste</translation>
    </message>
    <message>
        <source>A good block that is not in the chain that counts: another one came first and was built on.</source>
        <translation>Ein guter Block, der nicht in der Kette liegt, die gilt: Ein anderer war zuerst da, und auf ihm wurde weitergebaut.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>target, targets</source>
        <translation>Zielwert, Zielwerts, Zielwerte, Ziel</translation>
    </message>
    <message>
        <source>The hash of a block has to be below this number. The smaller it is, the more tries it takes.</source>
        <translation>Der Hash eines Blocks muss unter dieser Zahl liegen. Je kleiner sie ist, desto mehr Versuche braucht es.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage, Vorlagen</translation>
    </message>
    <message>
        <source>The block that a miner is working on: which payments go into it, and what they pay.</source>
        <translation>Der Block, an dem ein Miner arbeitet: welche Zahlungen hineinkommen und was sie zahlen.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>token, tokens</source>
        <translation>Token, Tokens</translation>
    </message>
    <message>
        <source>A password for one program that uses the API. It can be taken back without changing anything else.</source>
        <translation>Ein Passwort für ein Programm, das die API benutzt. Es lässt sich widerrufen, ohne sonst etwas zu ändern.</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>transaction, transactions, payment, payments</source>
        <translation>Transaktion, Transaktionen, Zahlung, Zahlungen</translation>
    </message>
    <message>
        <source>It spends coins and makes new ones. Signed, it is sent to all nodes and waits for a block.</source>
        <translation>Sie gibt Münzen aus und erzeugt neue. Unterschrieben wird sie an alle Knoten gesendet und wartet auf einen Block.</translation>
    </message>
    <message>
        <source>Virtual byte</source>
        <translation>Virtuelles Byte</translation>
    </message>
    <message>
        <source>virtual byte, virtual bytes, vB, vsize</source>
        <translation>virtuelles Byte, virtuellem Byte, virtuelle Bytes, virtuellen Bytes, vB, vsize</translation>
    </message>
    <message>
        <source>The size of a transaction as fees count it: signatures count for a quarter.</source>
        <translation>Die Größe einer Transaktion, wie Gebühren sie zählen: Unterschriften zählen nur ein Viertel.</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>wallet, wallets</source>
        <translation>Wallet, Wallets</translation>
    </message>
    <message>
        <source>The file with your keys, and the list of what they got and spent. The coins themselves are in the chain.</source>
        <translation>Die Datei mit deinen Schlüsseln und der Liste dessen, was sie bekamen und ausgaben. Die Münzen selbst liegen in der Kette.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht, Gewichts</translation>
    </message>
    <message>
        <source>The size of a transaction or a block times four, with signatures counted once. A block has a limit of it.</source>
        <translation>Die Größe einer Transaktion oder eines Blocks mal vier, wobei Unterschriften nur einfach zählen. Für einen Block ist es begrenzt.</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>witness</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>The part of a transaction with the signatures. It is not part of the transaction&apos;s id.</source>
        <translation>Der Teil einer Transaktion mit den Unterschriften. Er gehört nicht zur Kennung der Transaktion.</translation>
    </message>
</context>
<context>
    <name>gui::HashLabel</name>
    <message>
        <source>Press Ctrl+C or click to copy</source>
        <translation>Strg+C oder ein Klick kopiert</translation>
    </message>
</context>
<context>
    <name>gui::Header</name>
    <message>
        <source>Header</source>
        <translation>Kopfleiste</translation>
    </message>
    <message>
        <source>Height, hash, transaction, address, label, setting …</source>
        <translation>Höhe, Hash, Transaktion, Adresse, Notiz, Einstellung …</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Hide amounts (Ctrl+Shift+H)</source>
        <translation>Beträge verbergen (Strg+Umschalt+H)</translation>
    </message>
    <message>
        <source>Lock the wallet (Ctrl+L)</source>
        <translation>Wallet sperren (Strg+L)</translation>
    </message>
    <message>
        <source>Mining</source>
        <translation>Mining</translation>
    </message>
    <message>
        <source>Mining (Ctrl+M)</source>
        <translation>Mining (Strg+M)</translation>
    </message>
    <message>
        <source>not mining</source>
        <translation>kein Mining</translation>
    </message>
    <message>
        <source>Unlock the wallet (Ctrl+L)</source>
        <translation>Wallet entsperren (Strg+L)</translation>
    </message>
    <message>
        <source>Show amounts (Ctrl+Shift+H)</source>
        <translation>Beträge zeigen (Strg+Umschalt+H)</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>gui::HeaderBytes</name>
    <message>
        <source>The header that is hashed</source>
        <translation>Der Kopf, der gehasht wird</translation>
    </message>
    <message>
        <source>Nothing is being worked on.</source>
        <translation>Gerade wird an nichts gearbeitet.</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>Vorgänger</translation>
    </message>
    <message>
        <source>merkle</source>
        <translation>Merkle</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>nonce</source>
        <translation>Nonce</translation>
    </message>
    <message>
        <source>The miner counts the nonce through, then moves the time and the coinbase, which changes the Merkle root.</source>
        <translation>Der Miner zählt die Nonce durch und verändert dann die Zeit und die Coinbase, was die Merkle-Wurzel ändert.</translation>
    </message>
    <message>
        <source>Bytes, as they are hashed</source>
        <translation>Bytes, wie sie gehasht werden</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>What changes it</source>
        <translation>Was es ändert</translation>
    </message>
    <message>
        <source>the rules</source>
        <translation>die Regeln</translation>
    </message>
    <message>
        <source>every new block</source>
        <translation>jeder neue Block</translation>
    </message>
    <message>
        <source>other payments, and a number in the reward</source>
        <translation>andere Zahlungen und eine Zahl in der Belohnung</translation>
    </message>
    <message>
        <source>the clock</source>
        <translation>die Uhr</translation>
    </message>
    <message>
        <source>the difficulty</source>
        <translation>die Schwierigkeit</translation>
    </message>
    <message>
        <source>every try</source>
        <translation>jeder Versuch</translation>
    </message>
</context>
<context>
    <name>gui::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>Ein Wort finden</translation>
    </message>
    <message>
        <source>Point at a word anywhere in the window, or go to it with Tab, and press &lt;b&gt;F1&lt;/b&gt;.</source>
        <translation>Zeige irgendwo im Fenster auf ein Wort oder gehe mit Tab dorthin, und drücke &lt;b&gt;F1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>This word is not explained here.</source>
        <translation>Dieses Wort wird hier nicht erklärt.</translation>
    </message>
    <message>
        <source>Show all words</source>
        <translation>Alle Wörter zeigen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Explain the word under the mouse or the focus</source>
        <translation>Das Wort unter der Maus oder mit dem Fokus erklären</translation>
    </message>
    <message>
        <source>Copy the cell of a list</source>
        <translation>Die Zelle einer Liste kopieren</translation>
    </message>
</context>
<context>
    <name>gui::HomePage</name>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Balance, last hour</source>
        <translation>Guthaben, letzte Stunde</translation>
    </message>
    <message>
        <source>Balance, last day</source>
        <translation>Guthaben, letzter Tag</translation>
    </message>
    <message>
        <source>Balance, last 7 days</source>
        <translation>Guthaben, letzte 7 Tage</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Balance over time</source>
        <translation>Guthaben im Lauf der Zeit</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>My last payments</source>
        <translation>Meine letzten Zahlungen</translation>
    </message>
    <message>
        <source>all activity →</source>
        <translation>alle Vorgänge →</translation>
    </message>
    <message>
        <source>Payments appear here. Coins come from mining, or from someone who pays you.</source>
        <translation>Hier erscheinen Zahlungen. Münzen kommen vom Mining oder von jemandem, der dich bezahlt.</translation>
    </message>
    <message>
        <source>Show my address</source>
        <translation>Meine Adresse zeigen</translation>
    </message>
</context>
<context>
    <name>gui::HowHardCard</name>
    <message>
        <source>How hard</source>
        <translation>Wie schwer</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Ganzes Netzwerk</translation>
    </message>
    <message>
        <source>Your share</source>
        <translation>Dein Anteil</translation>
    </message>
    <message>
        <source>The difficulty of this network never changes.</source>
        <translation>Die Schwierigkeit dieses Netzwerks ändert sich nie.</translation>
    </message>
    <message>
        <source>Next adjustment with the next block.</source>
        <translation>Nächste Anpassung mit dem nächsten Block.</translation>
    </message>
    <message>
        <source>Next adjustment after block %1, %2.</source>
        <translation>Nächste Anpassung nach Block %1, %2.</translation>
    </message>
    <message>
        <source>Blocks took %1 instead of %2</source>
        <translation>Blöcke brauchten %1 statt %2</translation>
    </message>
    <message>
        <source>%1&lt;br&gt;%2: the difficulty stays as it is.</source>
        <translation>%1&lt;br&gt;%2: Die Schwierigkeit bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>%1&lt;br&gt;%2: the difficulty will rise by about &lt;b&gt;%3&lt;/b&gt;.</source>
        <translation>%1&lt;br&gt;%2: Die Schwierigkeit wird um etwa &lt;b&gt;%3&lt;/b&gt; steigen.</translation>
    </message>
    <message>
        <source>%1&lt;br&gt;%2: the difficulty will fall by about &lt;b&gt;%3&lt;/b&gt;.</source>
        <translation>%1&lt;br&gt;%2: Die Schwierigkeit wird um etwa &lt;b&gt;%3&lt;/b&gt; sinken.</translation>
    </message>
</context>
<context>
    <name>gui::ImportDialog</name>
    <message>
        <source>Enter a descriptor, an extended key, a private key or an address.</source>
        <translation>Gib einen Deskriptor, einen erweiterten Schlüssel, einen privaten Schlüssel oder eine Adresse ein.</translation>
    </message>
    <message>
        <source>This looks like a private key, but no key has this number.</source>
        <translation>Das sieht wie ein privater Schlüssel aus, aber kein Schlüssel hat diese Zahl.</translation>
    </message>
    <message>
        <source>This is a key of another network. Nothing was changed.</source>
        <translation>Das ist ein Schlüssel eines anderen Netzes. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This descriptor cannot be read: a bracket, a key or its checksum is wrong.</source>
        <translation>Dieser Deskriptor lässt sich nicht lesen: Eine Klammer, ein Schlüssel oder seine Prüfsumme stimmt nicht.</translation>
    </message>
    <message>
        <source>This is no descriptor, no key and no address of this network. Check that you have copied all of it.</source>
        <translation>Das ist kein Deskriptor, kein Schlüssel und keine Adresse dieses Netzes. Prüfe, ob du alles kopiert hast.</translation>
    </message>
    <message>
        <source>This wallet takes only what it can sign for. Watch it in a wallet that only watches.</source>
        <translation>Diese Wallet nimmt nur, wofür sie unterschreiben kann. Beobachte es in einer Wallet, die nur beobachtet.</translation>
    </message>
    <message>
        <source>This wallet only watches and takes no private keys. Open another one for them.</source>
        <translation>Diese Wallet beobachtet nur und nimmt keine privaten Schlüssel. Öffne dafür eine andere.</translation>
    </message>
    <message>
        <source>Its addresses can be made with its private key only. Bring in the key of the account instead.</source>
        <translation>Seine Adressen lassen sich nur mit seinem privaten Schlüssel bilden. Füge stattdessen den Schlüssel des Kontos hinzu.</translation>
    </message>
    <message>
        <source>It makes no addresses one after the other, so it cannot be given away from.</source>
        <translation>Er bildet keine Adressen nacheinander, also lassen sich daraus keine herausgeben.</translation>
    </message>
    <message>
        <source>One address, to be watched: what comes to it is shown, nothing can be spent.</source>
        <translation>Eine Adresse zum Beobachten: Was auf sie kommt, wird gezeigt; ausgeben lässt sich nichts.</translation>
    </message>
    <message>
        <source>A private key: what it holds can be spent from this wallet. The words of the wallet do not bring it back; make a copy of the wallet file.</source>
        <translation>Ein privater Schlüssel: Was er hält, lässt sich aus dieser Wallet ausgeben. Die Wörter der Wallet bringen ihn nicht zurück; mache eine Kopie ihrer Datei.</translation>
    </message>
    <message>
        <source>The private key of an account, with all its addresses.</source>
        <translation>Der private Schlüssel eines Kontos mit allen seinen Adressen.</translation>
    </message>
    <message>
        <source>The public key of an account: all its addresses are watched, nothing can be spent.</source>
        <translation>Der öffentliche Schlüssel eines Kontos: Alle seine Adressen werden beobachtet, ausgeben lässt sich nichts.</translation>
    </message>
    <message>
        <source>A descriptor with private keys.</source>
        <translation>Ein Deskriptor mit privaten Schlüsseln.</translation>
    </message>
    <message>
        <source>A descriptor without private keys: it is watched.</source>
        <translation>Ein Deskriptor ohne private Schlüssel: Er wird beobachtet.</translation>
    </message>
    <message>
        <source>Add keys, or watch</source>
        <translation>Schlüssel hinzufügen oder beobachten</translation>
    </message>
    <message>
        <source>A descriptor, the key of an account (xpub, xprv), a private key or an address.</source>
        <translation>Ein Deskriptor, der Schlüssel eines Kontos (xpub, xprv), ein privater Schlüssel oder eine Adresse.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>Every kind that it may have</source>
        <translation>Jede Art, die er haben kann</translation>
    </message>
    <message>
        <source>&amp;Kind of its addresses</source>
        <translation>&amp;Art seiner Adressen</translation>
    </message>
    <message>
        <source>Look for its payments in the whole chain</source>
        <translation>Seine Zahlungen in der ganzen Kette suchen</translation>
    </message>
    <message>
        <source>It is new: only from now on</source>
        <translation>Es ist neu: nur ab jetzt</translation>
    </message>
    <message>
        <source>&amp;Name of the new wallet that watches it</source>
        <translation>&amp;Name der neuen Wallet, die es beobachtet</translation>
    </message>
    <message>
        <source>&amp;Label, may be empty</source>
        <translation>&amp;Bezeichnung, darf leer sein</translation>
    </message>
    <message>
        <source>&amp;Past</source>
        <translation>&amp;Vergangenheit</translation>
    </message>
    <message>
        <source>No wallet is open. Create one first.</source>
        <translation>Keine Wallet ist offen. Lege zuerst eine an.</translation>
    </message>
    <message>
        <source>Give the wallet a name.</source>
        <translation>Gib der Wallet einen Namen.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Looking through the chain…</source>
        <translation>Die Kette wird durchsucht…</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt…</translation>
    </message>
    <message>
        <source>The wallet is locked. Unlock it first.</source>
        <translation>Die Wallet ist gesperrt. Entsperre sie zuerst.</translation>
    </message>
    <message>
        <source>It was not kept: the wallet file cannot be written.</source>
        <translation>Es wurde nicht behalten: Die Datei der Wallet lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Added. Others have to sign too before anything of it can be spent.</source>
        <translation>Hinzugefügt. Auch andere müssen unterschreiben, bevor sich etwas davon ausgeben lässt.</translation>
    </message>
    <message>
        <source>Added. What has come to it is in the activity.</source>
        <translation>Hinzugefügt. Was dorthin kam, steht im Verlauf.</translation>
    </message>
</context>
<context>
    <name>gui::IntervalCells</name>
    <message>
        <source>Difficulty interval</source>
        <translation>Abschnitt gleicher Schwierigkeit</translation>
    </message>
    <message>
        <source>Blocks done</source>
        <translation>Fertige Blöcke</translation>
    </message>
    <message>
        <source>Blocks in the interval</source>
        <translation>Blöcke im Abschnitt</translation>
    </message>
    <message>
        <source>%1 of %2 blocks</source>
        <translation>%1 von %2 Blöcken</translation>
    </message>
</context>
<context>
    <name>gui::InviteCard</name>
    <message>
        <source>The network card</source>
        <translation>Die Netzkarte</translation>
    </message>
    <message>
        <source>drag me anywhere</source>
        <translation>zieh mich irgendwohin</translation>
    </message>
    <message>
        <source>QR code of the link to %1</source>
        <translation>QR-Code des Links zu %1</translation>
    </message>
</context>
<context>
    <name>gui::InviteDialog</name>
    <message>
        <source>Save as file</source>
        <translation>Als Datei speichern</translation>
    </message>
    <message>
        <source>Save the network card</source>
        <translation>Die Netzkarte speichern</translation>
    </message>
    <message>
        <source>Network card (*.cairn)</source>
        <translation>Netzkarte (*.cairn)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>Invite to %1</source>
        <translation>In %1 einladen</translation>
    </message>
    <message>
        <source>Whoever has this card can join. It holds the rules and where to find you, nothing of your wallet.</source>
        <translation>Wer diese Karte hat, kann beitreten. Sie enthält die Regeln und wo du zu finden bist, nichts von deiner Wallet.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Link</translation>
    </message>
    <message>
        <source>How others know it is yours</source>
        <translation>Woran andere erkennen, dass es deines ist</translation>
    </message>
    <message>
        <source>“Start Cairn, choose &lt;b&gt;Join a network&lt;/b&gt;, and paste the link. Check that it shows &lt;b&gt;%1&lt;/b&gt; in %2 and says &lt;b&gt;%3&lt;/b&gt;.”</source>
        <translation>„Starte Cairn, wähle &lt;b&gt;Einem Netzwerk beitreten&lt;/b&gt; und füge den Link ein. Prüfe, dass &lt;b&gt;%1&lt;/b&gt; in der Farbe %2 erscheint und &lt;b&gt;%3&lt;/b&gt; dasteht.“</translation>
    </message>
    <message>
        <source>Copy what to say, with the link</source>
        <translation>Den Text zum Weitersagen kopieren, mit dem Link</translation>
    </message>
    <message>
        <source>What to say to them</source>
        <translation>Was du ihnen sagst</translation>
    </message>
    <message>
        <source>Every copy of this program knows &lt;b&gt;regtest&lt;/b&gt;: it needs no card. Start the other one with &lt;b&gt;--network regtest&lt;/b&gt; and add this computer&apos;s address there, under Network.</source>
        <translation>Jede Kopie dieses Programms kennt &lt;b&gt;regtest&lt;/b&gt;: Es braucht keine Karte. Starte die andere mit &lt;b&gt;--network regtest&lt;/b&gt; und füge dort unter Netzwerk die Adresse dieses Computers hinzu.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ends when you switch it off, close Cairn or choose another network; it is as you left it when you come back.</source>
        <translation>Endet, wenn du es ausschaltest, Cairn schließt oder ein anderes Netzwerk wählst; wenn du zurückkommst, ist es so, wie du es verlassen hast.</translation>
    </message>
    <message>
        <source>The card can be given away already. Others find you once the switch is on.</source>
        <translation>Die Karte kannst du jetzt schon weitergeben. Andere finden dich, sobald der Schalter an ist.</translation>
    </message>
    <message>
        <source>The picture is copied.</source>
        <translation>Das Bild ist kopiert.</translation>
    </message>
    <message>
        <source>Save the picture of the QR code</source>
        <translation>Das Bild des QR-Codes speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
</context>
<context>
    <name>gui::Invoice</name>
    <message>
        <source>Nothing has come yet.</source>
        <translation>Noch ist nichts gekommen.</translation>
    </message>
    <message>
        <source>Nothing has come yet. There is time until %1.</source>
        <translation>Noch ist nichts gekommen. Zeit ist bis %1.</translation>
    </message>
    <message>
        <source>Nothing came until %1. The address stays yours: what comes later still counts.</source>
        <translation>Bis %1 kam nichts. Die Adresse bleibt deine: Was später kommt, zählt noch.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>open, %1 left</source>
        <translation>offen, noch %1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1 fehlen</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>paid, %1 too much</source>
        <translation>bezahlt, %1 zu viel</translation>
    </message>
    <message>
        <source>%1 came, %2 is missing. The code asks for the rest.</source>
        <translation>%1 kamen, %2 fehlen. Der Code bittet um den Rest.</translation>
    </message>
    <message>
        <source>%1 is on its way. It is paid as soon as a block has it.</source>
        <translation>%1 sind unterwegs. Bezahlt ist es, sobald ein Block es hat.</translation>
    </message>
    <message>
        <source>%1 came. It is paid.</source>
        <translation>%1 kamen. Es ist bezahlt.</translation>
    </message>
    <message>
        <source>That is %1 more than was asked for.</source>
        <translation>Das sind %1 mehr als erbeten.</translation>
    </message>
</context>
<context>
    <name>gui::InvoiceListModel</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>add a label</source>
        <translation>Bezeichnung hinzufügen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Erbeten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>gui::JoinCoins</name>
    <message>
        <source>There are not two coins that can pay now, so there is nothing to join.</source>
        <translation>Es gibt keine zwei Münzen, die jetzt zahlen können, also ist nichts zusammenzulegen.</translation>
    </message>
    <message>
        <source>No address could be made: the wallet file cannot be written.</source>
        <translation>Es konnte keine Adresse angelegt werden: Die Wallet-Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Coins joined</source>
        <translation>Münzen zusammengelegt</translation>
    </message>
    <message>
        <source>The coins are on their way to become one.</source>
        <translation>Die Münzen sind unterwegs und werden eine.</translation>
    </message>
</context>
<context>
    <name>gui::JoinPanel</name>
    <message>
        <source>Join a network</source>
        <translation>Einem Netzwerk beitreten</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Open a network card</source>
        <translation>Eine Netzkarte öffnen</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>%1 beitreten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>&amp;Link, or the text of a card</source>
        <translation>&amp;Link oder Text einer Karte</translation>
    </message>
    <message>
        <source>Both computers must be on the same Wi-Fi or cable network, and the other one must let others reach it.</source>
        <translation>Beide Computer müssen im selben WLAN oder Kabelnetz sein, und der andere muss für andere erreichbar sein.</translation>
    </message>
    <message>
        <source>Or drop it here</source>
        <translation>Oder lege sie hier ab</translation>
    </message>
    <message>
        <source>The card as a file, or a picture of its QR code</source>
        <translation>Die Karte als Datei oder ein Bild ihres QR-Codes</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>The network of the link or card appears here, with its rules. Nothing is joined before you say so.</source>
        <translation>Hier erscheint das Netzwerk des Links oder der Karte mit seinen Regeln. Du trittst erst bei, wenn du es sagst.</translation>
    </message>
    <message>
        <source>Nothing was copied that could be a link, a card or a picture.</source>
        <translation>Es wurde nichts kopiert, das ein Link, eine Karte oder ein Bild sein könnte.</translation>
    </message>
    <message>
        <source>These words and this colour must be what the other person sees: &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Diese Wörter und diese Farbe muss auch die andere Person sehen: &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>You are in this network already.</source>
        <translation>Du bist schon in diesem Netzwerk.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Another network named &lt;b&gt;%1&lt;/b&gt; is on this computer. This one will be called &lt;b&gt;%2&lt;/b&gt; here.</source>
        <translation>Auf diesem Computer gibt es ein anderes Netzwerk namens &lt;b&gt;%1&lt;/b&gt;. Dieses wird hier &lt;b&gt;%2&lt;/b&gt; heißen.</translation>
    </message>
    <message>
        <source>Choose one near you, or use the link or the card that somebody gave you. You see its rules before you join.</source>
        <translation>Wähle eines in der Nähe, oder nimm den Link oder die Karte, die dir jemand gegeben hat. Du siehst die Regeln, bevor du beitrittst.</translation>
    </message>
    <message>
        <source>Your wallets on other networks stay as they are. Until you join, nobody learns more than that a computer looked.</source>
        <translation>Deine Wallets in anderen Netzwerken bleiben, wie sie sind. Bis du beitrittst, erfährt niemand mehr, als dass ein Computer nachgesehen hat.</translation>
    </message>
</context>
<context>
    <name>gui::LabelFiles</name>
    <message>
        <source>Save notes and labels</source>
        <translation>Notizen und Bezeichnungen sichern</translation>
    </message>
    <message>
        <source>Take over notes and labels</source>
        <translation>Notizen und Bezeichnungen übernehmen</translation>
    </message>
    <message>
        <source>Labels (*.jsonl);;All files (*)</source>
        <translation>Bezeichnungen (*.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) and label(s) were taken over.</source>
        <translation>
            <numerusform>%n Notiz oder Bezeichnung wurde übernommen.</numerusform>
            <numerusform>%n Notizen und Bezeichnungen wurden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>%n Zeile ließ sich nicht lesen.</numerusform>
            <numerusform>%n Zeilen ließen sich nicht lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be read, or is too long.</source>
        <translation>%1 lässt sich nicht lesen oder ist zu lang.</translation>
    </message>
    <message>
        <source>Nothing was taken over: the wallet file cannot be written.</source>
        <translation>Nichts wurde übernommen: Die Wallet-Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 ließ sich nicht schreiben. Wähle einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>gui::Languages</name>
    <message>
        <source>English</source>
        <translation>Deutsch</translation>
    </message>
</context>
<context>
    <name>gui::LimitsCard</name>
    <message>
        <source>Threads that mine</source>
        <translation>Threads, die minen</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Share of its time that each thread mines</source>
        <translation>Anteil seiner Zeit, den jeder Thread mint</translation>
    </message>
    <message>
        <source>Each at</source>
        <translation>Jeder mit</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Im Akkubetrieb</translation>
    </message>
    <message>
        <source>mine on</source>
        <translation>weiter minen</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>pausieren</translation>
    </message>
    <message>
        <source>Where the system tells that it runs on its battery.</source>
        <translation>Wo das System meldet, dass es mit Akku läuft.</translation>
    </message>
    <message>
        <source>While you use Cairn</source>
        <translation>Während du Cairn benutzt</translation>
    </message>
    <message>
        <source>Cairn notices keys and mouse in its own window, not in other programs.</source>
        <translation>Cairn bemerkt Tasten und Maus im eigenen Fenster, nicht in anderen Programmen.</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>pause %1 min</source>
        <translation>Pause: %1 min</translation>
    </message>
</context>
<context>
    <name>gui::ListEdit</name>
    <message>
        <source>One more</source>
        <translation>Noch ein Eintrag</translation>
    </message>
    <message>
        <source>Add it to the list</source>
        <translation>Zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Take %1 out of the list</source>
        <translation>%1 aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>gui::LuckBar</name>
    <message>
        <source>Luck</source>
        <translation>Glück</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>%1 found, %2 expected</source>
        <translation>%1 gefunden, %2 erwartet</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>The unit of amounts on this network</source>
        <translation>Die Einheit der Beträge in diesem Netzwerk</translation>
    </message>
    <message>
        <source>Cairn — %1 (%2)</source>
        <translation>Cairn — %1 (%2)</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nichts wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) waiting</source>
        <translation>
            <numerusform>%n Zahlung wartet</numerusform>
            <numerusform>%n Zahlungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of payments wait for a block</source>
        <translation>Zahlungen von %1 warten auf einen Block</translation>
    </message>
    <message>
        <source>API off</source>
        <translation>API aus</translation>
    </message>
    <message>
        <source>API on %1</source>
        <translation>API an %1</translation>
    </message>
    <message>
        <source>Where programs on this computer reach the node</source>
        <translation>Wo Programme auf diesem Computer den Knoten erreichen</translation>
    </message>
    <message>
        <source>No block yet</source>
        <translation>Noch kein Block</translation>
    </message>
    <message>
        <source>Last block %1 by you</source>
        <translation>Letzter Block %1 von dir</translation>
    </message>
    <message>
        <source>Last block %1</source>
        <translation>Letzter Block %1</translation>
    </message>
    <message>
        <source>A block is being mined already.</source>
        <translation>Ein Block wird bereits gemint.</translation>
    </message>
    <message>
        <source>Mining one block…</source>
        <translation>Ein Block wird gemint…</translation>
    </message>
    <message>
        <source>Block %1 is yours.</source>
        <translation>Block %1 gehört dir.</translation>
    </message>
    <message>
        <source>No wallet is open.</source>
        <translation>Keine Wallet ist offen.</translation>
    </message>
    <message>
        <source>This wallet has no passphrase, so it cannot be locked.</source>
        <translation>Diese Wallet hat keine Passphrase, deshalb kann sie nicht gesperrt werden.</translation>
    </message>
    <message>
        <source>The wallet is locked.</source>
        <translation>Die Wallet ist gesperrt.</translation>
    </message>
    <message>
        <source>Network and its rules</source>
        <translation>Netzwerk und seine Regeln</translation>
    </message>
    <message>
        <source>Copy the three words</source>
        <translation>Die drei Wörter kopieren</translation>
    </message>
    <message>
        <source>The three words are copied.</source>
        <translation>Die drei Wörter sind kopiert.</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Join a network…</source>
        <translation>Einem Netzwerk beitreten…</translation>
    </message>
    <message>
        <source>Create a network…</source>
        <translation>Ein Netzwerk anlegen…</translation>
    </message>
    <message>
        <source>Create a wallet…</source>
        <translation>Eine Wallet anlegen…</translation>
    </message>
    <message>
        <source>Restore a wallet…</source>
        <translation>Eine Wallet wiederherstellen…</translation>
    </message>
    <message>
        <source>Go to a block</source>
        <translation>Zu einem Block gehen</translation>
    </message>
    <message>
        <source>The newest one is block %1.</source>
        <translation>Der neueste ist Block %1.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>There is no such block: heights go from 0 to %1.</source>
        <translation>Diesen Block gibt es nicht: Höhen gehen von 0 bis %1.</translation>
    </message>
    <message>
        <source>Send a payment</source>
        <translation>Eine Zahlung senden</translation>
    </message>
    <message>
        <source>Receive: show an address</source>
        <translation>Empfangen: eine Adresse zeigen</translation>
    </message>
    <message>
        <source>Switch mining on or off</source>
        <translation>Das Mining ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Mine one block</source>
        <translation>Einen Block minen</translation>
    </message>
    <message>
        <source>Lock or unlock the wallet</source>
        <translation>Die Wallet sperren oder entsperren</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Die Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Go to a block by its height</source>
        <translation>Zu einem Block nach seiner Höhe gehen</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Vollbild und zurück</translation>
    </message>
    <message>
        <source>Invite somebody…</source>
        <translation>Jemanden einladen…</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1 (offen)</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>&lt;bad&gt;The disk failed while the wallet was being written.&lt;/bad&gt; What you did last may be kept or not. Start Cairn again and look before you do it once more.</source>
        <translation>&lt;bad&gt;Die Festplatte hat versagt, während die Wallet geschrieben wurde.&lt;/bad&gt; Was du zuletzt getan hast, ist vielleicht erhalten, vielleicht nicht. Starte Cairn neu und sieh nach, bevor du es noch einmal tust.</translation>
    </message>
    <message>
        <source>&lt;bad&gt;The disk failed, so Cairn stopped taking blocks.&lt;/bad&gt; %1 Nothing accepted before was lost, and your keys are safe.</source>
        <translation>&lt;bad&gt;Die Festplatte hat versagt, deshalb nimmt Cairn keine Blöcke mehr an.&lt;/bad&gt; %1 Nichts, was vorher angenommen war, ist verloren, und deine Schlüssel sind sicher.</translation>
    </message>
</context>
<context>
    <name>gui::MapView</name>
    <message>
        <source>On our tip</source>
        <translation>Auf unserer Spitze</translation>
    </message>
    <message>
        <source>Ahead of us</source>
        <translation>Vor uns</translation>
    </message>
    <message>
        <source>Behind us</source>
        <translation>Hinter uns</translation>
    </message>
    <message>
        <source>On another branch</source>
        <translation>Auf einem anderen Zweig</translation>
    </message>
    <message>
        <source>On a branch held back</source>
        <translation>Auf einem zurückgehaltenen Zweig</translation>
    </message>
    <message>
        <source>Tip not known</source>
        <translation>Spitze nicht bekannt</translation>
    </message>
    <message>
        <source>Who is on which tip</source>
        <translation>Wer auf welcher Spitze ist</translation>
    </message>
    <message>
        <source>arrows: who dialled whom</source>
        <translation>Pfeile: wer wen angewählt hat</translation>
    </message>
    <message>
        <source>Only you are here. Whoever joins this network appears around you, with the height of their chain.</source>
        <translation>Nur du bist hier. Wer diesem Netzwerk beitritt, erscheint um dich herum, mit der Höhe seiner Kette.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Jemanden einladen</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Spitzen</translation>
    </message>
    <message>
        <source>Only those that this node is connected with are known; the others talk among themselves.</source>
        <translation>Bekannt sind nur die, mit denen dieser Knoten verbunden ist; die anderen reden untereinander.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weitere</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MessageDialog</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>A signature shows that a text is from the owner of an address.</source>
        <translation>Eine Unterschrift zeigt, dass ein Text vom Besitzer einer Adresse ist.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>As new programs read it (BIP 322)</source>
        <translation>Wie neue Programme sie lesen (BIP 322)</translation>
    </message>
    <message>
        <source>As old programs read it (BIP 137)</source>
        <translation>Wie alte Programme sie lesen (BIP 137)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>&amp;Unterschrift</translation>
    </message>
    <message>
        <source>Comes when you have signed</source>
        <translation>Kommt, wenn du unterschrieben hast</translation>
    </message>
    <message>
        <source>What you were sent</source>
        <translation>Was man dir geschickt hat</translation>
    </message>
    <message>
        <source>The message is too long. Shorten it.</source>
        <translation>Die Nachricht ist zu lang. Kürze sie.</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Wird unterschrieben…</translation>
    </message>
    <message>
        <source>No wallet is open.</source>
        <translation>Keine Wallet ist offen.</translation>
    </message>
    <message>
        <source>Signed. Hand on all three: the address, the message and the signature.</source>
        <translation>Unterschrieben. Gib alle drei weiter: die Adresse, die Nachricht und die Unterschrift.</translation>
    </message>
    <message>
        <source>This address cannot sign in this form: choose the other one, or bring its keys in.</source>
        <translation>Diese Adresse kann in dieser Form nicht unterschreiben: Wähle die andere oder füge ihre Schlüssel hinzu.</translation>
    </message>
    <message>
        <source>The wallet is locked. Unlock it first.</source>
        <translation>Die Wallet ist gesperrt. Entsperre sie zuerst.</translation>
    </message>
    <message>
        <source>This address is not one of this wallet, so it cannot sign for it.</source>
        <translation>Diese Adresse gehört nicht zu dieser Wallet, also kann sie nicht für sie unterschreiben.</translation>
    </message>
    <message>
        <source>Paste the signature that you were sent.</source>
        <translation>Füge die Unterschrift ein, die man dir geschickt hat.</translation>
    </message>
    <message>
        <source>This is too long to be a signature.</source>
        <translation>Das ist zu lang für eine Unterschrift.</translation>
    </message>
    <message>
        <source>The owner of this address has signed this message, word for word.</source>
        <translation>Der Besitzer dieser Adresse hat diese Nachricht unterschrieben, Wort für Wort.</translation>
    </message>
    <message>
        <source>The signature does not fit this address and this message. One of the three is not what was signed: a space or a line more is enough.</source>
        <translation>Die Unterschrift passt nicht zu dieser Adresse und dieser Nachricht. Eines der drei ist nicht, was unterschrieben wurde: Ein Leerzeichen oder eine Zeile mehr genügt.</translation>
    </message>
    <message>
        <source>It is signed by rules that this version does not know, so it cannot tell.</source>
        <translation>Sie ist nach Regeln unterschrieben, die diese Version nicht kennt, also kann sie es nicht sagen.</translation>
    </message>
    <message>
        <source>This is no signature. It is a line of letters, digits, + and /; copy all of it.</source>
        <translation>Das ist keine Unterschrift. Sie ist eine Zeile aus Buchstaben, Ziffern, + und /; kopiere sie ganz.</translation>
    </message>
</context>
<context>
    <name>gui::MessageSequence</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>What was said on this link</source>
        <translation>Was auf dieser Verbindung gesagt wurde</translation>
    </message>
    <message>
        <source>you</source>
        <translation>du</translation>
    </message>
    <message>
        <source>Held back, waits for you.</source>
        <translation>Zurückgehalten, wartet auf dich.</translation>
    </message>
    <message>
        <source>Cairn holds its branch back and waits for you.</source>
        <translation>Cairn hält ihren Zweig zurück und wartet auf dich.</translation>
    </message>
    <message>
        <source>You said %1 at %2, %3.</source>
        <translation>Du sagtest %1 um %2, %3.</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>Noch wurde nichts gesagt.</translation>
    </message>
    <message>
        <source>held back, waits for you</source>
        <translation>zurückgehalten, wartet auf dich</translation>
    </message>
    <message>
        <source>%1 said %2 at %3, %4.</source>
        <translation>%1 sagte %2 um %3, %4.</translation>
    </message>
</context>
<context>
    <name>gui::MessageWords</name>
    <message>
        <source>Who one is, and how high one&apos;s chain.</source>
        <translation>Wer man ist, und wie hoch die eigene Kette.</translation>
    </message>
    <message>
        <source>Agreed: the link is open.</source>
        <translation>Einverstanden: Die Verbindung steht.</translation>
    </message>
    <message>
        <source>Tell me of new blocks by their headers.</source>
        <translation>Nenne mir neue Blöcke durch ihre Köpfe.</translation>
    </message>
    <message>
        <source>Name transactions by their ids with signatures.</source>
        <translation>Nenne Transaktionen mit ihren Nummern samt Unterschriften.</translation>
    </message>
    <message>
        <source>Addresses of every kind are welcome.</source>
        <translation>Adressen jeder Art sind willkommen.</translation>
    </message>
    <message>
        <source>Blocks may come as a list of short ids.</source>
        <translation>Blöcke dürfen als Liste kurzer Nummern kommen.</translation>
    </message>
    <message>
        <source>Are you there?</source>
        <translation>Bist du da?</translation>
    </message>
    <message>
        <source>I am here.</source>
        <translation>Ich bin da.</translation>
    </message>
    <message>
        <source>Which other nodes do you know?</source>
        <translation>Welche anderen Knoten kennst du?</translation>
    </message>
    <message>
        <source>Addresses of other nodes.</source>
        <translation>Adressen anderer Knoten.</translation>
    </message>
    <message>
        <source>Which blocks come after these?</source>
        <translation>Welche Blöcke kommen nach diesen?</translation>
    </message>
    <message>
        <source>Headers of blocks, in order.</source>
        <translation>Köpfe von Blöcken, der Reihe nach.</translation>
    </message>
    <message>
        <source>Ids of blocks or transactions that one has.</source>
        <translation>Nummern von Blöcken oder Transaktionen, die man hat.</translation>
    </message>
    <message>
        <source>Give me these blocks or transactions.</source>
        <translation>Gib mir diese Blöcke oder Transaktionen.</translation>
    </message>
    <message>
        <source>What you asked for is not here.</source>
        <translation>Was du wolltest, ist nicht hier.</translation>
    </message>
    <message>
        <source>A whole block.</source>
        <translation>Ein ganzer Block.</translation>
    </message>
    <message>
        <source>A transaction.</source>
        <translation>Eine Transaktion.</translation>
    </message>
    <message>
        <source>Which transactions wait at your place?</source>
        <translation>Welche Transaktionen warten bei dir?</translation>
    </message>
    <message>
        <source>Spare me transactions with lower fees.</source>
        <translation>Verschone mich mit Transaktionen niedrigerer Gebühr.</translation>
    </message>
    <message>
        <source>A block, most of it as short ids.</source>
        <translation>Ein Block, das meiste als kurze Nummern.</translation>
    </message>
    <message>
        <source>Transactions of that block that are missing here.</source>
        <translation>Transaktionen dieses Blocks, die hier fehlen.</translation>
    </message>
    <message>
        <source>The missing transactions of a block.</source>
        <translation>Die fehlenden Transaktionen eines Blocks.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Which run of Cairn this is.</source>
        <translation>Welcher Lauf von Cairn das ist.</translation>
    </message>
</context>
<context>
    <name>gui::MiningCard</name>
    <message>
        <source>Mining</source>
        <translation>Mining</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n thread(s)</source>
        <translation>
            <numerusform>%1 auf %n Thread</numerusform>
            <numerusform>%1 auf %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Warming up…</source>
        <translation>Läuft an…</translation>
    </message>
    <message>
        <source>A block about every &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Ein Block etwa alle &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>A block about every &lt;b&gt;%1&lt;/b&gt;; %2 of the network</source>
        <translation>Ein Block etwa alle &lt;b&gt;%1&lt;/b&gt;; %2 des Netzwerks</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Found today &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Heute gefunden: &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Found today &lt;b&gt;%1&lt;/b&gt; · lost to forks %2</source>
        <translation>Heute gefunden: &lt;b&gt;%1&lt;/b&gt; · verwaist: %2</translation>
    </message>
    <message>
        <source>New coins are no longer made here: a block earns the fees of its payments.</source>
        <translation>Hier entstehen keine neuen Münzen mehr: Ein Block bringt die Gebühren seiner Zahlungen ein.</translation>
    </message>
    <message>
        <source>Best so far %1. The next block is worth %2 and its fees.</source>
        <translation>Bisher am besten: %1. Der nächste Block ist %2 und seine Gebühren wert.</translation>
    </message>
    <message>
        <source>Switch it on and this computer makes the next block, worth %1 and its fees.</source>
        <translation>Schalte es ein, dann sucht dieser Computer den nächsten Block, der %1 und seine Gebühren wert ist.</translation>
    </message>
</context>
<context>
    <name>gui::MiningPage</name>
    <message>
        <source>Mining</source>
        <translation>Mining</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>When payments wait</source>
        <translation>Wenn Zahlungen warten</translation>
    </message>
    <message>
        <source>When to mine</source>
        <translation>Wann gemint wird</translation>
    </message>
    <message>
        <source>Mine one block now</source>
        <translation>Jetzt einen Block minen</translation>
    </message>
    <message>
        <source>Ctrl B</source>
        <translation>Strg B</translation>
    </message>
    <message>
        <source>Start mining</source>
        <translation>Mining starten</translation>
    </message>
    <message>
        <source>Blocks found</source>
        <translation>Gefundene Blöcke</translation>
    </message>
    <message>
        <source>Blocks that pay this wallet appear here.</source>
        <translation>Hier erscheinen Blöcke, die dieser Wallet etwas zahlen.</translation>
    </message>
    <message>
        <source>Stop mining</source>
        <translation>Mining anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>%n heute</numerusform>
            <numerusform>%n heute</numerusform>
        </translation>
    </message>
    <message>
        <source>No wallet is open.</source>
        <translation>Keine Wallet ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n lost to a fork</source>
        <translation>
            <numerusform>%n verwaist</numerusform>
            <numerusform>%n verwaist</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the network&apos;s last %2</source>
        <translation>%1 der letzten %2 im Netzwerk</translation>
    </message>
</context>
<context>
    <name>gui::MiningWords</name>
    <message>
        <source>There is no address that rewards could go to: open a wallet or set one.</source>
        <translation>Es gibt keine Adresse, an die Belohnungen gehen könnten: Öffne eine Wallet oder lege eine Adresse fest.</translation>
    </message>
    <message>
        <source>Nothing is waiting; mining starts with the next payment.</source>
        <translation>Nichts wartet; das Mining beginnt mit der nächsten Zahlung.</translation>
    </message>
    <message>
        <source>Paused: blocks are being read from a file.</source>
        <translation>Pause: Blöcke werden aus einer Datei gelesen.</translation>
    </message>
    <message>
        <source>Paused: catching up with the network.</source>
        <translation>Pause: Der Knoten holt das Netzwerk ein.</translation>
    </message>
    <message>
        <source>Paused: on battery.</source>
        <translation>Pause: Akkubetrieb.</translation>
    </message>
    <message>
        <source>Paused: you are using Cairn.</source>
        <translation>Pause: Du benutzt Cairn.</translation>
    </message>
    <message>
        <source>SHA-NI, with the processor&apos;s own SHA instructions</source>
        <translation>SHA-NI, mit den SHA-Befehlen des Prozessors</translation>
    </message>
    <message>
        <source>ARMv8, with the processor&apos;s own SHA instructions</source>
        <translation>ARMv8, mit den SHA-Befehlen des Prozessors</translation>
    </message>
    <message>
        <source>AVX2, eight nonces at a time</source>
        <translation>AVX2, acht Nonces auf einmal</translation>
    </message>
    <message>
        <source>AVX-512, sixteen nonces at a time</source>
        <translation>AVX-512, sechzehn Nonces auf einmal</translation>
    </message>
    <message>
        <source>portable, one nonce at a time</source>
        <translation>portabel, eine Nonce nach der anderen</translation>
    </message>
    <message>
        <source>Paused: blocks came faster than one a second, and the next one&apos;s time has not come yet.</source>
        <translation>Pause: Blöcke kamen schneller als einer je Sekunde, und die Zeit des nächsten ist noch nicht gekommen.</translation>
    </message>
    <message>
        <source>Paused for some seconds: the last block that was found was refused.</source>
        <translation>Einige Sekunden Pause: Der zuletzt gefundene Block wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Paused: the disk takes no more blocks. It goes on by itself when there is space.</source>
        <translation>Pausiert: Die Festplatte nimmt keine Blöcke mehr auf. Es geht von selbst weiter, sobald Platz da ist.</translation>
    </message>
    <message>
        <source>The chain is ahead of this computer&apos;s clock: no block can be added now.</source>
        <translation>Die Chain ist der Uhr dieses Computers voraus: Jetzt lässt sich kein Block anfügen.</translation>
    </message>
    <message>
        <source>The block that was found was refused. The log says why.</source>
        <translation>Der gefundene Block wurde abgelehnt. Das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The disk is full: blocks cannot be stored. Free some space.</source>
        <translation>Die Festplatte ist voll: Blöcke lassen sich nicht speichern. Gib etwas Platz frei.</translation>
    </message>
    <message>
        <source>The block cannot be stored. Look at the disk and start Cairn again.</source>
        <translation>Der Block lässt sich nicht speichern. Prüfe die Festplatte und starte Cairn neu.</translation>
    </message>
    <message>
        <source>Cairn is ending.</source>
        <translation>Cairn wird beendet.</translation>
    </message>
    <message>
        <source>No block yet; mining goes on until one is found.</source>
        <translation>Noch kein Block; das Mining läuft weiter, bis einer gefunden ist.</translation>
    </message>
</context>
<context>
    <name>gui::NearCard</name>
    <message>
        <source>Near you</source>
        <translation>In der Nähe</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>The system does not let Cairn listen in this network.</source>
        <translation>Das System lässt Cairn in diesem Netzwerk nicht zuhören.</translation>
    </message>
    <message>
        <source>Choose one to see its rules.</source>
        <translation>Wähle eines, um seine Regeln zu sehen.</translation>
    </message>
    <message>
        <source>This is regtest, which needs no card: start Cairn with it, and add %1 as a peer.</source>
        <translation>Das ist regtest, das keine Karte braucht: Starte Cairn damit und füge %1 als Gegenstelle hinzu.</translation>
    </message>
    <message>
        <source>Asking for its rules…</source>
        <translation>Die Regeln werden erfragt …</translation>
    </message>
    <message>
        <source>&lt;bad&gt;Nobody there gave a card that belongs to this network.&lt;/bad&gt; It may let nobody in, or a firewall is in the way.</source>
        <translation>&lt;bad&gt;Niemand dort hat eine Karte gegeben, die zu diesem Netzwerk gehört.&lt;/bad&gt; Vielleicht wird niemand hereingelassen, oder eine Firewall ist im Weg.</translation>
    </message>
    <message>
        <source>This is what it says of itself: compare the words with the other computer.</source>
        <translation>Das sagt es von sich selbst: Vergleiche die Wörter mit dem anderen Computer.</translation>
    </message>
    <message>
        <source>Nobody near you tells of a network. On the other computer, Invite lets others reach it and shows the network to those near.</source>
        <translation>Niemand in der Nähe meldet ein Netzwerk. Auf dem anderen Computer macht „Einladen“ ihn erreichbar und zeigt das Netzwerk denen in der Nähe.</translation>
    </message>
</context>
<context>
    <name>gui::NearModel</name>
    <message>
        <source>It is called so by those who tell of it; the words cannot be made up.</source>
        <translation>So nennen es die, die es melden; die Wörter lassen sich nicht erfinden.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Its three words</source>
        <translation>Seine drei Wörter</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Für dich</translation>
    </message>
</context>
<context>
    <name>gui::NearTable</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>Networks near you</source>
        <translation>Netzwerke in der Nähe</translation>
    </message>
</context>
<context>
    <name>gui::NearView</name>
    <message>
        <source>That computer does not answer. It may let nobody in, or a firewall is in the way.</source>
        <translation>Dieser Computer antwortet nicht. Vielleicht lässt er niemanden herein, oder eine Firewall ist im Weg.</translation>
    </message>
    <message>
        <source>What that computer gave is the card of another network than it tells of.</source>
        <translation>Was dieser Computer gegeben hat, ist die Karte eines anderen Netzwerks, als er meldet.</translation>
    </message>
    <message>
        <source>What that computer gave is no network card.</source>
        <translation>Was dieser Computer gegeben hat, ist keine Netzwerkkarte.</translation>
    </message>
    <message>
        <source>Networks near you</source>
        <translation>Netzwerke in der Nähe</translation>
    </message>
    <message>
        <source>Look for networks near you</source>
        <translation>Nach Netzwerken in der Nähe suchen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>The chosen network</source>
        <translation>Das gewählte Netzwerk</translation>
    </message>
    <message>
        <source>This could not be stored; it holds until Cairn ends.</source>
        <translation>Das konnte nicht gespeichert werden; es gilt, bis Cairn endet.</translation>
    </message>
    <message>
        <source>&lt;bad&gt;The system does not let Cairn listen in this network.&lt;/bad&gt;</source>
        <translation>&lt;bad&gt;Das System lässt Cairn in diesem Netzwerk nicht zuhören.&lt;/bad&gt;</translation>
    </message>
    <message>
        <source>Nothing can be heard here. The log says why.</source>
        <translation>Hier ist nichts zu hören. Das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>Off: Cairn neither listens nor tells of this network.</source>
        <translation>Aus: Cairn hört nicht zu und meldet dieses Netzwerk nicht.</translation>
    </message>
    <message>
        <source>Networks in the same Wi-Fi or cable network would be here. Cairn listens for them once you switch this on, and tells them of this network while others can reach it.</source>
        <translation>Hier stünden Netzwerke im selben WLAN oder Kabelnetz. Cairn hört auf sie, sobald du das einschaltest, und meldet ihnen dieses Netzwerk, solange andere es erreichen können.</translation>
    </message>
    <message>
        <source>Look for networks</source>
        <translation>Netzwerke suchen</translation>
    </message>
    <message>
        <source>Computers near you see &lt;b&gt;%1&lt;/b&gt; here, and those in it connect by themselves.</source>
        <translation>Computer in der Nähe sehen &lt;b&gt;%1&lt;/b&gt; hier, und die darin verbinden sich von selbst.</translation>
    </message>
    <message>
        <source>Cairn listens. It tells nobody of this network, for others cannot reach this computer: Invite lets them.</source>
        <translation>Cairn hört zu. Es meldet dieses Netzwerk niemandem, denn andere können diesen Computer nicht erreichen: „Einladen“ lässt sie herein.</translation>
    </message>
    <message>
        <source>Nobody near you tells of a network. On the other computer, this must be switched on too, and others must be able to reach it.</source>
        <translation>Niemand in der Nähe meldet ein Netzwerk. Auf dem anderen Computer muss das auch eingeschaltet sein, und andere müssen ihn erreichen können.</translation>
    </message>
    <message>
        <source>Choose a network in the list.</source>
        <translation>Wähle ein Netzwerk in der Liste.</translation>
    </message>
    <message>
        <source>What you hear here is what others say. Before you join, you see the rules and compare the words.</source>
        <translation>Was hier steht, sagen andere. Bevor du beitrittst, siehst du die Regeln und vergleichst die Wörter.</translation>
    </message>
    <message>
        <source>Its three words</source>
        <translation>Seine drei Wörter</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Gemeldet von</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Für dich</translation>
    </message>
    <message>
        <source>Joining asks that computer for the card, and shows its rules first. Your wallet and chain here stay as they are.</source>
        <translation>Zum Beitreten wird der Computer nach der Karte gefragt, und zuerst siehst du ihre Regeln. Deine Wallet und deine Kette hier bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Join %1…</source>
        <translation>%1 beitreten …</translation>
    </message>
    <message>
        <source>You are in this network already: it can be opened instead of the one that runs now.</source>
        <translation>Du bist schon in diesem Netzwerk: Es lässt sich anstelle dessen öffnen, das jetzt läuft.</translation>
    </message>
    <message>
        <source>Open %1…</source>
        <translation>%1 öffnen …</translation>
    </message>
    <message>
        <source>The network that runs here. Cairn connects by itself within moments; you can also begin now.</source>
        <translation>Das Netzwerk, das hier läuft. Cairn verbindet sich gleich von selbst; du kannst auch jetzt beginnen.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>The network that runs here, and a peer already.</source>
        <translation>Das Netzwerk, das hier läuft, und schon eine Gegenstelle.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Cairn dials it now.</source>
        <translation>Cairn verbindet sich jetzt damit.</translation>
    </message>
    <message>
        <source>This is regtest: start Cairn with it, and add %1 as a peer.</source>
        <translation>Das ist regtest: Starte Cairn damit und füge %1 als Gegenstelle hinzu.</translation>
    </message>
</context>
<context>
    <name>gui::NearWords</name>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>this network</source>
        <translation>dieses Netzwerk</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>new here</source>
        <translation>neu hier</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::NetworkChip</name>
    <message>
        <source>Network %1, fingerprint %2, block %3</source>
        <translation>Netz %1, Fingerabdruck %2, Block %3</translation>
    </message>
    <message>
        <source>%1: %2
Two computers are on the same network when they show the same three words.</source>
        <translation>%1: %2
Zwei Computer sind im selben Netz, wenn sie dieselben drei Wörter zeigen.</translation>
    </message>
</context>
<context>
    <name>gui::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Gegenstellen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Add a peer</source>
        <translation>Gegenstelle hinzufügen</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Doktor</translation>
    </message>
    <message>
        <source>Two chains</source>
        <translation>Zwei Ketten</translation>
    </message>
    <message>
        <source>Near you</source>
        <translation>In der Nähe</translation>
    </message>
</context>
<context>
    <name>gui::NewAddressDialog</name>
    <message>
        <source>New address</source>
        <translation>Neue Adresse</translation>
    </message>
    <message>
        <source>A label helps to see later who paid. Only you can read it.</source>
        <translation>Eine Bezeichnung hilft dir später zu sehen, wer gezahlt hat. Nur du kannst sie lesen.</translation>
    </message>
    <message>
        <source>Make the address</source>
        <translation>Adresse anlegen</translation>
    </message>
    <message>
        <source>&amp;Label, may be empty</source>
        <translation>&amp;Bezeichnung, darf leer sein</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>die übliche</translation>
    </message>
    <message>
        <source>newest, costs least to spend</source>
        <translation>die neueste, am billigsten auszugeben</translation>
    </message>
    <message>
        <source>for older programs</source>
        <translation>für ältere Programme</translation>
    </message>
    <message>
        <source>for very old programs</source>
        <translation>für sehr alte Programme</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Making the address…</source>
        <translation>Die Adresse wird erzeugt…</translation>
    </message>
    <message>
        <source>No wallet is open.</source>
        <translation>Keine Wallet ist offen.</translation>
    </message>
    <message>
        <source>This wallet makes no addresses of that kind. Choose another kind.</source>
        <translation>Diese Wallet erzeugt keine Adressen dieser Art. Wähle eine andere Art.</translation>
    </message>
    <message>
        <source>No address could be made: the wallet file cannot be written.</source>
        <translation>Es konnte keine Adresse angelegt werden: Die Wallet-Datei lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>gui::NewTokenDialog</name>
    <message>
        <source>Change the node: mine, add peers, submit blocks and transactions</source>
        <translation>Den Knoten ändern: minen, Gegenstellen hinzufügen, Blöcke und Transaktionen einreichen</translation>
    </message>
    <message>
        <source>Read the wallet: balance, addresses, settings</source>
        <translation>Die Wallet lesen: Guthaben, Adressen, Einstellungen</translation>
    </message>
    <message>
        <source>Pay from the wallet without being asked</source>
        <translation>Ohne Nachfrage aus der Wallet zahlen</translation>
    </message>
    <message>
        <source>Control the node: tokens, and everything of JSON-RPC</source>
        <translation>Den Knoten steuern: Tokens und alles von JSON-RPC</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>Token erstellen</translation>
    </message>
    <message>
        <source>A password for one program. It adds what is ticked here to what every program on this computer may do without one.</source>
        <translation>Ein Passwort für ein Programm. Mit ihm darf es, was hier angekreuzt ist, zusätzlich zu dem, was jedes Programm auf diesem Computer ohne Passwort darf.</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>For example: till, class script</source>
        <translation>Zum Beispiel: Kasse, Skript der Klasse</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>It may</source>
        <translation>Es darf</translation>
    </message>
    <message>
        <source>Give it a name, so that you know later which program it belongs to.</source>
        <translation>Gib ihm einen Namen, damit du später weißt, zu welchem Programm es gehört.</translation>
    </message>
    <message>
        <source>Tick at least one thing that it may do.</source>
        <translation>Kreuze mindestens eine Sache an, die es darf.</translation>
    </message>
    <message>
        <source>There is a token of this name already. Choose another name, or revoke that one first.</source>
        <translation>Es gibt schon ein Token dieses Namens. Wähle einen anderen Namen oder widerrufe zuerst jenes.</translation>
    </message>
    <message>
        <source>Making it…</source>
        <translation>Wird erstellt…</translation>
    </message>
    <message>
        <source>The token %1 was made, but nobody saw it. Revoke it and make another.</source>
        <translation>Das Token %1 wurde erstellt, aber niemand hat es gesehen. Widerrufe es und erstelle ein neues.</translation>
    </message>
    <message>
        <source>It could not be made: nothing can be stored on the disk.</source>
        <translation>Es konnte nicht angelegt werden: Auf der Festplatte lässt sich nichts speichern.</translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n letters.</source>
        <translation>
            <numerusform>Ein Name hat höchstens %n Buchstaben.</numerusform>
            <numerusform>Ein Name hat höchstens %n Buchstaben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n tokens already. Revoke one that is not needed any more.</source>
        <translation>
            <numerusform>Es gibt schon %n Tokens. Widerrufe eines, das nicht mehr gebraucht wird.</numerusform>
            <numerusform>Es gibt schon %n Tokens. Widerrufe eines, das nicht mehr gebraucht wird.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::NewWalletDialog</name>
    <message>
        <source>Create a wallet</source>
        <translation>Eine Wallet anlegen</translation>
    </message>
    <message>
        <source>Restore a wallet from its words</source>
        <translation>Eine Wallet aus ihren Wörtern wiederherstellen</translation>
    </message>
    <message>
        <source>It gets twelve words of its own. Write them down before it holds anything you would miss.</source>
        <translation>Sie bekommt zwölf eigene Wörter. Schreibe sie auf, bevor die Wallet etwas enthält, das du vermissen würdest.</translation>
    </message>
    <message>
        <source>The whole chain is searched for its coins; that may take a moment.</source>
        <translation>Die ganze Kette wird nach ihren Münzen durchsucht; das kann einen Moment dauern.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>&amp;Extra word, if you chose one</source>
        <translation>&amp;Zusatzwort, falls du eines gewählt hast</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the file; empty: not encrypted</source>
        <translation>&amp;Passphrase der Datei; leer: nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Passphrase &amp;again</source>
        <translation>Passphrase n&amp;och einmal</translation>
    </message>
    <message>
        <source>Give the wallet a name.</source>
        <translation>Gib der Wallet einen Namen.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Wird wiederhergestellt…</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 ist offen.</translation>
    </message>
</context>
<context>
    <name>gui::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>gui::OwnAddressPane</name>
    <message>
        <source>The chosen address</source>
        <translation>Die gewählte Adresse</translation>
    </message>
    <message>
        <source>Choose an address to see its code, its payments and where it comes from.</source>
        <translation>Wähle eine Adresse und sieh ihren Code, ihre Zahlungen und woher sie kommt.</translation>
    </message>
    <message>
        <source>Its payments</source>
        <translation>Ihre Zahlungen</translation>
    </message>
    <message>
        <source>Payments to this address</source>
        <translation>Zahlungen an diese Adresse</translation>
    </message>
    <message>
        <source>Code of the address, to be scanned</source>
        <translation>Code der Adresse zum Scannen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Sign a message…</source>
        <translation>Nachricht unterschreiben…</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Without a label</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>noch nicht bezahlt</translation>
    </message>
    <message numerus="yes">
        <source>paid %n time(s)</source>
        <translation>
            <numerusform>%n-mal bezahlt</numerusform>
            <numerusform>%n-mal bezahlt</numerusform>
        </translation>
    </message>
    <message>
        <source>stands alone</source>
        <translation>steht allein</translation>
    </message>
    <message>
        <source>%1 of those for change</source>
        <translation>%1 von denen für Wechselgeld</translation>
    </message>
    <message>
        <source>%1 of the receiving ones</source>
        <translation>%1 von denen zum Empfangen</translation>
    </message>
    <message numerus="yes">
        <source>Paid %n time(s): each of those who paid can see what the others paid. Give a new address away next time.</source>
        <translation>
            <numerusform>%n-mal bezahlt: Wer bezahlt hat, sieht, was die anderen bezahlt haben. Gib beim nächsten Mal eine neue Adresse heraus.</numerusform>
            <numerusform>%n-mal bezahlt: Wer bezahlt hat, sieht, was die anderen bezahlt haben. Gib beim nächsten Mal eine neue Adresse heraus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Given away</source>
        <translation>Herausgegeben</translation>
    </message>
    <message>
        <source>not from here</source>
        <translation>nicht von hier</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>There now</source>
        <translation>Jetzt dort</translation>
    </message>
</context>
<context>
    <name>gui::PageHeader</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vor (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Views of %1</source>
        <translation>Ansichten von %1</translation>
    </message>
</context>
<context>
    <name>gui::PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Die Passphrase ändern</translation>
    </message>
    <message>
        <source>Encrypt the wallet</source>
        <translation>Die Wallet verschlüsseln</translation>
    </message>
    <message>
        <source>Whoever has the file can spend nothing without the passphrase. It cannot be found again: only your words restore a wallet whose passphrase is lost.</source>
        <translation>Wer die Datei hat, kann ohne die Passphrase nichts ausgeben. Sie lässt sich nicht wiederfinden: Nur deine Wörter stellen eine Wallet wieder her, deren Passphrase verloren ist.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>&amp;Present passphrase</source>
        <translation>&amp;Bisherige Passphrase</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>&amp;Neue Passphrase</translation>
    </message>
    <message>
        <source>New passphrase, &amp;again</source>
        <translation>Neue Passphrase, n&amp;och einmal</translation>
    </message>
    <message>
        <source>The new passphrase is empty.</source>
        <translation>Die neue Passphrase ist leer.</translation>
    </message>
    <message>
        <source>The two new passphrases differ. Type them again.</source>
        <translation>Die beiden neuen Passphrasen sind verschieden. Gib sie noch einmal ein.</translation>
    </message>
    <message>
        <source>Encrypting…</source>
        <translation>Wird verschlüsselt…</translation>
    </message>
    <message>
        <source>No wallet is open.</source>
        <translation>Keine Wallet ist offen.</translation>
    </message>
    <message>
        <source>The present passphrase is another one. Nothing was changed; try again.</source>
        <translation>Die bisherige Passphrase ist eine andere. Nichts wurde geändert; versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The wallet file could not be written. Nothing was changed; check the disk.</source>
        <translation>Die Wallet-Datei konnte nicht geschrieben werden. Nichts wurde geändert; prüfe die Festplatte.</translation>
    </message>
    <message>
        <source>The wallet has its new passphrase.</source>
        <translation>Die Wallet hat ihre neue Passphrase.</translation>
    </message>
    <message>
        <source>The disk failed while the wallet was being written. Start Cairn again: then one of the two passphrases opens it.</source>
        <translation>Die Festplatte hat versagt, während die Wallet geschrieben wurde. Starte Cairn neu: Dann öffnet eine der beiden Passphrasen sie.</translation>
    </message>
    <message>
        <source>The passphrase ends in a character that cannot be seen. Type it again.</source>
        <translation>Die Passphrase endet mit einem Zeichen, das man nicht sieht. Gib sie noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>gui::PaymentPane</name>
    <message>
        <source>Cancel it…</source>
        <translation>Abbrechen…</translation>
    </message>
    <message>
        <source>Give it up…</source>
        <translation>Aufgeben…</translation>
    </message>
    <message>
        <source>Open in Explorer</source>
        <translation>Im Explorer öffnen</translation>
    </message>
    <message>
        <source>Why is my payment waiting?</source>
        <translation>Warum wartet meine Zahlung?</translation>
    </message>
    <message>
        <source>Why is this payment waiting?</source>
        <translation>Warum wartet diese Zahlung?</translation>
    </message>
    <message>
        <source>Block %1 has it</source>
        <translation>Sie steht in Block %1</translation>
    </message>
    <message>
        <source>It has been there since &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Dort steht sie seit &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>You gave it up</source>
        <translation>Du hast sie aufgegeben</translation>
    </message>
    <message>
        <source>Its coins are free again. Whoever has it may mine it all the same.</source>
        <translation>Ihre Münzen sind wieder frei. Wer sie hat, kann sie trotzdem noch in einen Block bringen.</translation>
    </message>
    <message>
        <source>Another payment took its place</source>
        <translation>Eine andere Zahlung ist an ihre Stelle getreten</translation>
    </message>
    <message>
        <source>That one spends the same coins and pays more. This one waits again if that one is lost.</source>
        <translation>Jene gibt dieselben Münzen aus und zahlt mehr. Diese wartet wieder, wenn jene verloren geht.</translation>
    </message>
    <message>
        <source>Its block was lost to a fork</source>
        <translation>Ihr Block ging an eine Gabelung verloren</translation>
    </message>
    <message>
        <source>Other blocks took its place, so there is no reward for it.</source>
        <translation>Andere Blöcke sind an seine Stelle getreten, deshalb gibt es dafür keine Belohnung.</translation>
    </message>
    <message>
        <source>It cannot be mined any more</source>
        <translation>Sie kann in keinen Block mehr kommen</translation>
    </message>
    <message>
        <source>A block has another payment with the same coins, or one that it builds on was lost.</source>
        <translation>Ein Block hat eine andere Zahlung mit denselben Münzen, oder eine, auf der sie aufbaut, ging verloren.</translation>
    </message>
    <message>
        <source>The fee: &lt;b&gt;%1&lt;/b&gt;, %2.</source>
        <translation>Die Gebühr: &lt;b&gt;%1&lt;/b&gt;, %2.</translation>
    </message>
    <message>
        <source>Speed up for %1</source>
        <translation>Beschleunigen für %1</translation>
    </message>
    <message>
        <source>Pay %1 for it to go faster</source>
        <translation>%1 zahlen, damit sie schneller geht</translation>
    </message>
    <message>
        <source>%1 is missing to speed it up</source>
        <translation>%1 fehlt zum Beschleunigen</translation>
    </message>
    <message>
        <source>Too little comes back to speed it up</source>
        <translation>Zum Beschleunigen kommt zu wenig zurück</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>The payment goes faster now.</source>
        <translation>Die Zahlung geht jetzt schneller.</translation>
    </message>
    <message>
        <source>Cancel this payment?</source>
        <translation>Diese Zahlung abbrechen?</translation>
    </message>
    <message>
        <source>Cancel the payment</source>
        <translation>Zahlung abbrechen</translation>
    </message>
    <message>
        <source>The payment was called back; everything comes back to you.</source>
        <translation>Die Zahlung wurde zurückgerufen; alles kommt zu dir zurück.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Give this payment up?</source>
        <translation>Diese Zahlung aufgeben?</translation>
    </message>
    <message>
        <source>It is not offered again, and its coins may be spent otherwise. Whoever has it may mine it all the same: then whoever you pay instead may be left without.</source>
        <translation>Sie wird nicht wieder angeboten, und ihre Münzen lassen sich anders ausgeben. Wer sie hat, kann sie trotzdem noch in einen Block bringen: Dann geht womöglich leer aus, wen du stattdessen bezahlst.</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>It could not be given up: the mempool has it again, or the wallet file cannot be written.</source>
        <translation>Sie ließ sich nicht aufgeben: Der Mempool hat sie wieder, oder die Wallet-Datei lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>gui::PaymentRow</name>
    <message>
        <source>Remove this payment</source>
        <translation>Diese Zahlung entfernen</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Send everything that can be spent</source>
        <translation>Alles senden, was ausgegeben werden kann</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Betrag</translation>
    </message>
    <message>
        <source>This is no amount: write it like 2.5, with at most eight decimals.</source>
        <translation>Das ist kein Betrag: Schreibe ihn wie 2.5, mit höchstens acht Nachkommastellen.</translation>
    </message>
    <message>
        <source>&amp;Note, only for you</source>
        <translation>&amp;Notiz, nur für dich</translation>
    </message>
    <message>
        <source>what it was for</source>
        <translation>wofür es war</translation>
    </message>
    <message>
        <source>Paid &amp;from</source>
        <translation>Gezahlt &amp;von</translation>
    </message>
    <message>
        <source>the best coins</source>
        <translation>den besten Münzen</translation>
    </message>
    <message>
        <source>This is %1.</source>
        <translation>Das ist %1.</translation>
    </message>
    <message>
        <source>%1 comes into your address book when this is sent.</source>
        <translation>%1 kommt in dein Adressbuch, wenn das gesendet ist.</translation>
    </message>
</context>
<context>
    <name>gui::PaymentSummary</name>
    <message>
        <source>Amounts are hidden. &lt;a href=&quot;show&quot;&gt;Show them&lt;/a&gt; to see what you agree to.</source>
        <translation>Beträge sind verborgen. &lt;a href=&quot;show&quot;&gt;Zeige sie&lt;/a&gt;, um zu sehen, worin du einwilligst.</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Leaves your wallet</source>
        <translation>Verlässt deine Wallet</translation>
    </message>
    <message>
        <source>Note, only for you</source>
        <translation>Notiz, nur für dich</translation>
    </message>
    <message>
        <source>Who gets what</source>
        <translation>Wer was bekommt</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>%1 to yourself, at</source>
        <translation>%1 an dich selbst, unter</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>%1 to %2, at</source>
        <translation>%1 an %2, auf</translation>
    </message>
</context>
<context>
    <name>gui::PaymentsModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>gui::PeerMap</name>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Tut gerade</translation>
    </message>
    <message>
        <source>Who dialled</source>
        <translation>Wer wählte</translation>
    </message>
    <message>
        <source>Who is on which tip</source>
        <translation>Wer auf welcher Spitze ist</translation>
    </message>
    <message>
        <source>you</source>
        <translation>du</translation>
    </message>
    <message>
        <source>this node</source>
        <translation>dieser Knoten</translation>
    </message>
    <message>
        <source>it dialled us</source>
        <translation>sie wählte uns an</translation>
    </message>
    <message>
        <source>we dialled it</source>
        <translation>wir wählten sie an</translation>
    </message>
    <message>
        <source>You, at height %1</source>
        <translation>Du, auf Höhe %1</translation>
    </message>
    <message>
        <source>%1: %2, height %3; it dialled us</source>
        <translation>%1: %2, Höhe %3; sie wählte uns an</translation>
    </message>
    <message>
        <source>%1: %2, height %3; we dialled it</source>
        <translation>%1: %2, Höhe %3; wir wählten sie an</translation>
    </message>
    <message>
        <source>on our tip</source>
        <translation>auf unserer Spitze</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
</context>
<context>
    <name>gui::PeerModel</name>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Tut gerade</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>It calls itself so; anybody may. %1</source>
        <translation>So nennt sie sich selbst; das darf jeder. %1</translation>
    </message>
</context>
<context>
    <name>gui::PeerPane</name>
    <message>
        <source>The chosen peer</source>
        <translation>Die gewählte Gegenstelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Sperren …</translation>
    </message>
    <message>
        <source>Ends the link. One that you added is dialled again later.</source>
        <translation>Beendet die Verbindung. Eine, die du hinzugefügt hast, wird später wieder angewählt.</translation>
    </message>
    <message>
        <source>Ends the link and forgets the address; the Delete key does it too.</source>
        <translation>Beendet die Verbindung und vergisst die Adresse; die Entf-Taste tut es auch.</translation>
    </message>
    <message numerus="yes">
        <source>last %n</source>
        <translation>
            <numerusform>die letzte</numerusform>
            <numerusform>die letzten %n</numerusform>
        </translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>noch nicht gesagt</translation>
    </message>
    <message>
        <source>%1, over HTTP only</source>
        <translation>%1, nur über HTTP</translation>
    </message>
    <message>
        <source>%1, protocol %2</source>
        <translation>%1, Protokoll %2</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Fee filter</source>
        <translation>Gebührenfilter</translation>
    </message>
    <message>
        <source>takes every payment</source>
        <translation>nimmt jede Zahlung</translation>
    </message>
    <message>
        <source>Received, sent</source>
        <translation>Empfangen, gesendet</translation>
    </message>
    <message>
        <source>no link now</source>
        <translation>jetzt keine Verbindung</translation>
    </message>
    <message>
        <source>no link now, tried again %1</source>
        <translation>jetzt keine Verbindung, neuer Versuch %1</translation>
    </message>
    <message>
        <source>Here since</source>
        <translation>Hier seit</translation>
    </message>
    <message>
        <source>Last block</source>
        <translation>Letzter Block</translation>
    </message>
    <message>
        <source>none from it</source>
        <translation>keiner von ihr</translation>
    </message>
    <message>
        <source>Last payment</source>
        <translation>Letzte Zahlung</translation>
    </message>
    <message>
        <source>Undo the block</source>
        <translation>Sperre aufheben</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Beide vergleichen</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
</context>
<context>
    <name>gui::PeerWords</name>
    <message>
        <source>It sent a message that cannot be read.</source>
        <translation>Sie hat eine Nachricht geschickt, die sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>It sent a message above the size limit.</source>
        <translation>Sie hat eine Nachricht geschickt, die zu groß ist.</translation>
    </message>
    <message>
        <source>It sent more messages than are allowed.</source>
        <translation>Sie hat mehr Nachrichten geschickt, als erlaubt sind.</translation>
    </message>
    <message>
        <source>It sent something that breaks a rule of this network.</source>
        <translation>Sie hat etwas geschickt, das eine Regel dieses Netzwerks bricht.</translation>
    </message>
    <message>
        <source>The chain that it told of does not hold together.</source>
        <translation>Die Kette, von der sie sprach, hängt nicht zusammen.</translation>
    </message>
    <message>
        <source>It sent a block whose content does not fit.</source>
        <translation>Sie hat einen Block geschickt, dessen Inhalt nicht passt.</translation>
    </message>
    <message>
        <source>It asked for something that nodes of this network do not give.</source>
        <translation>Sie hat etwas verlangt, das Knoten dieses Netzwerks nicht geben.</translation>
    </message>
    <message>
        <source>It belongs to another network.</source>
        <translation>Sie gehört zu einem anderen Netzwerk.</translation>
    </message>
    <message>
        <source>It did not give the blocks that it told of.</source>
        <translation>Sie hat die Blöcke nicht gegeben, von denen sie sprach.</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>Sie hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It did not take what it asked for.</source>
        <translation>Sie hat nicht abgenommen, was sie verlangte.</translation>
    </message>
    <message>
        <source>Its chain had less work than ours for a long time.</source>
        <translation>Ihre Kette hatte lange weniger Arbeit als unsere.</translation>
    </message>
    <message>
        <source>Its place was given to another peer.</source>
        <translation>Ihr Platz wurde einer anderen Gegenstelle gegeben.</translation>
    </message>
    <message>
        <source>You ended the link.</source>
        <translation>Du hast die Verbindung beendet.</translation>
    </message>
    <message>
        <source>The computer is there, but no node listens at this address.</source>
        <translation>Der Computer ist da, aber an dieser Adresse lauscht kein Knoten.</translation>
    </message>
    <message>
        <source>It did not answer in time. It may be off, or a firewall is in the way.</source>
        <translation>Sie hat nicht rechtzeitig geantwortet. Vielleicht ist sie aus, oder eine Firewall ist im Weg.</translation>
    </message>
    <message>
        <source>No computer of this name is known.</source>
        <translation>Kein Computer dieses Namens ist bekannt.</translation>
    </message>
    <message>
        <source>The network failed on the way to it.</source>
        <translation>Das Netz versagte auf dem Weg zu ihr.</translation>
    </message>
    <message>
        <source>It ended the link.</source>
        <translation>Sie hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>It ended the link before it said who it is.</source>
        <translation>Sie hat die Verbindung beendet, bevor sie sagte, wer sie ist.</translation>
    </message>
    <message>
        <source>Something answers there, but no node.</source>
        <translation>Dort antwortet etwas, aber kein Knoten.</translation>
    </message>
    <message>
        <source>Its program is too old to talk with.</source>
        <translation>Ihr Programm ist zu alt, um mit ihm zu reden.</translation>
    </message>
    <message>
        <source>It is a node that you are connected with already.</source>
        <translation>Es ist ein Knoten, mit dem du schon verbunden bist.</translation>
    </message>
    <message>
        <source>No place was free for it.</source>
        <translation>Für sie war kein Platz frei.</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet sich</translation>
    </message>
    <message>
        <source>reading its headers</source>
        <translation>ihre Köpfe werden gelesen</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>auf gleichem Stand</translation>
    </message>
    <message numerus="yes">
        <source>fetching %n block(s) from it</source>
        <translation>
            <numerusform>%n Block wird geholt</numerusform>
            <numerusform>%n Blöcke werden geholt</numerusform>
        </translation>
    </message>
    <message>
        <source>has more than we have</source>
        <translation>hat mehr als wir</translation>
    </message>
    <message>
        <source>behind, on our branch</source>
        <translation>zurück, auf unserem Zweig</translation>
    </message>
    <message>
        <source>on another branch</source>
        <translation>auf einem anderen Zweig</translation>
    </message>
    <message>
        <source>longer branch, held back</source>
        <translation>längerer Zweig, angehalten</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>still</translation>
    </message>
    <message>
        <source>its clock differs</source>
        <translation>ihre Uhr weicht ab</translation>
    </message>
    <message>
        <source>refused: another network</source>
        <translation>abgelehnt: anderes Netzwerk</translation>
    </message>
    <message>
        <source>this is you</source>
        <translation>das bist du</translation>
    </message>
    <message>
        <source>not reached, tried again later</source>
        <translation>nicht erreicht, später neuer Versuch</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Its clock is %1 ahead of this computer&apos;s: its blocks cannot be taken yet.</source>
        <translation>Ihre Uhr ist der dieses Computers %1 voraus: Ihre Blöcke können noch nicht genommen werden.</translation>
    </message>
    <message>
        <source>It has blocks from a time that has not come yet here. Check the clocks.</source>
        <translation>Sie hat Blöcke aus einer Zeit, die hier noch nicht gekommen ist. Prüfe die Uhren.</translation>
    </message>
    <message>
        <source>Its chain has more work, but following it would take back many blocks of ours. Nothing happens until you decide.</source>
        <translation>Ihre Kette hat mehr Arbeit, aber ihr zu folgen nähme viele unserer Blöcke zurück. Nichts geschieht, bis du entscheidest.</translation>
    </message>
    <message>
        <source>It belongs to another network, %1.</source>
        <translation>Sie gehört zu einem anderen Netzwerk, %1.</translation>
    </message>
    <message>
        <source>%1: %2 here, %3 there.</source>
        <translation>%1: hier %2, dort %3.</translation>
    </message>
    <message>
        <source>left at %1</source>
        <translation>gegangen um %1</translation>
    </message>
    <message>
        <source>It dialled us from %1.</source>
        <translation>Sie wählte uns von %1 an.</translation>
    </message>
    <message>
        <source>We dialled it at %1.</source>
        <translation>Wir wählten sie an unter %1.</translation>
    </message>
    <message>
        <source>as yours</source>
        <translation>wie deine</translation>
    </message>
    <message>
        <source>%1 ahead of yours</source>
        <translation>%1 vor deiner</translation>
    </message>
    <message>
        <source>%1 behind yours</source>
        <translation>%1 hinter deiner</translation>
    </message>
    <message>
        <source>That is no address. Enter one such as 192.168.1.20:5001.</source>
        <translation>Das ist keine Adresse. Gib eine wie 192.168.1.20:5001 ein.</translation>
    </message>
    <message>
        <source>That address works only on one cable or Wi-Fi and is not dialled.</source>
        <translation>Diese Adresse gilt nur an einem Kabel oder in einem WLAN und wird nicht angewählt.</translation>
    </message>
    <message>
        <source>There are as many peers already as are allowed. Remove one first.</source>
        <translation>Es sind schon so viele Gegenstellen, wie erlaubt sind. Entferne zuerst eine.</translation>
    </message>
    <message>
        <source>That address is blocked. Let it in again first, under Blocked.</source>
        <translation>Diese Adresse ist gesperrt. Lass sie zuerst unter „Gesperrt“ wieder zu.</translation>
    </message>
    <message>
        <source>We dialled it at %1, and it dialled us.</source>
        <translation>Wir wählten sie an unter %1, und sie wählte uns an.</translation>
    </message>
</context>
<context>
    <name>gui::PeersCard</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Answers in</source>
        <translation>Antwortet in</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Gegenstellen</translation>
    </message>
    <message>
        <source>Others who join this network appear here.</source>
        <translation>Andere, die diesem Netzwerk beitreten, erscheinen hier.</translation>
    </message>
    <message>
        <source>Invite someone</source>
        <translation>Jemanden einladen</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
</context>
<context>
    <name>gui::PeersView</name>
    <message>
        <source>Peers</source>
        <translation>Gegenstellen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add a peer</source>
        <translation>Gegenstelle hinzufügen</translation>
    </message>
    <message>
        <source>Can others reach you?</source>
        <translation>Können andere dich erreichen?</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Received, sent</source>
        <translation>Empfangen, gesendet</translation>
    </message>
    <message>
        <source>Known addresses</source>
        <translation>Bekannte Adressen</translation>
    </message>
    <message>
        <source>The address of a node of this network. It is kept and dialled again after a restart.</source>
        <translation>Die Adresse eines Knotens dieses Netzwerks. Sie wird behalten und nach einem Neustart wieder angewählt.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Enter an address, such as 192.168.1.20:5001.</source>
        <translation>Gib eine Adresse ein, etwa 192.168.1.20:5001.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Dialling %1.</source>
        <translation>%1 wird angewählt.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Jemanden einladen</translation>
    </message>
    <message>
        <source>You are alone. Your blocks are valid, but nobody sees them. Whoever joins this network with its card appears here.</source>
        <translation>Du bist allein. Deine Blöcke sind gültig, aber niemand sieht sie. Wer diesem Netzwerk mit seiner Karte beitritt, erscheint hier.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Sperren …</translation>
    </message>
    <message>
        <source>Undo the block</source>
        <translation>Sperre aufheben</translation>
    </message>
    <message>
        <source>Choose a peer to see what it does and what was said.</source>
        <translation>Wähle eine Gegenstelle, um zu sehen, was sie tut und was gesagt wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s)</source>
        <translation>
            <numerusform>%n Gegenstelle</numerusform>
            <numerusform>%n Gegenstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dialled us, %2 we dialled</source>
        <translation>%1 wählten uns an, %2 wählten wir an</translation>
    </message>
    <message>
        <source>The link with %1 was ended.</source>
        <translation>Die Verbindung mit %1 wurde beendet.</translation>
    </message>
</context>
<context>
    <name>gui::PeopleModel</name>
    <message>
        <source>no payment yet</source>
        <translation>noch keine Zahlung</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Last payment</source>
        <translation>Letzte Zahlung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>They paid you</source>
        <translation>Von ihnen</translation>
    </message>
    <message>
        <source>You paid them</source>
        <translation>An sie</translation>
    </message>
</context>
<context>
    <name>gui::PeopleView</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Eine Person finden</translation>
    </message>
    <message>
        <source>People of the address book</source>
        <translation>Personen im Adressbuch</translation>
    </message>
    <message>
        <source>What came to an address of yours counts as theirs where its label is their name.</source>
        <translation>Was auf eine deiner Adressen kam, zählt als von ihnen, wenn sie mit ihrem Namen beschriftet ist.</translation>
    </message>
    <message>
        <source>Ask for money…</source>
        <translation>Um Geld bitten…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Nobody fits this search.</source>
        <translation>Zu dieser Suche passt niemand.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nobody is in the address book yet. Add whom you pay, and you find them by their name when you send.</source>
        <translation>Im Adressbuch steht noch niemand. Füge hinzu, wen du bezahlst, dann findest du sie beim Senden unter ihrem Namen.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PersonDialog</name>
    <message>
        <source>No wallet is open.</source>
        <translation>Keine Wallet ist offen.</translation>
    </message>
    <message>
        <source>%1 is an address of this wallet. Give it a label on the page Addresses.</source>
        <translation>%1 ist eine Adresse dieser Wallet. Beschrifte sie auf der Seite Adressen.</translation>
    </message>
    <message>
        <source>The address book is full. Remove somebody first.</source>
        <translation>Das Adressbuch ist voll. Entferne zuerst jemanden.</translation>
    </message>
    <message>
        <source>The name was not kept: the wallet file cannot be written.</source>
        <translation>Der Name wurde nicht behalten: Die Wallet-Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Names are only for you: nobody else sees them. They are kept in the wallet file, and go with notes and labels.</source>
        <translation>Namen sind nur für dich: Niemand sonst sieht sie. Sie stehen in der Wallet-Datei und gehen mit Notizen und Beschriftungen mit.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Addresses, one a line</source>
        <translation>&amp;Adressen, eine pro Zeile</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation>Schreib zuerst einen Namen.</translation>
    </message>
    <message>
        <source>Write an address first: without one nobody can be paid.</source>
        <translation>Schreib zuerst eine Adresse: Ohne eine kann niemand bezahlt werden.</translation>
    </message>
    <message>
        <source>These are more addresses than one person may have.</source>
        <translation>Das sind mehr Adressen, als eine Person haben darf.</translation>
    </message>
    <message>
        <source>%1 is an address of %2.</source>
        <translation>%1 ist eine Adresse von %2.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>The name and its addresses are forgotten. What was paid stays in the activity.</source>
        <translation>Der Name und seine Adressen werden vergessen. Was bezahlt wurde, bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>gui::PersonPane</name>
    <message>
        <source>Choose somebody to see what went to them and what came from them.</source>
        <translation>Wähle jemanden, um zu sehen, was an sie ging und was von ihnen kam.</translation>
    </message>
    <message>
        <source>Last payments</source>
        <translation>Letzte Zahlungen</translation>
    </message>
    <message>
        <source>All payments</source>
        <translation>Alle Zahlungen</translation>
    </message>
    <message>
        <source>The chosen person</source>
        <translation>Die gewählte Person</translation>
    </message>
    <message>
        <source>Ask for money…</source>
        <translation>Um Geld bitten…</translation>
    </message>
    <message>
        <source>Makes an address with this name as its label: what comes to it came from them</source>
        <translation>Macht eine Adresse, die mit diesem Namen beschriftet ist: Was darauf kommt, kam von ihnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Addresses of this person</source>
        <translation>Adressen dieser Person</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n Adresse</numerusform>
            <numerusform>%n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pay %1</source>
        <translation>%1 bezahlen</translation>
    </message>
    <message>
        <source>them</source>
        <translation>sie</translation>
    </message>
    <message>
        <source>Nothing went to %1 yet, and nothing came from them.</source>
        <translation>An %1 ging noch nichts, und es kam nichts von dort.</translation>
    </message>
    <message>
        <source>You paid &lt;own&gt;%1&lt;/own&gt;, %2 paid you &lt;accent&gt;%3&lt;/accent&gt;.</source>
        <translation>Du hast &lt;own&gt;%1&lt;/own&gt; bezahlt, von %2 kam &lt;accent&gt;%3&lt;/accent&gt;.</translation>
    </message>
    <message>
        <source>next to use</source>
        <translation>als nächste</translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>noch nicht bezahlt</translation>
    </message>
    <message numerus="yes">
        <source>paid %n time(s)</source>
        <translation>
            <numerusform>%n-mal bezahlt</numerusform>
            <numerusform>%n-mal bezahlt</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
</context>
<context>
    <name>gui::PictureWithTable</name>
    <message>
        <source>as table</source>
        <translation>als Tabelle</translation>
    </message>
    <message>
        <source>as picture</source>
        <translation>als Bild</translation>
    </message>
</context>
<context>
    <name>gui::PlanDialog</name>
    <message>
        <source>The plan of %1</source>
        <translation>Der Plan von %1</translation>
    </message>
    <message>
        <source>Keep it with your words: the words alone do not bring this wallet back. Give it to the others, too. Whoever has it sees what is in the wallet, but can move nothing.</source>
        <translation>Bewahre ihn bei deinen Wörtern auf: Die Wörter allein bringen diese Wallet nicht zurück. Gib ihn auch den anderen. Wer ihn hat, sieht, was in der Wallet ist, kann aber nichts bewegen.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Code of the plan, to be scanned</source>
        <translation>Code des Plans, zum Einlesen</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan sichern</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Der Plan</translation>
    </message>
</context>
<context>
    <name>gui::Printing</name>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>Sent to the printer %1.</source>
        <translation>An den Drucker %1 gegeben.</translation>
    </message>
    <message>
        <source>The printer %1 did not take it. Look whether it is switched on, then try again.</source>
        <translation>Der Drucker %1 hat es nicht angenommen. Sieh nach, ob er eingeschaltet ist, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>Auf diesem Computer ist kein Drucker eingerichtet.</translation>
    </message>
</context>
<context>
    <name>gui::PsbtIntake</name>
    <message>
        <source>No payment can be made of this: its coins may be spent at times that exclude each other.</source>
        <translation>Daraus wird keine Zahlung: Ihre Münzen dürfen nur zu Zeiten ausgegeben werden, die einander ausschließen.</translation>
    </message>
    <message>
        <source>This is a code of the kind UR. Choose BBQr in the program that shows it, or bring the payment as a file or as text.</source>
        <translation>Das ist ein Code der Art UR. Wähle BBQr in dem Programm, das ihn zeigt, oder bring die Zahlung als Datei oder als Text.</translation>
    </message>
    <message>
        <source>There is no QR code in this picture, or it is too small or blurred to be read.</source>
        <translation>In diesem Bild ist kein QR-Code, oder er ist zu klein oder zu unscharf, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>A part of another payment was among these, so it was not taken.</source>
        <translation>Darunter war ein Teil einer anderen Zahlung; er wurde nicht genommen.</translation>
    </message>
    <message>
        <source>A part of this cannot be read. Take the picture once more.</source>
        <translation>Ein Teil davon ist nicht lesbar. Nimm das Bild noch einmal auf.</translation>
    </message>
    <message>
        <source>All parts are here, but what they hold is no payment to sign.</source>
        <translation>Alle Teile sind da, aber sie enthalten keine Zahlung zum Unterschreiben.</translation>
    </message>
</context>
<context>
    <name>gui::PsbtQrDialog</name>
    <message>
        <source>Hand it on</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>This payment is too large for QR codes. Hand it on as a file.</source>
        <translation>Diese Zahlung ist zu groß für QR-Codes. Gib sie als Datei weiter.</translation>
    </message>
    <message>
        <source>Hold it before the other&apos;s camera. The picture changes by itself and goes round until the other has every part (BBQr). Pictures of it can be opened on the page Sign, too.</source>
        <translation>Halte es vor die Kamera der anderen. Das Bild wechselt von selbst und beginnt immer wieder von vorn, bis alle Teile angekommen sind (BBQr). Auch Bilder davon lassen sich auf der Seite Unterschreiben öffnen.</translation>
    </message>
    <message>
        <source>Hold it before the other&apos;s camera (BBQr), or let them open a picture of it.</source>
        <translation>Halte es vor die Kamera der anderen (BBQr), oder lass sie ein Bild davon öffnen.</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Nächster Teil</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>QR code. %1</source>
        <translation>QR-Code. %1</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
</context>
<context>
    <name>gui::PsbtView</name>
    <message>
        <source>A payment to sign</source>
        <translation>Eine Zahlung zum Unterschreiben</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Where the money comes from and where it goes</source>
        <translation>Woher das Geld kommt und wohin es geht</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Who has signed</source>
        <translation>Wer unterschrieben hat</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Unterschrieben</translation>
    </message>
    <message>
        <source>Who can sign, and who has</source>
        <translation>Wer unterschreiben kann und wer es hat</translation>
    </message>
    <message>
        <source>It does not say whose keys sign.</source>
        <translation>Sie sagt nicht, wessen Schlüssel unterschreiben.</translation>
    </message>
    <message>
        <source>Has somebody else signed a copy? Drop it anywhere on this page, open or paste it: the signatures are brought together.</source>
        <translation>Hat jemand anders eine Kopie unterschrieben? Zieh sie irgendwo auf diese Seite, öffne sie oder füge sie ein: Die Unterschriften werden zusammengebracht.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Open a copy…</source>
        <translation>Kopie öffnen…</translation>
    </message>
    <message>
        <source>Paste a copy</source>
        <translation>Kopie einfügen</translation>
    </message>
    <message>
        <source>Open a payment to sign</source>
        <translation>Eine Zahlung zum Unterschreiben öffnen</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>That is a copy of another payment, so it was not taken. Put this one away first to look at it.</source>
        <translation>Das ist eine Kopie einer anderen Zahlung und wurde nicht genommen. Lege diese zuerst weg, um sie anzusehen.</translation>
    </message>
    <message>
        <source>Brought together: what the copy has is here now.</source>
        <translation>Zusammengebracht: Was die Kopie hat, ist jetzt hier.</translation>
    </message>
    <message>
        <source>There was nothing new in that copy.</source>
        <translation>In dieser Kopie war nichts Neues.</translation>
    </message>
    <message>
        <source>a coin nobody knows</source>
        <translation>eine Münze, die keiner kennt</translation>
    </message>
    <message>
        <source>this wallet</source>
        <translation>diese Wallet</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>unterschrieben</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>noch nicht unterschrieben</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>to this wallet</source>
        <translation>an diese Wallet</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>ein Skript</translation>
    </message>
    <message>
        <source>miner</source>
        <translation>Miner</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>All signatures are here.</source>
        <translation>Alle Unterschriften sind da.</translation>
    </message>
    <message>
        <source>Coins</source>
        <translation>Münzen</translation>
    </message>
    <message>
        <source>This wallet&apos;s</source>
        <translation>Von dieser Wallet</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Fee rate</source>
        <translation>Gebührensatz</translation>
    </message>
    <message>
        <source>The wallet is locked, so nothing was signed.</source>
        <translation>Die Wallet ist gesperrt, also wurde nichts unterschrieben.</translation>
    </message>
    <message>
        <source>Signed with this wallet&apos;s keys.</source>
        <translation>Mit den Schlüsseln dieser Wallet unterschrieben.</translation>
    </message>
    <message>
        <source>This wallet has no key that is missing here, so nothing was signed.</source>
        <translation>Diese Wallet hat keinen Schlüssel, der hier fehlt, also wurde nichts unterschrieben.</translation>
    </message>
    <message>
        <source>The payment is on its way.</source>
        <translation>Die Zahlung ist unterwegs.</translation>
    </message>
    <message>
        <source>Copied. Paste it into a message, or into another wallet.</source>
        <translation>Kopiert. Füge es in eine Nachricht oder in eine andere Wallet ein.</translation>
    </message>
    <message>
        <source>Save the payment</source>
        <translation>Die Zahlung speichern</translation>
    </message>
    <message>
        <source>Prepared payment (*.psbt)</source>
        <translation>Vorbereitete Zahlung (*.psbt)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>Somebody prepared a payment and needs your signature, or you prepared one on a computer that has no keys? &lt;b&gt;Drop the file here&lt;/b&gt;, open it, or paste its text (PSBT). Pictures of its QR codes do as well.</source>
        <translation>Jemand hat eine Zahlung vorbereitet und braucht deine Unterschrift, oder du hast eine auf einem Computer ohne Schlüssel vorbereitet? &lt;b&gt;Zieh die Datei hierher&lt;/b&gt;, öffne sie, oder füge ihren Text ein (PSBT). Bilder ihrer QR-Codes gehen auch.</translation>
    </message>
    <message>
        <source>As QR code</source>
        <translation>Als QR-Code</translation>
    </message>
    <message>
        <source>Prepared payment, or pictures of its code (*.psbt *.txt *.png *.jpg *.jpeg *.gif *.bmp *.webp);;Every file (*)</source>
        <translation>Vorbereitete Zahlung oder Bilder ihres Codes (*.psbt *.txt *.png *.jpg *.jpeg *.gif *.bmp *.webp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 of %2 parts are here. Bring the others, in whatever order.</source>
        <translation>%1 von %2 Teilen sind da. Bring die anderen, die Reihenfolge ist gleich.</translation>
    </message>
</context>
<context>
    <name>gui::PsbtWords</name>
    <message>
        <source>a script without an address</source>
        <translation>ein Skript ohne Adresse</translation>
    </message>
    <message>
        <source>What the miner gets is not known, because it does not say what its coins are worth.</source>
        <translation>Was der Miner bekommt, ist nicht bekannt, weil sie nicht sagt, was ihre Münzen wert sind.</translation>
    </message>
    <message>
        <source>The miner gets &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Der Miner bekommt &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>%1 gets &lt;b&gt;%2&lt;/b&gt;.</source>
        <translation>%1 bekommt &lt;b&gt;%2&lt;/b&gt;.</translation>
    </message>
    <message numerus="yes">
        <source>%n more are paid.</source>
        <translation>
            <numerusform>%n weiterer wird bezahlt.</numerusform>
            <numerusform>%n weitere werden bezahlt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;own&gt;%1&lt;/own&gt; comes back to this wallet.</source>
        <translation>&lt;own&gt;%1&lt;/own&gt; kommt in diese Wallet zurück.</translation>
    </message>
    <message>
        <source>&lt;own&gt;%1&lt;/own&gt; comes to this wallet.</source>
        <translation>&lt;own&gt;%1&lt;/own&gt; kommt in diese Wallet.</translation>
    </message>
    <message>
        <source>It is complete and can be sent.</source>
        <translation>Sie ist vollständig und kann gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n of its coins are this wallet&apos;s and wait for a signature.</source>
        <translation>
            <numerusform>%n ihrer Münzen gehört dieser Wallet und wartet auf eine Unterschrift.</numerusform>
            <numerusform>%n ihrer Münzen gehören dieser Wallet und warten auf eine Unterschrift.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its coins wait for the signature of somebody else.</source>
        <translation>
            <numerusform>%n ihrer Münzen wartet auf die Unterschrift von jemand anderem.</numerusform>
            <numerusform>%n ihrer Münzen warten auf die Unterschrift von jemand anderem.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can never be sent: its coins may be spent at times that exclude each other.</source>
        <translation>Sie kann nie gesendet werden: Ihre Münzen dürfen zu Zeiten ausgegeben werden, die einander ausschließen.</translation>
    </message>
    <message>
        <source>It can never be sent: an amount in it cannot exist.</source>
        <translation>Sie kann nie gesendet werden: Einen Betrag darin kann es nicht geben.</translation>
    </message>
    <message>
        <source>It can never be sent: nobody can spend one of its coins.</source>
        <translation>Sie kann nie gesendet werden: Eine ihrer Münzen kann niemand ausgeben.</translation>
    </message>
    <message>
        <source>It asks for signatures that let others change it afterwards. Cairn does not sign that.</source>
        <translation>Sie verlangt Unterschriften, nach denen andere sie noch ändern können. Cairn unterschreibt das nicht.</translation>
    </message>
    <message>
        <source>It can never be sent: it pays more than its coins are worth.</source>
        <translation>Sie kann nie gesendet werden: Sie zahlt mehr, als ihre Münzen wert sind.</translation>
    </message>
    <message>
        <source>The miner gets unusually much: %1. Ask whoever made it, before you sign.</source>
        <translation>Der Miner bekommt ungewöhnlich viel: %1. Frag nach, wer sie gemacht hat, bevor du unterschreibst.</translation>
    </message>
    <message>
        <source>This is no prepared payment (PSBT). Its text begins with “cHNidP”.</source>
        <translation>Das ist keine vorbereitete Zahlung (PSBT). Ihr Text beginnt mit „cHNidP“.</translation>
    </message>
    <message>
        <source>This prepared payment is not whole. Copy all of it, or ask for it again.</source>
        <translation>Diese vorbereitete Zahlung ist nicht ganz. Kopiere sie ganz oder lass sie dir noch einmal geben.</translation>
    </message>
    <message>
        <source>This prepared payment is of a newer kind that Cairn does not know.</source>
        <translation>Diese vorbereitete Zahlung ist von einer neueren Art, die Cairn nicht kennt.</translation>
    </message>
    <message>
        <source>This prepared payment is damaged: a part of it contradicts the format.</source>
        <translation>Diese vorbereitete Zahlung ist beschädigt: Ein Teil widerspricht dem Format.</translation>
    </message>
</context>
<context>
    <name>gui::QrView</name>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
</context>
<context>
    <name>gui::Rail</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Something there wants to be seen.</source>
        <translation>Dort gibt es etwas zu sehen.</translation>
    </message>
</context>
<context>
    <name>gui::RateCard</name>
    <message>
        <source>Hash rate</source>
        <translation>Hashrate</translation>
    </message>
    <message>
        <source>Hash rate over the last minutes</source>
        <translation>Hashrate der letzten Minuten</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n thread(s)</source>
        <translation>
            <numerusform>%1 von %n Thread</numerusform>
            <numerusform>%1 von %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · best %2</source>
        <translation>%1 · bester %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>While this computer mines, its rate over the last five minutes is drawn here.</source>
        <translation>Während dieser Computer mint, wird hier seine Rate der letzten fünf Minuten gezeichnet.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>gui::Receipt</name>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Came to</source>
        <translation>Gekommen an</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>none yet: it waits, and may still be replaced</source>
        <translation>noch keiner: sie wartet und kann noch ersetzt werden</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Receipt for a mined block</source>
        <translation>Beleg für einen geminten Block</translation>
    </message>
    <message>
        <source>Receipt for a payment sent</source>
        <translation>Beleg für eine gesendete Zahlung</translation>
    </message>
    <message>
        <source>Receipt for a payment received</source>
        <translation>Beleg für eine empfangene Zahlung</translation>
    </message>
</context>
<context>
    <name>gui::ReceiveView</name>
    <message>
        <source>Your address</source>
        <translation>Deine Adresse</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Neue Adresse</translation>
    </message>
    <message>
        <source>Code of the address, to be scanned</source>
        <translation>Code der Adresse zum Scannen</translation>
    </message>
    <message>
        <source>any amount</source>
        <translation>beliebiger Betrag</translation>
    </message>
    <message>
        <source>Address, for whoever pays you</source>
        <translation>Adresse für den, der dich bezahlt</translation>
    </message>
    <message>
        <source>&amp;Ask for an amount</source>
        <translation>&amp;Um einen Betrag bitten</translation>
    </message>
    <message>
        <source>Payment link, as in the code</source>
        <translation>Zahlungslink, wie im Code</translation>
    </message>
    <message>
        <source>Addresses handed out</source>
        <translation>Herausgegebene Adressen</translation>
    </message>
    <message>
        <source>Addresses that you have given to somebody will be listed here.</source>
        <translation>Hier werden die Adressen aufgelistet, die du jemandem gegeben hast.</translation>
    </message>
    <message>
        <source>It is fresh: nobody has paid to it yet.</source>
        <translation>Sie ist neu: Noch niemand hat an sie gezahlt.</translation>
    </message>
    <message>
        <source>It is for &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Sie ist für &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Use a new one for every payment, and nobody can add up what you receive.</source>
        <translation>Nimm für jede Zahlung eine neue, dann kann niemand zusammenzählen, was du empfängst.</translation>
    </message>
    <message>
        <source>A label helps to see later who paid. Only you can read it.</source>
        <translation>Eine Bezeichnung hilft dir später zu sehen, wer gezahlt hat. Nur du kannst sie lesen.</translation>
    </message>
    <message>
        <source>Make the address</source>
        <translation>Adresse anlegen</translation>
    </message>
    <message>
        <source>&amp;Label, may be empty</source>
        <translation>&amp;Bezeichnung, darf leer sein</translation>
    </message>
    <message>
        <source>No address could be made: the wallet file cannot be written.</source>
        <translation>Es konnte keine Adresse angelegt werden: Die Wallet-Datei lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Given away</source>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <source>For mining</source>
        <translation>Fürs Mining</translation>
    </message>
    <message>
        <source>Edit the label</source>
        <translation>Die Bezeichnung ändern</translation>
    </message>
    <message>
        <source>The label was not kept: the wallet file cannot be written.</source>
        <translation>Die Bezeichnung wurde nicht behalten: Die Wallet-Datei lässt sich nicht schreiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n Adresse</numerusform>
            <numerusform>%n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every block that this computer finds pays to an address of its own. They are listed here.</source>
        <translation>Jeder Block, den dieser Computer findet, zahlt an eine eigene Adresse. Sie stehen hier.</translation>
    </message>
    <message>
        <source>Ask for a payment…</source>
        <translation>Um Zahlung bitten…</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Was aufgelistet ist</translation>
    </message>
    <message>
        <source>Payment requests</source>
        <translation>Zahlungsanfragen</translation>
    </message>
    <message>
        <source>Ask somebody for a payment, and here you see whether it came.</source>
        <translation>Bitte jemanden um eine Zahlung, und hier siehst du, ob sie kam.</translation>
    </message>
    <message>
        <source>Show the code…</source>
        <translation>Code zeigen…</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>The payment link is copied.</source>
        <translation>Der Zahlungslink ist kopiert.</translation>
    </message>
</context>
<context>
    <name>gui::RecipientsDialog</name>
    <message>
        <source>Line %1:</source>
        <translation>Zeile %1:</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address.</source>
        <translation>„%1“ ist keine Adresse.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an address of another network than %2.</source>
        <translation>„%1“ ist eine Adresse eines anderen Netzwerks als %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount like 1.5.</source>
        <translation>„%1“ ist kein Betrag wie 1.5.</translation>
    </message>
    <message>
        <source>write the amount &quot;%1&quot; with a point.</source>
        <translation>Schreibe den Betrag „%1“ mit einem Punkt.</translation>
    </message>
    <message>
        <source>the amount %1 is too small to be passed on.</source>
        <translation>Der Betrag %1 ist zu klein, um weitergegeben zu werden.</translation>
    </message>
    <message>
        <source>there is more than address, amount and label.</source>
        <translation>Da steht mehr als Adresse, Betrag und Bezeichnung.</translation>
    </message>
    <message>
        <source>Pay a list</source>
        <translation>Eine Liste bezahlen</translation>
    </message>
    <message>
        <source>One line for each recipient: address, amount with a point, and a label if you like. Paste it out of a table, or open a CSV file.</source>
        <translation>Eine Zeile für jeden Empfänger: Adresse, Betrag mit Punkt und, wenn du magst, eine Bezeichnung. Füge sie aus einer Tabelle ein oder öffne eine CSV-Datei.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>List of recipients</source>
        <translation>Liste der Empfänger</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Open a list of recipients</source>
        <translation>Liste der Empfänger öffnen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read, or is too long.</source>
        <translation>%1 lässt sich nicht lesen oder ist zu lang.</translation>
    </message>
    <message>
        <source>A quotation mark in the list has no end, or it is too long.</source>
        <translation>Ein Anführungszeichen in der Liste hat kein Ende, oder sie ist zu lang.</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) are wrong.</source>
        <translation>
            <numerusform>%n weitere Zeile ist falsch.</numerusform>
            <numerusform>%n weitere Zeilen sind falsch.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no recipient in the list.</source>
        <translation>In der Liste steht kein Empfänger.</translation>
    </message>
    <message>
        <source>More than %1 at once do not fit here: split the list.</source>
        <translation>Mehr als %1 auf einmal passen hier nicht: Teile die Liste.</translation>
    </message>
</context>
<context>
    <name>gui::RequestDialog</name>
    <message>
        <source>No wallet is open.</source>
        <translation>Keine Wallet ist offen.</translation>
    </message>
    <message>
        <source>This wallet makes no addresses to be paid to.</source>
        <translation>Diese Wallet macht keine Adressen, an die gezahlt werden kann.</translation>
    </message>
    <message>
        <source>The request was not kept: the wallet file cannot be written.</source>
        <translation>Die Anfrage wurde nicht behalten: Die Wallet-Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Ask for a payment</source>
        <translation>Um eine Zahlung bitten</translation>
    </message>
    <message>
        <source>It gets an address of its own, so that you see whether and by whom it was paid.</source>
        <translation>Sie bekommt eine eigene Adresse. So siehst du, ob und von wem gezahlt wurde.</translation>
    </message>
    <message>
        <source>Make the request</source>
        <translation>Anfrage anlegen</translation>
    </message>
    <message>
        <source>&amp;Amount, may be empty</source>
        <translation>&amp;Betrag, darf leer sein</translation>
    </message>
    <message>
        <source>any amount</source>
        <translation>beliebiger Betrag</translation>
    </message>
    <message>
        <source>What &amp;for? Whoever pays reads it</source>
        <translation>Wofü&amp;r? Wer zahlt, liest es</translation>
    </message>
    <message>
        <source>From &amp;whom? Only you can read it</source>
        <translation>Von &amp;wem? Nur du kannst es lesen</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>eine Stunde</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>einen Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>eine Woche</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>&amp;How long?</source>
        <translation>Wie &amp;lange?</translation>
    </message>
    <message>
        <source>The amount is no number that can be paid. Leave it empty for any amount.</source>
        <translation>Der Betrag ist keine Zahl, die gezahlt werden kann. Lass ihn leer für einen beliebigen Betrag.</translation>
    </message>
    <message>
        <source>Making the request…</source>
        <translation>Anfrage wird angelegt…</translation>
    </message>
    <message>
        <source>Delete this request?</source>
        <translation>Diese Anfrage löschen?</translation>
    </message>
    <message>
        <source>It leaves the list. Its address stays yours: what comes there is still counted.</source>
        <translation>Sie verschwindet aus der Liste. Ihre Adresse bleibt deine: Was dort ankommt, zählt weiter.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
</context>
<context>
    <name>gui::RequestModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>gui::RequestsView</name>
    <message>
        <source>Last requests</source>
        <translation>Letzte Anfragen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>Welche Anfragen</translation>
    </message>
    <message>
        <source>No program has asked anything yet. Requests appear here while they are answered.</source>
        <translation>Noch hat kein Programm etwas gefragt. Anfragen erscheinen hier, während sie beantwortet werden.</translation>
    </message>
    <message>
        <source>%1 requests, %2 refused, the slowest took %3</source>
        <translation>%1 Anfragen, %2 abgelehnt, die langsamste dauerte %3</translation>
    </message>
</context>
<context>
    <name>gui::RestorePanel</name>
    <message>
        <source>I have a wallet</source>
        <translation>Ich habe eine Wallet</translation>
    </message>
    <message>
        <source>Its words bring everything back: addresses, coins and payments are found on the chain.</source>
        <translation>Ihre Wörter bringen alles zurück: Adressen, Münzen und Zahlungen werden in der Kette gefunden.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The sandbox on this computer</source>
        <translation>Die Sandbox auf diesem Computer</translation>
    </message>
    <message>
        <source>The network of a card…</source>
        <translation>Das Netzwerk einer Karte…</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>&amp;Extra word, if you chose one</source>
        <translation>&amp;Zusatzwort, falls du eines gewählt hast</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>Open a network card</source>
        <translation>Eine Netzkarte öffnen</translation>
    </message>
    <message>
        <source>&amp;Passphrase for this computer; empty: not encrypted</source>
        <translation>&amp;Passphrase für diesen Computer; leer: nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Passphrase &amp;again</source>
        <translation>Passphrase &amp;noch einmal</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
</context>
<context>
    <name>gui::ReviewDialog</name>
    <message>
        <source>Send this payment?</source>
        <translation>Diese Zahlung senden?</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Once sent, a payment cannot be taken back.</source>
        <translation>Einmal gesendet, lässt sich eine Zahlung nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>The payment is on its way.</source>
        <translation>Die Zahlung ist unterwegs.</translation>
    </message>
    <message>
        <source>Looking again…</source>
        <translation>Wird noch einmal geprüft…</translation>
    </message>
    <message>
        <source>The coins changed, so nothing was sent. Look again: this is what the payment does now.</source>
        <translation>Die Münzen haben sich geändert, deshalb wurde nichts gesendet. Sieh noch einmal hin: Das bewirkt die Zahlung jetzt.</translation>
    </message>
</context>
<context>
    <name>gui::RouteForm</name>
    <message>
        <source>without a password</source>
        <translation>ohne Passwort</translation>
    </message>
    <message>
        <source>with the password of this run</source>
        <translation>mit dem Passwort dieses Laufs</translation>
    </message>
    <message>
        <source>with a token</source>
        <translation>mit einem Token</translation>
    </message>
    <message>
        <source>Send as</source>
        <translation>Senden als</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Address of this request</source>
        <translation>Adresse dieser Anfrage</translation>
    </message>
    <message>
        <source>part of the path</source>
        <translation>Teil des Pfads</translation>
    </message>
    <message>
        <source>Bytes in hex</source>
        <translation>Bytes in Hex</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>gui::RouteModel</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
</context>
<context>
    <name>gui::RuleTexts</name>
    <message>
        <source>Seconds between blocks</source>
        <translation>Sekunden zwischen Blöcken</translation>
    </message>
    <message>
        <source>Reward of a block, in coins</source>
        <translation>Belohnung für einen Block, in Münzen</translation>
    </message>
    <message>
        <source>The reward halves every … blocks (0: never)</source>
        <translation>Halbierung der Belohnung alle … Blöcke (0: nie)</translation>
    </message>
    <message>
        <source>Difficulty adjusts every … blocks</source>
        <translation>Schwierigkeit passt sich an alle … Blöcke</translation>
    </message>
    <message>
        <source>Rewards can be spent after … blocks</source>
        <translation>Belohnungen können ausgegeben werden nach … Blöcken</translation>
    </message>
    <message>
        <source>Transactions in a block, at most</source>
        <translation>Transaktionen in einem Block, höchstens</translation>
    </message>
    <message>
        <source>Easiest difficulty after … seconds (0: never)</source>
        <translation>Leichteste Schwierigkeit nach … Sekunden (0: nie)</translation>
    </message>
    <message>
        <source>Addresses begin with</source>
        <translation>Adressen beginnen mit</translation>
    </message>
    <message>
        <source>an amount from %1 to %2 with at most 8 decimals</source>
        <translation>ein Betrag von %1 bis %2 mit höchstens 8 Nachkommastellen</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2 small letters from a to z</source>
        <translation>%1 bis %2 Kleinbuchstaben von a bis z</translation>
    </message>
    <message>
        <source>“%1” is empty; it must be %2.</source>
        <translation>„%1“ ist leer; es muss %2 sein.</translation>
    </message>
    <message>
        <source>“%1” must be %2, not “%3”.</source>
        <translation>„%1“ muss %2 sein, nicht „%3“.</translation>
    </message>
</context>
<context>
    <name>gui::RulesView</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Block</numerusform>
            <numerusform>%n Blöcke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 weight units</source>
        <translation>%1 Gewichtseinheiten</translation>
    </message>
    <message>
        <source>Reward of a block</source>
        <translation>Belohnung für einen Block</translation>
    </message>
    <message>
        <source>The reward halves every</source>
        <translation>Halbierung der Belohnung</translation>
    </message>
    <message>
        <source>Transactions in a block, at most</source>
        <translation>Transaktionen in einem Block, höchstens</translation>
    </message>
    <message>
        <source>Weight of a block, at most</source>
        <translation>Gewicht eines Blocks, höchstens</translation>
    </message>
    <message>
        <source>A block is meant to come every</source>
        <translation>Ein Block soll kommen alle</translation>
    </message>
    <message>
        <source>Difficulty follows every</source>
        <translation>Schwierigkeit passt sich an alle</translation>
    </message>
    <message>
        <source>Easiest target</source>
        <translation>Leichtester Zielwert</translation>
    </message>
    <message>
        <source>First target</source>
        <translation>Erster Zielwert</translation>
    </message>
    <message>
        <source>A mined coin can be spent after</source>
        <translation>Reifezeit geminter Münzen</translation>
    </message>
    <message>
        <source>The easiest target is allowed after</source>
        <translation>Der leichteste Zielwert ist erlaubt nach</translation>
    </message>
    <message>
        <source>Addresses begin with</source>
        <translation>Adressen beginnen mit</translation>
    </message>
    <message>
        <source>Time of the first block</source>
        <translation>Zeit des ersten Blocks</translation>
    </message>
    <message>
        <source>Message in the first block</source>
        <translation>Nachricht im ersten Block</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>Dieses Netzwerk</translation>
    </message>
    <message>
        <source>Three words of the network: %1</source>
        <translation>Drei Wörter des Netzwerks: %1</translation>
    </message>
    <message>
        <source>Two computers are in the same network when they show the same three words.</source>
        <translation>Zwei Computer sind im selben Netzwerk, wenn sie dieselben drei Wörter zeigen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Hash of the first block</source>
        <translation>Hash des ersten Blocks</translation>
    </message>
    <message>
        <source>First block</source>
        <translation>Erster Block</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Magic of its files</source>
        <translation>Kennung seiner Dateien</translation>
    </message>
    <message>
        <source>Its rules</source>
        <translation>Seine Regeln</translation>
    </message>
    <message>
        <source>A network for trying things out: difficulty never changes.</source>
        <translation>Ein Netzwerk zum Ausprobieren: Die Schwierigkeit ändert sich nie.</translation>
    </message>
    <message>
        <source>They were fixed with the first block. Another rule would make another network.</source>
        <translation>Sie wurden mit dem ersten Block festgelegt. Eine andere Regel ergäbe ein anderes Netzwerk.</translation>
    </message>
</context>
<context>
    <name>gui::RunWords</name>
    <message>
        <source>Welcome to Cairn</source>
        <translation>Willkommen bei Cairn</translation>
    </message>
    <message>
        <source>Changing the network…</source>
        <translation>Das Netzwerk wird gewechselt…</translation>
    </message>
    <message>
        <source>The present one is put away first; nothing of it is lost.</source>
        <translation>Das bisherige wird zuerst weggelegt; nichts davon geht verloren.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Measuring this computer for half a second, so that blocks come about every ten seconds.</source>
        <translation>Dieser Computer wird eine halbe Sekunde lang gemessen, damit etwa alle zehn Sekunden ein Block kommt.</translation>
    </message>
    <message>
        <source>The chain and the wallet are opened.</source>
        <translation>Die Kette und die Wallet werden geöffnet.</translation>
    </message>
    <message>
        <source>The wallet is restored; the chain is being searched for its coins.</source>
        <translation>Die Wallet wird wiederhergestellt; die Kette wird nach ihren Münzen durchsucht.</translation>
    </message>
    <message>
        <source>This is your chain, and this computer mines its first block.</source>
        <translation>Das ist deine Kette, und dieser Computer mint ihren ersten Block.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird beendet…</translation>
    </message>
    <message>
        <source>Mining ends, peers are told, and everything is on disk before the window closes.</source>
        <translation>Das Mining endet, die Gegenstellen erfahren es, und alles ist gespeichert, bevor sich das Fenster schließt.</translation>
    </message>
    <message>
        <source>Cairn could not start</source>
        <translation>Cairn konnte nicht starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open without the API</source>
        <translation>Ohne die API öffnen</translation>
    </message>
    <message>
        <source>Starting again…</source>
        <translation>Wird neu gestartet…</translation>
    </message>
    <message>
        <source>The node is stopped cleanly, then it starts with the settings of now.</source>
        <translation>Der Knoten wird sauber angehalten und startet dann mit den jetzigen Einstellungen.</translation>
    </message>
    <message>
        <source>The stored chain is damaged</source>
        <translation>Die gespeicherte Kette ist beschädigt</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Den Ordner öffnen</translation>
    </message>
    <message>
        <source>Repairing reads every block that can still be read and makes the chain anew from them. The old file is kept, and wallets are files of their own that are not touched.</source>
        <translation>Beim Reparieren wird jeder Block gelesen, der noch lesbar ist, und die Kette daraus neu aufgebaut. Die alte Datei bleibt erhalten, und Wallets sind eigene Dateien, die nicht angetastet werden.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>Wird repariert …</translation>
    </message>
    <message>
        <source>The chain is made anew from its blocks. This takes as long as reading them did the first time.</source>
        <translation>Die Kette wird aus ihren Blöcken neu aufgebaut. Das dauert so lange wie das erste Einlesen.</translation>
    </message>
</context>
<context>
    <name>gui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>gui::SearchPane</name>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>in block %1</source>
        <translation>in Block %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Show the chain</source>
        <translation>Die Kette zeigen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Hash or address</source>
        <translation>Hash oder Adresse</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found for “%1”.
You can search for a height, the hash of a block, the id of a transaction, an address, or the first six digits or more of a hash.</source>
        <translation>Zu „%1“ wurde nichts gefunden.
Du kannst nach einer Höhe, dem Hash eines Blocks, der Kennung einer Transaktion, einer Adresse oder den ersten sechs oder mehr Stellen eines Hashs suchen.</translation>
    </message>
    <message>
        <source>not in the best chain</source>
        <translation>nicht in der besten Kette</translation>
    </message>
</context>
<context>
    <name>gui::SendView</name>
    <message>
        <source>You can spend &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Du kannst &lt;b&gt;%1&lt;/b&gt; ausgeben.</translation>
    </message>
    <message>
        <source>&lt;work&gt;%1&lt;/work&gt; is still maturing.</source>
        <translation>&lt;work&gt;%1&lt;/work&gt; reift noch.</translation>
    </message>
    <message>
        <source>Enter the address of the one who gets the payment. You will see here what it does.</source>
        <translation>Gib die Adresse dessen ein, der die Zahlung bekommt. Hier siehst du dann, was sie bewirkt.</translation>
    </message>
    <message>
        <source>Enter an amount, and you will see here what the payment does.</source>
        <translation>Gib einen Betrag ein, dann siehst du hier, was die Zahlung bewirkt.</translation>
    </message>
    <message>
        <source>The payment is on its way.</source>
        <translation>Die Zahlung ist unterwegs.</translation>
    </message>
    <message>
        <source>the best coins</source>
        <translation>die besten Münzen</translation>
    </message>
    <message numerus="yes">
        <source>%n coin(s), %1</source>
        <translation>
            <numerusform>%n Münze, %1</numerusform>
            <numerusform>%n Münzen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Look the payment over before it is sent</source>
        <translation>Sieh die Zahlung durch, bevor sie gesendet wird</translation>
    </message>
    <message>
        <source>%1 is frozen.</source>
        <translation>%1 ist eingefroren.</translation>
    </message>
    <message>
        <source>The payment is on its way, but the names of the list were not kept.</source>
        <translation>Die Zahlung ist unterwegs, aber die Namen der Liste wurden nicht behalten.</translation>
    </message>
</context>
<context>
    <name>gui::SettingEditor</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>weitere</translation>
    </message>
    <message>
        <source>Works after the node was started again.</source>
        <translation>Wirkt nach einem Neustart des Knotens.</translation>
    </message>
    <message>
        <source>Set by the command that started Cairn; it counts more than this page.</source>
        <translation>Vom Befehl gesetzt, der Cairn gestartet hat; er zählt mehr als diese Seite.</translation>
    </message>
    <message>
        <source>Set by the variable %1 of the environment; it counts more than this page.</source>
        <translation>Von der Umgebungsvariable %1 gesetzt; sie zählt mehr als diese Seite.</translation>
    </message>
    <message>
        <source>As the network&apos;s card advises.</source>
        <translation>Wie es die Karte des Netzwerks empfiehlt.</translation>
    </message>
</context>
<context>
    <name>gui::SettingLine</name>
    <message>
        <source>Back to the standard value of “%1”</source>
        <translation>Zurück zum Standardwert von „%1“</translation>
    </message>
</context>
<context>
    <name>gui::SettingWords</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light, dark, or with strong contrasts.</source>
        <translation>Hell, dunkel oder mit starken Kontrasten.</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Everything in the window grows with it.</source>
        <translation>Alles im Fenster wächst mit.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Changes are shown at once instead of moving in.</source>
        <translation>Änderungen erscheinen sofort, statt sich hineinzubewegen.</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>Beträge verbergen</translation>
    </message>
    <message>
        <source>Dots instead of amounts on every page, for when others look on.</source>
        <translation>Punkte statt Beträgen auf jeder Seite, wenn andere zusehen.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Shown on the home page until they are done.</source>
        <translation>Stehen auf der Startseite, bis sie getan sind.</translation>
    </message>
    <message>
        <source>Tell me about payments</source>
        <translation>Zahlungen melden</translation>
    </message>
    <message>
        <source>A notification of the desktop when a payment comes in while you look elsewhere; many at once in one.</source>
        <translation>Eine Mitteilung des Desktops, wenn eine Zahlung eingeht, während du woanders bist; viele auf einmal in einer.</translation>
    </message>
    <message>
        <source>Tell me about blocks I find</source>
        <translation>Gefundene Blöcke melden</translation>
    </message>
    <message>
        <source>A notification at most once a minute, with all blocks since the last.</source>
        <translation>Höchstens eine Mitteilung je Minute, mit allen Blöcken seit der letzten.</translation>
    </message>
    <message>
        <source>Keep Cairn in the tray</source>
        <translation>Cairn im Infobereich behalten</translation>
    </message>
    <message>
        <source>Closing the window then leaves the node running; Ctrl+Q ends it. Needs a desktop with a tray.</source>
        <translation>Dann läuft der Knoten weiter, wenn das Fenster geschlossen wird; Strg+Q beendet ihn. Braucht einen Desktop mit Infobereich.</translation>
    </message>
    <message>
        <source>Fee of a payment</source>
        <translation>Gebühr einer Zahlung</translation>
    </message>
    <message>
        <source>What a payment offers where nothing else is chosen. An ordinary one has about 140 virtual bytes.</source>
        <translation>Was eine Zahlung bietet, wenn nichts anderes gewählt ist. Eine gewöhnliche hat etwa 140 virtuelle Bytes.</translation>
    </message>
    <message>
        <source>A payment is confirmed after</source>
        <translation>Eine Zahlung ist bestätigt nach</translation>
    </message>
    <message>
        <source>So many blocks, its own included, are on top of it. More is safer.</source>
        <translation>So viele Blöcke, ihr eigener mitgezählt, liegen darüber. Mehr ist sicherer.</translation>
    </message>
    <message>
        <source>Lock the wallet after</source>
        <translation>Die Wallet sperren nach</translation>
    </message>
    <message>
        <source>An encrypted wallet asks for its passphrase again after this time without keys and mouse.</source>
        <translation>Eine verschlüsselte Wallet fragt nach dieser Zeit ohne Tastatur und Maus wieder nach ihrer Passphrase.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Mine when Cairn starts</source>
        <translation>Minen, wenn Cairn startet</translation>
    </message>
    <message>
        <source>Without a press of the switch.</source>
        <translation>Ohne dass der Schalter gedrückt wird.</translation>
    </message>
    <message>
        <source>Threads that mine</source>
        <translation>Threads, die minen</translation>
    </message>
    <message>
        <source>Each keeps one core of the processor busy.</source>
        <translation>Jeder beschäftigt einen Kern des Prozessors.</translation>
    </message>
    <message>
        <source>half of them</source>
        <translation>die Hälfte</translation>
    </message>
    <message>
        <source>What is mined for</source>
        <translation>Wofür gemint wird</translation>
    </message>
    <message>
        <source>Always, for the rewards; or only while payments wait for a block.</source>
        <translation>Immer, für die Belohnungen; oder nur, solange Zahlungen auf einen Block warten.</translation>
    </message>
    <message>
        <source>Share of its time</source>
        <translation>Anteil der Zeit</translation>
    </message>
    <message>
        <source>Each thread mines for this much of the time; less keeps the computer cool.</source>
        <translation>Jeder Thread mint diesen Teil der Zeit; weniger hält den Computer kühl.</translation>
    </message>
    <message>
        <source>Rest on battery</source>
        <translation>Im Akkubetrieb ruhen</translation>
    </message>
    <message>
        <source>No mining while the computer is not plugged in, where the system tells.</source>
        <translation>Kein Mining, solange der Computer nicht am Stromnetz hängt, wo das System es meldet.</translation>
    </message>
    <message>
        <source>Wait until I am away for</source>
        <translation>Warten, bis ich so lange weg bin</translation>
    </message>
    <message>
        <source>Mine only after this time without keys and mouse in this window.</source>
        <translation>Mint erst nach dieser Zeit ohne Tastatur und Maus in diesem Fenster.</translation>
    </message>
    <message>
        <source>no waiting</source>
        <translation>kein Warten</translation>
    </message>
    <message>
        <source>How hashes are computed</source>
        <translation>Wie Hashes berechnet werden</translation>
    </message>
    <message>
        <source>With which instructions of the processor. What it lacks is replaced by the fastest it has.</source>
        <translation>Mit welchen Befehlen des Prozessors. Was ihm fehlt, ersetzen die schnellsten, die er hat.</translation>
    </message>
    <message>
        <source>Where rewards go</source>
        <translation>Wohin Belohnungen gehen</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Name dieses Computers</translation>
    </message>
    <message>
        <source>What others see it as, and what its blocks are signed with. Left empty, the name of the user or of the computer.</source>
        <translation>Wie andere ihn sehen und womit seine Blöcke unterschrieben sind. Leer gelassen, der Name des Benutzers oder des Computers.</translation>
    </message>
    <message>
        <source>Where other nodes reach this one</source>
        <translation>Wo andere Knoten diesen erreichen</translation>
    </message>
    <message>
        <source>Off, this node still talks to others, but only it can begin.</source>
        <translation>Ausgeschaltet spricht dieser Knoten weiter mit anderen, aber nur er kann beginnen.</translation>
    </message>
    <message>
        <source>Peers to stay in touch with</source>
        <translation>Gegenstellen, mit denen Kontakt gehalten wird</translation>
    </message>
    <message>
        <source>One a line, as 192.168.1.20:5001.</source>
        <translation>Eine je Zeile, wie 192.168.1.20:5001.</translation>
    </message>
    <message>
        <source>Room for waiting payments</source>
        <translation>Platz für wartende Zahlungen</translation>
    </message>
    <message>
        <source>When it is full, those with the lowest fees are forgotten first.</source>
        <translation>Ist er voll, werden die mit den niedrigsten Gebühren zuerst vergessen.</translation>
    </message>
    <message>
        <source>Lowest fee that is passed on</source>
        <translation>Niedrigste Gebühr, die weitergegeben wird</translation>
    </message>
    <message>
        <source>Payments that offer less are not taken.</source>
        <translation>Zahlungen, die weniger bieten, werden nicht angenommen.</translation>
    </message>
    <message>
        <source>Forget waiting payments after</source>
        <translation>Wartende Zahlungen vergessen nach</translation>
    </message>
    <message>
        <source>For those that no block takes.</source>
        <translation>Für die, die kein Block aufnimmt.</translation>
    </message>
    <message>
        <source>Take unusual scripts</source>
        <translation>Ungewöhnliche Skripte annehmen</translation>
    </message>
    <message>
        <source>Transactions whose scripts are valid but have a form that nodes do not pass on as a rule.</source>
        <translation>Transaktionen, deren Skripte gültig sind, aber eine Form haben, die Knoten in der Regel nicht weitergeben.</translation>
    </message>
    <message>
        <source>What counts as dust</source>
        <translation>Was als Staub gilt</translation>
    </message>
    <message>
        <source>Amounts that cost more to spend than they are worth, at this fee, are not taken.</source>
        <translation>Beträge, die bei dieser Gebühr mehr kosten, als sie wert sind, wenn man sie ausgibt, werden nicht angenommen.</translation>
    </message>
    <message>
        <source>Data in a transaction</source>
        <translation>Daten in einer Transaktion</translation>
    </message>
    <message>
        <source>At most so much that is no payment (OP_RETURN).</source>
        <translation>Höchstens so viel, was keine Zahlung ist (OP_RETURN).</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Where programs reach this node</source>
        <translation>Wo Programme diesen Knoten erreichen</translation>
    </message>
    <message>
        <source>Scripts, miners and explorers ask here. Off, no program can.</source>
        <translation>Skripte, Miner und Explorer fragen hier. Ausgeschaltet kann es kein Programm.</translation>
    </message>
    <message>
        <source>Further names of this computer</source>
        <translation>Weitere Namen dieses Computers</translation>
    </message>
    <message>
        <source>Host names that requests may use beside its address, one a line.</source>
        <translation>Hostnamen, die Anfragen neben seiner Adresse verwenden dürfen, einer je Zeile.</translation>
    </message>
    <message>
        <source>Web pages that may ask</source>
        <translation>Webseiten, die fragen dürfen</translation>
    </message>
    <message>
        <source>They may read the explorer&apos;s routes; one a line, as http://host:port.</source>
        <translation>Sie dürfen die Routen des Explorers lesen; eine je Zeile, wie http://host:port.</translation>
    </message>
    <message>
        <source>Programs that want to pay</source>
        <translation>Programme, die zahlen wollen</translation>
    </message>
    <message>
        <source>From a wallet that is open and not locked.</source>
        <translation>Aus einer Wallet, die offen und nicht gesperrt ist.</translation>
    </message>
    <message>
        <source>What the log tells</source>
        <translation>Was das Protokoll festhält</translation>
    </message>
    <message>
        <source>The log is a file; Help says where.</source>
        <translation>Das Protokoll ist eine Datei; die Hilfe sagt, wo sie liegt.</translation>
    </message>
    <message>
        <source>Memory for coins</source>
        <translation>Speicher für Münzen</translation>
    </message>
    <message>
        <source>More makes reading a long chain faster.</source>
        <translation>Mit mehr wird eine lange Kette schneller gelesen.</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>wie der Desktop</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>hoher Kontrast</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>if it mined when it ended</source>
        <translation>wenn es beim Beenden gemint hat</translation>
    </message>
    <message>
        <source>while payments wait</source>
        <translation>solange Zahlungen warten</translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation>die schnellsten</translation>
    </message>
    <message>
        <source>without special instructions</source>
        <translation>ohne besondere Befehle</translation>
    </message>
    <message>
        <source>may do so at once</source>
        <translation>dürfen es sofort</translation>
    </message>
    <message>
        <source>ask in this window</source>
        <translation>fragen in diesem Fenster</translation>
    </message>
    <message>
        <source>need a token</source>
        <translation>brauchen ein Token</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>what happens</source>
        <translation>was geschieht</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>errors only</source>
        <translation>nur Fehler</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2 is needed.</source>
        <translation>Nötig ist eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>An amount from %1 to %2 is needed, with a point before decimals and at most 8 of them.</source>
        <translation>Nötig ist ein Betrag von %1 bis %2, mit einem Punkt vor den Nachkommastellen und höchstens 8 davon.</translation>
    </message>
    <message>
        <source>An address of this computer and a port from 0 to 65 535 are needed.</source>
        <translation>Nötig sind eine Adresse dieses Computers und ein Port von 0 bis 65 535.</translation>
    </message>
    <message>
        <source>At most 1 000 letters are possible, without line breaks.</source>
        <translation>Möglich sind höchstens 1 000 Zeichen, ohne Zeilenumbrüche.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Mining</source>
        <translation>Mining</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Fortgeschritten</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1 for 1 000 virtual bytes</source>
        <translation>%1 für 1 000 virtuelle Bytes</translation>
    </message>
    <message>
        <source>This holds until Cairn ends: the file of settings cannot be written. Check the disk and the rights of the folder.</source>
        <translation>Das gilt, bis Cairn endet: Die Datei der Einstellungen kann nicht geschrieben werden. Prüfe den Datenträger und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Addresses with a port are needed, as 192.168.1.20:5001, with commas between them.</source>
        <translation>Nötig sind Adressen mit Port wie 192.168.1.20:5001, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Names or addresses of computers are needed, with commas between them.</source>
        <translation>Nötig sind Namen oder Adressen von Computern, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Addresses that begin with http:// or https:// are needed, with commas between them.</source>
        <translation>Nötig sind Adressen, die mit http:// oder https:// beginnen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Ask before replacing more than</source>
        <translation>Vor dem Ersetzen fragen ab mehr als</translation>
    </message>
    <message>
        <source>A branch with more work that would take back more of our blocks than this waits until you decide.</source>
        <translation>Ein Zweig mit mehr Arbeit, der mehr unserer Blöcke als dies zurücknähme, wartet, bis du entscheidest.</translation>
    </message>
    <message>
        <source>never ask</source>
        <translation>nie fragen</translation>
    </message>
    <message>
        <source>Of the window, with its decimal sign.</source>
        <translation>Die des Fensters, mit ihrem Dezimalzeichen.</translation>
    </message>
    <message>
        <source>Networks near you</source>
        <translation>Netzwerke in der Nähe</translation>
    </message>
    <message>
        <source>Computers in the same Wi-Fi or cable network are shown, and see this network while they can reach it.</source>
        <translation>Computer im selben WLAN oder Kabelnetz werden gezeigt und sehen dieses Netzwerk, solange sie es erreichen können.</translation>
    </message>
    <message>
        <source>Addresses watched ahead</source>
        <translation>Im Voraus beobachtete Adressen</translation>
    </message>
    <message>
        <source>So many in a row may stay unpaid before the wallet misses a payment to the next. A shop needs more.</source>
        <translation>So viele hintereinander dürfen unbezahlt bleiben, ehe der Wallet eine Zahlung an die nächste entgeht. Ein Laden braucht mehr.</translation>
    </message>
    <message>
        <source>An address of this network. Left empty, rewards go to an address of the open wallet, another one with every start.</source>
        <translation>Eine Adresse dieses Netzwerks. Bleibt sie leer, gehen Belohnungen an eine Adresse der offenen Wallet, mit jedem Start an eine andere.</translation>
    </message>
</context>
<context>
    <name>gui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Eine Einstellung finden</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Alle Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Neu starten</translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n setting(s) wait(s)&lt;/b&gt; until the node is started again. That takes a moment, in which nothing is mined; an encrypted wallet is locked afterwards.</source>
        <translation>
            <numerusform>&lt;b&gt;%n Einstellung wartet&lt;/b&gt;, bis der Knoten neu gestartet ist. Das dauert einen Moment, in dem nicht gemint wird; eine verschlüsselte Wallet ist danach gesperrt.</numerusform>
            <numerusform>&lt;b&gt;%n Einstellungen warten&lt;/b&gt;, bis der Knoten neu gestartet ist. Das dauert einen Moment, in dem nicht gemint wird; eine verschlüsselte Wallet ist danach gesperrt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SharedWalletDialog</name>
    <message>
        <source>Line %1:</source>
        <translation>Zeile %1:</translation>
    </message>
    <message>
        <source>this is a private key. Whoever sent it must never do that: everybody who saw it can take their money. Ask for the public key (xpub).</source>
        <translation>das ist ein privater Schlüssel. Den darf niemand verschicken: Wer ihn gesehen hat, kann das Geld nehmen. Bitte um den öffentlichen Schlüssel (xpub).</translation>
    </message>
    <message>
        <source>no addresses can be made with this key. Ask for the key of an account (xpub).</source>
        <translation>mit diesem Schlüssel lassen sich keine Adressen machen. Bitte um den Schlüssel eines Kontos (xpub).</translation>
    </message>
    <message>
        <source>this is no key of an account (xpub) of this network. Check that all of it was copied.</source>
        <translation>das ist kein Schlüssel eines Kontos (xpub) dieses Netzwerks. Prüfe, ob er ganz kopiert ist.</translation>
    </message>
    <message>
        <source>Start a shared wallet</source>
        <translation>Gemeinsame Wallet beginnen</translation>
    </message>
    <message>
        <source>Make the wallet</source>
        <translation>Wallet anlegen</translation>
    </message>
    <message>
        <source>Your key: give it to the others. It moves no money by itself</source>
        <translation>Dein Schlüssel: Gib ihn den anderen. Geld bewegt er allein nicht</translation>
    </message>
    <message>
        <source>Code of your key, to be scanned</source>
        <translation>Code deines Schlüssels, zum Einlesen</translation>
    </message>
    <message>
        <source>As a code</source>
        <translation>Als Code</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>&amp;Keys of the others, one a line; or the whole plan</source>
        <translation>&amp;Schlüssel der anderen, einer pro Zeile; oder der ganze Plan</translation>
    </message>
    <message>
        <source>So many have to &amp;sign</source>
        <translation>So viele müssen &amp;unterschreiben</translation>
    </message>
    <message>
        <source>All of us see this &amp;address</source>
        <translation>Wir alle sehen diese &amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Name of the shared wallet</source>
        <translation>&amp;Name der gemeinsamen Wallet</translation>
    </message>
    <message>
        <source>&amp;Passphrase of its file; empty: not encrypted</source>
        <translation>&amp;Passphrase der Datei; leer: nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Passphrase a&amp;gain</source>
        <translation>Passphrase noch &amp;einmal</translation>
    </message>
    <message>
        <source>The wallet that is open has no words to make a key from, so the shared one will only watch. Open another wallet first to sign with it.</source>
        <translation>Die offene Wallet hat keine Wörter, aus denen ein Schlüssel würde; die gemeinsame beobachtet dann nur. Öffne zuerst eine andere, um damit zu unterschreiben.</translation>
    </message>
    <message>
        <source>It belongs to the words of &lt;b&gt;%1&lt;/b&gt;: they and the plan bring your part back.</source>
        <translation>Er gehört zu den Wörtern von &lt;b&gt;%1&lt;/b&gt;: Sie und der Plan bringen deinen Teil zurück.</translation>
    </message>
    <message>
        <source>Open keys, or a plan</source>
        <translation>Schlüssel oder einen Plan öffnen</translation>
    </message>
    <message>
        <source>Texts (*.txt);;All files (*)</source>
        <translation>Texte (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read, or is too long.</source>
        <translation>%1 lässt sich nicht lesen oder ist zu lang.</translation>
    </message>
    <message>
        <source>This is too long for the keys of a shared wallet.</source>
        <translation>Das ist zu lang für die Schlüssel einer gemeinsamen Wallet.</translation>
    </message>
    <message>
        <source>This is no plan of a shared wallet. Such a plan begins with “wsh(sortedmulti(”, and its last eight characters check the others.</source>
        <translation>Das ist kein Plan einer gemeinsamen Wallet. Ein solcher Plan beginnt mit „wsh(sortedmulti(“, und seine letzten acht Zeichen prüfen die anderen.</translation>
    </message>
    <message>
        <source>Line %1: this key is here twice.</source>
        <translation>Zeile %1: Diesen Schlüssel gibt es hier zweimal.</translation>
    </message>
    <message>
        <source>More than %1 keys do not fit.</source>
        <translation>Mehr als %1 Schlüssel passen nicht.</translation>
    </message>
    <message>
        <source>A key is here twice.</source>
        <translation>Einen Schlüssel gibt es hier zweimal.</translation>
    </message>
    <message>
        <source>%1 (yours)</source>
        <translation>%1 (deiner)</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s): %1.</source>
        <translation>
            <numerusform>%n Schlüssel: %1.</numerusform>
            <numerusform>%n Schlüssel: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to see yet: at least two keys are needed.</source>
        <translation>Noch ist nichts zu sehen: Es braucht mindestens zwei Schlüssel.</translation>
    </message>
    <message>
        <source>Yours is not among them: this wallet would only watch.</source>
        <translation>Deiner ist nicht dabei: Diese Wallet würde nur beobachten.</translation>
    </message>
    <message numerus="yes">
        <source>of %n key(s)</source>
        <translation>
            <numerusform>von %n Schlüssel</numerusform>
            <numerusform>von %n Schlüsseln</numerusform>
        </translation>
    </message>
    <message>
        <source>Put in the keys of the others first.</source>
        <translation>Gib zuerst die Schlüssel der anderen ein.</translation>
    </message>
    <message>
        <source>Compare the first address with the others, and say that all see the same. Otherwise somebody may have put in another key, and the money is theirs.</source>
        <translation>Vergleiche die erste Adresse mit den anderen und sag, dass alle dieselbe sehen. Sonst hat vielleicht jemand einen anderen Schlüssel untergeschoben, und das Geld gehört ihm.</translation>
    </message>
    <message>
        <source>Give the wallet a name.</source>
        <translation>Gib der Wallet einen Namen.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Looking through the chain…</source>
        <translation>Die Kette wird durchsucht…</translation>
    </message>
    <message>
        <source>The wallet was made, but the plan was not kept: its file cannot be written. Put the plan into it on the page that adds keys.</source>
        <translation>Die Wallet ist angelegt, aber der Plan wurde nicht behalten: Ihre Datei kann nicht geschrieben werden. Füge den Plan unter „Schlüssel hinzufügen“ ein.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step 2 of 2: all of you must see the same first address. Compare it by telephone, or side by side: otherwise somebody may have put in another key, and the money is theirs.</source>
        <translation>Schritt 2 von 2: Ihr müsst alle dieselbe erste Adresse sehen. Vergleicht sie am Telefon oder nebeneinander: Sonst kann jemand einen anderen Schlüssel eingesetzt haben, und das Geld gehört ihm.</translation>
    </message>
    <message>
        <source>Step 1 of 2: several people, or several computers of yours, hold a key each; so many of them have to sign before anything moves. One alone can do nothing, and one may be lost.</source>
        <translation>Schritt 1 von 2: Mehrere Leute, oder mehrere deiner Computer, haben je einen Schlüssel; so viele müssen unterschreiben, bevor sich etwas bewegt. Einer allein kann nichts, und einer darf verloren gehen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Its first address</source>
        <translation>Ihre erste Adresse</translation>
    </message>
</context>
<context>
    <name>gui::SharingControl</name>
    <message>
        <source>Let others on this network reach this computer</source>
        <translation>Andere in diesem Netzwerk diesen Computer erreichen lassen</translation>
    </message>
    <message>
        <source>&lt;good&gt;The firewall lets others in at port %1.&lt;/good&gt;</source>
        <translation>&lt;good&gt;Die Firewall lässt andere am Port %1 herein.&lt;/good&gt;</translation>
    </message>
    <message>
        <source>&lt;bad&gt;The firewall was not changed.&lt;/bad&gt; Who may change it types:</source>
        <translation>&lt;bad&gt;Die Firewall wurde nicht geändert.&lt;/bad&gt; Wer sie ändern darf, tippt:</translation>
    </message>
    <message>
        <source>Others cannot reach you yet. You can still reach them.</source>
        <translation>Andere können dich noch nicht erreichen. Du kannst sie trotzdem erreichen.</translation>
    </message>
    <message>
        <source>At &lt;b&gt;%1&lt;/b&gt;, for windows on this computer only: it is in no network now.</source>
        <translation>Unter &lt;b&gt;%1&lt;/b&gt;, nur für Fenster auf diesem Computer: Er ist gerade in keinem Netzwerk.</translation>
    </message>
    <message numerus="yes">
        <source>At &lt;b&gt;%1&lt;/b&gt; and %n more address(es), for everyone in the same Wi-Fi or cable network.</source>
        <translation>
            <numerusform>Unter &lt;b&gt;%1&lt;/b&gt; und %n weiterer Adresse, für alle im selben WLAN oder Kabelnetzwerk.</numerusform>
            <numerusform>Unter &lt;b&gt;%1&lt;/b&gt; und %n weiteren Adressen, für alle im selben WLAN oder Kabelnetzwerk.</numerusform>
        </translation>
    </message>
    <message>
        <source>At &lt;b&gt;%1&lt;/b&gt;, for everyone in the same Wi-Fi or cable network.</source>
        <translation>Unter &lt;b&gt;%1&lt;/b&gt;, für alle im selben WLAN oder Kabelnetzwerk.</translation>
    </message>
    <message>
        <source>Nobody has come yet.</source>
        <translation>Noch ist niemand gekommen.</translation>
    </message>
    <message numerus="yes">
        <source>&lt;good&gt;%n computer(s)&lt;/good&gt; reached you.</source>
        <translation>
            <numerusform>&lt;good&gt;%n Computer&lt;/good&gt; hat dich erreicht.</numerusform>
            <numerusform>&lt;good&gt;%n Computer&lt;/good&gt; haben dich erreicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;bad&gt;Port %1 is in use by another program.&lt;/bad&gt;</source>
        <translation>&lt;bad&gt;Port %1 wird von einem anderen Programm benutzt.&lt;/bad&gt;</translation>
    </message>
    <message>
        <source>&lt;bad&gt;Port %1 is in use by %2.&lt;/bad&gt;</source>
        <translation>&lt;bad&gt;Port %1 wird von %2 benutzt.&lt;/bad&gt;</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Port %1 verwenden</translation>
    </message>
    <message>
        <source>&lt;bad&gt;The system does not let this program listen at port %1.&lt;/bad&gt; Choose one above 1023 in the settings.</source>
        <translation>&lt;bad&gt;Das System lässt dieses Programm nicht am Port %1 lauschen.&lt;/bad&gt; Wähle in den Einstellungen einen über 1023.</translation>
    </message>
    <message>
        <source>&lt;bad&gt;The address of the setting is not one of this computer now.&lt;/bad&gt; Choose another one in the settings.</source>
        <translation>&lt;bad&gt;Die eingestellte Adresse gehört gerade nicht zu diesem Computer.&lt;/bad&gt; Wähle in den Einstellungen eine andere.</translation>
    </message>
    <message>
        <source>&lt;bad&gt;The port could not be opened.&lt;/bad&gt; The log says more.</source>
        <translation>&lt;bad&gt;Der Port ließ sich nicht öffnen.&lt;/bad&gt; Das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>A firewall (%1) guards this computer and may turn others away. This lets them in at one port, and nowhere else:</source>
        <translation>Eine Firewall (%1) schützt diesen Computer und weist andere vielleicht ab. Dies lässt sie an einem Port herein und nirgends sonst:</translation>
    </message>
    <message>
        <source>Open port %1</source>
        <translation>Port %1 öffnen</translation>
    </message>
    <message>
        <source>Show this network to computers near this one</source>
        <translation>Dieses Netzwerk Computern in der Nähe zeigen</translation>
    </message>
    <message>
        <source>They see its name and where it is, under “Near you”, and need no address.</source>
        <translation>Sie sehen seinen Namen und wo es ist, unter „In der Nähe“, und brauchen keine Adresse.</translation>
    </message>
</context>
<context>
    <name>gui::Sheet</name>
    <message>
        <source>Printed by Cairn on %1</source>
        <translation>Gedruckt von Cairn am %1</translation>
    </message>
    <message>
        <source>The words of %1</source>
        <translation>Die Wörter von %1</translation>
    </message>
    <message>
        <source>A wallet of the network %1</source>
        <translation>Eine Wallet des Netzwerks %1</translation>
    </message>
    <message>
        <source>Who has these words has the money.</source>
        <translation>Wer diese Wörter hat, hat das Geld.</translation>
    </message>
    <message>
        <source>Keep this paper where others do not look, and a second one in another place. To bring the wallet back, choose “Restore a wallet” in Cairn and type the words in this order.</source>
        <translation>Bewahre dieses Blatt auf, wo andere nicht nachsehen, und ein zweites an einem anderen Ort. Um die Wallet zurückzuholen, wähle in Cairn „Eine Wallet wiederherstellen“ und tippe die Wörter in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>Tritt %1 bei</translation>
    </message>
    <message>
        <source>Start Cairn, choose “Join a network”, and show it this code or type the link.</source>
        <translation>Starte Cairn, wähle „Einem Netzwerk beitreten“ und zeige ihm diesen Code, oder tippe den Link ab.</translation>
    </message>
    <message>
        <source>Cairn shows this colour and these words before you join: it is the right network when they are the same.</source>
        <translation>Cairn zeigt diese Farbe und diese Wörter, bevor du beitrittst: Es ist das richtige Netzwerk, wenn sie dieselben sind.</translation>
    </message>
    <message>
        <source>In the network %1</source>
        <translation>Im Netzwerk %1</translation>
    </message>
</context>
<context>
    <name>gui::SpendDialog</name>
    <message>
        <source>A program wants to pay</source>
        <translation>Ein Programm möchte zahlen</translation>
    </message>
    <message>
        <source>Answer every program like this until Cairn is closed</source>
        <translation>Jedem Programm so antworten, bis Cairn geschlossen wird</translation>
    </message>
    <message>
        <source>A program on this computer asks for this payment from &lt;b&gt;%1&lt;/b&gt;. It is told no if you do not answer within a minute.</source>
        <translation>Ein Programm auf diesem Computer bittet um diese Zahlung aus &lt;b&gt;%1&lt;/b&gt;. Antwortest du nicht innerhalb einer Minute, bekommt es ein Nein.</translation>
    </message>
    <message>
        <source>Allow this payment</source>
        <translation>Diese Zahlung erlauben</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Paying…</source>
        <translation>Wird gezahlt…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>gui::StartWords</name>
    <message>
        <source>This computer knows no network and no card named %1.</source>
        <translation>Dieser Rechner kennt weder ein Netz noch eine Karte mit dem Namen %1.</translation>
    </message>
    <message>
        <source>The network card %1 cannot be read. Check whether it is still there.</source>
        <translation>Die Netzkarte %1 lässt sich nicht lesen. Sieh nach, ob sie noch da ist.</translation>
    </message>
    <message>
        <source>%1 is not a network card. Ask for it again.</source>
        <translation>%1 ist keine Netzkarte. Bitte noch einmal darum.</translation>
    </message>
    <message>
        <source>The network card cannot be written to %1. Check the disk and the rights of the folder.</source>
        <translation>Die Netzkarte lässt sich nicht nach %1 schreiben. Prüfe die Festplatte und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>The folder %1 belongs to a network with other rules. Nothing was changed.</source>
        <translation>Der Ordner %1 gehört zu einem Netz mit anderen Regeln. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is not the card of the chain beside it. Nothing was changed. Put the right card there, or delete it: it is written again from the chain.</source>
        <translation>%1 ist nicht die Karte der Kette daneben. Nichts wurde geändert. Lege die richtige Karte dorthin, oder lösche sie: Sie wird aus der Kette neu geschrieben.</translation>
    </message>
    <message>
        <source>The rules of this network are Bitcoin Core&apos;s and cannot be changed.</source>
        <translation>Die Regeln dieses Netzes sind die von Bitcoin Core und lassen sich nicht ändern.</translation>
    </message>
    <message>
        <source>The environment asks for other rules than the network card has.</source>
        <translation>Die Umgebung verlangt andere Regeln, als auf der Netzkarte stehen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check that the one above it exists and may be written.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen. Prüfe, ob es den darüber gibt und ob er beschreibbar ist.</translation>
    </message>
    <message>
        <source>The folder %1 may not be written. Make it writable.</source>
        <translation>Der Ordner %1 darf nicht beschrieben werden. Mache ihn beschreibbar.</translation>
    </message>
    <message>
        <source>The folder %1 is in use by %2 (process %3). Use that window, or end that program.</source>
        <translation>Der Ordner %1 wird von %2 benutzt (Prozess %3). Nimm jenes Fenster, oder beende jenes Programm.</translation>
    </message>
    <message>
        <source>The folder %1 is in use by another program. End that first.</source>
        <translation>Der Ordner %1 wird von einem anderen Programm benutzt. Beende erst das.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be locked. Make it writable.</source>
        <translation>Der Ordner %1 lässt sich nicht sperren. Mache ihn beschreibbar.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Cairn. Nothing was changed; use that version.</source>
        <translation>%1 wurde von einer neueren Version von Cairn geschrieben. Nichts wurde geändert; nimm jene Version.</translation>
    </message>
    <message>
        <source>The chain in %1 is damaged.</source>
        <translation>Die Kette in %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 is in use by another program. End it and start again.</source>
        <translation>%1 wird von einem anderen Programm benutzt. Beende es und starte neu.</translation>
    </message>
    <message>
        <source>%1 may not be written. Make its folder writable.</source>
        <translation>%1 darf nicht beschrieben werden. Mache den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written. Check the disk and the rights of the folder.</source>
        <translation>%1 lässt sich nicht lesen oder schreiben. Prüfe die Festplatte und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>This network had reached block %1.</source>
        <translation>Dieses Netz hatte Block %1 erreicht.</translation>
    </message>
    <message>
        <source>Nothing was changed. Put the file back from a copy of the whole folder, or go on with what is there.</source>
        <translation>Nichts wurde geändert. Lege die Datei aus einer Kopie des ganzen Ordners zurück, oder mache mit dem weiter, was da ist.</translation>
    </message>
    <message>
        <source>The chain %1 is missing.</source>
        <translation>Die Kette %1 fehlt.</translation>
    </message>
    <message>
        <source>The chain %1 is empty.</source>
        <translation>Die Kette %1 ist leer.</translation>
    </message>
    <message>
        <source>The chain %1 has lost its newest blocks.</source>
        <translation>Die Kette %1 hat ihre neuesten Blöcke verloren.</translation>
    </message>
    <message>
        <source>There is no space left on the disk for %1. Nothing stored was lost; free some space and start again.</source>
        <translation>Auf der Festplatte ist kein Platz mehr für %1. Nichts Gespeichertes ist verloren; schaffe Platz und starte neu.</translation>
    </message>
    <message>
        <source>The chain %1 is damaged so badly that the rules of its network cannot be read from it, and there is no card beside it. Get the card from another computer of the network, and join with it.</source>
        <translation>Die Kette %1 ist so beschädigt, dass sich die Regeln ihres Netzes nicht aus ihr lesen lassen, und daneben liegt keine Karte. Hole die Karte von einem anderen Rechner des Netzes und tritt mit ihr bei.</translation>
    </message>
    <message>
        <source>The file of settings %1 cannot be understood. Correct it, or delete it to go back to the defaults; it holds no keys and no coins.</source>
        <translation>Die Einstellungsdatei %1 ist nicht zu verstehen. Berichtige sie, oder lösche sie, um zu den Vorgaben zurückzukehren; in ihr sind keine Schlüssel und keine Münzen.</translation>
    </message>
    <message>
        <source>Port %1, at which programs ask Cairn, is in use by another program.</source>
        <translation>Port %1, an dem Programme Cairn fragen, wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Port %1, at which programs ask Cairn, is in use by %2.</source>
        <translation>Port %1, an dem Programme Cairn fragen, wird von %2 benutzt.</translation>
    </message>
    <message>
        <source>The system does not let Cairn listen at port %1, at which programs ask it.</source>
        <translation>Das System lässt Cairn nicht an Port %1 lauschen, an dem Programme es fragen.</translation>
    </message>
    <message>
        <source>Port %1, at which programs ask Cairn, could not be opened.</source>
        <translation>Port %1, an dem Programme Cairn fragen, ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The disk is full: blocks and payments cannot be stored. Free some space; then everything goes on by itself.</source>
        <translation>Die Festplatte ist voll: Blöcke und Zahlungen lassen sich nicht speichern. Schaffe Platz, dann geht alles von selbst weiter.</translation>
    </message>
    <message>
        <source>The stored chain is damaged. Start Cairn again: it offers to repair it.</source>
        <translation>Die gespeicherte Kette ist beschädigt. Starte Cairn neu: Es bietet an, sie zu reparieren.</translation>
    </message>
    <message>
        <source>The chain cannot be written. Look at the disk and start Cairn again.</source>
        <translation>Die Kette lässt sich nicht schreiben. Sieh nach der Festplatte und starte Cairn neu.</translation>
    </message>
</context>
<context>
    <name>gui::StatusBar</name>
    <message>
        <source>State of the node</source>
        <translation>Zustand des Knotens</translation>
    </message>
</context>
<context>
    <name>gui::StripFeed</name>
    <message>
        <source>no payments</source>
        <translation>keine Zahlungen</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n Zahlung</numerusform>
            <numerusform>%n Zahlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>where it began</source>
        <translation>wo es begann</translation>
    </message>
    <message>
        <source>you</source>
        <translation>du</translation>
    </message>
    <message>
        <source>lost to another block</source>
        <translation>an einen anderen Block verloren</translation>
    </message>
    <message>
        <source>being mined</source>
        <translation>wird gemint</translation>
    </message>
    <message>
        <source>nobody mines</source>
        <translation>niemand mint</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächster</translation>
    </message>
</context>
<context>
    <name>gui::SyncState</name>
    <message>
        <source>In step</source>
        <translation>Auf gleichem Stand</translation>
    </message>
    <message numerus="yes">
        <source>with %n peer(s)</source>
        <translation>
            <numerusform>mit %n Gegenstelle</numerusform>
            <numerusform>mit %n Gegenstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s), all on block %1.</source>
        <translation>
            <numerusform>%n Gegenstelle, auf Block %1.</numerusform>
            <numerusform>%n Gegenstellen, alle auf Block %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s); %1 not on our block %2 yet.</source>
        <translation>
            <numerusform>%n Gegenstelle; %1 noch nicht auf unserem Block %2.</numerusform>
            <numerusform>%n Gegenstellen; %1 noch nicht auf unserem Block %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>block %1 of %2</source>
        <translation>Block %1 von %2</translation>
    </message>
    <message>
        <source>Block %1 of %2; balances may still change.</source>
        <translation>Block %1 von %2; Guthaben können sich noch ändern.</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>no peers yet</source>
        <translation>noch keine Gegenstellen</translation>
    </message>
    <message>
        <source>Your blocks are valid, but nobody else sees them yet.</source>
        <translation>Deine Blöcke sind gültig, aber noch sieht sie niemand sonst.</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Still</translation>
    </message>
    <message numerus="yes">
        <source>%n known peer(s), none answers</source>
        <translation>
            <numerusform>%n bekannte Gegenstelle, sie antwortet nicht</numerusform>
            <numerusform>%n bekannte Gegenstellen, keine antwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known peer(s), none answers. Cairn keeps trying.</source>
        <translation>
            <numerusform>%n bekannte Gegenstelle, sie antwortet nicht. Cairn versucht es weiter.</numerusform>
            <numerusform>%n bekannte Gegenstellen, keine antwortet. Cairn versucht es weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>On a different branch</source>
        <translation>Auf einem anderen Zweig</translation>
    </message>
    <message numerus="yes">
        <source>than %n peer(s)</source>
        <translation>
            <numerusform>als %n Gegenstelle</numerusform>
            <numerusform>als %n Gegenstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) follow another branch with no more work. The next block decides.</source>
        <translation>
            <numerusform>%n Gegenstelle folgt einem anderen Zweig mit nicht mehr Arbeit. Der nächste Block entscheidet.</numerusform>
            <numerusform>%n Gegenstellen folgen einem anderen Zweig mit nicht mehr Arbeit. Der nächste Block entscheidet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrong network</source>
        <translation>Falsches Netzwerk</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) have other rules</source>
        <translation>
            <numerusform>%n Gegenstelle hat andere Regeln</numerusform>
            <numerusform>%n Gegenstellen haben andere Regeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) run a network with other rules. Compare the three words.</source>
        <translation>
            <numerusform>%n Gegenstelle betreibt ein Netzwerk mit anderen Regeln. Vergleiche die drei Wörter.</numerusform>
            <numerusform>%n Gegenstellen betreiben ein Netzwerk mit anderen Regeln. Vergleiche die drei Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>%1 of the file</source>
        <translation>%1 der Datei</translation>
    </message>
    <message>
        <source>Blocks are read from a file: %1.</source>
        <translation>Blöcke werden aus einer Datei gelesen: %1.</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>a longer branch waits for you</source>
        <translation>ein längerer Zweig wartet auf dich</translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) follow a branch with more work that would take back many of our blocks. Nothing happens until you decide.</source>
        <translation>
            <numerusform>%n Gegenstelle folgt einem Zweig mit mehr Arbeit, der viele unserer Blöcke zurücknähme. Nichts geschieht, bis du entscheidest.</numerusform>
            <numerusform>%n Gegenstellen folgen einem Zweig mit mehr Arbeit, der viele unserer Blöcke zurücknähme. Nichts geschieht, bis du entscheidest.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clocks differ</source>
        <translation>Uhren weichen ab</translation>
    </message>
    <message numerus="yes">
        <source>from %n peer(s)</source>
        <translation>
            <numerusform>von %n Gegenstelle</numerusform>
            <numerusform>von %n Gegenstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peer(s) have blocks from a time that has not come yet here. Check the clock of this computer and theirs.</source>
        <translation>
            <numerusform>%n Gegenstelle hat Blöcke aus einer Zeit, die hier noch nicht gekommen ist. Prüfe die Uhr dieses Computers und ihre.</numerusform>
            <numerusform>%n Gegenstellen haben Blöcke aus einer Zeit, die hier noch nicht gekommen ist. Prüfe die Uhr dieses Computers und ihre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::TargetBar</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Closest miss</source>
        <translation>Knapp daneben</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>Closest miss so far</source>
        <translation>Bisher am knappsten</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1 zero bits</source>
        <translation>%1 Nullbits</translation>
    </message>
    <message>
        <source>Closest miss %1 of %2</source>
        <translation>Am knappsten: %1 von %2</translation>
    </message>
    <message>
        <source>target: %1 zero bits</source>
        <translation>Ziel: %1 Nullbits</translation>
    </message>
</context>
<context>
    <name>gui::TemplateStrip</name>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Fee rate</source>
        <translation>Gebührensatz</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What the block contains, best fee first</source>
        <translation>Was der Block enthält, die beste Gebühr zuerst</translation>
    </message>
    <message>
        <source>No payments, only the reward.</source>
        <translation>Keine Zahlungen, nur die Belohnung.</translation>
    </message>
    <message>
        <source>the reward</source>
        <translation>die Belohnung</translation>
    </message>
    <message>
        <source>The reward, %1</source>
        <translation>Die Belohnung, %1</translation>
    </message>
    <message>
        <source>Place %1 · %2 · fee %3 · %4</source>
        <translation>Platz %1 · %2 · Gebühr %3 · %4</translation>
    </message>
    <message>
        <source>reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>No payments are waiting; the block holds only the reward.</source>
        <translation>Keine Zahlungen warten; der Block enthält nur die Belohnung.</translation>
    </message>
    <message>
        <source>The reward, and payments: %1.</source>
        <translation>Die Belohnung, und Zahlungen: %1.</translation>
    </message>
</context>
<context>
    <name>gui::TermHelp</name>
    <message>
        <source>More words</source>
        <translation>Weitere Begriffe</translation>
    </message>
</context>
<context>
    <name>gui::Things</name>
    <message>
        <source>Show the block</source>
        <translation>Den Block zeigen</translation>
    </message>
    <message>
        <source>Show the transaction</source>
        <translation>Die Transaktion zeigen</translation>
    </message>
    <message>
        <source>Show the address</source>
        <translation>Die Adresse zeigen</translation>
    </message>
    <message>
        <source>Copy the hash of the block</source>
        <translation>Den Hash des Blocks kopieren</translation>
    </message>
    <message>
        <source>Copy the height</source>
        <translation>Die Höhe kopieren</translation>
    </message>
    <message>
        <source>Copy the id of the transaction</source>
        <translation>Die Kennung der Transaktion kopieren</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Die Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy the amount</source>
        <translation>Den Betrag kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Pay to this address…</source>
        <translation>An diese Adresse zahlen…</translation>
    </message>
</context>
<context>
    <name>gui::ThisBlockCard</name>
    <message>
        <source>This block</source>
        <translation>Dieser Block</translation>
    </message>
    <message>
        <source>Closest miss so far</source>
        <translation>Bisher am nächsten daran</translation>
    </message>
    <message>
        <source>There is nothing to work on yet.</source>
        <translation>Es gibt noch nichts, woran gearbeitet wird.</translation>
    </message>
    <message numerus="yes">
        <source>height %1 · reward &lt;b&gt;%2&lt;/b&gt; · %n payment(s)</source>
        <translation>
            <numerusform>Höhe %1 · Belohnung &lt;b&gt;%2&lt;/b&gt; · %n Zahlung</numerusform>
            <numerusform>Höhe %1 · Belohnung &lt;b&gt;%2&lt;/b&gt; · %n Zahlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bits</translation>
    </message>
    <message>
        <source>Contains, best fee first</source>
        <translation>Enthält, die beste Gebühr zuerst</translation>
    </message>
</context>
<context>
    <name>gui::TillDialog</name>
    <message>
        <source>Payment request</source>
        <translation>Zahlungsanfrage</translation>
    </message>
    <message>
        <source>Ask the next one…</source>
        <translation>Den Nächsten bitten…</translation>
    </message>
    <message>
        <source>Any amount</source>
        <translation>Beliebiger Betrag</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Code of the request, to be scanned</source>
        <translation>Code der Anfrage, zum Scannen</translation>
    </message>
    <message>
        <source>Payment link, as in the code</source>
        <translation>Zahlungslink, wie im Code</translation>
    </message>
    <message>
        <source>For &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Für &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
</context>
<context>
    <name>gui::TokensView</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>No program has a token. One is a password of its own for a program: it says what that program may do, and can be taken back alone.</source>
        <translation>Kein Programm hat ein Token. Es ist ein eigenes Passwort für ein Programm: Es sagt, was dieses Programm darf, und lässt sich für sich allein zurücknehmen.</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>Token erstellen</translation>
    </message>
    <message>
        <source>The password of this run</source>
        <translation>Das Passwort dieses Laufs</translation>
    </message>
    <message>
        <source>A file that only you can read holds a password that may do everything. It is &lt;b&gt;new at each start&lt;/b&gt; and goes when Cairn is closed; tools made for Bitcoin Core take it as their cookie file.</source>
        <translation>Eine Datei, die nur du lesen kannst, enthält ein Passwort, das alles darf. Es ist &lt;b&gt;bei jedem Start neu&lt;/b&gt; und verschwindet, wenn Cairn geschlossen wird; Werkzeuge für Bitcoin Core nehmen sie als ihre Cookie-Datei.</translation>
    </message>
    <message>
        <source>A line that uses it</source>
        <translation>Eine Zeile, die es benutzt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Who may pay</source>
        <translation>Wer zahlen darf</translation>
    </message>
    <message>
        <source>Change in the settings</source>
        <translation>In den Einstellungen ändern</translation>
    </message>
    <message>
        <source>&lt;b&gt;After a click in this window.&lt;/b&gt; A program with a token that may pay is not asked for one.</source>
        <translation>&lt;b&gt;Nach einem Klick in diesem Fenster.&lt;/b&gt; Ein Programm mit einem Token, das zahlen darf, braucht keinen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Only programs with a token&lt;/b&gt; that may pay, or with the password of this run.</source>
        <translation>&lt;b&gt;Nur Programme mit einem Token&lt;/b&gt;, das zahlen darf, oder mit dem Passwort dieses Laufs.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Every program on this computer&lt;/b&gt;, while the wallet has no passphrase or is unlocked. Web pages and other computers never.</source>
        <translation>&lt;b&gt;Jedes Programm auf diesem Computer&lt;/b&gt;, solange die Wallet keine Passphrase hat oder entsperrt ist. Webseiten und andere Computer nie.</translation>
    </message>
    <message>
        <source>The token of %1</source>
        <translation>Das Token von %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Copy it now.&lt;/b&gt; Only its fingerprint is kept: nobody, not even this window, can show it again.</source>
        <translation>&lt;b&gt;Kopiere es jetzt.&lt;/b&gt; Nur sein Fingerabdruck wird behalten: Niemand, auch dieses Fenster nicht, kann es noch einmal zeigen.</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Kopieren und schließen</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>For curl</source>
        <translation>Für curl</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>%1 widerrufen?</translation>
    </message>
    <message>
        <source>The program that uses this token is refused from now on. Its secret cannot be brought back; a new token of the same name has another one.</source>
        <translation>Das Programm, das dieses Token benutzt, wird ab jetzt abgewiesen. Sein Geheimnis lässt sich nicht zurückholen; ein neues Token desselben Namens hat ein anderes.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>%1 was revoked.</source>
        <translation>%1 wurde widerrufen.</translation>
    </message>
    <message>
        <source>Revoke the token that is selected</source>
        <translation>Das ausgewählte Token widerrufen</translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation>Wird widerrufen…</translation>
    </message>
    <message>
        <source>It could not be revoked: nothing can be stored on the disk.</source>
        <translation>Es konnte nicht widerrufen werden: Auf der Festplatte lässt sich nichts speichern.</translation>
    </message>
</context>
<context>
    <name>gui::TopWindow</name>
    <message>
        <source>Quit Cairn</source>
        <translation>Cairn beenden</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
</context>
<context>
    <name>gui::TrafficCard</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Bytes received and sent, over the last five minutes</source>
        <translation>Empfangene und gesendete Bytes, letzte fünf Minuten</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1, out %2</source>
        <translation>ein %1, aus %2</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>all peers</source>
        <translation>alle Gegenstellen</translation>
    </message>
    <message>
        <source>Traffic with %1</source>
        <translation>Verkehr mit %1</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>gui::TransactionPane</name>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Every byte</source>
        <translation>Jedes Byte</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt von</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Where the money goes</source>
        <translation>Wohin das Geld geht</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>This transaction is neither in the best chain nor waiting for a block.</source>
        <translation>Diese Transaktion ist weder in der besten Kette, noch wartet sie auf einen Block.</translation>
    </message>
    <message>
        <source>reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>deine</translation>
    </message>
    <message>
        <source>%1 to whoever found the block</source>
        <translation>%1 an den, der den Block gefunden hat</translation>
    </message>
    <message>
        <source>%1 in = %2 out + %3 to the miner</source>
        <translation>%1 ein = %2 aus + %3 an den Miner</translation>
    </message>
    <message>
        <source>In block</source>
        <translation>In Block</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>Stelle %1</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>none: this is a reward</source>
        <translation>keine: Das ist eine Belohnung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 B · %2 vB · %3 WU</source>
        <translation>%1 B · %2 vB · %3 WU</translation>
    </message>
    <message>
        <source>Version, lock time</source>
        <translation>Version, Sperrzeit</translation>
    </message>
    <message>
        <source>Replaceable</source>
        <translation>Ersetzbar</translation>
    </message>
    <message>
        <source>yes (BIP 125)</source>
        <translation>ja (BIP 125)</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>yes (BIP 144)</source>
        <translation>ja (BIP 144)</translation>
    </message>
    <message>
        <source>new coins and fees</source>
        <translation>neue Münzen und Gebühren</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Copy hex</source>
        <translation>Hex kopieren</translation>
    </message>
    <message>
        <source>The transaction was copied as hex.</source>
        <translation>Die Transaktion wurde als Hex kopiert.</translation>
    </message>
    <message>
        <source>no lock time</source>
        <translation>keine Sperrzeit</translation>
    </message>
    <message>
        <source>not before block %1</source>
        <translation>nicht vor Block %1</translation>
    </message>
    <message>
        <source>not before %1</source>
        <translation>nicht vor %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show the other one</source>
        <translation>Die andere zeigen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Lost to a fork.&lt;/b&gt; The block of this reward is not in the best chain, so its coins do not exist.</source>
        <translation>&lt;b&gt;An eine Abzweigung verloren.&lt;/b&gt; Der Block dieser Belohnung liegt nicht in der besten Kette, deshalb gibt es ihre Münzen nicht.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Replaced.&lt;/b&gt; Another payment spends the same coins, so this one did not happen: nothing of it was paid.</source>
        <translation>&lt;b&gt;Ersetzt.&lt;/b&gt; Eine andere Zahlung gibt dieselben Münzen aus, deshalb fand diese nicht statt: Nichts davon wurde gezahlt.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Given up.&lt;/b&gt; No block will take this payment: what it spends is gone. Nothing of it was paid.</source>
        <translation>&lt;b&gt;Aufgegeben.&lt;/b&gt; Kein Block wird diese Zahlung aufnehmen: Was sie ausgibt, ist weg. Nichts davon wurde gezahlt.</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>waiting for a block</source>
        <translation>wartet auf einen Block</translation>
    </message>
    <message>
        <source>in none of the best chain</source>
        <translation>in keinem der besten Kette</translation>
    </message>
</context>
<context>
    <name>gui::TrayIcon</name>
    <message>
        <source>Open Cairn</source>
        <translation>Cairn öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>gui::UnlockDialog</name>
    <message>
        <source>Unlock the wallet</source>
        <translation>Die Wallet entsperren</translation>
    </message>
    <message>
        <source>Until it is locked again, payments can be signed and the words can be shown.</source>
        <translation>Bis sie wieder gesperrt wird, lassen sich Zahlungen unterschreiben und die Wörter zeigen.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Wird entsperrt…</translation>
    </message>
    <message>
        <source>No wallet is open.</source>
        <translation>Keine Wallet ist offen.</translation>
    </message>
    <message>
        <source>This is not the passphrase of this wallet. Nothing was changed; try again.</source>
        <translation>Das ist nicht die Passphrase dieser Wallet. Nichts wurde geändert; versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The wallet could not be unlocked: its file is damaged. Your words restore it.</source>
        <translation>Die Wallet konnte nicht entsperrt werden: Ihre Datei ist beschädigt. Deine Wörter stellen sie wieder her.</translation>
    </message>
</context>
<context>
    <name>gui::WaitView</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>gui::WaitingWords</name>
    <message>
        <source>The next blocks are full. They take payments from &lt;b&gt;%1&lt;/b&gt;, yours pays &lt;b&gt;%2&lt;/b&gt;.</source>
        <translation>Die nächsten Blöcke sind voll. Sie nehmen Zahlungen ab &lt;b&gt;%1&lt;/b&gt;, deine zahlt &lt;b&gt;%2&lt;/b&gt;.</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) stand before it.</source>
        <translation>
            <numerusform>%n Zahlung steht vor ihr.</numerusform>
            <numerusform>%n Zahlungen stehen vor ihr.</numerusform>
        </translation>
    </message>
    <message>
        <source>It waits about &lt;b&gt;%1&lt;/b&gt; more, and nothing is lost meanwhile.</source>
        <translation>Sie wartet noch etwa &lt;b&gt;%1&lt;/b&gt;, und in der Zwischenzeit geht nichts verloren.</translation>
    </message>
    <message>
        <source>The node has no room for it now: others that pay more wait.</source>
        <translation>Der Knoten hat jetzt keinen Platz für sie: Andere, die mehr zahlen, warten.</translation>
    </message>
    <message>
        <source>It pays less than the node passes on now.</source>
        <translation>Sie zahlt weniger, als der Knoten jetzt weitergibt.</translation>
    </message>
    <message>
        <source>It waited so long that the node gave it up.</source>
        <translation>Sie hat so lange gewartet, dass der Knoten sie aufgegeben hat.</translation>
    </message>
    <message>
        <source>Too many payments that wait build on one another; the next block makes room.</source>
        <translation>Zu viele wartende Zahlungen bauen aufeinander auf; der nächste Block schafft Platz.</translation>
    </message>
    <message>
        <source>A coin that it spends is not there now.</source>
        <translation>Eine Münze, die sie ausgibt, ist jetzt nicht da.</translation>
    </message>
    <message>
        <source>The node does not have it yet.</source>
        <translation>Der Knoten hat sie noch nicht.</translation>
    </message>
    <message>
        <source>The node does not take it as it is.</source>
        <translation>Der Knoten nimmt sie nicht, wie sie ist.</translation>
    </message>
    <message>
        <source>It is offered again at &lt;b&gt;%1&lt;/b&gt;; its coins stay put till then.</source>
        <translation>Um &lt;b&gt;%1&lt;/b&gt; wird sie wieder angeboten; ihre Münzen bleiben bis dahin vorgemerkt.</translation>
    </message>
    <message>
        <source>It is offered again by itself; its coins stay put till then.</source>
        <translation>Sie wird von selbst wieder angeboten; ihre Münzen bleiben bis dahin vorgemerkt.</translation>
    </message>
    <message>
        <source>It says itself that no block before &lt;b&gt;%1&lt;/b&gt; may take it.</source>
        <translation>Sie sagt selbst, dass kein Block vor &lt;b&gt;%1&lt;/b&gt; sie nehmen darf.</translation>
    </message>
    <message>
        <source>Nothing is in its way: it pays &lt;b&gt;%1&lt;/b&gt;, and the next block takes it.</source>
        <translation>Nichts steht ihr im Weg: Sie zahlt &lt;b&gt;%1&lt;/b&gt;, und der nächste Block nimmt sie.</translation>
    </message>
    <message>
        <source>It pays enough (&lt;b&gt;%1&lt;/b&gt;), but it builds on another that waits: together they pay &lt;b&gt;%2&lt;/b&gt;, and the next blocks take payments from &lt;b&gt;%3&lt;/b&gt;.</source>
        <translation>Sie zahlt genug (&lt;b&gt;%1&lt;/b&gt;), baut aber auf einer anderen auf, die wartet: Zusammen zahlen sie &lt;b&gt;%2&lt;/b&gt;, und die nächsten Blöcke nehmen Zahlungen ab &lt;b&gt;%3&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>It builds on another payment that the node does not have now. Both are offered again by themselves.</source>
        <translation>Sie baut auf einer anderen Zahlung auf, die der Knoten jetzt nicht hat. Beide werden von selbst wieder angeboten.</translation>
    </message>
    <message>
        <source>There was no block for &lt;b&gt;%1&lt;/b&gt;: nobody mines. It is next when somebody does.</source>
        <translation>Seit &lt;b&gt;%1&lt;/b&gt; gab es keinen Block: Niemand mint. Sie ist die nächste, sobald es jemand tut.</translation>
    </message>
    <message>
        <source>No other node is connected, and this computer does not mine: nobody hears of the payment. It goes out when one connects.</source>
        <translation>Kein anderer Knoten ist verbunden, und dieser Computer mint nicht: Niemand hört von der Zahlung. Sie geht hinaus, sobald sich einer verbindet.</translation>
    </message>
    <message>
        <source>Another payment that spends the same coins waits in its place. If that one is mined, this one is lost.</source>
        <translation>Eine andere Zahlung, die dieselben Münzen ausgibt, wartet an ihrer Stelle. Kommt jene in einen Block, ist diese verloren.</translation>
    </message>
    <message>
        <source>It is on its way to the node.</source>
        <translation>Sie ist auf dem Weg zum Knoten.</translation>
    </message>
    <message>
        <source>A small payment to yourself pays for both: then they pay %1.</source>
        <translation>Eine kleine Zahlung an dich selbst zahlt für beide: Dann zahlen sie %1.</translation>
    </message>
    <message>
        <source>Then it pays %1 and goes next.</source>
        <translation>Dann zahlt sie %1 und kommt als Nächste dran.</translation>
    </message>
</context>
<context>
    <name>gui::WalletChip</name>
    <message>
        <source>no wallet</source>
        <translation>keine Wallet</translation>
    </message>
    <message>
        <source>Wallet %1, balance %2 %3</source>
        <translation>Wallet %1, Guthaben %2 %3</translation>
    </message>
    <message>
        <source>No wallet is open</source>
        <translation>Keine Wallet ist offen</translation>
    </message>
</context>
<context>
    <name>gui::WalletNews</name>
    <message numerus="yes">
        <source>%n payment(s) received</source>
        <translation>
            <numerusform>%n Zahlung erhalten</numerusform>
            <numerusform>%n Zahlungen erhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2.</source>
        <translation>%1 für %2.</translation>
    </message>
    <message>
        <source>%1 in all, for %2.</source>
        <translation>%1 insgesamt, für %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) found</source>
        <translation>
            <numerusform>%n Block gefunden</numerusform>
            <numerusform>%n Blöcke gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain is at block %1.</source>
        <translation>Die Kette steht bei Block %1.</translation>
    </message>
</context>
<context>
    <name>gui::WalletPage</name>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>No wallet is open. You can look at the chain without one; to receive or send you need one.</source>
        <translation>Keine Wallet ist offen. Du kannst die Kette ohne Wallet ansehen; zum Empfangen oder Senden brauchst du eine.</translation>
    </message>
    <message>
        <source>Create a wallet</source>
        <translation>Eine Wallet anlegen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Another payment</source>
        <translation>Weitere Zahlung</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Verwalten</translation>
    </message>
    <message>
        <source>Manage this wallet</source>
        <translation>Diese Wallet verwalten</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>reading the chain</source>
        <translation>liest die Kette</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Die Passphrase ändern…</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>Verschlüsseln…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Show the words…</source>
        <translation>Die Wörter zeigen…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 ist offen.</translation>
    </message>
    <message>
        <source>Create a wallet…</source>
        <translation>Eine Wallet anlegen…</translation>
    </message>
    <message>
        <source>Restore a wallet…</source>
        <translation>Eine Wallet wiederherstellen…</translation>
    </message>
    <message>
        <source>Coins</source>
        <translation>Münzen</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>watches only</source>
        <translation>beobachtet nur</translation>
    </message>
    <message>
        <source>Save notes and labels…</source>
        <translation>Notizen und Bezeichnungen sichern…</translation>
    </message>
    <message>
        <source>Take over notes and labels…</source>
        <translation>Notizen und Bezeichnungen übernehmen…</translation>
    </message>
    <message>
        <source>Add keys, or watch…</source>
        <translation>Schlüssel hinzufügen oder beobachten…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>Try your backup…</source>
        <translation>Sicherung proben…</translation>
    </message>
    <message>
        <source>Copies of the file…</source>
        <translation>Kopien der Datei…</translation>
    </message>
    <message>
        <source>Show the plan…</source>
        <translation>Plan zeigen…</translation>
    </message>
    <message>
        <source>Start a shared wallet…</source>
        <translation>Gemeinsame Wallet beginnen…</translation>
    </message>
    <message>
        <source>Pay a list…</source>
        <translation>Eine Liste bezahlen…</translation>
    </message>
</context>
<context>
    <name>gui::WalletTrouble</name>
    <message>
        <source>The file of %1 is damaged, and its keys cannot be read. Restore the wallet from its words or from a copy; the chain is not affected.</source>
        <translation>Die Datei von %1 ist beschädigt, und ihre Schlüssel lassen sich nicht lesen. Stelle die Wallet aus ihren Wörtern oder aus einer Kopie wieder her; die Kette ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The file of %1 was written by a newer version of Cairn.</source>
        <translation>Die Datei von %1 wurde von einer neueren Version von Cairn geschrieben.</translation>
    </message>
    <message>
        <source>There is no space left on the disk for %1. Free some space.</source>
        <translation>Auf der Festplatte ist kein Platz mehr für %1. Schaffe Platz.</translation>
    </message>
    <message>
        <source>The file of %1 may not be written. Check its rights.</source>
        <translation>Die Datei von %1 darf nicht beschrieben werden. Prüfe ihre Rechte.</translation>
    </message>
    <message>
        <source>The file of %1 is in use by another program. End that first.</source>
        <translation>Die Datei von %1 wird von einem anderen Programm benutzt. Beende erst das.</translation>
    </message>
    <message>
        <source>The file of %1 cannot be read or written. Check the disk.</source>
        <translation>Die Datei von %1 lässt sich nicht lesen oder schreiben. Prüfe die Festplatte.</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>Die Passphrase ist falsch.</translation>
    </message>
    <message>
        <source>%1 belongs to another network. Nothing was changed.</source>
        <translation>%1 gehört zu einem anderen Netz. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The file of %1 is damaged. Restore the wallet from its words or from a copy.</source>
        <translation>Die Datei von %1 ist beschädigt. Stelle die Wallet aus ihren Wörtern oder aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>%1 is locked.</source>
        <translation>%1 ist gesperrt.</translation>
    </message>
    <message>
        <source>The file of %1 cannot be written. Check whether the disk is full.</source>
        <translation>Die Datei von %1 lässt sich nicht schreiben. Sieh nach, ob die Festplatte voll ist.</translation>
    </message>
    <message>
        <source>A wallet&apos;s name has at most 64 letters, digits, spaces, - and _.</source>
        <translation>Der Name einer Wallet hat höchstens 64 Buchstaben, Ziffern, Leerzeichen, - und _.</translation>
    </message>
    <message>
        <source>There is no wallet named %1 any more.</source>
        <translation>Eine Wallet mit dem Namen %1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is a wallet named %1 already. Choose another name.</source>
        <translation>Eine Wallet mit dem Namen %1 gibt es schon. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is open already.</source>
        <translation>%1 ist schon offen.</translation>
    </message>
    <message>
        <source>%1 had a passphrase, and its file is missing. Nothing was made in its place: put the file back from a copy, or restore the wallet from its words.</source>
        <translation>%1 hatte eine Passphrase, und ihre Datei fehlt. An ihrer Stelle wurde nichts angelegt: Lege die Datei aus einer Kopie zurück, oder stelle die Wallet aus ihren Wörtern wieder her.</translation>
    </message>
    <message>
        <source>%1 had a passphrase, and its file is empty. Nothing was made in its place: put the file back from a copy, or restore the wallet from its words.</source>
        <translation>%1 hatte eine Passphrase, und ihre Datei ist leer. An ihrer Stelle wurde nichts angelegt: Lege die Datei aus einer Kopie zurück, oder stelle die Wallet aus ihren Wörtern wieder her.</translation>
    </message>
    <message>
        <source>It could not be stored whether a start opens %1, so nothing was done. Check the disk.</source>
        <translation>Es ließ sich nicht speichern, ob ein Start %1 öffnet, deshalb ist nichts geschehen. Prüfe die Festplatte.</translation>
    </message>
</context>
<context>
    <name>gui::WalletWords</name>
    <message>
        <source>My wallet</source>
        <translation>Meine Wallet</translation>
    </message>
</context>
<context>
    <name>gui::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>A blockchain of your own</source>
        <translation>Eine eigene Blockchain</translation>
    </message>
    <message>
        <source>What brings you here?</source>
        <translation>Was führt dich her?</translation>
    </message>
    <message>
        <source>Try it on my own</source>
        <translation>Allein ausprobieren</translation>
    </message>
    <message>
        <source>A private chain on this computer. Your first block within a minute.</source>
        <translation>Eine private Kette auf diesem Computer. Dein erster Block in weniger als einer Minute.</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>Join a network</source>
        <translation>Einem Netzwerk beitreten</translation>
    </message>
    <message>
        <source>Create a network</source>
        <translation>Ein Netzwerk anlegen</translation>
    </message>
    <message>
        <source>Choose its rules, then invite others with one card.</source>
        <translation>Wähle seine Regeln und lade dann andere mit einer Karte ein.</translation>
    </message>
    <message>
        <source>I have a wallet</source>
        <translation>Ich habe eine Wallet</translation>
    </message>
    <message>
        <source>Restore it from its words; the chain is searched for its coins.</source>
        <translation>Stelle sie aus ihren Wörtern wieder her; die Kette wird nach ihren Münzen durchsucht.</translation>
    </message>
    <message>
        <source>Language of the computer</source>
        <translation>Sprache des Computers</translation>
    </message>
    <message>
        <source>Colours of the computer</source>
        <translation>Farben des Computers</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Back to my network</source>
        <translation>Zurück zu meinem Netzwerk</translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you invite or join.</source>
        <translation>Nichts verlässt diesen Computer, bis du einlädst oder beitrittst.</translation>
    </message>
    <message>
        <source>With the link or card that its owner gave you. You see its rules first.</source>
        <translation>Mit dem Link oder der Karte, die du von seinem Besitzer hast. Zuerst siehst du seine Regeln.</translation>
    </message>
</context>
<context>
    <name>gui::WelcomePanel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>gui::WordGrid</name>
    <message>
        <source>Word %1</source>
        <translation>Wort %1</translation>
    </message>
    <message>
        <source>word %1</source>
        <translation>Wort %1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>Word %1: %2</source>
        <translation>Wort %1: %2</translation>
    </message>
    <message>
        <source>Word %1, hidden</source>
        <translation>Wort %1, verborgen</translation>
    </message>
</context>
<context>
    <name>gui::WordsEdit</name>
    <message>
        <source>Words of the wallet</source>
        <translation>Wörter der Wallet</translation>
    </message>
    <message>
        <source>twelve or twenty-four words, in their order</source>
        <translation>zwölf oder vierundzwanzig Wörter in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Type the words of the wallet.</source>
        <translation>Gib die Wörter der Wallet ein.</translation>
    </message>
    <message numerus="yes">
        <source>These are %n word(s); a wallet has 12, 15, 18, 21 or 24.</source>
        <translation>
            <numerusform>Das ist %n Wort; eine Wallet hat 12, 15, 18, 21 oder 24.</numerusform>
            <numerusform>Das sind %n Wörter; eine Wallet hat 12, 15, 18, 21 oder 24.</numerusform>
        </translation>
    </message>
    <message>
        <source>Word %1, “%2”, is not in the list.</source>
        <translation>Wort %1, „%2“, steht nicht in der Liste.</translation>
    </message>
    <message>
        <source>%1 Did you mean %2?</source>
        <translation>%1 Meintest du %2?</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Every word is known, but together they are no wallet: a word is wrong or two are swapped.</source>
        <translation>Jedes Wort ist bekannt, aber zusammen ergeben sie keine Wallet: Ein Wort ist falsch, oder zwei sind vertauscht.</translation>
    </message>
</context>
<context>
    <name>gui::Workbench</name>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Find a route</source>
        <translation>Route suchen</translation>
    </message>
    <message>
        <source>No route says that.</source>
        <translation>Keine Route sagt das.</translation>
    </message>
    <message>
        <source>Show all routes</source>
        <translation>Alle Routen zeigen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n Route</numerusform>
            <numerusform>%n Routen</numerusform>
        </translation>
    </message>
    <message>
        <source>Really pay?</source>
        <translation>Wirklich zahlen?</translation>
    </message>
    <message>
        <source>This request moves coins of the open wallet, as if another program had asked for it.</source>
        <translation>Diese Anfrage bewegt Münzen der offenen Wallet, als hätte ein anderes Programm darum gebeten.</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>“%1” is a part of the path: fill it in first.</source>
        <translation>„%1“ ist ein Teil des Pfads: Fülle es zuerst aus.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Die Anfrage senden</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
</context>
</TS>
