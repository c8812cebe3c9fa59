"""The command line as a whole: help, exit codes, closed pipes, interruption, defects."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ungraph.cli.app import COMMANDS

COMMAND = (sys.executable, "-m", "ungraph")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help(shell, name: str) -> None:
    ran = shell(name, "--help")
    assert ran.code == 0
    assert f"Usage: ungraph {name}" in ran.out
    assert len(ran.out.splitlines()) > 5


def test_the_list_of_commands_says_what_they_do(shell) -> None:
    out = shell("--help").out
    for name, (_, line) in COMMANDS.items():
        assert name in out
        assert line in out
    assert "Exit codes: 0 done and conforms" in out


def test_the_version_is_told(shell) -> None:
    assert shell("--version").out.startswith("ungraph 0.")


def test_a_wrong_word_is_wrong_usage(shell) -> None:
    ran = shell("bild")
    assert ran.code == 2
    assert "No such command 'bild'" in ran.err


def test_a_reader_that_leaves_is_no_error(graph_file: Path) -> None:
    command = subprocess.Popen(
        [*COMMAND, "export", str(graph_file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.close()
    assert command.stderr.read() == b""
    command.stderr.close()
    assert command.wait() == 128 + signal.SIGPIPE


def test_a_full_disk_is_told(shell, graph_file: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    ran = shell("export", graph_file, "-f", "nquads", "-o", "/dev/full")
    assert ran.code == 4
    assert ran.err.startswith("ungraph: could not write in /dev/full: No space left on device")


def test_a_full_standard_output_is_told(graph_file: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [*COMMAND, "export", str(graph_file)], stdout=full, stderr=subprocess.PIPE
        )
    assert ran.returncode == 4
    assert b"could not write in standard output: No space left on device" in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_a_defect_is_one_line() -> None:
    program = (
        "import sys, ungraph.cli.app as app\n"
        "def broken(*a, **k): raise KeyError('odd')\n"
        "app.app.main = broken\nsys.argv = ['ungraph']\napp.main()\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.returncode == 3
    assert ran.stderr.count("\n") == 1
    assert ran.stderr.startswith("ungraph: defect: KeyError: 'odd'. Please report it")


def wait_for_reader(fifo: Path) -> int:
    """The writing end, once the command waits for words at the other."""
    for _ in range(400):
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
    pytest.fail("the command did not open its input")


def test_ctrl_c_is_clean(tmp_path: Path) -> None:
    fifo = tmp_path / "slow.txt"
    os.mkfifo(fifo)
    target = tmp_path / "out.nq"
    command = subprocess.Popen(
        [*COMMAND, "build", str(fifo), "-o", str(target)], stderr=subprocess.PIPE, text=True
    )
    writer = wait_for_reader(fifo)
    command.send_signal(signal.SIGINT)
    told = command.communicate(timeout=20)[1]
    os.close(writer)
    assert command.wait() == 130
    assert told.strip() == "ungraph: interrupted; nothing was left half written"
    assert [path.name for path in tmp_path.iterdir()] == ["slow.txt"]
