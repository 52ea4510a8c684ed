-- How much a script says. Those from before are read on as they are; written anew they are short unless asked otherwise.
alter table script add column form text not null default 'SHORT' check (form in ('SHORT', 'LONG'));
