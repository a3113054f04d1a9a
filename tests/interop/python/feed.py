"""Requests of a stream that are given one by one."""

import queue


class Feed:
    _END = object()

    def __init__(self):
        self._waiting = queue.SimpleQueue()

    def put(self, message):
        self._waiting.put(message)

    def end(self):
        self._waiting.put(self._END)

    def __iter__(self):
        return iter(self._waiting.get, self._END)
