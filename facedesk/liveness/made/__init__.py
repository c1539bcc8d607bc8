"""Made clips: photos that move as heads do, and as flat pictures of heads do.

Nobody's clips are needed to learn the difference: a photo, laid over the relief of a head, is moved
as a head moves; the same photo is printed and held up, or shown on a screen. Everything is drawn
from a generator of random numbers: the same one, the same clip.

What all kinds share tells nothing: photos, what is behind (with the straight edges of doors and
windows), light, noise, sharpening and compression of the camera, a camera that shakes (one in five)
and landmarks that are not found exactly. What attacks have of their own is as a webcam sees it from
30 to 80 cm: something held so that the whole face is on it. A phone or a tablet then shows its edge
around the face, close by (35 %) or up to one and a half distances between the eyes further (55 %);
one in ten is so large or so near that no edge is seen, and a screen that is as near shows stripes.
Otherwise stripes (75 %), bands (50 %), reflections (50 %), fingers (50 %) and bent paper (50 %)
come and go, and one hand in four is nearly still, as some people are.
"""
