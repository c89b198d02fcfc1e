"""Which act a word performs: verbs, nouns and adjectives that attribute, by what they do.

Entries are dictionary forms, parted by commas; several words are found in this order with a few
others between them. A form of its own (`convinced`) goes before the word it is a form of. Chosen
by us after the guide in `tests/marked`; that verbs of speech fall into such families, and that
nouns and adjectives follow their verbs, is Levin's (1993, chapters 31 to 37) and Wierzbicka's
(1987) finding.
"""

from __future__ import annotations

from quoth.details.cues.lists import entries
from quoth.records import Act

_BY_ACT: dict[Act, str] = {
    "assert": """
        ad-lib, add, address, advertise, affidavit, affirm, air, announce, announcement, answer,
        argue, argument, articulate, assert, assertion, assurance, assure, attest, author, aver,
        avow, babble, bark, bellow, blog, blurt, boast, boom, brag, brand, brief, briefing,
        broadcast, call, caption, categorize, certify, chant, characterisation, characterise,
        characterization, characterize, chat, chuckle, claim, clarify, classify, coin, column,
        comeback, comment, communicate, compare, conclude, confide, contend, contention, contrast,
        conversation, converse, convey, convict, counter, cover, crack, croak, crow, cry, debate,
        declaration, declare, decree, define, definition, deliver, delusion, depict, depiction,
        depose, deposition, describe, description, detail, dialogue, dictate, dictum, disclose,
        disclosure, discuss, discussion, divulge, downplay, drawl, drone, dub, dwell, e-mail,
        elaborate, email, emphasise, emphasize, engage, entitle, enumerate, essay, estimate,
        evident, exaggerate, exclaim, explain, explanation, expose, expound, express, fabricate,
        falsehood, fantasy, feature, focus, formulate, formulation, frame, gasp, gloat, go, grin,
        groan, growl, gush, hammer, headline, herald, hint, hiss, hypothesise, hypothesize, imply,
        include, indicate, indication, inform, inscribe, insert, insist, insistence, interject,
        interpose, interpretation, interrupt, interview, intimate, intone, introduce, issue, jest,
        joke, jot, label, lament, laugh, leak, lecture, lesson, letter, lie, liken, list, mail,
        maintain, mantra, maxim, memo, memorandum, mention, message, mislead, misrepresent,
        missive, misstate, moan, motto, mumble, murmur, muse, mutter, myth, name, narrative,
        negotiate, nickname, note, notify, observe, obvious, op-ed, opine, outline, overstate,
        paint, per, philosophise, phone, phrase, pitch, pivot, point, portray, portrayal, posit,
        post, postulate, preach, present, presentation, pretence, pretend, pretense, print,
        proclaim, proclamation, profess, pronounce, pronouncement, propound, publicise, publicize,
        publish, purport, purr, put, quip, ramble, rank, rant, rate, read, reaffirm, reason,
        reassurance, reassure, recite, refrain, reiterate, rejoin, relate, release, remark,
        remind, reminder, rename, repeat, reply, represent, respond, response, restate, retort,
        retweet, reveal, revelation, rhetoric, riff, roar, rule, ruling, say, saying, scream,
        scribble, self-described, self-proclaimed, sentence, sermon, shout, sigh, signal, sing,
        slogan, smile, snap, snarl, so-called, sob, sound, spar, speak, specify, speech, spill,
        spin, stammer, state, statement, stipulate, stress, stutter, style, submit, sugarcoat,
        suggest, suggestion, summarise, summarize, swear, tackle, talk, teach, tease, tell, term,
        testify, testimony, text, theorise, theorize, thesis, thunder, tirade, title, touch,
        translation, tweet, underline, underscore, understate, unmask, unveil, utter, utterance,
        venture, verdict, voice, volunteer, whine, whisper, wisecrack, word, words, write, yell,
        accord to, according to, as per, be apparent, be clear, be evident, be known as, be known
        for, be like, be no doubt, be no question, be obvious, be outspoken, be plain, be quick
        to, be vocal about, bring up, by admission, call attention to, chime in, conspiracy
        theory, draw attention to, drive home, expand on, fire back, get back to, get word, give
        voice to, gloss over, go back to, go on about, go on record, go without saying, hasten to
        add, hold forth, in accordance with, in the words of, in words, it appear, it seem, lay
        bare, lay out, let it be known, let know, let slip, look like, make a case, make a point,
        make believe, make clear, make known, make much of, make plain, make the case, make the
        point, mince no word, news conference, open up about, pipe up, play down, point out,
        ponder aloud, press conference, press release, put at, put figure at, put forward, put it,
        reach out to, send word, serve notice, set forth, set out, share thought, shoot back, sign
        off, so called, speak of, speak out on, spell out, spread the word, stake out, stand to
        reason, sum up, sure look like, talk of, talking point, tell of, throw in, wax lyrical,
        weigh in, would have believe, write back""",
    "report": """
        account, anecdote, bulletin, carry, chronicle, coverage, dispatch, document, gossip,
        hearsay, investigate, learn, log, memoir, narrate, noise, recall, recollection, record,
        recount, register, relay, reminisce, reminiscence, report, reportage, retell, rumor,
        rumour, story, tale, testimonial, transcribe, transcript, uncover, unearth,
        be rumoured, be whispered, break the news, break the story, hear from, pass along, pass
        on, quote as saying, report back, whisper in""",
    "deny": """
        abjure, annul, backpedal, belie, contest, contradict, contradiction, debunk, decline,
        demur, denial, deny, disagree, disagreement, disallow, disavow, disavowal, disclaim,
        disclaimer, discredit, dismiss, dismissal, disown, disprove, dispute, dissent, forswear,
        gainsay, invalidate, negate, negative, nullify, overrule, overturn, quash, rebuff, rebut,
        rebuttal, recant, refusal, refuse, refutation, refute, reject, rejection, renounce,
        repudiate, repudiation, rescind, retract, retraction, reverse, revoke, scotch, spurn,
        veto, void, waive, withdraw,
        back away from, back off, bat away, brush aside, brush off, call off, distance oneself,
        fend off, give the lie to, have nothing to do with, knock down, pour cold water on, push
        back, put to rest, rule out, say no, set aside, shake head, shoot down, shrug off, shy
        away from, strike down, swear off, take issue with, throw cold water on, throw out, turn
        down, walk back, wash hands of, wave away, wave off""",
    "accuse": """
        accusation, accuse, allegation, allege, arraign, arrest, blame, charge, fault, finger,
        impeach, impeachment, implicate, impute, incriminate, inculpate, indict, indictment,
        innuendo, insinuate, insinuation, lawsuit, prosecute, smear, sue, suit,
        attribute blame, call out for, cry foul, file a lawsuit, file suit, find guilty, hold
        accountable, hold responsible, lay at the door, lay blame, make out a case against, pin
        blame, pin on, point finger, point the finger, put blame""",
    "claim_responsibility": """
        accept responsibility, acknowledge responsibility, admit responsibility, assume
        responsibility, be behind, claim authorship, claim credit, claim of responsibility, claim
        responsibility, take credit, take responsibility, take the blame""",
    "admit": """
        accept, acknowledge, acknowledgement, acknowledgment, admission, admit, allow, concede,
        concession, confess, confession, grant, own, recognise, recognition, recognize,
        be forced to concede, come clean, face up to, fess up, give ground on, hold hand up, make
        little secret of, make no bones about, make no secret of, own up, plead guilty, plead no
        contest, unapologetic about""",
    "confirm": """
        affirmation, authenticate, confirm, confirmation, corroborate, corroboration,
        ratification, ratify, reconfirm, substantiate, uphold, validate, validation, verification,
        verify, vouch,
        bear out, stand by, vouch for""",
    "demand": """
        advice, advise, advocacy, advocate, agitate, appeal, authorise, authorize, ban, bar, beg,
        beseech, bid, cajole, campaign, challenge, clamor, clamour, coax, command, compel,
        convince, counsel, crave, dare, demand, desire, direct, directive, encourage,
        encouragement, enjoin, enlist, entreat, exhort, exhortation, forbid, force, implore,
        impose, incite, injunction, instigate, instruct, instruction, invitation, invite,
        legislate, limit, lobby, mandate, nag, need, nudge, oblige, order, permit, persuade,
        petition, plea, plead, prescribe, prescription, press, pressure, prevail, prod, prohibit,
        prohibition, proponent, proposal, propose, push, rally, recommend, recommendation,
        recruit, regulate, request, require, requirement, restrict, seek, solicit, spur, subpoena,
        summon, task, ultimatum, urge, urging, want,
        appeal for, appeal to, argue for, ask for, ask to, be advised, be after, be eager for, beg
        for, call for, call on, call to, call upon, campaign for, cry for, cry out for, hold out
        for, in need of, insist on, issue regulation, lean on, like to see, lobby for, look for,
        make a plea, make the case for, move to, nominate to, pile pressure on, plead for, plead
        with, press for, push for, put pressure on, should like, speak out for, want to see, would
        like""",
    "promise": """
        agenda, aim, ambition, aspiration, aspire, attempt, bind, blueprint, commit, commitment,
        concoct, consent, conspire, contemplate, contract, covenant, dedicate, design,
        determination, determined, devise, devote, drive, eager, effort, endeavor, endeavour,
        envisage, explore, eye, goal, guarantee, hesitant, hesitate, initiative, intend, intent,
        intention, keen, loath, mission, mull, oath, objective, offer, plan, platform, pledge,
        plot, poised, policy, prepare, priority, promise, pursue, quest, readiness, ready,
        reluctance, reluctant, reserve, resolve, scheme, strategy, strive, target, try, undertake,
        undertaking, unwilling, unwillingness, vie, vision, vow, weigh, willing, willingness,
        agree to, be bent on, be committed, be considering, be going to, be inclined, be intent,
        be looking at, be out to, be prepared, be ready, be set, be set on, be weighing, be
        willing, be working on, bent on, draw plan, draw up, give word, have in mind, leave door
        open, look to, map out, mean to, opt to, seek to, set about, set sights, sign up for, sign
        up to, stand ready, step up, take up on, want to, wish to""",
    "threaten": """
        blackmail, brandish, bully, intimidate, menace, saber-rattle, threat, threaten,
        put on notice, swear revenge, threaten with, vow revenge""",
    "warn": """
        afraid, alert, anticipate, apprehension, apprehensive, augur, await, bet, brace, caution,
        caveat, dread, envision, expect, expectation, fear, fearful, foreboding, forecast,
        foresee, foreshadow, foretell, forewarn, frightened, outlook, portend, predict,
        prediction, premonition, presage, prognosis, prognosticate, project, projection, prophecy,
        prophesy, scared, terrified, wager, warn, warning, wary,
        be bound to, be likely, be unlikely, be wary, look forward to, raise raise red flag, raise
        the sound a warning, sound the alarm""",
    "praise": """
        absolve, acclaim, accolade, admiration, admire, admirer, applaud, applause, appreciation,
        appreciative, approbation, approval, approve, back, backer, backing, bless, blessing,
        celebrate, champion, cheer, cherish, co-sponsor, commend, commendation, compliment,
        congratulate, congratulation, credit, crown, defence, defend, defender, defense, elect,
        embrace, endorse, endorsement, enthusiastic, eulogise, eulogize, excuse, exonerate, extol,
        favor, favour, flatter, forgive, glamorise, glorify, grateful, gratitude, greet, hail,
        honor, honour, idolise, idolize, impressed, justification, justify, kudos, laud, nominate,
        nomination, pardon, plaudit, plug, praise, prize, promote, rave, reelect, relish, revere,
        romanticise, root, salute, side, sponsor, stump, support, supporter, supportive, thank,
        thankful, thanks, toast, tout, treasure, tribute, trumpet, vindicate, welcome,
        be a fan of, be all for, be impressed, be nice about, be on board, be open to, cast a vote
        for, cast ballot for, cast vote for, come out for, come out in favor of, come out in
        favour of, come out in support of, embrace the idea of, express confidence, get behind,
        give credit, give nod, give thanks, good word, heap praise, high mark, in favor of, in
        favour of, in honour of, in support of, kind word, lavish praise, lend support, line up
        behind, on board with, pay homage, pay tribute, plump for, rally around, rally behind,
        rally round, sign on to, sing the praises, speak highly of, speak in favour of, speak up
        for, speak well of, stand behind, stand up for, stick up for, sympathetic to, throw
        support behind, throw weight behind, tip hat, vote for, vote of confidence, vote to
        confirm, warm word""",
    "condemn": """
        abhor, admonish, admonition, against, animosity, anti, antipathy, appalled, assail,
        attack, aversion, backlash, balk, barb, bash, battle, baulk, belittle, bemoan, berate,
        bewail, blast, blister, boo, boycott, bristle, broadside, carp, castigate, censure,
        chastise, chide, combat, complain, complaint, condemn, condemnation, contempt,
        contemptuous, cringe, critic, critical, criticise, criticism, criticize, critique, curse,
        decry, demonise, demonize, denigrate, denounce, denunciation, deplore, deride, derision,
        despise, detest, detractor, diatribe, ding, disapproval, disapprove, discontent, disdain,
        disgust, disgusted, dislike, dismissive, disparage, disparagement, displeasure,
        disrespect, dissatisfaction, distaste, eviscerate, excoriate, execrate, fight, flay,
        frown, fume, furore, grievance, gripe, grouse, grumble, harangue, hate, hatred, heckle,
        hit, hostile, hostility, impugn, insult, invective, jab, jeer, knock, lambast, lambaste,
        lampoon, lash, loathe, malign, mock, mockery, mourn, needle, object, objection, onslaught,
        opponent, oppose, opposed, opposition, outcry, pan, parody, picket, pillory, poke, pounce,
        protest, pummel, rage, rail, rap, rebuke, reprimand, reproach, reprove, repugnance,
        resent, resentment, resist, resistance, revile, ridicule, rip, roast, rubbish, rue,
        satirise, satirize, savage, scathing, scoff, scold, scolding, scorch, scorn, seethe,
        shame, sideline, skewer, slag, slam, slate, slur, sneer, snipe, snub, sour, stigmatise,
        stigmatize, swipe, tar, taunt, torch, trash, undercut, undermine, upbraid, uproar, vent,
        vilification, vilify, vitriol, whinge, wince,
        be against, be angry at, be unhappy, be up in arms, blunt word, bridle at, call it a
        shame, call out, come out against, come under attack, come under fire, cry foul over, draw
        criticism, draw fire, dress down, file a complaint, find fault with, fire at, fire shot
        at, fury at, give a drubbing, go after, go off on, harsh word, heap scorn, hit back, hit
        out, kick out at, lash out, lay into, light into, look down on, make fun of, pile into,
        pile on, poke fun at, poke hole in, pour scorn, push against, put down, rage against, rail
        against, raise hackle, raise objection, rip into, run down, see red, sharp word, shout
        down, speak against, speak out against, stand against, strong word, take a dim view of,
        take a jab at, take a shot at, take a swipe at, take aim at, take exception, take offence,
        take offense, take shot at, take to task, tear into, tough word, turn against, turn on,
        unhappy with, vote against, wage war on""",
    "question": """
        agnostic, ask, baffled, consult, curiosity, curious, disbelief, distrust, distrustful,
        doubt, doubtful, dubious, enquire, enquiry, examine, grill, incredulity, incredulous,
        inquire, inquiry, interrogate, misgiving, mistrust, mystery, mystified, poll, probe,
        puzzle, puzzled, quandary, query, question, quiz, reservation, sceptical, scepticism,
        scrutinise, scrutinize, second-guess, skeptical, skepticism, speculation, survey,
        suspicious, uncertain, uncertainty, unclear, unconvinced, unsure, wonder,
        ask about, be in doubt, be not sure, be puzzled, be unconvinced, call in question, call
        into question, cast doubt, debate over, demand to know, express doubt, look into, pose
        question, press about, press for answer, press on, raise doubt, raise eyebrow, raise
        question, request comment, request for comment, seek to find out, seek to know, try to
        find out, want to know, want to understand, wonder about""",
    "think": """
        affection, agonise, agonize, alarm, alarmed, amaze, amazed, amazement, ambivalent, amuse,
        amused, anger, angry, annoy, annoyed, anxiety, anxious, apathy, appear, appetite,
        appreciate, ashamed, assessment, assume, assumption, astonish, astonished, astonishment,
        attitude, aware, awareness, belief, believe, bemused, bewilderment, bitter, bother, brood,
        calculate, care, certain, choice, choose, comfortable, comprehend, conceive, concentrate,
        concern, concerned, confidence, confident, confused, confusion, conjecture, conscious,
        consensus, consider, content, contentment, conviction, convinced, craving, credible,
        cynical, decide, decision, deduce, deem, deliberate, delight, delighted, depend, despair,
        determine, devotion, disappoint, disappointed, disappointment, discomfort, discover,
        dismay, dismayed, disregard, disturbed, dream, ecstatic, elated, embarrass, embarrassed,
        embarrassment, enamored, enamoured, enjoy, enrage, enthusiasm, envious, envy, esteem,
        euphoria, excite, excited, excitement, faith, familiar, fancy, fantasise, fantasize,
        fascinate, fascinated, feel, feeling, figure, find, fixated, fond, fondness, forget, fret,
        frustrate, frustrated, frustration, furious, fury, gather, glad, grapple, grasp,
        gratification, grief, guess, guilt, hanker, happiness, happy, hear, hold, hope, hopeful,
        hopefully, horrify, horror, hurt, idea, identify, ideology, ignorant, ignore, imagine,
        impress, impression, incensed, indifference, indifferent, indignation, infer, infuriate,
        insecurity, insulted, interest, interested, interpret, intrigue, intrigued, ire, irritate,
        irritated, jealous, jealousy, joy, jubilant, judge, judgement, judgment, know, knowledge,
        like, listen, livid, long, longing, look, love, loyal, loyalty, marvel, meditate, memory,
        mind, mindful, mindset, misjudge, moved, nervous, nervousness, nostalgia, notice, notion,
        obsessed, obsession, offended, opinion, opt, optimism, optimistic, outrage, outraged,
        overestimate, overlook, overwhelmed, passion, perceive, perception, perspective,
        persuaded, pessimism, pessimistic, philosophy, pick, pity, please, pleased, ponder,
        position, positive, prefer, preference, preoccupied, presume, pride, proud, rattle,
        realisation, realise, realization, realize, reckon, recollect, reconsider, regard, relief,
        relieved, rely, remember, resigned, resonate, respect, rethink, revisit, sad, sadness,
        satisfaction, satisfied, sceptic, see, seem, select, sense, sensitive, sentiment, shock,
        shocked, sick, speculate, stance, startle, strike, struggle, stun, stunned, suppose, sure,
        surmise, surprise, surprised, suspect, suspicion, sympathy, take, tempted, theory, think,
        thought, thrill, thrilled, tired, tolerance, troubled, trust, unaware, uncomfortable,
        underestimate, understand, understanding, unease, uneasy, unsettle, upset, value, view,
        watch, weary, wisdom, wish, worldview, worried, worry, yearn, yearning, zeal,
        as see it, be drawn to, be known to, be of the opinion, be of the view, be pissed off, be
        struck by, be under the impression, bear in mind, believe in, buy into, change mind, come
        around to, come to believe, come to see, come to terms, come to think, come to understand,
        conventional wisdom, count on, desire for, elect to, find it, find out, get the sense,
        have faith, have the impression, in estimation, in eye, in judgment, in mind, in opinion,
        in view, jump to the conclusion, keep an eye on, look up to, lose sleep over, make sense,
        make up mind, pay attention, reflect on, set store by, size up, subscribe to, take as,
        take for granted, take to be, to mind""",
    "agree": """
        accede, accord, acquiesce, agree, agreement, align, assent, concur, concurrence, ditto,
        echo, mirror, second, share, sympathise, sympathize, unanimous,
        agree with, be at one, be in agreement, be of one mind, be united, chime with, common
        ground, fall in line, go along, identify with, join in, see eye to eye, share concern,
        share the view, share view, side with""",
    "apologise": """
        apologise, apologize, apology, atone, contrite, regret, remorse, remorseful, repent,
        repentance, sorry,
        ask forgiveness, ask pardon, be sorry, beg pardon, express regret, mea culpa, say sorry""",
    "show": """
        analysis, betoken, betray, capture, count, data, demonstrate, demonstration, detect,
        diagnose, discovery, display, establish, evidence, evince, exemplify, exhibit, film,
        finding, highlight, illustrate, illustration, manifest, mark, measure, peg, pinpoint,
        proof, prove, reflect, reflection, research, result, show, sign, spotlight, statistics,
        study, symbolise, symbolize, tally, track,
        attest to, bear witness, bring home, bring to light, cast light on, draw a link, draw
        link, give the impression, leave little doubt, leave no doubt, make evident, offer
        evidence, offer proof, shed light on, shine light on, testify to, throw light on""",
    "cite": """
        allude, allusion, ascribe, attribute, attribution, citation, cite, footnote, harken,
        invoke, misquote, name-check, paraphrase, plagiarise, quotation, quote, refer, reference,
        as evidence, base on, borrow from, credit to, draw on, hark back, link to, mention by
        name, note in a footnote, note in the margin, point to""",
}


ACTS: dict[str, Act] = {}
"""Entry to act; of an entry that stands twice, the first counts."""
for _act, _listed in _BY_ACT.items():
    for _entry in entries(_listed):
        ACTS.setdefault(_entry, _act)
