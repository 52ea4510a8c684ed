-- Where the call is made from is ticked at the call; what is found out is found out about the prospect, and used again.
alter table homework drop column quiet_place;
create index outreach_prospect on outreach (prospect_id);
