"""What the choice of a cue does with its content: words that vouch for it or hold it off.

Each word rests on a list or study that names its kind; single words, no list is copied:

- Kiparsky & Kiparsky 1970: factive predicates presuppose their complement.
- Karttunen 1971, Hooper 1975: semifactives (*find out*, *see*, *notice*) do so where asserted.
- Hooper 1975: assertives, weak and strong, leave it open.
- Karttunen 1971: implicatives (*manage*, *fail*), which decide on their complement.
- Thompson & Ye 1991: reporting verbs by which a writer shows another's word as true.
- Hyland 2005: boosters and hedges.
- Recasens, Danescu-Niculescu-Mizil & Jurafsky 2013: assertives that cast doubt or vouch.
"""

from __future__ import annotations

from quoth.details.cues.lists import entries
from quoth.details.cues.lists import words as listed
from quoth.records import Stance

KIPARSKY = "Kiparsky & Kiparsky 1970, factive"
EMOTIVE = "Kiparsky & Kiparsky 1970, emotive factive"
SEMIFACTIVE = "Hooper 1975, semifactive"
ASSERTIVE = "Hooper 1975, assertive"
WEAK = "Hooper 1975, weak assertive"
VERIDICAL = "Thompson & Ye 1991, factive"
BOOSTER = "Hyland 2005, booster"
HEDGE = "Hyland 2005, hedge"
BIAS = "Recasens et al. 2013, assertive"
OWN = "Quoth's own list"

_LISTS: tuple[tuple[str, Stance, str], ...] = (
    (KIPARSKY, "endorses", """
        regret, grasp, comprehend, bear in mind, ignore, overlook, disregard, forget, make
        clear, be clear, be plain, be evident, be obvious, obvious, evident, be apparent, make
        plain, go without saying, aware, unaware, conscious, mindful, understand, awareness,
        understanding, know, knowledge, make known"""),
    (EMOTIVE, "endorses", """
        resent, deplore, proud, happy, glad, pleased, delighted, thrilled, sad, upset, angry,
        furious, livid, incensed, outraged, annoyed, irritated, disappointed, dismayed,
        surprised, amazed, astonished, shocked, stunned, embarrassed, ashamed, relieved, sorry,
        amused, frustrated, be sorry, anger, amuse, annoy, irritate, surprise, shock, infuriate,
        dismay, rue, horrify, offended, appalled, disgusted"""),
    (SEMIFACTIVE, "endorses", """
        discover, realize, realise, find out, find, notice, observe, recall, remember, reveal,
        revelation, learn, note, recollect, realization, realisation, reminisce, recollection,
        discovery"""),
    (VERIDICAL, "endorses", """
        acknowledge, recognize, recognise, recognition, acknowledgment, acknowledgement, show,
        demonstrate, prove, establish, identify, substantiate, proof, demonstration, disclose,
        disclosure, divulge, expose, unmask, confirm, verify, corroborate, confirmation,
        corroboration, verification, validate, authenticate, bear out, highlight, illustrate,
        explain, explanation, remind, reminder, uncover, unearth, reconfirm, spotlight, throw
        light on, shed light on, shine light on, bring to light, bring home, lay bare,
        underscore, underline, evidence, bear witness, exemplify, let slip"""),
    (ASSERTIVE, "endorses", """
        admit, confess, concede, grant, own, admission, confession, concession, accept, own up,
        fess up, come clean, make no secret of, make little secret of, make no bones about, hold
        hand up, be forced to concede, plead guilty"""),
    (BIAS, "endorses", "point out"),
    (BOOSTER, "endorses", """
        be no doubt, be no question, leave little doubt, leave no doubt, sure look like, make
        evident, be bound to"""),
    (BIAS, "distances", """
        claim, allege, allegation, pretend, purport, profess"""),
    (HEDGE, "distances", "so-called, so called"),
    (OWN, "distances", """
        boast, brag, overstate, exaggerate, misstate, gloat, crow, lie, pretence, pretense,
        insinuate, insinuation, innuendo, fantasise, fantasize, delusion, myth, smear, spin,
        would have believe, falsehood, fabricate, misrepresent, mislead, fantasy, rumour, rumor,
        make believe, conspiracy theory, self-described, self-proclaimed"""),
    (WEAK, "neutral", """
        think, believe, suppose, expect, imagine, guess, seem, appear, figure, belief, certain,
        sure, feel, reckon, assume, doubt"""),
    (ASSERTIVE, "neutral", """
        say, affirm, answer, argue, assert, assure, certify, charge, contend, declare,
        emphasize, emphasise, guarantee, hint, hypothesize, imply, indicate, insist, intimate,
        maintain, mention, predict, prophesy, postulate, remark, reply, report, state, suggest,
        swear, testify, theorize, theorise, vow, write, tell, agree, calculate, decide, deduce,
        estimate, hope, presume, surmise, suspect, announce, claim responsibility, deny, warn,
        statement, assertion, argument, suggestion"""),
)  # fmt: skip

STANCES: dict[str, tuple[Stance, str]] = {}
"""Entry to its stance and the list it rests on."""
for _basis, _stance, _entries in _LISTS:
    for _entry in entries(_entries):
        STANCES.setdefault(_entry, (_stance, _basis))

_ADVERBS: tuple[tuple[str, Stance, str], ...] = (
    (BOOSTER, "endorses", """
        rightly correctly accurately truthfully justly aptly astutely rightfully"""),
    (HEDGE, "distances", """
        allegedly reportedly supposedly purportedly ostensibly seemingly apparently reputedly
        alleged supposed purported so-called"""),
    (OWN, "distances", """
        falsely wrongly mistakenly erroneously incorrectly inaccurately wrongfully misleadingly
        baselessly untruthfully dishonestly disingenuously dubiously implausibly speciously
        false untrue mistaken erroneous baseless unfounded unproven dubious"""),
)  # fmt: skip
ADVERBS: dict[str, tuple[Stance, str]] = {
    word: (stance, basis) for basis, stance, adverbs in _ADVERBS for word in listed(adverbs)
}
"""Adverbs, and adjectives, that turn any cue they stand in."""
