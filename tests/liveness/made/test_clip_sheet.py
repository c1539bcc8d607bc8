import numpy as np

from facedesk.liveness.made.contact_sheet import clip_sheet
from facedesk.liveness.made.kinds import Kind
from facedesk.liveness.made.scene import SIZE


def test_it_shows_a_row_for_each_kind(source, admiral):
    sheet = clip_sheet(source, admiral, seed=1)
    assert sheet.size == (6 * SIZE[0], len(Kind) * (SIZE[1] + 16))
    assert len(np.unique(np.asarray(sheet.crop((0, 16, *SIZE))).reshape(-1, 3), axis=0)) > 1000
