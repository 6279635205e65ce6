-- Evidence (证据): what proves the facts of a case file, as files and as things, and who had it when.

create table evidence (
  id         bigint generated always as identity,
  case_file  bigint not null,
  entry      bigint not null,
  kind       text not null,
  name       text not null,
  media_type text,
  size       bigint,
  digest     bytea,
  constraint evidence_pkey primary key (id),
  constraint evidence_case_file foreign key (case_file) references case_file,
  constraint evidence_entry foreign key (entry) references entry,
  constraint evidence_once unique (case_file, digest),
  constraint evidence_kind check (kind in (
    'physical', 'documentary', 'audio-visual', 'electronic', 'witness', 'statement', 'appraisal', 'record', 'other')),
  constraint evidence_name check (length(name) between 1 and 200),
  constraint evidence_file check ((digest is null) = (size is null) and (digest is null) = (media_type is null)),
  constraint evidence_digest check (length(digest) = 32),
  constraint evidence_size check (size >= 0)
);
create index evidence_entry_idx on evidence (entry);
comment on table evidence is 'An item of evidence. Appended, never changed; its file lies in the store under its SHA-256. Legal basis: 行政处罚法 art. 46.';
comment on column evidence.id is 'Key.';
comment on column evidence.case_file is 'The file that it belongs to.';
comment on column evidence.entry is 'The entry by which it was added.';
comment on column evidence.kind is 'Kind of evidence (证据种类).';
comment on column evidence.name is 'What it is, in words.';
comment on column evidence.media_type is 'What its first bytes say that it is; null for a thing without a file.';
comment on column evidence.size is 'Bytes of the file.';
comment on column evidence.digest is 'SHA-256 of the file, and its name in the store.';

create table custody (
  evidence  bigint not null,
  sequence  int not null,
  case_file bigint not null,
  entry     bigint not null,
  holder    text not null,
  since     date not null,
  seal      text,
  constraint custody_pkey primary key (evidence, sequence),
  constraint custody_evidence foreign key (evidence) references evidence,
  constraint custody_case_file foreign key (case_file) references case_file,
  constraint custody_entry foreign key (entry) references entry,
  constraint custody_holder check (length(holder) between 1 and 200),
  constraint custody_seal check (length(seal) between 1 and 200)
);
create index custody_case_file_idx on custody (case_file);
create index custody_entry_idx on custody (entry);
comment on table custody is 'Who had an item of evidence, since when, sealed how (保管链). Appended, never changed.';
comment on column custody.evidence is 'The item.';
comment on column custody.sequence is 'Position in the chain, from 1.';
comment on column custody.case_file is 'The file, as of the item.';
comment on column custody.entry is 'The entry that records it.';
comment on column custody.holder is 'Who has it, and where.';
comment on column custody.since is 'First day on which it was there.';
comment on column custody.seal is 'How it is sealed; null where it is not.';

create trigger evidence_stays before update or delete on evidence for each row execute function entry_stays();
create trigger custody_stays before update or delete on custody for each row execute function entry_stays();

alter table evidence enable row level security;
create policy evidence_see on evidence for select using (
  (select true from case_access a where a.case_file = evidence.case_file and a.agency = (select ipcase_agency())));
create policy evidence_add on evidence for insert with check (is_owner(case_file));
alter table custody enable row level security;
create policy custody_see on custody for select using (
  (select true from case_access a where a.case_file = custody.case_file and a.agency = (select ipcase_agency())));
create policy custody_add on custody for insert with check (is_owner(case_file));
grant select, insert on evidence, custody to ipcase_service;
grant select on sequence evidence_id_seq to ipcase_service;
