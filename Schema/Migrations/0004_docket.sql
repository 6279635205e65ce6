-- Proceedings (程序) and the docket (办理记录): an append-only chain of entries for each case file.

create table proceeding (
  id        bigint generated always as identity,
  case_file bigint not null,
  kind      text not null,
  state     text not null,
  agency    text not null,
  since     timestamptz not null,
  constraint proceeding_pkey primary key (id),
  constraint proceeding_case_file foreign key (case_file) references case_file,
  constraint proceeding_kind foreign key (kind) references proceeding_kind,
  constraint proceeding_agency foreign key (agency) references agency,
  constraint proceeding_state check (state ~ '^[a-z]+(-[a-z]+)*$')
);
create index proceeding_case_file_idx on proceeding (case_file);
create index proceeding_kind_idx on proceeding (kind);
create index proceeding_agency_idx on proceeding (agency);
comment on table proceeding is 'One legal procedure in a case file.';
comment on column proceeding.id is 'Key.';
comment on column proceeding.case_file is 'The file.';
comment on column proceeding.kind is 'Which procedure.';
comment on column proceeding.state is 'State of its machine, kept by the transaction that appends the entry; recorded where the procedure has no machine yet.';
comment on column proceeding.agency is 'The agency that conducts it; of a referral, the one that sends.';
comment on column proceeding.since is 'Since when in that state.';

create table entry (
  id             bigint generated always as identity,
  case_file      bigint not null,
  sequence       int not null,
  proceeding     bigint not null,
  act            text not null,
  milestone      text,
  agency         text not null,
  officer        bigint not null,
  happened_from  date,
  happened_to    date,
  recorded_at    timestamptz not null,
  facts          jsonb not null,
  fine_fen       bigint,
  confiscated_fen bigint,
  corrects       bigint,
  previous       bytea not null,
  digest         bytea not null,
  constraint entry_pkey primary key (id),
  constraint entry_sequence unique (case_file, sequence),
  constraint entry_case_file foreign key (case_file) references case_file,
  constraint entry_proceeding foreign key (proceeding) references proceeding,
  constraint entry_agency foreign key (agency) references agency,
  constraint entry_officer foreign key (officer) references officer,
  constraint entry_corrects foreign key (corrects) references entry,
  constraint entry_corrected_once unique (corrects),
  constraint entry_milestone check (milestone in (
    'lead', 'filed', 'not-filed', 'decided', 'served', 'published', 'closed',
    'referred', 'received', 'police-filed', 'police-not-filed', 'concluded')),
  constraint entry_happened check ((happened_from is null) = (happened_to is null) and happened_from <= happened_to),
  constraint entry_fine check (fine_fen between 0 and 100000000000000),
  constraint entry_confiscated check (confiscated_fen between 0 and 100000000000000)
);
create index entry_proceeding_idx on entry (proceeding);
create index entry_agency_idx on entry (agency);
create index entry_officer_idx on entry (officer);
create index entry_milestone_idx on entry (milestone, happened_from) where milestone is not null;
comment on table entry is 'The record of one act. Appended, never changed or removed; a correction is a new entry that names the one it corrects.';
comment on column entry.id is 'Key; order of recording across all files.';
comment on column entry.case_file is 'The file.';
comment on column entry.sequence is 'Position in the file''s docket, from 1, without gaps.';
comment on column entry.proceeding is 'The proceeding the act belongs to.';
comment on column entry.act is 'Which act.';
comment on column entry.milestone is 'What it means for statistics; null where nothing.';
comment on column entry.agency is 'The agency for which the officer acted.';
comment on column entry.officer is 'Who acted.';
comment on column entry.happened_from is 'First day on which it can have happened (Asia/Shanghai); null where wholly unknown.';
comment on column entry.happened_to is 'Last such day, inclusive; equals happened_from where the day is known.';
comment on column entry.recorded_at is 'When it was recorded here.';
comment on column entry.facts is 'The act''s further facts by name.';
comment on column entry.fine_fen is 'Fine (罚款) imposed, in fen; null where none or unknown.';
comment on column entry.confiscated_fen is 'Illegal gains confiscated (没收违法所得), in fen; null where none or unknown.';
comment on column entry.corrects is 'The entry that this one replaces from its recording on.';
comment on column entry.previous is 'Digest of the entry before in the same file; 32 zero bytes for the first.';
comment on column entry.digest is 'SHA-256 over previous and this entry''s fields, see entry_digest().';

create function entry_digest(e entry) returns bytea language sql immutable as $$
  select sha256(e.previous || convert_to(concat_ws(chr(31),
    e.case_file, e.sequence, e.proceeding, e.act, coalesce(e.milestone, ''), e.agency, e.officer,
    coalesce(to_char(e.happened_from, 'YYYY-MM-DD'), ''), coalesce(to_char(e.happened_to, 'YYYY-MM-DD'), ''),
    (extract(epoch from e.recorded_at) * 1000000)::bigint, e.facts::text,
    coalesce(e.fine_fen::text, ''), coalesce(e.confiscated_fen::text, ''), coalesce(e.corrects::text, '')), 'UTF8'))
$$;
comment on function entry_digest(entry) is 'SHA-256 of an entry''s previous digest followed by its fields in UTF-8, separated by U+001F.';

create function entry_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.sequence = 1 then
    new.previous := decode(repeat('00', 32), 'hex');
  else
    select digest into new.previous from entry where case_file = new.case_file and sequence = new.sequence - 1;
    if not found then
      raise exception 'no entry before' using errcode = 'integrity_constraint_violation', constraint = 'entry_sequence';
    end if;
  end if;
  new.digest := entry_digest(new);
  return new;
end
$$;
comment on function entry_seal() is 'Chains a new entry to the one before it.';
create trigger entry_seal before insert on entry for each row execute function entry_seal();

create function entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the docket is append-only' using errcode = 'integrity_constraint_violation', constraint = 'entry_stays';
end
$$;
comment on function entry_stays() is 'Refuses to change or remove what was recorded.';
create trigger entry_stays before update or delete on entry for each row execute function entry_stays();
create trigger entry_stays_whole before truncate on entry for each statement execute function entry_stays();

alter table proceeding enable row level security;
create policy proceeding_see on proceeding for select using (
  (select true from case_access a where a.case_file = proceeding.case_file and a.agency = (select ipcase_agency())));
create policy proceeding_open on proceeding for insert with check (agency = (select ipcase_agency()) and
  (select true from case_access a where a.case_file = proceeding.case_file and a.ground = 'owner'
    and a.agency = (select ipcase_agency())));
alter table entry enable row level security;
create policy entry_see on entry for select using (
  (select true from case_access a where a.case_file = entry.case_file and a.agency = (select ipcase_agency())));
grant select, insert on proceeding, entry to ipcase_service;
grant update (state, since) on proceeding to ipcase_service;
grant select on sequence proceeding_id_seq, entry_id_seq to ipcase_service;
