"""Reads from an ONNX file what shape of input it declares; OpenCV does not hold anybody to it.

An ONNX file is a message of Protocol Buffers: fields one after the other, each with a number and
with a whole number, so many bytes, or a message in so many bytes. The numbers are those of
onnx.proto, github.com/onnx/onnx.
"""

from collections.abc import Iterator

_GRAPH, _INITIALISER, _INPUT = 7, 5, 11
_TENSOR_NAME, _VALUE_NAME, _VALUE_TYPE = 8, 1, 2
_TENSOR_TYPE, _SHAPE, _DIMENSION, _SIZE = 1, 2, 1, 1
_NUMBER, _BYTES = 0, 2  # kinds of fields
_FIXED = {1: 8, 5: 4}  # others, of so many bytes


def declared_input(data: bytes) -> tuple[int | None, ...]:
    """Return the sizes of the first input, None for those that may be any.

    data: the contents of a file that OpenCV has read. Others raise ValueError or LookupError.
    """
    graph = _first(data, _GRAPH)
    # Files of the first years list their weights as inputs, too.
    weights = {_first(each, _TENSOR_NAME) for each in _all(graph, _INITIALISER)}
    for value in _all(graph, _INPUT):
        if _first(value, _VALUE_NAME) not in weights:
            shape = _first(_first(_first(value, _VALUE_TYPE), _TENSOR_TYPE), _SHAPE)
            sizes = [_first(each, _SIZE) for each in _all(shape, _DIMENSION)]
            return tuple(size if isinstance(size, int) and size > 0 else None for size in sizes)
    raise ValueError("no input")


def _first(message: bytes, number: int) -> bytes | int:
    """Return the first field with a number, b"" where there is none."""
    return next(iter(_all(message, number)), b"")


def _all(message: bytes, number: int) -> Iterator[bytes | int]:
    """Yield every field with a number."""
    at = 0
    while at < len(message):
        key, at = _whole_number(message, at)
        kind, value = key & 7, b""
        if kind == _NUMBER:
            value, at = _whole_number(message, at)
        else:
            length, at = _whole_number(message, at) if kind == _BYTES else (_FIXED[kind], at)
            value, at = message[at : at + length], at + length
        if key >> 3 == number:
            yield value


def _whole_number(message: bytes, at: int) -> tuple[int, int]:
    """Read a number, seven bits in each byte, the lowest first; return it and where it ends."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        shift, at = shift + 7, at + 1
        if byte < 128:
            return value, at
