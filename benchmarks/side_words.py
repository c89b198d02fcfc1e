"""Words that a text exchanges when its sides are exchanged, in tables of partners."""

from __future__ import annotations

PARTIES = """
Republicans Republican RNC NRCC NRSC | Democrats Democrat DNC DCCC DSCC
Republican Republican Republicans | Democratic Dem Dems
GOP | Democratic
conservative conservatives conservatism | liberal liberals liberalism
right-wing right-winger right-wingers rightwing | left-wing left-winger left-wingers leftwing
far-right hard-right alt-right center-right | far-left hard-left alt-left center-left
right-leaning far_right right_wing | left-leaning far_left left_wing
rightist rightists | leftist leftists
red-state red-states red_state red_states | blue-state blue-states blue_state blue_states
"""
"""A side on each side of the bar; the first line that holds a word says its partner."""

COUNTRIES = """
Russia Russian Russians Moscow | Germany German Germans Berlin
Iran Iranian Iranians Tehran | Norway Norwegian Norwegians Oslo
China Chinese Beijing | France French Paris
Mexico Mexican Mexicans Mexico_City | Canada Canadian Canadians Ottawa
North_Korea North_Korean North_Koreans Pyongyang | South_Korea South_Korean South_Koreans Seoul
Syria Syrian Syrians Damascus | Australia Australian Australians Canberra
Iraq Iraqi Iraqis | Saudi_Arabia Saudi Saudis
Turkey Turkish Turks Turk Ankara | Britain British Britons Briton London
Pakistan Pakistani Pakistanis | Israel Israeli Israelis
Ukraine Ukrainian Ukrainians | Italy Italian Italians
Afghanistan Afghan Afghans | Belgium Belgian Belgians
Cuba Cuban Cubans | Chile Chilean Chileans
Venezuela Venezuelan Venezuelans | Colombia Colombian Colombians
Egypt Egyptian Egyptians | Austria Austrian Austrians
Vietnam Vietnamese | Japan Japanese
Burma Burmese | Malta Maltese
Libya Libyan Libyans | Slovakia Slovakian Slovakians
Poland Polish Poles | Sweden Swedish Swedes
Haiti Haitian Haitians | Brazil Brazilian Brazilians
"""
"""Partners form their adjectives and peoples alike; the United States stay, as home of it all."""

OUTLETS = """
Fox_News | MSNBC
Washington_Times Washington_Examiner New_York_Post | New_York_Times Huffington_Post Washington_Post
Breitbart Newsmax Townhall | HuffPost CNN Politico
Daily_Caller Weekly_Standard National_Review RedState | Daily_Beast New_Republic Mother_Jones Vox
CBS PBS | NBC ABC
Xinhua | Reuters
"""
"""Partners take `the` alike, and leave the short names, the Times and the Post, as they are."""

WELL_KNOWN = """
Donald Trump Trumps | Hillary Clinton Clintons
Mitt Romney Romneys | Barack Obama Obamas
"""
"""Exchanged wherever they stand, first names also alone."""

NAMES = """
Mike Pence | Tim Kaine
Ted Cruz | Bernie Sanders
Mitch McConnell | Harry Reid
Paul Ryan | Chuck Schumer
John McCain | John Kerry
Lindsey Graham | Joe Biden
Marco Rubio | Cory Booker
Chris Christie | Andrew Cuomo
Newt Gingrich | Howard Dean
Rudy Giuliani | Terry McAuliffe
Paul Manafort | David Axelrod
Steve Bannon | John Podesta
Reince Priebus | Robby Mook
Jeff Sessions | Patrick Leahy
Jason Chaffetz | Elijah Cummings
George Bush | Jimmy Carter
Ben Carson | Jim Webb
Carly Fiorina | Elizabeth Warren
Kellyanne Conway | Donna Brazile
Sarah Palin | Claire McCaskill
Susan Collins | Nancy Pelosi
Kelly Ayotte | Maggie Hassan
Condoleezza Rice | Loretta Lynch
"""
"""Exchanged in an article that carries one of the two in full: a surname alone may be anybody's.

Other bearers of a surname change with it, first names only before it: Bill Clinton is Bill Trump.
"""

GENDERS = """
he him himself his | she her herself hers
Mr. Mr Mr. Mister | Mrs. Mrs Ms. Miss
man men gentleman gentlemen sir | woman women lady ladies ma'am
boy boys boyfriend boyfriends male males | girl girls girlfriend girlfriends female females
son sons grandson grandsons stepson | daughter daughters granddaughter granddaughters stepdaughter
father fathers grandfather grandfathers | mother mothers grandmother grandmothers
stepfather dad dads daddy fatherhood paternal | stepmother mom moms mommy motherhood maternal
husband husbands brother brothers widower widowers | wife wives sister sisters widow widows
uncle uncles nephew nephews actor actors | aunt aunts niece nieces actress actresses
"""
OFFICES = "spokes chair congress business council assembly police sales states news anchor fire"
"""What stands before -man and -woman."""

KEPT = {
    "parties": "Republican_Guard Irish_Republican Democratic_Republic Democratic_People "
    "Christian_Democrat Christian_Democrats Christian_Democratic Social_Democrat Social_Democrats "
    "Social_Democratic Liberal_Democrat Liberal_Democrats Free_Democrats liberal_arts "
    "conservative_estimate",
    "countries": "New_Mexico South_China British_Columbia Saudi_Arabian Paris_Hilton London_Breed",
    "outlets": "Andrew_Breitbart",
    "names": "Warren_Buffett Carter_Page Dean_Baquet Reid_Hoffman",
    "genders": "Mother_Jones Lady_Gaga Uncle_Sam Lehman_Brothers Warner_Brothers Koch_Brothers",
}
"""What holds a word of a table and is something else."""
BEARERS = {"Cuban": "Mark Cuban", "France": "Brian France", "Fox": "Vicente Fox"}
"""Words that are left alone in an article that carries a person of that name."""
