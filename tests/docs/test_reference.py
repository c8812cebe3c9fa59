"""Everything a user can reach is documented, and generated pages have not drifted."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
REFERENCE = CHECKOUT / "docs" / "reference"
PAGES = ("code-lists.md", "commands.md", "modules.md", "shapes.md", "terms.md")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The program that writes the generated pages."""
    spec = importlib.util.spec_from_file_location("reference_build", REFERENCE / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_has_not_drifted(name: str, build: ModuleType) -> None:
    written = (REFERENCE / name).read_text(encoding="utf-8")
    assert written == build.PAGES[name]().rstrip() + "\n", "run `make docs`"


def test_the_list_of_generated_pages_is_complete(build: ModuleType) -> None:
    assert set(build.PAGES) == set(PAGES)


def test_every_command_and_option_has_help(build: ModuleType) -> None:
    silent = []
    for context in build.iter_commands():
        if not context.command.help:
            silent.append(context.command_path)
        silent += [
            f"{context.command_path} {option.opts[0]}"
            for option in context.command.params
            if option.param_type_name == "option" and not option.help and not option.hidden
        ]
    assert not silent


def documented(page: str, pattern: str) -> set[str]:
    return set(re.findall(pattern, (REFERENCE / page).read_text(encoding="utf-8"), re.M))


def test_every_data_file_is_documented() -> None:
    folder = CHECKOUT / "src" / "ungraph" / "data"
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    files = {name for name in files if name.endswith((".csv", ".json"))}
    assert documented("data.md", r"^\| `([^`]+)` \|") == files


@pytest.mark.parametrize("step", ["readers", "matchers", "linking", "extractors", "writers"])
def test_every_module_of_a_step_is_documented(step: str) -> None:
    folder = CHECKOUT / "src" / "ungraph" / step
    page = (REFERENCE / "modules.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {step}\n")[2].partition("\n## ")[0]
    names = {p.relative_to(folder).with_suffix("").as_posix() for p in folder.rglob("*.py")}
    names = {name for name in names if not name.endswith("__init__")}
    assert set(re.findall(r"^- `([^`]+)`: \S", section, re.M)) == names


def test_every_setting_is_documented() -> None:
    files = [CHECKOUT / "src/ungraph/settings.py", *(CHECKOUT / "src/ungraph/cli").glob("*.py")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"UNGRAPH_\w+", page)) == set(re.findall(r"UNGRAPH_\w+", source))


def test_every_error_is_documented() -> None:
    from ungraph import errors

    assert documented("errors.md", r"^\| `(\w+)` \|") == set(errors.__all__)


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [CHECKOUT / "README.md", *(CHECKOUT / "docs").rglob("*.md")]
    dead = []
    for page in pages:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                dead.append(f"{page.relative_to(CHECKOUT)}: {target}")
    assert not dead
