"""A scan → the same PDF with a text layer, by OCRmyPDF (and Tesseract) where installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from ungraph.errors import DocumentError, MissingExtraError

__all__ = ["add_text_layer"]

_SECONDS = 600
_LANGUAGES = "eng+fra+spa+rus+ara+chi_sim"


def add_text_layer(data: bytes, name: str) -> bytes:
    """*data* with recognized words under its images.

    Raises MissingExtraError when OCRmyPDF or Tesseract is missing, DocumentError when they fail.
    """
    beside = Path(sys.executable).with_name("ocrmypdf")
    program = str(beside) if beside.exists() else shutil.which("ocrmypdf")
    if program is None or shutil.which("tesseract") is None:
        raise MissingExtraError(
            "a scan without a text layer",
            where=name,
            why="the pages hold images and no words",
            advice="Install the extra ungraph[ocr] (OCRmyPDF) and the system's tesseract, "
            "or give a file with text",
        )
    command = [program, "--skip-text", "--quiet", "--output-type", "pdf", "-", "-"]
    try:
        done = subprocess.run(  # fixed program, no shell, data on standard input
            [*command[:-2], "-l", _installed_languages(), *command[-2:]],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DocumentError(
            "recognition took too long", where=name, why=f"more than {_SECONDS} seconds"
        ) from None
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DocumentError("recognition failed", where=name, why=told[-1] if told else "no output")
    return done.stdout


def _installed_languages() -> str:
    """Those of the six official languages that Tesseract has data for, English if none."""
    program = shutil.which("tesseract")
    if program is None:
        return "eng"
    listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=30, check=False)
    installed = listed.stdout.decode("utf-8", "replace").split()
    return "+".join(code for code in _LANGUAGES.split("+") if code in installed) or "eng"
