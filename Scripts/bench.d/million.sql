-- A million plausible case files with a penalty under way, its clock and amounts. Triggers rest meanwhile: what is
-- measured afterwards is reading, screening and recomputing, not logging.
set session_replication_role = replica;
set synchronous_commit = off;
insert into officer (login, name, agency, roles, active, created_at)
select 'million', '测速员', 'IPB', '{clerk}', true, '2026-11-01'
on conflict do nothing;
insert into case_file (
  year, ip_type, owner_agency, held_since, summary, respondents, status, lead_source, turnover_fen, gains_net_fen,
  goods_value_fen, logged_by, logged_at, search_text, grams)
select 2026, (array['trademark', 'trademark', 'trademark', 'patent', 'copyright', 'trade_secret'])[1 + n % 6], 'IPB',
  '2026-11-02', '涉嫌侵权案件' || n, '商行' || n, 'penalty/filed', 'inspection',
  case when n % 3 = 0 then null else (n * 7919::bigint) % 20000000 end,
  case when n % 4 = 0 then (n * 104729::bigint) % 8000000 end,
  case when n % 5 = 0 then (n * 1299709::bigint) % 60000000 end,
  (select id from officer where login = 'million'), '2026-11-02', '涉嫌侵权案件' || n, '{}'
from generate_series(1, :files) n;
insert into proceeding (case_file, kind, state, agency, since)
select id, 'penalty', 'filed', 'IPB', '2026-11-02' from case_file where search_text like '涉嫌侵权案件%';
insert into entry (
  case_file, sequence, proceeding, act, milestone, agency, officer, happened_from, happened_to, recorded_at, facts,
  previous, digest)
select p.case_file, 1, p.id, 'register', 'lead', 'IPB', (select id from officer where login = 'million'),
  date '2026-08-01' + (p.id % 110)::int, date '2026-08-01' + (p.id % 110)::int, '2026-11-02', '{}', '\x00', '\x00'
from proceeding p join case_file c on c.id = p.case_file where c.search_text like '涉嫌侵权案件%';
insert into clock (
  case_file, proceeding, rule, time_limit, liable, agency, started_by, from_day, due_day, due_at, provisional)
select e.case_file, e.proceeding, 'P16', 'P16@2021-07-15', 'owner', 'IPB', e.id, e.happened_from,
  e.happened_from + 90, (e.happened_from + 91)::timestamp at time zone 'Asia/Shanghai' - interval '1 microsecond',
  e.happened_from + 90 > '2026-12-31'
from entry e join case_file c on c.id = e.case_file where c.search_text like '涉嫌侵权案件%';
analyze case_file, proceeding, entry, clock;
