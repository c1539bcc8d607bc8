"""Answers frames: who is where. One engine belongs to one thread."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from facedesk.capture.frame import Frame
from facedesk.encoder.models import Models, find_faces
from facedesk.gallery.person import GalleryTemplates
from facedesk.gallery.store import Gallery
from facedesk.live.knowledge import Knowledge
from facedesk.live.track_evidence import TrackEvidence
from facedesk.live.track_liveness import TrackLiveness
from facedesk.live.view import LiveView, SeenFace
from facedesk.matching.decision import Answer, Decision
from facedesk.matching.recognition import Recognition
from facedesk.matching.thresholds import DEFAULT_FPIR
from facedesk.vision.alignment import align
from facedesk.vision.quality import judge
from facedesk.vision.shot import Shot
from facedesk.vision.tracker import FaceTracker, Track

_DETECT_EVERY = 5  # frames, while all faces are followed well
_DETECT_AGAIN = 2  # frames, while nobody is there or someone was missed
_LOOK_AT_GALLERY_EVERY_S = 0.25


class Engine:
    """Detects, follows, encodes and names the faces of one source, frame after frame."""

    def __init__(self, models: Models, knowledge: Knowledge, gallery: Gallery) -> None:
        self._models = models
        self.knowledge = knowledge
        self._gallery = gallery
        self.fpir = DEFAULT_FPIR
        self.liveness = TrackLiveness()
        self._applied: tuple[float, Knowledge] | None = None
        self._recognition: Recognition | None = None
        self._enrolled: GalleryTemplates | None = None
        self._looked_at_gallery = -float("inf")
        self._tracker = FaceTracker()
        self._evidence: dict[int, TrackEvidence] = {}
        self._scene: int | None = None
        self._since_detection = 0
        self._stage_ms: dict[str, float] = {}
        self._last: LiveView | None = None

    def use(self, models: Models, knowledge: Knowledge) -> None:
        """Go on with these; with other networks every face is looked at anew."""
        self.knowledge = knowledge
        if models is self._models:
            return
        self._models = models
        self._enrolled = self._recognition = self._last = self._scene = None

    def answer(self, frame: Frame) -> LiveView:
        """Return what is known about the faces in a frame. Raises StorageError."""
        self._stage_ms = {}
        self._last = None  # should this one fail, its tracks are not those of the view before
        if frame.scene != self._scene:
            self._begin_scene(frame.scene)
        changed = self._refresh_gallery()
        self._locate(frame)
        shots = {track.id: self._look(frame, track) for track in self._tracker.tracks}
        changed |= self._encode(frame, shots)
        if changed:
            self._decide()
        self._watch(frame)
        faces = tuple(self._seen(track, shots[track.id]) for track in self._tracker.tracks)
        self._last = LiveView(frame, faces, self._stage_ms)
        return self._last

    def reconsider(self) -> LiveView | None:
        """Return the last view with the decisions of now, if the gallery has changed since.

        For pictures that no other follows, such as the end of a video. Raises StorageError.
        """
        self._stage_ms = {}  # the last view keeps its own
        if self._last is None or not self._refresh_gallery():
            return None
        self._decide()
        faces = tuple(
            replace(face, decision=self._decision(face.track_id, face.withheld))
            for face in self._last.faces
        )
        self._last = replace(self._last, faces=faces, stage_ms=self._stage_ms)
        return self._last

    def _begin_scene(self, scene: int) -> None:
        self._scene = scene
        self._tracker.forget()
        self._evidence = {}
        self._since_detection = _DETECT_EVERY

    def _refresh_gallery(self) -> bool:
        """Read the gallery again when it, or what decisions are based on, has changed."""
        now = time.monotonic()
        just_looked = now - self._looked_at_gallery < _LOOK_AT_GALLERY_EVERY_S
        # Where reading failed the first time, nothing can be decided before it has been read.
        if just_looked and self._recognition is not None:
            return False
        self._looked_at_gallery = now
        wanted = self.fpir, self.knowledge
        revision = self._enrolled.revision if self._enrolled else None
        newer = self._gallery.templates_since(revision, self._models.encoder.id)
        if newer is None and wanted == self._applied:
            return False
        self._enrolled = enrolled = newer or self._enrolled
        same_knowledge = self._applied is not None and self._applied[1] is self.knowledge
        before = self._recognition if same_knowledge else None
        self._applied = wanted
        self._recognition = self.knowledge.recognition_of(enrolled, self.fpir, before)
        for evidence in self._evidence.values():
            evidence.decision.forget()
        return True

    def _locate(self, frame: Frame) -> None:
        with self._timed("track"):
            followed = self._tracker.follow(frame.image)
        self._since_detection += 1
        if followed and self._since_detection < self._detection_interval():
            return
        self._since_detection = 0
        with self._timed("detect"):
            self._tracker.detected(find_faces(frame.image, self._models))
        alive = {track.id for track in self._tracker.tracks}
        self._evidence = {id_: self._evidence.get(id_) or TrackEvidence() for id_ in sorted(alive)}

    def _detection_interval(self) -> int:
        tracks = self._tracker.tracks
        all_there = bool(tracks) and not any(track.missed for track in tracks)
        return _DETECT_EVERY if all_there else _DETECT_AGAIN

    def _look(self, frame: Frame, track: Track) -> Shot:
        with self._timed("align"):
            quality = judge(frame.image, align(frame.image, track.detection))
        return Shot(frame.image, track.detection, quality)

    def _encode(self, frame: Frame, shots: dict[int, Shot]) -> bool:
        """Encode the freshly detected faces that could change an answer, in one batch."""
        wanted = [
            track for track in self._tracker.tracks if self._is_worth_encoding(track, shots, frame)
        ]
        if not wanted:
            return False
        with self._timed("encode"):
            aligned = [
                align(
                    frame.image,
                    track.detection,
                    self._evidence[track.id].next_view,
                    self._models.encoder.chip,
                )
                for track in wanted
            ]
            templates = self._models.encoder.encode(aligned)
        # Even photos of one person years apart are mostly nearer. A track whose face is suddenly
        # further away has jumped to someone else.
        beyond = self.knowledge.cohort.someone_else
        for track, template in zip(wanted, templates, strict=True):
            if self._evidence[track.id].is_someone_else(template, beyond):
                track = self._exchanged(track, shots)
            self._evidence[track.id].add(template, shots[track.id], frame.time_s)
        return True

    def _exchanged(self, track: Track, shots: dict[int, Shot]) -> Track:
        """End a track that has jumped to someone else's face, as at a cut; begin one of theirs."""
        other = self._tracker.exchange(track)
        del self._evidence[track.id]
        self._evidence[other.id] = TrackEvidence()
        shots[other.id] = shots.pop(track.id)
        return other

    def _is_worth_encoding(self, track: Track, shots: dict[int, Shot], frame: Frame) -> bool:
        quality = shots[track.id].quality
        wanted = track.doubtful or self._evidence[track.id].wants(quality, frame.time_s)
        return track.fresh and wanted

    def _decide(self) -> None:
        """Decide about all tracks together, since nobody can be in the picture twice."""
        ready = [e for e in self._evidence.values() if e.vector is not None]
        if not ready:
            return
        with self._timed("match"):
            decisions = self._recognition.decide([e.vector for e in ready])
        named = {d.match.person_id for d in decisions if d.answer is Answer.KNOWN}
        for evidence, decision in zip(ready, decisions, strict=True):
            evidence.decision.update(decision, self._recognition.thresholds, named)

    def _watch(self, frame: Frame) -> None:
        if self.liveness.on:
            with self._timed("liveness"):
                self.liveness.see(frame.image, self._tracker.tracks, frame.time_s)

    def _seen(self, track: Track, shot: Shot) -> SeenFace:
        best = self._evidence[track.id].best_shot
        liveness = self.liveness.answer(track.id)
        withheld = self.liveness.withholds(liveness)
        decision = self._decision(track.id, withheld)
        return SeenFace(
            track.id,
            track.detection,
            shot.quality,
            decision,
            best,
            liveness,
            withheld,
            self.liveness.signals(track.id),
        )

    def _decision(self, track_id: int, withheld: bool) -> Decision | None:
        return None if withheld else self._evidence[track_id].decision.shown

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        spent = (time.perf_counter() - start) * 1000
        self._stage_ms[stage] = self._stage_ms.get(stage, 0.0) + spent
