"""How near two words are, and whether they are contraries: WordNet's word, and lists of our own.

The lists were chosen by us from the verbs and adjectives of news; none of them depends on who
speaks. Words that tell of one event from its two ends (*buy*, *sell*) are no contraries.
"""

from __future__ import annotations

from functools import lru_cache

from quoth.compare.claims.page import lemma_of
from quoth.compare.claims.senses import apart, contrary, first_senses, nearness
from quoth.details.cues.lists import words as listed

AXIS, CONTRARY, QUALITY, GROUP, SPLIT = 0.8, 0.85, 0.75, 0.75, 0.95
"""What words are worth to one another: on one axis, contraries, on two sides of one quality, of one
group, and one word with and without its particle parted (*lockout*, *locked out*)."""
_LOOSE = 0.8
"""What nearness is worth between verbs whose particles are left out."""
_UNDOING = ("un", "in", "im", "ir", "il", "dis", "non")

_AXES = """
work run function operate intact whole sound unbroken undamaged repair hold sturdy ready
order | fail break broken break_down faulty crack damage defect fault trouble jam stall
collapse burst wreck ruin destroy rupture leak malfunction breakdown tamper; seal sealed
shut close closed lock locked fasten | open unsealed tear gape ajar unlock unlocked break;
light lit bright shine glow illuminate lamp | dark unlit blackout darkness; on switch_on
turn_on | off switch_off turn_off out disarm; arm | disarm unarmed; alive live living
survive breathe | dead die death perish lifeless; healthy well fit recover unhurt unharmed
unscathed uninjured sound | sick ill disease diseased hurt injure injured wound ail infect
rot rotten; enough plenty ample full sufficient abundant stock | empty lack short shortage
run_out scarce want exhaust; punctual prompt early time | late delay overdue behind tardy;
genuine real authentic original | fake copy forge forged forgery counterfeit replica bogus
fabricate; keep return retain recover find found preserve | lose lost miss missing steal
stolen vanish disappear; innocent acquit exonerate clear blameless | guilty convict culpable
responsible blame; safe clean pure harmless drinkable untainted | poison poisonous
contaminate pollute polluted dirty toxic taint unsafe arsenic lead foul; rest rested fresh
sleep slept | tired weary exhausted overworked; awake alert vigilant | sleep asleep doze nap
slept; sober | drunk intoxicated tipsy; inside within in | outside beyond; before earlier
early | after later late; above over | below under beneath; north | south; east | west; left
| right; up | down; calm peaceful quiet still orderly | riot violent storm rage blow unrest;
win victory victorious | lose defeat; rise grow increase climb up soar gain | fall drop
decrease shrink decline sink slump; agree consent accept approve sign | refuse reject object
oppose decline; allow permit authorise legal lawful licence | forbid ban prohibit illegal
unlawful unauthorised; arrive come reach enter attend present | leave miss absent stay_away;
stay remain | leave flee quit go escape depart; free release loose | captive arrest detain
jail imprison hold prisoner capture; voluntary willing freely | force forced compel coerce;
hire employ appoint recruit | dismiss sack fire redundant; build erect | demolish raze
tear_down; first | last; start begin open launch | stop end halt cease close; public open
published | secret hidden conceal hide; true correct accurate right | false untrue wrong
incorrect inaccurate invent lie; fair honest proper regular clean | rig unfair fraud cheat
irregular dishonest bribe; correct right deserved | gift undeserved wrong mistaken; warm hot
heat | cold frost freeze ice; wet flood rain damp drip leak seep moisture | dry drought;
loaded | unloaded; legal valid | void invalid; visible clear | fog hidden; near close | far
distant; same identical | different; strong | weak; high | low; large big | small; rich |
poor; guilty | innocent; praise | condemn; friend ally | enemy foe; buried | dug_up; full |
empty half-empty; fresh good sound fine well proper | rotten bad spoiled stale foul wrong
poor; prompt immediately once | wait delay late; new | old worn; pass | fail; answer reply |
ignore silent; inform tell warn notify | unaware ignorant; cool | warm hot; crowded | empty
deserted; nearby present there | away abroad absent elsewhere; natural accident accidental |
deliberate murder arson sabotage lay; single alone | together
"""
"""States, parted by semicolons: on the two sides of a bar stand words that exclude each other."""
_CONVERSE = listed(
    "ask answer borrow bring buy come export give go import learn lend receive sell send take teach"
)
_GROUPS = """
call ring phone telephone dial; strike hit beat punch slap assault knock kick; shoot fire
shot gunfire shell; plant place lay put set; kill murder slay; company firm business
employer works; vessel ship boat craft; burn fire torch arson ignite blaze alight; pay bribe
money cash buy bought coin; give hand distribute issue deliver; use inject swallow dope
take; attack bomb bombing blast explosion assault raid; throw hurl toss fling; dismiss sack
redundant let; warn warning alert; meet see encounter; vote ballot; steal theft rob; police
officer constable; soldier troop army man; doctor physician surgeon; worker employee staff
labourer; child kid boy girl pupil; house home hut cottage; crowd protester demonstrator
marcher; cut slash reduce fell; mislead deceive lie; order command instruct tell; guard
sentry; flee escape run; arrest detain seize capture prisoner; injure hurt wound; leave quit
depart go; arrive come reach; deliver supply send bring delivery; eat drink consume; truck
lorry; car vehicle; plane aircraft jet; border frontier; village town; herd cattle cow;
check inspect inspection examine test; sign signature agree; letter note message; part role
hand involve involvement do; behind responsible blame carry_out commit perpetrate
responsibility; buy sell sale; change replace;
ill sick; oak tree; paper exam question; seal open; sleep asleep; wait hold; ice icy de-ice;
lead poison arsenic; knock beat; loot plunder; vanish disappear; hire employ; resign quit
step_down; strike walkout; crash collide collision; sink founder; flood water; hospital
clinic; school classroom; jail prison; court judge trial; gun weapon rifle pistol; know
aware knowledge; pay fund finance; spill leak escape flow run; rise increase; promise pledge
vow; order buy; visit come call; build construct; forge copy fake; watch see witness; speak
talk tell say
"""
"""Words that news uses for one another, groups parted by semicolons."""


def _sides_of() -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for n, line in enumerate(_AXES.split(";")):
        for side, words in zip((1, -1), line.split("|"), strict=False):
            for word in words.split():
                found.setdefault(word, {})[n] = side
    return found


def _groups_of() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for n, line in enumerate(_GROUPS.split(";")):
        for word in line.split():
            found.setdefault(word, set()).add(n)
    return found


_SIDES, _GROUPED = _sides_of(), _groups_of()


@lru_cache(maxsize=200_000)
def alike(one: str, other: str) -> tuple[float, bool]:
    """How near two words are, from 0 to 1, and whether they are contraries.

    Both in dictionary form, a verb's particle behind an underscore.
    """
    if one == other:
        return 1.0, False
    if one.replace("_", "") == other.replace("_", ""):
        return SPLIT, False
    if _undone(one, other) or _undone(other, one):
        return CONTRARY, True
    bare = one.split("_")[0], other.split("_")[0]
    for pair in sorted({(one, other), bare, (one, bare[1]), (bare[0], other)}):
        side = _sides(*pair)
        if side:
            return AXIS, side < 0
    if contrary(one, other) and not {one, other} & _CONVERSE:
        return CONTRARY, True
    if apart(one, other):
        return QUALITY, True
    best = nearness(one, other)
    if bare != (one, other):
        best = max(best, _LOOSE * nearness(*bare))
    shared = _groups(one) & _groups(other)
    return (max(best, GROUP) if shared else best), False


def _groups(word: str) -> set[int]:
    """The groups of a verb with its particle (*carry out*), else of the word alone."""
    return _GROUPED.get(word) or _GROUPED.get(word.split("_")[0], set())


@lru_cache(maxsize=50_000)
def kin(word: str) -> frozenset[str]:
    """Marks that a word shares with words it is near to or excludes: axes, groups, first senses."""
    bare = word.split("_")[0]
    axes = {f"axis {n}" for form in (word, bare) for n in _SIDES.get(form, {})}
    groups = {f"group {n}" for n in _groups(word)}
    return frozenset(axes | groups | {f"sense {n}" for n in first_senses(bare)})


def _sides(one: str, other: str) -> int:
    """1 where two words say the same of a state, -1 where they exclude each other, else 0."""
    mine, theirs = _SIDES.get(one, {}), _SIDES.get(other, {})
    found = [mine[n] * theirs[n] for n in mine.keys() & theirs.keys()]
    return max(found) if found else 0


def _undone(one: str, other: str) -> bool:
    """*Unbroken* to *break*, *dishonest* to *honest*."""
    for prefix in _UNDOING:
        stem = one.removeprefix(prefix).lstrip("-")
        forms = (stem, lemma_of(stem, "VERB"), lemma_of(stem, "ADJ"))
        if stem != one and len(stem) > 2 and other in forms:
            return True
    return False
