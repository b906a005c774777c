"""Words that may stand for one another in an honest rewording of news, written as lemmas and compared as lexemes.

Guarantee: a line holds words that a careful editor would let pass for one another in most sentences; it says nothing of
strength, so words of saying that prove or deny are never beside those that only report.
"""

from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_everyday import GROUPS as EVERYDAY
from groundwire.grounding.lexicon_synonyms_more import GROUPS

_GROUPS = """
at-least more-than
over more-than above
under less-than below
consequently therefore thus hence so accordingly
despite notwithstanding
withdraw retreat
hide conceal
case instance
reportedly apparently
after following
about regarding concerning
liable likely
ability capability capacity
cooperate collaborate
fight struggle
hinder hamper impede
injured hurt
say state tell add note remark comment mention explain announce declare report write stress emphasise observe reveal disclose
begin start commence launch
end finish conclude complete
buy purchase acquire
help assist aid
kill slay
child kid
man male guy
woman female
large big huge sizeable substantial major
small little tiny minor
currently now presently
about around approximately roughly
because since as due owing
however but yet though although nevertheless nonetheless still
also too additionally moreover furthermore besides
while whereas whilst
among amid
toward to
whole entire all full
every each
often frequently regularly
quickly rapidly swiftly fast
nearly almost
roughly approximately about
several various
show demonstrate indicate
need require
get receive obtain
give provide supply offer
use utilise employ
make create produce
try attempt
want wish desire
keep maintain retain
seem appear
become turn
happen occur
happen take
enough sufficient
important significant key crucial
main primary principal chief major
difficult hard
fast quick rapid
rich wealthy
ill sick
dead deceased
injured wounded hurt
injure wound hurt
killed dead
attack assault strike raid
fight battle combat clash
war conflict
soldier troop serviceman
troop soldier force
army military
police officer
arrest detain apprehend
jail prison imprison
trial prosecution
lawyer attorney solicitor counsel
court tribunal
judge magistrate
suspect accused
murder killing homicide
theft robbery
fire blaze
flood flooding
earthquake quake
storm hurricane cyclone typhoon
crash collision accident
blast explosion
bomb explosive
firm company business corporation
boss chief head leader
worker employee staff
job post position role
pay wage salary
money cash fund
price cost
rise increase grow climb gain
fall decline decrease drop
growth increase rise
buy purchase
sell sale
study research
researcher scientist academic
scientist researcher expert
doctor physician
hospital clinic
disease illness
medicine drug medication
school academy
student pupil
teacher instructor
university college
government administration
minister secretary
election poll vote
vote ballot
party group
law legislation bill
rule regulation
country nation state
city town
area region zone district
place location site
home house residence
building structure
car vehicle automobile
plane aircraft aeroplane
ship vessel boat
road street
film movie
photograph photo picture image
picture image
game match
player athlete
team side squad
win victory
prize award
book volume
article story piece
newspaper paper daily
reporter journalist
website site
internet web online
phone telephone
letter note
meeting talk
talk discussion negotiation
discuss talk debate
deal agreement accord pact
plan proposal scheme
goal aim objective target
problem issue difficulty
question issue
answer reply respond
ask request
call name dub label
call phone
demand call
allow permit let
ban prohibit forbid bar
stop halt cease
prevent stop block
leave depart exit
arrive reach
go travel
return back
visit travel
live reside
stay remain
build construct
destroy demolish
damage harm
fix repair
change alter modify
improve enhance
choose select pick
decide determine
believe think
think consider
know aware
understand realise
learn discover find
remember recall
hope expect
fear worry concern
angry furious
happy glad pleased
sad unhappy
famous well-known renowned noted
strange odd unusual
same identical
different various
new recent
old elderly former
former previous ex
last final
last previous past
first initial
next following subsequent
early initial
final last
right correct
wrong incorrect
true real
false untrue
dangerous hazardous risky
safe secure
strong powerful
weak feeble
near close nearby
far distant
high tall
people person human citizen resident
people individual
human person
resident inhabitant local
victim casualty
group organisation body
official authority officer
authority official
spokesman spokeswoman spokesperson representative
president leader
leader head chief
founder creator
owner proprietor
author writer
captive prisoner
prisoner inmate detainee
refugee migrant
migrant immigrant
supporter backer
support back endorse favour
oppose resist
protest demonstration rally
protester demonstrator
accuse charge
charge indict
convict find
sentence jail
deny reject refute
admit acknowledge concede confess
confirm verify
claim allege assert
criticise condemn denounce slam
praise laud hail commend
warn caution
promise pledge vow
threaten menace
refuse decline
agree consent
accept approve
approve pass adopt
reject refuse
join enter
quit resign leave
hire employ recruit appoint
fire sack dismiss
send dispatch
bring carry take
carry bear
hold keep
show display exhibit
exhibition exhibit show
see watch view
hear listen
speak talk
write pen
read study
teach instruct
train practise
play perform
perform act
organise arrange
organiser arranger
hold stage
open start
close shut
cut reduce
reduce lower decrease
raise increase lift
lead head
follow pursue
chase pursue
escape flee
hide conceal
find discover locate
lose miss
search look seek
check examine inspect
examine investigate
investigation inquiry probe enquiry
investigate probe
measure step
result outcome
cause reason
cause lead
lead result
effect impact
affect impact
chance opportunity
risk danger threat
event incident
incident event case
ceremony event
anniversary birthday
future coming
today tonight
annual yearly
include contain
include comprise
consist comprise
base locate
locate situate
near by
born birth
death die
die pass
marry wed
wife spouse
husband spouse
kid child
parent mother
parent father
baby infant
teenager teen youth
adult grown-up
launch release
release issue publish
publish print
issue publish
announce unveil reveal
reveal unveil
introduce launch
design create
develop create
establish found
form create
involve include
feature include
receive get
earn win
earn gain
reach achieve attain
achieve accomplish
complete finish
continue carry
remain continue
return come
mean signify
represent stand
per a
via through
upon on
within in
inside in
onto on
until till
amid during
during in
throughout across
against versus
except but
despite notwithstanding
percent percentage
tv television
uk britain
"""

_BY_WORD: dict[str, set[int]] = {}
for _number, _line in enumerate(
    (*_GROUPS.strip().splitlines(), *GROUPS.splitlines(), *EVERYDAY.splitlines())
):
    for _word in _line.split():
        _BY_WORD.setdefault(lexeme(_word), set()).add(_number)


def synonym_lines(word: str) -> frozenset[int]:
    """The lines that a lexeme stands on, by number: two words that share one may stand for one another."""
    return frozenset(_BY_WORD.get(word, ()))


def are_synonyms(one: str, other: str) -> bool:
    """Whether two lexemes stand on one line."""
    mine = _BY_WORD.get(one)
    return mine is not None and not mine.isdisjoint(_BY_WORD.get(other, ()))
