import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from facedesk.liveness.convolution_size import output_size

CONVOLUTIONS = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}
along = st.tuples(st.integers(5, 12), st.integers(1, 5), st.integers(1, 3), st.integers(0, 2))


@pytest.mark.parametrize("dimensions", [1, 2, 3])
@given(data=st.data())
def test_it_is_the_size_of_what_torch_computes(dimensions, data):
    each = data.draw(st.lists(along, min_size=dimensions, max_size=dimensions))
    size, kernel, stride, padding = zip(*each, strict=True)
    with torch.inference_mode():
        computed = CONVOLUTIONS[dimensions](1, 1, kernel, stride, padding)(torch.zeros(1, 1, *size))
    assert output_size(size, kernel, stride, padding) == tuple(computed.shape[2:])


def test_a_kernel_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="a kernel of 5 does not fit into 2 with a padding of 1"):
        output_size((8, 2), (3, 5), (1, 1), (0, 1))
