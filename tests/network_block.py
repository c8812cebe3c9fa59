"""No test reaches the network: only this machine answers."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import pytest

__all__ = ["NetworkBlockedError", "block_network"]


class NetworkBlockedError(RuntimeError):
    """A test tried to leave this machine."""


def _is_local(address: object) -> bool:
    if isinstance(address, str | bytes):
        return True  # a Unix socket
    host = address[0] if isinstance(address, tuple) and address else None
    if host in ("localhost", "", None):
        return True
    try:
        return ipaddress.ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


def block_network(patch: pytest.MonkeyPatch) -> None:
    """Let *patch* refuse connections and look-ups that leave this machine."""

    def guard(name: str) -> None:
        real = getattr(socket.socket, name)

        def connect(self: socket.socket, address: Any) -> Any:
            if not _is_local(address):
                raise NetworkBlockedError(f"tests have no network: connection to {address!r}")
            return real(self, address)

        patch.setattr(socket.socket, name, connect)

    guard("connect")
    guard("connect_ex")
    look_up = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **options: Any) -> Any:
        if not _is_local((host,)):
            raise NetworkBlockedError(f"tests have no network: look-up of {host!r}")
        return look_up(host, *args, **options)

    patch.setattr(socket, "getaddrinfo", getaddrinfo)
