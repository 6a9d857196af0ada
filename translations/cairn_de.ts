<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name />
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>lost to a fork</source>
        <translation>an eine Abzweigung verloren</translation>
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
    <name>CardFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is not a network card: %2</source>
        <translation>%1 ist keine Netzkarte: %2</translation>
    </message>
    <message>
        <source>Network cards (*.cairn);;All files (*)</source>
        <translation>Netzkarten (*.cairn);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ExplorerWords</name>
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
</context>
<context>
    <name>MiningWords</name>
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
        <source>SHA-NI, with the processor's own SHA instructions</source>
        <translation>SHA-NI, mit den SHA-Befehlen des Prozessors</translation>
    </message>
    <message>
        <source>ARMv8, with the processor's own SHA instructions</source>
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
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation>Farben des Fensters.</translation>
    </message>
    <message>
        <source>Size of text, in percent.</source>
        <translation>Größe der Schrift, in Prozent.</translation>
    </message>
    <message>
        <source>Language of the window.</source>
        <translation>Sprache des Fensters.</translation>
    </message>
    <message>
        <source>Show changes without movement.</source>
        <translation>Änderungen ohne Bewegung zeigen.</translation>
    </message>
    <message>
        <source>Show dots instead of amounts, on every page.</source>
        <translation>Auf jeder Seite Punkte statt Beträge zeigen.</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>The wallet to open; it is created if it is missing.</source>
        <translation>Die Wallet, die geöffnet wird; fehlt sie, wird sie angelegt.</translation>
    </message>
    <message>
        <source>Fee of an ordinary payment, in coins per 1000 virtual bytes.</source>
        <translation>Gebühr einer gewöhnlichen Zahlung, in Münzen je 1000 virtuelle Bytes.</translation>
    </message>
    <message>
        <source>Blocks after which a payment counts as confirmed.</source>
        <translation>Blöcke, nach denen eine Zahlung als bestätigt gilt.</translation>
    </message>
    <message>
        <source>Lock an encrypted wallet after this time without input; 0 = never.</source>
        <translation>Eine verschlüsselte Wallet nach dieser Zeit ohne Eingabe sperren; 0 = nie.</translation>
    </message>
    <message>
        <source>Mining</source>
        <translation>Mining</translation>
    </message>
    <message>
        <source>Threads that mine; 0 = half of the processor's.</source>
        <translation>Threads, die minen; 0 = die Hälfte derer des Prozessors.</translation>
    </message>
    <message>
        <source>Mine always, or only while payments wait.</source>
        <translation>Immer minen oder nur, solange Zahlungen warten.</translation>
    </message>
    <message>
        <source>Share of its time that each thread mines.</source>
        <translation>Anteil seiner Zeit, den jeder Thread mint.</translation>
    </message>
    <message>
        <source>Where rewards go; empty = a fresh address of the open wallet.</source>
        <translation>Wohin Belohnungen gehen; leer = eine neue Adresse der offenen Wallet.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Where other nodes reach this one; "off" = they cannot.</source>
        <translation>Wo andere Knoten diesen erreichen; „off“ = gar nicht.</translation>
    </message>
    <message>
        <source>Peers to connect to, separated by commas (the option may be repeated).</source>
        <translation>Gegenstellen, mit denen verbunden wird, durch Kommas getrennt (die Option darf mehrfach stehen).</translation>
    </message>
    <message>
        <source>Waiting payments kept at most.</source>
        <translation>So viele wartende Zahlungen werden höchstens behalten.</translation>
    </message>
    <message>
        <source>Payments that offer less than this per 1000 virtual bytes are not taken.</source>
        <translation>Zahlungen, die je 1000 virtuelle Bytes weniger bieten, werden nicht angenommen.</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Where programs on this computer reach the node; port 0 = any free one, "off" = none.</source>
        <translation>Wo Programme auf diesem Computer den Knoten erreichen; Port 0 = irgendein freier, „off“ = nirgends.</translation>
    </message>
    <message>
        <source>Further host names that requests may use, separated by commas.</source>
        <translation>Weitere Hostnamen, die Anfragen verwenden dürfen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Fortgeschritten</translation>
    </message>
    <message>
        <source>What the log file contains.</source>
        <translation>Was die Protokolldatei enthält.</translation>
    </message>
    <message>
        <source>Show the first steps on the home page until they are done.</source>
        <translation>Die ersten Schritte auf der Startseite zeigen, bis sie getan sind.</translation>
    </message>
    <message>
        <source>Payments that no block takes for this long are dropped.</source>
        <translation>Zahlungen, die so lange kein Block aufnimmt, werden verworfen.</translation>
    </message>
    <message>
        <source>Take transactions whose scripts have an unusual form, too.</source>
        <translation>Auch Transaktionen annehmen, deren Skripte eine ungewöhnliche Form haben.</translation>
    </message>
    <message>
        <source>Amounts that cost more to spend than they are worth, at this fee per 1000 virtual bytes, are not taken.</source>
        <translation>Beträge, die auszugeben bei dieser Gebühr je 1000 virtuelle Bytes mehr kostet, als sie wert sind, werden nicht angenommen.</translation>
    </message>
    <message>
        <source>Data that one transaction may carry in OP_RETURN outputs; 0 = none.</source>
        <translation>Daten, die eine Transaktion in OP_RETURN-Ausgängen tragen darf; 0 = keine.</translation>
    </message>
    <message>
        <source>Web pages that may read the explorer's routes, as http://host:port, separated by commas.</source>
        <translation>Webseiten, die die Routen des Explorers lesen dürfen, als http://host:port, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>How programs on this computer may pay from an open wallet: at once, after a click in the window, or only with a token.</source>
        <translation>Wie Programme auf diesem Computer aus einer offenen Wallet zahlen dürfen: sofort, nach einem Klick im Fenster oder nur mit einem Token.</translation>
    </message>
    <message>
        <source>Memory for coins while blocks are imported.</source>
        <translation>Speicher für Münzen, während Blöcke eingelesen werden.</translation>
    </message>
    <message>
        <source>Mine as soon as the program starts; "as-left" = if it mined when it ended.</source>
        <translation>Minen, sobald das Programm startet; „as-left“ = wenn es beim Beenden gemint hat.</translation>
    </message>
    <message>
        <source>Do not mine while the computer runs on its battery (where the system tells).</source>
        <translation>Nicht minen, während der Computer mit Akku läuft (wo das System es meldet).</translation>
    </message>
    <message>
        <source>Mine only after this time without keys and mouse in Cairn's window; 0 = always.</source>
        <translation>Erst nach dieser Zeit ohne Tasten und Maus im Fenster von Cairn minen; 0 = immer.</translation>
    </message>
    <message>
        <source>How hashes are computed; "best", or what this processor lacks = the fastest, measured once.</source>
        <translation>Wie Hashes berechnet werden; „best“ oder was diesem Prozessor fehlt = der schnellste Weg, einmal gemessen.</translation>
    </message>
</context>
<context>
    <name>SyncState</name>
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
</context>
<context>
    <name>TransactionPane</name>
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
</context>
<context>
    <name>gui::ActivityModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>lost to a fork</source>
        <translation>an eine Abzweigung verloren</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message numerus="yes">
        <source>matures in %n</source>
        <translation>
            <numerusform>reif in %n</numerusform>
            <numerusform>reif in %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
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
        <source>Writes the whole history as a table for spreadsheets (CSV).</source>
        <translation>Schreibt den ganzen Verlauf als Tabelle für Tabellenprogramme (CSV).</translation>
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
        <source>The API is off: no program can ask this node anything. With it, scripts, miners, wallets and explorers on this computer work with your node. Set api_bind to 127.0.0.1:5000, or to a port that no other program uses, and start Cairn again.</source>
        <translation>Die API ist aus: Kein Programm kann diesen Knoten etwas fragen. Mit ihr arbeiten Skripte, Miner, Wallets und Explorer auf diesem Computer mit deinem Knoten. Setze api_bind auf 127.0.0.1:5000 oder auf einen Port, den kein anderes Programm benutzt, und starte Cairn neu.</translation>
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
</context>
<context>
    <name>gui::BackUpDialog</name>
    <message>
        <source>Back up the words</source>
        <translation>Die Wörter sichern</translation>
    </message>
    <message>
        <source>Write them on paper, in this order. Whoever has them has the coins; without them a lost computer is a lost wallet.</source>
        <translation>Schreibe sie in dieser Reihenfolge auf Papier. Wer sie hat, hat die Münzen; ohne sie ist ein verlorener Computer eine verlorene Wallet.</translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation>Ich habe sie aufgeschrieben</translation>
    </message>
    <message>
        <source>The wallet is locked. Unlock it first (Ctrl+L).</source>
        <translation>Die Wallet ist gesperrt. Entsperre sie zuerst (Strg+L).</translation>
    </message>
    <message>
        <source>Word %1: %2</source>
        <translation>Wort %1: %2</translation>
    </message>
    <message>
        <source>The wallet could not note this. The words are right all the same.</source>
        <translation>Die Wallet konnte das nicht vermerken. Die Wörter stimmen trotzdem.</translation>
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
        <source>A block about every</source>
        <translation>Ein Block etwa alle</translation>
    </message>
    <message>
        <source>Reward of a block</source>
        <translation>Belohnung für einen Block</translation>
    </message>
    <message>
        <source>Reward halves after</source>
        <translation>Halbierung der Belohnung</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation>%1 Blöcke</translation>
    </message>
    <message>
        <source>Difficulty adjusts every</source>
        <translation>Schwierigkeit passt sich an alle</translation>
    </message>
    <message>
        <source>Rewards can be spent after</source>
        <translation>Reifezeit der Belohnungen</translation>
    </message>
    <message>
        <source>Addresses begin with</source>
        <translation>Adressen beginnen mit</translation>
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
        <translation>%1, verloren</translation>
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
        <translation>verloren, von %1</translation>
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
    <name>gui::CoinsDialog</name>
    <message>
        <source>mined, block %1</source>
        <translation>gemint, Block %1</translation>
    </message>
    <message>
        <source>change, not yet in a block</source>
        <translation>Rückgeld, noch in keinem Block</translation>
    </message>
    <message>
        <source>change, block %1</source>
        <translation>Rückgeld, Block %1</translation>
    </message>
    <message>
        <source>received, block %1</source>
        <translation>empfangen, Block %1</translation>
    </message>
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
        <source>Coins of the wallet, the largest first</source>
        <translation>Münzen der Wallet, die größte zuerst</translation>
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
</context>
<context>
    <name>gui::ColourChoice</name>
    <message>
        <source>Colour of the network</source>
        <translation>Farbe des Netzwerks</translation>
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
    <name>gui::CreatePanel</name>
    <message>
        <source>Seconds between blocks</source>
        <translation>Sekunden zwischen Blöcken</translation>
    </message>
    <message>
        <source>Reward of a block, in coins</source>
        <translation>Belohnung für einen Block, in Münzen</translation>
    </message>
    <message>
        <source>Reward halves after blocks (0: never)</source>
        <translation>Belohnung halbiert sich nach Blöcken (0: nie)</translation>
    </message>
    <message>
        <source>Difficulty adjusts every blocks</source>
        <translation>Schwierigkeit passt sich an nach Blöcken</translation>
    </message>
    <message>
        <source>Rewards can be spent after blocks</source>
        <translation>Belohnungen sind ausgebbar nach Blöcken</translation>
    </message>
    <message>
        <source>Transactions in a block, at most</source>
        <translation>Transaktionen in einem Block, höchstens</translation>
    </message>
    <message>
        <source>Easiest difficulty after seconds (0: never)</source>
        <translation>Leichteste Schwierigkeit nach Sekunden (0: nie)</translation>
    </message>
    <message>
        <source>Addresses begin with</source>
        <translation>Adressen beginnen mit</translation>
    </message>
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
        <source>Save the card for others…</source>
        <translation>Die Karte für andere speichern…</translation>
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
        <source>Save the network card</source>
        <translation>Die Netzkarte speichern</translation>
    </message>
    <message>
        <source>The card could not be written to %1.</source>
        <translation>Die Karte konnte nicht in %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>Card saved</source>
        <translation>Karte gespeichert</translation>
    </message>
    <message>
        <source>The card could not be written to %1. Nothing was created.</source>
        <translation>Die Karte konnte nicht in %1 geschrieben werden. Nichts wurde angelegt.</translation>
    </message>
</context>
<context>
    <name>gui::DataTable</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
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
        <source>A coin chosen for this payment has been spent meanwhile. Nothing was sent; try again.</source>
        <translation>Eine für diese Zahlung gewählte Münze wurde inzwischen ausgegeben. Nichts wurde gesendet; versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The wallet is locked. Nothing was sent; enter the passphrase first.</source>
        <translation>Die Wallet ist gesperrt. Nichts wurde gesendet; gib zuerst die Passphrase ein.</translation>
    </message>
    <message>
        <source>The amount is spread over too many small coins for one payment. Send a smaller part first.</source>
        <translation>Der Betrag verteilt sich auf zu viele kleine Münzen für eine Zahlung. Sende zuerst einen kleineren Teil.</translation>
    </message>
    <message>
        <source>The wallet file could not be written, so nothing was signed or sent. Check the disk.</source>
        <translation>Die Wallet-Datei konnte nicht geschrieben werden, deshalb wurde nichts unterschrieben oder gesendet. Prüfe die Festplatte.</translation>
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
        <source>message</source>
        <translation>Nachricht</translation>
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
    <message numerus="yes">
        <source>%n payment(s) wait</source>
        <translation>
            <numerusform>%n Zahlung wartet</numerusform>
            <numerusform>%n Zahlungen warten</numerusform>
        </translation>
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
    <name>gui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <translation>Seit dem davor</translation>
    </message>
    <message>
        <source>Reward and fees</source>
        <translation>Belohnung und Gebühren</translation>
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
    <name>gui::InviteDialog</name>
    <message>
        <source>Invite somebody</source>
        <translation>Jemanden einladen</translation>
    </message>
    <message>
        <source>Give them this card. Who opens it joins &lt;b&gt;%1&lt;/b&gt;, and sees the same three words: &lt;b&gt;%2&lt;/b&gt;.</source>
        <translation>Gib anderen diese Karte. Wer sie öffnet, tritt &lt;b&gt;%1&lt;/b&gt; bei und sieht dieselben drei Wörter: &lt;b&gt;%2&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>The network card</source>
        <translation>Die Netzkarte</translation>
    </message>
    <message>
        <source>Others cannot dial this node: it does not listen. Set &lt;b&gt;peer_bind&lt;/b&gt; in the settings, or dial them from here.</source>
        <translation>Andere können diesen Knoten nicht anwählen: Er nimmt keine Verbindungen an. Setze &lt;b&gt;peer_bind&lt;/b&gt; in den Einstellungen, oder wähle sie von hier aus an.</translation>
    </message>
    <message>
        <source>Address to connect to</source>
        <translation>Adresse zum Verbinden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
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
        <source>Every copy of this program knows &lt;b&gt;regtest&lt;/b&gt;: it needs no card. Start the other one with &lt;b&gt;--network regtest&lt;/b&gt; and connect the two.</source>
        <translation>Jede Kopie dieses Programms kennt &lt;b&gt;regtest&lt;/b&gt;: Es braucht keine Karte. Starte die andere mit &lt;b&gt;--network regtest&lt;/b&gt; und verbinde die beiden.</translation>
    </message>
</context>
<context>
    <name>gui::JoinPanel</name>
    <message>
        <source>Join a network</source>
        <translation>Einem Netzwerk beitreten</translation>
    </message>
    <message>
        <source>Whoever runs the network gives you its card, a small file. You see its rules before you join.</source>
        <translation>Wer das Netzwerk betreibt, gibt dir seine Karte, eine kleine Datei. Du siehst seine Regeln, bevor du beitrittst.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Drop a network card here.</source>
        <translation>Lege hier eine Netzkarte ab.</translation>
    </message>
    <message>
        <source>Open a card…</source>
        <translation>Eine Karte öffnen…</translation>
    </message>
    <message>
        <source>Another card…</source>
        <translation>Eine andere Karte…</translation>
    </message>
    <message>
        <source>Open a network card</source>
        <translation>Eine Netzkarte öffnen</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>%1 beitreten</translation>
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
        <source>&lt;bad&gt;The disk failed, so Cairn stopped taking blocks.&lt;/bad&gt; %1 Your keys are safe. Free some space or check the disk, then start Cairn again.</source>
        <translation>&lt;bad&gt;Die Festplatte hat versagt, deshalb nimmt Cairn keine Blöcke mehr an.&lt;/bad&gt; %1 Deine Schlüssel sind sicher. Schaffe Platz oder prüfe die Festplatte und starte Cairn dann neu.</translation>
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
        <source>No block yet; mining goes on until one is found.</source>
        <translation>Noch kein Block; das Mining läuft weiter, bis einer gefunden ist.</translation>
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
        <source>Best so far %1. Each block you find is worth %2.</source>
        <translation>Bisher bester %1. Jeder Block, den du findest, ist %2 wert.</translation>
    </message>
    <message>
        <source>Switch it on and this computer makes the next block, worth %1.</source>
        <translation>Schalte es ein, und dieser Computer macht den nächsten Block, der %1 wert ist.</translation>
    </message>
    <message>
        <source>Found today &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Heute gefunden: &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Found today &lt;b&gt;%1&lt;/b&gt; · lost to forks %2</source>
        <translation>Heute gefunden: &lt;b&gt;%1&lt;/b&gt; · an Abzweigungen verloren: %2</translation>
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
            <numerusform>%n an eine Abzweigung verloren</numerusform>
            <numerusform>%n an eine Abzweigung verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the network's last %2</source>
        <translation>%1 der letzten %2 im Netzwerk</translation>
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
        <source>A password for one program. It does what is ticked here and no more; reading the public chain needs no token.</source>
        <translation>Ein Passwort für ein Programm. Es darf, was hier angekreuzt ist, und nicht mehr; die öffentliche Kette zu lesen braucht kein Token.</translation>
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
</context>
<context>
    <name>gui::PaymentsModel</name>
    <message>
        <source>Mined a block</source>
        <translation>Einen Block gemint</translation>
    </message>
    <message>
        <source>Mined block %1</source>
        <translation>Block %1 gemint</translation>
    </message>
    <message>
        <source>Sent to myself</source>
        <translation>An mich selbst gesendet</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>An %1 gesendet</translation>
    </message>
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
    <message>
        <source>Received on %1</source>
        <translation>Empfangen auf %1</translation>
    </message>
</context>
<context>
    <name>gui::PeerGraph</name>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
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
        <source>Who talks to whom</source>
        <translation>Wer mit wem spricht</translation>
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
        <source>%1: %2, height %3</source>
        <translation>%1: %2, Höhe %3</translation>
    </message>
</context>
<context>
    <name>gui::PeerModel</name>
    <message>
        <source>dialled in</source>
        <translation>hat uns angewählt</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet sich</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>auf gleichem Stand</translation>
    </message>
    <message numerus="yes">
        <source>fetching %n block(s) from it</source>
        <translation>
            <numerusform>%n Block wird von ihr geholt</numerusform>
            <numerusform>%n Blöcke werden von ihr geholt</numerusform>
        </translation>
    </message>
    <message>
        <source>reading its headers</source>
        <translation>ihre Köpfe werden gelesen</translation>
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
        <source>banned</source>
        <translation>ausgesperrt</translation>
    </message>
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
        <source>Who talks to whom</source>
        <translation>Wer mit wem spricht</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Gegenstellen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Ban…</source>
        <translation>Aussperren…</translation>
    </message>
    <message>
        <source>You are alone. Your blocks are valid, but nobody sees them.</source>
        <translation>Du bist allein. Deine Blöcke sind gültig, aber niemand sieht sie.</translation>
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
        <source>&lt;b&gt;%1&lt;/b&gt;: %2</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;: %2</translation>
    </message>
    <message>
        <source>&lt;b&gt;No.&lt;/b&gt; This node dials others, but does not listen itself. The setting &lt;b&gt;peer_bind&lt;/b&gt; changes that.</source>
        <translation>&lt;b&gt;Nein.&lt;/b&gt; Dieser Knoten wählt andere an, nimmt selbst aber keine Verbindungen an. Die Einstellung &lt;b&gt;peer_bind&lt;/b&gt; ändert das.</translation>
    </message>
    <message numerus="yes">
        <source>&lt;good&gt;Yes.&lt;/good&gt; %n node(s) dialled in.</source>
        <translation>
            <numerusform>&lt;good&gt;Ja.&lt;/good&gt; %n Knoten hat sich eingewählt.</numerusform>
            <numerusform>&lt;good&gt;Ja.&lt;/good&gt; %n Knoten haben sich eingewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;Perhaps.&lt;/b&gt; This node listens, but nobody has dialled in yet.</source>
        <translation>&lt;b&gt;Vielleicht.&lt;/b&gt; Dieser Knoten nimmt Verbindungen an, aber noch hat sich niemand eingewählt.</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Erreichbar unter</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nirgends</translation>
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
        <source>Ban %1?</source>
        <translation>%1 aussperren?</translation>
    </message>
    <message>
        <source>It is neither dialled nor let in for a day. Blocks and payments already taken from it stay.</source>
        <translation>Sie wird einen Tag lang weder angewählt noch eingelassen. Blöcke und Zahlungen, die schon von ihr kamen, bleiben.</translation>
    </message>
    <message>
        <source>Ban for a day</source>
        <translation>Für einen Tag aussperren</translation>
    </message>
    <message>
        <source>Nobody else is here yet. Whoever joins this network with its card appears here, tied to the ones they talk to.</source>
        <translation>Noch ist niemand sonst hier. Wer diesem Netzwerk mit seiner Karte beitritt, erscheint hier, verbunden mit denen, mit denen er spricht.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Jemanden einladen</translation>
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
    <message>
        <source>Addresses that you have given to somebody will be listed here.</source>
        <translation>Hier werden die Adressen aufgelistet, die du jemandem gegeben hast.</translation>
    </message>
    <message>
        <source>No address could be made: %1</source>
        <translation>Es konnte keine Adresse angelegt werden: %1</translation>
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
        <source>used</source>
        <translation>benutzt</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
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
        <source>Once sent, a payment cannot be taken back.</source>
        <translation>Einmal gesendet, lässt sich eine Zahlung nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>The program is closing. Nothing was sent.</source>
        <translation>Das Programm wird beendet. Nichts wurde gesendet.</translation>
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
    <name>gui::RulesView</name>
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
</context>
<context>
    <name>gui::SettingEditor</name>
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
        <source>while payments wait</source>
        <translation>solange Zahlungen warten</translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation>das Schnellste</translation>
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
        <source>Back to the standard value</source>
        <translation>Zurück zum Standardwert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>set on the command line</source>
        <translation>auf der Befehlszeile gesetzt</translation>
    </message>
    <message>
        <source>set by %1 in the environment</source>
        <translation>durch %1 in der Umgebung gesetzt</translation>
    </message>
    <message>
        <source>advice of the network card</source>
        <translation>Vorschlag der Netzkarte</translation>
    </message>
    <message>
        <source>takes effect after a restart</source>
        <translation>wirkt nach einem Neustart</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>nach einem Neustart</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>if it mined when it ended</source>
        <translation>wenn es beim Beenden gemint hat</translation>
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
        <source>Changes apply at once and are kept in &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Änderungen wirken sofort und werden in &lt;b&gt;%1&lt;/b&gt; gespeichert.</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
</context>
<context>
    <name>gui::SpendDialog</name>
    <message>
        <source>A program wants to pay</source>
        <translation>Ein Programm möchte zahlen</translation>
    </message>
    <message>
        <source>A program on this computer asks to pay from the open wallet: &lt;b&gt;%1&lt;/b&gt;. It is told no if nobody answers within a minute.</source>
        <translation>Ein Programm auf diesem Computer bittet darum, aus der offenen Wallet zu zahlen: &lt;b&gt;%1&lt;/b&gt;. Antwortet innerhalb einer Minute niemand, wird es abgelehnt.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Allow every payment until Cairn is closed</source>
        <translation>Jede Zahlung erlauben, bis Cairn geschlossen wird</translation>
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
    <name>gui::Stepper</name>
    <message>
        <source>One less</source>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eins mehr</translation>
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
        <source>Received and sent</source>
        <translation>Empfangen und gesendet</translation>
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
        <source>New wallet…</source>
        <translation>Neue Wallet…</translation>
    </message>
    <message>
        <source>Restore from words…</source>
        <translation>Aus Wörtern wiederherstellen…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 ist offen.</translation>
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
        <source>With the card that its owner gave you. You see its rules first.</source>
        <translation>Mit der Karte, die du von seinem Besitzer hast. Du siehst zuerst seine Regeln.</translation>
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
</context>
<context>
    <name>gui::WelcomePanel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
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
</context>
</TS>
