create trigger if not exists journal_no_update before update on journal
begin
  select raise(abort, 'the journal is append-only');
end;
create trigger if not exists journal_no_delete before delete on journal
begin
  select raise(abort, 'the journal is append-only');
end;
