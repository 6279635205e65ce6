-- The docket proof: for each agency a log of its entries as a tree of hashes (RFC 6962), with signed checkpoints.

create table agency_key (
  agency     text not null,
  public_key bytea not null,
  algorithm  text not null,
  since      timestamptz not null,
  constraint agency_key_pkey primary key (agency, public_key),
  constraint agency_key_agency foreign key (agency) references agency,
  constraint agency_key_algorithm check (algorithm in ('Ed25519', 'SM2'))
);
comment on table agency_key is 'Keys that sign for an agency. The secret halves are not in the database.';
comment on column agency_key.agency is 'The agency.';
comment on column agency_key.public_key is 'The public key as it is, without any encoding around.';
comment on column agency_key.algorithm is 'What kind of key it is.';
comment on column agency_key.since is 'When it was made, or trusted.';

create table log_pending (
  entry  bigint not null,
  agency text not null,
  constraint log_pending_pkey primary key (agency, entry),
  constraint log_pending_agency foreign key (agency) references agency,
  constraint log_pending_entry foreign key (entry) references entry on delete cascade
);
create index log_pending_entry_idx on log_pending (entry);
comment on table log_pending is 'Entries that are not yet in their agency''s log.';
comment on column log_pending.entry is 'The entry.';
comment on column log_pending.agency is 'The agency in whose log it is to stand.';

create table log_leaf (
  agency   text not null,
  position bigint not null,
  entry    bigint not null,
  bytes    text not null,
  constraint log_leaf_pkey primary key (agency, position),
  constraint log_leaf_agency foreign key (agency) references agency,
  constraint log_leaf_entry foreign key (entry) references entry,
  constraint log_leaf_once unique (entry)
);
comment on table log_leaf is 'The entries of an agency''s log in their order. Appended by one sequencer at a time, never changed.';
comment on column log_leaf.agency is 'Whose log.';
comment on column log_leaf.position is 'Position in the log, from 0, without gaps.';
comment on column log_leaf.entry is 'The entry.';
comment on column log_leaf.bytes is 'What is hashed: the entry as one line of JSON, kept as it was first written.';

create table log_node (
  agency   text not null,
  level    int not null,
  position bigint not null,
  hash     bytea not null,
  constraint log_node_pkey primary key (agency, level, position),
  constraint log_node_agency foreign key (agency) references agency,
  constraint log_node_hash check (length(hash) = 32)
);
comment on table log_node is 'Hashes of the complete subtrees of a log.';
comment on column log_node.agency is 'Whose log.';
comment on column log_node.level is '0 for the hash of a leaf.';
comment on column log_node.position is 'Position among the subtrees of that size, from 0.';
comment on column log_node.hash is 'SHA-256 of a zero byte and the leaf, or of a one byte and both hashes below.';

create table log_checkpoint (
  agency    text not null,
  size      bigint not null,
  root      bytea not null,
  note      text not null,
  signed_at timestamptz not null,
  constraint log_checkpoint_pkey primary key (agency, size),
  constraint log_checkpoint_agency foreign key (agency) references agency
);
comment on table log_checkpoint is 'What an agency signed of its log: how long it is, and its root.';
comment on column log_checkpoint.agency is 'Whose log.';
comment on column log_checkpoint.size is 'Entries in it.';
comment on column log_checkpoint.root is 'The root over them.';
comment on column log_checkpoint.note is 'The signed note with the log''s own signature.';
comment on column log_checkpoint.signed_at is 'When.';

create table log_cosignature (
  agency    text not null,
  size      bigint not null,
  cosigner  text not null,
  line      text not null,
  signed_at timestamptz not null,
  constraint log_cosignature_pkey primary key (agency, size, cosigner),
  constraint log_cosignature_checkpoint foreign key (agency, size) references log_checkpoint,
  constraint log_cosignature_cosigner foreign key (cosigner) references agency,
  constraint log_cosignature_by_another check (agency <> cosigner)
);
create index log_cosignature_cosigner_idx on log_cosignature (cosigner, agency, size desc);
comment on table log_cosignature is 'Signatures of other agencies that saw a checkpoint, and saw that it goes on from the last they signed.';
comment on column log_cosignature.agency is 'Whose log.';
comment on column log_cosignature.size is 'Of which checkpoint.';
comment on column log_cosignature.cosigner is 'Who signed.';
comment on column log_cosignature.line is 'The line that it adds to the note.';
comment on column log_cosignature.signed_at is 'When.';

create function entry_pending() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into log_pending (entry, agency) values (new.id, new.agency);
  return null;
end
$$;
comment on function entry_pending() is 'Puts a new entry on the way into its agency''s log.';
create trigger entry_pending after insert on entry for each row execute function entry_pending();
insert into log_pending (entry, agency) select id, agency from entry;

create function log_line(e entry) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'case', (select number from case_file where id = e.case_file), 'sequence', e.sequence, 'proceeding', e.proceeding,
    'kind', (select kind from proceeding where id = e.proceeding), 'act', e.act, 'milestone', e.milestone,
    'agency', e.agency, 'officer', e.officer, 'from', to_char(e.happened_from, 'YYYY-MM-DD'),
    'to', to_char(e.happened_to, 'YYYY-MM-DD'),
    'recorded', (extract(epoch from e.recorded_at) * 1000000)::bigint, 'facts', e.facts, 'fine', e.fine_fen,
    'confiscated', e.confiscated_fen, 'corrects', e.corrects, 'previous', encode(e.previous, 'hex'),
    'digest', encode(e.digest, 'hex'))::text
$$;
comment on function log_line(entry) is 'An entry as the line of JSON that stands in the log.';
revoke all on function log_line(entry) from public;

create function log_sequence(asked text, most int) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  length bigint;
  below bytea;
  height int;
  place bigint;
  next entry;
begin
  if asked is distinct from ipcase_agency() then
    raise exception 'an agency writes its own log' using errcode = 'insufficient_privilege', constraint = 'log_own';
  end if;
  -- One sequencer a log. Whoever comes second sees, after the first committed, what is left.
  perform pg_advisory_xact_lock(hashtext('log ' || asked));
  select coalesce(max(position) + 1, 0) into length from log_leaf where agency = asked;
  for next in
    select e.* from log_pending p join entry e on e.id = p.entry where p.agency = asked order by p.entry limit most
  loop
    insert into log_leaf (agency, position, entry, bytes) values (asked, length, next.id, log_line(next))
    returning sha256('\x00'::bytea || convert_to(bytes, 'UTF8')) into below;
    delete from log_pending where agency = asked and entry = next.id;
    height := 0;
    place := length;
    insert into log_node (agency, level, position, hash) values (asked, height, place, below);
    while place % 2 = 1 loop
      select sha256('\x01'::bytea || n.hash || below) into below
      from log_node n where n.agency = asked and n.level = height and n.position = place - 1;
      height := height + 1;
      place := place / 2;
      insert into log_node (agency, level, position, hash) values (asked, height, place, below);
    end loop;
    length := length + 1;
  end loop;
  return length;
end
$$;
comment on function log_sequence(text, int) is 'Puts at most so many pending entries into the log of the agency for which this transaction runs; its size afterwards.';
revoke all on function log_sequence(text, int) from public;
grant execute on function log_sequence(text, int) to ipcase_service;

create trigger log_leaf_stays before update or delete on log_leaf for each row execute function entry_stays();
create trigger log_node_stays before update or delete on log_node for each row execute function entry_stays();
create trigger log_checkpoint_stays before update or delete on log_checkpoint for each row execute function entry_stays();
create trigger log_cosignature_stays before update or delete on log_cosignature
  for each row execute function entry_stays();
create trigger agency_key_stays before update or delete on agency_key for each row execute function entry_stays();

alter table log_leaf enable row level security;
create policy log_leaf_own on log_leaf for select using (agency = (select ipcase_agency()));
alter table log_checkpoint enable row level security;
create policy log_checkpoint_see on log_checkpoint for select using (true);
create policy log_checkpoint_sign on log_checkpoint for insert with check (agency = (select ipcase_agency()));
alter table log_cosignature enable row level security;
create policy log_cosignature_see on log_cosignature for select using (true);
create policy log_cosignature_sign on log_cosignature for insert with check (cosigner = (select ipcase_agency()));
grant select on agency_key, log_leaf, log_node, log_checkpoint, log_cosignature to ipcase_service;
grant insert on agency_key, log_checkpoint, log_cosignature to ipcase_service;

create function log_pending_agencies() returns table (agency text) language sql stable security definer
  set search_path = public, pg_temp as $$
  select code from agency a where exists (select from log_pending p where p.agency = a.code)
$$;
comment on function log_pending_agencies() is 'The agencies that have entries which are not yet in their log.';
revoke all on function log_pending_agencies() from public;
grant execute on function log_pending_agencies() to ipcase_service;
