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
        <source>Their photo, and what facedesk learned from it, is deleted from this computer. They will not be recognised any more. This can&apos;t be undone.</source>
        <translation>Das Foto und alles, was facedesk daraus gelernt hat, wird von diesem Computer gelöscht. Die Person wird dann nicht mehr erkannt. Das lässt sich nicht rückgängig machen.</translation>
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
    <name>FaceDialog</name>
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
        <source>one photo was refused</source>
        <translation>ein Foto wurde abgelehnt</translation>
    </message>
    <message>
        <source>{count} photos were refused</source>
        <translation>{count} Fotos wurden abgelehnt</translation>
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
        <translation>Foto hinzufügen…</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>Ordner importieren…</translation>
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
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
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
        <source>Show the speed</source>
        <translation>Geschwindigkeit zeigen</translation>
    </message>
    <message>
        <source>Show over the picture how many frames a second are captured, painted and answered, and what takes how long.</source>
        <translation>Über dem Bild zeigen, wie viele Bilder pro Sekunde aufgenommen, gezeichnet und beantwortet werden, und was wie lange dauert.</translation>
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
        <source>What facedesk is not</source>
        <translation>Was facedesk nicht ist</translation>
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
</TS>
