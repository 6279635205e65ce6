-- Reference data: what the district is made of and what the law calls things. Rows come from Schema/Reference/*.csv.

do $$
begin
  if not exists (select from pg_roles where rolname = 'ipcase_service') then
    create role ipcase_service login;
  end if;
  -- So that an owner who is no superuser can serve as it, too.
  if not pg_has_role(current_user, 'ipcase_service', 'member') then
    execute format('grant ipcase_service to %I', current_user);
  end if;
end
$$;
comment on role ipcase_service is 'The role IPCase serves as: neither superuser nor owner of anything, so row-level security binds it.';

create table instrument (
  key            text not null,
  name_zh        text not null,
  name_en        text not null,
  number         text,
  effective_from date,
  effective_to   date,
  verification   text not null,
  source         text not null,
  constraint instrument_pkey primary key (key),
  constraint instrument_verification check (verification in ('verified', 'to-confirm')),
  constraint instrument_effect check (effective_to is null or effective_from <= effective_to)
);
comment on table instrument is 'A legal instrument in one version. Citations are keys into this table.';
comment on column instrument.key is 'Short name used in citations, such as order-310.';
comment on column instrument.name_zh is 'Statutory title in Chinese, without book-title marks.';
comment on column instrument.name_en is 'Title in English.';
comment on column instrument.number is 'Number of the issuing document, such as 国务院令第310号; null where it has none.';
comment on column instrument.effective_from is 'First day in force; null where not established.';
comment on column instrument.effective_to is 'Last day in force, inclusive; null while in force.';
comment on column instrument.verification is 'verified: the text was read. to-confirm: shown to users only with that mark.';
comment on column instrument.source is 'Where the text was read.';

create table town (
  code                text not null,
  name_zh             text not null,
  name_en             text not null,
  civil_affairs_code  text not null,
  statistics_code     text not null,
  position            int  not null,
  source              text not null,
  constraint town_pkey primary key (code),
  constraint town_civil_affairs_code unique (civil_affairs_code),
  constraint town_statistics_code unique (statistics_code),
  constraint town_codes_are_nine_digits check (civil_affairs_code ~ '^[0-9]{9}$' and statistics_code ~ '^[0-9]{9}$')
);
comment on table town is 'A town or street (镇、街道) of the district, with both official code sets, which differ.';
comment on column town.code is 'Our own code, stable whatever the official sets do.';
comment on column town.name_zh is 'Name in Chinese.';
comment on column town.name_en is 'Name in English.';
comment on column town.civil_affairs_code is 'Nine-digit code of the 民政 set (国家地名信息库).';
comment on column town.statistics_code is 'Nine-digit code of the 国家统计局 set (统计用区划代码).';
comment on column town.position is 'Order in lists.';
comment on column town.source is 'Where both codes were read.';

create table agency (
  code     text not null,
  name_zh  text not null,
  name_en  text not null,
  kind     text not null,
  town     text,
  position int  not null,
  source   text not null,
  constraint agency_pkey primary key (code),
  constraint agency_code check (code ~ '^[A-Z][A-Z0-9-]{1,15}$'),
  constraint agency_town foreign key (town) references town,
  constraint agency_kind check (kind in (
    'enforcement', 'police', 'procuratorate', 'court', 'justice', 'customs', 'town', 'government', 'platform'))
);
create index agency_town_idx on agency (town);
comment on table agency is 'An agency or body that the district''s work plan of 2022-09-30 names.';
comment on column agency.code is 'Our code: capitals, digits and hyphens.';
comment on column agency.name_zh is 'Name in Chinese, as the plan has it.';
comment on column agency.name_en is 'Name in English.';
comment on column agency.kind is 'What it is in our procedures: who may receive a referral, who supervises.';
comment on column agency.town is 'The town, for a town''s agency.';
comment on column agency.position is 'Order in lists.';
comment on column agency.source is 'The section of the plan that names it.';

create table ip_type (
  code     text not null,
  name_zh  text not null,
  name_en  text not null,
  position int  not null,
  source   text not null,
  constraint ip_type_pkey primary key (code)
);
comment on table ip_type is 'A kind of intellectual property.';
comment on column ip_type.code is 'Code used in files and addresses.';
comment on column ip_type.name_zh is 'Name in Chinese.';
comment on column ip_type.name_en is 'Name in English.';
comment on column ip_type.position is 'Order in lists and reports.';
comment on column ip_type.source is 'The statute that makes it one.';

create table proceeding_kind (
  code     text not null,
  name_zh  text not null,
  name_en  text not null,
  position int  not null,
  source   text not null,
  constraint proceeding_kind_pkey primary key (code)
);
comment on table proceeding_kind is 'A kind of legal procedure (程序).';
comment on column proceeding_kind.code is 'Code used in files and addresses.';
comment on column proceeding_kind.name_zh is 'Name in Chinese.';
comment on column proceeding_kind.name_en is 'Name in English.';
comment on column proceeding_kind.position is 'Order in lists and reports.';
comment on column proceeding_kind.source is 'The instrument that governs it.';

create table offence (
  code       text not null,
  name_zh    text not null,
  name_en    text not null,
  instrument text not null,
  article    text not null,
  valid_from date not null,
  valid_to   date,
  position   int  not null,
  source     text not null,
  constraint offence_pkey primary key (code),
  constraint offence_instrument foreign key (instrument) references instrument,
  constraint offence_validity check (valid_to is null or valid_from <= valid_to)
);
create index offence_instrument_idx on offence (instrument);
comment on table offence is 'An offence that a referral to the police can suspect.';
comment on column offence.code is 'Article of the criminal law, such as 214 or 219-1.';
comment on column offence.name_zh is 'Charge (罪名) in Chinese.';
comment on column offence.name_en is 'Charge in English.';
comment on column offence.instrument is 'The statute.';
comment on column offence.article is 'Article key within the statute.';
comment on column offence.valid_from is 'First day of the conduct to which it applies in its present form.';
comment on column offence.valid_to is 'Last day, inclusive; null while in force.';
comment on column offence.position is 'Order in lists.';
comment on column offence.source is 'Where the text was read.';

grant select on instrument, town, agency, ip_type, proceeding_kind, offence to ipcase_service;
