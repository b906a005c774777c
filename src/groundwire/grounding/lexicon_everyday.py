"""Words of everyday reports that may stand for one another: of matches, meetings, courts, fires, illness and trade.

Guarantee: as in `lexicon_synonyms`; a line holds words that a careful person exchanges without saying more or less.
"""

GROUPS = """
win lift
win clinch
win earn
victory triumph success
score net
coach boss manager trainer
captain skipper
goalkeeper keeper goalie
penalty spot-kick
match game fixture
squad team side
club side team
striker forward
supporter fan follower
crowd attendance
attend watch
spectator fan
league division
referee official umpire
furious fuming angry irate livid
anger fury rage
capture seize catch
capture take
hit strike
attack strike
own belong
owner proprietor
account story version
launder wash
prison jail
imprison jail
convict inmate
sentence term
acquit clear
guilty convicted
killing slaying
bribe backhander
defendant accused
lawyer attorney counsel solicitor barrister
judge justice magistrate
verdict ruling judgment judgement
court tribunal
testify witness
lawsuit suit
sue litigate
deputy lawmaker mp legislator parliamentarian
parliament legislature assembly
bill draft
law legislation act
vote ballot
election poll
budget finances
minister secretary
coalition alliance
rebel dissenter
resign quit
dismiss sack fire
appoint name
abolish scrap
scrap axe
postpone delay defer
approve pass adopt endorse
approve back
oppose resist
foresee envisage provide
spend outlay
wage pay salary
raise increase
raise hike
cut reduce lower
cut slash
reduction cut
fee charge
fare ticket
cost price
expensive costly dear
cheap inexpensive
fire blaze
warehouse shed depot storehouse
firefighter fireman
burn blaze
extinguish douse
smoke fume
evacuate clear
resident inhabitant local
neighbour resident
injured hurt wounded
injure hurt wound
injury wound
victim casualty
dead deceased
die perish
rescue save
missing unaccounted
search hunt
diver frogman
flood inundate
flood deluge
damage harm
damage ruin
collapse crumple
crash accident wreck
derail jump
train locomotive
carriage coach wagon
lorry truck
car automobile vehicle
road street
bridge crossing span
pipe main conduit
leak seep
burst rupture
outage blackout
hospital clinic infirmary
doctor physician medic
nurse carer
ill sick unwell
illness sickness disease
jab shot vaccination inoculation
vaccinate inoculate immunise immunize
vaccine jab
outbreak cluster
fever temperature
study paper
researcher scientist
retract withdraw
author writer
journal periodical
fabricate invent fake
error mistake
flaw shortcoming
audit review
count tally
tally total
figure number
total sum
double twofold
quarter three-month
loss deficit
sale revenue
customer client
supplier vendor
staff workforce personnel
worker employee
job post position
shed cut
layoff redundancy
chief head leader
chairman chairwoman chair chairperson
founder creator
spokesman spokeswoman spokesperson
statement announcement
answer reply respond
ask request
interview conversation
letter note
promise pledge vow
vow pledge swear
insist maintain
admit acknowledge concede
regret rue
apologise apologize
thank praise
criticise criticize slam attack
criticism censure
accuse blame
complain grumble
demand require
want wish
fear worry
worry concern
idea notion
reason cause motive
cause trigger
happen occur
start begin commence
finish end conclude
stop halt cease
continue proceed
remain stay
leave depart
leave quit
arrive reach
return come-back
move shift relocate
send dispatch
bring fetch
carry transport
give hand
hand pass
receive get obtain
get obtain
keep retain
hold keep
buy purchase acquire
sell vend
build construct erect
builder constructor
repair fix mend
renovate refurbish restore
renovation refurbishment restoration
close shut
closure shutdown
open inaugurate
house home
housing accommodation
building structure
roof rooftop
market bazaar
trader vendor stallholder
shop store
seller vendor
money cash
funding finance
fund finance
grant subsidy
subsidy aid
debt liability
tax levy
pay settle
rent lease
child kid youngster
teenager adolescent
woman female
man male
boy lad
wife spouse
husband spouse
mother mum
father dad
pupil student
teacher instructor
school college
village hamlet
town municipality
council municipality
mayor burgomaster
area region zone
area district
north northern
south southern
east eastern
west western
border frontier
troop soldier
troop force
soldier serviceman fighter
prisoner captive
prisoner pow
question interrogate
questioning interrogation
interpreter translator
missile rocket
drone uav
artillery gunfire
advance push
retreat withdraw
assault attack
weapon arm
say state
tell inform
tell say
show demonstrate
see witness
find discover
know recognise
think believe
reckon think believe
call describe
call name
describe depict
write pen
speak talk
agree concur
disagree differ
decide resolve
decision resolution
choose select pick
allow permit let
permission permit approval
forbid ban prohibit
ban prohibition
need require
help assist aid
help assistance
support back
protect shield
check inspect examine
inspection check
investigate probe
investigation probe inquiry enquiry
try attempt
use employ
waste squander
lose forfeit
miss skip
slow sluggish
big large great
small little
huge enormous massive
important significant
important key
difficult hard
easy simple
whole entire
main chief principal
new fresh
old aged
young youthful
last final
quiet calm
sure certain
likely probable
enough sufficient
true correct
wrong incorrect
false untrue
strange odd
several various
almost nearly
roughly approximately
""".strip()
