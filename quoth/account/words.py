"""Words of wrong, cause and motive, by dictionary form; whoever stands beside them.

Written for this project. Wrongs follow the thematic groups that lexicons of moral and evaluative
language share (harm, cheating, betrayal, oppression: Graham, Haidt and Nosek, JPSP 2009; judgement
of propriety and veracity: Martin and White, The Language of Evaluation, 2005); cause and purpose
follow the connectives of the Penn Discourse Treebank (Prasad et al., LREC 2008).
"""

from __future__ import annotations

WRONG_VERBS = """
abandon abduct abet abuse adulterate ambush amputate annex appropriate assassinate assault
backdate badger bamboozle banish bankroll bankrupt bayonet behead belittle besiege betray bilk
blackball blackmail blockade bludgeon bomb bombard botch brainwash bribe browbeat brutalise
brutalize bug bulldoze bungle burgle butcher cage cane censor cheat clobber coerce collaborate
collude conceal condemn confiscate connive conspire corrupt cower cripple crucify deceive decimate
defame deform defraud defy degrade dehumanise demean demolish denigrate deport deprive desecrate
desert despoil destroy devastate disarm discriminate disenfranchise disfigure disgrace disinherit
dismantle disobey disown disparage dispossess disregard distort double-cross dupe eavesdrop
embezzle embitter encroach endanger enrage enslave ensnare entrap evict exile exploit expropriate
exterminate extort fabricate fake favour feign finagle flatter fleece flout forsake frighten
gerrymander gloat gouge grab grovel gut hack harangue harass harm heckle hector hijack hobble
hobnob hoodwink hound humiliate ignore ill-treat imperil incite inflame inflict infringe injure
insinuate insult interfere intimidate inveigle jeopardise jeopardize kidnap kill launder lie
liquidate loot lynch maim malign maltreat manhandle manipulate massacre menace misappropriate
miscount mishandle misinform misjudge mislabel mislay mislead mismanage misquote misreport
misrepresent misspend mistreat misuse molest murder mutilate muzzle neglect nobble obstruct
oppress ostracise oust outlaw overcharge overlook overrun overspend overstep overwork pamper
pander paralyse paralyze peddle perjure persecute pervert pester pilfer pillage pillory plagiarise
plagiarize plunder pollute pretend privatise profit profiteer railroad ransack rape ravage renege
repress ride rubber-stamp ruin sabotage sack scam scapegoat scaremonger scorn scrap seduce shackle
shirk short-change shun sideline slander smash smear smuggle snoop snub spurn squander stampede
steal stoke stonewall strafe strong-arm subvert suffocate suppress swindle taint tamper tarnish
taunt terrorise threaten thwart torch torment torture traffic trample tyrannise undercut undermine
usurp vandalise vandalize victimise victimize vilify violate wheedle whitewash withhold worsen
wound wreck wrong
"""
"""Deeds that are wrongs whenever a person, body or group does them."""

HARM_VERBS = """
abolish arm arrest attack axe ban batter beat blast bleed blind block boycott breach break
burn bury capture choke confine crush curtail cut delay detain devour discard dismiss displace
ditch dock doctor drag drown drug dump evade execute expel falsify fire flatten flog fob force
forge frame gag gas halve haul herd hide hoard hunt hurt hush imprison invade jail kick leak lock
mock mug pocket poison provoke punish purge quash raid raze rig rip rob sacrifice scare sell shell
shelve shoot shove shred shut silence skim slap slash slaughter slay smother snatch squeeze stab
stage starve stifle strangle strip surrender swallow tap tear thrash throttle trap trick twist
waste wring
"""
"""Deeds that are wrongs when somebody does them to somebody or something; everyday words else."""

WRONG_NOUNS = """
abuse aggression ambush apartheid arrogance assault atrocity backhander backstabbing betrayal
bigotry blackmail bloodbath bloodshed blunder bogeyman bribe bribery brutality butchery cabal
cadger callousness carnage carpetbagger censorship charade chicanery clique complicity conspiracy
corruption coup cover-up cowardice crime cronyism cruelty culpability deceit deception defrauder
dereliction desecration discrimination disgrace dishonesty distortion double-dealing doublespeak
duplicity eavesdropper embezzlement evasion exploitation extortion extortioner fabrication
falsehood falsification farce fearmongering fiasco forgery fraud freeloader genocide graft greed
guilt half-truth hatchet-man high-handedness hoax horse-trading humbug humiliation hush-money
hypocrisy inaction incompetence ineptitude infamy iniquity injustice intimidation intrigue jobbery
kickback kleptocrat lawlessness laziness lie lip-service looting maladministration malice
malpractice manipulation massacre misconduct misdeed misinformation mismanagement misrule mockery
mudslinging neglect negligence nepotism nest-feathering oppression overcharging perjury
persecution pettifogger pillage plunder pogrom pretence pretext profiteering propaganda
propagandist purge rabble-rouser recklessness repression robbery ruse sabotage scam scapegoat
scaremongering sell-out sellout sham skulduggery slander slaughter sleaze smear smokescreen
spinelessness spoils stonewalling subterfuge swindle theft torture treachery treason trickery
tyranny untruth usury vandalism venality vendetta vengeance violation vulture whitewash witch-hunt
wrongdoing
"""
"""Deeds; they charge somebody only where it is said whose they are, or what is one."""

WRONGDOERS = """
assassin bandit betrayer bigot brigand brute bully charlatan con-man conman coward criminal crony
crook culprit deceiver demagogue despoiler despot dictator exploiter flunkey gangster henchman
hireling hoodlum hypocrite killer liar lickspittle looter mouthpiece murderer oppressor parasite
pickpocket pilferer predator profiteer rapist ringleader robber rogue saboteur scoundrel shirker
slanderer slumlord squanderer stooge strongman swindler sycophant thief thug traitor turncoat
tyrant usurper vandal villain warmonger wirepuller
"""

WRONG_ADJECTIVES = """
abusive arbitrary arrogant autocratic barbaric barbarous bogus brazen bribable brutal bungling
callous complicit conniving contemptuous cooked-up corrupt cowardly craven criminal crooked cruel
cynical deceitful defamatory derelict devious dictatorial discriminatory disgraceful dishonest
dishonourable doctored double-faced duplicitous evasive exploitative extortionate fabricated
faithless fake falsified feckless forged fraudulent greedy hand-picked heartless heavy-handed
high-handed highhanded hollow hypocritical ill-gotten ill-informed immoral incompetent indifferent
inept infamous inhuman insincere insolent irresponsible lawless made-up malicious mendacious
mercenary merciless murderous negligent obstructive oppressive outrageous phoney power-hungry
predatory reckless remorseless repressive rigged ruthless sadistic scandalous self-appointed
self-serving shabby sham shameful shameless shoddy slanderous slipshod sneaky so-called sordid
spineless spurious stolen sycophantic tainted toothless treacherous trumped-up two-faced
tyrannical unaccountable unanswered unconscionable underhand unelected unforgivable unfounded
unjust unlawful unpaid unscrupulous untrue venal vengeful vicious vindictive wanton warlike wilful
worthless
"""

OMISSIONS = """
act answer apologise apologize ask bother care check consult enquire heed help inquire inspect
intervene investigate lift listen notice prevent prosecute protect pursue reply respond trouble
warn
"""
"""What someone who should have is charged with not having done: `nobody asked`."""

AGAINST = """
block charge close cut deprive drive fence fire force ignore leave push refuse sell send shut stop
take tax throw turn
"""
"""Deeds that are wrongs in the eyes of those who say that they were done to them."""

CAUSE_VERBS = """
bankrupt bring cause close create doom drive engender fuel generate hasten kill kindle originate
precipitate produce prompt provoke result ruin save silence spark spawn spell spoil teach trigger
unleash wipe wreck yield
"""

_IRREGULAR = {
    "beat": "beaten", "betray": "", "bleed": "bled", "break": "broke broken", "bring": "brought",
    "buy": "bought", "cut": "", "drive": "drove driven", "forsake": "forsook forsaken",
    "hang": "hung", "hide": "hid hidden", "hit": "", "keep": "kept", "know": "knew known",
    "lead": "led", "lie": "lying", "make": "made", "mean": "meant", "mislead": "misled",
    "read": "", "ride": "rode ridden", "rip": "ripped", "see": "saw seen", "seek": "sought",
    "shoot": "shot", "shut": "", "slay": "slew slain", "steal": "stole stolen",
    "sell": "sold", "spell": "spelt", "tear": "tore torn", "tell": "told",
    "withhold": "withheld", "wring": "wrung", "undercut": "", "fob": "",
}  # fmt: skip


def word_set(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


_TWICE = word_set(
    "axe bug con cut drag drug fob gag grab gut hit hop kidnap line mug plot rig rip rob rub scam"
    " scrap shred shun shut skim slap snub spy stab stop strip tap trap whip"
)


def forms(verbs: str) -> dict[str, str]:
    """Every form of some verbs, and the dictionary form of each."""
    return {form: verb for verb in verbs.split() for form in _forms(verb)}


def nouns(words: str) -> dict[str, str]:
    """Singular and plural of some nouns, and the singular of each."""
    return {form: word for word in words.split() for form in (word, _plural(word))}


def _forms(verb: str) -> list[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        regular = [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    elif verb in _TWICE and not verb.endswith("e"):
        regular = [verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    else:
        regular = [_plural(verb), stem + "ed", stem + "ing"]
    return [verb, *regular, *_IRREGULAR.get(verb, "").split()]


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word == "thief":
        return "thieves"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
