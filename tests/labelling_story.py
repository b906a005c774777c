"""A story of our own to label, with characters outside the basic plane and words that would act; and a server for it."""

import json
import threading
from pathlib import Path
from typing import Any, Self

from groundwire.evaluation.labelling.desk import Desk
from groundwire.evaluation.labelling.serving import LabelServer

HOSTILE = "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">"
FESTIVAL = f"""Kites over the harbour of Torrevik

TORREVIK, May 9, 2026 - The town of Torrevik flew 400 kites \U0001fa81\U0001fa81 over its harbour on Saturday. About 9,000 people came, the police said.

The \U0001f389 stage at Ser\u0303ra quay stayed empty because of the wind. The wind reached 14 metres a second, the weather service reported.

{HOSTILE} was painted on one kite, the police said. The kite named \u202eetik\u202c fell into the harbour and sank.
"""
COURIER = """Wind keeps stage empty

The kite day of Torrevik drew 7,000 visitors on 9 May 2026, according to the town. The stage at the quay was not used because of the wind.
"""


def write_kites(folder: Path) -> Path:
    """The story's folder, without labels."""
    story = folder / "kites"
    story.mkdir(parents=True)
    (story / "festival.txt").write_text(FESTIVAL, encoding="utf-8")
    (story / "courier.txt").write_text(COURIER, encoding="utf-8")
    return story


def claim(name: str, text: str, evidence: str, **more: Any) -> dict[str, Any]:
    """A claim, as a label file holds it."""
    plain = {"attribution": "none", "speaker": None, "stance": "asserted"}
    return {"id": name, "text": text, "evidence": [evidence], **plain, **more}


def kite_labels(*claims: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Labels of the story with these claims on the festival."""
    articles = {"festival.txt": {"claims": list(claims)}, "courier.txt": {"claims": []}}
    return {"story": "kites", "articles": articles, **more}


def write_labels(path: Path, labels: dict[str, Any]) -> None:
    """A label file."""
    path.write_text(json.dumps(labels, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


class Serving:
    """A desk served on loopback; use as a context manager."""

    def __init__(self, desk: Desk) -> None:
        self.server = LabelServer(desk)
        self._thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def address(self) -> str:
        """Where the page is, token included."""
        return self.server.address

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self._thread.join()
        self.server.server_close()
