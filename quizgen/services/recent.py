"""The values used last, kept in memory under names that follow from their content."""

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

Name = TypeVar("Name")
Value = TypeVar("Value")


class Recent(Generic[Name, Value]):
    """At most ``size`` values; the one that was not used for longest goes first. Safe between threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._values: OrderedDict[Name, Value] = OrderedDict()

    def get(self, name: Name) -> Value | None:
        """Return the value, or None when it is not kept."""
        with self._lock:
            if name in self._values:
                self._values.move_to_end(name)
            return self._values.get(name)

    def put(self, name: Name, value: Value) -> None:
        """Keep a value."""
        with self._lock:
            self._values[name] = value
            self._values.move_to_end(name)
            while len(self._values) > self._size:
                self._values.popitem(last=False)
