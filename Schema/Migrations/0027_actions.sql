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

-- What is found in an inspection counts from when it was put on record.
alter table inspection_result add column changed_at timestamptz;
comment on column inspection_result.changed_at is 'When the latest of it was put on record; null where that was before this was kept.';
grant update (changed_at) on inspection_result to ipcase_service;
