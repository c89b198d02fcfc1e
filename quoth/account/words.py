"""Words of wrong, cause and motive, by dictionary form; whoever stands beside them.

Written for this project. Wrongs follow the thematic groups that lexicons of moral and evaluative
language share (harm, cheating, betrayal, oppression: Graham, Haidt and Nosek, JPSP 2009; judgement
of propriety and veracity: Martin and White, The Language of Evaluation, 2005); cause and purpose
follow the connectives of the Penn Discourse Treebank (Prasad et al., LREC 2008).
"""

from __future__ import annotations

WRONG_VERBS = """
abandon abduct abet abuse adulterate ambush amputate annex appropriate arm arrest assassinate
assault attack axe bamboozle banish bankrupt batter bayonet beat behead belittle besiege betray
bilk blackmail blackball blame blast bleed blind block blockade bludgeon bomb bombard botch
boycott brainwash breach break bribe browbeat brutalise brutalize bug bully bulldoze bungle burgle
burn bury butcher buy cage cane censor cheat choke clobber coerce collude conceal condemn confine
confiscate connive conspire con corrupt cover cripple crucify crush curtail cut deceive decimate
defame deform defraud defy degrade dehumanise demean demolish deny deport deprive derail desecrate
desert despoil destroy detain devastate devour dictate discard discriminate disenfranchise
disfigure disgrace dismantle disobey displace dispossess disregard distort ditch dock doctor dodge
double-cross drag drown drug dump dupe eavesdrop embezzle encroach endanger enslave ensnare entrap
evict evade execute exile expel exploit expropriate extort fabricate fail fake falsify feign
fiddle finagle flatter fleece flog flout fob force forge forsake foul frame frighten fudge gag gas
gerrymander ghost gloat gouge grab groom grope gut hack halve hang harass harm haul herd hide
hijack hit hoard hobble hoodwink hound humiliate hunt hush hustle ignore imperil imprison inflame
inflict infringe injure insult interfere intimidate invade invent jail jeopardise jeopardize kick
kidnap kill lash launder leak lie line liquidate loot lynch maim malign manhandle manipulate
massacre menace misappropriate mishandle misinform mislead mismanage misquote misrepresent
mistreat misuse mock molest mug murder mutilate muzzle neglect obstruct oppress ostracise oust
outlaw overcharge overwork palm pamper pander paralyse paralyze peddle perjure persecute pervert
pilfer pillage pillory plagiarise plot plunder pocket poison poach pollute pretend profit
profiteer provoke punish purge quash raid railroad ransack rape ravage raze renege repress ride
rig rip ruin sabotage sack sacrifice scam scapegoat scare scheme scorn scrap seduce seize shackle
shame shell shirk shoot short-change shove shred shun shut sicken sideline silence skim slander
slap slaughter slay smash smear smother smuggle snatch sneer snoop snub spoil spurn spy squander
squeeze stab stage stall stampede starve steal stifle stitch stonewall storm strangle strafe strip
subvert suffocate suppress surrender swallow swindle tamper tap taunt taint tear terrorise
terrorize thrash threaten throttle thwart torch torment torture traffic trample trap trick turn
twist tyrannise undercut undermine usurp vandalise vandalize victimise victimize vilify violate
wade waste wheedle withhold worsen wound wreck wring wrong
"""
"""Deeds that are wrongs by themselves or mostly are when a person, body or group does them."""

WRONG_NOUNS = """
abuse aggression alibi ambush apartheid arrogance assassin assault atrocity backhander bandit
betrayal bigotry blackmail bloodbath bloodshed blunder bribe bribery brutality bully butchery
callousness carnage censorship charade cheat complicity conspiracy contempt corruption coup
cover-up coward cowardice crime criminal cronyism crook cruelty culprit deceit deception
dereliction despot dictator discrimination dishonesty distortion embezzlement enemy exploitation
extortion fabrication failure fake falsehood farce fault fiasco forgery fraud gang genocide graft
greed guilt hoax humiliation hypocrisy hypocrite incompetence indifference inaction infamy
injustice insult intimidation invention killer killing lawlessness liar lie looter looting malice
malpractice manipulation massacre misconduct misdeed mismanagement misrule mob mockery murder
murderer negligence neglect nepotism oppression oppressor outrage overcharging persecution perjury
pillage plot plunder poison pogrom pretence profiteer profiteering propaganda provocation puppet
racket recklessness repression robber robbery ruse sabotage scam scandal scapegoat scheme sell-out
sham shame slander slaughter sleaze smear smokescreen stooge subterfuge swindle swindler theft
thief thug torture traitor trap treachery treason trickery tyranny tyrant usurper vandal vandalism
vendetta venality vengeance villain violation violence waste whitewash wrong wrongdoing
"""

WRONG_ADJECTIVES = """
abusive barbaric bogus brazen brutal callous complicit contemptuous corrupt cowardly craven
criminal crooked cruel cynical deceitful deaf deliberate derelict dishonest disgraceful
duplicitous fabricated false fake faithless feckless forged fraudulent greedy guilty heartless
hypocritical idle illegal immoral incompetent indifferent infamous inhuman irresponsible lawless
lazy malicious mendacious merciless murderous negligent notorious oppressive outrageous predatory
reckless remorseless responsible ruthless sadistic scandalous secret self-serving shabby shameful
shameless shoddy slipshod so-called sordid spineless spurious treacherous tyrannical unanswered
unconscionable unforgivable unjust unlawful unpaid unscrupulous untrue vicious vindictive wilful
"""

OMISSIONS = """
answer act apologise apologize ask bother care check consult enquire heed help hurry inquire
inspect intervene investigate keep know lift listen look notice object prevent prosecute protect
pursue question raise read reply respond see stop tell trouble visit warn
"""
"""What someone who should have is charged with not having done: `nobody asked`."""

CAUSE_VERBS = """
bankrupt bring cause create destroy doom drive empty end engender fuel generate hasten kill kindle
lead make mean originate precipitate produce prompt provoke result ruin spark spawn spell trigger
turn unleash wipe wreck yield
"""

CAUSE_NOUNS = "cause consequence effect fault outcome product reason result root source upshot"

MOTIVE_NOUNS = """
aim ambition appetite bitterness calculation convenience cowardice desire envy fear goal greed
hate hatred hope intent intention interest jealousy lust motive object pity pleasure pride purpose
pursuit rage resentment revenge sake spite thirst vanity vengeance wish
"""

MOTIVE_WORDS = """
afraid anxious ashamed bent crave determined desperate eager envy fear greedy hate hope intend
jealous keen loath long need plan please prefer seek suit tempt want wish yearn
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
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
