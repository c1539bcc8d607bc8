"""Made clips: photos that move as heads do, and as flat pictures of heads do.

Nobody's clips are needed to learn the difference: a photo, laid over the relief of a head, is moved
as a head moves; the same photo is printed and held up, or shown on a screen. Everything is drawn
from a generator of random numbers: the same one, the same clip.
"""
