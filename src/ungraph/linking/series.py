"""Which organs have series of symbols for numbers of which form; slugs of ``data/bodies.csv``."""

from __future__ import annotations

from ungraph.identifiers.resolution import NumberForm

__all__ = ["ALONE", "BY_FORM", "FORMS_OF", "HEAD_ORGANS"]

HEAD_ORGANS = {
    "council": ("sc", "ecosoc", "hrc", "tc"),
    "commission": ("chr",),
    "assembly": ("ga", "unea"),
    "sub-commission": ("subcom",),
}
BY_FORM = {
    NumberForm.DATED: ("sc",),
    NumberForm.ROMAN: ("ga", "ecosoc", "chr"),
    NumberForm.SPECIAL: ("ga", "hrc"),
    NumberForm.SESSION: ("ga", "hrc"),
    NumberForm.YEARLY: ("ecosoc", "chr"),
    NumberForm.BARE: (),
}
FORMS_OF = frozenset({"ga", "sc", "ecosoc", "hrc", "chr", "subcom", "unea", "tc", "escap"})
# Organs whose numbers are told by form and date alone; the others need a word beside them.
ALONE = {
    NumberForm.ROMAN: ("ga", "ecosoc"),
    NumberForm.SPECIAL: ("ga", "hrc"),
    NumberForm.SESSION: ("ga", "hrc", "unea"),
}
