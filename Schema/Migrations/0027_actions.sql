-- Enforcement actions (执法行动): how often officers went out, and how many. Not every action finds a case.

create table enforcement_action (
  id           bigint generated always as identity,
  agency       text not null,
  day          date not null,
  town         text,
  place        text not null,
  market       boolean not null,
  officers     int not null,
  note         text,
  officer      bigint not null,
  recorded_at  timestamptz not null,
  withdrawn_by bigint,
  withdrawn_at timestamptz,
  constraint enforcement_action_pkey primary key (id),
  constraint enforcement_action_agency foreign key (agency) references agency,
  constraint enforcement_action_town foreign key (town) references town,
  constraint enforcement_action_officer foreign key (officer) references officer,
  constraint enforcement_action_withdrawn_by foreign key (withdrawn_by) references officer,
  constraint enforcement_action_place check (length(place) between 1 and 200),
  constraint enforcement_action_officers check (officers between 1 and 9999),
  constraint enforcement_action_note check (length(note) between 1 and 4000),
  constraint enforcement_action_withdrawn check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index enforcement_action_agency_idx on enforcement_action (agency, day desc, id desc);
create index enforcement_action_town_idx on enforcement_action (town);
create index enforcement_action_officer_idx on enforcement_action (officer);
create index enforcement_action_withdrawn_by_idx on enforcement_action (withdrawn_by);
comment on table enforcement_action is 'An enforcement action (执法行动), whether it found a case or not. One that was recorded in error is withdrawn, never changed.';
comment on column enforcement_action.id is 'Key; order of recording.';
comment on column enforcement_action.agency is 'The agency whose officers went out.';
comment on column enforcement_action.day is 'The day.';
comment on column enforcement_action.town is 'The town; null where elsewhere, or all over the district.';
comment on column enforcement_action.place is 'Where, in words.';
comment on column enforcement_action.market is 'Whether it was at a key physical market (重点实体市场).';
comment on column enforcement_action.officers is 'How many officers went out (出动人次).';
comment on column enforcement_action.note is 'What it was about.';
comment on column enforcement_action.officer is 'Who recorded it.';
comment on column enforcement_action.recorded_at is 'When.';
comment on column enforcement_action.withdrawn_by is 'Who withdrew it; null while it stands.';
comment on column enforcement_action.withdrawn_at is 'When.';

create function enforcement_action_stays() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.withdrawn_at is not null
    or to_jsonb(old) - array['withdrawn_at', 'withdrawn_by'] <> to_jsonb(new) - array['withdrawn_at', 'withdrawn_by'] then
    raise exception 'an action is withdrawn, not changed' using errcode = 'integrity_constraint_violation',
      constraint = 'enforcement_action_stays';
  end if;
  return new;
end
$$;
comment on function enforcement_action_stays() is 'Refuses to change what was recorded of an action, or to withdraw it twice.';
create trigger enforcement_action_stays before update or delete on enforcement_action
  for each row execute function enforcement_action_stays();

alter table enforcement_action enable row level security;
create policy enforcement_action_see on enforcement_action for select using (
  agency = (select ipcase_agency()) or (select is_district_reader()));
create policy enforcement_action_add on enforcement_action for insert with check (agency = (select ipcase_agency()));
create policy enforcement_action_withdraw on enforcement_action for update using (agency = (select ipcase_agency()));
grant select, insert on enforcement_action to ipcase_service;
grant update (withdrawn_by, withdrawn_at) on enforcement_action to ipcase_service;
grant select on sequence enforcement_action_id_seq to ipcase_service;

create table key_market (
  id          bigint generated always as identity,
  agency      text not null,
  name        text not null,
  town        text,
  since       date not null,
  until       date,
  officer     bigint not null,
  recorded_at timestamptz not null,
  ended_by    bigint,
  ended_at    timestamptz,
  constraint key_market_pkey primary key (id),
  constraint key_market_agency foreign key (agency) references agency,
  constraint key_market_town foreign key (town) references town,
  constraint key_market_officer foreign key (officer) references officer,
  constraint key_market_ended_by foreign key (ended_by) references officer,
  constraint key_market_name check (length(name) between 1 and 200),
  constraint key_market_days check (since <= until and (until is null) = (ended_by is null) and (until is null) = (ended_at is null))
);
create unique index key_market_name on key_market (agency, name) where until is null;
create index key_market_agency_idx on key_market (agency);
create index key_market_town_idx on key_market (town);
create index key_market_officer_idx on key_market (officer);
create index key_market_ended_by_idx on key_market (ended_by);
comment on table key_market is 'The key physical markets of the district (重点实体市场), as agencies list them.';
comment on column key_market.id is 'Key.';
comment on column key_market.agency is 'The agency that lists it.';
comment on column key_market.name is 'Its name.';
comment on column key_market.town is 'Its town; null where none.';
comment on column key_market.since is 'First day on which it is one.';
comment on column key_market.until is 'First day on which it no longer is; null while it is.';
comment on column key_market.officer is 'Who listed it.';
comment on column key_market.recorded_at is 'When.';
comment on column key_market.ended_by is 'Who took it off the list.';
comment on column key_market.ended_at is 'When.';

create function key_market_stays() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.until is not null
    or to_jsonb(old) - array['until', 'ended_by', 'ended_at'] <> to_jsonb(new) - array['until', 'ended_by', 'ended_at'] then
    raise exception 'a market is taken off the list, not changed' using errcode = 'integrity_constraint_violation',
      constraint = 'key_market_stays';
  end if;
  return new;
end
$$;
comment on function key_market_stays() is 'Refuses to change what was recorded of a market, or to take it off twice.';
create trigger key_market_stays before update or delete on key_market for each row execute function key_market_stays();

alter table key_market enable row level security;
create policy key_market_see on key_market for select using (
  agency = (select ipcase_agency()) or (select is_district_reader()));
create policy key_market_add on key_market for insert with check (agency = (select ipcase_agency()));
create policy key_market_end on key_market for update using (agency = (select ipcase_agency()));
grant select, insert on key_market to ipcase_service;
grant update (until, ended_by, ended_at) on key_market to ipcase_service;
grant select on sequence key_market_id_seq to ipcase_service;

-- What is found in an inspection counts from when it was put on record.
alter table inspection_result add column changed_at timestamptz;
comment on column inspection_result.changed_at is 'When the latest of it was put on record; null where that was before this was kept.';
grant update (changed_at) on inspection_result to ipcase_service;
