-- Reading lists (查阅): what an agency may see, in a form in which every index serves.

-- Who may see a file, in the file itself, so that one index answers "which files with these pieces may this agency see".
-- case_access stays what decides; this follows it.

alter table case_file add seen_by text[] not null default '{}';
comment on column case_file.seen_by is 'The agencies of its access rows, kept by triggers; for searches.';
update case_file c set seen_by = array(select a.agency from case_access a where a.case_file = c.id order by a.agency);
drop index case_file_grams_idx;
create index case_file_grams_idx on case_file using gin (grams, seen_by);

create function case_file_seen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- What case_file_access is about to give, so that the new row need not be written twice.
  new.seen_by := array(select new.owner_agency union
    select code from agency where kind = 'procuratorate' and not new.simple order by 1);
  return new;
end
$$;
comment on function case_file_seen() is 'Puts the first access rows of a new file into the file.';
create trigger case_file_seen before insert on case_file for each row execute function case_file_seen();

create function case_access_seen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    update case_file set seen_by = array_remove(seen_by, old.agency) where id = old.case_file;
  end if;
  if tg_op <> 'DELETE' then
    update case_file set seen_by = seen_by || new.agency where id = new.case_file and new.agency <> all (seen_by);
  end if;
  return null;
end
$$;
comment on function case_access_seen() is 'Keeps seen_by of a file as its access rows are.';
create trigger case_access_seen after insert or delete or update of agency on case_access
  for each row execute function case_access_seen();

-- Under row-level security PostgreSQL looks up by an index only what it knows to be leak-proof, and `@>` on arrays is
-- not: a search would read every file that the agency may see. A view reads with its owner's rights and shows the same
-- files, because it joins the agency's own access rows.

create view seen_case_file as
select a.agency, c.id, c.number, c.ip_type, c.owner_agency, c.held_since, c.summary, c.respondents, c.status,
  c.revision, c.logged_at, c.due_at, c.demo, c.search_text, c.grams, c.seen_by
from case_access a join case_file c on c.id = a.case_file
where a.agency = ipcase_agency();
comment on view seen_case_file is 'The case files that the agency for which this transaction runs may see, for lists and searches.';
comment on column seen_case_file.agency is 'That agency.';
comment on column seen_case_file.id is 'As in case_file.';
comment on column seen_case_file.number is 'As in case_file.';
comment on column seen_case_file.ip_type is 'As in case_file.';
comment on column seen_case_file.owner_agency is 'As in case_file.';
comment on column seen_case_file.held_since is 'As in case_file.';
comment on column seen_case_file.summary is 'As in case_file.';
comment on column seen_case_file.respondents is 'As in case_file.';
comment on column seen_case_file.status is 'As in case_file.';
comment on column seen_case_file.revision is 'As in case_file.';
comment on column seen_case_file.logged_at is 'As in case_file.';
comment on column seen_case_file.due_at is 'As in case_file.';
comment on column seen_case_file.demo is 'As in case_file.';
comment on column seen_case_file.search_text is 'As in case_file.';
comment on column seen_case_file.grams is 'As in case_file.';
comment on column seen_case_file.seen_by is 'As in case_file.';
grant select on seen_case_file to ipcase_service;

-- Most proceedings of a register are over: what waits for somebody is found by its state.
create index proceeding_state_idx on proceeding (state);
create index case_file_due_at_idx on case_file (due_at, id) where due_at is not null;
