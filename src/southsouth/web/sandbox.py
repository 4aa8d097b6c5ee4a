"""Takes the network from a process for good: no query can make it ask anybody.

A filter of system calls (seccomp, Linux) refuses every socket that is yet to be made. It holds for
all threads that begin later and cannot be taken back. Where the system has no such filter, the
caller is told, and has to be stricter itself.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import sys
from typing import Final, NamedTuple

#: <linux/prctl.h>, <linux/seccomp.h>, <linux/filter.h>
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
#: Offsets in struct seccomp_data: the number of the call, the architecture.
_NUMBER, _ARCHITECTURE = 0, 4


class _Machine(NamedTuple):
    """An architecture: AUDIT_ARCH_…, the calls ``socket`` and ``io_uring_setup``."""

    audit: int
    socket: int
    uring: int


_MACHINES: Final = {
    "x86_64": _Machine(0xC000003E, 41, 425),
    "aarch64": _Machine(0xC00000B7, 198, 425),
}
#: On x86-64 numbers from here on are those of another ABI (x32), which would go round the filter.
_FOREIGN_CALLS: Final = 0x40000000


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("jt", ctypes.c_ubyte),
        ("jf", ctypes.c_ubyte),
        ("k", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction)))


def _instructions(machine: _Machine) -> list[tuple[int, int, int, int]]:
    """The filter: (code, jump if true, jump if false, operand); the last two are its answers."""
    return [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 0, 5, machine.audit),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 3, 0, _FOREIGN_CALLS),
        (_EQUAL, 2, 0, machine.socket),
        (_EQUAL, 1, 0, machine.uring),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]


def without_network() -> bool:
    """Take the network from this process; False where that cannot be done here."""
    machine = _MACHINES.get(platform.machine())
    if machine is None or not sys.platform.startswith("linux"):
        return False
    rows = _instructions(machine)
    instructions = (_Instruction * len(rows))(*(_Instruction(*row) for row in rows))
    program = _Program(len(rows), instructions)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    done: int = libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)
    return done == 0
