-- How long acts took against the time that the law gives (办理用时): from the clocks that were satisfied.

create index clock_satisfied_idx on clock (ended_on) where outcome = 'satisfied';

create function report_pace(first date, last date, as_of timestamptz, whose text)
  returns table (rule text, soon bigint, timely bigint, late bigint, median_hours bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.rule, count(*) filter (where not k.is_late and k.used <= 0.5), count(*) filter (where not k.is_late and k.used > 0.5),
    count(*) filter (where k.is_late), round(percentile_cont(0.5) within group (order by k.hours))::bigint
  from (
    select c.rule, coalesce(c.ended_at > coalesce(c.outer_at, c.due_at),
        c.ended_on > (coalesce(c.outer_at, c.due_at) at time zone 'Asia/Shanghai')::date) as is_late,
      extract(epoch from t.done - t.begun) / nullif(extract(epoch from c.due_at - t.begun), 0) as used,
      extract(epoch from t.done - t.begun) / 3600 as hours
    from clock c join entry e on e.id = c.ended_by
      cross join lateral (select coalesce(c.from_at, c.from_day::timestamp at time zone 'Asia/Shanghai') as begun,
        coalesce(c.ended_at, c.ended_on::timestamp at time zone 'Asia/Shanghai') as done) t
    where c.outcome = 'satisfied' and c.ended_on between first and last and e.recorded_at <= as_of and c.due_at is not null
      and c.liable <> 'party' and not c.is_option
      and case when whose = '*' then is_district_reader() else c.agency = whose and (whose = ipcase_agency() or is_district_reader()) end) k
  group by k.rule order by count(*) desc, k.rule limit 12
$$;
comment on function report_pace(date, date, timestamptz, text) is 'Of each time limit that agencies kept or missed in a period: within half of it, within all of it, too late, and the hours that half of the acts took at most. * stands for the district, for those that draw its reports.';
revoke all on function report_pace(date, date, timestamptz, text) from public;
grant execute on function report_pace(date, date, timestamptz, text) to ipcase_service;

-- Steps whose day is not known: what no month may be sure of is looked for before every report.
create index entry_vague_idx on entry (happened_to) where milestone is not null and happened_from <> happened_to;
