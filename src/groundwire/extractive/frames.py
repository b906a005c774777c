"""Reporting frames of a passage, in the order of their cues.

Guarantees: every span lies in the passage and every frame has content; time is linear for passages of bounded length.
"""

from collections.abc import Sequence

from groundwire.extractive.frames_nominal import according_frame, nominal_frame
from groundwire.extractive.frames_verbal import verbal_frame
from groundwire.extractive.framing import Frame
from groundwire.extractive.words import Tag, Word
from groundwire.text.reporting import find_reporting_verb


def find_frames(passage: Sequence[Word]) -> list[Frame]:
    """The frames of a passage."""
    words = list(passage)
    frames: list[Frame] = []
    for index, word in enumerate(words):
        frame = None
        if word.low == "according" and index + 1 < len(words) and words[index + 1].low == "to":
            frame = according_frame(words, index)
        elif word.tag in {Tag.VERB, Tag.ING}:
            verb = find_reporting_verb(word.low)
            frame = verbal_frame(words, index, verb, frames) if verb is not None else None
        elif word.tag in {Tag.NOUN, Tag.NAME}:
            frame = nominal_frame(words, index)
        if frame is not None:
            frames.append(frame)
    return frames
