"""Altered quotations: what a system that finds the same utterance in other words is tried on.

`draw.draw` makes the set, `README.md` says what is in it and how a system is scored. Kinds follow
what is known of quotations in news: Simmons, Adamic and Adar (ICWSM 2011), Omodei, Poibeau and
Cointet (SocialCom 2012), Lerique and Roth (2016), Wade and Clark (1993), Germer (AJR, September
1995). `held.py` is not opened by who writes what is tried.
"""
