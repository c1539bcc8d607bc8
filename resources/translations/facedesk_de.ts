<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <source>Nobody called “{name}” is enrolled.</source>
        <translation>Es gibt niemanden namens „{name}“.</translation>
    </message>
    <message>
        <source>This person was removed in the meantime.</source>
        <translation>Diese Person wurde inzwischen entfernt.</translation>
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
        <source>{source} gives no picture. Close other programs that use it, then try again.</source>
        <translation>{source} liefert kein Bild. Bitte andere Programme schließen, die darauf zugreifen, und es erneut versuchen.</translation>
    </message>
    <message>
        <source>{source} stopped sending pictures. Trying again…</source>
        <translation>{source} sendet keine Bilder mehr. Neuer Versuch…</translation>
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
    <name>ImportReportDialog</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <source>Connect one and look again, or open something else.</source>
        <translation>Bitte eine anschließen und erneut suchen oder etwas anderes öffnen.</translation>
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
</context>
<context>
    <name>People</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
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
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Replace photo…</source>
        <translation>Foto ersetzen…</translation>
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
    <name>ProgressRing</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
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
        <source>How many of 1,000 strangers may be given a name. The stricter, the more often someone enrolled is not recognised.</source>
        <translation>Wie viele von 1.000 Fremden einen Namen bekommen dürfen. Je strenger, desto öfter wird jemand nicht erkannt, der hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>Strict: 1 in 1,000</source>
        <translation>Streng: 1 von 1.000</translation>
    </message>
    <message>
        <source>Balanced: 10 in 1,000</source>
        <translation>Mittel: 10 von 1.000</translation>
    </message>
    <message>
        <source>Lenient: 50 in 1,000</source>
        <translation>Locker: 50 von 1.000</translation>
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
        <source>What the camera is asked for. Less is faster; more finds people further away.</source>
        <translation>Was von der Kamera verlangt wird. Weniger ist schneller; mehr findet auch Personen, die weiter weg sind.</translation>
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
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Mirror the camera</source>
        <translation>Kamera spiegeln</translation>
    </message>
    <message>
        <source>Show the camera&apos;s picture the way a mirror would.</source>
        <translation>Das Bild der Kamera so zeigen wie ein Spiegel.</translation>
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
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>facedesk is not a security device: a good photo of you can fool it.</source>
        <translation>facedesk ist keine Sicherheitstechnik: Ein gutes Foto von Ihnen kann es täuschen.</translation>
    </message>
    <message>
        <source>facedesk {version}</source>
        <translation>facedesk {version}</translation>
    </message>
    <message>
        <source>Data folder: {path}</source>
        <translation>Datenordner: {path}</translation>
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
    <name>StatusLine</name>
    <message>
        <source>Play again</source>
        <translation>Noch einmal abspielen</translation>
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
