-- Transfers between agencies (移送管辖等) stand beside the referrals: one open transfer of a file, whichever way it goes.

alter table referral drop constraint referral_basis;
alter table referral add constraint referral_basis check (basis in ('threshold', 'reasonable-suspicion', 'transfer'));
comment on column referral.basis is 'threshold: the amount reaches it. reasonable-suspicion: 合理嫌疑 below it, art. 3(2). transfer: between agencies, no crime is suspected.';
comment on table referral is 'A case file on its way from one agency to another: to the police (国务院令第310号 art. 3, 5-8), or sideways.';

create or replace function referral_access() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into case_access (agency, case_file, ground, since, first_since)
  values (new.receiving_agency, new.case_file, 'referral', new.sent_at, new.sent_at)
  on conflict on constraint case_access_pkey do update set ground = 'referral', since = excluded.since
  where case_access.ground <> 'owner';
  if new.basis <> 'transfer' then
    insert into case_access (agency, case_file, ground, since, first_since)
    select code, new.case_file, 'supervision', new.sent_at, new.sent_at from agency where kind = 'procuratorate'
    on conflict on constraint case_access_pkey do nothing;
  end if;
  return null;
end
$$;
comment on function referral_access() is 'Lets the receiver, and of a referral to the police the procuratorate, see the file from the moment it is sent.';
