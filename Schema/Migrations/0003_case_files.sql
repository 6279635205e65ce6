-- Case files (案卷): the umbrella over parties, rights, goods, amounts and proceedings; and who may see one.

create table import_batch (
  id          bigint generated always as identity,
  agency      text not null,
  officer     bigint not null,
  file_name   text not null,
  imported_at timestamptz not null,
  constraint import_batch_pkey primary key (id),
  constraint import_batch_agency foreign key (agency) references agency,
  constraint import_batch_officer foreign key (officer) references officer
);
create index import_batch_agency_idx on import_batch (agency);
create index import_batch_officer_idx on import_batch (officer);
comment on table import_batch is 'One run of an import.';
comment on column import_batch.id is 'Key.';
comment on column import_batch.agency is 'The agency that imported.';
comment on column import_batch.officer is 'The officer who imported.';
comment on column import_batch.file_name is 'Name of the file, without its folder.';
comment on column import_batch.imported_at is 'When.';

create table case_file (
  id                bigint generated always as identity,
  year              smallint not null,
  number            text not null generated always as (
    year::text || '-' || lpad(id::text, greatest(6, length(id::text)), '0')) stored,
  ip_type           text not null,
  owner_agency      text not null,
  held_since        timestamptz not null,
  summary           text not null,
  respondents       text not null,
  status            text not null,
  lead_source       text not null,
  channel           text,
  place             text,
  town              text,
  turnover_fen      bigint,
  gains_gross_fen   bigint,
  gains_net_fen     bigint,
  gains_unstated_fen bigint,
  goods_value_fen   bigint,
  simple            boolean not null default false,
  demo              boolean not null default false,
  revision          int not null default 1,
  logged_by         bigint not null,
  logged_at         timestamptz not null,
  search_text       text not null,
  grams             int[] not null,
  constraint case_file_pkey primary key (id),
  constraint case_file_number unique (number),
  constraint case_file_ip_type foreign key (ip_type) references ip_type,
  constraint case_file_owner_agency foreign key (owner_agency) references agency,
  constraint case_file_town foreign key (town) references town,
  constraint case_file_logged_by foreign key (logged_by) references officer,
  constraint case_file_year check (year between 1990 and 2199),
  constraint case_file_lead_source check (lead_source in (
    'inspection', 'complaint', 'tip', 'transfer', 'assignment', 'rights-holder', 'published', 'other')),
  constraint case_file_channel check (channel in (
    'store', 'ecommerce', 'livestream', 'market', 'factory', 'exhibition', 'customs', 'other')),
  constraint case_file_summary check (length(summary) between 1 and 200),
  constraint case_file_place check (length(place) <= 200),
  constraint case_file_amounts check (
    least(turnover_fen, gains_gross_fen, gains_net_fen, gains_unstated_fen, goods_value_fen) >= 0
    and greatest(turnover_fen, gains_gross_fen, gains_net_fen, gains_unstated_fen, goods_value_fen) <= 100000000000000)
);
create index case_file_ip_type_idx on case_file (ip_type);
create index case_file_owner_agency_idx on case_file (owner_agency, id desc);
create index case_file_town_idx on case_file (town);
create index case_file_logged_by_idx on case_file (logged_by);
create index case_file_grams_idx on case_file using gin (grams);
comment on table case_file is 'A case file (案卷). "Case" is a keyword in SQL and Swift, hence the longer name.';
comment on column case_file.id is 'Key; order in which files were logged.';
comment on column case_file.year is 'Calendar year of logging in Asia/Shanghai.';
comment on column case_file.number is 'What people call it: year and id, such as 2026-000123.';
comment on column case_file.ip_type is 'The intellectual property concerned.';
comment on column case_file.owner_agency is 'The one agency that has the file now. Moves only when a referral is received or sent back.';
comment on column case_file.held_since is 'Since when that agency has it.';
comment on column case_file.summary is 'What it is about, in a line.';
comment on column case_file.respondents is 'Names of the respondents, kept by the transaction that adds one; for lists.';
comment on column case_file.status is 'Kind and state of the latest proceeding, as kind/state; kept by the transaction that changes it; for lists.';
comment on column case_file.lead_source is 'How the lead came: 监督检查, 投诉, 举报, 其他部门移送, 上级交办, 权利人, published register.';
comment on column case_file.channel is 'Where the goods were offered; null where unknown.';
comment on column case_file.place is 'Place in words; null where unknown.';
comment on column case_file.town is 'Town of the district; null where unknown or elsewhere.';
comment on column case_file.turnover_fen is 'Illegal turnover (违法经营额) in fen; null where unknown, which is not zero.';
comment on column case_file.gains_gross_fen is 'Illegal gains (违法所得) before costs, in fen; null where unknown.';
comment on column case_file.gains_net_fen is 'Illegal gains less costs, in fen; null where unknown.';
comment on column case_file.gains_unstated_fen is 'Illegal gains in fen where the source does not say whether costs were deducted.';
comment on column case_file.goods_value_fen is 'Value of the goods (货值) in fen; null where unknown.';
comment on column case_file.simple is 'Handled by summary procedure (简易程序): not in the procuratorate''s supervision view.';
comment on column case_file.demo is 'A published case loaded for demonstration.';
comment on column case_file.revision is 'Number of docket entries; an act on an older revision is refused as stale.';
comment on column case_file.logged_by is 'The officer who logged it.';
comment on column case_file.logged_at is 'When.';
comment on column case_file.search_text is 'Summary, names and numbers in one case and width, for exact search.';
comment on column case_file.grams is 'One- and two-character pieces of search_text as numbers, made by the program; narrows a search.';

create table published_source (
  case_file        bigint not null,
  agency           text not null,
  key              text not null,
  batch            bigint,
  title            text not null,
  url              text,
  publisher        text,
  enforcing_agency text,
  law_articles     text,
  outcome          text,
  police_outcome   text,
  court_outcome    text,
  notes            text,
  constraint published_source_pkey primary key (case_file),
  constraint published_source_case_file foreign key (case_file) references case_file,
  constraint published_source_batch foreign key (batch) references import_batch,
  constraint published_source_agency foreign key (agency) references agency,
  constraint published_source_key unique (agency, key)
);
create index published_source_batch_idx on published_source (batch);
comment on table published_source is 'Where an imported case file came from, in the source''s own words.';
comment on column published_source.case_file is 'The file.';
comment on column published_source.agency is 'The agency into whose register it was imported.';
comment on column published_source.key is 'The source''s key, unique in that register; importing it again changes nothing.';
comment on column published_source.batch is 'The import that brought it.';
comment on column published_source.title is 'Title of the source.';
comment on column published_source.url is 'Its address, if published.';
comment on column published_source.publisher is 'Who published it.';
comment on column published_source.enforcing_agency is 'The agency that handled the case, as the source names it.';
comment on column published_source.law_articles is 'Articles as the source cites them.';
comment on column published_source.outcome is 'Outcome in the source''s words.';
comment on column published_source.police_outcome is 'What the police did, in the source''s words.';
comment on column published_source.court_outcome is 'What the court did, in the source''s words.';
comment on column published_source.notes is 'Caveats of whoever compiled the register.';

create table party (
  id              bigint generated always as identity,
  case_file       bigint not null,
  role            text not null,
  kind            text not null,
  name            text not null,
  identity_kind   text,
  identity_number text,
  constraint party_pkey primary key (id),
  constraint party_case_file foreign key (case_file) references case_file,
  constraint party_role check (role in ('respondent', 'rights-holder', 'complainant', 'third-party')),
  constraint party_kind check (kind in ('organisation', 'natural-person', 'unstated')),
  constraint party_name check (length(name) between 1 and 200),
  constraint party_identity check ((identity_kind is null) = (identity_number is null)),
  constraint party_identity_kind check (identity_kind in ('uscc', 'resident-id', 'passport', 'other'))
);
create index party_case_file_idx on party (case_file);
create index party_identity_idx on party (identity_number) where identity_number is not null;
comment on table party is 'A party (当事人) to a case file.';
comment on column party.id is 'Key; order of entry.';
comment on column party.case_file is 'The file.';
comment on column party.role is 'Respondent, rights holder, complainant or third party.';
comment on column party.kind is 'Organisation, natural person, or not stated by a published source.';
comment on column party.name is 'Name as given.';
comment on column party.identity_kind is 'uscc 统一社会信用代码, resident-id 居民身份证, passport, other.';
comment on column party.identity_number is 'The number, checked by its own check digit where it has one.';

create table ip_right (
  id        bigint generated always as identity,
  case_file bigint not null,
  kind      text not null,
  number    text,
  name      text,
  constraint ip_right_pkey primary key (id),
  constraint ip_right_case_file foreign key (case_file) references case_file,
  constraint ip_right_kind foreign key (kind) references ip_type,
  constraint ip_right_named check (number is not null or name is not null),
  constraint ip_right_number check (length(number) between 1 and 60),
  constraint ip_right_name check (length(name) between 1 and 200)
);
create index ip_right_case_file_idx on ip_right (case_file);
create index ip_right_kind_idx on ip_right (kind);
create index ip_right_number_idx on ip_right (number);
comment on table ip_right is 'A right (权利) that the case file is about. RIGHT is a keyword, hence the prefix.';
comment on column ip_right.id is 'Key; order of entry.';
comment on column ip_right.case_file is 'The file.';
comment on column ip_right.kind is 'Kind of intellectual property.';
comment on column ip_right.number is 'Patent, registration or record number in canonical form; null where unknown.';
comment on column ip_right.name is 'The mark, title, variety or indication in words.';

create table goods (
  id          bigint generated always as identity,
  case_file   bigint not null,
  name        text not null,
  quantity    numeric(15, 3),
  unit        text,
  value_fen   bigint,
  price_basis text,
  constraint goods_pkey primary key (id),
  constraint goods_case_file foreign key (case_file) references case_file,
  constraint goods_name check (length(name) between 1 and 200),
  constraint goods_quantity check (quantity >= 0),
  constraint goods_unit check (length(unit) between 1 and 20),
  constraint goods_value check (value_fen between 0 and 100000000000000),
  constraint goods_price_basis check (price_basis in ('actual', 'marked', 'average', 'market', 'unstated'))
);
create index goods_case_file_idx on goods (case_file);
comment on table goods is 'Goods (涉案物品) of a case file.';
comment on column goods.id is 'Key; order of entry.';
comment on column goods.case_file is 'The file.';
comment on column goods.name is 'What they are.';
comment on column goods.quantity is 'How many, in the unit given; null where unknown.';
comment on column goods.unit is 'Unit in words: 件, 双, 瓶 …; null where not stated.';
comment on column goods.value_fen is 'Value in fen; null where unknown.';
comment on column goods.price_basis is 'How valued: actual sale price, marked price, average actual price, market price of the genuine goods, or unstated.';

-- Who may see a case file. One row an agency and file, so that a list is an index scan for every role.

create table case_access (
  agency    text not null,
  case_file bigint not null,
  ground    text not null,
  since     timestamptz not null,
  first_since timestamptz not null,
  constraint case_access_pkey primary key (agency, case_file),
  constraint case_access_agency foreign key (agency) references agency,
  constraint case_access_case_file foreign key (case_file) references case_file,
  constraint case_access_ground check (ground in ('owner', 'former-owner', 'referral', 'share', 'supervision'))
);
create index case_access_case_file_idx on case_access (case_file);
comment on table case_access is 'Which agency may see which case file, and why. Written by triggers only.';
comment on column case_access.agency is 'The agency.';
comment on column case_access.case_file is 'The file.';
comment on column case_access.ground is 'owner, former-owner, referral (it was sent to the agency), share, or supervision by the procuratorate.';
comment on column case_access.since is 'Since when on that ground.';
comment on column case_access.first_since is 'Since when at all; a report as of an earlier instant does not count the file.';

create function case_file_access() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.owner_agency <> new.owner_agency then
    update case_access set ground = 'former-owner', since = new.held_since
    where agency = old.owner_agency and case_file = new.id;
  end if;
  insert into case_access (agency, case_file, ground, since, first_since)
  values (new.owner_agency, new.id, 'owner', new.held_since, new.held_since)
  on conflict on constraint case_access_pkey do update set ground = 'owner', since = excluded.since;
  if new.simple then
    delete from case_access where case_file = new.id and ground = 'supervision'
      and not exists (select from referral r where r.case_file = new.id and r.sent_at is not null);
  else
    insert into case_access (agency, case_file, ground, since, first_since)
    select code, new.id, 'supervision', new.held_since, new.held_since from agency where kind = 'procuratorate'
    on conflict on constraint case_access_pkey do nothing;
  end if;
  return null;
end
$$;
comment on function case_file_access() is 'Gives the owner and the supervising procuratorate their access rows.';
create trigger case_file_access after insert or update of owner_agency, simple on case_file
  for each row execute function case_file_access();

create function ipcase_agency() returns text language sql stable as
  $$ select current_setting('ipcase.agency', true) $$;
comment on function ipcase_agency() is 'The agency for which this transaction runs; null shows nothing.';

-- The policies ask for one row by its key, as a scalar: an `exists` here may be planned as a hash of every file the
-- agency may see.

alter table case_access enable row level security;
create policy case_access_own on case_access for select using (agency = (select ipcase_agency()));

alter table case_file enable row level security;
create policy case_file_see on case_file for select using (
  (select true from case_access where case_access.case_file = case_file.id and agency = (select ipcase_agency())));
create policy case_file_log on case_file for insert with check (owner_agency = (select ipcase_agency()));
alter table published_source enable row level security;
create policy published_source_see on published_source for select using (
  (select true from case_access a where a.case_file = published_source.case_file and agency = (select ipcase_agency())));
create policy published_source_add on published_source for insert with check (
  (select true from case_access a where a.case_file = published_source.case_file and ground = 'owner'
    and agency = (select ipcase_agency())));

alter table party enable row level security;
create policy party_see on party for select using (
  (select true from case_access a where a.case_file = party.case_file and agency = (select ipcase_agency())));
create policy party_add on party for insert with check (
  (select true from case_access a where a.case_file = party.case_file and ground = 'owner'
    and agency = (select ipcase_agency())));

alter table ip_right enable row level security;
create policy ip_right_see on ip_right for select using (
  (select true from case_access a where a.case_file = ip_right.case_file and agency = (select ipcase_agency())));
create policy ip_right_add on ip_right for insert with check (
  (select true from case_access a where a.case_file = ip_right.case_file and ground = 'owner'
    and agency = (select ipcase_agency())));

alter table goods enable row level security;
create policy goods_see on goods for select using (
  (select true from case_access a where a.case_file = goods.case_file and agency = (select ipcase_agency())));
create policy goods_add on goods for insert with check (
  (select true from case_access a where a.case_file = goods.case_file and ground = 'owner'
    and agency = (select ipcase_agency())));

alter table import_batch enable row level security;
create policy import_batch_own on import_batch using (agency = (select ipcase_agency()))
  with check (agency = (select ipcase_agency()));

grant select on case_access, case_file, published_source, party, ip_right, goods, import_batch to ipcase_service;
grant insert on case_file, published_source, party, ip_right, goods, import_batch to ipcase_service;
grant update (owner_agency, held_since, status, revision) on case_file to ipcase_service;
grant select on sequence case_file_id_seq to ipcase_service;
