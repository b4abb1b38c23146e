"""Single words with their condition and what may stand for them; how rows are written: see ``word_table``."""

WORDS = """
approximately | number about
about | number roughly
around | number about
roughly | number about
some | number about
nearly | number almost
almost | number nearly
over | number more than
several | plural a number of
various | plural a variety of
numerous | plural many
many | plural a large number of
countless | plural innumerable
annually | free every year
annual | adjective yearly
entire | the whole
whole | the entire
main | the principal
principal | the main
chief | the main
primary | the main
enormous | adjective huge
vast | adjective huge
wealthy | adjective rich
famous | adjective well-known
initial | the first
frequently | verb often
often | verb frequently
rarely | verb seldom
seldom | verb rarely
usually | verb normally
normally | verb usually
typically | verb usually
initially | verb at first
subsequently | verb later
later | verb subsequently
previously | verb earlier
formerly | verb previously
eventually | verb ultimately
ultimately | verb eventually
quickly | verb rapidly
rapidly | verb quickly
entirely | figure completely
completely | verb entirely
primarily | figure mainly
mainly | figure primarily
primarily | verb mainly
mainly | verb primarily
chiefly | figure mainly
principally | figure mainly
largely | verb mostly
mostly | verb largely
mostly | figure mainly
solely | figure only
exclusively | figure only
particularly | figure especially
especially | figure particularly
after | event following
following | event after
before | event prior to
during | event in the course of
despite | noun in spite of
throughout | place all over
near | place close to
upon | noun on
via | noun by way of
including | list among them
although | clause even though
though | clause although
whereas | clause while
worldwide | end throughout the world
huge | adjective enormous
called | called known as
partly | figure in part
commonly | verb often
officially | verb formally
virtually | figure practically
fully | verb completely
vital | adjective essential
essential | adjective vital
crucial | adjective vital
subsequent | adjective later
dangerous | adjective hazardous
costly | adjective expensive
expensive | adjective costly
additional | adjective further
further | adjective additional
whole | adjective entire
complex | adjective complicated
complicated | adjective complex
prosperous | adjective thriving
residents | noun-plural inhabitants
inhabitants | noun-plural residents
soldiers | noun-plural troops
merchants | noun-plural traders
traders | noun-plural merchants
physician | noun-single doctor
physicians | noun-plural doctors
attorneys | noun-plural lawyers
automobiles | noun-plural cars
newcomers | noun-plural new arrivals
sometimes | verb occasionally
occasionally | verb sometimes
significantly | verb considerably
considerably | verb significantly
finally | verb eventually
originally | verb initially
formally | verb officially
relatively | degree comparatively
comparatively | degree relatively
highly | degree very
extremely | degree very
constantly | verb continually
continually | verb constantly
exactly | number precisely
virtually | degree practically
practically | degree virtually
simultaneously | end at the same time
recently | verb lately
nowadays | free today
perhaps | figure possibly
particularly | degree especially
fundamental | adjective basic
final | the last
certain | plural some
multiple | plural several
substantial | adjective considerable
considerable | adjective substantial
severe | adjective serious
harsh | adjective severe
brief | adjective short
lengthy | adjective long
sole | the only
nearby | adjective neighbouring
massive | adjective huge
immense | adjective huge
distinct | adjective separate
notable | adjective noteworthy
unclear | adjective uncertain
goal | noun-single aim
goals | noun-plural aims
effect | on impact
impact | on effect
attempt | to effort
attempts | to efforts
effort | to attempt
efforts | to attempts
ability | to capacity
opportunity | to chance
opportunities | to chances
desire | to wish
increase | in rise
rise | in increase
decrease | in fall
decline | in fall
colonists | noun-plural settlers
settlers | noun-plural colonists
labourers | noun-plural workers
laborers | noun-plural workers
forebears | noun-plural ancestors
ancestors | noun-plural forebears
modern-day | adjective present-day
during | date in
throughout | date all through
where | relative in which
important | adjective significant
like | plain-list such as
assistance | noun-single help
error | noun-single mistake
uprising | noun-single revolt
revolt | noun-single uprising
rebellion | noun-single uprising
commerce | noun-single trade
liberty | noun-single freedom
nobility | noun-single aristocracy
aristocracy | noun-single nobility
era | noun-single period
epoch | noun-single age
pact | noun-single agreement
manufacture | noun-single production
fortress | noun-single stronghold
errors | noun-plural mistakes
dwellings | noun-plural homes
weapons | noun-plural arms
ships | noun-plural vessels
uprisings | noun-plural revolts
revolts | noun-plural uprisings
rebellions | noun-plural uprisings
liberties | noun-plural freedoms
diseases | noun-plural illnesses
nobles | noun-plural aristocrats
aristocrats | noun-plural nobles
pupils | noun-plural students
employees | noun-plural workers
buyers | noun-plural purchasers
firms | noun-plural companies
authors | noun-plural writers
experts | noun-plural specialists
enemies | noun-plural foes
prisoners | noun-plural captives
captives | noun-plural prisoners
opinions | noun-plural views
difficulties | noun-plural problems
amounts | noun-plural quantities
regions | noun-plural areas
pacts | noun-plural agreements
envoys | noun-plural emissaries
fortresses | noun-plural strongholds
novels | noun-plural books
planes | noun-plural aircraft
salaries | noun-plural wages
concepts | noun-plural ideas
renowned | adjective famous
celebrated | adjective famous
global | adjective worldwide
worldwide | adjective global
precise | adjective exact
adequate | adjective sufficient
insufficient | adjective inadequate
inadequate | adjective insufficient
abundant | adjective plentiful
rare | adjective uncommon
usual | adjective normal
intricate | adjective complex
cheap | adjective inexpensive
fierce | adjective intense
brutal | adjective cruel
loyal | adjective faithful
sacred | adjective holy
wounded | adjective injured
injured | adjective wounded
deadly | adjective lethal
lethal | adjective deadly
toxic | adjective poisonous
poisonous | adjective toxic
broad | adjective wide
swift | adjective quick
well-known | adjective famous
obvious | adjective clear
overseas | adjective foreign
because | clause as
finally | end in the end
altogether | end in total
"""
