-- Imports: columns of a source's own that are remembered, and batches that can be taken back while nobody has acted on them.

create table import_mapping (
  agency  text not null,
  source  text not null,
  heading text not null,
  field   text,
  constraint import_mapping_pkey primary key (agency, source, heading),
  constraint import_mapping_agency foreign key (agency) references agency,
  constraint import_mapping_source check (length(source) between 1 and 100),
  constraint import_mapping_heading check (length(heading) between 1 and 200)
);
comment on table import_mapping is 'What the columns of a source''s registers are (列对应), remembered from one import to the next.';
comment on column import_mapping.agency is 'Whose imports.';
comment on column import_mapping.source is 'The source, such as a town.';
comment on column import_mapping.heading is 'The heading as the source writes it.';
comment on column import_mapping.field is 'Our column; null for one that is passed over.';
alter table import_mapping enable row level security;
create policy import_mapping_own on import_mapping using (agency = (select ipcase_agency()))
  with check (agency = (select ipcase_agency()));
grant select, insert, update, delete on import_mapping to ipcase_service;

alter table import_batch add column undone_at timestamptz;
alter table import_batch add column undone_by bigint;
alter table import_batch add constraint import_batch_undone_by foreign key (undone_by) references officer;
alter table import_batch add constraint import_batch_undone check ((undone_at is null) = (undone_by is null));
create index import_batch_undone_by_idx on import_batch (undone_by);
comment on column import_batch.undone_at is 'When it was taken back; null while it stands.';
comment on column import_batch.undone_by is 'Who took it back.';

create function import_undo(batch bigint, officer bigint, at timestamptz) returns int language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  files bigint[];
begin
  perform from import_batch b where b.id = batch and b.agency = ipcase_agency() for update;
  if not found then
    raise exception 'no such import' using errcode = 'integrity_constraint_violation', constraint = 'import_unknown';
  end if;
  perform from import_batch b where b.id = batch and b.undone_at is not null;
  if found then
    raise exception 'already taken back' using errcode = 'integrity_constraint_violation', constraint = 'import_undone';
  end if;
  files := array(select c.id from published_source s join case_file c on c.id = s.case_file
    where s.batch = import_undo.batch order by c.id for update of c);
  perform from entry e join import_batch b on b.id = batch
    where e.case_file = any (files) and e.recorded_at > b.imported_at;
  if found then
    raise exception 'acted upon' using errcode = 'integrity_constraint_violation', constraint = 'import_touched';
  end if;
  insert into entry (case_file, sequence, proceeding, act, agency, officer, happened_from, happened_to, recorded_at, facts)
  select c.id, c.revision + 1, (select min(p.id) from proceeding p where p.case_file = c.id), 'undo-import', ipcase_agency(),
    import_undo.officer, (at at time zone 'Asia/Shanghai')::date, (at at time zone 'Asia/Shanghai')::date, at,
    jsonb_build_object('batch', import_undo.batch::text)
  from case_file c where c.id = any (files) order by c.id;
  update case_file set revision = revision + 1 where id = any (files);
  -- Nobody sees the files any longer; what was recorded stays. Their keys are free for the register put right.
  update published_source set key = key || '#' || import_undo.batch where case_file = any (files);
  delete from case_access where case_file = any (files);
  update import_batch set undone_at = at, undone_by = import_undo.officer where id = import_undo.batch;
  return cardinality(files);
end
$$;
comment on function import_undo(bigint, bigint, timestamptz) is 'Takes a batch back on which nobody has acted since; how many files.';
revoke all on function import_undo(bigint, bigint, timestamptz) from public;
grant execute on function import_undo(bigint, bigint, timestamptz) to ipcase_service;
