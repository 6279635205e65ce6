-- Clocks (期限): the time limits that run in a proceeding. Due days are a cache: entries, rule version and calendar give them.

create table clock (
  id          bigint generated always as identity,
  case_file   bigint not null,
  proceeding  bigint not null,
  rule        text not null,
  time_limit  text,
  liable      text not null,
  agency      text,
  started_by  bigint not null,
  from_day    date,
  from_at     timestamptz,
  due_day     date,
  due_at      timestamptz,
  outer_at    timestamptz,
  provisional boolean not null default false,
  problem     text,
  ended_by    bigint,
  ended_on    date,
  ended_at    timestamptz,
  outcome     text,
  constraint clock_pkey primary key (id),
  constraint clock_case_file foreign key (case_file) references case_file,
  constraint clock_proceeding foreign key (proceeding) references proceeding,
  constraint clock_time_limit foreign key (time_limit) references time_limit,
  constraint clock_agency foreign key (agency) references agency,
  constraint clock_started_by foreign key (started_by) references entry,
  constraint clock_ended_by foreign key (ended_by) references entry,
  constraint clock_liable check (liable in ('owner', 'sender', 'receiver', 'party')),
  constraint clock_outcome check ((outcome is null) = (ended_by is null) and outcome in ('satisfied', 'ended')),
  constraint clock_due check ((due_day is null) = (due_at is null))
);
create unique index clock_one_open on clock (proceeding, rule) where ended_by is null;
create index clock_case_file_idx on clock (case_file);
create index clock_proceeding_idx on clock (proceeding);
create index clock_time_limit_idx on clock (time_limit);
create index clock_agency_idx on clock (agency);
create index clock_agency_due_idx on clock (agency, due_at) where ended_by is null;
create index clock_started_by_idx on clock (started_by);
create index clock_ended_by_idx on clock (ended_by);
comment on table clock is 'A time limit that an entry started. Ends when what it waits for is done, or no longer matters.';
comment on column clock.id is 'Key; order in which they started.';
comment on column clock.case_file is 'The file.';
comment on column clock.proceeding is 'The proceeding.';
comment on column clock.rule is 'The rule, such as P16.';
comment on column clock.time_limit is 'The version that governs; null where it cannot be computed.';
comment on column clock.liable is 'Against whom it runs: the owner, sender or receiver of the proceeding, or the party.';
comment on column clock.agency is 'That agency; null for the party.';
comment on column clock.started_by is 'The entry that started it.';
comment on column clock.from_day is 'The day of the trigger, Asia/Shanghai; null where it is not known to the day.';
comment on column clock.from_at is 'The instant of the trigger, of a limit in hours.';
comment on column clock.due_day is 'The last day in time; null while suspended or where it cannot be computed.';
comment on column clock.due_at is 'The last instant in time.';
comment on column clock.outer_at is 'The last instant by the later reading of a text that can be read in two ways.';
comment on column clock.provisional is 'Whether a holiday notice to come can move it.';
comment on column clock.problem is 'Code of what keeps it from being computed.';
comment on column clock.ended_by is 'The entry that ended it.';
comment on column clock.ended_on is 'The day of that act.';
comment on column clock.ended_at is 'Its instant, of a limit in hours and where it is known.';
comment on column clock.outcome is 'satisfied: what it waited for was done. ended: it no longer matters.';

create table clock_extension (
  clock      bigint not null,
  kind       text not null,
  length     int,
  granted_by bigint not null,
  constraint clock_extension_pkey primary key (clock, kind),
  constraint clock_extension_clock foreign key (clock) references clock,
  constraint clock_extension_granted_by foreign key (granted_by) references entry,
  constraint clock_extension_length check (length between 1 and 9999)
);
create index clock_extension_granted_by_idx on clock_extension (granted_by);
comment on table clock_extension is 'An extension that was granted to a clock.';
comment on column clock_extension.clock is 'The clock.';
comment on column clock_extension.kind is 'Which, by its name within the rule.';
comment on column clock_extension.length is 'How long, where whoever grants it fixes that.';
comment on column clock_extension.granted_by is 'The entry that records it.';

create table clock_pause (
  id         bigint generated always as identity,
  case_file  bigint not null,
  proceeding bigint not null,
  kind       text not null,
  from_day   date not null,
  to_day     date,
  begun_by   bigint not null,
  ended_by   bigint,
  constraint clock_pause_pkey primary key (id),
  constraint clock_pause_case_file foreign key (case_file) references case_file,
  constraint clock_pause_proceeding foreign key (proceeding) references proceeding,
  constraint clock_pause_begun_by foreign key (begun_by) references entry,
  constraint clock_pause_ended_by foreign key (ended_by) references entry,
  constraint clock_pause_order check (from_day <= to_day and (to_day is null) = (ended_by is null))
);
create unique index clock_pause_one_open on clock_pause (proceeding, kind) where to_day is null;
create index clock_pause_case_file_idx on clock_pause (case_file);
create index clock_pause_proceeding_idx on clock_pause (proceeding);
create index clock_pause_begun_by_idx on clock_pause (begun_by);
create index clock_pause_ended_by_idx on clock_pause (ended_by);
comment on table clock_pause is 'A time that does not count (不计入期限) for those clocks of the proceeding whose rule names its kind.';
comment on column clock_pause.id is 'Key.';
comment on column clock_pause.case_file is 'The file.';
comment on column clock_pause.proceeding is 'The proceeding.';
comment on column clock_pause.kind is 'Why: testing, appraisal, identification, suspension …';
comment on column clock_pause.from_day is 'First day that does not count.';
comment on column clock_pause.to_day is 'Last such day, inclusive; null while it lasts.';
comment on column clock_pause.begun_by is 'The entry that began it.';
comment on column clock_pause.ended_by is 'The entry that ended it.';

alter table case_file add due_at timestamptz;
comment on column case_file.due_at is 'The nearest due instant among the open clocks that run against the agency that has the file; kept by the transaction that changes a clock; for lists.';
create index case_file_due_idx on case_file (owner_agency, due_at) where due_at is not null;

alter table clock enable row level security;
create policy clock_see on clock for select using (
  (select true from case_access a where a.case_file = clock.case_file and a.agency = (select ipcase_agency())));
create policy clock_start on clock for insert with check (is_owner(case_file) or is_receiving(case_file));
create policy clock_change on clock for update using (is_owner(case_file) or is_receiving(case_file));
alter table clock_extension enable row level security;
create policy clock_extension_see on clock_extension for select using (
  (select true from clock k where k.id = clock_extension.clock));
create policy clock_extension_grant on clock_extension for insert with check (
  (select is_owner(k.case_file) or is_receiving(k.case_file) from clock k where k.id = clock_extension.clock));
alter table clock_pause enable row level security;
create policy clock_pause_see on clock_pause for select using (
  (select true from case_access a where a.case_file = clock_pause.case_file and a.agency = (select ipcase_agency())));
create policy clock_pause_begin on clock_pause for insert with check (is_owner(case_file) or is_receiving(case_file));
create policy clock_pause_end on clock_pause for update using (is_owner(case_file) or is_receiving(case_file));
grant select, insert on clock, clock_extension, clock_pause to ipcase_service;
grant update (due_day, due_at, outer_at, provisional, problem, time_limit, ended_by, ended_on, ended_at, outcome) on clock to ipcase_service;
grant update (to_day, ended_by) on clock_pause to ipcase_service;
grant update (due_at) on case_file to ipcase_service;
grant select on sequence clock_id_seq to ipcase_service;
