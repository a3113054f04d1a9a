"""Runs cases one by one, each within a time, and says of each whether it held."""

import signal
import threading
import time
import traceback

CASE_SECONDS = 25
BACKGROUND_SECONDS = 50


class Cases:
    """Cases by name, in the order in which they were written."""

    def __init__(self, suite):
        self._suite = suite
        self._cases = []
        self._background = []
        self._waiting = []

    def case(self, function):
        self._cases.append(function)
        return function

    def background(self, function):
        """A case that mostly waits: it runs beside the others and must be safe for that."""
        self._background.append(function)
        return function

    def begin(self, *arguments):
        """Starts the background cases."""
        self._waiting = [_Beside(function, arguments) for function in self._background]

    def run(self, *arguments, after_each=lambda: None):
        """Number of cases that did not hold."""
        return sum(not self._hold(function, arguments, after_each) for function in self._cases)

    def end(self):
        """Number of background cases that did not hold."""
        return sum(not self._tell(beside.name, beside.fault()) for beside in self._waiting)

    def _hold(self, function, arguments, after_each):
        try:
            with _Within(CASE_SECONDS):
                function(*arguments)
                after_each()
        except Exception as fault:  # pylint: disable=broad-except
            return self._tell(function.__name__, fault)
        return self._tell(function.__name__, None)

    def _tell(self, name, fault):
        if fault is None:
            print(f"ok {self._suite} {name}", flush=True)
            return True
        place = [step for step in traceback.extract_tb(fault.__traceback__) if step.filename.endswith("_cases.py")]
        where = f" (line {place[-1].lineno} of {place[-1].filename.rsplit('/', 1)[-1]})" if place else ""
        why = " ".join(str(fault).split())[:600] or type(fault).__name__
        print(f"FAILED {self._suite} {name}: {why}{where}", flush=True)
        return False


class _Within:
    def __init__(self, seconds):
        self._seconds = seconds

    def __enter__(self):
        signal.signal(signal.SIGALRM, self._over)
        signal.alarm(self._seconds)

    def __exit__(self, *_):
        signal.alarm(0)

    def _over(self, *_):
        raise TimeoutError(f"not done within {self._seconds} s")


class _Beside(threading.Thread):
    def __init__(self, function, arguments):
        super().__init__(daemon=True)
        self.name = function.__name__
        self._work = lambda: function(*arguments)
        self._fault = None
        self._until = time.monotonic() + BACKGROUND_SECONDS
        self.start()

    def run(self):
        try:
            self._work()
        except Exception as fault:  # pylint: disable=broad-except
            self._fault = fault

    def fault(self):
        self.join(max(0, self._until - time.monotonic()))
        return TimeoutError(f"not done within {BACKGROUND_SECONDS} s") if self.is_alive() else self._fault


def equal(actual, expected, what="value"):
    if actual != expected:
        raise AssertionError(f"{what} is {actual!r}, expected {expected!r}")


def holds(condition, why):
    if not condition:
        raise AssertionError(why)


def until(condition, why, seconds=10):
    """Looks again until the condition gives something true, and returns that."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise TimeoutError(f"{why} within {seconds} s")
