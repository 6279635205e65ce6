-- Packages (移送包): case files under the seal of an agency, on their way to where this register is not.

create table package (
  id        bigint generated always as identity,
  case_file bigint not null,
  referral  bigint not null,
  entry     bigint not null,
  name      text not null,
  digest    bytea not null,
  size      bigint not null,
  agency    text not null,
  receiver  text not null,
  sealed_at timestamptz not null,
  constraint package_pkey primary key (id),
  constraint package_case_file foreign key (case_file) references case_file,
  constraint package_referral foreign key (referral) references referral,
  constraint package_entry foreign key (entry) references entry,
  constraint package_agency foreign key (agency) references agency,
  constraint package_receiver foreign key (receiver) references agency,
  constraint package_name unique (name),
  constraint package_digest check (length(digest) = 32)
);
create index package_case_file_idx on package (case_file);
create index package_referral_idx on package (referral);
create index package_entry_idx on package (entry);
create index package_agency_idx on package (agency);
create index package_receiver_idx on package (receiver);
comment on table package is 'A package that an agency sealed. The archive lies in the store under its SHA-256.';
comment on column package.id is 'Key.';
comment on column package.case_file is 'The file.';
comment on column package.referral is 'The referral that it carries.';
comment on column package.entry is 'The entry that records the sealing.';
comment on column package.name is 'SHA-256 of what was signed, in hexadecimal: the name by which both sides know the package.';
comment on column package.digest is 'SHA-256 of the archive, and its name in the store.';
comment on column package.size is 'Bytes of the archive.';
comment on column package.agency is 'Who sealed it.';
comment on column package.receiver is 'For whom.';
comment on column package.sealed_at is 'When.';

create table package_receipt (
  package     bigint not null,
  case_file   bigint not null,
  line        text not null,
  recorded_at timestamptz not null,
  constraint package_receipt_pkey primary key (package),
  constraint package_receipt_package foreign key (package) references package,
  constraint package_receipt_case_file foreign key (case_file) references case_file
);
create index package_receipt_case_file_idx on package_receipt (case_file);
comment on table package_receipt is 'The signed receipt of a package that came back from its receiver.';
comment on column package_receipt.package is 'Of which package.';
comment on column package_receipt.case_file is 'The file, as of the package.';
comment on column package_receipt.line is 'The receipt as the receiver signed it.';
comment on column package_receipt.recorded_at is 'When it was recorded here.';

create table package_received (
  name        text not null,
  case_file   bigint not null,
  sender      text not null,
  line        text not null,
  received_at timestamptz not null,
  constraint package_received_pkey primary key (name),
  constraint package_received_case_file foreign key (case_file) references case_file,
  constraint package_received_sender foreign key (sender) references agency
);
create index package_received_case_file_idx on package_received (case_file);
create index package_received_sender_idx on package_received (sender);
comment on table package_received is 'Packages that were taken in here, each once.';
comment on column package_received.name is 'SHA-256 of what the sender signed, in hexadecimal.';
comment on column package_received.case_file is 'The file that was made of it.';
comment on column package_received.sender is 'Who sealed it.';
comment on column package_received.line is 'The receipt that was signed for it; the same for whoever asks again.';
comment on column package_received.received_at is 'When.';

create trigger package_stays before update or delete on package for each row execute function entry_stays();
create trigger package_receipt_stays before update or delete on package_receipt for each row execute function entry_stays();
create trigger package_received_stays before update or delete on package_received
  for each row execute function entry_stays();

alter table package enable row level security;
create policy package_see on package for select using (
  (select true from case_access a where a.case_file = package.case_file and a.agency = (select ipcase_agency())));
create policy package_seal on package for insert with check (agency = (select ipcase_agency()) and is_owner(case_file));
alter table package_receipt enable row level security;
create policy package_receipt_see on package_receipt for select using (
  (select true from case_access a where a.case_file = package_receipt.case_file and a.agency = (select ipcase_agency())));
create policy package_receipt_record on package_receipt for insert with check (
  (select true from package p where p.id = package and p.agency = (select ipcase_agency())));
alter table package_received enable row level security;
create policy package_received_see on package_received for select using (
  (select true from case_access a where a.case_file = package_received.case_file and a.agency = (select ipcase_agency())));
create policy package_received_take on package_received for insert with check (is_owner(case_file));
grant select, insert on package, package_receipt, package_received to ipcase_service;
grant select on sequence package_id_seq to ipcase_service;
