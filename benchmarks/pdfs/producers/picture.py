"""Pictures for captions: no photographs, yet images as a page has them."""

from __future__ import annotations

import random
from io import BytesIO


def picture(seed: str) -> bytes:
    """A grey landscape as PNG, 480 to 300 pixels, the same for the same seed."""
    from PIL import Image, ImageDraw

    draw = random.Random(seed)
    image = Image.linear_gradient("L").resize((480, 300)).point(lambda v: 120 + v // 2)
    pen = ImageDraw.Draw(image)
    for shade in (130, 95, 60):
        points = [(x, draw.randint(300 - 2 * shade, 330 - shade)) for x in range(0, 481, 60)]
        pen.polygon([(0, 300), *points, (480, 300)], fill=shade)
    data = BytesIO()
    image.save(data, "PNG")
    return data.getvalue()
