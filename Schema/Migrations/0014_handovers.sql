-- Handovers (移送、转送): police that pass a case on, decisions that are open again, and a file that moves on a receipt only.

grant update (receiving_agency) on referral to ipcase_service;

drop policy referral_change on referral;
create policy referral_change on referral for update using ((select ipcase_agency()) in (sending_agency, receiving_agency))
  with check ((select ipcase_agency()) in (sending_agency, receiving_agency)
    or (received_at is null and is_owner(case_file)));

create trigger referral_passed_on after update of receiving_agency on referral for each row
  when (old.receiving_agency <> new.receiving_agency) execute function referral_access();

create or replace function takes_part(step bigint) returns boolean language sql stable set search_path = public, pg_temp as $$
  select true from proceeding p join case_access a on a.case_file = p.case_file and a.agency = (select ipcase_agency())
  where p.id = step and (select ipcase_agency()) in (p.agency, p.receiver, (
    select r.receiving_agency from referral r where r.proceeding = p.id and r.sent_at is not null))
$$;
comment on function takes_part(bigint) is 'Whether the agency for which this transaction runs conducts the proceeding, or is to answer in it.';
drop policy proceeding_change on proceeding;
create policy proceeding_change on proceeding for update
  using (is_owner(case_file) or is_receiving(case_file) or takes_part(id));

create function is_received(file bigint, owner text, held_since timestamptz) returns boolean language sql stable
  set search_path = public, pg_temp as $$
  select true from referral r where r.case_file = file and r.received_at is not null
    and (r.sending_agency = owner or r.receiving_agency = owner and r.received_at = held_since)
$$;
comment on function is_received(bigint, text, timestamptz) is 'Whether a receipt of that instant gives the agency the file, or the file goes back to the agency that sent it.';

create or replace function case_file_owner_stays() returns trigger language plpgsql as $$
begin
  if (select ipcase_agency()) is null or old.owner_agency = (select ipcase_agency())
    or coalesce(is_receiving(old.id), false) or new.owner_agency = (select ipcase_agency())
      and coalesce(is_received(old.id, new.owner_agency, new.held_since), false) then
    if old.owner_agency <> new.owner_agency
      and not coalesce(is_received(old.id, new.owner_agency, new.held_since), false) then
      raise exception 'a case file changes hands on a receipt only' using
        errcode = 'integrity_constraint_violation', constraint = 'case_file_moves_on_receipt';
    end if;
    return new;
  end if;
  -- The number is generated, and not there yet before the row is written.
  if to_jsonb(new) - array['revision', 'status', 'due_at', 'seen_by', 'number']
    <> to_jsonb(old) - array['revision', 'status', 'due_at', 'seen_by', 'number'] then
    raise exception 'only its owner changes a case file' using errcode = 'insufficient_privilege',
      constraint = 'case_file_owner_stays';
  end if;
  return new;
end
$$;
comment on function case_file_owner_stays() is 'Lets a file change hands on a receipt only, and keeps an agency that only takes part from changing more of it than an act does.';
