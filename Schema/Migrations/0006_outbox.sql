-- What other agencies are to learn of, and answers to requests that may be sent twice.

create table outbox (
  id         bigint generated always as identity,
  agency     text not null,
  case_file  bigint not null,
  entry      bigint not null,
  kind       text not null,
  sender     text not null,
  number     text not null,
  created_at timestamptz not null,
  constraint outbox_sender foreign key (sender) references agency,
  constraint outbox_pkey primary key (id),
  constraint outbox_agency foreign key (agency) references agency,
  constraint outbox_case_file foreign key (case_file) references case_file,
  constraint outbox_entry foreign key (entry) references entry
);
create index outbox_agency_idx on outbox (agency, id desc);
create index outbox_sender_idx on outbox (sender);
create index outbox_case_file_idx on outbox (case_file);
create index outbox_entry_idx on outbox (entry);
comment on table outbox is 'A notice to an agency, written in the transaction of the act it tells of, so that none is lost. Agencies read it by its rising id.';
comment on column outbox.id is 'Rising number: a reader asks for all above the last it has.';
comment on column outbox.agency is 'To whom.';
comment on column outbox.case_file is 'The file.';
comment on column outbox.entry is 'The entry that it tells of.';
comment on column outbox.kind is 'What happened, such as referral.sent.';
comment on column outbox.sender is 'The agency that did it.';
comment on column outbox.number is 'Number of the file; also for one that the agency may no longer see.';
comment on column outbox.created_at is 'When.';

create table idempotency (
  officer     bigint not null,
  key         text not null,
  digest      bytea not null,
  answer      text not null,
  recorded_at timestamptz not null,
  constraint idempotency_pkey primary key (officer, key),
  constraint idempotency_officer foreign key (officer) references officer,
  constraint idempotency_key check (length(key) between 8 and 80)
);
comment on table idempotency is 'The answer to each write, so that the same request sent again is answered and not done again.';
comment on column idempotency.officer is 'Who asked.';
comment on column idempotency.key is 'The key the request carried.';
comment on column idempotency.digest is 'SHA-256 of what was asked; the same key with another question is refused.';
comment on column idempotency.answer is 'What the act was: the case file''s number.';
comment on column idempotency.recorded_at is 'When.';

alter table outbox enable row level security;
create policy outbox_own on outbox for select using (agency = (select ipcase_agency()));
create policy outbox_tell on outbox for insert with check (
  (select true from case_access a where a.case_file = outbox.case_file and a.agency = (select ipcase_agency())));

alter table idempotency enable row level security;
create policy idempotency_own on idempotency
  using (officer = (select nullif(current_setting('ipcase.officer', true), ''))::bigint)
  with check (officer = (select nullif(current_setting('ipcase.officer', true), ''))::bigint);

grant select, insert on outbox, idempotency to ipcase_service;
