"""Words that tell whether a man, a woman or a thing is meant: titles, nouns, first names.

Our own lists, of words in everyday use and names common in the press; a name that is given to both
is in neither. They serve for joining mentions alone: no field of a source is filled from them.
"""

from __future__ import annotations

from quoth.sources.words import words

UNKNOWN, MALE, FEMALE, THING = range(4)

TITLES = {
    **dict.fromkeys(words("mr sir lord mister king prince duke pope father brother fr"), MALE),
    **dict.fromkeys(words("mrs ms miss mme madam lady dame queen princess duchess sister"), FEMALE),
    **dict.fromkeys(
        words("""
        dr prof professor president vice senator sen rep representative congressman congresswoman
        gov governor mayor minister secretary judge justice chief general gen col colonel major maj
        captain capt lieutenant lt sergeant sgt officer inspector detective ambassador rev reverend
        bishop archbishop cardinal rabbi imam sheikh saint st chancellor premier councillor
        councilman councilwoman alderman commissioner director chairman chairwoman chair speaker
        attorney prime deputy former acting then emperor empress dean admiral adm coach doctor nurse
        candidate nominee spokesman spokeswoman spokesperson tsar czar earl regent fellow counsel
        member ceo administrator leader head manager senators congressmen master pastor first state
        """),
        UNKNOWN,
    ),
}
"""Words that stand before a name, or for it, and are no part of it."""

_MALE = """
man men boy boys gentleman father dad son sons brother brothers husband uncle nephew grandfather
grandson king prince duke emperor lord sir guy guys spokesman chairman businessman congressman
salesman policeman fireman statesman anchorman cameraman fisherman actor waiter widower groom
boyfriend monk priest bishop pope stepfather male alderman councilman assemblyman ombudsman
postman craftsman nobleman clergyman sportsman patriarch
"""
_FEMALE = """
woman women girl girls lady mother mom mum daughter daughters sister sisters wife aunt niece
grandmother granddaughter queen princess duchess empress madam spokeswoman chairwoman
businesswoman congresswoman saleswoman policewoman actress waitress widow bride girlfriend nun
stepmother female councilwoman assemblywoman heroine matriarch mistress ballerina
"""
NOUNS = {**dict.fromkeys(_MALE.split(), MALE), **dict.fromkeys(_FEMALE.split(), FEMALE)}

_MEN = """
aaron abdul abraham adam adolf adrian ahmad ahmed alan albert aldo alejandro alessandro alexander
alexei alfred ali allan allen alvin ambrose amir anders andre andreas andrei andrew andy angelo
anthony anton antonio archibald ari arnold arthur austin barack barry bart bartholomew ben benedict
benjamin bernard bernie bert bill billy björn bob bobby boris brad bradley brandon brendan brent
brett brian bruce bruno bryan byron caleb carl carlos carlo cedric cesar chad charles charlie chris
christian christopher claude clifford clint clive colin conrad craig curtis cyril dale damian dan
daniel danny darren dave david dean dennis derek desmond diego dieter dirk dmitri dominic don donald
doug douglas duncan dustin dwight dylan earl ed eddie edgar edmund eduardo edward edwin eli elias
elijah elliot elmer emil emmanuel enrique eric erik ernest ethan eugene evan fabio felipe felix
fernando fidel floyd francesco francis francisco franco frank franz fred frederick friedrich gareth
gary gavin geoffrey george gerald gerard gerhard giovanni giuseppe glenn gordon graham grant greg
gregory guido guillermo gunther gus gustav guy hamid hans harald harold harry harvey hassan hector
heinrich helmut henri henrik henry herbert herman horace howard hugh hugo hussein ian ibrahim igor
isaac ivan jack jackson jacob jacques jake jamal james jan jared jason javier jeff jeffrey
jeremiah jeremy jerome jerry jesus jim jimmy joachim joaquin joe joel johan johann john johnny
jonas jonathan jorge jose josef joseph josh joshua juan julian julio jurgen justin karl keith ken
kenneth kevin kurt kyle lance larry lars laurence lawrence leo leon leonard leonardo leroy leslie
liam lloyd lorenzo louis luca lucas luigi luis luke malcolm manuel marc marcel marco marcus mario
mark martin marvin mathew matt matthew maurice max maximilian michael michel miguel mike mikhail
milo mitch mitchell mitt mohamed mohammad mohammed morris moses muhammad murray mustafa nathan
nathaniel neil nelson newt nicholas nick nicolas nigel nikolai nils noah noel norman oliver olivier
omar orlando oscar osama oswald otto owen pablo paolo patrick paul pedro percy perry pete peter
phil philip philippe phillip pierre rafael ralph ramon randall randy raul ray raymond reginald rene
ricardo richard rick rob robert roberto rodney rodrigo roger roland rolf roman ronald ron rory ross
roy rudolph rudy rufus rupert russell ryan salman salvador sam samuel santiago saul scott sean
sebastian sergei sergio seth shane silas simon solomon stan stanley stefan stephen steve steven
stuart sven ted terrence terry theo theodore thomas tim timothy tobias todd tom tommy tony trevor
tyler ulrich umberto victor vincent vladimir wallace walter warren wayne wilhelm will william willie
winston wolfgang xavier yusuf yves zachary barnabas ewan magnus anatoly bashar benito
"""
_WOMEN = """
abigail ada adele adriana agatha agnes aisha alexandra alice alicia alison allison amalia amanda
amelia amy ana anastasia andrea angela angelica angelina anita anja ann anna annabel anne annette
annie antonia april arianna astrid audrey barbara beatrice becky belinda bella bernadette bertha
beth betsy betty beverly bianca brenda bridget brigitte brittany camilla carla carly carmen carol
carolina caroline carolyn cassandra catherine cathy cecilia celia charlotte cheryl chloe christina
christine cindy claire clara claudia colleen condoleezza connie constance cordelia cornelia
courtney crystal cynthia daisy danielle daphne deborah debbie deirdre delia denise diana diane dina
dolores donna dora doris dorothy edith edna eileen elaine eleanor elena elisabeth elise eliza
elizabeth ella ellen elsa elsie emilia emily emma erica erika erin esther ethel eugenia eunice eva
evelyn fatima felicia fiona flora florence frances francesca frida gabriela gail gemma georgina
geraldine gertrude gina giulia gladys glenda gloria grace greta gretchen gwen hannah harriet hazel
heather heidi helen helena helga henrietta hilary hillary hilda holly ida ilse imelda ingrid irene
irina iris irma isabel isabella isabelle ivana ivanka ivy jacqueline jane janet janice jasmine jean
jeanne jenna jennifer jenny jessica jill joan joanna joanne jodie josephine joy joyce juanita judith
judy julia juliana julie juliet june karen karin kate katerina katherine kathleen kathryn kathy
katie katrina kelly kellyanne kerstin kim kirsten kristen kristina lana lara laura lauren laurie
lea leah
leila lena leslie lilian lillian lily linda lindsay lisa liz loretta lori lorraine louise lucia lucy
luisa lydia lynn mabel madeleine madonna maggie magdalena malala mara marcia margaret margarita
margot maria mariam mariana marianne marie marilyn marina marjorie marlene martha martina mary
matilda maureen maxine megan melania melanie melissa mercedes meredith michelle mildred millie
mina mirabel miranda miriam moira molly mona monica muriel myra nadia nancy naomi natalia natalie
natasha nellie nicola nicole nina nora norma olga olivia opal ophelia pamela patricia paula pauline
pearl peggy penelope penny petra phoebe phyllis polly priscilla rachel ramona rebecca regina renata
renee rhonda rita roberta rosa rosalind rose rosemary rosie roxanne ruby ruth sabrina sadie sally
samantha sandra sara sarah selena serena sharon sheila sherry shirley sigrid silvia simone sofia
sonia sonya sophia sophie stacy stella stephanie sue susan susanna suzanne svetlana sylvia tamara
tanya tara tatiana teresa tess thelma theresa tiffany tina ulrike ursula valentina valerie vanessa
vera verena veronica victoria viola violet virginia vivian wanda wendy wilma winifred xenia yolanda
yvonne zara zoe
"""
_BOTH = frozenset(_MEN.split()) & frozenset(_WOMEN.split())
FIRST_NAMES = {
    **{name: MALE for name in _MEN.split() if name not in _BOTH},
    **{name: FEMALE for name in _WOMEN.split() if name not in _BOTH},
}
