-- Tallies: what each entry adds to the statistics, as signed lines that are written with it and never changed.

alter table case_file add column matter text;
alter table case_file add column flags text[] not null default '{}';
alter table case_file add constraint case_file_matter check (matter in (
  'infringement', 'counterfeit', 'agency', 'unfair-competition', 'other'));
alter table case_file add constraint case_file_flags check (
  flags <@ array['foreign', 'foreign-invested', 'rural', 'repeat', 'ecommerce', 'exhibition', 'market']);
comment on column case_file.matter is 'What kind of violation it is (案由), where the intellectual property alone does not say; null for the usual one.';
comment on column case_file.flags is 'Marks for statistics (统计标识) beside those that the channel gives; they overlap.';

create table indicator (
  code          text not null,
  position      int not null,
  name_zh       text not null,
  name_en       text not null,
  definition_zh text not null,
  definition_en text not null,
  unit          text not null,
  basis         text not null,
  kinds         text,
  acts          text,
  milestone     text,
  measure       text not null,
  since         date not null,
  note_zh       text,
  note_en       text,
  recount       text not null,
  constraint indicator_pkey primary key (code),
  constraint indicator_position unique (position),
  constraint indicator_unit check (unit in ('case', 'person', 'batch', 'money')),
  constraint indicator_basis check (basis in ('lead', 'filing', 'closing', 'decision', 'referral', 'step')),
  constraint indicator_measure check (measure in ('one', 'persons', 'suspects', 'fine', 'confiscated', 'penalties', 'value')),
  constraint indicator_source check (acts is not null or milestone is not null)
);
comment on table indicator is 'The dictionary of indicators (指标): each number once.';
comment on column indicator.code is 'Key, such as filed.';
comment on column indicator.position is 'Order in the dictionary.';
comment on column indicator.name_zh is 'What it is called.';
comment on column indicator.name_en is 'The same in English.';
comment on column indicator.definition_zh is 'What it counts, in words.';
comment on column indicator.definition_en is 'The same in English.';
comment on column indicator.unit is 'case (件), person (人), batch (批) or money (fen inside, 万元 in reports).';
comment on column indicator.basis is 'Whose day decides the period: lead, filing, closing, decision, referral, or the step itself.';
comment on column indicator.kinds is 'Procedures whose entries count, parted by spaces; null for all.';
comment on column indicator.acts is 'Acts that count, parted by spaces; null where the milestone says it.';
comment on column indicator.milestone is 'The milestone that counts; null where the acts say it.';
comment on column indicator.measure is 'What an entry adds: one, the respondents who are natural persons, the suspects, an amount, the value of the case.';
comment on column indicator.since is 'The first day of which it is kept.';
comment on column indicator.note_zh is 'What to know when comparing years; null where nothing.';
comment on column indicator.note_en is 'The same in English.';
comment on column indicator.recount is 'The same number by another way: SQL over the raw entries that gives case_file, agency, day and amount.';
grant select on indicator to ipcase_service;

create table tally (
  id          bigint generated always as identity,
  entry       bigint not null,
  case_file   bigint not null,
  proceeding  bigint not null,
  indicator   text not null,
  day         date not null,
  agency      text not null,
  category    text not null,
  town        text,
  flags       text[] not null,
  amount      bigint not null,
  recorded_at timestamptz not null,
  constraint tally_pkey primary key (id),
  constraint tally_entry foreign key (entry) references entry,
  constraint tally_case_file foreign key (case_file) references case_file,
  constraint tally_proceeding foreign key (proceeding) references proceeding,
  constraint tally_agency foreign key (agency) references agency,
  constraint tally_town foreign key (town) references town,
  constraint tally_amount check (amount <> 0)
);
create index tally_entry_idx on tally (entry);
create index tally_case_file_idx on tally (case_file, indicator);
create index tally_proceeding_idx on tally (proceeding);
create index tally_agency_idx on tally (agency, indicator, day, id);
create index tally_indicator_idx on tally (indicator, day, id);
create index tally_town_idx on tally (town);
create index tally_recorded_idx on tally (recorded_at);
comment on table tally is 'What an entry adds to an indicator, with what it is cut by. Appended, never changed: what was wrong is taken back by a line of the opposite sign.';
comment on column tally.id is 'Key.';
comment on column tally.entry is 'The entry that adds, or that takes back.';
comment on column tally.case_file is 'The file.';
comment on column tally.proceeding is 'The proceeding.';
comment on column tally.indicator is 'The indicator; it may be taken out of the dictionary later.';
comment on column tally.day is 'The day that decides the period, Asia/Shanghai; of a date known to the month, the last that it can be.';
comment on column tally.agency is 'The agency that acted.';
comment on column tally.category is 'The row of the report (案件类别), see tally_category().';
comment on column tally.town is 'The town of the file.';
comment on column tally.flags is 'Its marks; they overlap, so no report adds them up.';
comment on column tally.amount is 'One, so many persons, or fen; negative where something is taken back.';
comment on column tally.recorded_at is 'When the entry was recorded.';

create table tally_sum (
  is_month    boolean not null,
  recorded_on date not null,
  scope       text not null,
  indicator   text not null,
  cut         text not null,
  key         text not null,
  month       date not null,
  amount      bigint not null,
  lines       bigint not null,
  constraint tally_sum_pkey primary key (scope, is_month, cut, month, recorded_on, indicator, key),
  constraint tally_sum_cut check (cut in ('total', 'category', 'agency', 'town', 'flag', 'category-flag'))
);
create index tally_sum_day_idx on tally_sum (scope, recorded_on) where not is_month;
comment on table tally_sum is 'The lines of a closed day, or of a closed month of recording, added up for each cut: a cache that ipcase doctor proves.';
comment on column tally_sum.is_month is 'Whether it is of a whole month of recording, not of a day.';
comment on column tally_sum.recorded_on is 'The day of recording in Asia/Shanghai, or the first of the month.';
comment on column tally_sum.scope is 'The agency that acted, or * for all together.';
comment on column tally_sum.indicator is 'The indicator.';
comment on column tally_sum.cut is 'By what it is cut.';
comment on column tally_sum.key is 'The row of that cut; empty where the file has none.';
comment on column tally_sum.month is 'First day of the month into which the days that decide the period fall.';
comment on column tally_sum.amount is 'The sum.';
comment on column tally_sum.lines is 'How many lines.';

create table tally_closed (
  id        boolean not null default true,
  closed_on date not null,
  constraint tally_closed_pkey primary key (id),
  constraint tally_closed_id check (id)
);
comment on table tally_closed is 'Up to which day of recording the lines are added up; no row while none is.';
comment on column tally_closed.id is 'There is one row.';
comment on column tally_closed.closed_on is 'The last such day, Asia/Shanghai.';

create table district_reader (
  agency text not null,
  source text not null,
  constraint district_reader_pkey primary key (agency),
  constraint district_reader_agency foreign key (agency) references agency
);
comment on table district_reader is 'Agencies that draw the reports of the whole district; others draw their own.';
comment on column district_reader.agency is 'The agency.';
comment on column district_reader.source is 'Why it does.';

create function is_district_reader() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from district_reader where agency = ipcase_agency())
$$;
comment on function is_district_reader() is 'Whether the agency for which this transaction runs draws the reports of the whole district.';

create trigger tally_stays before update or delete on tally for each row execute function entry_stays();
alter table tally enable row level security;
create policy tally_see on tally for select using (
  agency = (select ipcase_agency()) or (select is_district_reader()));
alter table tally_sum enable row level security;
create policy tally_sum_see on tally_sum for select using (
  scope = (select ipcase_agency()) or (select is_district_reader()));
grant select on tally, tally_sum, tally_closed, district_reader to ipcase_service;
grant update (matter, flags) on case_file to ipcase_service;
revoke all on function is_district_reader() from public;
grant execute on function is_district_reader() to ipcase_service;

create function tally_category(kind text, ip_type text, matter text) returns text language sql immutable as $$
  select case
    when kind = 'customs' then 'customs'
    when matter = 'unfair-competition' then 'unfair-competition'
    when ip_type = 'trademark' and matter = 'agency' then 'trademark-agency'
    when ip_type = 'trademark' and matter in ('other', 'counterfeit') then 'trademark-other'
    when ip_type = 'trademark' then 'trademark-infringement'
    when ip_type = 'patent' and kind in ('adjudication', 'mediation', 'confirmation') then
      case kind when 'adjudication' then 'patent-adjudication' else 'patent-mediation' end
    when ip_type = 'patent' and matter = 'agency' then 'patent-agency'
    when ip_type = 'patent' and matter = 'counterfeit' then 'patent-counterfeit'
    when ip_type = 'patent' and matter is null and kind in ('penalty', 'summary') then 'patent-counterfeit'
    when ip_type = 'patent' then 'patent-other'
    when ip_type in ('special_mark', 'olympic_mark') then 'marks'
    else replace(ip_type, '_', '-')
  end
$$;
comment on function tally_category(text, text, text) is 'The row of a report into which a proceeding falls.';

create function tally_flags(c case_file) returns text[] language sql immutable as $$
  select coalesce(array_agg(distinct f order by f), '{}') from unnest(c.flags || case
    when c.channel in ('ecommerce', 'livestream') then array['ecommerce']
    when c.channel in ('exhibition', 'market') then array[c.channel] else '{}' end) f
$$;
comment on function tally_flags(case_file) is 'The marks of a file, with those that its channel gives.';

create function tally_day(e entry) returns date language sql immutable as $$
  select case when date_trunc('month', e.happened_from) = date_trunc('month', e.happened_to) then e.happened_to end
$$;
comment on function tally_day(entry) is 'The day that decides the period; null where not even the month is sure.';

create function tally_amount(measure text, e entry) returns bigint language plpgsql stable as $$
begin
  case measure
    when 'one' then return 1;
    when 'fine' then return e.fine_fen;
    when 'confiscated' then return e.confiscated_fen;
    when 'penalties' then return coalesce(e.fine_fen, 0) + coalesce(e.confiscated_fen, 0);
    when 'persons' then return (select count(*) from party p where p.case_file = e.case_file and p.role = 'respondent'
      and p.kind = 'natural-person');
    when 'suspects' then return (select nullif(substring(k.facts ->> 'persons' from '^[0-9]{1,4}$'), '')::bigint from entry k
      where k.proceeding = e.proceeding and k.sequence <= e.sequence and k.facts ? 'persons'
      order by k.sequence desc limit 1);
    when 'value' then return (select coalesce(c.goods_value_fen, c.turnover_fen) from case_file c where c.id = e.case_file);
  end case;
end
$$;
comment on function tally_amount(text, entry) is 'What an entry adds to an indicator of that measure; null or 0 where nothing.';

create function tally_lines(e entry) returns setof tally language plpgsql stable as $$
declare
  i indicator;
  c case_file;
  kind text;
  line tally;
begin
  line.day := tally_day(e);
  if line.day is null then return; end if;
  for i in select x.* from indicator x
    where case when x.acts is null then x.milestone = e.milestone else e.act = any (string_to_array(x.acts, ' ')) end
  loop
    if kind is null then
      select p.kind into kind from proceeding p where p.id = e.proceeding;
      select f.* into c from case_file f where f.id = e.case_file;
      line.entry := e.id;
      line.case_file := e.case_file;
      line.proceeding := e.proceeding;
      line.agency := e.agency;
    end if;
    continue when i.kinds is not null and kind <> all (string_to_array(i.kinds, ' '));
    line.amount := tally_amount(i.measure, e);
    continue when coalesce(line.amount, 0) = 0;
    -- A proceeding counts once, however often it comes to the same point; amounts add up.
    continue when i.measure not in ('fine', 'confiscated', 'penalties') and coalesce((select sum(t.amount) from tally t
      where t.case_file = e.case_file and t.proceeding = e.proceeding and t.indicator = i.code), 0) <> 0;
    line.indicator := i.code;
    line.category := tally_category(kind, c.ip_type, c.matter);
    line.town := c.town;
    line.flags := tally_flags(c);
    line.recorded_at := e.recorded_at;
    return next line;
  end loop;
end
$$;
comment on function tally_lines(entry) is 'What an entry adds to each indicator.';

create function tally_keep(lines tally[]) returns void language plpgsql as $$
begin
  insert into tally (entry, case_file, proceeding, indicator, day, agency, category, town, flags, amount, recorded_at)
  select l.entry, l.case_file, l.proceeding, l.indicator, l.day, l.agency, l.category, l.town, l.flags, l.amount,
    l.recorded_at from unnest(lines) l;
  -- Recorded on a day that is added up already: a clock that went wrong, or a transaction that took very long.
  perform from tally_closed c
    where c.closed_on >= (select min((l.recorded_at at time zone 'Asia/Shanghai')::date) from unnest(lines) l);
  if found then perform tally_add(lines, false), tally_add(lines, true); end if;
end
$$;
comment on function tally_keep(tally[]) is 'Appends lines; those of a day that is closed go into its sums too.';

create function tally_cuts(category text, agency text, town text, flags text[]) returns table (cut text, key text)
  language sql immutable as $$
  values ('total', ''), ('category', category), ('agency', agency), ('town', coalesce(town, ''))
  union all select 'flag', f from unnest(flags) f
  union all select 'category-flag', category || '/' || f from unnest(flags) f
$$;
comment on function tally_cuts(text, text, text, text[]) is 'Every cell of every cut into which a line falls.';

create function tally_add(lines tally[], by_month boolean) returns void language sql as $$
  insert into tally_sum (is_month, recorded_on, scope, indicator, cut, key, month, amount, lines)
  select by_month, case when by_month then date_trunc('month', d.on)::date else d.on end, s.scope, l.indicator,
    c.cut, c.key, date_trunc('month', l.day)::date, sum(l.amount), count(*)
  from unnest(lines) l cross join lateral tally_cuts(l.category, l.agency, l.town, l.flags) c cross join lateral (values ('*'), (l.agency)) s (scope)
    cross join lateral (select (l.recorded_at at time zone 'Asia/Shanghai')::date as on) d
  where d.on <= (select case when by_month then
    (date_trunc('month', closed_on + 1) - interval '1 day')::date else closed_on end from tally_closed)
  group by 2, 3, 4, 5, 6, 7
  on conflict on constraint tally_sum_pkey do update
    set amount = tally_sum.amount + excluded.amount, lines = tally_sum.lines + excluded.lines
$$;
comment on function tally_add(tally[], boolean) is 'Adds lines to the sums of their days, or months, that are closed.';

create function entry_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  lines tally[];
begin
  perform pg_advisory_xact_lock_shared(hashtext('tally'));
  if new.act = 'undo-import' then
    lines := array(select row(null::bigint, new.id, t.case_file, t.proceeding, t.indicator, t.day, t.agency, t.category, t.town,
      t.flags, -sum(t.amount)::bigint, new.recorded_at)::tally
      from tally t where t.case_file = new.case_file
      group by t.case_file, t.proceeding, t.indicator, t.day, t.agency, t.category, t.town, t.flags having sum(t.amount) <> 0);
    if lines <> '{}' then perform tally_keep(lines); end if;
    return null;
  end if;
  if new.corrects is not null then
    -- What the entry put right had added is taken back first.
    lines := array(select row(null::bigint, new.id, t.case_file, t.proceeding, t.indicator, t.day, t.agency, t.category, t.town,
      t.flags, -sum(t.amount)::bigint, new.recorded_at)::tally
      from tally t where t.case_file = new.case_file and t.entry in (new.corrects, new.id)
      group by t.case_file, t.proceeding, t.indicator, t.day, t.agency, t.category, t.town, t.flags having sum(t.amount) <> 0);
    if lines <> '{}' then perform tally_keep(lines); end if;
  end if;
  if new.act = 'supplement' then
    lines := array(
      with had as (
        select t.proceeding, t.indicator, t.day, t.agency, t.category, t.town, t.flags, sum(t.amount)::bigint as amount
        from tally t where t.case_file = new.case_file group by 1, 2, 3, 4, 5, 6, 7 having sum(t.amount) <> 0),
      has as (
        select h.*, tally_category(p.kind, c.ip_type, c.matter) as new_category, c.town as new_town,
          tally_flags(c) as new_flags,
          case i.measure when 'value' then coalesce(c.goods_value_fen, c.turnover_fen) else h.amount end as new_amount
        from had h join proceeding p on p.id = h.proceeding join case_file c on c.id = new.case_file
          left join indicator i on i.code = h.indicator),
      changed as (
        select * from has where (category, town, flags, amount) is distinct from
          (new_category, new_town, new_flags, new_amount)),
      -- A value that was not known when the case was filed.
      late as (
        select t.proceeding, i.code as indicator, t.day, t.agency, t.new_category, t.new_town, t.new_flags,
          coalesce(c.goods_value_fen, c.turnover_fen) as amount
        from has t join indicator f on f.code = t.indicator join indicator i on i.measure = 'value'
          and i.milestone = f.milestone and f.measure = 'one' join case_file c on c.id = new.case_file
        where coalesce(c.goods_value_fen, c.turnover_fen) > 0
          and not exists (select from had x where x.indicator = i.code and x.proceeding = t.proceeding))
      select row(null::bigint, new.id, new.case_file, l.proceeding, l.indicator, l.day, l.agency, l.category, l.town,
        l.flags, l.amount, new.recorded_at)::tally
      from (
        select proceeding, indicator, day, agency, category, town, flags, -amount as amount from changed
        union all
        select proceeding, indicator, day, agency, new_category, new_town, new_flags, new_amount from changed
          where new_amount <> 0
        union all select * from late) l);
    if lines <> '{}' then perform tally_keep(lines); end if;
    return null;
  end if;
  lines := array(select l from tally_lines(new) l);
  if lines <> '{}' then perform tally_keep(lines); end if;
  return null;
end
$$;
comment on function entry_tally() is 'Writes the lines of a new entry, when its transaction commits: parties and amounts are there by then.';
create constraint trigger entry_tally after insert on entry deferrable initially deferred
  for each row execute function entry_tally();

create function tally_close(through date) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  next date;
  days int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('tally'));
  select coalesce((select closed_on + 1 from tally_closed),
    (select min((recorded_at at time zone 'Asia/Shanghai')::date) from tally)) into next;
  while next is not null and next <= through loop
    insert into tally_sum (is_month, recorded_on, scope, indicator, cut, key, month, amount, lines)
    select false, next, s.scope, l.indicator, c.cut, c.key, date_trunc('month', l.day)::date, sum(l.amount), count(*)
    from tally l cross join lateral tally_cuts(l.category, l.agency, l.town, l.flags) c cross join lateral (values ('*'), (l.agency)) s (scope)
    where l.recorded_at >= next::timestamp at time zone 'Asia/Shanghai'
      and l.recorded_at < (next + 1)::timestamp at time zone 'Asia/Shanghai'
    group by 3, 4, 5, 6, 7;
    if date_trunc('month', next + 1) > date_trunc('month', next) then
      insert into tally_sum (is_month, recorded_on, scope, indicator, cut, key, month, amount, lines)
      select true, date_trunc('month', next)::date, scope, indicator, cut, key, month, sum(amount), sum(lines)
      from tally_sum where not is_month and recorded_on between date_trunc('month', next)::date and next
      group by 3, 4, 5, 6, 7;
    end if;
    insert into tally_closed (closed_on) values (next)
      on conflict on constraint tally_closed_pkey do update set closed_on = excluded.closed_on;
    days := days + 1;
    next := next + 1;
  end loop;
  return days;
end
$$;
comment on function tally_close(date) is 'Adds up the lines of every day of recording through that day; how many days.';
revoke all on function tally_close(date) from public;
grant execute on function tally_close(date) to ipcase_service;

create function tally_fill() returns void language sql security definer set search_path = public, pg_temp as $$
  insert into tally (entry, case_file, proceeding, indicator, day, agency, category, town, flags, amount, recorded_at)
  select entry, case_file, proceeding, code, day, agency, category, town, flags, amount, recorded_at
  from (
    select e.id as entry, e.case_file, e.proceeding, i.code, i.measure, tally_day(e) as day, e.agency,
      tally_category(p.kind, c.ip_type, c.matter) as category, c.town, tally_flags(c) as flags, a.amount, e.recorded_at,
      row_number() over (partition by e.proceeding, i.code order by e.sequence) as nth
    from entry e join proceeding p on p.id = e.proceeding join case_file c on c.id = e.case_file
      join indicator i on (i.kinds is null or p.kind = any (string_to_array(i.kinds, ' ')))
        and (case when i.acts is null then e.milestone = i.milestone else e.act = any (string_to_array(i.acts, ' ')) end)
      cross join lateral (select tally_amount(i.measure, e) as amount) a
    where tally_day(e) is not null and a.amount <> 0) counted
  where (nth = 1 or measure in ('fine', 'confiscated', 'penalties'))
    and not exists (select from tally)
  order by entry
$$;
comment on function tally_fill() is 'Writes the lines of every entry where there is none yet: of a register from before there was a tally.';
revoke all on function tally_fill() from public;

create function tally_number(id bigint) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select c.number from case_file c where c.id = tally_number.id and (is_district_reader()
    or exists (select from tally t where t.case_file = c.id and t.agency = ipcase_agency()))
$$;
comment on function tally_number(bigint) is 'The number of a file that counts in the reports of the agency for which this transaction runs.';
revoke all on function tally_number(bigint) from public;
grant execute on function tally_number(bigint) to ipcase_service;
