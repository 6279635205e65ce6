-- Papers (文书) that were issued: made once, kept for ever.

create table paper (
  id         bigint generated always as identity,
  case_file  bigint not null,
  proceeding bigint not null,
  entry      bigint not null,
  template   text not null,
  version    int not null,
  number     text,
  code       text not null,
  facts      text not null,
  digest     bytea not null,
  size       bigint not null,
  agency     text not null,
  issued_at  timestamptz not null,
  constraint paper_pkey primary key (id),
  constraint paper_case_file foreign key (case_file) references case_file,
  constraint paper_proceeding foreign key (proceeding) references proceeding,
  constraint paper_entry foreign key (entry) references entry,
  constraint paper_agency foreign key (agency) references agency,
  constraint paper_code unique (code),
  constraint paper_number unique (agency, template, number),
  constraint paper_template check (template ~ '^[a-z0-9-]{1,60}$'),
  constraint paper_digest check (length(digest) = 32)
);
create index paper_case_file_idx on paper (case_file);
create index paper_proceeding_idx on paper (proceeding);
create index paper_entry_idx on paper (entry);
comment on table paper is 'A paper as it was issued. Its PDF lies in the store under its SHA-256 and is never made again.';
comment on column paper.id is 'Key.';
comment on column paper.case_file is 'The file.';
comment on column paper.proceeding is 'The proceeding in which it was issued.';
comment on column paper.entry is 'The entry that records it.';
comment on column paper.template is 'Key of the template.';
comment on column paper.version is 'Version of the template.';
comment on column paper.number is 'Number of the document (发文字号), where it has one.';
comment on column paper.code is 'What its QR code names: the first 32 hexadecimal digits of the SHA-256 of facts.';
comment on column paper.facts is 'What it was filled with, in canonical JSON.';
comment on column paper.digest is 'SHA-256 of the PDF, and its name in the store.';
comment on column paper.size is 'Bytes of the PDF.';
comment on column paper.agency is 'The agency that issued it.';
comment on column paper.issued_at is 'When.';

create trigger paper_stays before update or delete on paper for each row execute function entry_stays();
alter table paper enable row level security;
create policy paper_see on paper for select using (
  (select true from case_access a where a.case_file = paper.case_file and a.agency = (select ipcase_agency())));
create policy paper_issue on paper for insert with check (agency = (select ipcase_agency()) and is_owner(case_file));
grant select, insert on paper to ipcase_service;
grant select on sequence paper_id_seq to ipcase_service;

create function paper_named(asked text)
  returns table (template text, version int, number text, agency text, issued_at timestamptz, digest bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select template, version, number, agency, issued_at, digest from paper where code = asked
$$;
comment on function paper_named(text) is 'What anybody who holds a paper may learn by its code: that it was issued, by whom and when. Nothing of the case.';
revoke all on function paper_named(text) from public;
grant execute on function paper_named(text) to ipcase_service;
