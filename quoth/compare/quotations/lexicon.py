"""Words that turn, loosen or bind what is said, by what they do to it; lists of our own."""

from __future__ import annotations

from quoth.sources.words import words

NEGATIONS = words(
    "not no never none nobody nothing nowhere neither nor without hardly barely scarcely"
    " rarely seldom"
)
PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis")
NO_OPPOSITES = words(
    "intense infamous invaluable indifferent inflammable indeed immediate impassive discover"
    " disclose discharge dispose displace discount discourse dispatch dissolve distill disuse"
    " missing instill invest inform involve"
)
OPINIONS = words(
    "think believe say claim suppose suggest imagine expect know agree accept"
    " true case fact sure certain"
)
"""What, when it is negated before a clause, negates the clause: *I do not think that*."""

POSSIBLE = words(
    "may might could can perhaps maybe possibly possible possibility likely probably probable"
    " potentially potential apparently reportedly allegedly supposedly seemingly seem appear"
    " unlikely conceivably presumably able"
)
EXPECTED = words("will would going gonna shall")
BINDING = words("must need require should ought suppose oblige obligation")
WEAK = words("should ought suppose")
SAYING = words("say tell admit confess add ask wonder")
"""Behind *have to* these bind nobody: *I have to say*."""
SURE = words("certainly definitely surely undoubtedly inevitably necessarily guarantee guaranteed")
HEDGES = words("think believe guess suppose feel reckon suspect fear hope imagine expect")
"""With *I* or *we* before it and a clause behind, how sure the speaker is."""

CONDITIONS = words("if unless provided providing assuming until till once except")
CONDITION_PHRASES = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("in", "case"),
    ("on", "condition"),
    ("only", "when"),
    ("subject", "to"),
    ("in", "the", "event"),
    ("depend", "on"),
    ("on", "the", "basis"),
    ("in", "return", "for"),
    ("in", "exchange", "for"),
)
NO_CONDITION = (
    ("as", "if"),
    ("even", "if"),
    ("what", "if"),
    ("if", "you", "will"),
    ("if", "you", "like"),
    ("if", "you", "want"),
    ("once", "again"),
    ("once", "more"),
    ("at", "once"),
    ("if", "anything"),
    ("if", "not"),
    ("wonder", "if"),
    ("ask", "if"),
    ("know", "if"),
    ("see", "if"),
)

PRONOUNS = words(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his"
    " himself she her hers herself they them their theirs themselves it its itself one"
)
POINTING = words(
    "this that these those here there now then today yesterday tomorrow ago before next last"
    " previous following day tonight night the earlier later"
)
"""What shifts with persons and tenses between marks and indirect speech."""
JOINERS = words("that to whether if and he she they it")
BE_HAVE = words("be is am are was were been being 's has have had do does did would will 'd")

SCALES = words(
    "hundred thousand million billion trillion dozen hundreds thousands millions billions"
    " trillions dozens half halves third thirds quarter quarters double triple twice thrice"
    " percent first second fourth fifth sixth seventh eighth ninth tenth decade decades century"
    " couple"
)
FILLERS = words(
    "well so look now you know i mean oh yes yeah like kind sort of just that very really actually"
    " frankly basically honestly literally simply course okay and but listen see right anyway"
)
"""What speech is full of and print may drop or add without a change of sense."""
FUNCTION = (
    PRONOUNS
    | POINTING
    | JOINERS
    | CONDITIONS
    | NEGATIONS
    | FILLERS
    | BE_HAVE
    | words(
        "a an the when while since because after before although though as at by for from in of on"
        " with so or yet what who which where why how whose all any both each every few many more"
        " most other some such than too only own same can shall may must should could might also"
        " however once perhaps maybe under over into about against during"
    )
)
"""What a capital at the head of a sentence makes no name of."""
