"""Words by what they call their bearer; the lists are our own.

All in the singular and lower case, of a compound with hyphens the last part.
"""

from __future__ import annotations

from quoth.sources.words import words

TITLES = words("""
    actor actress adm admiral adviser advisor advocate aide alderman alderwoman ambassador
    analyst anchor anchorman anchorwoman archbishop assemblyman assemblywoman attache attaché
    attorney author ayatollah baron baroness bishop brig brigadier brother candidate canon
    capt captain cardinal chair chairman chairperson chairwoman chancellor chief cllr coach
    cofounder col colonel columnist comedian comic commander commissioner commodore
    congressman congresswoman constable consul coroner corporal correspondent councillor
    councilman councilor councilwoman count countess cpl dame dean delegate detective director
    doctor dr duchess duke earl economist editor emir emperor empress engineer envoy father
    founder gen general gov governor head historian hon honorable honourable host imam
    inspector judge justice king lady leader lieutenant lord lt madam magistrate maj major
    manager marshal mayor mep messrs minister miss moderator mp mr mrs ms msp mx nominee
    novelist officer pastor poet pollster pope premier president prince princess principal
    private prof professor prosecutor pte pvt queen rabbi rapporteur rep reporter
    representative rev reverend secretary sen senator sergeant sgt sheikh sheriff singer sir
    sister solicitor speaker spokesman spokesperson spokeswoman strategist sultan treasurer
    undersecretary vp warden whip widow widower
""")
"""What stands before a person's name and is no part of it."""
COURTESY = words("""
    dame dr hon honorable honourable madam messrs miss mr mrs ms mx sir
""")
"""Titles that tell no office or trade."""
SURNAMES = words("""
    abbot angel baker barber bishop brewer brother butcher canon cardinal carpenter chief
    clerk coach constable cook cooper count dean diver driver duke earl father fellow fisher
    forester fuller gardener general green guard head host hunter judge justice keeper king
    lady lord major marshal mason mate miller page parson peer pope porter potter prince
    private prophet ranger saint sexton shepherd singer sister smith star steward tailor
    warden weaver whip
""")
"""Titles that are names too: alone and without an article they name somebody."""
TRADES = words("""
    abbess abbot academic accountant accused acquaintance activist administrator adult agent
    airman ally alumna alumnus ancestor angel antagonist anthropologist apologist appellant
    appointee apprentice arbiter arbitrator archaeologist architect archivist artist assailant
    assemblymember associate astronomer atheist athlete attacker attendant attendee auditor
    aunt autocrat baby backbencher backer baker banker barber barrister bartender bearer
    believer benefactor billionaire biographer biologist blacksmith blogger boatman bodyguard
    bomber bondholder bookkeeper boss botanist boxer boy boyfriend brewer bricklayer bride
    broker buddhist builder bundler bureaucrat burglar businessman businessperson
    businesswoman butcher buyer bystander cadet caller cameraman campaigner captive
    cardiologist caretaker carpenter cashier casualty catholic celebrity centrist ceo cfo
    challenger champion chaplain chauffeur checker chef chemist chieftain child choreographer
    christian churchgoer citizen claimant classmate cleaner clergyman cleric clerk client
    climatologist cobbler colleague commentator commenter communist commuter companion
    complainant composer conductor confidant confidante congressmember conservative
    constituent consultant consumer contender contractor contributor convert convict coo cook
    cop copilot councilmember councilperson counsel counterpart cousin coworker creditor
    cricketer criminal critic curate curator customer cyclist dad dancer daughter deacon
    dealer debtor defector defendant defender democrat demographer demonstrator dentist deputy
    descendant designer detainee detractor developer dictator diplomat dissident diver docker
    donor driver drummer ecologist elder elector electrician emissary employee employer
    enforcer entertainer entrepreneur environmentalist epidemiologist evangelical executioner
    executive exile expert extremist eyewitness fan farmer fellow ferryman fiance fiancee
    fiancé fiancée fighter filmmaker financier firefighter fireman fisherman follower fool
    footballer forecaster foreigner foreman forester friar friend frontrunner fugitive
    functionary fundamentalist fundraiser gardener gatekeeper genius gentleman geologist girl
    girlfriend goalkeeper godfather goer golfer graduate grandchild granddaughter grandfather
    grandmother grandparent grandson green groom guard guerrilla guest guitarist gunman guy
    hacker hairdresser handler harbormaster harbourmaster hardliner hawk headmaster
    headmistress headteacher heir hero heroine hijacker hindu holder homeowner hopeful hostage
    housekeeper human hunter husband immigrant incumbent independent individual industrialist
    infantryman informant informer inhabitant inmate insider instructor insurgent interlocutor
    intern interpreter interviewee interviewer inventor investigator investor islander jailer
    jailor janitor jew jihadist journalist jurist juror keeper kid kidnapper killer kinsman
    laborer labourer labourite lad landlady landlord laundress lawmaker lawyer leaker lecturer
    legislator lender liaison liar liberal libertarian librarian lifeguard linguist listener
    lobbyist local lockkeeper logger loyalist magnate maid man marcher marine mason mastermind
    mate mathematician mechanic mediator medic member mentor mercenary merchant meteorologist
    midwife migrant militant millennial miller millionaire miner missionary model moderate
    mogul mom monarch monk mother motorist mum murderer musician muslim nanny narrator
    nationalist native navigator negotiator neighbor neighbour nephew neurologist neurosurgeon
    newscaster newsman newswoman niece nobleman nun nurse objector observer occupier offender
    officeholder official old ombudsman oncologist onlooker operative opponent organiser
    organizer orphan outsider owner painter panelist panellist paramedic parent parishioner
    parliamentarian participant partner passenger passerby pathologist patient peasant
    pedestrian pediatrician peer performer person petitioner pharmacist philosopher
    photographer physician physicist pianist picketer pilot plaintiff planner player
    playwright plumber policeman policewoman politician porter potter preacher predecessor
    presenter priest prisoner producer programmer progressive prophet proponent proprietor
    protege protestant protester protestor protégé psychiatrist psychologist publisher pundit
    pupil quarterback questioner rancher ranger rapper reader rebel receptionist recruit
    referee reformer refugee registrar relative republican rescuer researcher resident
    respondent reviewer ringleader rival robber roommate ruler runner sailor saint salesman
    saleswoman sceptic scholar schoolmaster schoolmate schoolteacher scientist screenwriter
    sculptor seaman seamstress seeker seller senior separatist servant serviceman servicewoman
    settler sexton shareholder shepherd shooter shopkeeper shopper sibling signatory sikh
    skeptic skipper smith smuggler socialist sociologist soldier son songwriter specialist
    spectator speechmaker speechwriter spouse spy staffer stakeholder stalwart star statesman
    stateswoman statistician stenographer stepdaughter stepfather stepmother stepson stevedore
    steward stewardess stockholder storekeeper stranger striker strongman student subordinate
    subscriber successor superdelegate superior supervisor supporter surgeon surrogate
    surveyor survivor suspect swimmer tailor taxpayer teacher teammate technician teen
    teenager tenant terrorist theologian therapist thief tory tourist townsman trader
    traditionalist trafficker trainee trainer traitor translator traveler traveller tribesman
    trooper trucker turncoat tutor twin tycoon typist umpire uncle undergraduate undertaker
    unionist user vendor verger vet veteran veterinarian vicar viceroy victim viewer villager
    villain violinist virologist visitor volunteer voter waiter waitress warder warlord weaver
    welder whig whistleblower wife witness woman worker worshipper wrestler writer youth
    zoologist
""")
"""Other nouns for one person: trades, offices, ties."""
GOVERNMENTS = words("""
    administration agency army assembly authority bureau cabinet capital city coastguard
    commission congress constabulary consulate council country county court customs department
    directorate district embassy enforcement exchequer fleet garrison gendarmerie government
    inspectorate jail judiciary junta jury kingdom legislature military militia ministry
    monarchy municipality nation navy office parliament patrol police politburo presidency
    prison prosecution province regime regulator republic secretariat senate state
    subcommittee taxman town treasury tribunal village
""")
"""Bodies of state."""
ORGANISATIONS = words("""
    academy airline airport alliance association auctioneer automaker band bank bar bloc board
    body branch brigade brokerage business cafe camp campaign carmaker carrier cartel casino
    caucus cell chain chapter charity chipmaker choir church clinic club coalition college
    committee company confederation conglomerate congregation consortium consultancy convent
    coop cooperative corporation delegation denomination diocese division drugmaker enterprise
    estate exchange faction factory faculty farm federation firm foundation franchise
    fraternity front fund gallery gang guild headquarters hospital hotel industry institute
    institution lab label laboratory league library lobby lodge mafia maker management
    manufacturer mill mine mission monastery monopoly mosque movement museum network ngo
    nonprofit observatory operation operator opposition orchestra organisation organization
    pac parish partnership party platform port practice profit registry resistance resort
    restaurant retailer school sect seminary service shipyard shop society sorority squad
    startup store studio subsidiary supermarket synagogue syndicate tank team temple theater
    theatre thinktank trust union unit university utility vatican venture watchdog
""")
"""Other bodies."""
OUTLETS = words("""
    blog broadcaster broadsheet channel daily gazette journal magazine media news newsletter
    newspaper newsroom newswire outlet paper periodical podcast portal press publication radio
    site station tabloid television tv website weekly wire
""")
DOCUMENTS = words("""
    abstract accord account act ad address advert advertisement affidavit agreement amendment
    analysis annals archive article assessment audit autobiography average banner bible bill
    billboard biography blueprint book brief broadcast brochure budget bulletin cable
    calculation caption cartoon catalog catalogue census certificate chart charter check
    cheque chronicle circular clause clip code column comment commercial communique communiqué
    complaint constitution contract copy data database dataset deal decision declaration
    decree deed deposition diary dictionary directive disclosure dispatch dissertation
    document documentary documentation dossier draft edict edition editorial email
    encyclopaedia encyclopedia entry episode essay estimate evaluation evidence excerpt expose
    exposé fax feature figure filing film finding findings flyer footage footnote forecast
    gospel graph graphic guide guideline handbook headline history hymn image index indictment
    inquiry inscription interview introduction inventory investigation invoice journal
    judgement judgment koran law lawsuit leaflet lease lecture ledger legislation letter
    licence license list log logbook lyric manifesto manual manuscript map material
    measurement memo memoir memorandum message minutes motion motto movie note notice novel
    obituary opinion order ordinance pact page pamphlet paperwork paragraph passage passport
    permit petition photo photograph picture piece pitch placard plan plaque play poem policy
    poll polling portrait post poster precedent preface profile program programme projection
    proposal proverb psalm questionnaire quip quotation quote quran ranking reading receipt
    record recording register regulation release remark report reporting research resolution
    result review rule rules ruling scripture scroll sermon sheet show sign slogan snapshot
    song speech spot statement statistic statute sticker story study subpoena suit summary
    summons survey table tablet tally tape telegram test testimony text textbook thesis
    tombstone transcript treaty tweet verdict verse version video warrant
""")
"""What is written, recorded or counted."""
GROUPS = words("""
    anybody audience base black bourgeoisie circle clan class clergy community couple crew
    crowd dozen duo electorate elite entourage establishment everybody everyone faithful
    family fifth folk force generation group half household hundred laity leadership left
    mainstream majority masses million minority mob neighborhood neighbourhood nobility nobody
    none number pair panel peasantry people percent percentage personnel plurality population
    posse public quarter quartet right share side staff staffers third thousand throng trio
    troop white wing workforce
""")
"""Several people, though the noun stands in the singular, and shares of people."""
VAGUE = words("""
    adversary advocate analyst anybody anyone backer commentator critic cynic defender
    detractor doubter enemy everybody everyone expert few foe folk gossip hearsay insider
    legend many media most naysayer nobody observer one onlooker opponent optimist other
    people pessimist press proponent pundit rival rumor rumour sceptic skeptic some somebody
    someone source speculation supporter tradition watcher word
""")
"""Nouns and pronouns that tell nobody's circle unless something narrows them."""
NO_ROLE = words("""
    adult angel boy casualty child citizen elder fool foreigner genius gentleman girl guy hero
    heroine human individual inhabitant islander kid lad lady liar local loser man native
    neighborhood old one other person resident seeker source stranger survivor
    teen teenager victim villager villain winner woman youth
""")
"""Nouns for persons that tell no office, trade or tie."""
MINDS = words("""
    eye face heart judgment lip mind mouth opinion own tongue view voice word
""")
"""What somebody sees, thinks or speaks with: the source is whose it is."""
GENERIC = words("""
    anonymous bitter certain close different early few fierce former good great growing harsh
    key knowledgeable latest leading least less loud many media more most multiple new news
    numerous ordinary other outside outspoken own press prominent real same senior serious
    several sharp single so-called some such top two unidentified unnamed various vocal well-
    placed
""")
"""Adjectives that do not tell whose circle somebody belongs to."""
AMOUNTS = words("""
    array average bulk bunch chorus chunk couple cross-section dozen few fourth group half
    handful host hundred list lot majority minority most number pair part percent portion
    quarter range rest section series share slew slice string third thousand variety wave
""")
"""Nouns for how many: "of …" tells who."""
FORMERLY = words("""
    acting chief deputy ex former incoming interim late retired senior then vice
""")
"""What stands before a title and is no part of a name."""
