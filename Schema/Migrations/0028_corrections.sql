-- Corrections (更正): an entry that puts another right stands in its place. The tally is written by statement, and settled
-- where what was recorded is changed afterwards.

-- Indicators may add a fact of the entry, or count only entries that say something; they may count more than cases.
alter table indicator add column fact text, add column only_where text, drop constraint indicator_unit,
  drop constraint indicator_measure, drop constraint indicator_basis,
  add constraint indicator_basis check (basis in ('lead', 'filing', 'closing', 'decision', 'referral', 'step', 'stock')),
  add constraint indicator_unit check (unit in ('case', 'person', 'batch', 'money', 'item', 'place', 'time', 'person-time', 'household')),
  add constraint indicator_measure check (measure in (
    'one', 'each', 'persons', 'suspects', 'fine', 'confiscated', 'penalties', 'value', 'fact')),
  add constraint indicator_fact check ((fact is not null) = (measure = 'fact'));
comment on column indicator.basis is 'Whose day decides the period: lead, filing, closing, decision, referral, or the step itself; of a stock, all that came and did not go by the end of the period.';
comment on column indicator.unit is 'case (件), person (人), batch (批), item (件、套), place (个), time (次), person-time (人次), household (户), or money (fen inside, 万元 in reports).';
comment on column indicator.measure is 'What an entry adds: one (of a proceeding, once), each (for every entry), the respondents who are natural persons, the suspects, an amount, the value of the case, or a fact of its own.';
comment on column indicator.kinds is 'Procedures whose entries count, parted by spaces; action or inspection where it is not of cases; null for all.';
comment on column indicator.recount is 'The same number by another way: SQL over all that stands which gives agency, day and amount.';
alter table indicator
  add column kind_list text[] generated always as (string_to_array(kinds, ' ')) stored,
  add column act_list text[] generated always as (string_to_array(acts, ' ')) stored;
comment on column indicator.kind_list is 'The kinds one by one.';
comment on column indicator.act_list is 'The acts one by one.';
comment on column indicator.fact is 'The fact of the entry that is added; null where the measure is another.';
comment on column indicator.only_where is 'What a fact of the entry must be, as name=value; null for every entry.';

-- A line is made by the database from a row whose keys were checked; that row is enough of a reference. It is an entry, an
-- enforcement action, the result of an inspection or a key market.
alter table tally alter column entry drop not null, alter column case_file drop not null, alter column proceeding drop not null,
  alter column category drop not null, add column action bigint, add column plan bigint, add column target text, add column market bigint,
  add constraint tally_action foreign key (action) references enforcement_action,
  add constraint tally_target foreign key (plan, target) references inspection_result,
  add constraint tally_market foreign key (market) references key_market,
  add constraint tally_source check (num_nonnulls(entry, action, plan, market) = 1 and (plan is null) = (target is null)
    and (entry is null) = (case_file is null) and (entry is null) = (proceeding is null)
    and (entry is null) = (category is null));
alter table tally drop constraint tally_case_file, drop constraint tally_proceeding, drop constraint tally_agency,
  drop constraint tally_town;
drop index tally_proceeding_idx;
drop index tally_town_idx;

create index tally_action_idx on tally (action) where action is not null;
create index tally_target_idx on tally (plan, target) where plan is not null;
create index tally_market_idx on tally (market) where market is not null;
comment on column tally.entry is 'The entry that adds, or that takes back; null where an action or an inspection does.';
comment on column tally.case_file is 'The file of the entry.';
comment on column tally.proceeding is 'The proceeding of the entry.';
comment on column tally.category is 'The row of the report (案件类别), see tally_category(); null where no case is concerned.';
comment on column tally.action is 'The enforcement action that adds.';
comment on column tally.plan is 'The inspection plan whose result adds.';
comment on column tally.target is 'Its target.';
comment on column tally.market is 'The key market that adds.';

create function entry_place(e entry) returns int language plpgsql stable as $$
begin
  return (with recursive back (sequence, corrects) as (
    select e.sequence, e.corrects
    union all select k.sequence, k.corrects from entry k join back b on k.id = b.corrects)
    select min(sequence) from back);
end
$$;
comment on function entry_place(entry) is 'Where an entry stands in the docket: its own position, or that of the first entry which it puts right.';

-- Both are called for every entry; as written before, neither could be planned with the statement that calls it.
create or replace function tally_day(e entry) returns date language sql immutable as $$
  select case when extract(year from e.happened_from) * 12 + extract(month from e.happened_from)
    = extract(year from e.happened_to) * 12 + extract(month from e.happened_to) then e.happened_to end
$$;
create or replace function tally_flags(c case_file) returns text[] language plpgsql immutable as $$
begin
  if c.flags = '{}' and (c.channel is null or c.channel not in ('ecommerce', 'livestream', 'exhibition', 'market')) then
    return c.flags;
  end if;
  return array(select distinct f from unnest(c.flags || case
    when c.channel in ('ecommerce', 'livestream') then array['ecommerce']
    when c.channel in ('exhibition', 'market') then array[c.channel] else '{}' end) f order by f);
end
$$;

create view standing as
  select e.id as entry, e.case_file, e.proceeding, null::bigint as action, null::bigint as plan, null::text as target, null::bigint as market, p.kind, e.act,
    e.milestone, e.agency, null::text as town, tally_day(e) as day, e.facts, e.fine_fen, e.confiscated_fen,
    case when e.corrects is null then e.sequence else entry_place(e) end as place, e.recorded_at
  from entry e join proceeding p on p.id = e.proceeding
  where not exists (select from entry k where k.corrects is not null and k.corrects = e.id)
    and not exists (select from published_source s join import_batch b on b.id = s.batch
      where s.case_file = e.case_file and b.undone_at is not null)
  union all
  select null, null, null, a.id, null, null, null, 'action', 'take', null, a.agency, a.town, a.day,
    jsonb_build_object('officers', a.officers::text, 'market', case when a.market then 'yes' else 'no' end), null, null, 1,
    a.recorded_at
  from enforcement_action a where a.withdrawn_at is null
  union all
  select null, null, null, null, r.plan, r.target, null, 'inspection', x.act, null, p.agency, null, x.day,
    jsonb_build_object('category', r.category), null, null, 1, coalesce(r.changed_at, (r.recorded_on + 1)::timestamp at time zone 'Asia/Shanghai')
  from inspection_result r join inspection_plan p on p.id = r.plan
    cross join lateral (values ('record', r.ended_on), ('publish', r.published_on)) x (act, day)
  where r.category is not null and x.day is not null
  union all
  select null, null, null, null, null, null, m.id, 'market', x.act, null, m.agency, m.town, x.day, jsonb_build_object('markets', x.sign),
    null, null, 1, x.at
  from key_market m cross join lateral (values ('list', m.since, '1', m.recorded_at), ('end', m.until, '-1', m.ended_at)) x (act, day, sign, at)
  where x.day is not null;
comment on view standing is 'What stands and may count: entries that no later one puts right and of no import that was taken back, actions that were not withdrawn, results of inspections, key markets.';
comment on column standing.entry is 'The entry; null where it is an action or an inspection.';
comment on column standing.case_file is 'Its file.';
comment on column standing.proceeding is 'Its proceeding.';
comment on column standing.action is 'The enforcement action.';
comment on column standing.plan is 'The inspection plan.';
comment on column standing.target is 'Its target.';
comment on column standing.market is 'The key market.';
comment on column standing.kind is 'Kind of the proceeding, or action, inspection, market.';
comment on column standing.act is 'Which act.';
comment on column standing.milestone is 'What it means for statistics.';
comment on column standing.agency is 'Who acted.';
comment on column standing.town is 'The town of an action; that of an entry is its file''s.';
comment on column standing.day is 'The day that decides the period; null where not even the month is sure.';
comment on column standing.facts is 'What it says.';
comment on column standing.fine_fen is 'Fine imposed, in fen.';
comment on column standing.confiscated_fen is 'Gains confiscated, in fen.';
comment on column standing.place is 'Where it stands in the docket, what puts another right in that one''s place.';
comment on column standing.recorded_at is 'When it was recorded.';

drop trigger entry_tally on entry;
drop function entry_tally();
drop function tally_lines(entry);
drop function tally_keep(tally[]);
drop function tally_fill();
drop function tally_amount(text, entry);

create function tally_amount(i indicator, e standing) returns bigint language plpgsql stable as $$
begin
  case i.measure
    when 'one', 'each' then return 1;
    when 'fine' then return e.fine_fen;
    when 'confiscated' then return e.confiscated_fen;
    when 'penalties' then return coalesce(e.fine_fen, 0) + coalesce(e.confiscated_fen, 0);
    when 'fact' then
      return round(substring(e.facts ->> i.fact from '^-?[0-9]{1,12}(?:\.[0-9]{1,2})?$')::numeric
        * case i.unit when 'money' then 100 else 1 end);
    when 'persons' then return (select count(*) from party p where p.case_file = e.case_file and p.role = 'respondent'
      and p.kind = 'natural-person');
    when 'suspects' then return (select nullif(substring(k.facts ->> 'persons' from '^[0-9]{1,4}$'), '')::bigint
      from standing k where k.proceeding = e.proceeding and k.place <= e.place and k.facts ? 'persons'
      order by k.place desc limit 1);
    when 'value' then return (select coalesce(c.goods_value_fen, c.turnover_fen) from case_file c where c.id = e.case_file);
  end case;
end
$$;
comment on function tally_amount(indicator, standing) is 'What an entry adds to an indicator; null or 0 where nothing.';

create function tally_counts(i indicator, e standing) returns boolean language sql immutable as $$
  select e.day is not null and case when i.act_list is null then i.milestone = e.milestone else e.act = any (i.act_list) end
    and (i.kind_list is null or e.kind = any (i.kind_list))
    and (i.only_where is null or e.facts ->> split_part(i.only_where, '=', 1) = split_part(i.only_where, '=', 2))
$$;
comment on function tally_counts(indicator, standing) is 'Whether an indicator counts an entry.';

-- A proceeding counts once, however often it comes to the same point; amounts that an act adds are added up.
create function tally_adds(i indicator) returns boolean language sql immutable as $$
  select i.measure in ('each', 'fine', 'confiscated', 'penalties', 'fact')
$$;
comment on function tally_adds(indicator) is 'Whether every entry of a proceeding adds to the indicator, not the first alone.';

create view tally_due as
  select entry, case_file, proceeding, action, plan, target, market, indicator, day, agency, category, town, flags, amount, recorded_at
  from (
    select e.entry, e.case_file, e.proceeding, e.action, e.plan, e.target, e.market, i.code as indicator, e.day, e.agency,
      case when c.id is not null then tally_category(e.kind, c.ip_type, c.matter) end as category, coalesce(c.town, e.town) as town,
      case when c.id is not null then tally_flags(c) else '{}' end as flags, a.amount, e.recorded_at, tally_adds(i) as adds,
      row_number() over (partition by e.case_file, e.proceeding, i.code order by e.place) as nth
    from standing e left join case_file c on c.id = e.case_file join indicator i on tally_counts(i, e)
      cross join lateral (select case when i.measure in ('one', 'each') then 1 else tally_amount(i, e) end as amount) a
    where a.amount <> 0) counted
  where nth = 1 or adds;
comment on view tally_due is 'The lines that all this makes, as everything stands now.';
comment on column tally_due.entry is 'The entry that adds.';
comment on column tally_due.case_file is 'Its file.';
comment on column tally_due.proceeding is 'Its proceeding.';
comment on column tally_due.action is 'The action that adds.';
comment on column tally_due.plan is 'The inspection plan whose result adds.';
comment on column tally_due.target is 'Its target.';
comment on column tally_due.market is 'The key market that adds.';
comment on column tally_due.indicator is 'The indicator.';
comment on column tally_due.day is 'The day that decides the period.';
comment on column tally_due.agency is 'Who acted.';
comment on column tally_due.category is 'The row of the report.';
comment on column tally_due.town is 'The town.';
comment on column tally_due.flags is 'The marks.';
comment on column tally_due.amount is 'What it adds.';
comment on column tally_due.recorded_at is 'When it was recorded.';

create function tally_late() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  lines tally[];
begin
  perform from tally_closed c where c.closed_on >= (select min((l.recorded_at at time zone 'Asia/Shanghai')::date) from added l);
  if found then
    lines := array(select l::tally from added l);
    perform tally_add(lines, false), tally_add(lines, true);
  end if;
  return null;
end
$$;
comment on function tally_late() is 'Adds lines to the sums of their day where that is closed: a clock that went wrong, a transaction that took very long, an indicator that is new.';
create trigger tally_late after insert on tally referencing new table as added for each statement execute function tally_late();

-- A plan made while a table was empty is kept for the whole of a long import, so the statement says itself that rows are
-- looked up by their keys: what has an offset is planned alone.
create function entry_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('tally'));
  insert into tally (entry, case_file, proceeding, indicator, day, agency, category, town, flags, amount, recorded_at)
  select entry, case_file, proceeding, indicator, day, agency, category, town, flags, amount, recorded_at
  from (
    select n.id as entry, n.case_file, n.proceeding, i.code as indicator, s.day, n.agency,
      tally_category(p.kind, (c.file).ip_type, (c.file).matter) as category, (c.file).town, tally_flags(c.file) as flags, a.amount,
      n.recorded_at, tally_adds(i) as adds, row_number() over (partition by n.proceeding, i.code order by n.sequence) as nth
    from added n
      cross join lateral (select kind from proceeding where id = n.proceeding offset 0) p
      cross join lateral (select f as file from case_file f where f.id = n.case_file offset 0) c
      cross join lateral (select row(n.id, n.case_file, n.proceeding, null, null, null, null, p.kind, n.act, n.milestone, n.agency, null,
        tally_day(n), n.facts, n.fine_fen, n.confiscated_fen, n.sequence, n.recorded_at)::standing as e, tally_day(n) as day) s
      join indicator i on tally_counts(i, s.e)
      cross join lateral (select case when i.measure in ('one', 'each') then 1 else tally_amount(i, s.e) end as amount) a
    where n.corrects is null and a.amount <> 0) counted
  where adds or (nth = 1 and coalesce((select sum(t.amount) from tally t
    where t.case_file = counted.case_file and t.proceeding = counted.proceeding and t.indicator || '' = counted.indicator), 0) = 0);
  return null;
end
$$;
comment on function entry_tally() is 'Writes the lines of new entries. Parties and amounts are there by then; where they come later, tally_settle() follows.';
create trigger entry_tally after insert on entry referencing new table as added
  for each statement execute function entry_tally();

create function tally_settle(entry bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('tally'));
  insert into tally (entry, case_file, proceeding, indicator, day, agency, category, town, flags, amount, recorded_at)
  select e.id, e.case_file, d.proceeding, d.indicator, d.day, d.agency, d.category, d.town, d.flags, d.amount, e.recorded_at
  from entry e cross join lateral (
    select proceeding, indicator, day, agency, category, town, flags, sum(amount)::bigint as amount
    from (
      select proceeding, indicator, day, agency, category, town, flags, -amount as amount from tally
        where case_file = e.case_file and indicator in (select code from indicator)
      union all
      select proceeding, indicator, day, agency, category, town, flags, amount from tally_due where case_file = e.case_file) l
    group by 1, 2, 3, 4, 5, 6, 7 having sum(amount) <> 0) d
  where e.id = tally_settle.entry
  order by d.amount;
end
$$;
comment on function tally_settle(bigint) is 'Lines of either sign that make the tally of an entry''s file what all its entries say now; they are recorded with that entry.';
revoke all on function tally_settle(bigint) from public;
grant execute on function tally_settle(bigint) to ipcase_service;

create table tally_kept (
  indicator text not null,
  constraint tally_kept_pkey primary key (indicator)
);
comment on table tally_kept is 'Indicators whose lines of all entries are there; one that the dictionary has beyond them is new.';
comment on column tally_kept.indicator is 'The indicator; it may be taken out of the dictionary later.';
insert into tally_kept (indicator) select code from indicator where exists (select from tally);
grant select on tally_kept to ipcase_service;

create function tally_fill() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  missing text[];
begin
  perform pg_advisory_xact_lock(hashtext('tally'));
  missing := array(select code from indicator where code not in (select indicator from tally_kept));
  if missing = '{}' then return 0; end if;
  insert into tally (entry, case_file, proceeding, action, plan, target, market, indicator, day, agency, category, town, flags,
    amount, recorded_at)
  select entry, case_file, proceeding, action, plan, target, market, indicator, day, agency, category, town, flags, amount, recorded_at
  from tally_due where indicator = any (missing) order by recorded_at, entry;
  insert into tally_kept (indicator) select unnest(missing);
  return cardinality(missing);
end
$$;
comment on function tally_fill() is 'Writes the lines of every indicator that is new: one added to the dictionary, or all, in a register from before there was a tally.';
revoke all on function tally_fill() from public;

create or replace function import_undo(batch bigint, officer bigint, at timestamptz) returns int language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  files bigint[];
  written bigint[];
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
  with taken as (
    insert into entry (case_file, sequence, proceeding, act, agency, officer, happened_from, happened_to, recorded_at, facts)
    select c.id, c.revision + 1, (select min(p.id) from proceeding p where p.case_file = c.id), 'undo-import', ipcase_agency(),
      import_undo.officer, (at at time zone 'Asia/Shanghai')::date, (at at time zone 'Asia/Shanghai')::date, at,
      jsonb_build_object('batch', import_undo.batch::text)
    from case_file c where c.id = any (files) order by c.id returning id)
  select array_agg(id) into written from taken;
  insert into tally (entry, case_file, proceeding, indicator, day, agency, category, town, flags, amount, recorded_at)
  select e.id, e.case_file, t.proceeding, t.indicator, t.day, t.agency, t.category, t.town, t.flags, -sum(t.amount), e.recorded_at
  from entry e join tally t on t.case_file = e.case_file where e.id = any (written)
  group by e.id, t.proceeding, t.indicator, t.day, t.agency, t.category, t.town, t.flags having sum(t.amount) <> 0
  order by e.id;
  update case_file set revision = revision + 1 where id = any (files);
  -- Nobody sees the files any longer; what was recorded stays. Their keys are free for the register put right.
  update published_source set key = key || '#' || import_undo.batch where case_file = any (files);
  delete from case_access where case_file = any (files);
  update import_batch set undone_at = at, undone_by = import_undo.officer where id = import_undo.batch;
  return cardinality(files);
end
$$;

create or replace function tally_cuts(category text, agency text, town text, flags text[]) returns table (cut text, key text)
  language sql immutable as $$
  values ('total', ''), ('agency', agency), ('town', coalesce(town, ''))
  union all select 'category', category where category is not null
  union all select 'flag', f from unnest(flags) f
  union all select 'category-flag', category || '/' || f from unnest(flags) f
$$;

-- Actions and inspections count as soon as they are on record.

create function action_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('tally'));
  if tg_op = 'UPDATE' then
    insert into tally (action, indicator, day, agency, town, flags, amount, recorded_at)
    select new.id, t.indicator, t.day, t.agency, t.town, t.flags, -sum(t.amount), new.withdrawn_at from tally t
    where t.action = new.id group by t.indicator, t.day, t.agency, t.town, t.flags having sum(t.amount) <> 0;
  else
    insert into tally (action, indicator, day, agency, town, flags, amount, recorded_at)
    select d.action, d.indicator, d.day, d.agency, d.town, d.flags, d.amount, d.recorded_at from tally_due d where d.action = new.id;
  end if;
  return null;
end
$$;
comment on function action_tally() is 'Writes the lines of an enforcement action, and takes them back when it is withdrawn.';
create trigger action_tally after insert or update on enforcement_action for each row execute function action_tally();

create function inspection_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('tally'));
  insert into tally (plan, target, indicator, day, agency, flags, amount, recorded_at)
  select d.plan, d.target, d.indicator, d.day, d.agency, d.flags, d.amount, d.recorded_at from tally_due d
  where d.plan = new.plan and d.target = new.target and not exists (select from tally t
    where t.plan = new.plan and t.target = new.target and t.indicator = d.indicator);
  return null;
end
$$;
comment on function inspection_tally() is 'Writes the lines of what was put on record of a target.';
create trigger inspection_tally after update of category, published_on on inspection_result
  for each row execute function inspection_tally();

create function proceeding_facts(step bigint) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(f.key, f.value), '{}') from (
    select distinct on (x.key) x.key, x.value
    from entry e cross join lateral (select case when e.corrects is null then e.sequence else entry_place(e) end as place) at
      cross join lateral jsonb_each(e.facts) x
    where e.proceeding = step and x.key not in ('salt', 'correctionReason')
      and e.act not in ('supplement', 'add-evidence', 'pass-evidence', 'issue-paper', 'seal-package', 'undo-import')
      and not exists (select from entry k where k.corrects is not null and k.corrects = e.id)
    order by x.key, at.place desc) f
$$;
comment on function proceeding_facts(bigint) is 'What a proceeding knows by its entries that stand: of each fact the latest.';

create or replace function sanctions_before(file bigint, since date) returns table (decided_on date, acted_on date, ip_type text)
  language sql stable set search_path = public, pg_temp as $$
  select e.happened_to, coalesce((select f.happened_to from entry f where f.case_file = c.id and entry_place(f) = 1
      order by f.sequence desc limit 1), e.happened_to), c.ip_type
  from party p join case_file c on c.id = p.case_file
  join entry e on e.case_file = c.id and e.act = 'decide' and e.facts ->> 'outcome' = 'penalty'
  where p.role = 'respondent' and c.id <> file and e.happened_to >= since
    and p.identity_number in (
      select q.identity_number from party q
      where q.case_file = file and q.role = 'respondent' and q.identity_number is not null)
    and not exists (select from entry k where k.corrects = e.id)
$$;

-- What an entry started, ended or paused goes by its day: the first of those that were put right one after another.

create function entry_redate(corrected bigint, was_from date, was_to date, day date) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  first bigint;
  days int := day - was_from;
begin
  select k.id into first from entry e join entry k on k.case_file = e.case_file and k.sequence = entry_place(e)
  where e.id = corrected and e.agency = ipcase_agency();
  -- A day that was not known began nothing that could be reckoned.
  update clock set from_day = case when was_from = was_to and from_day is not null then from_day + days else day end
    where started_by = first and from_at is null;
  update clock set from_at = from_at + make_interval(days => days), from_day = from_day + days
    where started_by = first and from_at is not null and was_from = was_to;
  update clock set ended_on = coalesce(ended_on + (day - was_to), day), ended_at = ended_at + make_interval(days => day - was_to)
    where ended_by = first;
  update clock_pause set from_day = from_day + days,
    to_day = case when to_day is not null then greatest(from_day + days, to_day) end where begun_by = first;
  update clock_pause set to_day = greatest(from_day, to_day + (day - was_to)) where ended_by = first and begun_by <> first;
end
$$;
comment on function entry_redate(bigint, date, date, date) is 'Has what an entry of the acting agency began or ended among the clocks go by another day.';
revoke all on function entry_redate(bigint, date, date, date) from public;
grant execute on function entry_redate(bigint, date, date, date), proceeding_facts(bigint), entry_place(entry) to ipcase_service;

create function market_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('tally'));
  insert into tally (market, indicator, day, agency, town, flags, amount, recorded_at)
  select d.market, d.indicator, d.day, d.agency, d.town, d.flags, d.amount, d.recorded_at from tally_due d
  where d.market = new.id and (tg_op = 'INSERT' or d.day = new.until and d.amount < 0);
  return null;
end
$$;
comment on function market_tally() is 'Writes the line of a market that is listed, and the one of its end.';
create trigger market_tally after insert or update on key_market for each row execute function market_tally();

-- Registers come in many rows at a time: keys are drawn before, and what follows a row follows the statement.

grant usage on sequence case_file_id_seq, proceeding_id_seq to ipcase_service;

-- What is on the way into a log was put there by an entry that exists.
alter table log_pending drop constraint log_pending_entry, drop constraint log_pending_agency;
drop index log_pending_entry_idx;
drop trigger entry_pending on entry;
create or replace function entry_pending() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into log_pending (entry, agency) select id, agency from added order by id;
  return null;
end
$$;
create trigger entry_pending after insert on entry referencing new table as added
  for each statement execute function entry_pending();
comment on function entry_pending() is 'Puts new entries on the way into the logs of their agencies.';

drop trigger case_file_access on case_file;
create trigger case_file_access after update of owner_agency, simple on case_file
  for each row execute function case_file_access();
create function case_files_access() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_access (agency, case_file, ground, since, first_since)
  select owner_agency, id, 'owner', held_since, held_since from added
  union all
  select g.code, c.id, 'supervision', c.held_since, c.held_since from added c, agency g
  where g.kind = 'procuratorate' and not c.simple and g.code <> c.owner_agency;
  return null;
end
$$;
comment on function case_files_access() is 'Gives the owners and the supervising procuratorate of new files their access rows.';
create trigger case_files_access after insert on case_file referencing new table as added
  for each statement execute function case_files_access();

-- Of a new row of access the file knows already where it is a new file.
drop trigger case_access_seen on case_access;
create trigger case_access_seen after delete or update of agency on case_access
  for each row execute function case_access_seen();
create function case_access_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update case_file c set seen_by = c.seen_by || n.agencies
  from (select a.case_file, array_agg(a.agency order by a.agency) as agencies from added a join case_file f on f.id = a.case_file
    where a.agency <> all (f.seen_by) group by a.case_file) n
  where c.id = n.case_file;
  return null;
end
$$;
comment on function case_access_added() is 'Puts new agencies among those that see a file.';
create trigger case_access_added after insert on case_access referencing new table as added
  for each statement execute function case_access_added();
