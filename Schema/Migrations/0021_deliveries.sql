-- Deliveries: notices that go out to other systems (Standard Webhooks), and the nightly exchange of counts and digests.

create table webhook (
  id         bigint generated always as identity,
  agency     text not null,
  url        text not null,
  secret     bytea not null,
  is_private boolean not null,
  created_at timestamptz not null,
  ended_at   timestamptz,
  constraint webhook_pkey primary key (id),
  constraint webhook_agency foreign key (agency) references agency,
  constraint webhook_url check (url ~ '^https?://' and length(url) <= 2000),
  constraint webhook_secret check (octet_length(secret) between 24 and 64)
);
create index webhook_agency_idx on webhook (agency);
comment on table webhook is 'An address of another system to which the notices of an agency go.';
comment on column webhook.id is 'Key.';
comment on column webhook.agency is 'Whose notices.';
comment on column webhook.url is 'Where to.';
comment on column webhook.secret is 'What they are signed with; the other system has it too.';
comment on column webhook.is_private is 'Whether an address of a private network is allowed.';
comment on column webhook.created_at is 'When it was set up: notices from then on are delivered.';
comment on column webhook.ended_at is 'When it was ended; null while it is in use.';

create table delivery (
  webhook      bigint not null,
  notice       bigint not null,
  attempts     int not null default 0,
  due_at       timestamptz not null,
  delivered_at timestamptz,
  answer       text,
  constraint delivery_pkey primary key (webhook, notice),
  constraint delivery_webhook foreign key (webhook) references webhook,
  constraint delivery_notice foreign key (notice) references outbox
);
create index delivery_notice_idx on delivery (notice);
create index delivery_due_idx on delivery (due_at) where delivered_at is null;
comment on table delivery is 'A notice on its way to a webhook, written in the transaction of the act it tells of.';
comment on column delivery.webhook is 'To which.';
comment on column delivery.notice is 'Which notice.';
comment on column delivery.attempts is 'How often it was tried.';
comment on column delivery.due_at is 'Not tried before.';
comment on column delivery.delivered_at is 'When the other system said that it has it; null until then.';
comment on column delivery.answer is 'What came of the latest attempt.';

create function outbox_deliver() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into delivery (webhook, notice, due_at)
  select w.id, new.id, new.created_at from webhook w where w.agency = new.agency and w.ended_at is null;
  return null;
end
$$;
comment on function outbox_deliver() is 'Puts a notice on its way to every webhook of its agency.';
create trigger outbox_deliver after insert on outbox for each row execute function outbox_deliver();

create function delivery_take(at timestamptz, lease interval, most int)
  returns table (webhook bigint, notice bigint, attempts int, url text, secret bytea, is_private boolean, kind text,
    agency text, sender text, number text, created_at timestamptz)
  language sql security definer set search_path = public, pg_temp as $$
  with due as (
    select d.webhook, d.notice from delivery d join webhook w on w.id = d.webhook and w.ended_at is null
    where d.delivered_at is null and d.due_at <= at order by d.due_at, d.notice limit most for update of d skip locked),
  taken as (
    update delivery d set attempts = d.attempts + 1, due_at = at + lease from due
    where d.webhook = due.webhook and d.notice = due.notice returning d.webhook, d.notice, d.attempts)
  select t.webhook, t.notice, t.attempts, w.url, w.secret, w.is_private, o.kind, o.agency, o.sender, o.number, o.created_at
  from taken t join webhook w on w.id = t.webhook join outbox o on o.id = t.notice order by t.notice
$$;
comment on function delivery_take(timestamptz, interval, int) is 'Deliveries that are due, taken for so long: who takes them and dies leaves them to the next.';

create function delivery_done(hook bigint, told bigint[], at timestamptz) returns void language sql security definer
  set search_path = public, pg_temp as $$
  update delivery set delivered_at = coalesce(delivered_at, at), answer = null where webhook = hook and notice = any (told);
  update delivery set due_at = at where webhook = hook and delivered_at is null and attempts > 0 and due_at > at
    and answer like 'down:%';
$$;
comment on function delivery_done(bigint, bigint[], timestamptz) is 'Records deliveries; what waited because the other system was down is due at once.';

create function delivery_failed(hook bigint, told bigint[], said text, next timestamptz, is_down boolean) returns void language sql
  security definer set search_path = public, pg_temp as $$
  update delivery set answer = said, due_at = next
  where webhook = hook and notice = any (told) and delivered_at is null;
  update delivery set answer = said, due_at = next
  where is_down and webhook = hook and delivered_at is null and due_at < next and notice <> all (told);
$$;
comment on function delivery_failed(bigint, bigint[], text, timestamptz, boolean) is 'Puts notices off that were not taken; of a webhook that is down everything, so that it is asked once and not for each.';

create function delivery_backlog() returns table (agency text, waiting bigint, oldest timestamptz) language sql stable
  security definer set search_path = public, pg_temp as $$
  select w.agency, count(*), min(o.created_at) from delivery d join webhook w on w.id = d.webhook
    join outbox o on o.id = d.notice
  where d.delivered_at is null and w.agency = ipcase_agency() group by w.agency
$$;
comment on function delivery_backlog() is 'What waits to be delivered for the agency for which this transaction runs.';

revoke all on function delivery_take(timestamptz, interval, int) from public;
revoke all on function delivery_done(bigint, bigint[], timestamptz) from public;
revoke all on function delivery_failed(bigint, bigint[], text, timestamptz, boolean) from public;
revoke all on function delivery_backlog() from public;
grant execute on function delivery_take(timestamptz, interval, int) to ipcase_service;
grant execute on function delivery_done(bigint, bigint[], timestamptz) to ipcase_service;
grant execute on function delivery_failed(bigint, bigint[], text, timestamptz, boolean) to ipcase_service;
grant execute on function delivery_backlog() to ipcase_service;

alter table package_received add column sealed_on date;
alter table package_received add column receiver text;
alter table package_received add column sender_number text;
alter table package_received add constraint package_received_receiver foreign key (receiver) references agency;
create index package_received_receiver_idx on package_received (receiver);
comment on column package_received.receiver is 'The agency that took it in.';
comment on column package_received.sender_number is 'Number of the file with the sender.';
comment on column package_received.sealed_on is 'The day on which its sender sealed it: by that day both sides count.';

create table exchange (
  agency      text not null,
  other       text not null,
  day         date not null,
  is_sent     boolean not null,
  own_count   int not null,
  own_digest  bytea not null,
  their_count int not null,
  their_digest bytea not null,
  compared_at timestamptz not null,
  constraint exchange_pkey primary key (agency, other, day, is_sent),
  constraint exchange_agency foreign key (agency) references agency,
  constraint exchange_other foreign key (other) references agency
);
create index exchange_other_idx on exchange (other);
comment on table exchange is 'What two agencies say of a day''s packages between them: as many, and the same ones.';
comment on column exchange.agency is 'Whose record this is.';
comment on column exchange.other is 'The other agency.';
comment on column exchange.day is 'The day of sealing.';
comment on column exchange.is_sent is 'true: packages from agency to other. false: the other way.';
comment on column exchange.own_count is 'How many by our own record.';
comment on column exchange.own_digest is 'SHA-256 over their names in order, by our own record.';
comment on column exchange.their_count is 'How many by theirs.';
comment on column exchange.their_digest is 'The digest by theirs.';
comment on column exchange.compared_at is 'When they were compared last.';
alter table exchange enable row level security;
create policy exchange_own on exchange using (agency = (select ipcase_agency()))
  with check (agency = (select ipcase_agency()));
grant select, insert, update on exchange to ipcase_service;
