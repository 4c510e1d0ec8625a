"""Run something that may hang, and go on without it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def in_background(work: Callable[[], T], *, name: str) -> Future[T]:
    """Start ``work`` in a thread that, unlike those of an executor, does not keep the interpreter from ending."""
    future: Future[T] = Future()
    Thread(target=_run, args=(work, future), name=name, daemon=True).start()
    return future


def within(seconds: float, work: Callable[[], T], *, name: str) -> T:
    """The result of ``work``.

    Raises:
        concurrent.futures.TimeoutError: It is not there in time. The thread is left to itself.
    """
    return in_background(work, name=name).result(timeout=seconds)


class Worker:
    """One thread that does one thing after the other, for what keeps its caches by thread; never delays the exit."""

    def __init__(self, *, name: str) -> None:
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        Thread(target=_work, args=(self._queue,), name=name, daemon=True).start()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Do ``work`` when all that came before is done."""
        future: Future[T] = Future()
        self._queue.put(lambda: _run(work, future))
        return future

    def stop(self) -> None:
        """End the thread, after what was submitted."""
        self._queue.put(None)


def _work(queue: SimpleQueue[Callable[[], None] | None]) -> None:
    while (task := queue.get()) is not None:
        task()


def _run(work: Callable[[], T], future: Future[T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = work()
    except BaseException as error:  # A panic in Rust is no Exception, and must reach whoever waits.
        future.set_exception(error)
    else:
        future.set_result(result)
