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
big | adjective large
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
"""
