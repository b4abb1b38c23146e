"""Verbs that need no more than their frame, and what may stand for them; how rows are written: see ``verb_table``."""

VERBS = """
abolish a do away with
accompany b:by go together with
acknowledge c admit
adhere p:to keep to
admit c acknowledge
affect a have an effect on
agree x consent
aim x seek
allocate b:to be assigned to
allow i permit
allow bx permit
ally p:with enter into an alliance with
alter o change
amount p:to total
announce c make known
appear x seem
argue c maintain
arise p:from result from
arrive p:in reach
arrive p:at reach
ascribe b:to be attributed to
ask i request
ask bx be requested
assassinate o murder
assemble n gather
assert c claim
assign b:to be allocated to
associate b:with be linked with
attack a launch an attack on
attempt x try
attribute b:to be ascribed to
authorise bx be empowered
authorize bx be empowered
back b:by have the support of
ban o prohibit
begin x start
begin g start
believe c think
bind bx be obliged
border a share a border with
bring+about o cause
buy o purchase
call q be known as
cease n stop
characterise b:by be marked by
characterize b:by be marked by
choose x decide
choose b:as be selected as
claim c assert
coincide p:with happen at the same time as
collaborate p:with work together with
commence n begin
commence o begin
compel i force
compel bx have
comply p:with abide by
comply+x n obey
compose b:of consist of
compose b:by be the work of
comprise b:of consist of
concede c admit
concentrate p:on focus on
connect b:with be linked with
connect b:to be linked to
consider q be regarded as
consist p:of be made up of
contain b:in be found in
contend c argue
continue g go on
contribute p:to play a part in
convince bx be persuaded
cooperate p:with work together with
deal p:with handle
decide x choose
declare c announce
decline x refuse
dedicate b:to be devoted to
deem q be regarded as
defeat a win a victory over
defeat b:by lose to
demonstrate c show
depart p:for leave for
derive b:from come from
derive p:from come from
design b:by be the work of
desire x want
devote b:to be dedicated to
die+out n disappear
differ p:from be different from
direct i instruct
divide b:into be split into
dub q be called
eliminate a get rid of
emigrate p:to move to
emphasise c stress
emphasise o stress
emphasize c stress
emphasize o stress
empower bx be authorised
enable i allow
encourage bx be urged
endeavor x try
endeavour x try
ensure c make sure
entitle bx be allowed
exceed a be more than
exile b be sent into exile
fail x be unable
finance b:by be paid for by
find c discover
flee p:to escape to
flee p:from escape from
focus p:on concentrate on
forbid o prohibit
force i compel
force bx have
forecast c predict
found o establish
found b:on be based on
function p:as act as
fund b:by be paid for by
gather n assemble
govern b:by be ruled by
graduate p:from study at
head b:by be led by
immigrate p:to move to
imprison b be put in prison
include b:in be part of
include b:in form part of
influence a have an influence on
inhabit a live in
instruct i order
intend x plan
invade a launch an invasion of
invite i ask
label b:as be described as
lack a be without
lead b:by be headed by
learn c find out
limit b:to be restricted to
link b:with be connected with
link b:to be connected to
locate b:in be situated in
locate b:on be situated on
locate b:near be situated near
manage g succeed in
manufacture o make
mark b:by be characterised by
migrate p:to move to
modify o change
name q be given the name
negotiate p:with hold talks with
note c point out
oblige bx have
offer x volunteer
order i command
order bx be commanded
originate p:from come from
originate p:in have its origins in
outlaw o ban
outnumber a be more numerous than
own b:by belong to
paint b:by be the work of
participate p:in take part in
perish n die
permit i allow
permit bx allow
persuade i convince
persuade bx be convinced
plan x intend
pledge x promise
point+out c note
possess a have
postpone o put off
power b:by be driven by
predict c forecast
prohibit o ban
promise x undertake
prompt i lead
prove q turn out to be
provide w supply
purchase o buy
raid a carry out a raid on
react p:to respond to
rebuild o reconstruct
recognize c acknowledge
reconstruct o rebuild
refuse x decline
regard b:as be seen as
relocate p:to move to
rely p:on depend on
remain q stay
rename q be given the new name
repeal o revoke
replace a take the place of
replace b:by give way to
replace b:with give way to
require i oblige
resemble a be similar to
reside p:in live in
resign n step down
respond p:to react to
restrict b:to be limited to
result p:in lead to
result p:from arise from
retain o keep
return p:to go back to
reveal c show
say c state
see b:as be regarded as
seek x aim
seem x appear
select b:as be chosen as
set+up o establish
settle+in n settle
situate b:in be located in
situate b:on be located on
specify c state
split b:into be divided into
start x begin
state c say
stem p:from come from
stipulate c specify
stress c emphasise
strive x try hard
struggle x try hard
supply w provide
support b:by have the support of
surpass a be greater than
swear x vow
term q be called
think c believe
trade p:with do business with
try x attempt
use a make use of
utilise o use
utilize o use
vary n differ
view b:as be regarded as
visit a pay a visit to
vow x promise
want x wish
wish x want
write b:by be the work of
need x have
use bx serve
use b:as serve as
describe b:as be characterised as
attain o achieve
depict o portray
portray o depict
comprehend o understand
inaugurate o open
oversee o supervise
supervise o oversee
conceal o hide
hide o conceal
reinforce o strengthen
massacre o slaughter
slaughter o massacre
encircle o surround
surround o encircle
deport o expel
notify o inform
inform o notify
commence g start
hamper o hinder
hinder o hamper
impede o hinder
stimulate o encourage
foster o encourage
compile o put together
collect o gather
discard o throw away
fabricate o make
imitate o copy
nominate o propose
obstruct o block
shorten o cut short
simplify o make simpler
terminate o end
widen o broaden
broaden o widen
await a wait for
retrieve o get back
dwell p:in live in
pass+away n die
exterminate o wipe out
eradicate o wipe out
plunder o loot
loot o plunder
disband n break up
investigate a look into
"""
