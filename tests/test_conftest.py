"""The rules of the test run itself: no network, skips that count."""

from __future__ import annotations

import socket

import pytest

from honest_skips import skip_is_failure
from network_block import NetworkBlockedError


def test_a_connection_to_the_outside_is_refused() -> None:
    with socket.socket() as outside, pytest.raises(NetworkBlockedError):
        outside.connect(("192.0.2.1", 80))


def test_a_look_up_of_an_outside_name_is_refused() -> None:
    with pytest.raises(NetworkBlockedError):
        socket.getaddrinfo("example.org", 80)


def test_a_server_on_this_machine_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_a_missing_part_fails_the_test_in_ci_and_skips_it_at_the_desk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "true")
    assert skip_is_failure("needs the shared material")
    assert not skip_is_failure("needs Windows")
    monkeypatch.delenv("CI")
    assert not skip_is_failure("needs the shared material")
