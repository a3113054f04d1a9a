create or replace function refuse_journal_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end
$$;
create or replace trigger journal_no_change before update or delete or truncate on journal
  for each statement execute function refuse_journal_change();

-- Room on each page lets a new snapshot stay beside the old one, without touching the indexes.
alter table grain_state set (fillfactor = 70);
