"""quantulum3's quantities: `python -m benchmarks.peers.quantulum_peer FILE`, a JSON list out.

FILE is a JSON list of texts. Without its classifier, which asks for another library and a model.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from quantulum3 import parser

if __name__ == "__main__":
    found = []
    for text in json.loads(Path(sys.argv[1]).read_text("utf-8")):
        try:
            quantities = parser.parse(text)
        except Exception:  # whatever a peer stumbles over costs it that passage
            quantities = []
        found.append([[*one.span, one.value] for one in quantities])
    print(json.dumps(found))
