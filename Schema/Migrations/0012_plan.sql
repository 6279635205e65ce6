-- The district's plan (强县建设试点县工作方案): its tasks and targets, what agencies report and measure; the tasks that the
-- joint conference (联席会议) gives; special actions (专项行动).

create table plan_task (
  number     smallint not null,
  name_zh    text not null,
  name_en    text not null,
  bracket_zh text not null,
  ends_on    date not null,
  source     text not null,
  constraint plan_task_pkey primary key (number),
  constraint plan_task_number check (number between 1 and 99)
);
comment on table plan_task is 'A task of the plan (主要任务).';
comment on column plan_task.number is 'Its number in the plan.';
comment on column plan_task.name_zh is 'Its heading.';
comment on column plan_task.name_en is 'The same in English.';
comment on column plan_task.bracket_zh is 'The bracket that names the agencies, word for word.';
comment on column plan_task.ends_on is 'The last day of the plan; the plan sets no day for the task itself.';
comment on column plan_task.source is 'Where in the plan it stands.';

create table plan_task_agency (
  key      text not null,
  task     smallint not null,
  agency   text not null,
  part     text not null,
  position smallint not null,
  source   text not null,
  constraint plan_task_agency_pkey primary key (key),
  constraint plan_task_agency_once unique (task, agency),
  constraint plan_task_agency_task foreign key (task) references plan_task,
  constraint plan_task_agency_agency foreign key (agency) references agency,
  constraint plan_task_agency_part check (part in ('lead', 'joint-lead', 'share', 'share-by-duty'))
);
create index plan_task_agency_agency_idx on plan_task_agency (agency);
comment on table plan_task_agency is 'An agency that the bracket of a task names. 各镇(街道) are the seven towns.';
comment on column plan_task_agency.key is 'Task and agency.';
comment on column plan_task_agency.task is 'The task.';
comment on column plan_task_agency.agency is 'The agency.';
comment on column plan_task_agency.part is '牵头, 按职责牵头, 分工负责 or 按职责分工负责; a task in which nobody leads has the last two only.';
comment on column plan_task_agency.position is 'Order in the bracket.';
comment on column plan_task_agency.source is 'Where in the plan it stands, and what was taken where the plan names a group.';

create table plan_target (
  key            text not null,
  name_zh        text not null,
  name_en        text not null,
  comparison     text not null,
  word_zh        text not null,
  measure        text not null,
  value          numeric(15, 3) not null,
  unit           text not null,
  measured_in    text not null,
  first_year     smallint not null,
  last_year      smallint not null,
  position       smallint not null,
  source         text not null,
  constraint plan_target_pkey primary key (key),
  constraint plan_target_comparison check (comparison in ('exceed', 'reach', 'at-least', 'yearly-growth')),
  constraint plan_target_measure check (measure in ('stock', 'flow', 'yearly')),
  constraint plan_target_growth check ((comparison = 'yearly-growth') = (measure = 'yearly')),
  constraint plan_target_unit check (unit in ('piece', 'item', 'percent', 'yuan')
    and measured_in in ('piece', 'item', 'yuan')),
  constraint plan_target_value check (value > 0),
  constraint plan_target_years check (first_year <= last_year)
);
comment on table plan_target is 'A numeric target of the plan (工作目标).';
comment on column plan_target.key is 'Key.';
comment on column plan_target.name_zh is 'What it counts.';
comment on column plan_target.name_en is 'The same in English.';
comment on column plan_target.comparison is 'exceed: more than. reach, at-least: as many or more. yearly-growth: so many per cent more than the year before.';
comment on column plan_target.word_zh is 'The word by which the plan compares.';
comment on column plan_target.measure is 'stock: how many there are. flow: how many came in the year; the years add up. yearly: what the year brought by itself.';
comment on column plan_target.value is 'The figure of the plan.';
comment on column plan_target.unit is 'Its unit: piece 件, item 项, percent, yuan.';
comment on column plan_target.measured_in is 'The unit in which is measured.';
comment on column plan_target.first_year is 'First year of the plan.';
comment on column plan_target.last_year is 'Last year of the plan.';
comment on column plan_target.position is 'Order in the plan.';
comment on column plan_target.source is 'Where in the plan it stands, and how its words were read.';

-- What agencies report and measure. Appended, never changed: a correction is another row.

create table plan_progress (
  id          bigint generated always as identity,
  task        smallint not null,
  agency      text not null,
  officer     bigint not null,
  reported_at timestamptz not null,
  period_from date not null,
  period_to   date not null,
  report      text not null,
  percent     smallint,
  evidence    text,
  constraint plan_progress_pkey primary key (id),
  constraint plan_progress_task foreign key (task) references plan_task,
  constraint plan_progress_agency foreign key (agency) references agency,
  constraint plan_progress_officer foreign key (officer) references officer,
  constraint plan_progress_period check (period_from <= period_to),
  constraint plan_progress_report check (length(report) between 1 and 4000),
  constraint plan_progress_percent check (percent between 0 and 100),
  constraint plan_progress_evidence check (length(evidence) between 1 and 4000)
);
create index plan_progress_task_idx on plan_progress (task, agency, id desc);
create index plan_progress_agency_idx on plan_progress (agency);
create index plan_progress_officer_idx on plan_progress (officer);
comment on table plan_progress is 'What an agency reports of its part in a task of the plan.';
comment on column plan_progress.id is 'Key; of two reports on the same time the later counts.';
comment on column plan_progress.task is 'The task.';
comment on column plan_progress.agency is 'The agency.';
comment on column plan_progress.officer is 'The officer who reports.';
comment on column plan_progress.reported_at is 'When.';
comment on column plan_progress.period_from is 'First day of the time of which it tells.';
comment on column plan_progress.period_to is 'Last day of that time.';
comment on column plan_progress.report is 'What was done.';
comment on column plan_progress.percent is 'How far the agency is with its part; null where it does not say.';
comment on column plan_progress.evidence is 'The papers and figures that show it.';

create table plan_measurement (
  id          bigint generated always as identity,
  target      text not null,
  as_of_from  date not null,
  as_of_to    date not null,
  value       numeric(15, 3) not null,
  source      text not null,
  agency      text not null,
  officer     bigint not null,
  recorded_at timestamptz not null,
  constraint plan_measurement_pkey primary key (id),
  constraint plan_measurement_target foreign key (target) references plan_target,
  constraint plan_measurement_agency foreign key (agency) references agency,
  constraint plan_measurement_officer foreign key (officer) references officer,
  constraint plan_measurement_as_of check (as_of_from <= as_of_to),
  constraint plan_measurement_value check (value >= 0),
  constraint plan_measurement_source check (length(source) between 1 and 200)
);
create index plan_measurement_target_idx on plan_measurement (target, id);
create index plan_measurement_agency_idx on plan_measurement (agency);
create index plan_measurement_officer_idx on plan_measurement (officer);
comment on table plan_measurement is 'A figure measured for a target of the plan.';
comment on column plan_measurement.id is 'Key; of two figures for the same day the later counts.';
comment on column plan_measurement.target is 'The target.';
comment on column plan_measurement.as_of_from is 'First day of the year, month or day for which it holds.';
comment on column plan_measurement.as_of_to is 'Last day of it; its year is the year of the figure.';
comment on column plan_measurement.value is 'The figure.';
comment on column plan_measurement.source is 'Where it comes from.';
comment on column plan_measurement.agency is 'The agency that recorded it.';
comment on column plan_measurement.officer is 'The officer who recorded it.';
comment on column plan_measurement.recorded_at is 'When.';

-- Tasks that the joint conference gives.

create table conference_task (
  id         bigint generated always as identity,
  meeting_on date not null,
  subject    text not null,
  demand     text not null,
  plan_task  smallint,
  lead       text,
  due_on     date not null,
  agency     text not null,
  officer    bigint not null,
  made_at    timestamptz not null,
  constraint conference_task_pkey primary key (id),
  constraint conference_task_plan_task foreign key (plan_task) references plan_task,
  constraint conference_task_lead foreign key (lead) references agency,
  constraint conference_task_agency foreign key (agency) references agency,
  constraint conference_task_officer foreign key (officer) references officer,
  constraint conference_task_subject check (length(subject) between 1 and 200),
  constraint conference_task_demand check (length(demand) between 1 and 4000),
  constraint conference_task_days check (meeting_on <= due_on)
);
create index conference_task_plan_task_idx on conference_task (plan_task);
create index conference_task_lead_idx on conference_task (lead);
create index conference_task_agency_idx on conference_task (agency);
create index conference_task_officer_idx on conference_task (officer);
comment on table conference_task is 'What a meeting of the joint conference (联席会议) gives agencies to do.';
comment on column conference_task.id is 'Key.';
comment on column conference_task.meeting_on is 'The day of the meeting.';
comment on column conference_task.subject is 'What it is about.';
comment on column conference_task.demand is 'What is to be done.';
comment on column conference_task.plan_task is 'The task of the plan that it serves; null where none.';
comment on column conference_task.lead is 'The agency that leads; null where none does.';
comment on column conference_task.due_on is 'The last day as the meeting set it.';
comment on column conference_task.agency is 'The agency that put it down and judges the answers.';
comment on column conference_task.officer is 'The officer who put it down.';
comment on column conference_task.made_at is 'When.';

create table conference_task_participant (
  task     bigint not null,
  agency   text not null,
  position smallint not null,
  constraint conference_task_participant_pkey primary key (task, agency),
  constraint conference_task_participant_task foreign key (task) references conference_task,
  constraint conference_task_participant_agency foreign key (agency) references agency
);
create index conference_task_participant_agency_idx on conference_task_participant (agency);
comment on table conference_task_participant is 'An agency that takes part in a task of the joint conference.';
comment on column conference_task_participant.task is 'The task.';
comment on column conference_task_participant.agency is 'The agency.';
comment on column conference_task_participant.position is 'Order.';

create table conference_task_entry (
  id          bigint generated always as identity,
  task        bigint not null,
  act         text not null,
  agency      text not null,
  officer     bigint not null,
  words       text,
  due_on      date,
  recorded_at timestamptz not null,
  constraint conference_task_entry_pkey primary key (id),
  constraint conference_task_entry_task foreign key (task) references conference_task,
  constraint conference_task_entry_agency foreign key (agency) references agency,
  constraint conference_task_entry_officer foreign key (officer) references officer,
  constraint conference_task_entry_act check (act in ('reply', 'send-back', 'extend', 'close', 'withdraw')),
  constraint conference_task_entry_words check (length(words) between 1 and 4000),
  constraint conference_task_entry_due check ((due_on is not null) = (act in ('send-back', 'extend')))
);
create index conference_task_entry_task_idx on conference_task_entry (task, id);
create index conference_task_entry_agency_idx on conference_task_entry (agency);
create index conference_task_entry_officer_idx on conference_task_entry (officer);
comment on table conference_task_entry is 'What was done with a task of the joint conference. Appended, never changed; its state is what they add up to.';
comment on column conference_task_entry.id is 'Key; order.';
comment on column conference_task_entry.task is 'The task.';
comment on column conference_task_entry.act is 'What.';
comment on column conference_task_entry.agency is 'The agency that did it.';
comment on column conference_task_entry.officer is 'The officer.';
comment on column conference_task_entry.words is 'The answer, or the reason.';
comment on column conference_task_entry.due_on is 'The last day from here on.';
comment on column conference_task_entry.recorded_at is 'When.';

-- Special actions.

create table campaign (
  code     text not null,
  name     text not null,
  from_day date not null,
  to_day   date,
  agency   text not null,
  notes    text,
  officer  bigint not null,
  made_at  timestamptz not null,
  constraint campaign_pkey primary key (code),
  constraint campaign_agency foreign key (agency) references agency,
  constraint campaign_officer foreign key (officer) references officer,
  constraint campaign_code check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  constraint campaign_name check (length(name) between 1 and 200),
  constraint campaign_days check (to_day is null or from_day <= to_day),
  constraint campaign_notes check (length(notes) between 1 and 4000)
);
create index campaign_agency_idx on campaign (agency);
create index campaign_officer_idx on campaign (officer);
comment on table campaign is 'A special action (专项行动).';
comment on column campaign.code is 'Its code.';
comment on column campaign.name is 'Its name.';
comment on column campaign.from_day is 'First day.';
comment on column campaign.to_day is 'Last day; null while none is set.';
comment on column campaign.agency is 'The agency that leads it.';
comment on column campaign.notes is 'What it is about.';
comment on column campaign.officer is 'The officer who put it down.';
comment on column campaign.made_at is 'When.';

create table campaign_case (
  campaign  text not null,
  case_file bigint not null,
  agency    text not null,
  officer   bigint not null,
  tagged_at timestamptz not null,
  constraint campaign_case_pkey primary key (campaign, case_file),
  constraint campaign_case_campaign foreign key (campaign) references campaign,
  constraint campaign_case_case_file foreign key (case_file) references case_file,
  constraint campaign_case_agency foreign key (agency) references agency,
  constraint campaign_case_officer foreign key (officer) references officer
);
create index campaign_case_case_file_idx on campaign_case (case_file);
create index campaign_case_agency_idx on campaign_case (agency);
create index campaign_case_officer_idx on campaign_case (officer);
comment on table campaign_case is 'A case file taken up in a special action.';
comment on column campaign_case.campaign is 'The special action.';
comment on column campaign_case.case_file is 'The file.';
comment on column campaign_case.agency is 'The agency that tagged it: the one that had it.';
comment on column campaign_case.officer is 'The officer who tagged it.';
comment on column campaign_case.tagged_at is 'When.';

-- The plan is everybody's who is signed in for an agency; each writes for itself.

create function is_agency() returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from agency where code = (select ipcase_agency()))
$$;
comment on function is_agency() is 'Whether this transaction runs for an agency.';

create function leads_plan(task_number smallint) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from plan_task_agency a where a.agency = (select ipcase_agency())
    and a.part in ('lead', 'joint-lead') and (task_number is null or a.task = task_number))
$$;
comment on function leads_plan(smallint) is 'Whether the agency for which this transaction runs leads that task of the plan; any task if it is null.';

create function keeps_conference() returns boolean language sql stable set search_path = public, pg_temp as $$
  select (select ipcase_agency()) = 'JCF' or leads_plan(1::smallint)
$$;
comment on function keeps_conference() is 'Whether the agency for which this transaction runs keeps the list of the joint conference: the conference itself, and whoever leads task 1 of the plan.';

alter table plan_progress enable row level security;
create policy plan_progress_see on plan_progress for select using ((select is_agency()));
create policy plan_progress_report on plan_progress for insert with check (
  agency = (select ipcase_agency()) and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint)
  and exists (select from plan_task_agency a where a.task = plan_progress.task and a.agency = plan_progress.agency));
alter table plan_measurement enable row level security;
create policy plan_measurement_see on plan_measurement for select using ((select is_agency()));
create policy plan_measurement_record on plan_measurement for insert with check (
  agency = (select ipcase_agency()) and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint)
  and leads_plan(null));
alter table conference_task enable row level security;
create policy conference_task_see on conference_task for select using ((select is_agency()));
create policy conference_task_make on conference_task for insert with check (
  agency = (select ipcase_agency()) and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint)
  and keeps_conference());
alter table conference_task_participant enable row level security;
create policy conference_task_participant_see on conference_task_participant for select using ((select is_agency()));
create policy conference_task_participant_name on conference_task_participant for insert with check (
  exists (select from conference_task t where t.id = conference_task_participant.task
    and t.agency = (select ipcase_agency())));
alter table conference_task_entry enable row level security;
create policy conference_task_entry_see on conference_task_entry for select using ((select is_agency()));
create policy conference_task_entry_add on conference_task_entry for insert with check (
  agency = (select ipcase_agency()) and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint)
  and exists (select from conference_task t where t.id = conference_task_entry.task
    and case when conference_task_entry.act = 'reply'
      then t.lead = (select ipcase_agency()) or exists (select from conference_task_participant p
        where p.task = t.id and p.agency = (select ipcase_agency()))
      else t.agency = (select ipcase_agency()) end));
alter table campaign enable row level security;
create policy campaign_see on campaign for select using ((select is_agency()));
create policy campaign_make on campaign for insert with check (
  agency = (select ipcase_agency()) and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint));
alter table campaign_case enable row level security;
create policy campaign_case_see on campaign_case for select using (
  (select true from case_access a where a.case_file = campaign_case.case_file
    and a.agency = (select ipcase_agency())));
create policy campaign_case_tag on campaign_case for insert with check (
  agency = (select ipcase_agency()) and officer = (select nullif(current_setting('ipcase.officer', true), '')::bigint)
  and is_owner(case_file));

grant select on plan_task, plan_task_agency, plan_target to ipcase_service;
grant select, insert on plan_progress, plan_measurement, conference_task, conference_task_participant,
  conference_task_entry, campaign, campaign_case to ipcase_service;
grant select on sequence plan_progress_id_seq, plan_measurement_id_seq, conference_task_id_seq to ipcase_service;
