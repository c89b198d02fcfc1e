"""Places that speak as governments do, seats and bodies that have one name: lists of our own."""

from __future__ import annotations

from quoth.sources.words import words

STATES = words("""
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei
    bulgaria burma burundi cambodia cameroon canada chad chile china colombia congo croatia cuba
    cyprus czechia denmark djibouti ecuador egypt england eritrea estonia eswatini ethiopia europe
    fiji finland france gabon gambia georgia germany ghana greece greenland grenada guatemala
    guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
    jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon
    lesotho liberia libya liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia
    maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco
    mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan
    palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda
    samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan
    suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia
    turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales
    yemen zambia zimbabwe uk u.k us u.s usa u.s.a uae u.a.e ussr drc
    """) | {
    "north korea",
    "south korea",
    "new zealand",
    "saudi arabia",
    "south africa",
    "sri lanka",
    "costa rica",
    "el salvador",
    "sierra leone",
    "burkina faso",
    "ivory coast",
    "hong kong",
    "czech republic",
    "dominican republic",
    "united kingdom",
    "great britain",
    "northern ireland",
    "united states",
    "united states of america",
    "united arab emirates",
    "soviet union",
    "papua new guinea",
    "trinidad and tobago",
    "new delhi",
    "mexico city",
    "buenos aires",
}
"""Countries, in lower case, and the continent that is one in politics."""
SEATS = words("""
    washington moscow kremlin london whitehall westminster beijing pyongyang seoul tokyo paris
    elysee élysée berlin rome madrid lisbon vienna ankara tehran baghdad damascus jerusalem cairo
    riyadh delhi islamabad kabul kyiv kiev minsk warsaw budapest prague athens canberra ottawa
    brasilia brasília havana caracas bogota bogotá pretoria nairobi abuja taipei hanoi manila
    jakarta holyrood stormont pentagon
    """)
"""Cities and buildings that stand for the government that sits there."""
UNIQUE = words("""
    congress senate parliament kremlin pentagon whitehall duma knesset bundestag bundesrat sejm
    diet vatican interpol nato opec
    """) | {
    "white house",
    "downing street",
    "capitol hill",
    "foggy bottom",
    "house of commons",
    "house of lords",
}
"""Bodies whose name is a common noun or two."""
BETWEEN_STATES = words("""
    nato eu un imf wto opec asean osce oecd interpol unesco unicef unhcr iaea icc u.n e.u a.u
    mercosur comintern commonwealth
    """) | {
    "united nations",
    "security council",
    "european union",
    "european commission",
    "european parliament",
    "european council",
    "european central bank",
    "international monetary fund",
    "world bank",
    "world health organization",
    "world trade organization",
    "african union",
    "arab league",
    "general assembly",
    "international criminal court",
}
"""Bodies of several states, which are organisations and no governments; parts of names."""
