-- Calendar feeds (.ics): the time limits that run against an officer's agency, at an address that only the officer knows.

create table calendar (
  officer    bigint not null,
  digest     bytea not null,
  created_at timestamptz not null,
  constraint calendar_pkey primary key (officer),
  constraint calendar_digest unique (digest),
  constraint calendar_officer foreign key (officer) references officer,
  constraint calendar_length check (octet_length(digest) = 32)
);
comment on table calendar is 'The address of an officer''s calendar. A new one takes the place of the old, which is void from then on.';
comment on column calendar.officer is 'Whose calendar.';
comment on column calendar.digest is 'SHA-256 of the secret in the address; the secret itself is stored nowhere.';
comment on column calendar.created_at is 'When it was made.';

alter table calendar enable row level security;
create policy calendar_own on calendar
  using (officer = (select nullif(current_setting('ipcase.officer', true), ''))::bigint)
  with check (officer = (select nullif(current_setting('ipcase.officer', true), ''))::bigint);
grant select, insert, update, delete on calendar to ipcase_service;

create function calendar_officer(asked bytea) returns bigint language sql stable security definer
  set search_path = public, pg_temp as $$
  select c.officer from calendar c join officer o on o.id = c.officer where c.digest = asked and o.active
$$;
comment on function calendar_officer(bytea) is 'The officer whose calendar an address names; none once the account is closed.';
revoke all on function calendar_officer(bytea) from public;
grant execute on function calendar_officer(bytea) to ipcase_service;
