-- Every proceeding of the plan: what a proceeding knows, what it follows from, who takes part, what it imposes.

alter table proceeding add facts jsonb not null default '{}', add origin bigint, add receiver text,
  add constraint proceeding_origin foreign key (origin) references proceeding,
  add constraint proceeding_receiver foreign key (receiver) references agency;
create index proceeding_origin_idx on proceeding (origin);
create index proceeding_receiver_idx on proceeding (receiver);
comment on column proceeding.facts is 'The facts of its entries by name, the latest of each; kept by the transaction that appends the entry.';
comment on column proceeding.origin is 'The proceeding of the same file that it follows from; null where it stands by itself.';
comment on column proceeding.receiver is 'The agency that is to answer; null where none is, or where it is a referral.';

update proceeding p set facts = coalesce((select jsonb_object_agg(f.key, f.value) from (
  select distinct on (x.key) x.key, x.value from entry e, jsonb_each(e.facts) x
  where e.proceeding = p.id order by x.key, e.sequence desc) f), '{}');

alter table entry drop constraint entry_milestone, add constraint entry_milestone check (milestone in (
  'lead', 'filed', 'not-filed', 'decided', 'served', 'published', 'closed',
  'referred', 'received', 'police-filed', 'police-not-filed', 'concluded', 'accepted', 'adjudicated', 'agreed',
  'confirmed', 'detained', 'arrested', 'prosecuted', 'judged', 'repaired', 'listed'));

alter table clock add set_day date;
comment on column clock.set_day is 'The last day as a paper fixed it; null where the rule gives it.';

create table competence (
  key          text not null,
  valid_from   date not null,
  valid_to     date,
  ip_type      text not null,
  agencies     text not null,
  name_zh      text not null,
  name_en      text not null,
  citation     text not null,
  verification text not null,
  source       text not null,
  constraint competence_pkey primary key (key),
  constraint competence_ip_type foreign key (ip_type) references ip_type,
  constraint competence_verification check (verification in ('verified', 'to-confirm')),
  constraint competence_validity check (valid_to is null or valid_from <= valid_to)
);
create index competence_ip_type_idx on competence (ip_type);
comment on table competence is 'Which agency has the power to impose penalties for which kind of right.';
comment on column competence.key is 'Kind of right and first day.';
comment on column competence.valid_from is 'First day.';
comment on column competence.valid_to is 'Last day; null while in force.';
comment on column competence.ip_type is 'The kind of right.';
comment on column competence.agencies is 'Codes of the agencies of the district that have the power, separated by blanks; a local setting.';
comment on column competence.name_zh is 'The competent body as the law names it, in Chinese.';
comment on column competence.name_en is 'The same in English.';
comment on column competence.citation is 'Articles, separated by blanks.';
comment on column competence.verification is 'verified: the article was read. to-confirm: it was not.';
comment on column competence.source is 'Where it was read.';
grant select on competence to ipcase_service;

-- Certificates of law enforcement (行政执法证件).

create table certificate (
  number     text not null,
  agency     text not null,
  holder     text not null,
  valid_from date not null,
  valid_to   date not null,
  revoked_on date,
  constraint certificate_pkey primary key (number),
  constraint certificate_agency foreign key (agency) references agency,
  constraint certificate_number check (length(number) between 1 and 40),
  constraint certificate_holder check (length(holder) between 1 and 60),
  constraint certificate_days check (valid_from <= valid_to)
);
create index certificate_agency_holder_idx on certificate (agency, holder);
comment on table certificate is 'A certificate of law enforcement of an officer of an agency.';
comment on column certificate.number is 'Its number.';
comment on column certificate.agency is 'The agency.';
comment on column certificate.holder is 'The officer''s name as papers print it.';
comment on column certificate.valid_from is 'First day in force.';
comment on column certificate.valid_to is 'Last day in force.';
comment on column certificate.revoked_on is 'First day on which it no longer is, where it was withdrawn early.';
alter table certificate enable row level security;
create policy certificate_own on certificate for select using (agency = (select ipcase_agency()));
grant select on certificate to ipcase_service;

-- Agencies that an act informs: they see the file from then on, and may answer in it.

create table share (
  case_file bigint not null,
  agency    text not null,
  entry     bigint not null,
  since     timestamptz not null,
  constraint share_pkey primary key (case_file, agency),
  constraint share_case_file foreign key (case_file) references case_file,
  constraint share_agency foreign key (agency) references agency,
  constraint share_entry foreign key (entry) references entry
);
create index share_agency_idx on share (agency);
create index share_entry_idx on share (entry);
comment on table share is 'An agency that an act made a party to a case file.';
comment on column share.case_file is 'The file.';
comment on column share.agency is 'The agency.';
comment on column share.entry is 'The entry of the act.';
comment on column share.since is 'Since when.';

create function share_access() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_access (agency, case_file, ground, since, first_since)
  values (new.agency, new.case_file, 'share', new.since, new.since)
  on conflict on constraint case_access_pkey do update set ground = 'share', since = excluded.since
  where case_access.ground in ('former-owner', 'supervision');
  return null;
end
$$;
comment on function share_access() is 'Lets the agency see the file.';
create trigger share_access after insert on share for each row execute function share_access();

-- Who may add to a case file beside its owner: whoever conducts a proceeding in it or is to answer in one, there and
-- nowhere else; an agency of justice that may see it, and whoever was informed, may open one of its own.

create function takes_part(step bigint) returns boolean language sql stable set search_path = public, pg_temp as $$
  select true from proceeding p join case_access a on a.case_file = p.case_file and a.agency = (select ipcase_agency())
  where p.id = step and (select ipcase_agency()) in (p.agency, p.receiver)
$$;
comment on function takes_part(bigint) is 'Whether the agency for which this transaction runs conducts the proceeding, or is to answer in it.';

create function contributes(file bigint) returns boolean language sql stable set search_path = public, pg_temp as $$
  select true from case_access a where a.case_file = file and a.agency = (select ipcase_agency())
    and (a.ground = 'share'
      or exists (select from agency g where g.code = a.agency
        and g.kind in ('police', 'procuratorate', 'court', 'justice', 'platform', 'government'))
      or exists (select from proceeding p where p.case_file = file and a.agency in (p.agency, p.receiver)))
$$;
comment on function contributes(bigint) is 'Whether the agency for which this transaction runs takes part in the file without having it.';

create function case_file_owner_stays() returns trigger language plpgsql as $$
begin
  if (select ipcase_agency()) is null or old.owner_agency = (select ipcase_agency())
    or coalesce(is_receiving(old.id), false) then
    return new;
  end if;
  -- The number is generated, and not there yet before the row is written.
  if to_jsonb(new) - array['revision', 'status', 'due_at', 'seen_by', 'number']
    <> to_jsonb(old) - array['revision', 'status', 'due_at', 'seen_by', 'number'] then
    raise exception 'only its owner changes a case file' using errcode = 'insufficient_privilege',
      constraint = 'case_file_owner_stays';
  end if;
  return new;
end
$$;
comment on function case_file_owner_stays() is 'Keeps an agency that only takes part from handing the file over, and from changing more of it than an act does.';
create trigger case_file_owner_stays before update on case_file for each row execute function case_file_owner_stays();

drop policy case_file_change on case_file;
create policy case_file_change on case_file for update
  using (is_owner(id) or is_receiving(id) or contributes(id)) with check (
  owner_agency = (select ipcase_agency()) or is_receiving(id) or contributes(id)
  or exists (select from referral r where r.case_file = case_file.id and r.received_at is not null
    and r.receiving_agency = (select ipcase_agency()) and r.sending_agency = case_file.owner_agency));
drop policy proceeding_open on proceeding;
create policy proceeding_open on proceeding for insert with check (agency = (select ipcase_agency())
  and (is_owner(case_file) or contributes(case_file)));
drop policy proceeding_change on proceeding;
create policy proceeding_change on proceeding for update
  using (is_owner(case_file) or is_receiving(case_file) or (select ipcase_agency()) in (agency, receiver));
drop policy entry_append on entry;
create policy entry_append on entry for insert with check (
  agency = (select ipcase_agency()) and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint)
  and (is_owner(case_file) or is_receiving(case_file) or takes_part(proceeding)));
drop policy clock_start on clock;
create policy clock_start on clock for insert with check (
  is_owner(case_file) or is_receiving(case_file) or takes_part(proceeding));
drop policy clock_change on clock;
create policy clock_change on clock for update using (
  is_owner(case_file) or is_receiving(case_file) or takes_part(proceeding));
drop policy clock_extension_grant on clock_extension;
create policy clock_extension_grant on clock_extension for insert with check (
  (select is_owner(k.case_file) or is_receiving(k.case_file) or takes_part(k.proceeding) from clock k
    where k.id = clock_extension.clock));
drop policy clock_pause_begin on clock_pause;
create policy clock_pause_begin on clock_pause for insert with check (
  is_owner(case_file) or is_receiving(case_file) or takes_part(proceeding));
drop policy clock_pause_end on clock_pause;
create policy clock_pause_end on clock_pause for update using (
  is_owner(case_file) or is_receiving(case_file) or takes_part(proceeding));

alter table share enable row level security;
create policy share_see on share for select using (
  (select true from case_access a where a.case_file = share.case_file and a.agency = (select ipcase_agency())));
create policy share_add on share for insert with check (
  (select true from entry e where e.id = share.entry and e.case_file = share.case_file
    and e.agency = (select ipcase_agency()) and (is_owner(e.case_file) or takes_part(e.proceeding))));
grant select, insert on share to ipcase_service;

-- Parties, rights and goods that a later entry adds to a file.

alter table party add added_by bigint, add constraint party_added_by foreign key (added_by) references entry;
alter table ip_right add added_by bigint, add constraint ip_right_added_by foreign key (added_by) references entry;
alter table goods add added_by bigint, add constraint goods_added_by foreign key (added_by) references entry;
create index party_added_by_idx on party (added_by);
create index ip_right_added_by_idx on ip_right (added_by);
create index goods_added_by_idx on goods (added_by);
comment on column party.added_by is 'The entry that added it; null where the file was logged with it.';
comment on column ip_right.added_by is 'The entry that added it; null where the file was logged with it.';
comment on column goods.added_by is 'The entry that added them; null where the file was logged with them.';

create index party_name_idx on party (name);
create function screening_forget(file bigint) returns void language sql security definer
  set search_path = public, pg_temp as $$
  delete from screening where case_file = file and exists (select from case_access
    where case_file = file and agency = ipcase_agency() and ground = 'owner')
$$;
comment on function screening_forget(bigint) is 'Takes the findings of a file away that its owner screens anew.';
revoke execute on function screening_forget(bigint) from public;
grant execute on function screening_forget(bigint) to ipcase_service;
grant update (turnover_fen, gains_gross_fen, gains_net_fen, gains_unstated_fen, goods_value_fen) on case_file
  to ipcase_service;

create function credit_records(name text, identity text)
returns table (number text, kind text, state text, facts jsonb, agency text)
language sql stable security definer set search_path = public, pg_temp as $$
  select case when a.agency is null then '' else c.number end, p.kind, p.state,
    (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(p.facts) f where f.key in (
      'startsOn', 'listedOn', 'foundOn', 'publishedOn', 'publicityClass', 'restoredUntil', 'measuresUntil',
      'restrictedUntil')),
    p.agency
  from proceeding p join case_file c on c.id = p.case_file
  left join case_access a on a.case_file = c.id and a.agency = ipcase_agency()
  where p.kind in ('exclusion', 'listing', 'finding', 'publicity') and not c.demo and ipcase_agency() is not null
    and exists (select from party r where r.case_file = c.id and r.role = 'respondent'
      -- Where a number is asked for, it decides; a namesake known by another number is somebody else.
      and case when credit_records.identity is null or r.identity_number is null then r.name = credit_records.name
        else r.identity_number = credit_records.identity end
      -- Of several respondents the one concerned; of those without a name, whoever was there when it began.
      and case when p.facts ? 'concerned' then p.facts ->> 'concerned' = r.name
        else r.added_by is null or r.added_by < (select min(e.id) from entry e where e.proceeding = p.id) end)
    and (p.state in ('flagged', 'listed', 'published', 'under-measures', 'extended') or a.agency is not null)
$$;
comment on function credit_records(text, text) is 'What bears on the credit of an enterprise: what is public by law from every agency, what is only proposed from files that the asking agency may see.';
revoke execute on function credit_records(text, text) from public;
grant execute on function credit_records(text, text) to ipcase_service;

-- What decisions impose, and the ledger of money and goods (罚没台账).

create table sanction (
  id         bigint generated always as identity,
  case_file  bigint not null,
  proceeding bigint not null,
  entry      bigint not null,
  party      text not null,
  kind       text not null,
  amount_fen bigint,
  quantity   numeric(15, 3),
  details    text,
  constraint sanction_pkey primary key (id),
  constraint sanction_case_file foreign key (case_file) references case_file,
  constraint sanction_proceeding foreign key (proceeding) references proceeding,
  constraint sanction_entry foreign key (entry) references entry,
  constraint sanction_kind check (kind in (
    'warning', 'criticism', 'fine', 'gains', 'goods', 'tools', 'licence-suspension', 'downgrade', 'revocation',
    'restriction', 'suspension', 'closure', 'employment-ban', 'other')),
  constraint sanction_amount check (amount_fen between 0 and 100000000000000),
  constraint sanction_fine check (kind not in ('fine', 'gains') or amount_fen > 0)
);
create index sanction_case_file_idx on sanction (case_file);
create index sanction_proceeding_idx on sanction (proceeding);
create index sanction_entry_idx on sanction (entry);
comment on table sanction is 'A penalty that a decision imposes on one party. Legal basis: 行政处罚法 art. 9.';
comment on column sanction.id is 'Key; order of the decision.';
comment on column sanction.case_file is 'The file.';
comment on column sanction.proceeding is 'The proceeding.';
comment on column sanction.entry is 'The entry of the decision.';
comment on column sanction.party is 'The party''s name.';
comment on column sanction.kind is 'What kind.';
comment on column sanction.amount_fen is 'Money, or the value of what is confiscated, in fen.';
comment on column sanction.quantity is 'How many pieces.';
comment on column sanction.details is 'What exactly.';

create table ledger_line (
  id         bigint generated always as identity,
  case_file  bigint not null,
  proceeding bigint not null,
  entry      bigint not null,
  code       text not null,
  party      text,
  amount_fen bigint,
  quantity   numeric(15, 3),
  constraint ledger_line_pkey primary key (id),
  constraint ledger_line_case_file foreign key (case_file) references case_file,
  constraint ledger_line_proceeding foreign key (proceeding) references proceeding,
  constraint ledger_line_entry foreign key (entry) references entry,
  constraint ledger_line_code check (code in ('F1', 'F2', 'F3', 'C1', 'C2', 'C3', 'C4', 'R1')),
  constraint ledger_line_amount check (amount_fen between 0 and 100000000000000)
);
create index ledger_line_case_file_idx on ledger_line (case_file);
create index ledger_line_proceeding_idx on ledger_line (proceeding);
create index ledger_line_entry_idx on ledger_line (entry);
comment on table ledger_line is 'The ledger of money and goods: imposed, collected, confiscated, given back. Legal basis: 行政处罚法 art. 9, 28, 72, 74.';
comment on column ledger_line.id is 'Key.';
comment on column ledger_line.case_file is 'The file.';
comment on column ledger_line.proceeding is 'The proceeding.';
comment on column ledger_line.entry is 'The entry of the act.';
comment on column ledger_line.code is 'F1 fine imposed, F2 fine paid, F3 surcharge, C1 gains, C2 goods, C3 tools, C4 proceeds of disposal, R1 refund.';
comment on column ledger_line.party is 'Whom it concerns; null where the act does not say.';
comment on column ledger_line.amount_fen is 'Money or value in fen.';
comment on column ledger_line.quantity is 'How many pieces.';

alter table sanction enable row level security;
create policy sanction_see on sanction for select using (
  (select true from case_access a where a.case_file = sanction.case_file and a.agency = (select ipcase_agency())));
create policy sanction_add on sanction for insert with check (is_owner(case_file) or takes_part(proceeding));
alter table ledger_line enable row level security;
create policy ledger_line_see on ledger_line for select using (
  (select true from case_access a where a.case_file = ledger_line.case_file and a.agency = (select ipcase_agency())));
create policy ledger_line_add on ledger_line for insert with check (
  is_owner(case_file) or takes_part(proceeding));
grant select, insert on sanction, ledger_line to ipcase_service;
grant update (state, since, facts, receiver) on proceeding to ipcase_service;
grant update (set_day) on clock to ipcase_service;
grant update (search_text, grams, respondents) on case_file to ipcase_service;
