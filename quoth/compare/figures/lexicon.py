"""Words of news for what happens to what is counted, and for the part a figure plays.

A table for each, in dictionary forms; two words in one row tell of the same kind of thing. None
of them is about who did it.
"""

from __future__ import annotations

from quoth.details.figures.words import among


def _rows(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}


DID = _rows(
    {
        "dead": "kill die dead death toll fatality fatal perish slay slain drown body corpse "
        "lifeless succumb massacre murder assassinate starve electrocute behead decease coffin "
        "bury",
        "injured": "injure injury injured wound wounded hurt maim casualty burnt",
        "in hospital": "hospitalise hospitalize hospitalised hospitalized treat inpatient ward",
        "ill": "ill sick sicken infect infection infected poison poisoned diagnose fever",
        "missing": "missing unaccounted vanish disappear untraced trapped trap seek sought",
        "rescued": "rescue save survive survivor unhurt unharmed unscathed",
        "aboard": "aboard occupant",
        "displaced": "flee evacuate displace displaced homeless uproot evacuee refugee shelter",
        "returned": "return returnee",
        "arrested": "arrest detain detainee nab apprehend capture seize custody jail imprison",
        "charged": "charge indict accuse prosecute",
        "convicted": "convict sentence guilty",
        "freed": "free release acquit clear",
        "escaped": "escape abscond fugitive",
        "held": "hostage captive",
        "cut off": "isolate strand stranded",
        "on strike": "striker picket",
        "employed": "employ employee workforce payroll headcount staff",
        "dismissed": "dismiss redundancy redundant sack layoff shed axe",
        "marching": "march protest protester demonstrate demonstrator rally crowd marcher "
        "gather attend attendance procession parade",
        "voting": "vote voter turnout",
        "living": "population inhabitant resident",
        "lead": "lead majority margin ahead",
        "lost": "lose loss",
        "destroyed": "destroy burn raze gut collapse torch flatten demolish damage wreck ruin "
        "ablaze",
        "recalled": "recall collect",
        "heard": "hear testify",
        "sold": "sell sale sold ship",
        "cost": "cost spend bill expense price expenditure",
        "fine": "fine penalty",
        "bribe": "bribe bribery envelope kickback",
        "profit": "profit earnings income earn",
        "revenue": "revenue turnover gross takings",
        "paid": "pay payment ransom payout compensation settle settlement salary wage",
        "offered": "offer bid propose proposal",
        "worth": "worth value valuation buyout acquire acquisition takeover deal buy purchase",
        "debt": "debt owe liability borrow loan bailout rescue-package",
        "invested": "invest investment fund raise donate donation",
        "stolen": "steal stole theft rob robbery haul loot",
        "banned": "ban suspend suspension disqualify",
        "imprisoned": "prison imprisonment sentence term jail serve",
        "magnitude": "magnitude quake earthquake temblor richter tremor aftershock",
        "deep": "depth deep",
        "high": "height tall high",
        "fast": "speed knot gust wind",
        "big": "cover measure area acreage",
        "far": "distance",
    }
)
"""A predicate's or a noun's kind. Words of two kinds stand with the one that news uses more."""

DONE = frozenset(DID.values())
PHRASES = {
    "dead": r"\blo(?:st|se|ses|sing) (?:\w+ )?li(?:fe|ves)\b"
    r"|\bclaim(?:s|ed|ing) (?:[\w,]+ )+lives\b|\bt(?:ook|ake|akes|aken) the li(?:fe|ves) of\b"
    r"|\bnever (?:came|come|reached) (?:home|back|the shore)\b|\bfor the lives of\b",
    "on strike": r"\bon strike\b|\b(?:join|call|end)\w* (?:\w+ )?strike\b"
    r"|\bstay(?:s|ed|ing)? (?:away|out)\b|\bwalk(?:s|ed|ing)? (?:out|off)\b"
    r"|\bdown(?:s|ed)? tools\b|\b(?:are|were|is|still) out\b",
    "recalled": r"\bt(?:ake|akes|aken|aking|ook) back\b|\bcall(?:s|ed|ing)? (?:back|in)\b",
    "dismissed": r"\bla(?:id|y|ys|ying) off\b|\bjob (?:cut|loss)"
    r"|\blose (?:their|his|her) (?:jobs?|work)\b"
    r"|\bdo(?:es|ing|ne)? away with\b",
    "arrested": r"\bheld (?:in|by|for|without|on)\b|\brounded up\b|\bin(?:to)? custody\b"
    r"|\bpicked up by\b",
    "in hospital": r"\b(?:in|at|to) (?:an? |the )?(?:\w+ )?"
    r"(?:hospitals?|intensive care|infirmary|clinic)\b"
    r"|\bin (?:a )?critical condition\b|\b(?:in|under|received|receiving) treatment\b",
    "aboard": r"\bon board\b|\bwas carrying\b|\bhad carried\b",
    "displaced": r"\b(?:left|made) homeless\b"
    r"|\bleave (?:their|his|her) homes?\b|\bmove[ds]? out\b|\bdriven from\b|\bout of their homes\b",
    "cut off": r"\bcut off\b|\bcannot be reached\b",
    "escaped": r"\b(?:at large|on the run|broken? out|got(?:ten)? away|got out)\b",
    "held": r"\b(?:taken|took|held) (?:as )?hostages?\b|\bin the hands of\b",
    "missing": r"\b(?:not been (?:found|seen|heard)|(?:looked|searched|searching|looking) for)\b",
    "living": r"\bhome to\b|\bpopulation of\b",
    "lead": r"\b(?:lost|loses|won|wins?|beat|beaten|defeated)\b[^.;:]{0,60}? by (?=\w)",
    "rescued": r"\bpulled (?:alive|from|out)\b|\bbrought ashore\b",
}
"""What takes more than a word to tell."""

SUMS = among("cost fine bribe profit revenue paid worth debt invested")
"""What only sums of money tell of."""
MEASURED = among("deep high fast big far magnitude")
"""What only measures tell of."""
NO_COUNT = SUMS | MEASURED | {"imprisoned"}
"""What nothing that is counted has done to it."""
ALSO_SUMS = among("lost destroyed stolen sold offered recalled")
OF_TIME = frozenset(("banned", "imprisoned", "convicted", "offered", "employed", "freed"))
"""What terms tell of."""
TOLLS = frozenset(
    ("dead", "injured", "ill", "missing", "rescued", "arrested", "destroyed", "displaced", "lost")
)
"""What happens at a point in time, and is counted later: a date beside it is the event's."""

STATED = frozenset(("dead", "injured", "in hospital", "ill", "missing", "arrested", "rescued"))
"""What happens to people; a number beside such a word counts people."""

OF_PEOPLE = STATED | among(
    "displaced marching employed dismissed voting living freed charged convicted"
)
"""What only people do or have done to them."""

PEOPLE = among(
    """
    person people victim dead man-or-woman human soul life individual other body fatality
    death casualty
    """
)
"""Who is counted, where no group is named."""
GROUPS = among(
    """
    child woman man boy girl baby infant teenager teen youth adult elderly pensioner
    schoolchild pupil soldier troop policeman policewoman officer police constable
    firefighter fireman civilian foreigner tourist villager herder militant rebel fighter
    insurgent attacker gunman bomber terrorist suspect guard medic doctor nurse paramedic
    journalist reporter brother sister relative pilot steward stewardess local
    """
)
"""Parts of those concerned: a figure of theirs is no figure of all."""
HUMAN = (
    PEOPLE
    | GROUPS
    | among(
        """
    passenger worker employee staff miner student resident sailor fisherman traveller
    traveler migrant refugee protester demonstrator marcher prisoner inmate hostage pirate
    crew crewman crewmember member driver shopper customer patient commuter pilgrim believer
    voter striker picket warder convict
    supporter fan spectator guest neighbour neighbor farmer colleague trader
    settler hiker skier climber diver swimmer swimmer evacuee survivor detainee parent
    mother father son daughter wife husband boyfriend girlfriend witness juror judge deputy
    delegate minister professor coworker co-worker teammate classmate housemate agent
    teacher priest monk nun actor player gang-member
    """
    )
)

PLACES = among(
    "house building shop flat car town district school ship boat tonne mile shell tree road bridge"
)
"""What nobody takes for people."""

OPPOSITE = (
    among("man woman boy girl"),
    among("child adult pensioner elderly"),
    among("brother sister"),
    among("son daughter"),
    among("mother father"),
    among("soldier civilian"),
    among("officer protester"),
    among("villager herder"),
    among("gunman victim"),
)
"""Words of which nobody is two."""

SAME_NOUN = (
    "house home dwelling residence",
    "officer policeman police constable",
    "worker employee staffer staff workforce job post",
    "guard warder",
    "prisoner inmate convict detainee",
    "household family",
    "match appearance game",
    "pupil schoolchild schoolboy schoolgirl",
    "case infection",
    "firefighter fireman",
    "boat craft skiff speedboat",
    "ship vessel",
    "gun rifle firearm ak kalashnikov weapon pistol handgun",
    "cable line",
    "vote ballot",
    "shop store outlet",
    "district constituency precinct",
    "shell round projectile",
    "blast explosion",
    "protester demonstrator marcher",
    "car vehicle",
    "attorney lawyer",
    "child youngster kid minor",
    "charge count",
    "town village",
    "bank branch",
    "flat apartment",
    "aircraft plane jet airplane",
)
"""Nouns that news exchanges for one another."""
ALIKE = {word: row.split()[0] for row in SAME_NOUN for word in row.split()}

ROLE = _rows(
    {
        "planned": "plan planned foresee budget budgeted schedule scheduled expect forecast "
        "project projected predict intend aim target due",
        "asked": "ask demand seek want request claim-for call-for urge",
        "offered": "offer bid propose",
        "limit": "allow allowed permit maximum limit cap ceiling capacity seat-for face minimum "
        "threshold possible",
        "feared": "fear",
    }
)
"""What a figure is, where it is not what happened."""

GROWS = among("rise climb grow jump increase mount reach revise")
CUTS = among("cut reduce lower shorten commute slash halve fall drop shrink")
BODIES = among(
    """
    police hospital infirmary clinic ministry minister government governor mayor
    municipality council commission court judge tribunal prosecutor prosecution inquiry
    inspectorate office agency authority official coroner morgue fire brigade coastguard
    coast guard navy army military command embassy bureau registry university laboratory
    institute company firm union federation league party club association observatory survey
    service bank parliament panel board bailiff sheriff department centre center
    """
)
"""Words by which a body is known: two sources of one event that share one are one."""
OFFICIAL = among(
    """
    police hospital infirmary clinic ministry minister government governor mayor
    municipality council commission court judge tribunal prosecutor inquiry inspectorate
    office agency coast rescue ambulance emergency defence defense health investigator
    register paramedic authority official coroner morgue fire brigade coastguard navy army
    military command doctor surgeon medic physician rescuer bailiff sheriff department
    firefighter survey bulletin
    """
)
"""Those who pass on one count, each newer than the last, and are no party to it."""
