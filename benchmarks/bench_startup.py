"""How long ``ungraph --help`` and ``import ungraph`` take: median and worst of ten, in seconds."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

LIMIT_SECONDS = 0.3
RUNS = 10


def seconds_of(command: list[str]) -> list[float]:
    """Wall time of *command*, several times, after one run that fills the caches."""
    subprocess.run(command, check=True, capture_output=True)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return times


def main() -> int:
    """Print the table; the exit code is 1 when the help is slower than its limit."""
    program = str(Path(sys.executable).parent / "ungraph")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "import ungraph": [sys.executable, "-c", "import ungraph"],
        "ungraph --help": [program, "--help"],
    }
    medians = {}
    print(f"{'command':<16} {'median':>8} {'worst':>8}")
    for name, command in commands.items():
        times = seconds_of(command)
        medians[name] = statistics.median(times)
        print(f"{name:<16} {medians[name]:>8.3f} {max(times):>8.3f}")
    return int(medians["ungraph --help"] > LIMIT_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
