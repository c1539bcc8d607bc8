"""Makes small ONNX files, byte by byte: no package that could is among the dependencies.

Field numbers are those of onnx.proto, github.com/onnx/onnx.
"""

import numpy as np

_FLOAT, _INTS = 1, 7
_IR, _OPSET = 8, 13


def encoder_file(
    random=None, outputs=8, side=112, channels=3, step=28, flat=True, batch=1, weights_listed=False
) -> bytes:
    """An encoder: one convolution over squares of step × step pixels, flattened.

    random: what its weights are drawn with; None for weights of 0, which tell nothing apart.
    batch: 0 for any. weights_listed: among the inputs, as files of the first years do.
    """
    shape = (outputs, channels, step, step)
    weights = np.zeros(shape) if random is None else random.standard_normal(shape) / step**2
    inputs = [_value("picture", [batch, channels, side, side])]
    if weights_listed:
        inputs.insert(0, _value("weights", shape))
    return _model(_float(weights), inputs, step, flat)


def _model(weights, inputs, step, flat):
    nodes = [_node("Conv", ["picture", "weights"], "seen", strides=[step, step])]
    if flat:
        nodes.append(_node("Flatten", ["seen"], "encoding"))
    last = "encoding" if flat else "seen"
    graph = (
        b"".join(_part(1, node) for node in nodes)
        + _part(2, b"g")
        + _part(5, weights)
        + b"".join(_part(11, each) for each in inputs)
        + _part(12, _value(last, []))
    )
    return _number(1, _IR) + _part(8, _number(2, _OPSET)) + _part(7, graph)


def _node(kind, inputs, output, **ints):
    attributes = b"".join(
        _part(5, _part(1, name.encode()) + _all(8, values) + _number(20, _INTS))
        for name, values in ints.items()
    )
    read = b"".join(_part(1, each.encode()) for each in inputs)
    return (
        read
        + _part(2, output.encode())
        + _part(3, output.encode())
        + _part(4, kind.encode())
        + attributes
    )


def _float(values, name=b"weights"):
    raw = np.asarray(values, "<f4").tobytes()
    return _all(1, values.shape) + _number(2, _FLOAT) + _part(8, name) + _part(9, raw)


def _value(name, shape):
    dimensions = b"".join(_part(1, _number(1, size)) for size in shape)
    kind = _number(1, _FLOAT) + _part(2, dimensions)
    return _part(1, name.encode()) + _part(2, _part(1, kind))


def _part(field, contents):
    return _varint(field << 3 | 2) + _varint(len(contents)) + contents


def _number(field, value):
    return _varint(field << 3) + _varint(value)


def _all(field, values):
    return b"".join(_number(field, int(value)) for value in values)


def _varint(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)
