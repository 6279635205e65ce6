\set case random(1, 200)
\startpipeline
select set_config('ipcase.agency', 'IPB', true), set_config('ipcase.officer', :officer::text, true);
select c.id, c.number, c.ip_type, c.summary, c.respondents, c.status, c.owner_agency, c.held_since, c.logged_at,
  c.revision, c.demo, c.due_at, c.lead_source, c.channel, c.place, c.town, c.simple,
  c.turnover_fen, c.gains_gross_fen, c.gains_net_fen, c.gains_unstated_fen, c.goods_value_fen,
  s.key as source_key, s.title, s.url, s.publisher, s.enforcing_agency, s.law_articles, s.outcome,
  s.police_outcome, s.court_outcome, s.notes
from case_file c left join published_source s on s.case_file = c.id
where c.number = '2026-' || lpad(:case::text, 6, '0');
select role, kind, name, identity_kind, identity_number from party
where case_file = (select id from case_file where number = '2026-' || lpad(:case::text, 6, '0')) order by id;
select kind, number, name from ip_right
where case_file = (select id from case_file where number = '2026-' || lpad(:case::text, 6, '0')) order by id;
select name, quantity, unit, value_fen, price_basis from goods
where case_file = (select id from case_file where number = '2026-' || lpad(:case::text, 6, '0')) order by id;
select p.id, p.kind, p.state, p.agency, r.receiving_agency, r.open,
  array(select distinct e.officer from entry e where e.proceeding = p.id
    and e.act = any ('{conclude,file,investigate,verify}'::text[])) as handled_by,
  (select o.name from entry e join officer o on o.id = e.officer where e.case_file = p.case_file
    order by e.sequence desc limit 1) as latest_officer
from proceeding p left join referral r on r.proceeding = p.id
where p.case_file = (select id from case_file where number = '2026-' || lpad(:case::text, 6, '0')) order by p.id;
\endpipeline
