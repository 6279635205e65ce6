-- Reports: what units confirm, and what a head signs; what is signed is frozen.

create table report_confirmation (
  form         text not null,
  period       text not null,
  agency       text not null,
  officer      bigint not null,
  confirmed_at timestamptz not null,
  constraint report_confirmation_pkey primary key (form, period, agency),
  constraint report_confirmation_agency foreign key (agency) references agency,
  constraint report_confirmation_officer foreign key (officer) references officer
);
create index report_confirmation_agency_idx on report_confirmation (agency);
create index report_confirmation_officer_idx on report_confirmation (officer);
comment on table report_confirmation is 'A unit says that its records of a period are complete. Without it the unit has not reported, which is not zero.';
comment on column report_confirmation.form is 'Key of the form.';
comment on column report_confirmation.period is 'The period, 2026-10 or 2026-Q4.';
comment on column report_confirmation.agency is 'The unit.';
comment on column report_confirmation.officer is 'Who said so.';
comment on column report_confirmation.confirmed_at is 'When.';
create trigger report_confirmation_stays before update or delete on report_confirmation
  for each row execute function entry_stays();

create table report_issue (
  id           bigint generated always as identity,
  agency       text not null,
  form         text not null,
  form_version int not null,
  period       text not null,
  scope        text not null,
  as_of        timestamptz not null,
  drafted_by   bigint not null,
  drafted_at   timestamptz not null,
  checked_by   bigint,
  checked_at   timestamptz,
  issued_by    bigint,
  issued_at    timestamptz,
  closing      bigint not null,
  content      text not null,
  digest       bytea not null,
  checkpoint   text,
  signature    text,
  constraint report_issue_pkey primary key (id),
  constraint report_issue_agency foreign key (agency) references agency,
  constraint report_issue_drafted_by foreign key (drafted_by) references officer,
  constraint report_issue_checked_by foreign key (checked_by) references officer,
  constraint report_issue_issued_by foreign key (issued_by) references officer,
  constraint report_issue_once unique (agency, form, period, scope),
  constraint report_issue_checked check ((checked_by is null) = (checked_at is null)),
  constraint report_issue_issued check ((issued_by is null) = (issued_at is null)
    and (issued_by is null) = (signature is null) and (issued_by is null) = (checkpoint is null)),
  constraint report_issue_order check (issued_by is null or checked_by is not null),
  constraint report_issue_second check (checked_by <> drafted_by),
  constraint report_issue_third check (issued_by <> drafted_by),
  constraint report_issue_digest check (digest = sha256(convert_to(content, 'UTF8')))
);
create index report_issue_drafted_by_idx on report_issue (drafted_by);
create index report_issue_checked_by_idx on report_issue (checked_by);
create index report_issue_issued_by_idx on report_issue (issued_by);
comment on table report_issue is 'A report on its way to the head''s signature, and as it was signed.';
comment on column report_issue.id is 'Key.';
comment on column report_issue.agency is 'Whose report it is.';
comment on column report_issue.form is 'Key of the form.';
comment on column report_issue.form_version is 'Version of the form.';
comment on column report_issue.period is 'The period, 2026-10 or 2026-Q4.';
comment on column report_issue.scope is 'Whose numbers: * for the district, or an agency.';
comment on column report_issue.as_of is 'What was recorded later does not count.';
comment on column report_issue.drafted_by is 'The statistician.';
comment on column report_issue.drafted_at is 'When it was drafted last.';
comment on column report_issue.checked_by is 'Who checked it; not the drafter.';
comment on column report_issue.checked_at is 'When.';
comment on column report_issue.issued_by is 'The head who signed it; not the drafter.';
comment on column report_issue.issued_at is 'When; from then on nothing of it changes.';
comment on column report_issue.closing is 'Cases pending at the end of the period, for the next report to begin with.';
comment on column report_issue.content is 'The report in JSON, byte by byte as it was drafted.';
comment on column report_issue.digest is 'SHA-256 of it.';
comment on column report_issue.checkpoint is 'The checkpoint of the agency''s log when it was signed.';
comment on column report_issue.signature is 'The agency''s signed statement of digest and instant, in a line.';

create function report_issue_freeze() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.issued_at is not null then
    raise exception 'an issued report stays' using errcode = 'integrity_constraint_violation', constraint = 'report_issue_frozen';
  end if;
  return new;
end
$$;
comment on function report_issue_freeze() is 'Refuses to change a report that was signed, and to remove any.';
create trigger report_issue_freeze before update or delete on report_issue for each row execute function report_issue_freeze();

alter table report_confirmation enable row level security;
create policy report_confirmation_see on report_confirmation for select using (
  agency = (select ipcase_agency()) or (select is_district_reader()));
create policy report_confirmation_add on report_confirmation for insert with check (agency = (select ipcase_agency()));
alter table report_issue enable row level security;
create policy report_issue_own on report_issue using (agency = (select ipcase_agency()))
  with check (agency = (select ipcase_agency()));
grant select, insert on report_confirmation to ipcase_service;
grant select, insert, update on report_issue to ipcase_service;

create function report_named(code text) returns table (form text, period text, agency text, issued_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.form, i.period, i.agency, i.issued_at from report_issue i
  where i.issued_at is not null and encode(i.digest, 'hex') = code
$$;
comment on function report_named(text) is 'What anybody who holds an issued report may learn by its digest: that it is genuine.';
revoke all on function report_named(text) from public;
grant execute on function report_named(text) to ipcase_service;
