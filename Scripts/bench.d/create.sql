\set key random(1, 9000000000000000000)
\startpipeline
begin;
select set_config('ipcase.agency', 'IPB', true), set_config('ipcase.officer', :officer::text, true);
insert into case_file (
  year, ip_type, owner_agency, held_since, summary, respondents, status, lead_source, channel, place, town,
  turnover_fen, gains_gross_fen, gains_net_fen, gains_unstated_fen, goods_value_fen,
  simple, demo, revision, logged_by, logged_at, search_text, grams)
values (
  2026, 'trademark', 'IPB', '2026-11-22T08:00:00Z'::timestamptz, '涉嫌销售假冒注册商标的运动鞋', '灯湖服饰商行',
  'penalty/lead', 'inspection', 'store', '桂城街道', 'GC', 5200000, null, null, null, null,
  false, false, 1, :officer, '2026-11-22T08:00:00Z'::timestamptz,
  '涉嫌销售假冒注册商标的运动鞋' || chr(31) || '灯湖服饰商行' || chr(31) || '晨桥体育用品有限公司' || chr(31) || '运动鞋' || chr(31) || '桂城街道',
  '{-2143937022,-2071011262,-1987654321,-1876543210,-1765432109,-1654321098,-1543210987,-1432109876,-1321098765,-1210987654,-1109876543,-998765432,-887654321,-776543210,-665432109,-554321098,-443210987,-332109876,-221098765,-110987654,-99876543,-88765432,-77654321,-66543210,-55432109,-44321098,-33210987,-22109876,-11098765,-9987654,20307,20449,20986,20844,21697,21830,21867,21487,22478,23233,24066,26080,26381,26725,27809,28023,28781,28982,29992,30340,34892,34903,36816,37034,38144,38795,38899}'::int[]);
insert into party (case_file, role, kind, name, identity_kind, identity_number)
values (currval('case_file_id_seq'), 'respondent', 'organisation', '灯湖服饰商行', null, null),
  (currval('case_file_id_seq'), 'rights-holder', 'organisation', '晨桥体育用品有限公司', null, null);
insert into goods (case_file, name, quantity, unit, value_fen, price_basis)
values (currval('case_file_id_seq'), '运动鞋', '120'::numeric, '双', 5200000::bigint, 'marked');
insert into proceeding (case_file, kind, state, agency, since)
values (currval('case_file_id_seq'), 'penalty', 'lead', 'IPB', '2026-11-22T08:00:00Z'::timestamptz);
insert into entry (
  case_file, sequence, proceeding, act, milestone, agency, officer, happened_from, happened_to, recorded_at,
  facts, fine_fen, confiscated_fen)
values (
  currval('case_file_id_seq'), 1, currval('proceeding_id_seq'), 'register', 'lead', 'IPB', :officer,
  '2026-11-02'::date, '2026-11-02'::date, '2026-11-22T08:00:00Z'::timestamptz,
  '{"leadSource":"inspection"}'::jsonb, null::bigint, null::bigint);
insert into clock (case_file, proceeding, rule, time_limit, liable, agency, started_by, from_day, from_at, due_day,
  due_at, outer_at, provisional, problem)
values (currval('case_file_id_seq'), currval('proceeding_id_seq'), 'P1', 'P1@2021-07-15', 'owner', 'IPB',
  currval('entry_id_seq'), '2026-11-02'::date, null::timestamptz, '2026-11-23'::date,
  '2026-11-23T15:59:59.999999Z'::timestamptz, null::timestamptz, false, null);
update case_file set due_at = (select min(due_at) from clock
  where case_file = currval('case_file_id_seq') and ended_by is null)
where id = currval('case_file_id_seq');
insert into screening (case_file, offence, result, tier, decided_by, version, arithmetic, notes, screened_at)
values (currval('case_file_id_seq'), '213', 'met', 1::smallint, '213-2025-goods-turnover', '2025',
  'turnover 52000.00 >= 50000.00', 'conduct-unknown; catch-all', '2026-11-22T08:00:00Z'::timestamptz);
select number from case_file where id = currval('case_file_id_seq');
insert into idempotency (officer, key, digest, answer, recorded_at)
values (:officer, 'reference-' || :key, '\x00'::bytea,
  (select number from case_file where id = currval('case_file_id_seq')), '2026-11-22T08:00:00Z'::timestamptz);
commit;
\endpipeline
