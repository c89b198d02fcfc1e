"""Functions of PDFium that are asked for each character or object of a page.

They take and give addresses as numbers: those of pypdfium2 make an object for each, which takes
longer than what they are asked for.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

ADDRESS, NUMBER = ctypes.c_void_p, ctypes.c_int


def _call(name: str, *types: Any) -> Callable[..., Any]:
    """The function of this name; the first of the types is its result's."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(*types)(address)  # type: ignore[arg-type]


UNICODE = _call("FPDFText_GetUnicode", ctypes.c_uint, ADDRESS, NUMBER)
BOX = _call("FPDFText_GetLooseCharBox", NUMBER, ADDRESS, NUMBER, ADDRESS)
TIGHT_BOX = _call("FPDFText_GetCharBox", NUMBER, ADDRESS, NUMBER, *[ADDRESS] * 4)
OWNER = _call("FPDFText_GetTextObject", ADDRESS, ADDRESS, NUMBER)
FONT_SIZE = _call("FPDFText_GetFontSize", ctypes.c_double, ADDRESS, NUMBER)
MATRIX = _call("FPDFText_GetMatrix", NUMBER, ADDRESS, NUMBER, ADDRESS)
FONT = _call("FPDFTextObj_GetFont", ADDRESS, ADDRESS)
MODE = _call("FPDFTextObj_GetTextRenderMode", NUMBER, ADDRESS)
FONT_NAME = _call("FPDFFont_GetBaseFontName", ctypes.c_size_t, ADDRESS, ADDRESS, ctypes.c_size_t)
FONT_FLAGS = _call("FPDFFont_GetFlags", NUMBER, ADDRESS)
OBJECT = _call("FPDFPage_GetObject", ADDRESS, ADDRESS, NUMBER)
TYPE = _call("FPDFPageObj_GetType", NUMBER, ADDRESS)
BOUNDS = _call("FPDFPageObj_GetBounds", NUMBER, *[ADDRESS] * 5)
COUNT_WITHIN = _call("FPDFFormObj_CountObjects", NUMBER, ADDRESS)
WITHIN = _call("FPDFFormObj_GetObject", ADDRESS, ADDRESS, ctypes.c_ulong)
