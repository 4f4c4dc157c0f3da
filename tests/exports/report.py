"""What every check shares: how it proves that it can fail, walks the bundles and says what it found.

    python check_NAME.py --self-test     # only proves that the check can fail
    python check_NAME.py BUNDLE…         # proves that, then holds every bundle against it

A check that never fails proves nothing, so each carries a tiny sound bundle and the ways to break it. They
are tried before the first real file, and the check is not used if a break goes unseen.

A line for each bundle and each mistake; what a tool cannot judge is counted and named under `not covered`.
The last line is the sum. The exit status is 1 if anything failed.
"""

import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable


@dataclass
class Found:
    """What one look at a file found: mistakes, what the tool cannot judge, and how many things it judged."""

    mistakes: list = field(default_factory=list)
    uncovered: list = field(default_factory=list)
    judged: int = 1


@dataclass
class Break:
    """A change to one file of the sound bundle, and words of the mistake that must then be reported."""

    file: str
    old: str
    new: str
    says: str


@dataclass
class Check:
    """Files of a bundle and the tool that judges them."""

    files: str
    tool: str
    look: Callable[[Path], Found]
    sound: dict
    breaks: list
    # What one look judges, for the sum: "file", "command".
    unit: str = "file"
    # What the tool cannot judge in the sound bundle.
    uncovered: tuple = ()


def main(checks):
    words = sys.argv[1:]
    only_self = words == ["--self-test"]
    if not words or (any(word.startswith("-") for word in words) and not only_self):
        sys.exit(f"usage: {Path(sys.argv[0]).name} --self-test | BUNDLE…")
    unproven = [line for check in checks for line in self_test(check)]
    for line in unproven:
        print(f"FAIL self-test: {line}")
    breaks = sum(len(check.breaks) for check in checks)
    if unproven:
        print(f"{len(unproven)} of {breaks} self-tests failed: the check was not used")
        sys.exit(1)
    print(f"self-test: {breaks} broken files were found out")
    if not only_self:
        sys.exit(judge(checks, list(map(Path, words))))


def self_test(check):
    """The ways in which the check does not do what it is for."""
    found = look_at_sound(check, None)
    if found.mistakes:
        yield f"{check.tool}: a sound file fails: {found.mistakes[0]}"
    if tuple(found.uncovered) != check.uncovered:
        yield f"{check.tool}: not covered should be {check.uncovered}, is {tuple(found.uncovered)}"
    for it in check.breaks:
        mistakes = look_at_sound(check, it).mistakes
        if not any(it.says in mistake for mistake in mistakes):
            yield f"{check.tool}: `{it.new}` in {it.file} should say “{it.says}”, says {mistakes[:3]}"


def look_at_sound(check, broken):
    """What the check finds in its own tiny bundle, sound or with one file broken."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in check.sound.items():
            if broken and broken.file == name:
                assert text.count(broken.old) == 1, f"{name} has no single {broken.old!r} to break"
                text = text.replace(broken.old, broken.new)
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return look_at(check, Path(folder))


def look_at(check, bundle):
    """What the check finds in all files of a bundle; each mistake begins with the file's name."""
    whole = Found(judged=0)
    for path in sorted(bundle.glob(check.files)):
        name = path.relative_to(bundle).as_posix()
        try:
            found = check.look(path)
        except Exception as error:  # A broken tool must not pass for a sound file.
            found = Found([f"the check itself stopped: {type(error).__name__}: {error}"])
        whole.mistakes += [f"{name}: {mistake}" for mistake in found.mistakes]
        whole.uncovered += found.uncovered
        whole.judged += found.judged
    return whole


def judge(checks, bundles):
    """Prints what the checks find in the bundles; returns the exit status."""
    mistakes, uncovered, judged = 0, Counter(), Counter()
    for check in checks:
        seen = 0
        for bundle in bundles:
            found = look_at(check, bundle)
            for mistake in found.mistakes:
                print(f"FAIL {bundle.name}/{mistake}")
            if found.judged and not found.mistakes:
                print(f"ok {bundle.name}: {counted(found.judged, check.unit)} by {check.tool}")
            mistakes += len(found.mistakes)
            uncovered.update(found.uncovered)
            judged[check.unit] += found.judged
            seen += found.judged + len(found.uncovered)
        if not seen:
            mistakes += 1
            print(f"FAIL {check.files}: no bundle has such a file, so nothing was proven by {check.tool}")
    for what, times in sorted(uncovered.items()):
        print(f"not covered: {what} ({times} times)")
    parts = [counted(number, unit) for unit, number in sorted(judged.items())]
    parts.append(counted(mistakes, "mistake"))
    if uncovered:
        parts.append(f"{uncovered.total()} not covered")
    print(", ".join(parts))
    return 1 if mistakes else 0


def counted(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
