-- Peers: other instances of the register to which packages go by themselves, and from which they come.

create table peer (
  id          bigint generated always as identity,
  agency      text not null,
  url         text not null,
  is_private  boolean not null,
  created_at  timestamptz not null,
  ended_at    timestamptz,
  compared_on date,
  constraint peer_pkey primary key (id),
  constraint peer_agency foreign key (agency) references agency,
  constraint peer_url check (url ~ '^https?://[^?#]+$' and length(url) <= 2000)
);
create unique index peer_one_open on peer (agency) where ended_at is null;
create index peer_agency_idx on peer (agency);
comment on table peer is 'Another instance of the register, where an agency works.';
comment on column peer.id is 'Key.';
comment on column peer.agency is 'The agency that works there.';
comment on column peer.url is 'The address of that instance.';
comment on column peer.is_private is 'Whether an address of a private network is allowed.';
comment on column peer.created_at is 'When it was set up: packages sealed from then on go there.';
comment on column peer.ended_at is 'When it was ended; null while it is in use.';
comment on column peer.compared_on is 'The day on which accounts were last compared with it.';

create table parcel (
  package    bigint not null,
  peer       bigint not null,
  attempts   int not null default 0,
  due_at     timestamptz not null,
  arrived_at timestamptz,
  arrival    text,
  answer     text,
  constraint parcel_pkey primary key (package),
  constraint parcel_package foreign key (package) references package,
  constraint parcel_peer foreign key (peer) references peer,
  constraint parcel_arrived check ((arrived_at is null) = (arrival is null))
);
create index parcel_peer_idx on parcel (peer);
create index parcel_due_idx on parcel (due_at);
comment on table parcel is 'A package on its way to another instance, written in the transaction that seals it; then the wait for its receipt.';
comment on column parcel.package is 'The package.';
comment on column parcel.peer is 'Where to.';
comment on column parcel.attempts is 'How often it was tried since the last success.';
comment on column parcel.due_at is 'Not tried before.';
comment on column parcel.arrived_at is 'When the other instance had it, by our clock; null until then.';
comment on column parcel.arrival is 'What the other instance signed when it arrived.';
comment on column parcel.answer is 'What came of the latest attempt, if it failed.';

create table arrival (
  name       text not null,
  sender     text not null,
  receiver   text not null,
  digest     bytea not null,
  size       bigint not null,
  arrived_at timestamptz not null,
  line       text not null,
  constraint arrival_pkey primary key (name),
  constraint arrival_sender foreign key (sender) references agency,
  constraint arrival_receiver foreign key (receiver) references agency,
  constraint arrival_digest check (length(digest) = 32)
);
create index arrival_sender_idx on arrival (sender);
create index arrival_receiver_idx on arrival (receiver);
comment on table arrival is 'A package that another instance delivered here: it waits for an officer to take it in.';
comment on column arrival.name is 'SHA-256 of what the sender signed, in hexadecimal.';
comment on column arrival.sender is 'Who sealed it.';
comment on column arrival.receiver is 'For whom.';
comment on column arrival.digest is 'SHA-256 of the archive, and its name in the store.';
comment on column arrival.size is 'Bytes of the archive.';
comment on column arrival.arrived_at is 'When.';
comment on column arrival.line is 'What was signed for it; the same for whoever asks again.';
create trigger arrival_stays before update or delete on arrival for each row execute function entry_stays();

alter table peer enable row level security;
alter table parcel enable row level security;
create policy parcel_see on parcel for select using (
  (select true from package p where p.id = package and p.agency = (select ipcase_agency())));
alter table arrival enable row level security;
create policy arrival_see on arrival for select using (receiver = (select ipcase_agency()));
create policy arrival_add on arrival for insert with check (receiver = (select ipcase_agency()));
grant select, insert on arrival to ipcase_service;
grant select on parcel to ipcase_service;

create function package_send() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into parcel (package, peer, due_at)
  select new.id, p.id, new.sealed_at from peer p where p.agency = new.receiver and p.ended_at is null;
  return null;
end
$$;
comment on function package_send() is 'Puts a package on its way to the instance where its receiver works.';
create trigger package_send after insert on package for each row execute function package_send();

create function parcel_take(at timestamptz, lease interval, most int)
  returns table (package bigint, attempts int, name text, digest bytea, size bigint, sender text, receiver text,
    referral bigint, url text, is_private boolean, has_arrived boolean)
  language sql security definer set search_path = public, pg_temp as $$
  with due as (
    select t.package from parcel t join peer p on p.id = t.peer and p.ended_at is null
    where t.due_at <= at and not exists (select from package_receipt r where r.package = t.package)
    order by t.due_at, t.package limit most for update of t skip locked),
  taken as (
    update parcel t set attempts = t.attempts + 1, due_at = at + lease from due where t.package = due.package
    returning t.package, t.attempts, t.peer, t.arrived_at)
  select t.package, t.attempts, k.name, k.digest, k.size, k.agency, k.receiver, k.referral, p.url, p.is_private,
    t.arrived_at is not null
  from taken t join peer p on p.id = t.peer join package k on k.id = t.package order by t.package
$$;
comment on function parcel_take(timestamptz, interval, int) is 'Packages that are due at another instance, or whose receipt is to be asked for, taken for so long.';

create function parcel_settle(parcel bigint, said text, is_arrival boolean, at timestamptz, next timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update parcel t set due_at = next,
    attempts = case when is_arrival then 0 else t.attempts end,
    arrived_at = case when is_arrival then coalesce(t.arrived_at, at) else t.arrived_at end,
    arrival = case when is_arrival then coalesce(t.arrival, said) else t.arrival end,
    answer = case when is_arrival then null else said end
  where t.package = parcel_settle.parcel
$$;
comment on function parcel_settle(bigint, text, boolean, timestamptz, timestamptz) is 'Records what came of an attempt: the arrival that was signed, or why there is none.';

create function peer_accounts(today date) returns table (peer bigint, agency text, other text, url text, is_private boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, own.agency, p.agency, p.url, p.is_private
  from peer p cross join lateral (
    select k.agency from package k where k.receiver = p.agency
    union select r.receiver from package_received r where r.sender = p.agency and r.receiver is not null) own
  where p.ended_at is null and p.compared_on is distinct from today
$$;
comment on function peer_accounts(date) is 'Which agencies here have accounts to compare with which instance, unless that was done today.';

create function peer_compared(peer bigint, today date) returns void language sql security definer
  set search_path = public, pg_temp as $$
  update peer p set compared_on = today where p.id = peer_compared.peer
$$;
comment on function peer_compared(bigint, date) is 'Records that the accounts of a day were compared.';

revoke all on function parcel_take(timestamptz, interval, int) from public;
revoke all on function parcel_settle(bigint, text, boolean, timestamptz, timestamptz) from public;
revoke all on function peer_accounts(date) from public;
revoke all on function peer_compared(bigint, date) from public;
grant execute on function parcel_take(timestamptz, interval, int) to ipcase_service;
grant execute on function parcel_settle(bigint, text, boolean, timestamptz, timestamptz) to ipcase_service;
grant execute on function peer_accounts(date) to ipcase_service;
grant execute on function peer_compared(bigint, date) to ipcase_service;

create table agency_key_end (
  agency     text not null,
  public_key bytea not null,
  ended_at   timestamptz not null,
  constraint agency_key_end_pkey primary key (agency, public_key),
  constraint agency_key_end_key foreign key (agency, public_key) references agency_key
);
comment on table agency_key_end is 'Keys that are no longer trusted: lost, or replaced. What they signed stays what it was.';
comment on column agency_key_end.agency is 'The agency.';
comment on column agency_key_end.public_key is 'The key.';
comment on column agency_key_end.ended_at is 'When it was no longer trusted here.';
create trigger agency_key_end_stays before update or delete on agency_key_end for each row execute function entry_stays();
grant select on agency_key_end to ipcase_service;
