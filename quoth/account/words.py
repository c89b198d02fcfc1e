"""Words of wrong, cause and motive, by dictionary form; whoever stands beside them.

Written for this project. Wrongs follow the thematic groups that lexicons of moral and evaluative
language share (harm, cheating, betrayal, oppression: Graham, Haidt and Nosek, JPSP 2009; judgement
of propriety and veracity: Martin and White, The Language of Evaluation, 2005); cause and purpose
follow the connectives of the Penn Discourse Treebank (Prasad et al., LREC 2008).
"""

from __future__ import annotations

WRONG_VERBS = """
abandon abduct abet abscond abuse adulterate alienate ambush amputate annex appropriate assassinate
assault backdate badger bamboozle banish bankroll bankrupt bayonet bedevil befoul beguile behead
belittle besiege betray bilk blackball blackmail blockade bludgeon bluff bomb bombard botch
brainwash bribe browbeat brutalise brutalize bug bulldoze bully bungle burgle butcher cage cajole
calumniate cane castigate censor cheat chicane chisel clobber coerce cold-shoulder collaborate
collude conceal condemn condone confiscate connive conspire corrupt cosset counterfeit cower
cripple crucify debase debauch deceive decimate defame defile deform defraud defy degrade
dehumanise delude demean demolish demonise demonize denigrate depopulate deport deprive desecrate
desert despoil destroy devastate disarm discredit discriminate disenfranchise disfigure disgrace
disinherit dismantle disobey disown disparage dispossess disregard dissemble distort double-cross
dupe eavesdrop embezzle embitter embroil encroach endanger enfeeble enrage enslave ensnare entrap
equivocate evict exile exploit expropriate exterminate extort fabricate fake favour fearmonger
feign fib finagle flatter flaunt fleece flout foist foment forsake freeload frighten fudge gazump
gerrymander ghettoise gloat gouge grab grope grovel gut hack harangue harass harm heckle hector
hijack hoax hobble hobnob hoodwink hound humiliate ignore ill-treat ill-use immiserate imperil
impersonate impoverish incite incriminate indoctrinate inflame inflict infringe injure insinuate
insult interfere intimidate intrude inveigle jeer jeopardise jeopardize jilt kidnap kill lambast
launder lie liquidate loot lull lynch maim malign maltreat manhandle manipulate maroon massacre
mastermind menace misallocate misapply misappropriate miscount misgovern mishandle misinform
misjudge mislabel mislay mislead mismanage misquote misreport misrepresent misrule misspend
mistreat misuse molest mollycoddle murder mutilate muzzle neglect nobble obfuscate obstruct oppress
orphan ostracise oust outlaw outmanoeuvre overbill overcharge overlook overreach overrun overspend
overstep overtax overwork pamper pander paralyse paralyze pauperise peddle perjure perpetrate
persecute pervert pester pilfer pillage pillory plagiarise plagiarize plunder poach politicise
politicize pollute pressurise pretend prevaricate prey privatise procrastinate profit profiteer
racketeer railroad ransack rape rationalise ravage rebuff renege reoffend repress ride rile
rubber-stamp ruin sabotage sack scam scapegoat scaremonger scheme scorn scourge scrap seduce
sell-out shackle shame shirk short-change shortchange shun sideline slander smash smear smuggle
sneer snoop snub sow spite spurn spy squander stalk stampede starve steal stifle stigmatise
stigmatize stoke stonewall strafe strong-arm stultify subdue subjugate subvert suffocate sully
suppress surveil swindle swipe taint tamper tantalise tarnish taunt terrorise terrorize threaten
thwart toady torch torment torture traffic trample trespass trick trivialise tyrannise tyrannize
undercut undermine underpay undersell undersupply unhouse unperson usurp vacillate vandalise
vandalize victimise victimize vilify violate wallow wangle warmonger weaponise weaponize welch
welsh wheedle whip whitewash wiretap withhold worsen wound wreck wrong
"""
"""Deeds that are wrongs whenever a person, body or group does them."""

HARM_VERBS = """
abolish alter arm arrest attack axe ban barricade batter beat besmirch blast bleed blind block
boycott breach break bribe bulldoze burn bury capture censor cheat choke club confine crush curtail
cut delay delete demote detain devour dilute discard dismiss displace ditch dock doctor downplay
drag drown drug dump erase evade excuse execute expel expunge falsify fell fence fine fire flatten
flog fob foist force forge frame gag gamble garble gas gerrymander gut halve hamper handcuff hang
haul herd hide hoard hobble hunt hurt hush imprison incarcerate intern invade jail kick knife leak
lock mock mow mug outsource overrule pawn pillory plaster plot pocket poison provoke pulp punch
punish purge quash r-out raid raze redact rig rip rob sack sacrifice scare scupper scuttle sell
shackle shatter shell shelve shoot shove shred shut shutter silence skim skimp slap slash slaughter
slay smash smother snatch spoil spurn squeeze stab stage stain starve stifle stonewall strangle
strike strip stub subjugate surrender swallow tamper tap tear thrash throttle trap trick truncate
turf twist underfund undo unhouse uproot waste whip withhold wreck wring
"""
"""Deeds that are wrongs when somebody does them to somebody or something; everyday words else."""

WRONG_NOUNS = """
abdication abuse aggression ambush amnesia apartheid arrogance assault atrocity backhander
backsliding backstabbing baseness betrayal bigotry blackmail blackout bloodbath bloodshed blunder
bluster bogeyman bombast bribe bribery brutality bungling butchery cabal cadger callousness cant
capitulation carelessness carnage carpetbagger censorship charade chauvinism cheating chicanery
clique coercion collusion complacency complicity concealment confiscation connivance conspiracy
contempt corruption coup cover-up cowardice crime cronyism crookedness cruelty culpability cupidity
cynicism deceit deceitfulness deception defamation defrauder deportation dereliction desecration
despotism discrimination disgrace dishonesty disinformation disloyalty dispossession disregard
distortion double-dealing double-talk doublespeak duplicity eavesdropper embezzlement enslavement
evasion evasiveness exploitation expropriation extortion extortioner extravagance fabrication
faithlessness fakery falsehood falsification fanaticism farce favoritism favouritism fearmongering
felony fiasco forgery fraud freeloader genocide gluttony graft greed guilt half-truth hatchet-man
heartlessness high-handedness hoax horse-trading humbug humiliation hush-money hypocrisy idleness
impunity inaction incompetence indecency indifference ineptitude infamy infidelity inhumanity
iniquity injustice insolence intimidation intolerance intrigue irresponsibility jiggery-pokery
jobbery kickback kidnapping kleptocrat land-grab larceny lawbreaking lawlessness laziness libel lie
lip-service looting lust maladministration malfeasance malice malpractice manipulation massacre
meanness mendacity misappropriation mischief misconduct misdeed misgovernment misinformation
mismanagement misrule mistreatment mockery mudslinging murder neglect negligence nepotism
nest-feathering obfuscation obstinacy obstruction omission oppression outrage overcharging perfidy
perjury persecution pettifogger pettiness pilfering pillage pillaging plagiarism plunder pogrom
pretence pretext profiteering propaganda propagandist provocation purge rabble-rouser racket
racketeering ransom rapacity rape ravage recklessness repression revenge robbery ruse ruthlessness
sabotage sadism scam scandal scapegoat scaremongering secrecy self-enrichment self-interest
sell-out sellout servility sham shamelessness shirking skulduggery slander slaughter slavery sleaze
sloth slovenliness smear smokescreen smuggling snobbery spinelessness spite spoils squandering
stinginess stonewalling stupidity subterfuge subversion swindle sycophancy theft thievery thuggery
timidity torment torture treachery treason trespass trespassing trickery tyranny untruth
untruthfulness usury vainglory vandalism venality vendetta vengeance viciousness vindictiveness
violation vulture whitewash whitewashing witch-hunt wrongdoing
"""
"""Deeds; they charge somebody only where it is said whose they are, or what is one."""

WRONGDOERS = """
accomplice aggressor apologist arsonist assassin backstabber bandit betrayer bigot blackguard
blackmailer bootlicker briber brigand brute bully burglar careerist charlatan con-man conman coward
criminal crony crook culprit cutthroat deceiver defamer demagogue despoiler despot dictator
embezzler exploiter extortionist fabricator falsifier fearmonger flunkey forger fraudster
freebooter gangster grafter hangman hatemonger henchman hireling hoodlum hypocrite imposter
impostor kidnapper killer lackey land-grabber liar lickspittle loafer looter malefactor marauder
mobster mouthpiece murderer nepotist obstructionist oppressor parasite perjurer pickpocket pilferer
plagiarist plunderer poisoner poltroon predator profiteer quisling racketeer rapist ringleader
robber rogue saboteur scaremonger schemer scoundrel shirker slanderer slavedriver slaver slumlord
smuggler spendthrift squanderer stooge strongman swindler sycophant thief thug timeserver toady
tormentor torturer torturess traitor transgressor trickster turncoat tyrant usurper vandal villain
vulture warmonger wirepuller wrongdoer
"""

WRONG_ADJECTIVES = """
abject abusive arbitrary arrogant autocratic barbaric barbarous barefaced bigoted blatant
blood-stained bloodstained bogus brazen bribable brutal brutish bungling callous careless coercive
collusive complacent complicit confiscatory conniving contemptible contemptuous cooked-up corrupt
corrupted covetous cowardly crass craven criminal crooked cruel culpable cynical dastardly
deceitful deceptive defamatory delinquent derelict despicable despotic devious dictatorial
discriminatory disgraceful dishonest dishonourable disingenuous disloyal dismissive disobliging
dissolute doctored double-dealing double-faced duplicitous evasive exploitative extortionary
extortionate fabricated faithless fake falsified fanatical feckless flagrant forged fraudulent
fraudulently grasping greedy half-hearted hand-picked hard-hearted hateful heartless heavy-handed
hidebound high-handed high-living highhanded hollow hypocritical ill-disposed ill-gotten
ill-informed illegitimate illicit immoral impudent inattentive incompetent indifferent inept
inexcusable infamous inhuman iniquitous insincere insolent insulting intolerable irresponsible
knavish lawless lax lying made-up malicious manipulative mean-spirited mendacious mercenary
merciless miserly misleading money-grubbing murderous neglectful negligent nepotistic obstructive
oppressive outrageous parasitic perfidious perjured petty phoney pitiless pliant power-hungry
predatory punitive rapacious reckless remiss remorseless reprehensible repressive revengeful rigged
ruthless sadistic sanctimonious scandalous scheming secretive self-appointed self-enriching
self-serving servile shabby sham shameful shameless shoddy slanderous slavish sleazy slipshod
slothful sneaky so-called sordid spineless spurious stolen supine sycophantic tainted tight-fisted
tightfisted time-serving toothless treacherous trumped-up truthless two-faced two-timing tyrannical
unaccountable unaccounted unanswered uncaring unchristian unconscionable underhand unelected
unethical unfaithful unfeeling unforgivable unfounded unfulfilled ungrateful unheeded uninformed
unjust unkept unlawful unpaid unprincipled unprovoked unscrupulous untrue untruthful usurious venal
vengeful vicious vile vindictive wanton warlike wasteful weaselly wilful worthless wrongful
"""

OMISSIONS = """
acknowledge act answer apologise apologize ask audit bother care challenge check compensate consult
defend disclose enquire heed help honour inquire inspect intervene investigate lift listen mend
notice object prevent prosecute protect pursue repair reply rescue respond reveal supervise trouble
warn
"""
"""What someone who should have is charged with not having done: `nobody asked`."""

AGAINST = """
block charge chase close cut deprive drive fence fire fool forbid force hand herd hold ignore keep
leave march move order pack push put refuse sell send shut stop take tax throw treat turn
"""
"""Deeds that are wrongs in the eyes of those who say that they were done to them."""

CAUSE_VERBS = """
bankrupt breed bring cause choke close create cripple deepen doom drain drive empty end engender
flood foster fuel generate hasten kill kindle lure narrow originate precipitate produce prompt
provoke result ruin save shorten shrink silence spare spark spawn spell spoil strengthen swell
teach trigger undermine unleash weaken widen wipe worsen wreck yield
"""

DONE_WITH = """
answer bring commit condone cover cultivate engage finance inflict meet offer organise peddle
perpetrate practice practise resort reward sell sow spread stage tell tolerate unleash wage
"""
"""What one does with a wrong of one's own."""

BODIES = """
academy administration agency army authority bank board brewery bureau cabinet church clergy
command commission committee company concern consortium corporation council court department
directorate federation firm foundation government guild industry inspectorate institute junta
leadership league management militia ministry monopoly navy office opposition paper parliament
party police prefecture press railway regime regiment senate society state syndicate trust union
utility
"""
"""Bodies that answer for what they do, wherever the network sees none."""

_IRREGULAR = {
    "beat": "beaten", "betray": "", "bleed": "bled", "break": "broke broken", "bring": "brought",
    "buy": "bought", "cut": "", "drive": "drove driven", "forsake": "forsook forsaken",
    "hang": "hung", "hide": "hid hidden", "hit": "", "keep": "kept", "know": "knew known",
    "lead": "led", "lie": "lying", "make": "made", "mean": "meant", "mislead": "misled",
    "read": "", "ride": "rode ridden", "rip": "ripped", "see": "saw seen", "seek": "sought",
    "shoot": "shot", "shut": "", "slay": "slew slain", "steal": "stole stolen",
    "sell": "sold", "spell": "spelt", "tear": "tore torn", "tell": "told",
    "take": "took taken", "leave": "left", "throw": "threw thrown", "send": "sent", "put": "",
    "forbid": "forbade forbidden", "strike": "struck", "give": "gave given", "breed": "bred",
    "overrun": "overran", "undo": "undid undone", "sow": "sown", "spread": "", "swell": "swollen",
    "misspend": "misspent", "overspend": "overspent", "misrule": "", "foresee": "foresaw foreseen",
    "misread": "", "prey": "", "undersell": "undersold", "shrink": "shrank shrunk", "set": "",
    "withhold": "withheld", "wring": "wrung", "undercut": "", "fob": "",
}  # fmt: skip


def word_set(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


_TWICE = word_set(
    "axe bug con cut drag drug fob gag grab gut hit hop kidnap line mug plot rig rip rob rub scam"
    " scrap shred shun shut skim slap snub spy stab stop strip tap trap whip wiretap fib"
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
