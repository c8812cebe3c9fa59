"""Shapes → checks: functions that tell whether a node certainly conforms to a shape.

Only SHACL's plain constraints are known, on paths of one step. A check that says no means that an
engine must look; a shape without a check asks for something that is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import Literal, Node, URIRef

from ungraph.model.report import Finding, Severity
from ungraph.validation.statements import Statements
from ungraph.validation.terms import Test, make_test, number_of, to_term

__all__ = ["Check", "Compiler", "PropertyCheck"]

Check = Callable[[Statements, str], bool]
Values = Mapping[str, None]
SetCheck = Callable[[Statements, str, Values], bool]

_NO_VALUES: Values = {}
_REMEMBERED_TERMS = 512
_IGNORED = {
    *(SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf),
    *(SH.severity, SH.message, SH.name, SH.description, SH.order, SH.group, SH.path),
}
_OF_ALL_VALUES = {SH.minCount, SH.maxCount, SH.hasValue, SH.uniqueLang, SH.lessThan}
_SEVERITIES: dict[Node, Severity] = {SH[str(severity)]: severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class PropertyCheck:
    """A property shape: what it asks of the values at *path*, together and one by one.

    *missing* is its only finding where there is no value at all and it asks for one; *optional*
    says that it asks for nothing there.
    """

    path: str
    least: int
    most: int | None
    together: tuple[SetCheck, ...]
    test: Test | None
    each: Check | None
    missing: Finding | None
    optional: bool

    def holds(self, data: Statements, focus: str, values: Values) -> bool:
        """Whether the *values* of *focus* certainly meet it."""
        count = len(values)
        if count < self.least or (self.most is not None and count > self.most):
            return False
        for check in self.together:
            if not check(data, focus, values):
                return False
        for value in values:
            if self.test is not None and not self.test(value):
                return False
            if self.each is not None and not self.each(data, value):
                return False
        return True

    def check(self, data: Statements, focus: str) -> bool:
        """The same as a check of *focus*."""
        return self.holds(data, focus, data.values(focus, self.path))


class Compiler:
    """Makes the checks of one shapes graph."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self._graph = graph
        self._known: dict[Node, Check | None] = {}

    def property(self, node: Node) -> PropertyCheck | None:
        """The check of a property shape."""
        path = self._graph.value(node, SH.path)
        least, most = self._count(node, SH.minCount, 0), self._count(node, SH.maxCount, None)
        parameters = self._parameters(node, None)
        if not isinstance(path, URIRef) or least is None or -1 in (least, most) or not parameters:
            return None
        tests, checks = parameters
        together = tuple(self._together(node))
        return PropertyCheck(
            path=to_term(path),
            least=least,
            most=most,
            together=together,
            test=_remembering(tests) if tests else None,
            each=all_of(checks),
            missing=self._missing(node, str(path)) if least else None,
            optional=not least and not together,
        )

    def constraints(self, node: Node, *, leave: Node | None = None) -> list[Check] | None:
        """What a shape asks of each value node, except by the parameter *leave*."""
        parameters = self._parameters(node, leave)
        if parameters is None:
            return None
        tests, checks = parameters
        if not tests:
            return checks
        test = _remembering(tests)
        return [lambda data, node: test(node), *checks]

    def _parameters(self, node: Node, leave: Node | None) -> tuple[list[Test], list[Check]] | None:
        """The same, what a term meets by itself apart."""
        graph = self._graph
        has_path = graph.value(node, SH.path) is not None
        tests: list[Test] = []
        checks: list[Check] = []
        for predicate, value in sorted(graph.predicate_objects(node), key=str):
            if (
                not str(predicate).startswith(str(SH))
                or predicate in _IGNORED
                or predicate == leave
                or (has_path and predicate in _OF_ALL_VALUES)
            ):
                continue
            test = make_test(predicate, value)
            check = None if test else self._constraint(predicate, value)
            if test is not None:
                tests.append(test)
            elif check is not None:
                checks.append(check)
            else:
                return None
        return tests, checks

    def shape(self, node: Node) -> Check | None:
        """The check of a shape of either kind, made once; None for one that refers to itself."""
        if node not in self._known:
            self._known[node] = None
            if self._graph.value(node, SH.path) is not None:
                of_property = self.property(node)
                self._known[node] = of_property.check if of_property else None
            else:
                found = self.constraints(node)
                self._known[node] = None if found is None else all_of(found) or _pass
        return self._known[node]

    def _constraint(self, predicate: Node, value: Node) -> Check | None:
        if predicate == SH["class"]:
            class_ = to_term(value)
            return lambda data, node: data.is_a(node, class_)
        if predicate == SH["in"]:
            terms = frozenset(map(to_term, Collection(self._graph, value)))
            return lambda data, node: node in terms
        if predicate in (SH.node, SH.property):
            return self.shape(value)
        if predicate in (SH["or"], SH["and"]):
            found = [self.shape(member) for member in Collection(self._graph, value)]
            checks = [check for check in found if check is not None]
            combine = any if predicate == SH["or"] else all
            if len(checks) == len(found):
                return lambda data, node: combine(check(data, node) for check in checks)
        return None

    def _together(self, node: Node) -> Iterable[SetCheck]:
        """What a property shape asks of all values together, besides their number."""
        for value in self._graph.objects(node, SH.hasValue):
            yield _has(to_term(value))
        if self._graph.value(node, SH.uniqueLang) is not None:
            yield lambda data, focus, values: _has_unique_languages(values)
        for other in self._graph.objects(node, SH.lessThan):
            yield _below(to_term(other))

    def _missing(self, node: Node, path: str) -> Finding | None:
        severity = _SEVERITIES.get(self._graph.value(node, SH.severity) or SH.Violation)
        messages = list(self._graph.objects(node, SH.message))
        alone = self._graph.value(node, SH.hasValue) is None and isinstance(node, URIRef)
        if not alone or severity is None or len(messages) != 1:
            return None
        return Finding("", path, None, severity, str(node), str(messages[0]))

    def _count(self, node: Node, predicate: Node, default: int | None) -> int | None:
        """The number that a shape states; -1 for what is no number."""
        found = list(self._graph.objects(node, predicate))
        if not found:
            return default
        value = found[0].value if isinstance(found[0], Literal) else None
        return value if len(found) == 1 and isinstance(value, int) else -1


def all_of(checks: list[Check]) -> Check | None:
    """One check for several; None for none."""
    if len(checks) < 2:
        return checks[0] if checks else None
    return lambda data, node: all(check(data, node) for check in checks)


def _remembering(tests: list[Test]) -> Test:
    """All tests of a term; the same few terms come again and again."""
    if len(tests) == 1:
        return lru_cache(maxsize=_REMEMBERED_TERMS)(tests[0])
    return lru_cache(maxsize=_REMEMBERED_TERMS)(lambda term: all(test(term) for test in tests))


def _has(wanted: str) -> SetCheck:
    return lambda data, focus, values: wanted in values


def _below(other: str) -> SetCheck:
    """Whether every value is below every value of *other*."""

    def check(data: Statements, focus: str, values: Values) -> bool:
        lower, upper = map(number_of, values), list(map(number_of, data.values(focus, other)))
        return all(a is not None and b is not None and a < b for a in lower for b in upper)

    return check


def _has_unique_languages(values: Values) -> bool:
    tags = [value.rpartition('"')[2].lower() for value in values if value.startswith('"')]
    named = [tag for tag in tags if tag.startswith("@")]
    return len(named) == len(set(named))


def _pass(data: Statements, node: str) -> bool:
    return True
