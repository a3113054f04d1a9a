"""The process under attack, as the operating system sees it."""

import os

from office import SERVER_PID


def is_alive():
    try:
        os.kill(SERVER_PID, 0)
    except ProcessLookupError:
        return False
    return True


def resident_megabytes():
    with open(f"/proc/{SERVER_PID}/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


class FlatMemory:
    """Fails when the resident memory grows by more than so much while something happens."""

    def __init__(self, megabytes):
        self._megabytes = megabytes

    def __enter__(self):
        self._before = resident_megabytes()

    def __exit__(self, kind, *_):
        grown = resident_megabytes() - self._before
        if kind is None and grown > self._megabytes:
            raise AssertionError(f"memory grew by {grown:.0f} MB, at most {self._megabytes} MB are allowed")
