"""English pronouns: which they are, and what they tell of whom they mean."""

from __future__ import annotations

from quoth.sources.words import words

I, WE, YOU, HE, SHE, IT, THEY, THIS, WHO, OTHER = range(1, 11)  # noqa: E741
"""Classes of pronouns; 0 is none."""

_FORMS = {
    I: "i me my mine myself",
    WE: "we us our ours ourselves ourself",
    YOU: "you your yours yourself yourselves",
    HE: "he him his himself",
    SHE: "she her hers herself",
    IT: "it its itself",
    THEY: "they them their theirs themselves themself em",
    THIS: "this that these those",
    WHO: "who whom whose which",
    OTHER: "one ones someone somebody anyone anybody everyone everybody nobody none another other "
    "others something anything everything nothing each both all some any many most few several "
    "either neither such what whoever",
}
PRONOUNS = {form: number for number, forms in _FORMS.items() for form in forms.split()}
PERSONAL = frozenset((I, WE, YOU, HE, SHE, IT, THEY))
REFLEXIVE = frozenset(form for form in PRONOUNS if form.endswith(("self", "selves")))
PLURAL = words("these those both all others many most few several ones") | frozenset(
    form for form, number in PRONOUNS.items() if number in (WE, THEY)
)
