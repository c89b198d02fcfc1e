"""Words by which a statement says no, rejects, asks, supposes or keeps its judgement back.

Dictionary forms, in the order of the alphabet. Chosen by us; none depends on who speaks.
"""

from __future__ import annotations

from quoth.details.cues.lists import words as listed

NOT = listed(
    """
    cannot hardly n't neither never no nobody none nor not nothing nowhere scarcely without
    """
)
"""Words that turn what they stand with."""
LACKING = listed(
    """
    absence absent avoid bare cease clear deny devoid empty fail free ignorant impossible
    innocent lack miss missing prevent refuse rid stop unable unaware untouched
    """
)
"""Words that turn what hangs on them: *free of*, *failed to*."""
REJECTING = listed(
    """
    absurd baseless bogus bunkum calumny canard chimera concoct concoction delusion
    distortion exaggeration fable fabricate fabricated fabrication fairy fake false
    falsehood fantastic fantasy fiction fictitious figment groundless hoax hogwash imaginary
    imagination inaccurate incorrect invent invented invention liar libel lie ludicrous
    mistaken myth nonsense phantom propaganda ridiculous rubbish slander slanderous smear
    unfounded untrue untruth
    """
)
"""Words that say of a claim that it is not so."""
CLAIMS = listed(
    """
    account accusation accuse allegation assertion charge claim denial finding idea it
    notion report rumour so statement story suggestion suspicion tale talk that these this
    version word
    """
)
"""What a claim is called by those who reject it."""
ASKING = listed(
    """
    how if question what when where whether which who whom whose why
    """
)
SUPPOSING = listed("can could may might ought should would")
UNKNOWN = listed(
    """
    aware certain clear comment decide determine discuss establish know knowledge sure
    """
)
"""Words that, turned, always keep judgement back."""
KNOWING = listed(
    """
    answer aware certain clear comment confirm decide deny determine discuss dispute
    establish judge know knowledge recall remember rule say speak sure swear tell understand
    """
)
"""Words that may do so: *could not tell*, *did not say who*."""
SEEKING = listed(
    """
    await check consider examine inquire investigate look probe study wait
    """
)
"""What somebody is doing who has not yet found out."""
PROOF = listed("evidence proof")
"""What is put forward by who says that he has it."""
LEADS = listed(
    """
    ambassador attorney barrister boss branch captain ceo chair chairman chairperson
    chairwoman chief colonel commander commissioner counsel deputy-head director editor
    elder envoy executive founder general governor head headman headwoman lawyer leader
    major manager mayor minister owner premier president principal rector representative
    secretary solicitor speaker spokesman spokesperson spokeswoman superintendent
    """
)
"""Who speaks for a body, or is a part of it that does."""
GENERIC = listed(
    """
    agency association authority board body club company corporation department firm group
    ministry office organisation party society team union
    """
)
"""What a body may be called besides its name."""
AGAIN = listed(
    """
    again insist maintain reaffirm reiterate repeat restate stand stick still uphold
    """
)
"""Cues of one who says again what he said, as an answer."""
WHERE = listed(
    """
    above after against before below down in inside off on out outside over under up within
    """
)
"""Prepositions that say where or when, and have contraries."""
PARTICLES = listed("down in off on out up")
"""What may stand with a verb and turn it about: *switched off*."""
OTHERS = listed("another elsewhere other others")
"""Words that tell of another case."""
FIRST = listed("i me mine my myself our ours ourselves us we")
"""The speaker, in his own words."""
EMPTY = listed(
    """
    again ago also be come do even ever first get go have here indeed just make many matter
    more most much now once one only other own same say so still such take tell then there
    thing too very way well yet
    """
)
"""Words that say too little to be shared by chance."""
GONE = listed("out off gone absent missing")
"""What is said of a thing that is not there, or does not burn or run."""
