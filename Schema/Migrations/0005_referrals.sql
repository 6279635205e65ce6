-- Referrals (移送): the handing over of a case file from one agency to another.

create table referral (
  proceeding       bigint not null,
  case_file        bigint not null,
  sending_agency   text not null,
  receiving_agency text not null,
  offence          text,
  basis            text not null,
  reason           text not null,
  open             boolean not null default true,
  drafted_at       timestamptz not null,
  approved_at      timestamptz,
  sent_at          timestamptz,
  received_at      timestamptz,
  decided_at       timestamptz,
  constraint referral_pkey primary key (proceeding),
  constraint referral_proceeding foreign key (proceeding) references proceeding,
  constraint referral_case_file foreign key (case_file) references case_file,
  constraint referral_sending_agency foreign key (sending_agency) references agency,
  constraint referral_receiving_agency foreign key (receiving_agency) references agency,
  constraint referral_offence foreign key (offence) references offence,
  constraint referral_to_another check (sending_agency <> receiving_agency),
  constraint referral_basis check (basis in ('threshold', 'reasonable-suspicion')),
  constraint referral_reason check (length(reason) between 1 and 4000),
  constraint referral_order check (
    (sent_at is null or approved_at is not null) and (received_at is null or sent_at is not null)
    and (decided_at is null or received_at is not null))
);
create unique index referral_one_open on referral (case_file) where open;
create index referral_case_file_idx on referral (case_file);
create index referral_sending_agency_idx on referral (sending_agency, proceeding desc);
create index referral_receiving_agency_idx on referral (receiving_agency, proceeding desc);
create index referral_offence_idx on referral (offence);
comment on table referral is 'A case file on its way from one agency to another. Legal basis: 国务院令第310号 art. 3, 5-8.';
comment on column referral.proceeding is 'The proceeding that the referral is.';
comment on column referral.case_file is 'The file; at most one open referral a file.';
comment on column referral.sending_agency is 'The agency that refers.';
comment on column referral.receiving_agency is 'The agency it refers to.';
comment on column referral.offence is 'The offence suspected; null where none is named yet.';
comment on column referral.basis is 'threshold: the amount reaches it. reasonable-suspicion: 合理嫌疑 below it, art. 3(2).';
comment on column referral.reason is 'Why, in the sender''s words.';
comment on column referral.open is 'From the draft until it is refused, withdrawn or decided upon; kept by the transaction that does so.';
comment on column referral.drafted_at is 'When it was drafted.';
comment on column referral.approved_at is 'When the head approved it.';
comment on column referral.sent_at is 'When it was sent.';
comment on column referral.received_at is 'When the receiver signed the receipt (回执).';
comment on column referral.decided_at is 'When the receiver decided to file or not to file.';

create function referral_access() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_access (agency, case_file, ground, since, first_since)
  values (new.receiving_agency, new.case_file, 'referral', new.sent_at, new.sent_at)
  on conflict on constraint case_access_pkey do update set ground = 'referral', since = excluded.since
  where case_access.ground <> 'owner';
  insert into case_access (agency, case_file, ground, since, first_since)
  select code, new.case_file, 'supervision', new.sent_at, new.sent_at from agency where kind = 'procuratorate'
  on conflict on constraint case_access_pkey do nothing;
  return null;
end
$$;
comment on function referral_access() is 'Lets the receiver, and the procuratorate, see the file from the moment it is sent.';
create trigger referral_access after update of sent_at on referral for each row
  when (old.sent_at is null and new.sent_at is not null) execute function referral_access();

create function referral_withdrawn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from case_access
  where case_file = new.case_file and agency = new.receiving_agency and ground = 'referral';
  return null;
end
$$;
comment on function referral_withdrawn() is 'Ends the receiver''s view of a file that was withdrawn before the receipt.';
create trigger referral_withdrawn after update of open on referral for each row
  when (old.open and not new.open and new.sent_at is not null and new.received_at is null)
  execute function referral_withdrawn();

alter table referral enable row level security;
create policy referral_see on referral for select using (
  (select true from case_access a where a.case_file = referral.case_file and a.agency = (select ipcase_agency())));
create policy referral_draft on referral for insert with check (sending_agency = (select ipcase_agency()) and
  (select true from case_access a where a.case_file = referral.case_file and a.ground = 'owner'
    and a.agency = (select ipcase_agency())));
create policy referral_change on referral for update using (
  (select ipcase_agency()) in (sending_agency, receiving_agency));

-- Who may write to a case file: its owner, and the receiver of a referral that was sent and is open.

create function is_owner(file bigint) returns boolean language sql stable set search_path = public, pg_temp as $$
  select true from case_access
  where case_file = file and agency = (select ipcase_agency()) and ground = 'owner'
$$;
comment on function is_owner(bigint) is 'Whether the file is with the agency for which this transaction runs.';

create function is_receiving(file bigint) returns boolean language sql stable set search_path = public, pg_temp as $$
  select true from referral
  where case_file = file and open and sent_at is not null and receiving_agency = (select ipcase_agency())
$$;
comment on function is_receiving(bigint) is 'Whether the file is on its way to the agency for which this transaction runs.';

create policy case_file_change on case_file for update using (is_owner(id) or is_receiving(id)) with check (
  owner_agency = (select ipcase_agency()) or is_receiving(id)
  or exists (select from referral r where r.case_file = case_file.id and r.received_at is not null
    and r.receiving_agency = (select ipcase_agency()) and r.sending_agency = case_file.owner_agency));
create policy proceeding_change on proceeding for update using (is_owner(case_file) or is_receiving(case_file));
create policy entry_append on entry for insert with check (
  agency = (select ipcase_agency()) and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint)
  and (is_owner(case_file) or is_receiving(case_file)));

grant select, insert on referral to ipcase_service;
grant update (open, approved_at, sent_at, received_at, decided_at) on referral to ipcase_service;
