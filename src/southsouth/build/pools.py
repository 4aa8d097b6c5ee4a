"""Processes that work for this one."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor


def processes() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spawned_pool(jobs: int) -> ProcessPoolExecutor:
    """``jobs`` processes that end with this one, even where it is killed."""
    # spawned, not forked: the store's engine and the progress bar run threads in this process
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=spawn, initializer=end_with_parent)


def end_with_parent() -> None:
    """End this process when the one that started it has ended: one that was killed cannot tell."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
