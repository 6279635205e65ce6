-- The screening for crimes a second time, in SQL: one row for each fact set, with its one offence, the result and the
-- tier reached. It shares nothing with the program but the tables criminal_threshold and look_back.
--
-- facts (id int, offence text, conduct_from date, conduct_to date, as_of date, subject text, marks int, patents int,
--   gains bigint, turnover bigint, sales bigint, unsold bigint, loss bigint, pieces bigint, unsold_pieces bigint,
--   copies bigint, unsold_copies bigint, works bigint, downloads bigint, clicks bigint, members bigint,
--   services_gains bigint, own_labels bool, bankrupt bool, foreign_recipient bool, network bool, circumvention bool,
--   is_unit bool, sanctions_known bool): amounts in fen; null is unknown; offence and as_of are always known.
-- sanction (facts int, date date, offence text)
with
-- The end of the conduct decides which law is asked, and from when to when a sanction can make it repeated.
asked as (
  select *, coalesce(conduct_to, conduct_from) as ending, coalesce(conduct_from, conduct_to) as beginning from facts
),
-- The law of the day of comparison, and the law of the conduct where that is another day.
law as (
  select id, 'now' as side, as_of as day from asked
  union all
  select id, 'then', ending from asked where ending <> as_of
),
-- An alternative may reach back to conduct before it was written.
governing as (
  select l.id, l.side, t.*
  from law l
  join asked a using (id)
  join criminal_threshold t
    on t.offence = a.offence
    and (l.day between t.valid_from and coalesce(t.valid_to, 'infinity')
      or l.day >= t.reaches_back_to and l.day < t.valid_from)
),
-- The alternatives that the subject admits, with what their metric comes to, whether what else must be so is so, and
-- their figures. The ands and ors below are three-valued: an unknown part leaves the whole open unless a part decides.
tried as (
  select
    g.id, g.side, g.key, g.version, g.metric, g.item, value,
    (not g.needs_two_marks or a.marks >= 2)
      and (not g.needs_two_patents or a.patents >= 2)
      and (not g.needs_repeat or repeated)
      and (not g.needs_others_labels or not a.own_labels)
      and (not g.needs_bankrupt or a.bankrupt)
      and (not g.needs_foreign_recipient or a.foreign_recipient)
      and (not g.needs_circumvention or a.circumvention)
      and (not g.needs_membership or nullif(a.members is not null, false))
      and (not g.needs_network
        or coalesce(a.network, nullif(num_nonnulls(a.works, a.downloads, a.clicks, a.members) > 0, false)))
      and (g.below_metric is null or g.below is null or
        case g.below_metric
          when 'sales' then a.sales
          when 'pieces' then a.pieces
          when 'copies' then a.copies
          when 'gains' then a.gains
          when 'turnover' then a.turnover
        end < g.below * scale)
      as holds,
    g.at_least * scale * multiple as figure,
    g.tier2 * scale * multiple as figure2,
    g.at_least * scale as bare_figure,
    g.tier2 * scale as bare_figure2
  from (
    select *,
      'two-marks' = any (words) as needs_two_marks,
      'two-patents' = any (words) as needs_two_patents,
      'repeat' = any (words) as needs_repeat,
      'others-labels' = any (words) as needs_others_labels,
      'bankrupt' = any (words) as needs_bankrupt,
      'foreign-recipient' = any (words) as needs_foreign_recipient,
      'circumvention' = any (words) as needs_circumvention,
      'membership' = any (words) as needs_membership,
      'network' = any (words) as needs_network
    from governing, string_to_array(coalesce(needs, ''), ' ') as words
  ) g
  join asked a using (id)
  cross join lateral (
    select
      case g.metric
        when 'gains' then a.gains
        when 'turnover' then a.turnover
        when 'sales' then a.sales
        when 'unsold' then a.unsold
        when 'sold-and-unsold' then a.sales + a.unsold
        when 'loss' then a.loss
        when 'goods-and-services-gains' then a.gains + a.services_gains
        when 'pieces' then a.pieces
        when 'unsold-pieces' then a.unsold_pieces
        when 'sold-and-unsold-pieces' then a.pieces + a.unsold_pieces
        when 'copies' then a.copies
        when 'unsold-copies' then a.unsold_copies
        when 'sold-and-unsold-copies' then a.copies + a.unsold_copies
        when 'works' then a.works
        when 'downloads' then a.downloads
        when 'clicks' then a.clicks
        when 'members' then a.members
        when 'none' then 0
      end as value,
      case
        when g.metric in
          ('gains', 'turnover', 'sales', 'unsold', 'sold-and-unsold', 'loss', 'goods-and-services-gains') then 100
        else 1
      end as scale,
      -- A unit had to reach a multiple of the figures, by conduct up to some day.
      case
        when a.is_unit and coalesce(a.ending, a.as_of) <= g.unit_multiple_to then coalesce(g.unit_multiple, 1)
        else 1
      end as multiple,
      -- Done again within so many years after a sanction for an offence of the group: some day of the conduct lies
      -- after the sanction and not beyond its years.
      case
        when a.sanctions_known is not true then null
        when a.ending is null and exists (select from sanction s where s.facts = a.id) then null
        else exists (
          select from sanction s
          join look_back b on b.basis = 'sanction' and b.offences = g.repeat_group
          where s.facts = a.id
            and s.offence = any (string_to_array(g.repeat_group, ' '))
            and s.date < a.ending
            and greatest(a.beginning, s.date + 1) <= s.date + make_interval(years => b.years))
      end as repeated
  ) what
  where g.metric not in ('other', 'half-items')
    and (g.subject = 'any' or a.subject = 'any' or g.subject = coalesce(a.subject, 'goods'))
),
-- How many items of the provision are each half reached, in each version that has such a rule.
halves as (
  select
    g.id, g.side, g.key, g.version, g.metric,
    not 'network' = any (string_to_array(coalesce(g.needs, ''), ' '))
      or coalesce(a.network, num_nonnulls(a.works, a.downloads, a.clicks, a.members) > 0) as holds,
    g.at_least as figure, g.tier2 as figure2, reached, reached2
  from governing g
  join asked a using (id)
  cross join lateral (
    select
      -- An amount fills one item: two items half reached by one metric count once.
      least(
        count(distinct t.item) filter (where 2 * t.value >= t.bare_figure),
        count(distinct t.metric) filter (where 2 * t.value >= t.bare_figure)) as reached,
      least(
        count(distinct t.item) filter (where 2 * t.value >= t.bare_figure2),
        count(distinct t.metric) filter (where 2 * t.value >= t.bare_figure2)) as reached2
    from tried t
    where t.id = g.id and t.side = g.side and t.version = g.version and t.item is not null and t.holds
  ) counted
  where g.metric = 'half-items'
),
-- Each alternative with the tier its value reaches; nothing where it reaches none.
ranked as (
  select
    id, side, metric, holds, value,
    case when value >= figure2 then 2 when value >= figure then 1 end as tier,
    figure > 0 and value * 100 >= figure * 80 as is_four_fifths
  from tried
  union all
  select
    id, side, metric, holds, null,
    case when reached2 >= figure2 then 2 when reached >= figure then 1 end,
    false
  from halves
),
-- What one version of the law says: an alternative reached; else four fifths of one; else a figure reached that only
-- counts if something unknown is so; else that the facts fall short, if there are facts to say so.
measured as (
  select
    l.id, l.side,
    max(r.tier) filter (where r.holds) as tier,
    case
      when bool_or(r.holds and r.tier is not null) then 'met'
      when bool_or(r.holds and r.tier is null and r.is_four_fifths) then 'near'
      when bool_or(r.holds is null and r.tier is not null and r.metric <> 'none') then 'unknown'
      -- No version of the law has a figure: unknown, unless the offence itself began later.
      when not exists (select from governing g where g.id = l.id and g.side = l.side)
        then case when exists (
          select from criminal_threshold t join facts f on f.offence = t.offence
          where f.id = l.id and t.reaches_back_to is not null and t.at_least = 0) then 'not_met' else 'unknown' end
      when count(r.id) = 0 then 'not_met'
      when bool_or(r.metric <> 'none' and r.value is not null) then 'not_met'
      when bool_or(r.metric = 'none' and not r.holds) then 'not_met'
      else 'unknown'
    end as result,
    coalesce(bool_or(r.holds is null and r.tier is not null and r.metric <> 'none'), false) as is_open
  from law l
  left join ranked r using (id, side)
  group by l.id, l.side
),
-- The law of the conduct decides unless the law now is milder, and surely so: not if an unknown fact could make it
-- reach further. Where no law governs the conduct, that decides.
weighed as (
  select m.*,
    case
      when side = 'now' and exists (select from law o where o.id = m.id and o.side = 'then')
        and (is_open or not exists (select from governing g where g.id = m.id and g.side = 'then')) then 100
      else case result when 'not_met' then 0 when 'unknown' then 1 when 'near' then 2 else 2 + tier end
    end as weight
  from measured m
)
select distinct on (w.id) w.id, f.offence, w.result, w.tier
from weighed w
join facts f using (id)
order by w.id, w.weight, w.side desc
