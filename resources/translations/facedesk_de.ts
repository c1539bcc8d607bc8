<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>About your data…</source>
        <translation>Über Ihre Daten…</translation>
    </message>
    <message>
        <source>Measure speed…</source>
        <translation>Tempo messen…</translation>
    </message>
    <message>
        <source>facedesk is not a security device: a good photo of you can fool it.</source>
        <translation>facedesk ist keine Sicherheitstechnik: Ein gutes Foto von Ihnen kann es täuschen.</translation>
    </message>
    <message>
        <source>It is weaker on children, on close relatives, and on groups of people of whom its encoder saw fewer in training: it mistakes them for each other more often.</source>
        <translation>Es ist schwächer bei Kindern, bei nahen Verwandten und bei Gruppen von Menschen, von denen sein Netz beim Training weniger gesehen hat: Es verwechselt sie öfter.</translation>
    </message>
    <message>
        <source>A name is a guess with a known share of mistakes, never a proof. Don&apos;t let anything that matters to somebody depend on it alone.</source>
        <translation>Ein Name ist eine Vermutung mit bekanntem Fehleranteil, nie ein Beweis. Lassen Sie nichts, was für jemanden wichtig ist, allein davon abhängen.</translation>
    </message>
    <message>
        <source>Data folder: {path}</source>
        <translation>Datenordner: {path}</translation>
    </message>
    <message>
        <source>facedesk {version}</source>
        <translation>facedesk {version}</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Sightings</source>
        <translation>Sichtungen</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Nobody was seen</source>
        <translation>Niemand wurde gesehen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>On this day no camera has seen anybody.</source>
        <translation>An diesem Tag hat keine Kamera jemanden gesehen.</translation>
    </message>
    <message>
        <source>There is no such sighting.</source>
        <translation>Eine solche Sichtung gibt es nicht.</translation>
    </message>
    <message>
        <source>No record is kept. You can switch it on in the settings.</source>
        <translation>Nichts wird aufgezeichnet. Die Einstellungen können das ändern.</translation>
    </message>
    <message>
        <source>Open a camera on the Live page; whom it sees is listed here.</source>
        <translation>Auf „Live“ eine Kamera öffnen; wen sie sieht, steht dann hier.</translation>
    </message>
    <message>
        <source>attendance.csv</source>
        <translation>Anwesenheit.csv</translation>
    </message>
    <message>
        <source>sightings.csv</source>
        <translation>Sichtungen.csv</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Add photos</source>
        <translation>Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Import a folder of photos</source>
        <translation>Ordner mit Fotos importieren</translation>
    </message>
    <message>
        <source>Replace photo</source>
        <translation>Foto ersetzen</translation>
    </message>
    <message>
        <source>Looking for the face</source>
        <translation>Das Gesicht wird gesucht</translation>
    </message>
    <message>
        <source>{name} is enrolled.</source>
        <translation>{name} ist jetzt dabei.</translation>
    </message>
    <message>
        <source>{name} is enrolled with {n} photos.</source>
        <translation>{name} ist jetzt mit {n} Fotos dabei.</translation>
    </message>
    <message>
        <source>Importing photos</source>
        <translation>Fotos werden importiert</translation>
    </message>
    <message>
        <source>Waiting for the face models…</source>
        <translation>Die Gesichtsmodelle werden noch geladen…</translation>
    </message>
    <message>
        <source>Photos ({suffixes})</source>
        <translation>Fotos ({suffixes})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>AddingLooks</name>
    <message>
        <source>Looking for the face</source>
        <translation>Das Gesicht wird gesucht</translation>
    </message>
    <message>
        <source>One look was added.</source>
        <translation>Ein Aussehen wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>{n} looks were added.</source>
        <translation>{n} Aussehen wurden hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>AddressBar</name>
    <message>
        <source>Address of the camera or video</source>
        <translation>Adresse der Kamera oder des Videos</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Analysing</name>
    <message>
        <source>Analysing {video}</source>
        <translation>{video} wird ausgewertet</translation>
    </message>
    <message>
        <source>{time} analysed</source>
        <translation>{time} ausgewertet</translation>
    </message>
    <message>
        <source>{time} of {all}</source>
        <translation>{time} von {all}</translation>
    </message>
</context>
<context>
    <name>Analysis</name>
    <message>
        <source>People: {n} · Strangers: {m} · Length: {time}</source>
        <translation>Personen: {n} · Fremde: {m} · Länge: {time}</translation>
    </message>
    <message>
        <source>Nobody has been seen so far.</source>
        <translation>Bisher wurde niemand gesehen.</translation>
    </message>
    <message>
        <source>Nobody is seen in this video.</source>
        <translation>In diesem Video ist niemand zu sehen.</translation>
    </message>
    <message>
        <source>Nobody was seen in the part looked at.</source>
        <translation>Im angesehenen Teil war niemand zu sehen.</translation>
    </message>
    <message>
        <source>Not complete: cancelled at {time} of {all}.</source>
        <translation>Nicht vollständig: abgebrochen bei {time} von {all}.</translation>
    </message>
    <message>
        <source>Not complete: the video breaks off at {time} of {all}.</source>
        <translation>Nicht vollständig: Das Video bricht bei {time} von {all} ab.</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Other users of this computer can look into {folder}.</source>
        <translation>Andere Benutzer dieses Computers können in {folder} hineinsehen.</translation>
    </message>
    <message>
        <source>Choose a folder of its own for facedesk, or make this one private.</source>
        <translation>Wählen Sie für facedesk einen eigenen Ordner, oder machen Sie diesen privat.</translation>
    </message>
</context>
<context>
    <name>AttendanceModel</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
</context>
<context>
    <name>AttendanceTable</name>
    <message>
        <source>Attendance</source>
        <translation>Anwesenheit</translation>
    </message>
</context>
<context>
    <name>AttendanceView</name>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>No enrolled person was seen on these days.</source>
        <translation>An diesen Tagen wurde keine hinzugefügte Person gesehen.</translation>
    </message>
    <message>
        <source>Nobody was there</source>
        <translation>Niemand war da</translation>
    </message>
    <message>
        <source>Reading the record</source>
        <translation>Die Aufzeichnung wird gelesen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>AwayNotice</name>
    <message>
        <source>The shared gallery can&apos;t be reached. Recognition goes on from memory, and who is seen is kept here until it is back; people can&apos;t be changed meanwhile.</source>
        <translation>Die gemeinsame Galerie ist nicht zu erreichen. Die Erkennung geht aus dem Gedächtnis weiter, und wer gesehen wird, bleibt hier vermerkt, bis sie wieder da ist; Personen lassen sich inzwischen nicht ändern.</translation>
    </message>
    <message>
        <source>The shared gallery can be reached again.</source>
        <translation>Die gemeinsame Galerie ist wieder zu erreichen.</translation>
    </message>
</context>
<context>
    <name>ChangePassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Bisherige Passphrase</translation>
    </message>
</context>
<context>
    <name>ClaimedSlot</name>
    <message>
        <source>They claim to be</source>
        <translation>Wer es sein soll</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet</source>
        <translation>Noch ist niemand dabei</translation>
    </message>
    <message>
        <source>Choose a picture instead, or enrol someone.</source>
        <translation>Wählen Sie stattdessen ein Bild, oder fügen Sie jemanden hinzu.</translation>
    </message>
</context>
<context>
    <name>ClashDialog</name>
    <message>
        <source>Keep yours</source>
        <translation>Ihre behalten</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Personen importieren</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre Bilder</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere nehmen</translation>
    </message>
    <message>
        <source>Theirs gets a number behind the name</source>
        <translation>Die Person aus der Datei bekommt eine Nummer hinter den Namen</translation>
    </message>
    <message>
        <source>Your pictures of this person are deleted</source>
        <translation>Ihre Bilder dieser Person werden gelöscht</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>{name} is here with other pictures</source>
        <translation>{name} gibt es hier mit anderen Bildern</translation>
    </message>
    <message>
        <source>Which of them shall be kept?</source>
        <translation>Welche sollen bleiben?</translation>
    </message>
    <message>
        <source>Do so for the other one, too</source>
        <translation>Auch bei der anderen so</translation>
    </message>
    <message>
        <source>Do so for the {n} others, too</source>
        <translation>Auch bei den {n} anderen so</translation>
    </message>
    <message>
        <source>Reading the photos</source>
        <translation>Fotos werden gelesen</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{m} min {n} s</source>
        <translation>{m} min {n} s</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} h {m} min</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Not stated</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Their consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>A contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>nicht vermerkt</translation>
    </message>
    <message>
        <source>Enrolled by: {name}</source>
        <translation>Hinzugefügt von: {name}</translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation>Grundlage: {basis}</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Notiz: {note}</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Record of {name}</source>
        <translation>Angaben zu {name}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Enrolled by</source>
        <translation>Hinzugefügt von</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Such as where the signed form is</source>
        <translation>Etwa wo das unterschriebene Formular liegt</translation>
    </message>
</context>
<context>
    <name>ConsentSection</name>
    <message>
        <source>Enrolment</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Edit who enrolled them, and the basis</source>
        <translation>Ändern, wer die Person hinzugefügt hat und auf welcher Grundlage</translation>
    </message>
    <message>
        <source>Save all that is kept of this person as a file</source>
        <translation>Alles, was über diese Person gespeichert ist, als Datei speichern</translation>
    </message>
    <message>
        <source>Print all that is kept of this person</source>
        <translation>Alles, was über diese Person gespeichert ist, drucken</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Verify…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Noting who this is not</source>
        <translation>Korrektur wird vermerkt</translation>
    </message>
    <message>
        <source>Noted: this is not {name}.</source>
        <translation>Vermerkt: Das ist nicht {name}.</translation>
    </message>
    <message>
        <source>Undone: this may be {name}.</source>
        <translation>Zurückgenommen: Das kann {name} sein.</translation>
    </message>
    <message>
        <source>Undoing a correction</source>
        <translation>Korrektur wird zurückgenommen</translation>
    </message>
</context>
<context>
    <name>DatabaseDialog</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>Ein Server</translation>
    </message>
    <message>
        <source>Where the gallery is</source>
        <translation>Wo die Galerie ist</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Encrypted only</source>
        <translation>Nur verschlüsselt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Choose all the same</source>
        <translation>Trotzdem wählen</translation>
    </message>
    <message>
        <source>People, photos and sightings stay in a file that only you can read.</source>
        <translation>Personen, Fotos und Sichtungen bleiben in einer Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>Several desks share one gallery: who is enrolled at one is recognised at all of them. People, photos and sightings are sent to this server, over the network. It takes a PostgreSQL database, which is empty at first.</source>
        <translation>Mehrere Plätze teilen sich eine Galerie: Wer an einem hinzugefügt ist, wird an allen erkannt. Personen, Fotos und Sichtungen gehen über das Netzwerk an diesen Server. Nötig ist eine PostgreSQL-Datenbank, die zu Anfang leer ist.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Where shall the gallery be?</source>
        <translation>Wo soll die Galerie sein?</translation>
    </message>
    <message>
        <source>The choice takes effect when facedesk starts again.</source>
        <translation>Die Wahl gilt, sobald facedesk neu gestartet wird.</translation>
    </message>
</context>
<context>
    <name>DatabaseField</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>{database}, as {variable} says</source>
        <translation>{database}, wie {variable} sagt</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>Delete {name}?</source>
        <translation>{name} löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Their photo, what facedesk learned from it, and the record of when they were seen are deleted. They will not be recognised any more. This can&apos;t be undone.</source>
        <translation>Das Foto, was facedesk daraus gelernt hat, und die Aufzeichnung, wann die Person gesehen wurde, werden gelöscht. Sie wird nicht mehr erkannt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>DistanceScale</name>
    <message>
        <source>Scale of the distance</source>
        <translation>Skala des Abstands</translation>
    </message>
    <message>
        <source>d is {d}: yes up to {t}, not sure up to {u}, no beyond.</source>
        <translation>d ist {d}: ja bis {t}, nicht sicher bis {u}, darüber nein.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>EncodingAgain</name>
    <message>
        <source>Reading the gallery</source>
        <translation>Die Galerie wird gelesen</translation>
    </message>
    <message>
        <source>{n} of {all} photos</source>
        <translation>{n} von {all} Fotos</translation>
    </message>
    <message>
        <source>Learning faces anew</source>
        <translation>Gesichter werden neu gelernt</translation>
    </message>
    <message>
        <source>Not everyone is recognised yet.</source>
        <translation>Noch werden nicht alle erkannt.</translation>
    </message>
    <message>
        <source>facedesk goes on with their photos when it starts again.</source>
        <translation>facedesk macht mit ihren Fotos weiter, wenn es neu gestartet wird.</translation>
    </message>
    <message>
        <source>Photos that can&apos;t be read any more: {n}.</source>
        <translation>Fotos, die sich nicht mehr lesen lassen: {n}.</translation>
    </message>
    <message>
        <source>Who is on them is not recognised. Replace these photos.</source>
        <translation>Wer darauf ist, wird nicht erkannt. Bitte diese Fotos ersetzen.</translation>
    </message>
</context>
<context>
    <name>EnrolChecks</name>
    <message>
        <source>One face</source>
        <translation>Ein einziges Gesicht</translation>
    </message>
    <message>
        <source>Near enough</source>
        <translation>Nah genug</translation>
    </message>
    <message>
        <source>Whole face in the picture</source>
        <translation>Ganzes Gesicht im Bild</translation>
    </message>
    <message>
        <source>Good light</source>
        <translation>Gutes Licht</translation>
    </message>
    <message>
        <source>Facing forward</source>
        <translation>Blick nach vorn</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>Scharf</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>EnrolLooking</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>EnrolNaming</name>
    <message>
        <source>The photo that will be kept</source>
        <translation>Das Foto, das aufbewahrt wird</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>Neu aufnehmen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>EnrolPanel</name>
    <message>
        <source>Enrol a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Looking for the face</source>
        <translation>Das Gesicht wird gesucht</translation>
    </message>
    <message>
        <source>Adding a look</source>
        <translation>Aussehen wird hinzugefügt</translation>
    </message>
    <message>
        <source>A look of {name} was added.</source>
        <translation>Ein Aussehen von {name} wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Still getting ready. Try again in a moment.</source>
        <translation>Noch nicht ganz bereit. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Enrolling {name}</source>
        <translation>{name} wird hinzugefügt</translation>
    </message>
    <message>
        <source>{name} is enrolled.</source>
        <translation>{name} ist jetzt dabei.</translation>
    </message>
</context>
<context>
    <name>EnrollingStranger</name>
    <message>
        <source>Looking for the face</source>
        <translation>Das Gesicht wird gesucht</translation>
    </message>
    <message>
        <source>The video has no better picture of them. Enrol them with a photo instead.</source>
        <translation>Das Video hat kein besseres Bild. Fügen Sie die Person stattdessen mit einem Foto hinzu.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong. The log has the details.</source>
        <translation>Etwas ist schiefgegangen. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>This photo can&apos;t be used.</source>
        <translation>Dieses Foto ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>This photo can&apos;t be opened. Check that the file is there and that you may read it.</source>
        <translation>Dieses Foto lässt sich nicht öffnen. Ist die Datei da und lesbar?</translation>
    </message>
    <message>
        <source>This file is not a picture. Choose a JPEG, PNG, WebP, BMP, TIFF or GIF file.</source>
        <translation>Diese Datei ist kein Bild. Möglich sind JPEG, PNG, WebP, BMP, TIFF und GIF.</translation>
    </message>
    <message>
        <source>This picture is damaged: part of the file is missing. Copy it again.</source>
        <translation>Dieses Bild ist beschädigt: Ein Teil fehlt. Bitte noch einmal kopieren.</translation>
    </message>
    <message>
        <source>This picture is too large ({megapixels} megapixels). Use one below {limit}.</source>
        <translation>Dieses Bild ist zu groß ({megapixels} Megapixel). Erlaubt sind höchstens {limit}.</translation>
    </message>
    <message>
        <source>No face was found. Use a photo that shows the face from the front.</source>
        <translation>Kein Gesicht gefunden. Am besten ist ein Foto von vorn.</translation>
    </message>
    <message>
        <source>There are {count} faces in this photo. Use one that shows a single person.</source>
        <translation>Auf diesem Foto sind {count} Gesichter. Bitte eines mit nur einer Person wählen.</translation>
    </message>
    <message>
        <source>The face is too small. Use a larger photo, or one taken from nearer.</source>
        <translation>Das Gesicht ist zu klein. Bitte ein größeres Foto wählen oder eines aus der Nähe.</translation>
    </message>
    <message>
        <source>The face is too dark. Use a photo with more light on the face.</source>
        <translation>Das Gesicht ist zu dunkel. Bitte ein Foto mit mehr Licht im Gesicht wählen.</translation>
    </message>
    <message>
        <source>The face is too bright. Use a photo with softer light.</source>
        <translation>Das Gesicht ist zu hell. Bitte ein Foto mit weicherem Licht wählen.</translation>
    </message>
    <message>
        <source>The face is blurred. Use a sharper photo.</source>
        <translation>Das Gesicht ist unscharf. Bitte ein schärferes Foto wählen.</translation>
    </message>
    <message>
        <source>The face is turned away. Use a photo that shows it from the front.</source>
        <translation>Das Gesicht ist abgewandt. Bitte ein Foto von vorn wählen.</translation>
    </message>
    <message>
        <source>The face is cut off at the edge. Use a photo that shows all of it.</source>
        <translation>Das Gesicht ist am Rand abgeschnitten. Bitte ein Foto wählen, das es ganz zeigt.</translation>
    </message>
    <message>
        <source>This name can&apos;t be used.</source>
        <translation>Dieser Name ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Please type a name.</source>
        <translation>Bitte einen Namen eingeben.</translation>
    </message>
    <message>
        <source>This name is too long. Use at most {limit} characters.</source>
        <translation>Dieser Name ist zu lang. Bitte höchstens {limit} Zeichen verwenden.</translation>
    </message>
    <message>
        <source>“{name}” is enrolled already. Choose another name, or replace their photo.</source>
        <translation>„{name}“ gibt es schon. Bitte einen anderen Namen wählen oder das Foto ersetzen.</translation>
    </message>
    <message>
        <source>A person can have {most} looks besides their photo. Remove one first.</source>
        <translation>Eine Person kann neben ihrem Foto {most} weitere Aussehen haben. Entfernen Sie erst eines.</translation>
    </message>
    <message>
        <source>Nobody called “{name}” is enrolled.</source>
        <translation>Es gibt niemanden namens „{name}“.</translation>
    </message>
    <message>
        <source>This person was removed in the meantime.</source>
        <translation>Diese Person wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>Somebody else has just changed {name}. Look at them again, then decide anew.</source>
        <translation>Jemand anders hat {name} gerade geändert. Bitte noch einmal ansehen und neu entscheiden.</translation>
    </message>
    <message>
        <source>There is no photo “{name}”, and nobody called so is enrolled.</source>
        <translation>Es gibt weder ein Foto „{name}“ noch jemanden dieses Namens.</translation>
    </message>
    <message>
        <source>{source} can&apos;t be opened.</source>
        <translation>{source} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>There is no “{source}”. Choose a camera, a file, a folder or an address.</source>
        <translation>„{source}“ gibt es nicht. Bitte eine Kamera, eine Datei, einen Ordner oder eine Adresse wählen.</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, or open a video or picture instead.</source>
        <translation>Keine Kamera gefunden. Bitte eine anschließen oder ein Video oder Bild öffnen.</translation>
    </message>
    <message>
        <source>{source} is not connected. Plug it in, or choose another camera.</source>
        <translation>{source} ist nicht angeschlossen. Bitte einstecken oder eine andere Kamera wählen.</translation>
    </message>
    <message>
        <source>{source} is not a video that can be read. Choose another file.</source>
        <translation>{source} ist kein lesbares Video. Bitte eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>This sighting, or its picture, is not kept any more.</source>
        <translation>Diese Sichtung oder ihr Bild ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Something in the gallery is damaged or was changed. Run: facedesk check</source>
        <translation>Etwas in der Galerie ist beschädigt oder wurde verändert. Bitte ausführen: facedesk check</translation>
    </message>
    <message>
        <source>How the gallery {path} is protected was changed elsewhere. Start facedesk again.</source>
        <translation>Wie die Galerie {path} geschützt ist, wurde anderswo geändert. Bitte facedesk neu starten.</translation>
    </message>
    <message>
        <source>The gallery is protected by a passphrase. Run this in a terminal, which asks for it, or set FACEDESK_PASSPHRASE.</source>
        <translation>Die Galerie ist durch eine Passphrase geschützt. Bitte in einem Terminal ausführen, das danach fragt, oder FACEDESK_PASSPHRASE setzen.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not open the gallery, but its passphrase does. Run this in a terminal, which asks for it, or set FACEDESK_PASSPHRASE.</source>
        <translation>Der Schlüsselbund des Systems öffnet die Galerie nicht, aber ihre Passphrase. Bitte in einem Terminal ausführen, das danach fragt, oder FACEDESK_PASSPHRASE setzen.</translation>
    </message>
    <message>
        <source>This passphrase does not open the gallery. Nothing was changed; try again.</source>
        <translation>Diese Passphrase öffnet die Galerie nicht. Nichts wurde geändert; bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>A passphrase takes at least {shortest} characters.</source>
        <translation>Eine Passphrase braucht mindestens {shortest} Zeichen.</translation>
    </message>
    <message>
        <source>The key of the gallery {path} is not in this system&apos;s keyring. Restore the keyring of the computer it was made on, or move the file away to begin anew.</source>
        <translation>Der Schlüssel der Galerie {path} ist nicht im Schlüsselbund dieses Systems. Stellen Sie den Schlüsselbund des Computers wieder her, auf dem sie entstand, oder verschieben Sie die Datei, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring, which has the gallery&apos;s key, does not open. Unlock it, or log in again, then start facedesk again.</source>
        <translation>Der Schlüsselbund des Systems, der den Schlüssel der Galerie hat, öffnet sich nicht. Bitte entsperren oder neu anmelden und facedesk neu starten.</translation>
    </message>
    <message>
        <source>The shared gallery {place} can&apos;t be reached. Check the network and the server, then try again.</source>
        <translation>Die gemeinsame Galerie {place} ist nicht zu erreichen. Bitte Netzwerk und Server prüfen und es erneut versuchen.</translation>
    </message>
    <message>
        <source>The database server does not let facedesk use {place}. Check the user, the password and the name of the database.</source>
        <translation>Der Datenbankserver lässt facedesk {place} nicht benutzen. Bitte Benutzer, Passwort und Namen der Datenbank prüfen.</translation>
    </message>
    <message>
        <source>The database {place} holds something else than a gallery. Choose an empty one.</source>
        <translation>Die Datenbank {place} enthält etwas anderes als eine Galerie. Bitte eine leere wählen.</translation>
    </message>
    <message>
        <source>This is not the address of a database. Write it as postgresql+psycopg://USER:PASSWORD@SERVER/DATABASE.</source>
        <translation>Das ist nicht die Adresse einer Datenbank. So wird sie geschrieben: postgresql+psycopg://BENUTZER:PASSWORT@SERVER/DATENBANK.</translation>
    </message>
    <message>
        <source>A shared gallery takes one more package. Run: python -m pip install &apos;facedesk[postgresql]&apos;</source>
        <translation>Eine gemeinsame Galerie braucht ein weiteres Paket. Bitte ausführen: python -m pip install &apos;facedesk[postgresql]&apos;</translation>
    </message>
    <message>
        <source>The gallery was changed in the meantime. Nothing was imported; try again.</source>
        <translation>Die Galerie wurde inzwischen geändert. Nichts wurde importiert; bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>facedesk is open already, with the folder {path}. Go to its window, or choose another folder with --data-dir.</source>
        <translation>facedesk ist schon geöffnet, mit dem Ordner {path}. Gehen Sie zu seinem Fenster, oder wählen Sie mit --data-dir einen anderen Ordner.</translation>
    </message>
    <message>
        <source>This file was not made by facedesk. Choose one that ends in .facedesk.</source>
        <translation>Diese Datei stammt nicht von facedesk. Bitte eine wählen, die auf .facedesk endet.</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened. Check that it is there and that you may read it.</source>
        <translation>Diese Datei lässt sich nicht öffnen. Ist sie da und lesbar?</translation>
    </message>
    <message>
        <source>This file was made by a newer facedesk. Install the newest version.</source>
        <translation>Diese Datei stammt von einem neueren facedesk. Bitte die neueste Version installieren.</translation>
    </message>
    <message>
        <source>This file is damaged or was changed. Nothing was imported; copy it again.</source>
        <translation>Diese Datei ist beschädigt oder wurde verändert. Nichts wurde importiert; bitte noch einmal kopieren.</translation>
    </message>
    <message>
        <source>This passphrase does not open the file. Nothing was changed; try again. If you are sure of it, the file is damaged: copy it again.</source>
        <translation>Diese Passphrase öffnet die Datei nicht. Nichts wurde geändert; bitte noch einmal versuchen. Wenn sie sicher stimmt, ist die Datei beschädigt: bitte noch einmal kopieren.</translation>
    </message>
    <message>
        <source>The file takes a passphrase. Run this in a terminal, which asks, or set {variable}.</source>
        <translation>Die Datei braucht eine Passphrase. Bitte in einem Terminal ausführen, das danach fragt, oder {variable} setzen.</translation>
    </message>
    <message>
        <source>This takes a new passphrase. Run it in a terminal, which asks, or set {variable}.</source>
        <translation>Dafür braucht es eine neue Passphrase. Bitte in einem Terminal ausführen, das danach fragt, oder {variable} setzen.</translation>
    </message>
    <message>
        <source>This system has no keyring that can open the gallery. Set a passphrase instead.</source>
        <translation>Dieses System hat keinen Schlüsselbund, der die Galerie öffnen kann. Bitte stattdessen eine Passphrase festlegen.</translation>
    </message>
    <message>
        <source>The gallery has no passphrase yet. Set one first.</source>
        <translation>Die Galerie hat noch keine Passphrase. Bitte erst eine festlegen.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same. Try again.</source>
        <translation>Die beiden Passphrasen sind verschieden. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The file holds people who are enrolled here with other pictures ({count}). Nothing was imported; say what to do with --on-clash keep, replace or both.</source>
        <translation>In der Datei sind Personen, die es hier mit anderen Bildern gibt ({count}). Nichts wurde importiert; sagen Sie mit --on-clash keep, replace oder both, was geschehen soll.</translation>
    </message>
    <message>
        <source>Of these pairs, {found} can be compared. This takes at least two folds, each with pairs of one person and of two: people with several photos.</source>
        <translation>Von diesen Paaren lassen sich {found} vergleichen. Nötig sind mindestens zwei Teile, jeder mit Paaren einer Person und zweier Personen: Menschen mit mehreren Fotos.</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be opened. Check that it is there and that you may read it.</source>
        <translation>Die Datei {path} lässt sich nicht öffnen. Prüfen Sie, ob sie da ist und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>{path} does not list pairs of photos (see line {line}). Write them as LFW&apos;s pairs.txt does, or as lines of path,path,same.</source>
        <translation>{path} nennt keine Paare von Fotos (siehe Zeile {line}). Schreiben Sie sie wie in LFWs pairs.txt oder als Zeilen der Form Pfad,Pfad,gleich.</translation>
    </message>
    <message>
        <source>Nothing in {source} names groups. This takes FOLDER/GROUP/PERSON/*.jpg, or files named AGE_GENDER_RACE_date.jpg.</source>
        <translation>Nichts in {source} nennt Gruppen. Nötig ist ORDNER/GRUPPE/PERSON/*.jpg, oder Dateien namens AGE_GENDER_RACE_date.jpg.</translation>
    </message>
    <message>
        <source>Nothing can be trained with this.</source>
        <translation>Damit lässt sich nichts trainieren.</translation>
    </message>
    <message>
        <source>None of the {count} photos shows a face that can be used. Choose other photos.</source>
        <translation>Keines der {count} Fotos zeigt ein brauchbares Gesicht. Bitte andere Fotos wählen.</translation>
    </message>
    <message>
        <source>All photos that can be used are of one person. Training takes photos of several people, each in a folder of their own.</source>
        <translation>Alle brauchbaren Fotos sind von einer Person. Das Training braucht Fotos mehrerer Personen, jede in einem eigenen Ordner.</translation>
    </message>
    <message>
        <source>Nobody has two photos that can be used. Training learns from several photos of the same person: add some.</source>
        <translation>Von niemandem gibt es zwei brauchbare Fotos. Das Training lernt aus mehreren Fotos derselben Person: bitte einige hinzufügen.</translation>
    </message>
    <message>
        <source>There is too little memory for this. Close other programs, take fewer photos, or fewer people at a time (--people-at-a-time).</source>
        <translation>Dafür ist zu wenig Speicher frei. Schließen Sie andere Programme, oder nehmen Sie weniger Fotos oder weniger Personen auf einmal (--people-at-a-time).</translation>
    </message>
    <message>
        <source>The encoder has collapsed: it says the same of every face. Training has stopped; what was best before is kept. Begin again with a lower learning rate, or semi-hard selection.</source>
        <translation>Das Netz ist zusammengefallen: Es sagt zu jedem Gesicht dasselbe. Das Training ist beendet; das Beste von vorher ist gespeichert. Beginnen Sie neu, mit kleinerer Lernrate oder Semi-hard-Auswahl.</translation>
    </message>
    <message>
        <source>The training has got out of hand: its numbers became too large. It has stopped; what was best before is kept. Begin again with a lower learning rate.</source>
        <translation>Das Training ist außer Kontrolle geraten: Seine Zahlen wurden zu groß. Es ist beendet; das Beste von vorher ist gespeichert. Beginnen Sie neu, mit kleinerer Lernrate.</translation>
    </message>
    <message>
        <source>There is a training in {path} already. Go on with it (--resume), or choose another folder.</source>
        <translation>In {path} gibt es schon ein Training. Setzen Sie es fort (--resume), oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no training in {path} that could go on. Begin one without --resume.</source>
        <translation>In {path} gibt es kein Training, das weitergehen könnte. Beginnen Sie eines, ohne --resume.</translation>
    </message>
    <message>
        <source>{path} is damaged, so that this training can&apos;t go on. What was best until then lies beside it; begin anew in another folder.</source>
        <translation>{path} ist beschädigt; dieses Training kann nicht weitergehen. Das Beste bis dahin liegt daneben; beginnen Sie neu in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>{path} was written by another version of facedesk (format {found}, this one has {expected}). Go on with that version, or begin anew in another folder.</source>
        <translation>{path} stammt von einer anderen Version von facedesk (Format {found}, hier {expected}). Machen Sie mit jener Version weiter, oder beginnen Sie neu in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>The photos have changed since this training was begun. Put them back as they were, or begin anew in another folder.</source>
        <translation>Die Fotos haben sich seit Beginn dieses Trainings geändert. Stellen Sie sie wieder her, oder beginnen Sie neu in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>{path} does not hold an encoder that facedesk trained. Choose another file.</source>
        <translation>{path} enthält kein Netz, das facedesk trainiert hat. Bitte eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The disk is full. Training has stopped; what it had come to when it was last saved is kept. Free some space and let it go on (--resume).</source>
        <translation>Der Datenträger ist voll. Das Training ist beendet; was zuletzt gespeichert wurde, ist noch da. Bitte Platz schaffen und es fortsetzen (--resume).</translation>
    </message>
    <message>
        <source>{source} shows only black. Open its cover, and check that it may be used.</source>
        <translation>{source} zeigt nur Schwarz. Bitte die Abdeckung öffnen und prüfen, ob der Zugriff erlaubt ist.</translation>
    </message>
    <message>
        <source>{source} keeps sending the same picture. Unplug it and plug it in again.</source>
        <translation>{source} sendet immer dasselbe Bild. Bitte aus- und wieder einstecken.</translation>
    </message>
    <message>
        <source>{source} can&apos;t be played. Choose a video or picture file.</source>
        <translation>{source} lässt sich nicht abspielen. Bitte eine Video- oder Bilddatei wählen.</translation>
    </message>
    <message>
        <source>There are no pictures in {source} that can be read.</source>
        <translation>In {source} sind keine lesbaren Bilder.</translation>
    </message>
    <message>
        <source>This takes people with several photos, and others with a single one.</source>
        <translation>Dafür braucht es Personen mit mehreren Fotos und andere mit nur einem.</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be written. Choose another place for it.</source>
        <translation>Die Datei {path} lässt sich nicht schreiben. Bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>{source} does not answer. Check the address and the network.</source>
        <translation>{source} antwortet nicht. Bitte Adresse und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>{source} gives no picture. Close other programs that use it.</source>
        <translation>{source} liefert kein Bild. Schließen Sie andere Programme, die die Kamera benutzen.</translation>
    </message>
    <message>
        <source>{source} stopped sending pictures.</source>
        <translation>{source} sendet keine Bilder mehr.</translation>
    </message>
    <message>
        <source>The gallery can&apos;t be read or written. The log has the details.</source>
        <translation>Die Galerie lässt sich nicht lesen oder schreiben. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; free some space and try again.</source>
        <translation>Der Datenträger ist voll. Nichts wurde geändert; bitte Platz schaffen und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Another program is using the gallery. Nothing was changed; try again in a moment.</source>
        <translation>Ein anderes Programm benutzt gerade die Galerie. Nichts wurde geändert; bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The gallery file {path} is damaged. Move it away, or put a backup in its place.</source>
        <translation>Die Galeriedatei {path} ist beschädigt. Bitte verschieben oder durch eine Sicherungskopie ersetzen.</translation>
    </message>
    <message>
        <source>The gallery {path} was moved or deleted. Put it back and start facedesk again.</source>
        <translation>Die Galerie {path} wurde verschoben oder gelöscht. Bitte zurücklegen und facedesk neu starten.</translation>
    </message>
    <message>
        <source>The gallery {path} was made by a newer facedesk. Install the newest version.</source>
        <translation>Die Galerie {path} stammt von einem neueren facedesk. Bitte die neueste Version installieren.</translation>
    </message>
    <message>
        <source>The folder {path} can&apos;t be written. Choose another one with --data-dir.</source>
        <translation>In den Ordner {path} lässt sich nicht schreiben. Bitte mit --data-dir einen anderen wählen.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be saved. The log has the details.</source>
        <translation>Die Einstellungen lassen sich nicht speichern. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>What was measured can&apos;t be saved. The log has the details.</source>
        <translation>Die Messung lässt sich nicht speichern. Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>The face models can&apos;t be loaded.</source>
        <translation>Die Gesichtsmodelle lassen sich nicht laden.</translation>
    </message>
    <message>
        <source>The face models are missing ({package}). Run: python -m pip install {package}</source>
        <translation>Die Gesichtsmodelle fehlen ({package}). Bitte ausführen: python -m pip install {package}</translation>
    </message>
    <message>
        <source>The face models are damaged ({package}). Run: python -m pip install --force-reinstall --no-deps {package}</source>
        <translation>Die Gesichtsmodelle sind beschädigt ({package}). Bitte ausführen: python -m pip install --force-reinstall --no-deps {package}</translation>
    </message>
    <message>
        <source>A part of facedesk is missing ({name}). Install it again.</source>
        <translation>Ein Teil von facedesk fehlt ({name}). Bitte neu installieren.</translation>
    </message>
    <message>
        <source>There is no screen to open the window on. “facedesk --help” lists the commands.</source>
        <translation>Es gibt keinen Bildschirm für das Fenster. „facedesk --help“ zeigt die Befehle.</translation>
    </message>
    <message>
        <source>Only Linux has desktop entries. Pin facedesk to the Dock or the task bar instead.</source>
        <translation>Nur Linux hat Desktop-Einträge. facedesk lässt sich stattdessen im Dock oder an der Taskleiste anheften.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written. Check that you own this folder and that the disk has space.</source>
        <translation>{path} lässt sich nicht schreiben. Bitte prüfen, ob der Ordner Ihnen gehört und der Datenträger Platz hat.</translation>
    </message>
    <message>
        <source>There are {found} people with a usable photo; this takes at least {needed}.</source>
        <translation>Von {found} Personen gibt es ein brauchbares Foto; nötig sind mindestens {needed}.</translation>
    </message>
</context>
<context>
    <name>Evaluating</name>
    <message>
        <source>Looking through the folder</source>
        <translation>Ordner wird durchgesehen</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Es wird ausgewertet</translation>
    </message>
    <message>
        <source>Saving the report</source>
        <translation>Der Bericht wird gespeichert</translation>
    </message>
    <message>
        <source>Comparing everyone</source>
        <translation>Alle werden verglichen</translation>
    </message>
    <message>
        <source>{n} of {all} photos</source>
        <translation>{n} von {all} Fotos</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>There is no result</source>
        <translation>Es gibt kein Ergebnis</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>What are the answers worth, on your pictures?</source>
        <translation>Was sind die Antworten wert, auf Ihren Bildern?</translation>
    </message>
    <message>
        <source>Choose a folder of people who are like yours, or drop one here. facedesk enrols some of them with one photo each, and counts whom it names rightly, wrongly, or not at all.</source>
        <translation>Wählen Sie einen Ordner mit Menschen wie den Ihren, oder legen Sie einen hier ab. facedesk fügt einige davon mit je einem Foto hinzu und zählt, wen es richtig, falsch oder gar nicht benennt.</translation>
    </message>
    <message>
        <source>Whatever the figures: facedesk is not a security device, since a good photo of somebody can fool it. It is weaker on children, on close relatives, and on groups of people of whom its encoder saw fewer.</source>
        <translation>Was immer die Zahlen sagen: facedesk ist keine Sicherheitseinrichtung, denn ein gutes Foto von jemandem kann es täuschen. Es ist schwächer bei Kindern, bei nahen Verwandten und bei Gruppen von Menschen, von denen sein Netz weniger gesehen hat.</translation>
    </message>
    <message>
        <source>Folder with a folder of photos for each person</source>
        <translation>Ordner mit einem Fotoordner für jede Person</translation>
    </message>
    <message>
        <source>Looking at the photos…</source>
        <translation>Die Fotos werden angesehen…</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>The report is saved as {file}.</source>
        <translation>Der Bericht ist als {file} gespeichert.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>EvaluationResult</name>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
</context>
<context>
    <name>EvaluationRunning</name>
    <message>
        <source>You may go on to another page meanwhile. What has been looked at is kept for the next time, also when you cancel.</source>
        <translation>Sie können inzwischen auf eine andere Seite gehen. Was angesehen ist, bleibt für das nächste Mal, auch wenn Sie abbrechen.</translation>
    </message>
</context>
<context>
    <name>EvaluationSetup</name>
    <message>
        <source>No folder is chosen yet</source>
        <translation>Noch ist kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifikation</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Nach Gruppen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the evaluation</source>
        <translation>Auswertung abbrechen</translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation>Der Ordner wird durchgesehen…</translation>
    </message>
    <message>
        <source>{photos} photos in {groups} groups.</source>
        <translation>{photos} Fotos in {groups} Gruppen.</translation>
    </message>
    <message>
        <source>{photos} photos of {people} people; {single} of them have a single photo.</source>
        <translation>{photos} Fotos von {people} Menschen; {single} davon haben ein einziges Foto.</translation>
    </message>
    <message>
        <source>Choose a folder that holds a folder of photos for each person.</source>
        <translation>Wählen Sie einen Ordner, der für jede Person einen Ordner mit Fotos enthält.</translation>
    </message>
    <message>
        <source>Who is that? Some people are enrolled; strangers come along too.</source>
        <translation>Wer ist das? Einige sind hinzugefügt; auch Fremde kommen vor.</translation>
    </message>
    <message>
        <source>Is this the same person? Two photos are compared at a time.</source>
        <translation>Ist das dieselbe Person? Je zwei Fotos werden verglichen.</translation>
    </message>
    <message>
        <source>Is one group of people confused more often than another?</source>
        <translation>Wird eine Gruppe von Menschen öfter verwechselt als eine andere?</translation>
    </message>
    <message>
        <source>It holds a folder of photos for each person, such as Ada/1.jpg. The photos are only read.</source>
        <translation>Er enthält für jede Person einen Ordner mit Fotos, etwa Ada/1.jpg. Die Fotos werden nur gelesen.</translation>
    </message>
</context>
<context>
    <name>EvaluationWords</name>
    <message>
        <source>Measured on {photos} photos of {people} people in {folder}, with the encoder {encoder}.</source>
        <translation>Gemessen an {photos} Fotos von {people} Menschen in {folder}, mit dem Netz {encoder}.</translation>
    </message>
    <message>
        <source>Photos that could not be used: {n}</source>
        <translation>Fotos, die nicht zu gebrauchen waren: {n}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export people</source>
        <translation>Personen exportieren</translation>
    </message>
    <message>
        <source>Names, photos and notes go into one encrypted file. Without its passphrase nobody can open it: not we, and not you.</source>
        <translation>Namen, Fotos und Notizen kommen in eine verschlüsselte Datei. Ohne ihre Passphrase kann niemand sie öffnen: weder wir noch Sie.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>People enrolled: {n}</source>
        <translation>Hinzugefügte Personen: {n}</translation>
    </message>
    <message>
        <source>Export only {name}</source>
        <translation>Nur {name} exportieren</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Show passphrase</source>
        <translation>Passphrase zeigen</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
</context>
<context>
    <name>FaceLoading</name>
    <message>
        <source>Looking for the face</source>
        <translation>Das Gesicht wird gesucht</translation>
    </message>
</context>
<context>
    <name>FaceRow</name>
    <message>
        <source>Enrol…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Enrol this person</source>
        <translation>Diese Person hinzufügen</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>Click to enrol</source>
        <translation>Klicken zum Hinzufügen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>{name}?</source>
        <translation>{name}?</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird erkannt…</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>Nicht {name}</translation>
    </message>
</context>
<context>
    <name>FilePassphraseDialog</name>
    <message>
        <source>Import people</source>
        <translation>Personen importieren</translation>
    </message>
    <message>
        <source>Type the passphrase of {file}.</source>
        <translation>Geben Sie die Passphrase von {file} ein.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Show passphrase</source>
        <translation>Passphrase zeigen</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Die Datei wird geöffnet</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget {n} sightings?</source>
        <translation>{n} Sichtungen vergessen?</translation>
    </message>
    <message>
        <source>Forget this sighting?</source>
        <translation>Diese Sichtung vergessen?</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>It is deleted from the record, with its picture. This can&apos;t be undone.</source>
        <translation>Sie wird mit ihrem Bild aus der Aufzeichnung gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>They are deleted from the record, with their pictures. This can&apos;t be undone.</source>
        <translation>Sie werden mit ihren Bildern aus der Aufzeichnung gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>GalleryWatch</name>
    <message>
        <source>Reading the gallery</source>
        <translation>Die Galerie wird gelesen</translation>
    </message>
</context>
<context>
    <name>GroupsChoices</name>
    <message>
        <source>This takes a folder for each group, with a folder for each person in it, such as Children/Ada/1.jpg; or files named AGE_GENDER_RACE_date.jpg.</source>
        <translation>Dafür braucht es einen Ordner für jede Gruppe, darin einen für jede Person, etwa Kinder/Ada/1.jpg; oder Dateien namens AGE_GENDER_RACE_date.jpg.</translation>
    </message>
    <message>
        <source>One photo of each person, of up to 300 people of a group; which, is drawn always the same way.</source>
        <translation>Ein Foto von jeder Person, von bis zu 300 Menschen einer Gruppe; welche, wird immer gleich ausgelost.</translation>
    </message>
</context>
<context>
    <name>GroupsWords</name>
    <message>
        <source>With so many people, no group is shown to be confused more often than everyone.</source>
        <translation>Bei so vielen Menschen zeigt sich keine Gruppe, die öfter verwechselt würde als alle.</translation>
    </message>
    <message>
        <source>People of the group “{group}” are taken for each other {ratio} times as often as people of all groups together.</source>
        <translation>Menschen der Gruppe „{group}“ werden {ratio}-mal so oft füreinander gehalten wie Menschen aller Gruppen zusammen.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Taken for each other</source>
        <translation>Füreinander gehalten</translation>
    </message>
    <message>
        <source>Times everyone’s</source>
        <translation>Verhältnis zu allen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Mistakes by group</source>
        <translation>Fehler nach Gruppen</translation>
    </message>
    <message>
        <source>Pairs of two people of the same group, accepted where facedesk means to accept {rate} of pairs of two people. In brackets: where the figure would lie 95 times of 100 with other people of the same kind. Groups are what the folder calls them.</source>
        <translation>Paare zweier Menschen derselben Gruppe, angenommen, wo facedesk {rate} der Paare zweier Menschen annehmen will. In Klammern: wo die Zahl 95-mal von 100 bei anderen Menschen derselben Art läge. Gruppen heißen, wie der Ordner sie nennt.</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Look at the camera</source>
        <translation>Bitte in die Kamera schauen</translation>
    </message>
    <message>
        <source>One person at a time, please</source>
        <translation>Bitte nur eine Person auf einmal</translation>
    </message>
    <message>
        <source>Come a little closer</source>
        <translation>Bitte etwas näher kommen</translation>
    </message>
    <message>
        <source>Move into the picture</source>
        <translation>Bitte ganz ins Bild kommen</translation>
    </message>
    <message>
        <source>More light on the face, please</source>
        <translation>Bitte mehr Licht aufs Gesicht</translation>
    </message>
    <message>
        <source>Too bright: turn away from the light</source>
        <translation>Zu hell: bitte vom Licht wegdrehen</translation>
    </message>
    <message>
        <source>Face the camera</source>
        <translation>Bitte nach vorn schauen</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Bitte stillhalten</translation>
    </message>
    <message>
        <source>Good, keep looking</source>
        <translation>Gut, weiter so</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Refused photos</source>
        <translation>Abgelehnte Fotos</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Warum es abgelehnt wurde</translation>
    </message>
    <message>
        <source>These look alike. Where two are one person, delete one of them and add the photo to the other as a look, under “Photos…”. Where they are not, all is well.</source>
        <translation>Diese sehen sich ähnlich. Wo zwei dieselbe Person sind, löschen Sie eine davon und fügen Sie das Foto der anderen als Aussehen hinzu, unter „Fotos…“. Wo nicht, ist alles in Ordnung.</translation>
    </message>
    <message>
        <source>{added}.</source>
        <translation>{added}.</translation>
    </message>
    <message>
        <source>{added}; {refused}.</source>
        <translation>{added}; {refused}.</translation>
    </message>
    <message>
        <source>The rest was not looked at.</source>
        <translation>Der Rest wurde nicht angesehen.</translation>
    </message>
    <message>
        <source>Nobody was enrolled</source>
        <translation>Niemand wurde hinzugefügt</translation>
    </message>
    <message>
        <source>One person was enrolled</source>
        <translation>Eine Person wurde hinzugefügt</translation>
    </message>
    <message>
        <source>{count} people were enrolled</source>
        <translation>{count} Personen wurden hinzugefügt</translation>
    </message>
    <message>
        <source>One was enrolled already, with this photo.</source>
        <translation>Eine Person war schon dabei, mit diesem Foto.</translation>
    </message>
    <message>
        <source>{count} were enrolled already, with these photos.</source>
        <translation>{count} waren schon dabei, mit diesen Fotos.</translation>
    </message>
    <message>
        <source>one photo was refused</source>
        <translation>ein Foto wurde abgelehnt</translation>
    </message>
    <message>
        <source>{count} photos were refused</source>
        <translation>{count} Fotos wurden abgelehnt</translation>
    </message>
</context>
<context>
    <name>ImportPlanDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Decide and import…</source>
        <translation>Entscheiden und importieren…</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import people</source>
        <translation>Personen importieren</translation>
    </message>
    <message>
        <source>People in the file</source>
        <translation>Personen in der Datei</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Here already, the same</source>
        <translation>Schon hier, genauso</translation>
    </message>
    <message>
        <source>Here with other pictures</source>
        <translation>Hier mit anderen Bildern</translation>
    </message>
    <message>
        <source>There is nobody in this file.</source>
        <translation>In dieser Datei ist niemand.</translation>
    </message>
    <message>
        <source>New: {new}. Here with other pictures: {clash}. Here already: {same}.</source>
        <translation>Neu: {new}. Hier mit anderen Bildern: {clash}. Schon hier: {same}.</translation>
    </message>
</context>
<context>
    <name>InViewList</name>
    <message>
        <source>In view</source>
        <translation>Im Bild</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
</context>
<context>
    <name>KeepingSheet</name>
    <message>
        <source>facedesk sheet.pdf</source>
        <translation>facedesk-Auskunft.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Auskunft speichern</translation>
    </message>
    <message>
        <source>The sheet is saved.</source>
        <translation>Die Auskunft ist gespeichert.</translation>
    </message>
    <message>
        <source>Saving the sheet</source>
        <translation>Die Auskunft wird gespeichert</translation>
    </message>
    <message>
        <source>Reading the sheet</source>
        <translation>Die Auskunft wird zusammengestellt</translation>
    </message>
</context>
<context>
    <name>LikenessNote</name>
    <message>
        <source>Add as a look</source>
        <translation>Als Aussehen hinzufügen</translation>
    </message>
    <message>
        <source>Looks like {name} already (score {score:.1f}).</source>
        <translation>Sieht schon aus wie {name} (Wert {score:.1f}).</translation>
    </message>
    <message>
        <source>If it is {name}, add the photo as a look: it helps to recognise them. If it is somebody else, such as a twin, go on.</source>
        <translation>Wenn es {name} ist, fügen Sie das Foto als Aussehen hinzu: Das hilft beim Erkennen. Wenn es jemand anders ist, etwa ein Zwilling, machen Sie weiter.</translation>
    </message>
    <message>
        <source>Add as a look of {name}</source>
        <translation>Als Aussehen von {name} hinzufügen</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
        <source>Getting ready to recognise faces…</source>
        <translation>Die Gesichtserkennung wird vorbereitet…</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Neuer Versuch…</translation>
    </message>
    <message>
        <source>All pictures have been shown.</source>
        <translation>Alle Bilder wurden gezeigt.</translation>
    </message>
    <message>
        <source>The video has ended.</source>
        <translation>Das Video ist zu Ende.</translation>
    </message>
    <message>
        <source>The camera gives {width} × {height} at {rate} pictures per second.</source>
        <translation>Die Kamera liefert {width} × {height} mit {rate} Bildern pro Sekunde.</translation>
    </message>
    <message>
        <source>Running. Nobody is in view.</source>
        <translation>Läuft. Niemand ist im Bild.</translation>
    </message>
    <message>
        <source>Running. One person is in view.</source>
        <translation>Läuft. Eine Person ist im Bild.</translation>
    </message>
    <message>
        <source>Running. {count} people are in view.</source>
        <translation>Läuft. {count} Personen sind im Bild.</translation>
    </message>
</context>
<context>
    <name>LiveToolbar</name>
    <message>
        <source>Mirror the picture</source>
        <translation>Bild spiegeln</translation>
    </message>
    <message>
        <source>Show who is in view</source>
        <translation>Zeigen, wer im Bild ist</translation>
    </message>
    <message>
        <source>Enrol a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Enrol a person (Ctrl+E)</source>
        <translation>Person hinzufügen (Strg+E)</translation>
    </message>
</context>
<context>
    <name>LookAlikeNotice</name>
    <message>
        <source>A better photo or a look of each, or a stricter setting, tells them apart. If they are one person, delete one of them.</source>
        <translation>Ein besseres Foto oder ein weiteres Aussehen von jedem, oder eine strengere Einstellung, unterscheidet sie. Wenn es dieselbe Person ist, löschen Sie eine davon.</translation>
    </message>
    <message>
        <source>Show list</source>
        <translation>Liste zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss: these people are not mentioned again</source>
        <translation>Ausblenden: Diese Personen werden nicht wieder erwähnt</translation>
    </message>
    <message>
        <source>{pair} look too much alike to be told apart.</source>
        <translation>{pair} sehen sich zu ähnlich, um unterschieden zu werden.</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message>
        <source>Some people look too much alike to be told apart: {pairs}.</source>
        <translation>Einige sehen sich zu ähnlich, um unterschieden zu werden: {pairs}.</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
</context>
<context>
    <name>LookAlikeWatch</name>
    <message>
        <source>Looking for people who look alike</source>
        <translation>Suche nach Menschen, die sich ähnlich sehen</translation>
    </message>
</context>
<context>
    <name>LookAlikes</name>
    <message>
        <source>People who look alike</source>
        <translation>Menschen, die sich ähnlich sehen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Sieht aus wie</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>LookDoubtDialog</name>
    <message>
        <source>Is this {name}?</source>
        <translation>Ist das {name}?</translation>
    </message>
    <message>
        <source>Add all the same</source>
        <translation>Trotzdem hinzufügen</translation>
    </message>
    <message>
        <source>The new look</source>
        <translation>Das neue Aussehen</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>This does not look like {name} (score {score:.1f}). Add it all the same?</source>
        <translation>Das sieht nicht aus wie {name} (Wert {score:.1f}). Trotzdem hinzufügen?</translation>
    </message>
    <message>
        <source>This looks more like {other} (score {other_score:.1f}) than like {name} (score {score:.1f}). Add it all the same?</source>
        <translation>Das sieht eher aus wie {other} (Wert {other_score:.1f}) als wie {name} (Wert {score:.1f}). Trotzdem hinzufügen?</translation>
    </message>
    <message>
        <source>If it shows somebody else, {name} will be recognised less well, and others may be taken for them.</source>
        <translation>Wenn es jemand anderen zeigt, wird {name} schlechter erkannt, und andere können für {name} gehalten werden.</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>Folder with a folder of photos for each person</source>
        <translation>Ordner mit einem Fotoordner für jede Person</translation>
    </message>
    <message>
        <source>Measuring on your pictures</source>
        <translation>Messung auf Ihren Bildern</translation>
    </message>
    <message>
        <source>facedesk decides by the measurement it came with again.</source>
        <translation>facedesk entscheidet wieder nach der mitgelieferten Messung.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Going back to what was shipped</source>
        <translation>Zurück zur mitgelieferten Messung</translation>
    </message>
    <message>
        <source>{n} of {all} photos</source>
        <translation>{n} von {all} Fotos</translation>
    </message>
    <message>
        <source>Nothing was changed. Next time the photos done so far go quickly.</source>
        <translation>Es wurde nichts geändert. Beim nächsten Mal gehen die bisherigen Fotos schnell.</translation>
    </message>
    <message>
        <source>Measuring was stopped.</source>
        <translation>Die Messung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Measured on {n} people of “{folder}”. It counts from now on.</source>
        <translation>Gemessen an {n} Menschen aus „{folder}“. Das gilt ab jetzt.</translation>
    </message>
    <message>
        <source>Photos without a face, or unreadable, which were left out: {n}.</source>
        <translation>Ausgelassene Fotos, ohne Gesicht oder unlesbar: {n}.</translation>
    </message>
    <message>
        <source>Choose a folder that holds a folder of photos for each person.</source>
        <translation>Wählen Sie einen Ordner, der für jede Person einen Ordner mit Fotos enthält.</translation>
    </message>
    <message>
        <source>Going back to your own measurement</source>
        <translation>Zurück zu Ihrer eigenen Messung</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Warnung:</translation>
    </message>
    <message>
        <source>Problem:</source>
        <translation>Problem:</translation>
    </message>
</context>
<context>
    <name>MovingPeople</name>
    <message>
        <source>Import people</source>
        <translation>Personen importieren</translation>
    </message>
    <message>
        <source>Exporting people</source>
        <translation>Personen werden exportiert</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Personen exportieren</translation>
    </message>
    <message>
        <source>One person is exported.</source>
        <translation>Eine Person ist exportiert.</translation>
    </message>
    <message>
        <source>{n} people are exported.</source>
        <translation>{n} Personen sind exportiert.</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>Importing people</source>
        <translation>Personen werden importiert</translation>
    </message>
    <message>
        <source>Added: {added}. Replaced: {replaced}. Left as they were: {left}.</source>
        <translation>Hinzugefügt: {added}. Ersetzt: {replaced}. Unverändert: {left}.</translation>
    </message>
    <message>
        <source>People ({suffix})</source>
        <translation>Personen ({suffix})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Vor- und Nachname</translation>
    </message>
</context>
<context>
    <name>NamePhotoDialog</name>
    <message>
        <source>Who is this?</source>
        <translation>Wer ist das?</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>The face that will be enrolled</source>
        <translation>Das Gesicht, das hinzugefügt wird</translation>
    </message>
    <message>
        <source>Replace their photo</source>
        <translation>Foto ersetzen</translation>
    </message>
</context>
<context>
    <name>NoSource</name>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Kameras werden gesucht…</translation>
    </message>
    <message>
        <source>Look for cameras again</source>
        <translation>Erneut nach Kameras suchen</translation>
    </message>
    <message>
        <source>Connect one, or open something else.</source>
        <translation>Schließen Sie eine an, oder öffnen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>No camera was found</source>
        <translation>Keine Kamera gefunden</translation>
    </message>
    <message>
        <source>Choose a camera, or open a video, a picture or an address.</source>
        <translation>Bitte eine Kamera wählen oder ein Video, ein Bild oder eine Adresse öffnen.</translation>
    </message>
    <message>
        <source>Use {camera}</source>
        <translation>{camera} verwenden</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist geöffnet</translation>
    </message>
</context>
<context>
    <name>OwnCalibration</name>
    <message>
        <source>Measure on your own pictures…</source>
        <translation>Auf eigenen Bildern messen…</translation>
    </message>
    <message>
        <source>Use the shipped measurement again</source>
        <translation>Wieder die mitgelieferte Messung</translation>
    </message>
    <message>
        <source>Faces differ from one group of people to another. On your own pictures, facedesk measures how strict to be with people like yours: choose a folder that holds a folder of photos for each person, for at least {n} people. Several photos of each tell how many are missed. The pictures are only read.</source>
        <translation>Gesichter unterscheiden sich von Gruppe zu Gruppe. Auf Ihren eigenen Bildern misst facedesk, wie streng es bei Menschen wie den Ihren sein muss: Wählen Sie einen Ordner, der für mindestens {n} Personen je einen Ordner mit Fotos enthält. Mehrere Fotos von jedem zeigen, wie viele nicht erkannt werden. Die Bilder werden nur gelesen.</translation>
    </message>
    <message>
        <source>Measured on {n} people of “{name}”, {date}</source>
        <translation>Gemessen an {n} Menschen aus „{name}“, {date}</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>{n} Fotos</translation>
    </message>
    <message>
        <source>1 correction</source>
        <translation>1 Korrektur</translation>
    </message>
    <message>
        <source>{n} corrections</source>
        <translation>{n} Korrekturen</translation>
    </message>
    <message>
        <source>Enrolled {date}</source>
        <translation>Seit {date}</translation>
    </message>
</context>
<context>
    <name>PeopleGrid</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Add photo…</source>
        <translation>Foto wählen…</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>No name contains what you are looking for.</source>
        <translation>Kein Name enthält den gesuchten Text.</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>About your data…</source>
        <translation>Über Ihre Daten…</translation>
    </message>
    <message>
        <source>Enrol from camera</source>
        <translation>Mit der Kamera hinzufügen</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>Foto auswählen…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet</source>
        <translation>Noch ist niemand dabei</translation>
    </message>
    <message>
        <source>One photo of each person is all that facedesk needs to recognise them.</source>
        <translation>Ein einziges Foto je Person genügt facedesk, um sie zu erkennen.</translation>
    </message>
    <message>
        <source>Reading the gallery</source>
        <translation>Die Galerie wird gelesen</translation>
    </message>
    <message>
        <source>{n} enrolled</source>
        <translation>Anzahl der Personen: {n}</translation>
    </message>
</context>
<context>
    <name>PersonActions</name>
    <message>
        <source>Photos…</source>
        <translation>Fotos…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Replace photo…</source>
        <translation>Foto ersetzen…</translation>
    </message>
    <message>
        <source>Verify…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation>{name} ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>PersonBar</name>
    <message>
        <source>Chosen person</source>
        <translation>Ausgewählte Person</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Photos of {name}</source>
        <translation>Fotos von {name}</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>Das Foto</translation>
    </message>
    <message>
        <source>Add look…</source>
        <translation>Aussehen hinzufügen…</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading the photos</source>
        <translation>Fotos werden gelesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>Nicht {name}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Look {n}</source>
        <translation>Aussehen {n}</translation>
    </message>
    <message>
        <source>That is as many looks as there can be. Remove one to add another.</source>
        <translation>Mehr Aussehen kann es nicht geben. Entfernen Sie eines, um ein anderes hinzuzufügen.</translation>
    </message>
    <message>
        <source>Photos with glasses, a beard or in another light help to recognise {name}. One photo is enough, too. </source>
        <translation>Fotos mit Brille, Bart oder in anderem Licht helfen, {name} zu erkennen. Ein Foto genügt auch. </translation>
    </message>
    <message>
        <source>One more can be added.</source>
        <translation>Eines kann noch hinzukommen.</translation>
    </message>
    <message>
        <source>{n} more can be added.</source>
        <translation>{n} können noch hinzukommen.</translation>
    </message>
    <message>
        <source>None. Where the live picture calls somebody else {name}, say so there: the face is kept here, so that the mistake is not made again.</source>
        <translation>Keine. Wo das Live-Bild jemand anderen {name} nennt, sagen Sie es dort: Das Gesicht wird hier behalten, damit der Fehler nicht wieder vorkommt.</translation>
    </message>
    <message>
        <source>These faces are not {name}, as you said in the live picture.</source>
        <translation>Diese Gesichter sind nicht {name}, wie Sie im Live-Bild gesagt haben.</translation>
    </message>
    <message>
        <source>Add looks</source>
        <translation>Aussehen hinzufügen</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Enrolled person</source>
        <translation>Hinzugefügte Person</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Namen eingeben</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>This is all that facedesk keeps of this person on this computer.</source>
        <translation>Das ist alles, was facedesk über diese Person auf diesem Computer speichert.</translation>
    </message>
    <message>
        <source>Enrolled on {date}</source>
        <translation>Hinzugefügt am {date}</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Corrections: faces of others that were taken for them</source>
        <translation>Korrekturen: Gesichter anderer, die für diese Person gehalten wurden</translation>
    </message>
    <message>
        <source>Each picture has a template: numbers by which faces are compared ({count}).</source>
        <translation>Zu jedem Bild gehört eine Vorlage: Zahlen, nach denen Gesichter verglichen werden ({count}).</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Sightings</source>
        <translation>Sichtungen</translation>
    </message>
    <message>
        <source>None are kept.</source>
        <translation>Keine sind gespeichert.</translation>
    </message>
    <message>
        <source>These are the newest; there are more.</source>
        <translation>Das sind die neuesten; es gibt mehr.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>ProbeSlot</name>
    <message>
        <source>Who is there</source>
        <translation>Wer da ist</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Several people are in view. The nearest one is looked at.</source>
        <translation>Mehrere Menschen sind im Bild. Der nächste wird betrachtet.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Open a camera…</source>
        <translation>Kamera öffnen…</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>Bild aufnehmen</translation>
    </message>
    <message>
        <source>The picture was taken.</source>
        <translation>Das Bild ist aufgenommen.</translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>Protecting</name>
    <message>
        <source>Looking at the protection</source>
        <translation>Der Schutz wird geprüft</translation>
    </message>
    <message>
        <source>The gallery has a passphrase now.</source>
        <translation>Die Galerie hat jetzt eine Passphrase.</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Die Passphrase wurde geändert.</translation>
    </message>
    <message>
        <source>The passphrase was removed.</source>
        <translation>Die Passphrase wurde entfernt.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring opens the gallery from now on.</source>
        <translation>Ab jetzt öffnet der Schlüsselbund des Systems die Galerie.</translation>
    </message>
    <message>
        <source>Giving the key to the keyring</source>
        <translation>Der Schlüsselbund bekommt den Schlüssel</translation>
    </message>
    <message>
        <source>facedesk asks for the passphrase at every start.</source>
        <translation>facedesk fragt bei jedem Start nach der Passphrase.</translation>
    </message>
    <message>
        <source>Taking the key from the keyring</source>
        <translation>Der Schlüssel wird aus dem Schlüsselbund genommen</translation>
    </message>
</context>
<context>
    <name>ProtectionCard</name>
    <message>
        <source>Set a passphrase…</source>
        <translation>Passphrase festlegen…</translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation>Passphrase ändern…</translation>
    </message>
    <message>
        <source>Remove passphrase…</source>
        <translation>Passphrase entfernen…</translation>
    </message>
    <message>
        <source>Use the system&apos;s keyring</source>
        <translation>Schlüsselbund verwenden</translation>
    </message>
    <message>
        <source>Ask at every start</source>
        <translation>Bei jedem Start fragen</translation>
    </message>
    <message>
        <source>The gallery is not protected</source>
        <translation>Die Galerie ist nicht geschützt</translation>
    </message>
    <message>
        <source>Protected by the system&apos;s keyring</source>
        <translation>Durch den Schlüsselbund des Systems geschützt</translation>
    </message>
    <message>
        <source>Protected by a passphrase</source>
        <translation>Durch eine Passphrase geschützt</translation>
    </message>
    <message>
        <source>Protected by the system&apos;s keyring, and by a passphrase</source>
        <translation>Durch den Schlüsselbund des Systems und eine Passphrase geschützt</translation>
    </message>
    <message>
        <source>Photos, templates and pictures of sightings are encrypted.</source>
        <translation>Fotos, Vorlagen und Bilder von Sichtungen sind verschlüsselt.</translation>
    </message>
    <message>
        <source>facedesk asks for the passphrase at every start. Nobody can open the gallery when it is forgotten.</source>
        <translation>facedesk fragt bei jedem Start nach der Passphrase. Wird sie vergessen, kann niemand die Galerie öffnen.</translation>
    </message>
    <message>
        <source>The gallery opens by itself while you are logged in. Should this keyring get lost, nobody could open it: a passphrase would.</source>
        <translation>Die Galerie öffnet sich von selbst, solange Sie angemeldet sind. Geht dieser Schlüsselbund verloren, kann niemand sie öffnen: Eine Passphrase könnte es.</translation>
    </message>
    <message>
        <source>The gallery opens by itself while you are logged in, and by the passphrase where the keyring is lost.</source>
        <translation>Die Galerie öffnet sich von selbst, solange Sie angemeldet sind, und mit der Passphrase, falls der Schlüsselbund verloren geht.</translation>
    </message>
    <message>
        <source>Whoever gets hold of its file sees everyone&apos;s photos.</source>
        <translation>Wer an ihre Datei kommt, sieht die Fotos von allen.</translation>
    </message>
    <message>
        <source>Whoever gets at its database sees everyone&apos;s photos.</source>
        <translation>Wer an ihre Datenbank kommt, sieht die Fotos von allen.</translation>
    </message>
    <message>
        <source>This system has no keyring that facedesk can use.</source>
        <translation>Dieses System hat keinen Schlüsselbund, den facedesk verwenden kann.</translation>
    </message>
    <message>
        <source>Set a passphrase to protect it.</source>
        <translation>Eine Passphrase schützt sie.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Faces of different people are hardly ever this alike.</source>
        <translation>Gesichter verschiedener Menschen sind sich kaum je so ähnlich.</translation>
    </message>
    <message>
        <source>Faces of one person are seldom this unlike.</source>
        <translation>Gesichter einer Person sind sich selten so unähnlich.</translation>
    </message>
    <message>
        <source>Faces of different people are sometimes this alike.</source>
        <translation>Gesichter verschiedener Menschen sind sich manchmal so ähnlich.</translation>
    </message>
    <message>
        <source>The faces are not alike enough, but a picture is too poor to tell.</source>
        <translation>Die Gesichter sind sich nicht ähnlich genug, aber ein Bild ist zu schlecht, um es zu sagen.</translation>
    </message>
</context>
<context>
    <name>RecognitionChoices</name>
    <message>
        <source>People enrolled</source>
        <translation>Hinzugefügte</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Accepted false alarms</source>
        <translation>Hingenommene Fehlalarme</translation>
    </message>
    <message>
        <source>{rate} of strangers may be given a name</source>
        <translation>{rate} der Fremden dürfen einen Namen bekommen</translation>
    </message>
    <message>
        <source>{n} people enrolled</source>
        <translation>{n} Hinzugefügte</translation>
    </message>
    <message>
        <source>Recognition takes people with several photos, and at least {n} more with a single one: those are the strangers.</source>
        <translation>Die Erkennung braucht Menschen mit mehreren Fotos und mindestens {n} weitere mit einem einzigen: Das sind die Fremden.</translation>
    </message>
</context>
<context>
    <name>RecognitionWords</name>
    <message>
        <source>With {people} people enrolled: of 100 strangers, {named} given a name; of 100 photos of enrolled people, {right} named rightly.</source>
        <translation>Bei {people} Hinzugefügten: Von 100 Fremden {named} benannt; von 100 Fotos Hinzugefügter {right} richtig benannt.</translation>
    </message>
    <message>
        <source>{n} people enrolled</source>
        <translation>{n} Hinzugefügte</translation>
    </message>
    <message>
        <source>People found, and strangers named</source>
        <translation>Gefundene und benannte Fremde</translation>
    </message>
    <message>
        <source>False alarms: strangers given a name</source>
        <translation>Fehlalarme: Fremde, die einen Namen bekommen</translation>
    </message>
    <message>
        <source>Found: enrolled people named rightly</source>
        <translation>Gefunden: Hinzugefügte, richtig benannt</translation>
    </message>
    <message>
        <source>As facedesk decides</source>
        <translation>Wie facedesk entscheidet</translation>
    </message>
    <message>
        <source>People enrolled</source>
        <translation>Hinzugefügte</translation>
    </message>
    <message>
        <source>Named rightly</source>
        <translation>Richtig benannt</translation>
    </message>
    <message>
        <source>Named wrongly</source>
        <translation>Falsch benannt</translation>
    </message>
    <message>
        <source>Strangers named</source>
        <translation>Fremde benannt</translation>
    </message>
    <message>
        <source>Looks most like themselves</source>
        <translation>Sich selbst am ähnlichsten</translation>
    </message>
    <message>
        <source>Photos of them</source>
        <translation>Fotos von ihnen</translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation>Fremde</translation>
    </message>
    <message>
        <source>Recognition by the number of people enrolled</source>
        <translation>Erkennung nach der Zahl der Hinzugefügten</translation>
    </message>
    <message>
        <source>One photo of each person was enrolled; their other photos were to be named, and people with a single photo were the strangers. {rate} of strangers were accepted as false alarms. In brackets: where the figure would lie 95 times of 100 with other people of the same kind.</source>
        <translation>Von jeder Person wurde ein Foto hinzugefügt; ihre anderen Fotos waren zu benennen, und Menschen mit einem einzigen Foto waren die Fremden. {rate} der Fremden wurden als Fehlalarme hingenommen. In Klammern: wo die Zahl 95-mal von 100 bei anderen Menschen derselben Art läge.</translation>
    </message>
    <message>
        <source>{count} is</source>
        <translation>wird {count}</translation>
    </message>
    <message>
        <source>{count} are</source>
        <translation>werden {count}</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Who is seen can&apos;t be recorded now. facedesk keeps it in mind for a while.</source>
        <translation>Wer gesehen wird, lässt sich gerade nicht aufzeichnen. facedesk merkt es sich eine Weile.</translation>
    </message>
</context>
<context>
    <name>RecordNote</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change what is recorded</source>
        <translation>Ändern, was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>No record is kept now. What was recorded stays until its time is up.</source>
        <translation>Jetzt wird nichts aufgezeichnet. Was schon aufgezeichnet ist, bleibt, bis seine Zeit um ist.</translation>
    </message>
    <message>
        <source>Whom a camera sees is recorded: people for {people}, strangers not at all. Videos and pictures that you open are not recorded.</source>
        <translation>Wen eine Kamera sieht, wird aufgezeichnet: Personen für {people}, Fremde gar nicht. Geöffnete Videos und Bilder werden nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Whom a camera sees is recorded: people for {people}, strangers for {strangers}. Videos and pictures that you open are not recorded.</source>
        <translation>Wen eine Kamera sieht, wird aufgezeichnet: Personen für {people}, Fremde für {strangers}. Geöffnete Videos und Bilder werden nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>einen Tag</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} Tage</translation>
    </message>
</context>
<context>
    <name>RemovePassphraseDialog</name>
    <message>
        <source>Remove the passphrase?</source>
        <translation>Passphrase entfernen?</translation>
    </message>
    <message>
        <source>Remove passphrase</source>
        <translation>Passphrase entfernen</translation>
    </message>
    <message>
        <source>The system&apos;s keyring opens the gallery from now on.</source>
        <translation>Ab jetzt öffnet der Schlüsselbund des Systems die Galerie.</translation>
    </message>
    <message>
        <source>The gallery will not be protected any more: whoever gets hold of its file sees everyone&apos;s photos.</source>
        <translation>Die Galerie ist dann nicht mehr geschützt: Wer an ihre Datei kommt, sieht die Fotos von allen.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Bisherige Passphrase</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
</context>
<context>
    <name>RemovePhotoDialog</name>
    <message>
        <source>Remove this look of {name}?</source>
        <translation>Dieses Aussehen von {name} entfernen?</translation>
    </message>
    <message>
        <source>The picture is deleted from this computer. This can&apos;t be undone.</source>
        <translation>Das Bild wird von diesem Computer gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take this correction back?</source>
        <translation>Diese Korrektur zurücknehmen?</translation>
    </message>
    <message>
        <source>The picture is deleted from this computer, and this face may be taken for {name} again.</source>
        <translation>Das Bild wird von diesem Computer gelöscht, und dieses Gesicht kann wieder für {name} gehalten werden.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename {name}</source>
        <translation>{name} umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>ReplacePhotoDialog</name>
    <message>
        <source>Use this photo for {name}?</source>
        <translation>Dieses Foto für {name} verwenden?</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Foto verwenden</translation>
    </message>
    <message>
        <source>The new photo</source>
        <translation>Das neue Foto</translation>
    </message>
    <message>
        <source>The present photo is deleted from this computer.</source>
        <translation>Das bisherige Foto wird von diesem Computer gelöscht.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SavingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>SavingTable</name>
    <message>
        <source>Export a table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>The table is saved as {file}.</source>
        <translation>Die Tabelle ist als {file} gespeichert.</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Die Tabelle wird gespeichert</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>SetPassphraseDialog</name>
    <message>
        <source>Set a passphrase</source>
        <translation>Passphrase festlegen</translation>
    </message>
    <message>
        <source>Set passphrase</source>
        <translation>Passphrase festlegen</translation>
    </message>
    <message>
        <source>Ask for it at every start</source>
        <translation>Bei jedem Start danach fragen</translation>
    </message>
    <message>
        <source>Otherwise the system&apos;s keyring opens the gallery while you are logged in, and the passphrase is there for the day on which the keyring is lost.</source>
        <translation>Sonst öffnet der Schlüsselbund des Systems die Galerie, solange Sie angemeldet sind, und die Passphrase ist für den Tag da, an dem der Schlüsselbund verloren geht.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark colours, or whichever the system uses.</source>
        <translation>Hell, dunkel oder so, wie das System eingestellt ist.</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
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
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Strictness</source>
        <translation>Strenge</translation>
    </message>
    <message>
        <source>How many strangers may be given a name. The stricter, the more often someone enrolled is not recognised.</source>
        <translation>Wie viele Fremde einen Namen bekommen dürfen. Je strenger, desto öfter wird jemand Bekanntes nicht erkannt.</translation>
    </message>
    <message>
        <source>What the camera is asked for. Less is faster; more finds people further away. Each camera keeps its own.</source>
        <translation>Worum die Kamera gebeten wird. Weniger ist schneller; mehr findet Menschen, die weiter weg sind. Jede Kamera behält ihre eigene Wahl.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Enrolled by</source>
        <translation>Hinzugefügt von</translation>
    </message>
    <message>
        <source>Who is noted as having enrolled new people. Left empty, your name on this computer.</source>
        <translation>Wer bei neuen Personen als der vermerkt wird, der sie hinzugefügt hat. Wenn leer, Ihr Name auf diesem Computer.</translation>
    </message>
    <message>
        <source>Basis for new people</source>
        <translation>Grundlage für neue Personen</translation>
    </message>
    <message>
        <source>On what ground their photos are kept. It can be changed for each person.</source>
        <translation>Warum ihre Fotos aufbewahrt werden dürfen. Es lässt sich für jede Person ändern.</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Their consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>A contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Show the speed</source>
        <translation>Geschwindigkeit zeigen</translation>
    </message>
    <message>
        <source>Show over the picture how many frames a second are captured, painted and answered, and what takes how long.</source>
        <translation>Über dem Bild zeigen, wie viele Bilder pro Sekunde aufgenommen, gezeichnet und beantwortet werden, und was wie lange dauert.</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Where the gallery is: on this computer alone, or on a server, where several desks share it.</source>
        <translation>Wo die Galerie ist: nur auf diesem Computer oder auf einem Server, wo mehrere Plätze sie sich teilen.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Keep a record of who was seen</source>
        <translation>Aufzeichnen, wer gesehen wurde</translation>
    </message>
    <message>
        <source>The Activity page shows it. Cameras and network addresses are recorded; videos, pictures and folders that you open are not.</source>
        <translation>Die Seite „Aktivität“ zeigt es. Kameras und Netzwerkadressen werden aufgezeichnet; geöffnete Videos, Bilder und Ordner nicht.</translation>
    </message>
    <message>
        <source>Days to keep people</source>
        <translation>Tage für Personen</translation>
    </message>
    <message>
        <source>Sightings of enrolled people that are older are deleted without a trace.</source>
        <translation>Ältere Sichtungen hinzugefügter Personen werden spurlos gelöscht.</translation>
    </message>
    <message>
        <source>Record strangers</source>
        <translation>Fremde aufzeichnen</translation>
    </message>
    <message>
        <source>Whether it is also noted when somebody was seen who is not enrolled.</source>
        <translation>Ob auch vermerkt wird, wenn jemand gesehen wurde, der nicht hinzugefügt ist.</translation>
    </message>
    <message>
        <source>Days to keep strangers</source>
        <translation>Tage für Fremde</translation>
    </message>
    <message>
        <source>Sightings of strangers that are older are deleted without a trace.</source>
        <translation>Ältere Sichtungen von Fremden werden spurlos gelöscht.</translation>
    </message>
    <message>
        <source>Keep pictures in the record</source>
        <translation>Bilder mit aufzeichnen</translation>
    </message>
    <message>
        <source>The best picture of each sighting. A stranger can be enrolled from it.</source>
        <translation>Das beste Bild jeder Sichtung. Damit lassen sich Fremde hinzufügen.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Camera resolution</source>
        <translation>Kameraauflösung</translation>
    </message>
    <message>
        <source>640 × 480</source>
        <translation>640 × 480</translation>
    </message>
    <message>
        <source>1280 × 720</source>
        <translation>1280 × 720</translation>
    </message>
    <message>
        <source>1920 × 1080</source>
        <translation>1920 × 1080</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>What the camera is asked for; in poor light many give fewer. Each camera keeps its own.</source>
        <translation>Worum die Kamera gebeten wird; bei wenig Licht liefern viele weniger. Jede Kamera behält ihre eigene Wahl.</translation>
    </message>
    <message>
        <source>15</source>
        <translation>15</translation>
    </message>
    <message>
        <source>30</source>
        <translation>30</translation>
    </message>
    <message>
        <source>60</source>
        <translation>60</translation>
    </message>
    <message>
        <source>Show the camera&apos;s picture the way a mirror would. Each camera keeps its own.</source>
        <translation>Das Kamerabild wie ein Spiegel zeigen. Jede Kamera behält ihre eigene Wahl.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Mirror the camera</source>
        <translation>Kamera spiegeln</translation>
    </message>
    <message>
        <source>Show scores</source>
        <translation>Punktzahl anzeigen</translation>
    </message>
    <message>
        <source>Show how sure facedesk is beside each name.</source>
        <translation>Neben jedem Namen zeigen, wie sicher facedesk ist.</translation>
    </message>
    <message>
        <source>Show landmarks</source>
        <translation>Merkmale anzeigen</translation>
    </message>
    <message>
        <source>Mark the eyes, nose and corners of the mouth that were found.</source>
        <translation>Die gefundenen Augen, Nasen und Mundwinkel markieren.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>What facedesk is not</source>
        <translation>Was facedesk nicht ist</translation>
    </message>
    <message>
        <source>The other database is used when facedesk starts again.</source>
        <translation>Die andere Datenbank wird verwendet, sobald facedesk neu gestartet wird.</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>fewer than 1</source>
        <translation>weniger als 1</translation>
    </message>
    <message>
        <source>more than 99</source>
        <translation>mehr als 99</translation>
    </message>
    <message>
        <source>about {n}</source>
        <translation>etwa {n}</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Expand the side bar</source>
        <translation>Seitenleiste ausklappen</translation>
    </message>
    <message>
        <source>Collapse the side bar</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Einklappen</translation>
    </message>
</context>
<context>
    <name>SightingActions</name>
    <message>
        <source>Enrol…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Only this person</source>
        <translation>Nur diese Person</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen…</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>Nicht {name}</translation>
    </message>
    <message>
        <source>Looking for the face</source>
        <translation>Das Gesicht wird gesucht</translation>
    </message>
    <message>
        <source>The record has no better picture of them. Enrol them another way.</source>
        <translation>Die Aufzeichnung hat kein besseres Bild. Fügen Sie die Person auf andere Weise hinzu.</translation>
    </message>
    <message>
        <source>{name} is enrolled.</source>
        <translation>{name} ist jetzt dabei.</translation>
    </message>
    <message>
        <source>Noting who this is</source>
        <translation>Es wird vermerkt, wer das ist</translation>
    </message>
    <message>
        <source>Noting who this is not</source>
        <translation>Korrektur wird vermerkt</translation>
    </message>
    <message>
        <source>Noted: this was not {name}.</source>
        <translation>Vermerkt: Das war nicht {name}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone: this was {name}.</source>
        <translation>Zurückgenommen: Das war {name}.</translation>
    </message>
    <message>
        <source>Undoing a correction</source>
        <translation>Korrektur wird zurückgenommen</translation>
    </message>
    <message>
        <source>Wiping what was forgotten</source>
        <translation>Vergessenes wird getilgt</translation>
    </message>
</context>
<context>
    <name>SightingBar</name>
    <message>
        <source>Chosen sightings</source>
        <translation>Ausgewählte Sichtungen</translation>
    </message>
    <message>
        <source>{n} sightings</source>
        <translation>{n} Sichtungen</translation>
    </message>
</context>
<context>
    <name>SightingFeed</name>
    <message>
        <source>Reading the record</source>
        <translation>Die Aufzeichnung wird gelesen</translation>
    </message>
</context>
<context>
    <name>Sightings</name>
    <message>
        <source>Stranger</source>
        <translation>Fremde Person</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{h} h {min} min</source>
        <translation>{h} h {min} min</translation>
    </message>
    <message>
        <source>{source} · not sure who</source>
        <translation>{source} · nicht sicher, wer</translation>
    </message>
</context>
<context>
    <name>SightingsList</name>
    <message>
        <source>Sightings</source>
        <translation>Sichtungen</translation>
    </message>
</context>
<context>
    <name>SightingsTools</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Der Tag davor</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Der Tag danach</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <source>Whose sightings</source>
        <translation>Wessen Sichtungen</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation>Fremde</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
</context>
<context>
    <name>SourceActions</name>
    <message>
        <source>Open video or picture…</source>
        <translation>Video oder Bild öffnen…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open address…</source>
        <translation>Adresse öffnen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Videos and pictures ({suffixes})</source>
        <translation>Videos und Bilder ({suffixes})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open video or picture</source>
        <translation>Video oder Bild öffnen</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>Ordner mit Bildern öffnen</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Choose a source</source>
        <translation>Quelle wählen</translation>
    </message>
    <message>
        <source>Source: {name}</source>
        <translation>Quelle: {name}</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>Keine Kamera gefunden</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>Captured</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Encode</source>
        <translation>Kodieren</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Encoding faces</source>
        <translation>Gesichter werden kodiert</translation>
    </message>
    <message>
        <source>Following faces</source>
        <translation>Gesichtern wird gefolgt</translation>
    </message>
    <message>
        <source>Finding faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>Measuring the speed</source>
        <translation>Die Geschwindigkeit wird gemessen</translation>
    </message>
    <message>
        <source>Encode a face</source>
        <translation>Ein Gesicht kodieren</translation>
    </message>
    <message>
        <source>Encode a face and its mirror image, live</source>
        <translation>Ein Gesicht und sein Spiegelbild kodieren, live</translation>
    </message>
    <message>
        <source>Encode a photo in all views</source>
        <translation>Ein Foto in allen Ansichten kodieren</translation>
    </message>
    <message>
        <source>Follow a face, 640 × 480</source>
        <translation>Einem Gesicht folgen, 640 × 480</translation>
    </message>
    <message>
        <source>Find a face, 640 × 480</source>
        <translation>Ein Gesicht suchen, 640 × 480</translation>
    </message>
    <message>
        <source>Find ten faces, 640 × 480</source>
        <translation>Zehn Gesichter suchen, 640 × 480</translation>
    </message>
    <message>
        <source>Find a face, 1280 × 720</source>
        <translation>Ein Gesicht suchen, 1280 × 720</translation>
    </message>
    <message>
        <source>Find a face, 1920 × 1080</source>
        <translation>Ein Gesicht suchen, 1920 × 1080</translation>
    </message>
</context>
<context>
    <name>SpeedDialog</name>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Measuring the speed of facedesk on this computer…</source>
        <translation>Die Geschwindigkeit von facedesk auf diesem Computer wird gemessen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The speed of facedesk on this computer</source>
        <translation>Die Geschwindigkeit von facedesk auf diesem Computer</translation>
    </message>
    <message>
        <source>Whatever runs at the same time, such as the camera, makes it slower.</source>
        <translation>Was gleichzeitig läuft, etwa die Kamera, macht es langsamer.</translation>
    </message>
    <message>
        <source>The speed could not be measured</source>
        <translation>Die Geschwindigkeit ließ sich nicht messen</translation>
    </message>
</context>
<context>
    <name>SpeedPanel</name>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Play again</source>
        <translation>Noch einmal abspielen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Strictness</name>
    <message>
        <source>Strict</source>
        <translation>Streng</translation>
    </message>
    <message>
        <source>Lenient</source>
        <translation>Nachsichtig</translation>
    </message>
    <message>
        <source>strangers are given a name</source>
        <translation>Fremde bekommen einen Namen</translation>
    </message>
    <message>
        <source>{count} strangers are given a name.</source>
        <translation>{count} Fremde bekommen einen Namen.</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>how many people who are enrolled are missed</source>
        <translation>wie viele Hinzugefügte nicht erkannt werden</translation>
    </message>
    <message>
        <source>people who are enrolled are missed</source>
        <translation>Hinzugefügte werden nicht erkannt</translation>
    </message>
    <message>
        <source>About {count} of {whole}</source>
        <translation>Etwa {count} von {whole}</translation>
    </message>
    <message>
        <source>Fewer than {count} of {whole}</source>
        <translation>Weniger als {count} von {whole}</translation>
    </message>
    <message>
        <source>To be expected of a single picture of each. People enrolled now: {people}; photos: {photos}.</source>
        <translation>Zu erwarten bei einem einzigen Bild von jedem. Jetzt dabei: {people}; Fotos: {photos}.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. With {people} people, this is to be expected.</source>
        <translation>Noch ist niemand dabei. Bei {people} Menschen ist das zu erwarten.</translation>
    </message>
    <message>
        <source>Mistakes this rare were not measured, so the figures are estimates.</source>
        <translation>So seltene Fehler wurden nicht gemessen; die Zahlen sind Schätzungen.</translation>
    </message>
</context>
<context>
    <name>TaskBar</name>
    <message>
        <source>Running tasks</source>
        <translation>Laufende Aufgaben</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: {title}</source>
        <translation>Abbrechen: {title}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>noch etwa {n} min</translation>
    </message>
    <message>
        <source>about {h} h {n} min left</source>
        <translation>noch etwa {h} h {n} min</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Left and right go from one time to the next; Enter shows it.</source>
        <translation>Links und rechts gehen von einem Zeitpunkt zum nächsten; die Eingabetaste zeigt ihn.</translation>
    </message>
    <message>
        <source>Stranger {n}</source>
        <translation>Fremde Person {n}</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation>Fremde</translation>
    </message>
    <message>
        <source>seen for {time}</source>
        <translation>{time} lang gesehen</translation>
    </message>
    <message>
        <source>times seen: {n}</source>
        <translation>{n}-mal gesehen</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Show passphrase</source>
        <translation>Passphrase zeigen</translation>
    </message>
    <message>
        <source>You may begin with an empty gallery: this one is set aside, not deleted.</source>
        <translation>Sie können mit einer leeren Galerie beginnen: Diese wird beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>Forgotten?</source>
        <translation>Vergessen?</translation>
    </message>
    <message>
        <source>Begin with an empty gallery</source>
        <translation>Mit leerer Galerie beginnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Opening the gallery</source>
        <translation>Die Galerie wird geöffnet</translation>
    </message>
    <message>
        <source>The gallery can&apos;t be opened</source>
        <translation>Die Galerie lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The gallery is locked</source>
        <translation>Die Galerie ist gesperrt</translation>
    </message>
    <message>
        <source>Type its passphrase.</source>
        <translation>Geben Sie ihre Passphrase ein.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not open it, as on another computer. Type the passphrase: it opens the gallery, and the keyring learns the key again.</source>
        <translation>Der Schlüsselbund des Systems öffnet sie nicht, wie auf einem anderen Computer. Geben Sie die Passphrase ein: Sie öffnet die Galerie, und der Schlüsselbund lernt den Schlüssel neu.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring, which has its key, does not answer or refuses to. Unlock it, or log in to this computer again, then try again.</source>
        <translation>Der Schlüsselbund des Systems, der ihren Schlüssel hat, antwortet nicht oder weigert sich. Bitte entsperren oder an diesem Computer neu anmelden und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Its key is not in the keyring of this system: the gallery comes from another computer, or the keyring was lost. Restore that keyring, then try again.</source>
        <translation>Ihr Schlüssel ist nicht im Schlüsselbund dieses Systems: Die Galerie kommt von einem anderen Computer, oder der Schlüsselbund ging verloren. Bitte jenen Schlüsselbund wiederherstellen und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Without its passphrase nobody can open the gallery, not even facedesk.</source>
        <translation>Ohne ihre Passphrase kann niemand die Galerie öffnen, auch facedesk nicht.</translation>
    </message>
    <message>
        <source>The passphrase is forgotten</source>
        <translation>Die Passphrase ist vergessen</translation>
    </message>
    <message>
        <source>The gallery is being encrypted. Nothing is lost if it is broken off.</source>
        <translation>Die Galerie wird verschlüsselt. Nichts geht verloren, wenn das abbricht.</translation>
    </message>
    <message>
        <source>Opening the gallery…</source>
        <translation>Die Galerie wird geöffnet…</translation>
    </message>
    <message>
        <source>The system&apos;s keyring may ask for its password.</source>
        <translation>Vielleicht fragt der Schlüsselbund des Systems nach seinem Passwort.</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Wird entsperrt…</translation>
    </message>
</context>
<context>
    <name>UnprotectedNotice</name>
    <message>
        <source>The gallery is not protected</source>
        <translation>Die Galerie ist nicht geschützt</translation>
    </message>
    <message>
        <source>Whoever gets hold of its file sees everyone&apos;s photos.</source>
        <translation>Wer an ihre Datei kommt, sieht die Fotos von allen.</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Passphrase festlegen…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss until facedesk starts again</source>
        <translation>Ausblenden, bis facedesk neu gestartet wird</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Yes, this is {name}</source>
        <translation>Ja, das ist {name}</translation>
    </message>
    <message>
        <source>Yes, the same person</source>
        <translation>Ja, dieselbe Person</translation>
    </message>
    <message>
        <source>No, this is not {name}</source>
        <translation>Nein, das ist nicht {name}</translation>
    </message>
    <message>
        <source>No, two different people</source>
        <translation>Nein, zwei verschiedene Menschen</translation>
    </message>
    <message>
        <source>Not sure it is {name}</source>
        <translation>Nicht sicher, ob es {name} ist</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>More than 99 of 100 pairs that look like this are one person.</source>
        <translation>Mehr als 99 von 100 solchen Paaren sind eine Person.</translation>
    </message>
    <message>
        <source>Fewer than 1 of 100 pairs that look like this is one person.</source>
        <translation>Weniger als 1 von 100 solchen Paaren ist eine Person.</translation>
    </message>
    <message>
        <source>{n} of 100 pairs that look like this are one person.</source>
        <translation>{n} von 100 solchen Paaren sind eine Person.</translation>
    </message>
    <message>
        <source>A yes goes to 1 in {n} pairs of different people (false accept rate).</source>
        <translation>Ein Ja bekommt 1 von {n} Paaren verschiedener Menschen (Falschakzeptanzrate).</translation>
    </message>
    <message>
        <source>Distance d {d}, threshold T {t}. Score {score}, needed {needed}.</source>
        <translation>Abstand d {d}, Schwelle T {t}. Wert {score}, nötig {needed}.</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>VerificationChoices</name>
    <message>
        <source>Choose a list…</source>
        <translation>Liste wählen…</translation>
    </message>
    <message>
        <source>A file like LFW&apos;s pairs.txt, or with lines of path,path,same or not (1 or 0)</source>
        <translation>Eine Datei wie LFWs pairs.txt, oder mit Zeilen Pfad,Pfad,gleich oder nicht (1 oder 0)</translation>
    </message>
    <message>
        <source>Draw them</source>
        <translation>Auslosen</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>As many of one person as of two, drawn from the folder</source>
        <translation>So viele von einer Person wie von zweien, aus dem Ordner ausgelost</translation>
    </message>
    <message>
        <source>List of pairs of photos</source>
        <translation>Liste von Fotopaaren</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv);;All files (*)</source>
        <translation>Listen (*.txt *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Verification takes at least two people with several photos.</source>
        <translation>Die Verifikation braucht mindestens zwei Menschen mit mehreren Fotos.</translation>
    </message>
</context>
<context>
    <name>VerificationWords</name>
    <message>
        <source>Of 100 pairs of photos, {right} told rightly as one person or two. If 1 of 100 pairs of two people may be accepted, {accepted} of 100 pairs of one person are.</source>
        <translation>Von 100 Fotopaaren {right} richtig als eine Person oder zwei erkannt. Wenn 1 von 100 Paaren zweier Menschen angenommen werden darf, werden es {accepted} von 100 Paaren einer Person.</translation>
    </message>
    <message>
        <source>{count} are</source>
        <translation>werden {count}</translation>
    </message>
    <message>
        <source>Pairs of two people, accepted</source>
        <translation>Paare zweier Menschen, angenommen</translation>
    </message>
    <message>
        <source>What is accepted (ROC)</source>
        <translation>Was angenommen wird (ROC)</translation>
    </message>
    <message>
        <source>Pairs of one person, accepted</source>
        <translation>Paare einer Person, angenommen</translation>
    </message>
    <message>
        <source>Both mistakes (DET)</source>
        <translation>Beide Fehler (DET)</translation>
    </message>
    <message>
        <source>Pairs of one person, refused</source>
        <translation>Paare einer Person, abgelehnt</translation>
    </message>
    <message>
        <source>Measured, where there are {n} pairs or more</source>
        <translation>Gemessen, wo es mindestens {n} Paare gibt</translation>
    </message>
    <message>
        <source>Is the probability right?</source>
        <translation>Stimmt die Wahrscheinlichkeit?</translation>
    </message>
    <message>
        <source>Probability stated</source>
        <translation>Genannte Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Pairs that are one person</source>
        <translation>Paare, die eine Person sind</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>Wie es sein sollte</translation>
    </message>
    <message>
        <source>Accepted at {rate} wrong</source>
        <translation>Angenommen bei {rate} falschen</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>Verglichen nach</translation>
    </message>
    <message>
        <source>Told rightly</source>
        <translation>Richtig erkannt</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifikation</translation>
    </message>
    <message>
        <source>{pairs} pairs in {folds} folds: what is accepted was chosen on all folds but one, and judged on that one; ± is the standard deviation over the folds. Pairs that could not be compared: {failures}.</source>
        <translation>{pairs} Paare in {folds} Teilen: Was angenommen wird, wurde auf allen Teilen bis auf einen gewählt und auf diesem beurteilt; ± ist die Standardabweichung über die Teile. Paare, die sich nicht vergleichen ließen: {failures}.</translation>
    </message>
    <message>
        <source>Score, as facedesk does</source>
        <translation>Wert, wie facedesk es tut</translation>
    </message>
    <message>
        <source>Probability shown</source>
        <translation>Gezeigte Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Distance alone</source>
        <translation>Nur Abstand</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Comparing the faces</source>
        <translation>Gesichter werden verglichen</translation>
    </message>
    <message>
        <source>Getting ready to recognise faces…</source>
        <translation>Die Gesichtserkennung wird vorbereitet…</translation>
    </message>
    <message>
        <source>Choose whom they claim to be.</source>
        <translation>Wählen Sie, wer es sein soll.</translation>
    </message>
    <message>
        <source>Let them look at the camera, or choose a picture of them.</source>
        <translation>Lassen Sie die Person in die Kamera sehen, oder wählen Sie ein Bild von ihr.</translation>
    </message>
    <message>
        <source>Is this the person they claim to be?</source>
        <translation>Ist das die Person, die es sein soll?</translation>
    </message>
    <message>
        <source>facedesk is not a security device: a good photo of somebody can fool it.</source>
        <translation>facedesk ist keine Sicherheitseinrichtung: Ein gutes Foto von jemandem kann es täuschen.</translation>
    </message>
</context>
<context>
    <name>VerifySlot</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild wählen…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drop one picture at a time.</source>
        <translation>Legen Sie nur ein Bild auf einmal ab.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Or drop one here.</source>
        <translation>Oder legen Sie eines hier ab.</translation>
    </message>
    <message>
        <source>Or drop another one here.</source>
        <translation>Oder legen Sie hier ein anderes ab.</translation>
    </message>
</context>
<context>
    <name>Video</name>
    <message>
        <source>Videos ({suffixes})</source>
        <translation>Videos ({suffixes})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open video</source>
        <translation>Video öffnen</translation>
    </message>
</context>
<context>
    <name>VideoPage</name>
    <message>
        <source>Open video…</source>
        <translation>Video öffnen…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no result</source>
        <translation>Es gibt kein Ergebnis</translation>
    </message>
    <message>
        <source>Getting ready to recognise faces…</source>
        <translation>Die Gesichtserkennung wird vorbereitet…</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Who is seen in a video, and when?</source>
        <translation>Wer ist in einem Video zu sehen, und wann?</translation>
    </message>
    <message>
        <source>Open a video, or drop one here. It is looked through faster than it plays.</source>
        <translation>Bitte ein Video öffnen oder hier ablegen. Das geht schneller als Abspielen.</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Neu auswerten</translation>
    </message>
    <message>
        <source>{name} is enrolled.</source>
        <translation>{name} ist jetzt dabei.</translation>
    </message>
    <message>
        <source>To find them in all of the video, analyse it again.</source>
        <translation>Um die Person im ganzen Video zu finden, werten Sie es neu aus.</translation>
    </message>
</context>
<context>
    <name>VideoResult</name>
    <message>
        <source>Picture of the video</source>
        <translation>Bild des Videos</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Enrol {name}…</source>
        <translation>{name} hinzufügen…</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Live picture</source>
        <translation>Live-Bild</translation>
    </message>
    <message>
        <source>No face in the picture</source>
        <translation>Kein Gesicht im Bild</translation>
    </message>
</context>
<context>
    <name>YourData</name>
    <message>
        <source>What is kept</source>
        <translation>Was gespeichert wird</translation>
    </message>
    <message>
        <source>Of each person: their name, when they were enrolled, by whom and on what basis; one photo, any looks and corrections; and of each of these a template, which is a list of numbers by which faces are compared. People enrolled now: {n}.</source>
        <translation>Von jeder Person: ihr Name, wann, von wem und auf welcher Grundlage sie hinzugefügt wurde; ein Foto, etwaige weitere Aussehen und Korrekturen; und von jedem davon eine Vorlage, eine Liste von Zahlen, nach denen Gesichter verglichen werden. Jetzt hinzugefügte Personen: {n}.</translation>
    </message>
    <message>
        <source>The pictures of the camera are looked at and forgotten. Nothing is sent anywhere: no cloud, no account, no statistics.</source>
        <translation>Die Bilder der Kamera werden angesehen und vergessen. Nichts wird irgendwohin gesendet: keine Cloud, kein Konto, keine Statistik.</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo es ist</translation>
    </message>
    <message>
        <source>The gallery: {place}</source>
        <translation>Die Galerie: {place}</translation>
    </message>
    <message>
        <source>Settings: {path}</source>
        <translation>Einstellungen: {path}</translation>
    </message>
    <message>
        <source>Log, with what went wrong but without names or pictures: {path}</source>
        <translation>Protokoll, mit dem, was schiefging, aber ohne Namen und Bilder: {path}</translation>
    </message>
    <message>
        <source>How it is protected</source>
        <translation>Wie es geschützt ist</translation>
    </message>
    <message>
        <source>Names, dates and notes are not encrypted; only your account on this computer may read the file.</source>
        <translation>Namen, Daten und Notizen sind nicht verschlüsselt; nur Ihr Konto auf diesem Computer darf die Datei lesen.</translation>
    </message>
    <message>
        <source>It is not encrypted: whoever can read the file can see the photos. Under Settings you can give it a passphrase.</source>
        <translation>Es ist nicht verschlüsselt: Wer die Datei lesen kann, kann die Fotos sehen. Unter „Einstellungen“ können Sie ihr eine Passphrase geben.</translation>
    </message>
    <message>
        <source>your passphrase</source>
        <translation>Ihre Passphrase</translation>
    </message>
    <message>
        <source>a key in the keyring of your system</source>
        <translation>einen Schlüssel im Schlüsselbund Ihres Systems</translation>
    </message>
    <message>
        <source>a key in the keyring of your system, or your passphrase</source>
        <translation>einen Schlüssel im Schlüsselbund Ihres Systems oder Ihre Passphrase</translation>
    </message>
    <message>
        <source>Photos, templates and the pictures of the record are encrypted. They open by {by}.</source>
        <translation>Fotos, Vorlagen und die Bilder der Aufzeichnung sind verschlüsselt. Sie öffnen sich durch {by}.</translation>
    </message>
    <message>
        <source>People, until you delete them. Then nothing of them is left in the file.</source>
        <translation>Personen, bis Sie sie löschen. Danach ist nichts von ihnen mehr in der Datei.</translation>
    </message>
    <message>
        <source>Who was seen, not at all: it is off.</source>
        <translation>Wer gesehen wurde, gar nicht: Das ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Who was seen. Days until a sighting is deleted: {people} of people enrolled, {strangers} of strangers.</source>
        <translation>Wer gesehen wurde. Tage, bis eine Sichtung gelöscht wird: {people} bei Hinzugefügten, {strangers} bei Fremden.</translation>
    </message>
    <message>
        <source>Who was seen. Days until a sighting is deleted: {people}. Strangers are not recorded.</source>
        <translation>Wer gesehen wurde. Tage, bis eine Sichtung gelöscht wird: {people}. Fremde werden nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Wie lange es gespeichert bleibt</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Was Sie tun können</translation>
    </message>
    <message>
        <source>Delete somebody: choose them on the page People and press Delete. Delete sightings: on the page Activity.</source>
        <translation>Jemanden löschen: auf der Seite „Personen“ auswählen und Entf drücken. Sichtungen löschen: auf der Seite „Aktivität“.</translation>
    </message>
    <message>
        <source>Give somebody what is kept of them: choose them, then “Photos…”, then save or print their record.</source>
        <translation>Jemandem Auskunft geben: die Person auswählen, dann „Fotos…“, dann ihre Auskunft speichern oder drucken.</translation>
    </message>
    <message>
        <source>Take people elsewhere, or keep a copy: “Export…” on the page People writes one encrypted file. Files that you exported or saved are yours to delete.</source>
        <translation>Personen mitnehmen oder eine Kopie behalten: „Exportieren…“ auf der Seite „Personen“ schreibt eine verschlüsselte Datei. Exportierte und gespeicherte Dateien zu löschen ist Ihre Sache.</translation>
    </message>
    <message>
        <source>Delete everything: close facedesk and delete the folder shown above.</source>
        <translation>Alles löschen: facedesk schließen und den oben gezeigten Ordner löschen.</translation>
    </message>
</context>
<context>
    <name>YourDataDialog</name>
    <message>
        <source>About your data</source>
        <translation>Über Ihre Daten</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading the gallery</source>
        <translation>Die Galerie wird gelesen</translation>
    </message>
</context>
<context>
    <name>_NewPassphraseDialog</name>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>If it is forgotten, nobody can open the gallery. Write it down.</source>
        <translation>Wird sie vergessen, kann niemand die Galerie öffnen. Schreiben Sie sie auf.</translation>
    </message>
</context>
</TS>
