"""Is a name that a cue gives plainly praise or blame: *called the plan a disgrace*?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from quoth.details.cues.lists import words as listed
from quoth.details.cues.words import Word

Value = Literal["good", "bad"]

_GOOD = """
    good great excellent wonderful brilliant outstanding superb fantastic terrific amazing
    best better hero heroic genius success successful triumph triumphant victory historic
    landmark breakthrough milestone achievement accomplishment masterpiece celebration
    blessing honour honor honourable honorable admirable brave bravery courageous courage
    noble honest decent fair wise smart intelligent capable competent qualified generous kind
    loyal beautiful lovely gifted talented impressive inspiring inspiration inspirational
    visionary remarkable extraordinary exemplary exceptional splendid magnificent marvellous
    marvelous perfect proud friend champion patriot leader legend star treasure gem strong
    steady tireless compassionate thoughtful principled positive encouraging promising welcome
    progress improvement fine tremendous incredible bold commonsense sensible reasonable
    legitimate strongest healthiest greatest finest healthy praiseworthy trailblazer icon
    beacon saint angel gentleman asset constructive productive helpful useful valuable
    important-step step-forward"""
_BAD = """
    bad worse worst terrible horrible awful dreadful appalling disgusting disgrace disgraceful
    shame shameful shameless outrage outrageous scandal scandalous disaster disastrous
    catastrophe catastrophic failure failed fiasco debacle mess mistake error blunder wrong
    lie liar lying lies dishonest deceptive fraud fraudulent fake phony sham scam hoax farce
    joke laughable ridiculous absurd ludicrous nonsense rubbish garbage trash stupid idiot
    idiotic moron fool foolish dumb ignorant incompetent weak weakness coward cowardly cruel
    brutal barbaric evil wicked vile monster monstrous criminal crime crook crooked corrupt
    corruption illegal unlawful unconstitutional unfair unjust injustice unacceptable
    intolerable inexcusable indefensible irresponsible reckless dangerous danger threat menace
    toxic poison poisonous harmful destructive divisive hateful hate racist racism sexist
    misogynist bigot bigoted bigotry fascist tyrant tyranny dictator thug bully terrorist
    traitor treason betrayal violation breach abuse attack assault insult insulting offensive
    offense slap provocation provocative destabilizing destabilising grave disregard hypocrite
    hypocrisy hypocritical cynical desperate pathetic sad loser losers clown puppet pig dog
    nasty ugly dirty rotten rigged broken useless worthless pointless futile inadequate
    insufficient unfit unqualified unstable erratic crazy insane mad madness lunatic nuts
    deranged demeaning degrading sick horrific atrocity massacre murder murderous killer
    genocide flawed misguided misleading false untrue baseless bogus ill-advised short-sighted
    shortsighted nightmare tragedy tragic horror plague cancer scourge curse burden waste
    wasteful extreme extremist radical fringe unhinged temperamentally untrustworthy lazy
    deplorable despicable contemptible reprehensible repugnant abhorrent obscene heartless
    callous inhumane inhuman unthinkable embarrassing embarrassment humiliating conspiracy
    cover-up witch-hunt stunt gimmick ploy smear propaganda regrettable troubling disturbing
    alarming worrying unfortunate disappointing low-energy disappointment unpatriotic
    un-american negligent negligence careless arrogant arrogance greedy greed selfish"""
GOOD, BAD = listed(_GOOD), listed(_BAD)
DENYING = listed("not no never neither nor hardly without nothing less")


def value(words: Iterable[Word]) -> Value | None:
    """Which of good and bad the first word with a value says; turned by a negation before it."""
    turned = 0
    for word in words:
        turned -= 1
        if word.text in DENYING:
            turned = 4
        good = not GOOD.isdisjoint((word.text, *word.lemmas))
        if good or not BAD.isdisjoint((word.text, *word.lemmas)):
            return "good" if good != (turned > 0) else "bad"
    return None
