import pytest
import torch

from facedesk.vision import mtcnn_weights
from facedesk.vision.mtcnn_networks import OutputNetwork, ProposalNetwork, RefinementNetwork

pytestmark = pytest.mark.usefixtures("no_gradients")


@pytest.fixture
def no_gradients():
    with torch.inference_mode():
        yield


def filled(network, file):
    mtcnn_weights.fill(network, file)
    return network.eval()


def test_the_proposal_network_gives_one_answer_for_a_single_window():
    offsets, faces = ProposalNetwork()(torch.zeros(1, 3, 12, 12))
    assert offsets.shape == (1, 4, 1, 1)
    assert faces.shape == (1, 1, 1)


@pytest.mark.parametrize(("height", "width"), [(12, 14), (13, 13), (48, 64), (57, 101)])
def test_the_proposal_network_steps_two_pixels_from_window_to_window(height, width):
    offsets, faces = ProposalNetwork()(torch.zeros(2, 3, height, width))
    rows, columns = (height - 12 + 1) // 2 + 1, (width - 12 + 1) // 2 + 1
    assert offsets.shape == (2, 4, rows, columns)
    assert faces.shape == (2, rows, columns)


def test_a_window_sees_the_same_wherever_it_lies():
    network = filled(ProposalNetwork(), mtcnn_weights.PROPOSAL)
    torch.manual_seed(0)
    picture = torch.randn(1, 3, 40, 40)
    offsets, faces = network(picture)
    for row, column in ((0, 0), (3, 5), (14, 14), (14, 0)):
        window = picture[:, :, 2 * row : 2 * row + 12, 2 * column : 2 * column + 12]
        alone_offsets, alone_faces = network(window)
        torch.testing.assert_close(offsets[:, :, row, column], alone_offsets[:, :, 0, 0])
        torch.testing.assert_close(faces[:, row, column], alone_faces[:, 0, 0])


@pytest.mark.parametrize("count", [1, 7])
def test_the_refinement_network_judges_each_crop(count):
    offsets, faces = RefinementNetwork()(torch.zeros(count, 3, 24, 24))
    assert offsets.shape == (count, 4)
    assert faces.shape == (count,)


@pytest.mark.parametrize("count", [1, 7])
def test_the_output_network_adds_five_landmarks(count):
    offsets, landmarks, faces = OutputNetwork()(torch.zeros(count, 3, 48, 48))
    assert offsets.shape == (count, 4)
    assert landmarks.shape == (count, 5, 2)
    assert faces.shape == (count,)


def test_the_landmarks_are_in_order_for_any_face_like_crop():
    network = filled(OutputNetwork(), mtcnn_weights.OUTPUT)
    _, landmarks, _ = network(torch.zeros(1, 3, 48, 48))
    left_eye, right_eye, nose, left_mouth, right_mouth = landmarks[0]
    assert left_eye[0] < nose[0] < right_eye[0]
    assert left_mouth[0] < right_mouth[0]
    assert left_eye[1] < nose[1] < left_mouth[1]


@pytest.mark.parametrize(
    ("network", "file", "side"),
    [
        (RefinementNetwork, mtcnn_weights.REFINEMENT, 24),
        (OutputNetwork, mtcnn_weights.OUTPUT, 48),
    ],
)
def test_probabilities_are_probabilities(network, file, side):
    torch.manual_seed(0)
    *_, faces = filled(network(), file)(torch.randn(16, 3, side, side))
    assert faces.min() >= 0
    assert faces.max() <= 1
