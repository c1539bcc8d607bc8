"""Neural style transfer: a portrait in the strokes and colours of another picture."""
