"""What an address of a service says: whether it is on this machine, and how it is shown."""

from __future__ import annotations

import re

_LOOPBACK = re.compile(r"https?://(?:[^/@]*@)?(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)(?:[:/]|$)")
_WHO = re.compile(r"//[^/@]*@")


def is_loopback(url: str) -> bool:
    return bool(_LOOPBACK.match(url))


def without_password(url: str) -> str:
    """Without the name and password that an address may have in it."""
    return _WHO.sub("//", url)
