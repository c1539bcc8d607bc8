"""The errors a user may see, each with a stable code and a sentence they can act on.

Sentences are templates: `{name}` stands for a detail given when the error is raised. The window
translates the template, then fills it in; error.text is the English sentence. str(error) is the
same without what may be somebody's name, since that is what logs and reports of crashes hold.
"""

from facedesk.errors.base import FacedeskError
from facedesk.errors.downloads import (
    ConnectionBroken,
    DownloadFailed,
    NoRoomForDownload,
    NotEncrypted,
    NotTheFile,
    ServerRefuses,
    ServerUnreachable,
    ServerUntrusted,
)
from facedesk.errors.evaluation import (
    CalibrationNotSaved,
    NobodyToCompare,
    NoFaceForSeconds,
    NoGroups,
    PairsMissing,
    PairsUnreadable,
    TooFewPairs,
    TooFewPeople,
)
from facedesk.errors.insight import (
    InsightRefused,
    NobodyToSee,
    NoFacesToSee,
    NoLayersToSee,
    NoSuchLayer,
    NoSuchUnit,
)
from facedesk.errors.models import (
    EncodingsUseless,
    ModelBuiltIn,
    ModelDamaged,
    ModelError,
    ModelFileMissing,
    ModelGone,
    ModelInputWrong,
    ModelNameTaken,
    ModelNotMeasured,
    ModelNotSaved,
    ModelOutputWrong,
    ModelRefused,
    ModelThere,
    ModelUnknown,
    NotAModel,
    OnnxUnreadable,
    PeopleNotToldApart,
    PixelsUnknown,
)
from facedesk.errors.people import (
    NameEmpty,
    NameRefused,
    NameTaken,
    NameTooLong,
    NeitherPhotoNorPerson,
    PersonChanged,
    PersonGone,
    PersonNotFound,
    TooManyLooks,
)
from facedesk.errors.photos import (
    FaceBlurred,
    FaceCutOff,
    FaceTooBright,
    FaceTooDark,
    FaceTooSmall,
    FaceTurnedAway,
    NoFace,
    NotAnImage,
    PhotoMissing,
    PhotoRefused,
    PhotoTooLarge,
    PhotoTruncated,
    SeveralFaces,
)
from facedesk.errors.protection import (
    KeyMissing,
    KeyringPassphraseNeeded,
    KeyringSilent,
    NewPassphraseNeeded,
    NoKeyring,
    NoPassphrase,
    PassphraseNeeded,
    PassphrasesDiffer,
    PassphraseTooShort,
    ProtectionChanged,
    SealBroken,
    WrongPassphrase,
)
from facedesk.errors.sharing import (
    DatabaseAddressWrong,
    DatabaseDriverMissing,
    NotAGallery,
    SharedGalleryAway,
    SharedGalleryRefused,
)
from facedesk.errors.sources import (
    AddressUnreachable,
    CameraBusy,
    CameraLost,
    CameraMissing,
    FileUnreadable,
    FolderEmpty,
    NoCamera,
    NotAVideo,
    PictureBlack,
    PictureFrozen,
    SightingGone,
    SourceError,
    SourceNotFound,
)
from facedesk.errors.storage import (
    DesktopEntryNotWritten,
    DiskFull,
    FileNotWritten,
    FolderNotWritable,
    GalleryChanged,
    GalleryDamaged,
    GalleryGone,
    GalleryLocked,
    GalleryTooNew,
    SettingsNotSaved,
    StorageError,
)
from facedesk.errors.style import (
    EncoderOpaque,
    LayerMissing,
    NothingToLearnFrom,
    PerceptualUnreadable,
    PictureTakesMemory,
    PictureTooNarrow,
    StyleRefused,
)
from facedesk.errors.system import (
    AlreadyOpen,
    NoScreen,
    NotOnThisSystem,
    ResourceMissing,
    WeightsDamaged,
    WeightsError,
    WeightsMissing,
)
from facedesk.errors.training import (
    CheckpointDamaged,
    CheckpointOfOtherVersion,
    Collapsed,
    EncoderUnreadable,
    NothingToResume,
    NoUsablePhoto,
    OnePersonOnly,
    OnePhotoEach,
    OtherFaces,
    OutOfHand,
    TooLittleMemory,
    TrainingDiskFull,
    TrainingNotDeleted,
    TrainingRefused,
    TrainingThere,
)
from facedesk.errors.transfer import (
    ClashesUndecided,
    ExportDamaged,
    ExportLocked,
    ExportMissing,
    ExportTooNew,
    FilePassphraseNeeded,
    NotAnExport,
)
