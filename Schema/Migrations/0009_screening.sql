-- Screening (涉嫌犯罪筛查): which thresholds of crimes a case file may reach, and why a hit was not referred.

create table screening (
  case_file   bigint not null,
  offence     text not null,
  result      text not null,
  tier        smallint,
  decided_by  text,
  version     text,
  arithmetic  text not null,
  notes       text not null,
  screened_at timestamptz not null,
  constraint screening_pkey primary key (case_file, offence),
  constraint screening_case_file foreign key (case_file) references case_file,
  constraint screening_offence foreign key (offence) references offence,
  constraint screening_result check (result in ('met', 'near', 'unknown')),
  constraint screening_tier check ((tier is not null) = (result = 'met') and tier in (1, 2))
);
create index screening_offence_idx on screening (offence);
create index screening_hit_idx on screening (case_file desc) where result = 'met';
comment on table screening is 'What the latest screening found: hits, near misses, and what an unknown fact would decide. It advises and decides nothing.';
comment on column screening.case_file is 'The file.';
comment on column screening.offence is 'The offence that may be met.';
comment on column screening.result is 'met, near (at least four fifths), or unknown (a figure is reached that an unknown fact makes apply).';
comment on column screening.tier is 'The tier reached.';
comment on column screening.decided_by is 'Key of the threshold that decides. Not a foreign key: a later edition may not have it.';
comment on column screening.version is 'Year of the interpretation.';
comment on column screening.arithmetic is 'The sum.';
comment on column screening.notes is 'What a reader must know beside it.';
comment on column screening.screened_at is 'When.';

create table screening_reason (
  id          bigint generated always as identity,
  case_file   bigint not null,
  offence     text not null,
  agency      text not null,
  officer     bigint not null,
  reason      text not null,
  recorded_at timestamptz not null,
  constraint screening_reason_pkey primary key (id),
  constraint screening_reason_case_file foreign key (case_file) references case_file,
  constraint screening_reason_offence foreign key (offence) references offence,
  constraint screening_reason_agency foreign key (agency) references agency,
  constraint screening_reason_officer foreign key (officer) references officer,
  constraint screening_reason_text check (length(reason) between 1 and 4000)
);
create index screening_reason_case_file_idx on screening_reason (case_file, offence);
create index screening_reason_offence_idx on screening_reason (offence);
create index screening_reason_agency_idx on screening_reason (agency);
create index screening_reason_officer_idx on screening_reason (officer);
comment on table screening_reason is 'Why a hit was not referred, by name. Appended, never changed.';
comment on column screening_reason.id is 'Key; order of recording.';
comment on column screening_reason.case_file is 'The file.';
comment on column screening_reason.offence is 'The offence found.';
comment on column screening_reason.agency is 'The agency that gives the reason.';
comment on column screening_reason.officer is 'The officer who gives it.';
comment on column screening_reason.reason is 'The reason.';
comment on column screening_reason.recorded_at is 'When.';

-- Decided penalties of the same respondents, whichever agency decided them: dates and kinds, nothing else.
create function sanctions_before(file bigint, since date) returns table (decided_on date, acted_on date, ip_type text)
  language sql stable set search_path = public, pg_temp as $$
  select e.happened_to, coalesce((select f.happened_to from entry f where f.case_file = c.id and f.sequence = 1), e.happened_to),
    c.ip_type
  from party p join case_file c on c.id = p.case_file
  join entry e on e.case_file = c.id and e.act = 'decide' and e.facts ->> 'outcome' = 'penalty'
  where p.role = 'respondent' and c.id <> file and e.happened_to >= since
    and p.identity_number in (
      select q.identity_number from party q
      where q.case_file = file and q.role = 'respondent' and q.identity_number is not null)
    and not exists (select from entry k where k.corrects = e.id)
$$;
comment on function sanctions_before(bigint, date) is 'Look-back across all agencies, for the administrator: when the respondents of a file, known by their numbers, were penalised since a day, for an act known since when, over which kind of right.';
revoke all on function sanctions_before(bigint, date) from public;

create function earlier_sanctions(file bigint, since date) returns table (decided_on date, acted_on date, ip_type text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.* from sanctions_before(file, since) s
  where exists (select from case_access a where a.case_file = file and a.agency = (select ipcase_agency()))
$$;
comment on function earlier_sanctions(bigint, date) is 'The same for an agency that may see the file; nothing for any other.';
revoke all on function earlier_sanctions(bigint, date) from public;
grant execute on function earlier_sanctions(bigint, date) to ipcase_service;

alter table screening enable row level security;
create policy screening_see on screening for select using (
  (select true from case_access a where a.case_file = screening.case_file and a.agency = (select ipcase_agency())));
create policy screening_write on screening for insert with check (is_owner(case_file) or is_receiving(case_file));
alter table screening_reason enable row level security;
create policy screening_reason_see on screening_reason for select using (
  (select true from case_access a where a.case_file = screening_reason.case_file and a.agency = (select ipcase_agency())));
create policy screening_reason_give on screening_reason for insert with check (
  agency = (select ipcase_agency()) and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint)
  and is_owner(case_file));
grant select, insert on screening to ipcase_service;
grant select, insert on screening_reason to ipcase_service;
