-- Random inspection (双随机、一公开): plans with their lists, commitments, draws, and what was found. It belongs to one
-- agency; no other sees it.

create table inspection_plan (
  id         bigint generated always as identity,
  agency     text not null,
  title      text not null,
  scope      text not null,
  kind       text not null,
  condition  text,
  sample     text not null,
  team       smallint not null,
  state      text not null default 'drafted',
  officer    bigint not null,
  created_at timestamptz not null,
  constraint inspection_plan_pkey primary key (id),
  constraint inspection_plan_agency foreign key (agency) references agency,
  constraint inspection_plan_officer foreign key (officer) references officer,
  constraint inspection_plan_title check (length(title) between 1 and 200),
  constraint inspection_plan_scope check (scope in ('patent-agency', 'trademark-agency', 'market', 'enterprise', 'other')),
  constraint inspection_plan_kind check (kind in ('undirected', 'directed')),
  constraint inspection_plan_condition check (kind = 'undirected' or condition is not null),
  constraint inspection_plan_sample check (sample ~ '^[1-9][0-9]{0,4}%?$'),
  constraint inspection_plan_team check (team between 2 and 9),
  constraint inspection_plan_state check (state in ('drafted', 'committed', 'drawn', 'finished'))
);
create index inspection_plan_agency_idx on inspection_plan (agency, id desc);
create index inspection_plan_officer_idx on inspection_plan (officer);
comment on table inspection_plan is 'A random inspection of an agency.';
comment on column inspection_plan.id is 'Key.';
comment on column inspection_plan.agency is 'The agency that inspects.';
comment on column inspection_plan.title is 'What it is called.';
comment on column inspection_plan.scope is 'What is inspected (抽查事项).';
comment on column inspection_plan.kind is 'undirected (不定向), or directed (定向): listed by a condition.';
comment on column inspection_plan.condition is 'That condition.';
comment on column inspection_plan.sample is 'How many targets are drawn, or which share of the list: 30, 5%.';
comment on column inspection_plan.team is 'How many inspectors go to each.';
comment on column inspection_plan.state is 'drafted, committed, drawn, or finished once every result is published.';
comment on column inspection_plan.officer is 'Who planned it.';
comment on column inspection_plan.created_at is 'When.';

create table inspection_target (
  plan            bigint not null,
  identity_number text not null,
  name            text not null,
  list_group      text,
  constraint inspection_target_pkey primary key (plan, identity_number),
  constraint inspection_target_plan foreign key (plan) references inspection_plan
);
comment on table inspection_target is 'One of those among whom an inspection is drawn (检查对象名录库).';
comment on column inspection_target.plan is 'The plan.';
comment on column inspection_target.identity_number is 'Its unified social credit code (统一社会信用代码).';
comment on column inspection_target.name is 'Its name.';
comment on column inspection_target.list_group is 'The group it is listed in.';

create table inspector (
  plan        bigint not null,
  certificate text not null,
  name        text not null,
  constraint inspector_pkey primary key (plan, certificate),
  constraint inspector_plan foreign key (plan) references inspection_plan
);
comment on table inspector is 'One of those who may be drawn to inspect (执法检查人员名录库).';
comment on column inspector.plan is 'The plan.';
comment on column inspector.certificate is 'Number of the certificate of law enforcement.';
comment on column inspector.name is 'The name as papers print it.';

create table inspection_conflict (
  plan        bigint not null,
  certificate text not null,
  target      text not null,
  constraint inspection_conflict_pkey primary key (plan, certificate, target),
  constraint inspection_conflict_inspector foreign key (plan, certificate) references inspector,
  constraint inspection_conflict_target foreign key (plan, target) references inspection_target
);
create index inspection_conflict_target_idx on inspection_conflict (plan, target);
comment on table inspection_conflict is 'An inspector who must not inspect a target (回避).';
comment on column inspection_conflict.plan is 'The plan.';
comment on column inspection_conflict.certificate is 'The inspector''s certificate.';
comment on column inspection_conflict.target is 'The target''s number.';

create table inspection_commitment (
  plan         bigint not null,
  digest       text not null,
  officer      bigint not null,
  committed_at timestamptz not null,
  constraint inspection_commitment_pkey primary key (plan),
  constraint inspection_commitment_plan foreign key (plan) references inspection_plan,
  constraint inspection_commitment_officer foreign key (officer) references officer,
  constraint inspection_commitment_digest check (digest ~ '^[0-9a-f]{64}$')
);
create index inspection_commitment_officer_idx on inspection_commitment (officer);
comment on table inspection_commitment is 'The digest of the lists of a plan, published before the seed is drawn.';
comment on column inspection_commitment.plan is 'The plan.';
comment on column inspection_commitment.digest is 'SHA-256 of the canonical text of the lists, in hexadecimal.';
comment on column inspection_commitment.officer is 'Who committed to them.';
comment on column inspection_commitment.committed_at is 'When.';

create table inspection_draw (
  plan        bigint not null,
  seed        text not null,
  seed_source text not null,
  seed_at     timestamptz not null,
  witness     text not null,
  officer     bigint not null,
  run_at      timestamptz not null,
  constraint inspection_draw_pkey primary key (plan),
  constraint inspection_draw_plan foreign key (plan) references inspection_commitment,
  constraint inspection_draw_officer foreign key (officer) references officer,
  constraint inspection_draw_order check (seed_at <= run_at)
);
create index inspection_draw_officer_idx on inspection_draw (officer);
comment on table inspection_draw is 'The draw of a plan: with the lists and the seed anyone can repeat it. A plan without commitment has none.';
comment on column inspection_draw.plan is 'The plan.';
comment on column inspection_draw.seed is 'The public seed, character by character.';
comment on column inspection_draw.seed_source is 'Where it was made public.';
comment on column inspection_draw.seed_at is 'When it was drawn there; after the commitment.';
comment on column inspection_draw.witness is 'Who watched the draw.';
comment on column inspection_draw.officer is 'Who ran it.';
comment on column inspection_draw.run_at is 'When.';

create table inspection_result (
  plan         bigint not null,
  target       text not null,
  rank         int not null,
  sort_key     text not null,
  ended_on     date,
  category     text,
  problem      text,
  recorded_on  date,
  recorded_by  bigint,
  published_on date,
  address      text,
  follow_up    bigint,
  constraint inspection_result_pkey primary key (plan, target),
  constraint inspection_result_plan foreign key (plan) references inspection_draw,
  constraint inspection_result_target foreign key (plan, target) references inspection_target,
  constraint inspection_result_recorded_by foreign key (recorded_by) references officer,
  constraint inspection_result_follow_up foreign key (follow_up) references case_file,
  constraint inspection_result_rank unique (plan, rank),
  constraint inspection_result_key check (sort_key ~ '^[0-9a-f]{64}$'),
  constraint inspection_result_category check (category in (
    'no-problem', 'corrected', 'pending', 'unreachable', 'uncooperative', 'inactive')),
  constraint inspection_result_order check (
    (category is null or ended_on is not null) and (category is null) = (recorded_on is null)
    and (category is not null or (published_on is null and follow_up is null)))
);
create index inspection_result_recorded_by_idx on inspection_result (recorded_by);
create index inspection_result_follow_up_idx on inspection_result (follow_up);
comment on table inspection_result is 'A target that was drawn, and what became of it.';
comment on column inspection_result.plan is 'The plan.';
comment on column inspection_result.target is 'The target''s number.';
comment on column inspection_result.rank is 'Its place in the draw.';
comment on column inspection_result.sort_key is 'Its key in the draw.';
comment on column inspection_result.ended_on is 'The last day of the inspection.';
comment on column inspection_result.category is 'What was found.';
comment on column inspection_result.problem is 'The problem found.';
comment on column inspection_result.recorded_on is 'The day on which that was recorded.';
comment on column inspection_result.recorded_by is 'Who recorded last.';
comment on column inspection_result.published_on is 'The day on which it was published.';
comment on column inspection_result.address is 'Where.';
comment on column inspection_result.follow_up is 'The case file that it led to.';

create table inspection_assignment (
  plan        bigint not null,
  target      text not null,
  certificate text not null,
  position    int not null,
  constraint inspection_assignment_pkey primary key (plan, target, certificate),
  constraint inspection_assignment_result foreign key (plan, target) references inspection_result,
  constraint inspection_assignment_inspector foreign key (plan, certificate) references inspector
);
create index inspection_assignment_inspector_idx on inspection_assignment (plan, certificate);
comment on table inspection_assignment is 'Who was drawn to inspect a target that was drawn.';
comment on column inspection_assignment.plan is 'The plan.';
comment on column inspection_assignment.target is 'The target''s number.';
comment on column inspection_assignment.certificate is 'The inspector''s certificate.';
comment on column inspection_assignment.position is 'Place among the inspectors of the target.';

-- What is on record about a target is added to, never changed.

create function inspection_result_stays() returns trigger language plpgsql as $$
begin
  if (old.plan, old.target, old.rank, old.sort_key) <> (new.plan, new.target, new.rank, new.sort_key)
    or coalesce(old.ended_on <> coalesce(new.ended_on, 'infinity'), false)
    or coalesce(old.category <> coalesce(new.category, ''), false)
    or coalesce(old.problem <> coalesce(new.problem, ''), false)
    or coalesce(old.recorded_on <> coalesce(new.recorded_on, 'infinity'), false)
    or coalesce(old.published_on <> coalesce(new.published_on, 'infinity'), false)
    or coalesce(old.address <> coalesce(new.address, ''), false)
    or coalesce(old.follow_up <> coalesce(new.follow_up, 0), false) then
    raise exception 'a result is added to, not changed' using errcode = 'integrity_constraint_violation',
      constraint = 'inspection_result_stays';
  end if;
  return new;
end
$$;
comment on function inspection_result_stays() is 'Refuses to change what is on record about a target.';
create trigger inspection_result_stays before update on inspection_result
  for each row execute function inspection_result_stays();

alter table inspection_plan enable row level security;
create policy inspection_plan_own on inspection_plan for select using (agency = (select ipcase_agency()));
create policy inspection_plan_add on inspection_plan for insert with check (agency = (select ipcase_agency())
  and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint) and state = 'drafted');
create policy inspection_plan_change on inspection_plan for update using (agency = (select ipcase_agency()));

-- Of these a policy sees the plans that the agency sees. Lists are added while the plan is a draft, and then stay.

alter table inspection_target enable row level security;
create policy inspection_target_own on inspection_target for select using (plan in (select id from inspection_plan));
create policy inspection_target_add on inspection_target for insert with check (
  plan in (select id from inspection_plan where state = 'drafted'));
alter table inspector enable row level security;
create policy inspector_own on inspector for select using (plan in (select id from inspection_plan));
create policy inspector_add on inspector for insert with check (
  plan in (select id from inspection_plan where state = 'drafted'));
alter table inspection_conflict enable row level security;
create policy inspection_conflict_own on inspection_conflict for select using (
  plan in (select id from inspection_plan));
create policy inspection_conflict_add on inspection_conflict for insert with check (
  plan in (select id from inspection_plan where state = 'drafted'));
alter table inspection_commitment enable row level security;
create policy inspection_commitment_own on inspection_commitment for select using (
  plan in (select id from inspection_plan));
create policy inspection_commitment_add on inspection_commitment for insert with check (
  plan in (select id from inspection_plan where state = 'drafted')
  and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint));
alter table inspection_draw enable row level security;
create policy inspection_draw_own on inspection_draw for select using (plan in (select id from inspection_plan));
create policy inspection_draw_add on inspection_draw for insert with check (
  plan in (select id from inspection_plan where state = 'committed')
  and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint));
alter table inspection_result enable row level security;
create policy inspection_result_own on inspection_result for select using (plan in (select id from inspection_plan));
create policy inspection_result_add on inspection_result for insert with check (
  plan in (select id from inspection_plan where state = 'committed'));
create policy inspection_result_change on inspection_result for update using (
  plan in (select id from inspection_plan where state in ('drawn', 'finished')));
alter table inspection_assignment enable row level security;
create policy inspection_assignment_own on inspection_assignment for select using (
  plan in (select id from inspection_plan));
create policy inspection_assignment_add on inspection_assignment for insert with check (
  plan in (select id from inspection_plan where state = 'committed'));

grant select, insert on inspection_plan, inspection_target, inspector, inspection_conflict, inspection_commitment,
  inspection_draw, inspection_result, inspection_assignment to ipcase_service;
grant update (state) on inspection_plan to ipcase_service;
grant update (ended_on, category, problem, recorded_on, recorded_by, published_on, address, follow_up)
  on inspection_result to ipcase_service;
grant select on sequence inspection_plan_id_seq to ipcase_service;
