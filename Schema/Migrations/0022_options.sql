-- Time limits that may pass: rights, and duties of some cases only (国务院令第310号 art. 7, 9).

alter table time_limit drop constraint time_limit_kind;
alter table time_limit add constraint time_limit_kind
  check (kind in ('limit', 'option', 'validity', 'set', 'note', 'rate'));
comment on column time_limit.kind is 'limit, option (a right, or a duty of some cases only), validity, set (fixed in the single case), note (no length) or rate.';

alter table clock add column is_option boolean not null default false;
comment on column clock.is_option is 'Whether it may pass without fault: no list takes it for overdue.';
update clock set is_option = true where rule in ('R10a', 'R12');
update case_file c set due_at = (select min(k.due_at) from clock k
    where k.case_file = c.id and k.ended_by is null and k.agency = c.owner_agency and not k.is_option)
  where exists (select from clock k where k.case_file = c.id and k.is_option and k.ended_by is null);
