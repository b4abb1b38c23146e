"""Set phrases with their condition and what may stand for them; how rows are written: see ``word_table``."""

PHRASES = """
more than | number over
less than | number under
at least | count no fewer than
up to | count as many as
no more than | number at most
a number of | plural several
a large number of | plural many
large numbers of | plural many
a wide variety of | plural many different
a variety of | plural different
each year | free every year
per year | free a year
per annum | free a year
every year | free each year
together with | noun along with
along with | noun together with
because of | noun owing to
owing to | noun because of
due to | noun because of
as a result of | noun because of
on account of | noun because of
in spite of | noun despite
in addition to | noun besides
instead of | noun in place of
rather than | noun instead of
close to | place near
in order to | free to
so as to | free to
such as | list for example
for example | free for instance
for instance | free for example
even though | clause although
at present | free now
a majority of | free more than half of
the majority of | the most of the
prior to | noun before
a series of | plural several
a great deal of | free much
one of | the among-plural among the
as well as | list-joint in addition to
known as | called called
is known as the | free is called the
was known as the | free was called the
are known as | free are called
were known as | free were called
is also known as | free is also called
was also known as | free was also called
referred to as | free called
many of the | rank a large number of the
much of the | rank a large part of the
the concept of | free the idea of
the establishment of | free the founding of
under the leadership of | free led by
under the command of | free commanded by
with the help of | free with the aid of
with the aid of | free with the help of
with the exception of | free except for
except for | free with the exception of
in the course of | free during
in contrast to | free unlike
compared to | free compared with
compared with | free compared to
by means of | free through
with respect to | free with regard to
in accordance with | free in line with
in line with | free in accordance with
in opposition to | free against
in return for | free in exchange for
in exchange for | free in return for
on behalf of | free in the name of
at the end of the | free at the close of the
towards the end of | free near the end of
to a large extent | free largely
to some extent | free in part
in part | free partly
from time to time | free occasionally
all over the world | free throughout the world
around the world | free throughout the world
throughout the world | free around the world
shortly after | free soon after
soon after | free shortly after
shortly before | free just before
shortly afterwards | free soon afterwards
most of the | rank the majority of the
the beginning of | free the start of
the start of | free the beginning of
the purpose of | free the aim of
the aim of | free the purpose of
proponents of | free supporters of
advocates of | free supporters of
the outcome of | free the result of
type of | free kind of
kind of | free type of
types of | free kinds of
kinds of | free types of
took part in | free participated in
take part in | free participate in
taking part in | free participating in
takes part in | free participates in
played a role in | free had a part in
played a major role in | free had a large part in
played an important role in | free was important in
plays an important role in | free is important in
took control of | free gained control of
take control of | free gain control of
gained control of | free took control of
came to power | free took power
came into force | free took effect
entered into force | free took effect
made use of | free used
makes use of | free uses
make use of | free use
gave rise to | free led to
gives rise to | free leads to
put an end to | free ended
came to an end | free ended
dates back to | free dates from
date back to | free date from
dated back to | free dated from
dates from | free goes back to
dating back to | free dating from
accounts for | number makes up
accounted for | number made up
account for | number make up
making up | number accounting for
made up | number accounted for
takes place | free happens
take place | free happen
is able to | free can
are able to | free can
has to | free must
have to | present must
is not possible | free is impossible
was not possible | free was impossible
is not necessary | free is unnecessary
was not necessary | free was unnecessary
is not known | free is unknown
is not clear | free is unclear
was not clear | free was unclear
are not allowed to | free are forbidden to
is not allowed to | free is forbidden to
were not allowed to | free were forbidden to
was not allowed to | free was forbidden to
are not permitted to | free are forbidden to
is not legal | free is illegal
is not common | free is uncommon
are not common | free are uncommon
is not successful | free is unsuccessful
was not successful | free was unsuccessful
were not successful | free were unsuccessful
is not able to | free is unable to
are not able to | free are unable to
was not able to | free was unable to
were not able to | free were unable to
is not required to | free does not have to
are not required to | free do not have to
did not succeed in | free failed in
is not visible | free is invisible
does not include | free leaves out
do not include | free leave out
did not include | free left out
an example of | free an instance of
examples of | free instances of
the construction of the | free the building of the
the outbreak of | free the start of
the outset of | free the start of
the collapse of | free the fall of
the formation of | free the creation of
the creation of | free the formation of
the capital city of | free the capital of
the majority of the | free most of the
such as | plain-list like
in which | relative where
in an effort to | free in an attempt to
has the power to | free has the authority to
have the power to | present have the authority to
has the right to | free is entitled to
have the right to | present are entitled to
is entitled to | free has the right to
are entitled to | free have the right to
plays a role in | free has a part in
in part because of | free partly because of
at least in part | free at least partly
at the same time | free simultaneously
in the same way | free similarly
is considered to be | free is regarded as
are considered to be | free are regarded as
was considered to be | free was regarded as
were considered to be | free were regarded as
amounted to | number came to
amounts to | number comes to
consisting of | free made up of
in the vicinity of | free near
in close proximity to | free close to
on the outskirts of | free on the edge of
on the eve of | free just before
in the aftermath of | free after
with regards to | free with regard to
in conjunction with | free together with
in cooperation with | free together with
in collaboration with | free together with
in partnership with | free together with
in search of | free looking for
to date | free so far
so far | end to date
up to now | free so far
more and more | free increasingly
a great number of | plural many
most of the time | free usually
a handful of | plural a few
a few | plural a small number of
once again | free again
one after another | free one after the other
each other | free one another
one another | free each other
and as a result | free and consequently
at first | free initially
in the end | free eventually
in general | free generally
in total | free altogether
at most | number no more than
as of | year in
up until | free until
became known as | free came to be known as
is known as | free is called
was known as | free was called
it is believed that | free it is thought that
it is thought that | free it is believed that
it is likely that | free it is probable that
it is probable that | free it is likely that
it is not clear | free it is unclear
is determined by | free depends on
are determined by | free depend on
in particular | listed especially
the emergence of | free the rise of
a large amount of | free a great deal of
large amounts of | free large quantities of
for many years | free for a long time
in many cases | free often
in some cases | free sometimes
in most cases | free usually
on several occasions | free several times
with the intention of | free with the aim of
with the aim of | free with the intention of
at the beginning of | free at the start of
at the start of | free at the beginning of
from the beginning of | free from the start of
since the beginning of | free since the start of
on the grounds that | free because
both of the | free both
as a consequence of | free because of
as a consequence | free as a result
in the long run | free in the long term
in the long term | free in the long run
in the short term | free in the short run
the vast majority of | plural almost all
free of charge | free without payment
"""
