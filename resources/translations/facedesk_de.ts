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
        <translation>Es ist schwächer bei Kindern, bei nahen Verwandten und bei Gruppen von Menschen, von denen sein Encoder beim Training weniger gesehen hat: Es verwechselt sie öfter.</translation>
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
    <name>AddEncoderDialog</name>
    <message>
        <source>Add an encoder</source>
        <translation>Encoder hinzufügen</translation>
    </message>
    <message>
        <source>Add and measure</source>
        <translation>Hinzufügen und messen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Bitte einen Namen eingeben.</translation>
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
    <name>AddingModel</name>
    <message>
        <source>Add an encoder or a detector</source>
        <translation>Encoder oder Detektor hinzufügen</translation>
    </message>
    <message>
        <source>Models (*.onnx *.safetensors)</source>
        <translation>Modelle (*.onnx *.safetensors)</translation>
    </message>
    <message>
        <source>Measuring {name}</source>
        <translation>{name} wird gemessen</translation>
    </message>
    <message>
        <source>Trying the file</source>
        <translation>Die Datei wird erprobt</translation>
    </message>
    <message>
        <source>Adding the model</source>
        <translation>Das Modell wird hinzugefügt</translation>
    </message>
    <message>
        <source>{n} of {all} photos</source>
        <translation>{n} von {all} Fotos</translation>
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
    <name>AvatarDialog</name>
    <message>
        <source>Whose avatar?</source>
        <translation>Wessen Avatar?</translation>
    </message>
    <message>
        <source>Use as avatar</source>
        <translation>Als Avatar verwenden</translation>
    </message>
    <message>
        <source>The picture stands for them in lists. They are recognised by their photo, as before.</source>
        <translation>Das Bild steht in Listen für die Person. Erkannt wird sie wie bisher an ihrem Foto.</translation>
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
    <name>Challenge</name>
    <message>
        <source>Turn your head to your left</source>
        <translation>Den Kopf nach links drehen</translation>
    </message>
    <message>
        <source>Turn your head to your right</source>
        <translation>Den Kopf nach rechts drehen</translation>
    </message>
    <message>
        <source>Nod</source>
        <translation>Nicken</translation>
    </message>
    <message>
        <source>Shut your eyes for a moment</source>
        <translation>Kurz die Augen schließen</translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation>Näher kommen</translation>
    </message>
    <message>
        <source>As if to look at your left shoulder.</source>
        <translation>Wie um auf die eigene linke Schulter zu sehen.</translation>
    </message>
    <message>
        <source>As if to look at your right shoulder.</source>
        <translation>Wie um auf die eigene rechte Schulter zu sehen.</translation>
    </message>
    <message>
        <source>Your chin goes down, and up again.</source>
        <translation>Das Kinn geht nach unten und wieder nach oben.</translation>
    </message>
    <message>
        <source>Both eyes, for longer than a blink.</source>
        <translation>Beide Augen, länger als beim Blinzeln.</translation>
    </message>
    <message>
        <source>About a hand&apos;s width.</source>
        <translation>Etwa eine Handbreit.</translation>
    </message>
    <message>
        <source>The time was over.</source>
        <translation>Die Zeit war um.</translation>
    </message>
    <message>
        <source>The face was lost. Stay in the picture, and be alone in it.</source>
        <translation>Das Gesicht ging verloren. Bitte im Bild bleiben, und allein.</translation>
    </message>
    <message>
        <source>That was another movement than the one that was asked for.</source>
        <translation>Das war eine andere Bewegung als die verlangte.</translation>
    </message>
    <message>
        <source>The face jumped from one place to another. Move slowly.</source>
        <translation>Das Gesicht ist von einer Stelle zur anderen gesprungen. Bitte langsam bewegen.</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Look straight ahead</source>
        <translation>Geradeaus sehen</translation>
    </message>
    <message>
        <source>All movements were made when they were asked for.</source>
        <translation>Alle Bewegungen kamen, als sie verlangt wurden.</translation>
    </message>
    <message>
        <source>Eyes open, and keep still for a moment.</source>
        <translation>Augen auf, und kurz stillhalten.</translation>
    </message>
    <message>
        <source>Left and right are your own.</source>
        <translation>Links und rechts sind die eigenen Seiten.</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>noch {n} s</translation>
    </message>
</context>
<context>
    <name>ChallengeCard</name>
    <message>
        <source>Challenge</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Progress of this step</source>
        <translation>Fortschritt dieses Schritts</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>facedesk asks for three movements, in another order each time. A picture can&apos;t make them, nor a video that was taken before.</source>
        <translation>facedesk verlangt drei Bewegungen, jedes Mal in anderer Reihenfolge. Ein Bild kann sie nicht machen, ein früher aufgenommenes Video auch nicht.</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
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
    <name>ChoosingModels</name>
    <message>
        <source>Reading the models</source>
        <translation>Modelle werden gelesen</translation>
    </message>
    <message>
        <source>Reading the gallery</source>
        <translation>Die Galerie wird gelesen</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} ist entfernt.</translation>
    </message>
    <message>
        <source>Removing the model</source>
        <translation>Das Modell wird entfernt</translation>
    </message>
    <message>
        <source>{name} is here.</source>
        <translation>{name} ist da.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
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
    <name>Comparing</name>
    <message>
        <source>Comparing encoders</source>
        <translation>Encoder werden verglichen</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>Der jetzige</translation>
    </message>
    <message>
        <source>The trained one</source>
        <translation>Der trainierte</translation>
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
    <name>ContactSheet</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
    <message>
        <source>Misaligned</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>Other light</source>
        <translation>Anderes Licht</translation>
    </message>
    <message>
        <source>Other colours</source>
        <translation>Andere Farben</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verwackelt</translation>
    </message>
    <message>
        <source>Out of focus</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Far away</source>
        <translation>Weit weg</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>Verrauscht</translation>
    </message>
    <message>
        <source>Compressed</source>
        <translation>Komprimiert</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>Wie trainiert</translation>
    </message>
</context>
<context>
    <name>ContactSheetDialog</name>
    <message>
        <source>What training makes of your photos</source>
        <translation>Was das Training aus Ihren Fotos macht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>So that the encoder gets to know dark, blurred and noisy webcam pictures, each photo is changed anew each time it is learned from. Your files stay as they are.</source>
        <translation>Damit der Encoder dunkle, unscharfe und verrauschte Webcam-Bilder kennenlernt, wird jedes Foto jedes Mal neu verändert, wenn er daraus lernt. Ihre Dateien bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Verify…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
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
    <name>DataSize</name>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
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
    <name>DeleteTrainingDialog</name>
    <message>
        <source>What was learned is deleted, with its model card. An encoder that you use already, and the photos, stay. This can&apos;t be undone.</source>
        <translation>Das Gelernte wird mit seiner Modellkarte gelöscht. Ein Encoder, den Sie schon verwenden, und die Fotos bleiben. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete the training on {name}?</source>
        <translation>Training mit {name} löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>DisguiseChoice</name>
    <message>
        <source>Until facedesk no longer recognises it</source>
        <translation>Bis facedesk es nicht mehr erkennt</translation>
    </message>
    <message>
        <source>Who must not be recognised</source>
        <translation>Wer nicht erkannt werden soll</translation>
    </message>
    <message>
        <source>People will still know the face, and so may other programs. It takes longer.</source>
        <translation>Menschen erkennen das Gesicht weiterhin, andere Programme vielleicht auch. Es dauert länger.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet, so facedesk recognises nobody.</source>
        <translation>Noch ist niemand dabei; facedesk erkennt also niemanden.</translation>
    </message>
</context>
<context>
    <name>DisguiseMeter</name>
    <message>
        <source>Distance to the person, up to the target</source>
        <translation>Abstand zur Person, bis zum Ziel</translation>
    </message>
    <message>
        <source>facedesk finds no face in it any more.</source>
        <translation>facedesk findet darin kein Gesicht mehr.</translation>
    </message>
    <message>
        <source>Distance d to {name}: {d}, wanted: {target}</source>
        <translation>Abstand d zu {name}: {d}, gewünscht: {target}</translation>
    </message>
    <message>
        <source>facedesk still recognises the face.</source>
        <translation>facedesk erkennt das Gesicht noch.</translation>
    </message>
    <message>
        <source>facedesk does not recognise the face any more.</source>
        <translation>facedesk erkennt das Gesicht nicht mehr.</translation>
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
    <name>DownloadRow</name>
    <message>
        <source>Not here · Licence: {licence} · {size} from {hosts}</source>
        <translation>Nicht hier · Lizenz: {licence} · {size} von {hosts}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation>Download von {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the download of {name}</source>
        <translation>Download von {name} abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the download of {name}</source>
        <translation>Download von {name} fortsetzen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>{name} herunterladen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>Downloading</name>
    <message>
        <source>Downloading {name}</source>
        <translation>{name} wird heruntergeladen</translation>
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
        <source>A person, not a picture</source>
        <translation>Ein Mensch, kein Bild</translation>
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
        <source>Settings ask for a person, not a picture of one. If it can&apos;t be told here, enrol from a photo file on the People page.</source>
        <translation>Laut Einstellungen muss es ein Mensch sein, kein Bild. Lässt sich das hier nicht sagen, geht es mit einer Fotodatei auf der Seite „Personen“.</translation>
    </message>
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
        <source>The connection to {host} broke off. What has come of {name} is kept: download again, and it goes on from there.</source>
        <translation>Die Verbindung zu {host} ist abgebrochen. Was von {name} schon da ist, bleibt: Bitte noch einmal herunterladen, dann geht es dort weiter.</translation>
    </message>
    <message>
        <source>The file can&apos;t be downloaded. The log has the details.</source>
        <translation>Die Datei lässt sich nicht herunterladen. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The disk is full: {name} takes {megabytes} MB. Free some space and download again; what has come is kept.</source>
        <translation>Der Datenträger ist voll: {name} braucht {megabytes} MB. Bitte Platz schaffen und noch einmal herunterladen; was schon da ist, bleibt.</translation>
    </message>
    <message>
        <source>{host} leads to an address without encryption. Nothing was downloaded.</source>
        <translation>{host} führt zu einer Adresse ohne Verschlüsselung. Nichts wurde heruntergeladen.</translation>
    </message>
    <message>
        <source>What {host} sends is not {name} as it was checked for facedesk, so it was thrown away. Try again later.</source>
        <translation>Was {host} sendet, ist nicht {name}, wie es für facedesk geprüft wurde, und wurde darum verworfen. Bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{host} does not give {name} out (HTTP {status}). Try again later, or download it yourself from {page} and add the file.</source>
        <translation>{host} gibt {name} nicht heraus (HTTP {status}). Bitte später noch einmal versuchen, oder selbst von {page} herunterladen und die Datei hinzufügen.</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the connection to the internet and try again.</source>
        <translation>{host} ist nicht zu erreichen. Bitte die Internetverbindung prüfen und es erneut versuchen.</translation>
    </message>
    <message>
        <source>Whoever answers for {host} can&apos;t prove that they are. Nothing was downloaded. Check this computer&apos;s date, and whether the network asks you to sign in first.</source>
        <translation>Wer für {host} antwortet, kann sich nicht ausweisen. Nichts wurde heruntergeladen. Bitte prüfen, ob das Datum dieses Computers stimmt und ob das Netzwerk erst eine Anmeldung verlangt.</translation>
    </message>
    <message>
        <source>In no clip of {source} a face is seen for {seconds} seconds or longer.</source>
        <translation>In keinem Clip von {source} ist ein Gesicht {seconds} Sekunden oder länger zu sehen.</translation>
    </message>
    <message>
        <source>This can&apos;t be shown.</source>
        <translation>Das lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. Enrol somebody first, or choose a folder of photos.</source>
        <translation>Noch ist niemand dabei. Bitte erst jemanden hinzufügen oder einen Ordner mit Fotos wählen.</translation>
    </message>
    <message>
        <source>None of the {count} photos shows a face. Choose other photos.</source>
        <translation>Keines der {count} Fotos zeigt ein Gesicht. Bitte andere Fotos wählen.</translation>
    </message>
    <message>
        <source>The layers of this encoder can&apos;t be shown. Choose the default encoder, or one that facedesk trained.</source>
        <translation>Die Schichten dieses Encoders lassen sich nicht zeigen. Bitte den mitgelieferten wählen oder einen, den facedesk trainiert hat.</translation>
    </message>
    <message>
        <source>The encoder has no layer “{key}”. Its layers are: {keys}.</source>
        <translation>Der Encoder hat keine Schicht „{key}“. Seine Schichten sind: {keys}.</translation>
    </message>
    <message>
        <source>Layer {layer} has no unit {unit}. Its units are 0 to {last}.</source>
        <translation>Schicht {layer} hat keine Einheit {unit}. Ihre Einheiten sind 0 bis {last}.</translation>
    </message>
    <message>
        <source>{path} tells nothing apart: it says the same of every picture, or no numbers.</source>
        <translation>{path} unterscheidet nichts: Es sagt zu jedem Bild dasselbe oder liefert keine Zahlen.</translation>
    </message>
    <message>
        <source>“{name}” comes with facedesk and can&apos;t be removed.</source>
        <translation>„{name}“ gehört zu facedesk und lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The model “{name}” is damaged: {path} has changed. Remove it, and add it again.</source>
        <translation>Das Modell „{name}“ ist beschädigt: {path} hat sich geändert. Bitte entfernen und neu hinzufügen.</translation>
    </message>
    <message>
        <source>This model can&apos;t be used.</source>
        <translation>Dieses Modell ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The model “{name}” is gone: {path} can&apos;t be read. Remove it, or add it again.</source>
        <translation>Das Modell „{name}“ ist weg: {path} lässt sich nicht lesen. Bitte entfernen oder neu hinzufügen.</translation>
    </message>
    <message>
        <source>{path} does not take pictures of {side} × {side} pixels in colour, as encoders of the ArcFace family do, and it is no YuNet detector.</source>
        <translation>{path} nimmt keine Farbbilder von {side} × {side} Pixeln, wie es Encoder der ArcFace-Familie tun, und ist auch kein YuNet-Detektor.</translation>
    </message>
    <message>
        <source>There is a model “{name}” already. Choose another name.</source>
        <translation>Ein Modell „{name}“ gibt es schon. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The encoder “{name}” can&apos;t decide yet: which scores strangers reach with it has not been measured. Measure it on a folder with a folder of photos for each person.</source>
        <translation>Der Encoder „{name}“ kann noch nicht entscheiden: Welche Werte Fremde mit ihm erreichen, wurde nicht gemessen. Bitte an einem Ordner messen, der für jede Person einen Ordner mit Fotos enthält.</translation>
    </message>
    <message>
        <source>The model can&apos;t be kept in the data folder. The log has the details.</source>
        <translation>Das Modell lässt sich nicht im Datenordner speichern. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>{path} is no encoder: for a face it gives {found} where one row of 16 to 4096 numbers is wanted.</source>
        <translation>{path} ist kein Encoder: Zu einem Gesicht liefert es {found}, nötig ist eine Zeile von 16 bis 4096 Zahlen.</translation>
    </message>
    <message>
        <source>This file is no model that facedesk can use.</source>
        <translation>Diese Datei ist kein Modell, das facedesk verwenden kann.</translation>
    </message>
    <message>
        <source>This model was added already, as “{name}”.</source>
        <translation>Dieses Modell gibt es schon, als „{name}“.</translation>
    </message>
    <message>
        <source>There is no model “{name}”. “facedesk models list” names those that there are.</source>
        <translation>Ein Modell „{name}“ gibt es nicht. „facedesk models list“ nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>{path} is no model: it takes an .onnx file, or an encoder.safetensors that facedesk has trained.</source>
        <translation>{path} ist kein Modell: Nötig ist eine .onnx-Datei oder eine encoder.safetensors, die facedesk trainiert hat.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be run: it is damaged, or has parts that OpenCV does not know.</source>
        <translation>{path} lässt sich nicht ausführen: Es ist beschädigt oder hat Teile, die OpenCV nicht kennt.</translation>
    </message>
    <message>
        <source>{path} does not tell the people in this folder apart, whatever order and range its colours are given in. It is no encoder of faces, or the folder mixes people up.</source>
        <translation>{path} unterscheidet die Menschen in diesem Ordner nicht, in welcher Reihenfolge und welchem Bereich es seine Farben auch bekommt. Es ist kein Encoder für Gesichter, oder der Ordner bringt Menschen durcheinander.</translation>
    </message>
    <message>
        <source>In which order and range {path} wants its colours is not known. Say so (--colour, --range), or name a folder of people to find out with (--images).</source>
        <translation>In welcher Reihenfolge und welchem Bereich {path} seine Farben will, ist nicht bekannt. Bitte angeben (--colour, --range) oder einen Ordner mit Menschen nennen, an dem es sich herausfinden lässt (--images).</translation>
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
        <source>A picture can be kept from being recognised only with facedesk&apos;s own encoder, or one that was trained here. Choose that encoder in Settings.</source>
        <translation>Nur mit dem Encoder von facedesk oder einem hier trainierten lässt sich verhindern, dass ein Bild erkannt wird. Bitte in den Einstellungen einen solchen wählen.</translation>
    </message>
    <message>
        <source>This network has no layer {layer}. It has: {layers}.</source>
        <translation>Dieses Netz hat keine Schicht {layer}. Es hat: {layers}.</translation>
    </message>
    <message>
        <source>None of the photos can be read and has {side} pixels on each side. Choose other folders.</source>
        <translation>Keines der Fotos ist lesbar und hat auf jeder Seite {side} Pixel. Bitte andere Ordner wählen.</translation>
    </message>
    <message>
        <source>{path} does not hold the weights of a VGG-19. Choose vgg19-dcbb9e9d.pth of torchvision, or the same as .safetensors.</source>
        <translation>{path} enthält nicht die Gewichte eines VGG-19. Bitte vgg19-dcbb9e9d.pth von torchvision wählen, oder dasselbe als .safetensors.</translation>
    </message>
    <message>
        <source>There is too little memory for a picture of {size} pixels. Close other programs, or choose a size up to {fits}.</source>
        <translation>Für ein Bild von {size} Pixeln reicht der Speicher nicht. Bitte andere Programme schließen oder eine Größe bis {fits} wählen.</translation>
    </message>
    <message>
        <source>A side of the picture, or of the style, is too short: at {size} pixels it would have {side}, and {needed} are needed. Choose a larger size, or cut the picture.</source>
        <translation>Eine Seite des Bildes oder des Stils ist zu kurz: Bei {size} Pixeln hätte sie {side}, nötig sind {needed}. Bitte eine größere Größe wählen oder das Bild zuschneiden.</translation>
    </message>
    <message>
        <source>Nothing can be drawn with this.</source>
        <translation>Damit lässt sich nichts zeichnen.</translation>
    </message>
    <message>
        <source>facedesk is open already, with the folder {path}. Go to its window, or choose another folder with --data-dir.</source>
        <translation>facedesk ist schon geöffnet, mit dem Ordner {path}. Gehen Sie zu seinem Fenster, oder wählen Sie mit --data-dir einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is too little memory for this. Close other programs, take fewer photos, or fewer people at a time.</source>
        <translation>Dafür reicht der Speicher nicht. Bitte andere Programme schließen, weniger Fotos nehmen oder weniger Menschen auf einmal.</translation>
    </message>
    <message>
        <source>The disk is full. Training has stopped; what it had come to when it was last saved is kept. Free some space and let it go on.</source>
        <translation>Der Datenträger ist voll. Das Training ist angehalten; der zuletzt gespeicherte Stand ist erhalten. Bitte Platz schaffen und fortsetzen.</translation>
    </message>
    <message>
        <source>The folder {path} can&apos;t be deleted. You need the right to write there.</source>
        <translation>Der Ordner {path} lässt sich nicht löschen. Sie brauchen das Recht, dort zu schreiben.</translation>
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
        <source>The encoder has collapsed: it says the same of every face. Training has stopped; what was best before is kept. Begin again with a lower learning rate, or semi-hard selection.</source>
        <translation>Der Encoder ist zusammengefallen: Er sagt zu jedem Gesicht dasselbe. Das Training ist beendet; das Beste von vorher ist gespeichert. Beginnen Sie neu, mit kleinerer Lernrate oder Semi-hard-Auswahl.</translation>
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
        <translation>{path} enthält keinen Encoder, den facedesk trainiert hat. Bitte eine andere Datei wählen.</translation>
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
        <source>What has been looked at is kept for the next time, also when you cancel.</source>
        <translation>Was angesehen ist, bleibt für das nächste Mal gespeichert, auch wenn Sie abbrechen.</translation>
    </message>
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
        <translation>Was immer die Zahlen sagen: facedesk ist keine Sicherheitseinrichtung, denn ein gutes Foto von jemandem kann es täuschen. Es ist schwächer bei Kindern, bei nahen Verwandten und bei Gruppen von Menschen, von denen sein Encoder weniger gesehen hat.</translation>
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
        <translation>Gemessen an {photos} Fotos von {people} Menschen in {folder}, mit dem Encoder {encoder}.</translation>
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
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Enrol this person</source>
        <translation>Diese Person hinzufügen</translation>
    </message>
    <message>
        <source>Why {name}?</source>
        <translation>Warum {name}?</translation>
    </message>
    <message>
        <source>Live?</source>
        <translation>Lebendig?</translation>
    </message>
    <message>
        <source>{words}: what says so?</source>
        <translation>{words}: Woran liegt das?</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>Click to enrol</source>
        <translation>Klicken zum Hinzufügen</translation>
    </message>
    <message>
        <source>Looks like a picture</source>
        <translation>Sieht nach einem Bild aus</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
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
        <source>Nobody is named</source>
        <translation>Niemand wird benannt</translation>
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
    <name>FacesChoice</name>
    <message>
        <source>Everyone enrolled</source>
        <translation>Alle Hinzugefügten</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Ein Ordner</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Hineinsehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel looking inside</source>
        <translation>Hineinsehen abbrechen</translation>
    </message>
    <message>
        <source>Folder of photos</source>
        <translation>Ordner mit Fotos</translation>
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
    <name>GalleryMapView</name>
    <message>
        <source>Drawing the map…</source>
        <translation>Die Karte wird gezeichnet…</translation>
    </message>
    <message>
        <source>There is no map</source>
        <translation>Es gibt keine Karte</translation>
    </message>
    <message>
        <source>Point at a face on the map, or choose somebody in the list.</source>
        <translation>Zeigen Sie auf der Karte auf ein Gesicht, oder wählen Sie jemanden in der Liste.</translation>
    </message>
    <message>
        <source>Who is near?</source>
        <translation>Wer ist nahe?</translation>
    </message>
    <message>
        <source>Near {name}</source>
        <translation>Nahe bei {name}</translation>
    </message>
    <message>
        <source>Enrol from camera</source>
        <translation>Mit der Kamera hinzufügen</translation>
    </message>
    <message>
        <source>Once people are enrolled, you see here whose faces are alike.</source>
        <translation>Sobald Personen dabei sind, sehen Sie hier, wessen Gesichter sich ähnlich sind.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet</source>
        <translation>Noch ist niemand dabei</translation>
    </message>
    <message>
        <source>Nearer (+)</source>
        <translation>Näher (+)</translation>
    </message>
    <message>
        <source>Farther (−)</source>
        <translation>Weiter weg (−)</translation>
    </message>
    <message>
        <source>Show everyone (Home)</source>
        <translation>Alle zeigen (Pos1)</translation>
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
    <name>GivingAvatar</name>
    <message>
        <source>Looking for the face</source>
        <translation>Das Gesicht wird gesucht</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet, so nobody can have an avatar.</source>
        <translation>Noch ist niemand dabei; also kann niemand einen Avatar haben.</translation>
    </message>
    <message>
        <source>{name} has an avatar now.</source>
        <translation>{name} hat jetzt einen Avatar.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Putting the avatar back</source>
        <translation>Der Avatar wird zurückgesetzt</translation>
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
    <name>HeatLegend</name>
    <message>
        <source>speaks for one person</source>
        <translation>spricht für eine Person</translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation>spricht dagegen</translation>
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
    <message>
        <source>Not sure yet. Turn your head a little.</source>
        <translation>Noch nicht sicher. Bitte den Kopf etwas drehen.</translation>
    </message>
    <message>
        <source>This looks like a picture of somebody</source>
        <translation>Das sieht nach dem Bild eines Menschen aus</translation>
    </message>
    <message>
        <source>Too few pictures a second come to tell</source>
        <translation>Dafür kommen zu wenige Bilder pro Sekunde</translation>
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
    <name>InsightPage</name>
    <message>
        <source>What it sees</source>
        <translation>Was der Encoder sieht</translation>
    </message>
    <message>
        <source>Who is near whom</source>
        <translation>Wer wem nahe ist</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Einblick</translation>
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
    <name>KeptList</name>
    <message>
        <source>Your trainings</source>
        <translation>Ihre Trainings</translation>
    </message>
</context>
<context>
    <name>KeptRow</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Go on with the training on {name}</source>
        <translation>Training mit {name} fortsetzen</translation>
    </message>
    <message>
        <source>Show the training on {name}</source>
        <translation>Training mit {name} zeigen</translation>
    </message>
    <message>
        <source>Delete the training on {name}</source>
        <translation>Training mit {name} löschen</translation>
    </message>
</context>
<context>
    <name>KeptTrainings</name>
    <message>
        <source>Reading the trainings</source>
        <translation>Trainings werden gelesen</translation>
    </message>
    <message>
        <source>Deleting the training</source>
        <translation>Das Training wird gelöscht</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>Better: {after} of the photos are recognised; before, it was {before}.</source>
        <translation>Besser: {after} der Fotos werden erkannt; vorher waren es {before}.</translation>
    </message>
    <message>
        <source>{after} of the photos are recognised, as before, but people are farther apart.</source>
        <translation>{after} der Fotos werden erkannt, wie vorher, aber die Menschen liegen weiter auseinander.</translation>
    </message>
    <message>
        <source>Not better than before, {before} of the photos: what is kept is as it began.</source>
        <translation>Nicht besser als vorher, {before} der Fotos: Behalten wird der Stand vom Anfang.</translation>
    </message>
    <message>
        <source>Recognised are photos of enrolled people that are nearer to their own than all but 1 % of strangers are to anybody. These people were never learned from.</source>
        <translation>Erkannt sind Fotos von Hinzugefügten, die ihrem eigenen näher sind, als es 99 % der Fremden irgendjemandem sind. Von diesen Menschen wurde nie gelernt.</translation>
    </message>
    <message>
        <source>Each counts twice: as it is, and as a webcam might show it.</source>
        <translation>Jedes zählt zweimal: wie es ist, und wie es eine Webcam zeigen könnte.</translation>
    </message>
    <message>
        <source>The best of {tries} tries on the same people is shown, which flatters it a little.</source>
        <translation>Gezeigt ist die beste von {tries} Proben an denselben Menschen, was ein wenig schmeichelt.</translation>
    </message>
    <message>
        <source>With so few people, one photo more or less makes a difference.</source>
        <translation>Bei so wenigen Menschen macht ein Foto mehr oder weniger schon etwas aus.</translation>
    </message>
    <message>
        <source>Recognised, of people not learned from</source>
        <translation>Erkannt, von nicht gelernten Menschen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before, or in use</source>
        <translation>Vorher/jetziger</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>While training, {people} enrolled</source>
        <translation>Beim Training, {people} Hinzugefügte</translation>
    </message>
    <message>
        <source>How far apart people are, in standard deviations (d′)</source>
        <translation>Trennung in Standardabweichungen (d′)</translation>
    </message>
    <message>
        <source>In all views, {people} enrolled</source>
        <translation>Alle Ansichten, {people} Hinzugefügte</translation>
    </message>
    <message>
        <source>In all views, as webcam pictures, {people} enrolled</source>
        <translation>Alle Ansichten, Webcam-Bilder, {people} Hinzugefügte</translation>
    </message>
    <message>
        <source>Nothing is learned yet.</source>
        <translation>Noch ist nichts gelernt.</translation>
    </message>
    <message>
        <source>Trained. Whether it helped is not measured: nobody was kept for trying it on.</source>
        <translation>Trainiert. Ob es geholfen hat, ist nicht gemessen: Niemand blieb zum Erproben übrig.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Semi-hard</source>
        <translation>Semi-hard</translation>
    </message>
    <message>
        <source>Batch-hard</source>
        <translation>Batch-hard</translation>
    </message>
    <message>
        <source>A photo, a second one of the same person, and one of anybody else. Soon nearly all of these are told apart already, and teach nothing.</source>
        <translation>Ein Foto, ein zweites derselben Person und eines von irgendjemand anderem. Bald sind fast alle schon unterschieden und lehren nichts mehr.</translation>
    </message>
    <message>
        <source>Somebody else who looks similar, but still less than the second photo of the same person. Learns steadily.</source>
        <translation>Jemand anders, der ähnlich aussieht, aber weniger als das zweite Foto derselben Person. Lernt stetig.</translation>
    </message>
    <message>
        <source>The two photos of one person that look least alike, and whoever else looks most like them. Teaches most; photos in the wrong folder do most harm here.</source>
        <translation>Die beiden Fotos einer Person, die sich am wenigsten ähneln, und wer ihr sonst am ähnlichsten sieht. Lehrt am meisten; Fotos im falschen Ordner schaden hier am meisten.</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>Last block</source>
        <translation>Letzter Block</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>How the network weighs what it sees. Quickest, and forgets least.</source>
        <translation>Wie das Netz gewichtet, was es sieht. Am schnellsten, und vergisst am wenigsten.</translation>
    </message>
    <message>
        <source>Also the last of the network&apos;s 14 blocks. A good choice for a small folder.</source>
        <translation>Auch der letzte der 14 Blöcke des Netzes. Eine gute Wahl für einen kleinen Ordner.</translation>
    </message>
    <message>
        <source>All of the network. Slowest, and takes many photos: a few it learns by heart.</source>
        <translation>Das ganze Netz. Am langsamsten, und braucht viele Fotos: Wenige lernt es auswendig.</translation>
    </message>
    <message>
        <source>Of the triplets chosen at random, {share} % still teach something.</source>
        <translation>Von den zufällig gewählten Tripeln lehren noch {share}&#xa0;% etwas.</translation>
    </message>
    <message>
        <source>Of the semi-hard triplets, {share} % still teach something.</source>
        <translation>Von den Semi-hard-Tripeln lehren noch {share}&#xa0;% etwas.</translation>
    </message>
    <message>
        <source>Of the hardest triplets, {share} % still teach something.</source>
        <translation>Von den schwersten Tripeln lehren noch {share}&#xa0;% etwas.</translation>
    </message>
    <message>
        <source>There is little left to learn in these photos.</source>
        <translation>Aus diesen Fotos ist kaum noch etwas zu lernen.</translation>
    </message>
    <message>
        <source>Choosing harder ones would teach more.</source>
        <translation>Schwerere würden mehr lehren.</translation>
    </message>
    <message>
        <source>Half of the pairs of one person are nearer than {same}, half of those of two people farther than {different}.</source>
        <translation>Die Hälfte der Paare einer Person liegt näher beisammen als {same}, die Hälfte der Paare zweier Menschen weiter auseinander als {different}.</translation>
    </message>
    <message>
        <source>When it went on, it was {same} and {different}.</source>
        <translation>Beim Fortsetzen waren es {same} und {different}.</translation>
    </message>
    <message>
        <source>At the start, it was {same} and {different}.</source>
        <translation>Am Anfang waren es {same} und {different}.</translation>
    </message>
    <message>
        <source>Learns from {photos} photos of {people} people, in {steps} steps of {batch} photos.</source>
        <translation>Lernt aus {photos} Fotos von {people} Menschen, in {steps} Schritten zu je {batch} Fotos.</translation>
    </message>
    <message>
        <source>Nobody is kept for trying it on: how good it becomes is not measured.</source>
        <translation>Niemand bleibt zum Erproben übrig: Wie gut er wird, wird nicht gemessen.</translation>
    </message>
    <message>
        <source>It is tried {times} times on {photos} pictures of {people} other people, who are never learned from.</source>
        <translation>Erprobt wird {times}-mal an {photos} Bildern von {people} anderen Menschen, von denen nie gelernt wird.</translation>
    </message>
    <message>
        <source>The margin α of the loss is {margin}.</source>
        <translation>Der Abstand α des Verlusts ist {margin}.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>{share} % done</source>
        <translation>zu {share}&#xa0;% fertig</translation>
    </message>
    <message>
        <source>recognised: {before} before, {after} now</source>
        <translation>erkannt: vorher {before}, jetzt {after}</translation>
    </message>
    <message>
        <source>Less than a minute on this computer.</source>
        <translation>Weniger als eine Minute auf diesem Computer.</translation>
    </message>
    <message>
        <source>About {n} min on this computer.</source>
        <translation>Etwa {n} min auf diesem Computer.</translation>
    </message>
    <message>
        <source>About {n} hours on this computer.</source>
        <translation>Etwa {n} Stunden auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>LabChoices</name>
    <message>
        <source>Time to train</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} Minuten</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} Stunden</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>Triplets</source>
        <translation>Tripel</translation>
    </message>
    <message>
        <source>What learns</source>
        <translation>Was lernt</translation>
    </message>
</context>
<context>
    <name>LabFaces</name>
    <message>
        <source>Looking for the faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>{n} of {all} photos</source>
        <translation>{n} von {all} Fotos</translation>
    </message>
</context>
<context>
    <name>LabHead</name>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Saves what is learned; it can go on at any time.</source>
        <translation>Speichert das Gelernte; es lässt sich jederzeit fortsetzen.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>You may go on to another page meanwhile, or close facedesk: what is learned is saved.</source>
        <translation>Sie können inzwischen auf eine andere Seite gehen oder facedesk schließen: Das Gelernte wird gespeichert.</translation>
    </message>
</context>
<context>
    <name>LabMore</name>
    <message>
        <source>facedesk&apos;s own encoder</source>
        <translation>Encoder von facedesk</translation>
    </message>
    <message>
        <source>Nothing: weights by chance</source>
        <translation>Nichts: zufällige Gewichte</translation>
    </message>
    <message>
        <source>Make photos look like webcam pictures</source>
        <translation>Webcam-Bilder nachahmen</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Margin α of the loss</source>
        <translation>Mindestabstand α im Verlust</translation>
    </message>
    <message>
        <source>Weight of keeping what it knows</source>
        <translation>Gewicht des schon Gelernten</translation>
    </message>
    <message>
        <source>Highest learning rate</source>
        <translation>Höchste Lernrate</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>People at a time</source>
        <translation>Menschen auf einmal</translation>
    </message>
    <message>
        <source>Photos of each of them</source>
        <translation>Fotos von jedem davon</translation>
    </message>
    <message>
        <source>People kept for trying it on</source>
        <translation>Menschen zum Erproben</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Auslosung</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>Lab</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Teach the encoder your own people and pictures</source>
        <translation>Dem Encoder eigene Menschen und Bilder beibringen</translation>
    </message>
    <message>
        <source>Choose a folder with photos of people, or drop one here. The encoder is shown three photos at a time, two of one person and one of somebody else, and learns to bring the first two together. Some people are kept aside, to see whether it helps.</source>
        <translation>Wählen Sie einen Ordner mit Fotos von Menschen, oder legen Sie einen hier ab. Der Encoder bekommt je drei Fotos zu sehen, zwei von einer Person und eines von jemand anderem, und lernt, die ersten beiden zusammenzubringen. Einige Menschen bleiben zurück, um zu sehen, ob es hilft.</translation>
    </message>
    <message>
        <source>Nobody needs this to enrol people: one photo each is enough for that. It helps where faces or pictures are unlike those that the encoder knows.</source>
        <translation>Um Personen hinzuzufügen, braucht das niemand: Dafür genügt je ein Foto. Es hilft, wo Gesichter oder Bilder anders sind als die, die der Encoder kennt.</translation>
    </message>
    <message>
        <source>Folder with a folder of photos for each person</source>
        <translation>Ordner mit einem Fotoordner für jede Person</translation>
    </message>
    <message>
        <source>Cancelled. Choose a folder to look through.</source>
        <translation>Abgebrochen. Bitte einen Ordner zum Durchsehen wählen.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Why it can&apos;t be used</source>
        <translation>Warum es unbrauchbar ist</translation>
    </message>
    <message>
        <source>Photos that can&apos;t be used: {n}</source>
        <translation>Unbrauchbare Fotos: {n}</translation>
    </message>
    <message>
        <source>Photos that can&apos;t be used</source>
        <translation>Unbrauchbare Fotos</translation>
    </message>
    <message>
        <source>Changing photos</source>
        <translation>Fotos werden verändert</translation>
    </message>
    <message>
        <source>The training has ended.</source>
        <translation>Das Training ist beendet.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>LabPlots</name>
    <message>
        <source>One person, at the start</source>
        <translation>Eine Person, am Anfang</translation>
    </message>
    <message>
        <source>Two people, at the start</source>
        <translation>Zwei Menschen, am Anfang</translation>
    </message>
    <message>
        <source>One person, when it went on</source>
        <translation>Eine Person, beim Fortsetzen</translation>
    </message>
    <message>
        <source>Two people, when it went on</source>
        <translation>Zwei Menschen, beim Fortsetzen</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Zwei Menschen</translation>
    </message>
    <message>
        <source>Distances of photos that it learns from</source>
        <translation>Abstände der Fotos, aus denen er lernt</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Pairs (%)</source>
        <translation>Paare (%)</translation>
    </message>
    <message>
        <source>{people} people enrolled</source>
        <translation>{people} Hinzugefügte</translation>
    </message>
    <message>
        <source>Recognised, of people not learned from</source>
        <translation>Erkannt, von nicht gelernten Menschen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Photos (%)</source>
        <translation>Fotos (%)</translation>
    </message>
    <message>
        <source>the best, which is kept</source>
        <translation>das Beste, das behalten wird</translation>
    </message>
    <message>
        <source>Triplets that still teach something</source>
        <translation>Tripel, die noch etwas lehren</translation>
    </message>
    <message>
        <source>Triplets (%)</source>
        <translation>Tripel (%)</translation>
    </message>
    <message>
        <source>of those chosen</source>
        <translation>der gewählten</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>mean over the triplets</source>
        <translation>Mittel über die Tripel</translation>
    </message>
</context>
<context>
    <name>LabResult</name>
    <message>
        <source>Use this encoder…</source>
        <translation>Diesen Encoder verwenden…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Compare with the one in use</source>
        <translation>Mit dem jetzigen vergleichen</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>Modellkarte…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{step} of {steps} steps in {length}.</source>
        <translation>{step} von {steps} Schritten in {length}.</translation>
    </message>
</context>
<context>
    <name>LabSetup</name>
    <message>
        <source>No folder is chosen yet</source>
        <translation>Noch ist kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>It holds a folder of photos for each person, such as Ada/1.jpg; most of them with several photos. The photos are only read.</source>
        <translation>Er enthält für jede Person einen Ordner mit Fotos, etwa Ada/1.jpg; die meisten mit mehreren Fotos. Die Fotos werden nur gelesen.</translation>
    </message>
    <message>
        <source>Looking for the faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>What can&apos;t be used…</source>
        <translation>Was unbrauchbar ist…</translation>
    </message>
    <message>
        <source>What training makes of them…</source>
        <translation>Was das Training daraus macht…</translation>
    </message>
    <message>
        <source>Plan the training</source>
        <translation>Training planen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Looking for the faces…</source>
        <translation>Gesichter werden gesucht…</translation>
    </message>
    <message>
        <source>{photos} photos of {people} people can be used; {several} people have several.</source>
        <translation>{photos} Fotos von {people} Menschen sind brauchbar; {several} davon haben mehrere.</translation>
    </message>
    <message>
        <source>{n} can&apos;t be used.</source>
        <translation>Unbrauchbar: {n}.</translation>
    </message>
    <message>
        <source>Finding out how quick this computer is…</source>
        <translation>Es wird geprüft, wie schnell dieser Computer ist…</translation>
    </message>
</context>
<context>
    <name>LayerChoice</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>shallow</source>
        <translation>flach</translation>
    </message>
    <message>
        <source>deep</source>
        <translation>tief</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>Layer {n} of {all}</source>
        <translation>Schicht {n} von {all}</translation>
    </message>
    <message>
        <source>{units} units; each looks at squares of {field} of {side} pixels of a face</source>
        <translation>{units} Einheiten; jede sieht Quadrate von {field} der {side} Pixel eines Gesichts</translation>
    </message>
    <message>
        <source>The template itself: each unit looks at the whole face, and is one number.</source>
        <translation>Die Vorlage selbst: Jede Einheit sieht das ganze Gesicht und ist eine Zahl.</translation>
    </message>
    <message>
        <source>Mostly edges, lines and plain colours.</source>
        <translation>Meist Kanten, Linien und einfache Farben.</translation>
    </message>
    <message>
        <source>Mostly textures, corners and curves: brows, lips, strands of hair.</source>
        <translation>Meist Muster, Ecken und Bögen: Brauen, Lippen, Haarsträhnen.</translation>
    </message>
    <message>
        <source>Mostly parts of a face: an eye, a nose, the corner of a mouth, a collar.</source>
        <translation>Meist Teile eines Gesichts: ein Auge, eine Nase, ein Mundwinkel, ein Kragen.</translation>
    </message>
    <message>
        <source>Mostly large parts of a face: an open mouth, eyes with glasses, one half.</source>
        <translation>Meist große Teile eines Gesichts: ein offener Mund, Augen mit Brille, eine Hälfte.</translation>
    </message>
    <message>
        <source>Mostly whole faces: kinds of people, beards, glasses, hair, how a head is held.</source>
        <translation>Meist ganze Gesichter: Arten von Menschen, Bärte, Brillen, Haare, Kopfhaltungen.</translation>
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
    <name>LiveFaces</name>
    <message>
        <source>Placing a face on the map</source>
        <translation>Ein Gesicht kommt auf die Karte</translation>
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
    <name>Liveness</name>
    <message>
        <source>This is advice, and facedesk is not a security device: a good fake can pass, and a living person may not.</source>
        <translation>Das ist ein Hinweis; facedesk ist kein Sicherheitsgerät: Eine gute Fälschung kann durchgehen, und ein lebender Mensch vielleicht nicht.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Lebendig</translation>
    </message>
    <message>
        <source>Looks flat</source>
        <translation>Sieht flach aus</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>Noch nicht sicher</translation>
    </message>
    <message>
        <source>It looks like a living person.</source>
        <translation>Es sieht nach einem lebenden Menschen aus.</translation>
    </message>
    <message>
        <source>It looks like a picture of somebody: a print, or a screen.</source>
        <translation>Es sieht nach dem Bild eines Menschen aus: einem Ausdruck oder einem Bildschirm.</translation>
    </message>
    <message>
        <source>The face has to be watched for a few seconds.</source>
        <translation>Das Gesicht muss einige Sekunden lang zu sehen sein.</translation>
    </message>
    <message>
        <source>Not enough movement yet: turn your head a little.</source>
        <translation>Noch zu wenig Bewegung: bitte den Kopf etwas drehen.</translation>
    </message>
    <message>
        <source>Too few pictures a second come to tell.</source>
        <translation>Dafür kommen zu wenige Bilder pro Sekunde.</translation>
    </message>
    <message>
        <source>The face is too small to tell: come closer.</source>
        <translation>Das Gesicht ist dafür zu klein: bitte näher kommen.</translation>
    </message>
    <message>
        <source>The face is too dark to tell: make more light.</source>
        <translation>Das Gesicht ist dafür zu dunkel: bitte mehr Licht machen.</translation>
    </message>
    <message>
        <source>The face is too bright to tell.</source>
        <translation>Das Gesicht ist dafür zu hell.</translation>
    </message>
    <message>
        <source>What was seen so far does not speak clearly for one or the other.</source>
        <translation>Was bisher zu sehen war, spricht nicht deutlich für das eine oder das andere.</translation>
    </message>
    <message>
        <source>How it moves</source>
        <translation>Wie es sich bewegt</translation>
    </message>
    <message>
        <source>The clip network</source>
        <translation>Das Clip-Netz</translation>
    </message>
    <message>
        <source>Blinks and pulse</source>
        <translation>Blinzeln und Puls</translation>
    </message>
    <message>
        <source>It moves as something solid does.</source>
        <translation>Es bewegt sich wie etwas Räumliches.</translation>
    </message>
    <message>
        <source>It moves as something flat does.</source>
        <translation>Es bewegt sich wie etwas Flaches.</translation>
    </message>
    <message>
        <source>It moves, but not so that one could tell.</source>
        <translation>Es bewegt sich, aber nicht so, dass es sich sagen ließe.</translation>
    </message>
    <message>
        <source>Still watching.</source>
        <translation>Noch wird beobachtet.</translation>
    </message>
    <message>
        <source>It takes this for a living head.</source>
        <translation>Es hält das für einen lebenden Kopf.</translation>
    </message>
    <message>
        <source>It takes this for a picture that is held up.</source>
        <translation>Es hält das für ein Bild, das jemand hochhält.</translation>
    </message>
    <message>
        <source>It can&apos;t tell.</source>
        <translation>Es kann es nicht sagen.</translation>
    </message>
    <message>
        <source>Eyes and skin look alive.</source>
        <translation>Augen und Haut sehen lebendig aus.</translation>
    </message>
    <message>
        <source>Eyes and skin look lifeless.</source>
        <translation>Augen und Haut sehen leblos aus.</translation>
    </message>
    <message>
        <source>Eyes and skin do not tell yet.</source>
        <translation>Augen und Haut sagen noch nichts.</translation>
    </message>
    <message>
        <source>The head has turned by {n}°.</source>
        <translation>Der Kopf hat sich um {n}° gedreht.</translation>
    </message>
    <message>
        <source>The colour of the skin seems to carry a pulse.</source>
        <translation>In der Farbe der Haut scheint ein Puls zu liegen.</translation>
    </message>
    <message>
        <source>No pulse is to be seen.</source>
        <translation>Ein Puls ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>What is beside it moves along.</source>
        <translation>Was daneben ist, bewegt sich mit.</translation>
    </message>
    <message>
        <source>What is beside it stands still.</source>
        <translation>Was daneben ist, steht still.</translation>
    </message>
    <message>
        <source>No blink was seen.</source>
        <translation>Kein Blinzeln war zu sehen.</translation>
    </message>
    <message>
        <source>One blink was seen.</source>
        <translation>Ein Blinzeln war zu sehen.</translation>
    </message>
    <message>
        <source>{n} blinks were seen.</source>
        <translation>Es hat {n}-mal geblinzelt.</translation>
    </message>
</context>
<context>
    <name>LivenessCard</name>
    <message>
        <source>Liveness</source>
        <translation>Lebendigkeit</translation>
    </message>
    <message>
        <source>Several people are in view. This is about the nearest one.</source>
        <translation>Mehrere Menschen sind im Bild. Hier geht es um den nächsten.</translation>
    </message>
</context>
<context>
    <name>LivenessChallenge</name>
    <message>
        <source>No more pictures came.</source>
        <translation>Es kamen keine Bilder mehr.</translation>
    </message>
    <message>
        <source>Another picture has begun.</source>
        <translation>Ein anderes Bild hat begonnen.</translation>
    </message>
</context>
<context>
    <name>LivenessDialog</name>
    <message>
        <source>A person, or a picture of one?</source>
        <translation>Ein Mensch, oder ein Bild?</translation>
    </message>
    <message>
        <source>The face is gone. This is what was seen last.</source>
        <translation>Das Gesicht ist weg. Das war zuletzt zu sehen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Jemand</translation>
    </message>
</context>
<context>
    <name>LivenessMeter</name>
    <message>
        <source>flat</source>
        <translation>flach</translation>
    </message>
    <message>
        <source>live</source>
        <translation>lebendig</translation>
    </message>
</context>
<context>
    <name>LivenessPage</name>
    <message>
        <source>Mirror the picture</source>
        <translation>Bild spiegeln</translation>
    </message>
    <message>
        <source>Beginning to watch…</source>
        <translation>Beobachtung beginnt …</translation>
    </message>
    <message>
        <source>Open a camera or a video on the Live page.</source>
        <translation>Bitte auf der Seite „Live“ eine Kamera oder ein Video öffnen.</translation>
    </message>
    <message>
        <source>Go to Live</source>
        <translation>Zu „Live“</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Is a living person there?</source>
        <translation>Ist ein lebender Mensch da?</translation>
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
    <name>LookingInside</name>
    <message>
        <source>Looking inside the encoder</source>
        <translation>Es wird in den Encoder hineingesehen</translation>
    </message>
    <message>
        <source>Looking for faces: {n} of {all} photos</source>
        <translation>Gesichter werden gesucht: {n} von {all} Fotos</translation>
    </message>
    <message>
        <source>Looking at {n} of {all} faces</source>
        <translation>{n} von {all} Gesichtern angesehen</translation>
    </message>
</context>
<context>
    <name>MadeClips</name>
    <message>
        <source>A living head</source>
        <translation>Ein lebender Kopf</translation>
    </message>
    <message>
        <source>A print of a photo</source>
        <translation>Ein ausgedrucktes Foto</translation>
    </message>
    <message>
        <source>A photo on a screen</source>
        <translation>Ein Foto auf einem Bildschirm</translation>
    </message>
    <message>
        <source>A clip on a screen</source>
        <translation>Ein Clip auf einem Bildschirm</translation>
    </message>
</context>
<context>
    <name>MadeClipsCard</name>
    <message>
        <source>facedesk has learned to tell a living face from a picture of one by clips that were made from photos: of heads that move, of prints and of screens. See what they look like; the photos are only read.</source>
        <translation>facedesk hat an Clips, die aus Fotos gemacht sind, gelernt, ein lebendes Gesicht von einem Bild zu unterscheiden: an Köpfen, die sich bewegen, an Ausdrucken und Bildschirmen. So sehen sie aus; die Fotos werden nur gelesen.</translation>
    </message>
    <message>
        <source>From a folder of photos…</source>
        <translation>Aus einem Ordner mit Fotos …</translation>
    </message>
    <message>
        <source>From your people</source>
        <translation>Aus den eigenen Personen</translation>
    </message>
    <message>
        <source>Making clips</source>
        <translation>Clips werden gemacht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel making clips</source>
        <translation>Clips nicht weiter machen</translation>
    </message>
    <message>
        <source>Made clips</source>
        <translation>Gemachte Clips</translation>
    </message>
</context>
<context>
    <name>MadeClipsDialog</name>
    <message>
        <source>Made clips</source>
        <translation>Gemachte Clips</translation>
    </message>
    <message>
        <source>Draw others</source>
        <translation>Andere ziehen</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Als Bild speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Each row is three seconds of a clip. A photo is laid over the shape of a head and moved; and it is held up as a print, or shown on a screen. Draw {n}.</source>
        <translation>Jede Zeile ist ein Clip von drei Sekunden. Ein Foto liegt über der Form eines Kopfes und wird bewegt; oder es wird als Ausdruck hochgehalten oder auf einem Bildschirm gezeigt. Ziehung {n}.</translation>
    </message>
</context>
<context>
    <name>MakingClips</name>
    <message>
        <source>Making clips</source>
        <translation>Clips werden gemacht</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>Gesichter werden gesucht …</translation>
    </message>
    <message>
        <source>{n} of {all} clips</source>
        <translation>{n} von {all} Clips</translation>
    </message>
</context>
<context>
    <name>MappingPeople</name>
    <message>
        <source>Drawing the map</source>
        <translation>Die Karte wird gezeichnet</translation>
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
    <name>MissingLiveness</name>
    <message>
        <source>Until then, liveness is judged by less; all else works.</source>
        <translation>Bis dahin wird Lebendigkeit nach weniger beurteilt; alles andere geht.</translation>
    </message>
</context>
<context>
    <name>ModelCardDialog</name>
    <message>
        <source>Model card of {name}</source>
        <translation>Modellkarte von {name}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>Verwenden…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>Modellkarte…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Model card of {name}</source>
        <translation>Modellkarte von {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>see its card</source>
        <translation>siehe Modellkarte</translation>
    </message>
    <message>
        <source>trained with facedesk</source>
        <translation>mit facedesk trainiert</translation>
    </message>
    <message>
        <source>Origin: {source}</source>
        <translation>Herkunft: {source}</translation>
    </message>
    <message>
        <source>Comes with facedesk</source>
        <translation>Gehört zu facedesk</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>Measured on {n} people of “{name}”</source>
        <translation>Gemessen an {n} Menschen aus „{name}“</translation>
    </message>
</context>
<context>
    <name>ModelsCard</name>
    <message>
        <source>Turns a face into the numbers that are compared. With another one, all photos are encoded again, and the figures differ.</source>
        <translation>Macht aus einem Gesicht die Zahlen, die verglichen werden. Mit einem anderen werden alle Fotos neu kodiert, und die Fehlerzahlen sind andere.</translation>
    </message>
    <message>
        <source>Finds the faces in a picture.</source>
        <translation>Findet die Gesichter in einem Bild.</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <source>An encoder of the ArcFace family or a YuNet detector as an ONNX file, or an encoder that you have trained. Files are only read.</source>
        <translation>Ein Encoder der ArcFace-Familie oder ein YuNet-Detektor als ONNX-Datei, oder ein Encoder, den Sie trainiert haben. Dateien werden nur gelesen.</translation>
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
    <name>Near</name>
    <message>
        <source>Nobody else is enrolled.</source>
        <translation>Sonst ist niemand dabei.</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>d {d}</source>
        <translation>d {d}</translation>
    </message>
    <message>
        <source>distance d {d}</source>
        <translation>Abstand d {d}</translation>
    </message>
    <message>
        <source>too close: d {d}</source>
        <translation>zu nah: d {d}</translation>
    </message>
    <message>
        <source>d {d} to {name}</source>
        <translation>d {d} zu {name}</translation>
    </message>
    <message>
        <source>Too close: d {d} to {name}</source>
        <translation>Zu nah: d {d} zu {name}</translation>
    </message>
    <message>
        <source>In view, d {d} to {name}</source>
        <translation>Im Bild, d {d} zu {name}</translation>
    </message>
    <message>
        <source>A flat map can&apos;t show all differences: of {n} in 100 people, the nearest is among the five next to them on it. The distances d are exact.</source>
        <translation>Eine flache Karte kann nicht alle Unterschiede zeigen: Bei {n} von 100 Menschen ist der nächste unter den fünf, die auf ihr daneben liegen. Die Abstände d sind genau.</translation>
    </message>
</context>
<context>
    <name>NearPanel</name>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Everyone on the map</source>
        <translation>Alle auf der Karte</translation>
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
    <message>
        <source>Insight</source>
        <translation>Einblick</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Liveness</source>
        <translation>Lebendigkeit</translation>
    </message>
</context>
<context>
    <name>Patches</name>
    <message>
        <source>{n} of 9: {name}, excites it by {a}</source>
        <translation>{n} von 9: {name}, Anregung {a}</translation>
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
    <name>PeopleFolderField</name>
    <message>
        <source>First, facedesk measures which scores strangers reach with it: choose a folder that holds a folder of photos for each person, for at least {n} people. It is only read.</source>
        <translation>Erst misst facedesk, welche Werte Fremde mit ihm erreichen: Wählen Sie einen Ordner, der für mindestens {n} Personen je einen Ordner mit Fotos enthält. Er wird nur gelesen.</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>Noch ist kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation>Bitte erst den Ordner wählen.</translation>
    </message>
    <message>
        <source>Folder with a folder of photos for each person</source>
        <translation>Ordner mit einem Fotoordner für jede Person</translation>
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
    <name>PeopleMap</name>
    <message>
        <source>Map of the people</source>
        <translation>Karte der Personen</translation>
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
        <source>Avatar</source>
        <translation>Avatar</translation>
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
        <source>This picture stands for {name} in lists. By it, nobody is recognised.</source>
        <translation>Dieses Bild steht in Listen für {name}. Erkannt wird daran niemand.</translation>
    </message>
    <message>
        <source>The avatar</source>
        <translation>Der Avatar</translation>
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
        <source>Avatar: a picture drawn to stand for them</source>
        <translation>Avatar: ein gezeichnetes Bild, das für die Person steht</translation>
    </message>
    <message>
        <source>Each photo, look and correction has a template: numbers by which faces are compared ({count}).</source>
        <translation>Zu jedem Foto, Aussehen und jeder Korrektur gehört eine Vorlage: Zahlen, nach denen Gesichter verglichen werden ({count}).</translation>
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
    <name>PictureCompare</name>
    <message>
        <source>Divider between the original and the result</source>
        <translation>Teiler zwischen Original und Ergebnis</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>PictureLoading</name>
    <message>
        <source>Reading the picture</source>
        <translation>Das Bild wird gelesen</translation>
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
        <translation>{rate} der Fremden dürfen benannt werden</translation>
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
    <name>RemoveAvatarDialog</name>
    <message>
        <source>Remove the avatar of {name}?</source>
        <translation>Avatar von {name} entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The photo is shown again in its place. The picture is deleted from this computer; this can&apos;t be undone.</source>
        <translation>Stattdessen wird wieder das Foto gezeigt. Das Bild wird von diesem Computer gelöscht; das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>RemoveModelDialog</name>
    <message>
        <source>facedesk&apos;s copy of its file is deleted, with what was measured with it. To have it again, add or download it again.</source>
        <translation>Die Kopie seiner Datei in facedesk wird gelöscht, mit allem, was damit gemessen wurde. Um es wieder zu haben, fügen Sie es neu hinzu oder laden Sie es neu herunter.</translation>
    </message>
    <message>
        <source>It is in use: facedesk goes back to {name} first.</source>
        <translation>Es ist in Gebrauch: facedesk kehrt erst zu {name} zurück.</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
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
    <name>Running</name>
    <message>
        <source>You may go on to another page meanwhile.</source>
        <translation>Sie können inzwischen auf eine andere Seite gehen.</translation>
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
    <name>SavingPicture</name>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>JPEG (*.jpg *.jpeg)</source>
        <translation>JPEG (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>The picture is saved as {file}.</source>
        <translation>Das Bild ist als {file} gespeichert.</translation>
    </message>
    <message>
        <source>Saving the picture</source>
        <translation>Das Bild wird gespeichert</translation>
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
        <source>Liveness</source>
        <translation>Lebendigkeit</translation>
    </message>
    <message>
        <source>A person, not a picture of one</source>
        <translation>Ein Mensch, nicht ein Bild</translation>
    </message>
    <message>
        <source>From a few seconds of movement, facedesk says whether a living person is there or something flat: a photo, or a screen. If it is required, nobody is named, recorded or enrolled from the live picture before they are found live. This is advice: facedesk is not a security device.</source>
        <translation>Aus einigen Sekunden Bewegung sagt facedesk, ob ein lebender Mensch da ist oder etwas Flaches: ein Foto oder ein Bildschirm. Wird es verlangt, so wird im Live-Bild niemand benannt, aufgezeichnet oder hinzugefügt, bevor er als lebendig erkannt ist. Das ist ein Hinweis: facedesk ist kein Sicherheitsgerät.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Verlangen</translation>
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
        <source>Models</source>
        <translation>Modelle</translation>
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
    <name>ShowingClips</name>
    <message>
        <source>Folder of photos</source>
        <translation>Ordner mit Fotos</translation>
    </message>
    <message>
        <source>Made clips, draw {n}.png</source>
        <translation>Gemachte Clips, Ziehung {n}.png</translation>
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
        <source>Why?</source>
        <translation>Warum?</translation>
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
        <source>Liveness</source>
        <translation>Lebendigkeit</translation>
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
        <source>Watching a face</source>
        <translation>Ein Gesicht beobachten</translation>
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
    <message>
        <source>Watch a face for signs of life</source>
        <translation>Ein Gesicht auf Lebenszeichen beobachten</translation>
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
    <name>StyleChoice</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild wählen…</translation>
    </message>
    <message>
        <source>Drawing the styles</source>
        <translation>Stile werden gezeichnet</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Ihr Bild</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Choose a picture with a style</source>
        <translation>Bild mit einem Stil wählen</translation>
    </message>
</context>
<context>
    <name>StyleContent</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild wählen…</translation>
    </message>
    <message>
        <source>The picture that is to be drawn</source>
        <translation>Das Bild, das gezeichnet werden soll</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>From the camera</source>
        <translation>Von der Kamera</translation>
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
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Or drop one here.</source>
        <translation>Oder legen Sie eines hier ab.</translation>
    </message>
</context>
<context>
    <name>StyleOptions</name>
    <message>
        <source>Strength of the style</source>
        <translation>Stärke des Stils</translation>
    </message>
    <message>
        <source>Of the style</source>
        <translation>Vom Stil</translation>
    </message>
    <message>
        <source>Of the picture</source>
        <translation>Vom Bild</translation>
    </message>
    <message>
        <source>{n} pixels</source>
        <translation>{n} Pixel</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Strength (β/α)</source>
        <translation>Stärke (β/α)</translation>
    </message>
    <message>
        <source>Stays a photo</source>
        <translation>Bleibt ein Foto</translation>
    </message>
    <message>
        <source>All style</source>
        <translation>Nur Stil</translation>
    </message>
    <message>
        <source>What stays of the picture</source>
        <translation>Was vom Bild bleibt</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>Längste Seite</translation>
    </message>
</context>
<context>
    <name>StylePage</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Choose a picture first.</source>
        <translation>Bitte erst ein Bild wählen.</translation>
    </message>
    <message>
        <source>Choose who must not be recognised first.</source>
        <translation>Bitte erst wählen, wer nicht erkannt werden soll.</translation>
    </message>
    <message>
        <source>portrait in style {style}</source>
        <translation>Porträt im Stil {style}</translation>
    </message>
</context>
<context>
    <name>StylePatterns</name>
    <message>
        <source>Night sky</source>
        <translation>Nachthimmel</translation>
    </message>
    <message>
        <source>Meadow</source>
        <translation>Wiese</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Wellen</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>Mosaik</translation>
    </message>
    <message>
        <source>Pen and ink</source>
        <translation>Feder und Tusche</translation>
    </message>
    <message>
        <source>Marbled paper</source>
        <translation>Marmorpapier</translation>
    </message>
    <message>
        <source>Paper leaves</source>
        <translation>Papierlaub</translation>
    </message>
</context>
<context>
    <name>StyleStage</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>A portrait, drawn in another style</source>
        <translation>Ein Porträt, in anderem Stil gezeichnet</translation>
    </message>
    <message>
        <source>Choose a picture and a style, then press Start. A first picture appears after some seconds, and it gets finer from then on.</source>
        <translation>Wählen Sie ein Bild und einen Stil und drücken Sie „Starten“. Nach einigen Sekunden erscheint ein erstes Bild; von da an wird es feiner.</translation>
    </message>
    <message>
        <source>How much is drawn</source>
        <translation>Wie viel gezeichnet ist</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Keep the picture as it is now</source>
        <translation>Das Bild behalten, wie es jetzt ist</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>As avatar…</source>
        <translation>Als Avatar…</translation>
    </message>
    <message>
        <source>Let it stand for somebody in lists</source>
        <translation>Es in Listen für jemanden stehen lassen</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>It waits after this step.</source>
        <translation>Nach diesem Schritt wird gewartet.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>StyleWords</name>
    <message>
        <source>Every detail (layer 1)</source>
        <translation>Jede Einzelheit (Schicht 1)</translation>
    </message>
    <message>
        <source>Every pixel counts: the photo stays, with a little colour.</source>
        <translation>Jedes Pixel zählt: Das Foto bleibt, mit etwas Farbe.</translation>
    </message>
    <message>
        <source>Fine outlines (layer 2)</source>
        <translation>Feine Umrisse (Schicht 2)</translation>
    </message>
    <message>
        <source>Outlines stay sharp; flat parts take on the style.</source>
        <translation>Umrisse bleiben scharf; Flächen nehmen den Stil an.</translation>
    </message>
    <message>
        <source>Features (layer 3)</source>
        <translation>Gesichtszüge (Schicht 3)</translation>
    </message>
    <message>
        <source>Eyes, nose and mouth stay where they are; strokes are free.</source>
        <translation>Augen, Nase und Mund bleiben, wo sie sind; die Striche sind frei.</translation>
    </message>
    <message>
        <source>Shapes (layer 4)</source>
        <translation>Formen (Schicht 4)</translation>
    </message>
    <message>
        <source>The head stays a head; its details are drawn anew.</source>
        <translation>Der Kopf bleibt ein Kopf; seine Einzelheiten werden neu gezeichnet.</translation>
    </message>
    <message>
        <source>The arrangement only (layer 5)</source>
        <translation>Nur der Aufbau (Schicht 5)</translation>
    </message>
    <message>
        <source>Where there is something stays; what it is, hardly.</source>
        <translation>Wo etwas ist, bleibt; was es ist, kaum.</translation>
    </message>
    <message>
        <source>1: colours and grain</source>
        <translation>1: Farben und Körnung</translation>
    </message>
    <message>
        <source>2: fine strokes</source>
        <translation>2: feine Striche</translation>
    </message>
    <message>
        <source>3: strokes</source>
        <translation>3: Striche</translation>
    </message>
    <message>
        <source>4: motifs</source>
        <translation>4: Motive</translation>
    </message>
    <message>
        <source>5: large motifs</source>
        <translation>5: große Motive</translation>
    </message>
    <message>
        <source>Stopped at step {n} of {all} · {width} × {height}</source>
        <translation>Gestoppt bei Schritt {n} von {all} · {width} × {height}</translation>
    </message>
    <message>
        <source>Done in {all} steps · {width} × {height}</source>
        <translation>Fertig in {all} Schritten · {width} × {height}</translation>
    </message>
    <message>
        <source>Content (α · J_content)</source>
        <translation>Inhalt (α · J_content)</translation>
    </message>
    <message>
        <source>Style (β · J_style)</source>
        <translation>Stil (β · J_style)</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>Glätte</translation>
    </message>
    <message>
        <source>Disguise</source>
        <translation>Tarnung</translation>
    </message>
    <message>
        <source>What is made small</source>
        <translation>Was klein gemacht wird</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
</context>
<context>
    <name>Styling</name>
    <message>
        <source>Drawing</source>
        <translation>Es wird gezeichnet</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
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
    <name>Training</name>
    <message>
        <source>Finding out how quick this computer is…</source>
        <translation>Es wird geprüft, wie schnell dieser Computer ist…</translation>
    </message>
    <message>
        <source>Planning the training</source>
        <translation>Das Training wird geplant</translation>
    </message>
    <message>
        <source>Training an encoder</source>
        <translation>Ein Encoder wird trainiert</translation>
    </message>
    <message>
        <source>Trying the encoder as it is at the start…</source>
        <translation>Der Encoder wird erprobt, wie er am Anfang ist…</translation>
    </message>
    <message>
        <source>facedesk&apos;s Lab page</source>
        <translation>facedesk&apos;s Lab page</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
</context>
<context>
    <name>TripletStrip</name>
    <message>
        <source>The hardest triplets of this step</source>
        <translation>Die schwersten Tripel dieses Schritts</translation>
    </message>
    <message>
        <source>A photo, the same person, and somebody else, as the network sees them. It learns to bring the first two together and to keep the third away.</source>
        <translation>Ein Foto, dieselbe Person und jemand anders, wie das Netz sie sieht. Es lernt, die ersten beiden zusammenzubringen und das dritte fernzuhalten.</translation>
    </message>
</context>
<context>
    <name>UnitDialog</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Where the unit is excited</source>
        <translation>Wo die Einheit anspricht</translation>
    </message>
    <message>
        <source>Reading the photos…</source>
        <translation>Fotos werden gelesen…</translation>
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
        <source>None of its photos can be read any more.</source>
        <translation>Keines ihrer Fotos ist mehr lesbar.</translation>
    </message>
    <message>
        <source>The nearest face in the live picture</source>
        <translation>Das nächste Gesicht im Live-Bild</translation>
    </message>
    <message>
        <source>The outline shows what the unit looked at.</source>
        <translation>Der Umriss zeigt, was die Einheit gesehen hat.</translation>
    </message>
    <message>
        <source>Blue, with +, is where the unit is excited; at most {n} % as much as by its strongest patch.</source>
        <translation>Blau, mit +, ist, wo die Einheit anspricht; höchstens zu {n}&#xa0;% so sehr wie auf ihren stärksten Ausschnitt.</translation>
    </message>
    <message>
        <source>Nobody is in view. Open a camera or a video on the Live page.</source>
        <translation>Niemand ist im Bild. Bitte auf der Seite „Live“ eine Kamera oder ein Video öffnen.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Looking for the face…</source>
        <translation>Das Gesicht wird gesucht…</translation>
    </message>
</context>
<context>
    <name>UnitGrid</name>
    <message>
        <source>Units of the layer</source>
        <translation>Einheiten der Schicht</translation>
    </message>
</context>
<context>
    <name>UnitOnFaces</name>
    <message>
        <source>Looking at the face</source>
        <translation>Das Gesicht wird angesehen</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>Unit {n}</source>
        <translation>Einheit {n}</translation>
    </message>
    <message>
        <source>excited by none of the faces</source>
        <translation>spricht auf keines der Gesichter an</translation>
    </message>
    <message>
        <source>its {n} strongest patches</source>
        <translation>ihre {n} stärksten Ausschnitte</translation>
    </message>
</context>
<context>
    <name>UnitsView</name>
    <message>
        <source>There is nothing to see</source>
        <translation>Es gibt nichts zu sehen</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>Gesichter werden gesucht…</translation>
    </message>
    <message>
        <source>What has the encoder learned to see?</source>
        <translation>Was hat der Encoder zu sehen gelernt?</translation>
    </message>
    <message>
        <source>Look at the faces of everyone enrolled, or of a folder of photos. For each of its units you see the nine places on them that excite it most.</source>
        <translation>Sehen Sie die Gesichter aller Hinzugefügten oder eines Fotoordners an. Zu jeder Einheit sehen Sie die neun Stellen darauf, auf die sie am stärksten anspricht.</translation>
    </message>
    <message>
        <source>Enrol from camera</source>
        <translation>Mit der Kamera hinzufügen</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Enrol somebody first, or choose a folder of photos with faces.</source>
        <translation>Bitte erst jemanden hinzufügen oder einen Ordner mit Fotos von Gesichtern wählen.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet</source>
        <translation>Noch ist niemand dabei</translation>
    </message>
    <message>
        <source>What is found in a folder is kept for the next time.</source>
        <translation>Was in einem Ordner gefunden ist, bleibt für das nächste Mal gespeichert.</translation>
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
    <name>UnusableModels</name>
    <message>
        <source>Until then, facedesk uses its own in its place.</source>
        <translation>Bis dahin verwendet facedesk an seiner Stelle sein eigenes.</translation>
    </message>
</context>
<context>
    <name>UseEncoderDialog</name>
    <message>
        <source>Photos to be encoded again: {n}. Until that is done, faces are recognised as before. Its figures differ: how many strangers are given a name, and how many people are missed.</source>
        <translation>Neu zu kodierende Fotos: {n}. Bis das getan ist, werden Gesichter wie bisher erkannt. Seine Fehlerzahlen sind andere: wie viele Fremde einen Namen bekommen und wie viele Personen nicht erkannt werden.</translation>
    </message>
    <message>
        <source>Recognise with {name}?</source>
        <translation>Mit {name} erkennen?</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Measure and use it</source>
        <translation>Messen und verwenden</translation>
    </message>
</context>
<context>
    <name>UsingEncoder</name>
    <message>
        <source>Changing to {name}</source>
        <translation>Wechsel zu {name}</translation>
    </message>
    <message>
        <source>{n} of {all} photos</source>
        <translation>{n} von {all} Fotos</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Faces are recognised with {name} from now on.</source>
        <translation>Gesichter werden ab jetzt mit {name} erkannt.</translation>
    </message>
    <message>
        <source>Faces are found with {name} from now on.</source>
        <translation>Gesichter werden ab jetzt mit {name} gefunden.</translation>
    </message>
    <message>
        <source>It decides by the thresholds of facedesk&apos;s own encoder, corrected for what has changed: rather too strictly. Measure it on more people when you can.</source>
        <translation>Er entscheidet nach den Schwellen des Encoders von facedesk, berichtigt um das, was sich geändert hat: eher zu streng. Messen Sie ihn an mehr Menschen, wenn Sie können.</translation>
    </message>
</context>
<context>
    <name>UsingTrained</name>
    <message>
        <source>Reading the models</source>
        <translation>Modelle werden gelesen</translation>
    </message>
    <message>
        <source>Encoders (*.safetensors)</source>
        <translation>Encoder (*.safetensors)</translation>
    </message>
    <message>
        <source>Save a copy of the encoder</source>
        <translation>Kopie des Encoders speichern</translation>
    </message>
    <message>
        <source>The encoder is saved as {file}, with its model card beside it.</source>
        <translation>Der Encoder ist als {file} gespeichert, daneben seine Modellkarte.</translation>
    </message>
    <message>
        <source>Saving the encoder</source>
        <translation>Der Encoder wird gespeichert</translation>
    </message>
    <message>
        <source>With fewer people, from {n} on, it takes over the thresholds of facedesk&apos;s own encoder, corrected for what has changed. Choose people whom it has not learned from: it knows the others too well to take them for strangers.</source>
        <translation>Bei weniger Menschen, ab {n}, übernimmt er die Schwellen des Encoders von facedesk, berichtigt um das, was sich geändert hat. Wählen Sie Menschen, von denen er nicht gelernt hat: Die anderen kennt er zu gut, um sie für Fremde zu halten.</translation>
    </message>
    <message>
        <source>Trained on {name}</source>
        <translation>Trainiert mit {name}</translation>
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
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
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
    <name>Why</name>
    <message>
        <source>Why the same person?</source>
        <translation>Warum dieselbe Person?</translation>
    </message>
    <message>
        <source>Why not the same person?</source>
        <translation>Warum nicht dieselbe Person?</translation>
    </message>
    <message>
        <source>Why not sure?</source>
        <translation>Warum nicht sicher?</translation>
    </message>
    <message>
        <source>The first picture</source>
        <translation>Das erste Bild</translation>
    </message>
    <message>
        <source>Who is there</source>
        <translation>Wer da ist</translation>
    </message>
    <message>
        <source>As they were seen</source>
        <translation>Wie die Person gesehen wurde</translation>
    </message>
    <message>
        <source>In the live picture</source>
        <translation>Im Live-Bild</translation>
    </message>
    <message>
        <source>Why {name}?</source>
        <translation>Warum {name}?</translation>
    </message>
    <message>
        <source>the hair and what is above</source>
        <translation>die Haare und was darüber ist</translation>
    </message>
    <message>
        <source>the forehead</source>
        <translation>die Stirn</translation>
    </message>
    <message>
        <source>the eyes and brows</source>
        <translation>die Augen und Brauen</translation>
    </message>
    <message>
        <source>the nose</source>
        <translation>die Nase</translation>
    </message>
    <message>
        <source>the cheeks</source>
        <translation>die Wangen</translation>
    </message>
    <message>
        <source>the mouth</source>
        <translation>der Mund</translation>
    </message>
    <message>
        <source>the chin</source>
        <translation>das Kinn</translation>
    </message>
    <message>
        <source>the outline and what is beside</source>
        <translation>der Umriss und was daneben ist</translation>
    </message>
    <message>
        <source>For one person speak most: {parts}.</source>
        <translation>Für eine Person spricht am meisten: {parts}.</translation>
    </message>
    <message>
        <source>Against it speak most: {parts}.</source>
        <translation>Dagegen spricht am meisten: {parts}.</translation>
    </message>
    <message>
        <source>The distance of these two pictures is d {d}. Where the colour is strongest, covering that place changes it by {most}.</source>
        <translation>Der Abstand dieser beiden Bilder ist d {d}. Wo die Farbe am stärksten ist, ändert ihn das Verdecken der Stelle um {most}.</translation>
    </message>
    <message>
        <source>Each place was blurred and the faces compared again. Places that count only together stay hidden, and the colours don&apos;t say whether the answer is right.</source>
        <translation>Jede Stelle wurde unscharf gemacht, und die Gesichter wurden neu verglichen. Stellen, die nur zusammen zählen, bleiben verborgen, und die Farben sagen nicht, ob die Antwort stimmt.</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Looking at the faces…</source>
        <translation>Die Gesichter werden angesehen…</translation>
    </message>
    <message>
        <source>Show the colours</source>
        <translation>Farben zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking at the faces</source>
        <translation>Gesichter werden angesehen</translation>
    </message>
    <message>
        <source>Finding out why</source>
        <translation>Der Grund wird gesucht</translation>
    </message>
    <message>
        <source>Covering one place after another…</source>
        <translation>Eine Stelle nach der anderen wird verdeckt…</translation>
    </message>
</context>
<context>
    <name>YourData</name>
    <message>
        <source>What is kept</source>
        <translation>Was gespeichert wird</translation>
    </message>
    <message>
        <source>Of each person: their name, when they were enrolled, by whom and on what basis; one photo, any looks and corrections; and of each of these a template, which is a list of numbers by which faces are compared. Somebody may have an avatar, too: a picture that stands for them in lists. People enrolled now: {n}.</source>
        <translation>Von jeder Person: ihr Name, wann, von wem und auf welcher Grundlage sie hinzugefügt wurde; ein Foto, etwaige weitere Aussehen und Korrekturen; und von jedem davon eine Vorlage, eine Liste von Zahlen, nach denen Gesichter verglichen werden. Manche haben auch einen Avatar: ein Bild, das in Listen für sie steht. Jetzt hinzugefügte Personen: {n}.</translation>
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
        <source>Photos, avatars, templates and the pictures of the record are encrypted. They open by {by}.</source>
        <translation>Fotos, Avatare, Vorlagen und die Bilder der Aufzeichnung sind verschlüsselt. Sie öffnen sich durch {by}.</translation>
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
<context>
    <name>_Rest</name>
    <message>
        <source>The picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>The picture with noise</source>
        <translation>Bild mit Rauschen</translation>
    </message>
    <message>
        <source>L-BFGS: fewer steps</source>
        <translation>L-BFGS: weniger Schritte</translation>
    </message>
    <message>
        <source>Adam: quicker steps</source>
        <translation>Adam: schnellere Schritte</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>Glätte</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Smoothness (total variation)</source>
        <translation>Glätte (Totalvariation)</translation>
    </message>
    <message>
        <source>How much each layer of the style counts (λ)</source>
        <translation>Wie viel jede Schicht des Stils zählt (λ)</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>How much was seen of what is needed</source>
        <translation>Wie viel vom Nötigen zu sehen war</translation>
    </message>
</context>
<context>
    <name>_Triplet</name>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>same {d}</source>
        <translation>gleich {d}</translation>
    </message>
    <message>
        <source>other {d}</source>
        <translation>anders {d}</translation>
    </message>
    <message>
        <source>Triplet: the same person at distance {same}, somebody else at {other}</source>
        <translation>Tripel: dieselbe Person im Abstand {same}, jemand anders im Abstand {other}</translation>
    </message>
</context>
</TS>
