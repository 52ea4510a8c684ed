-- What is found out is found out about the prospect, and used again. Where the call is made from is ticked at the call:
-- quiet_place is written no more, and stays for as long as replicas of before may run beside this one.
create index outreach_prospect on outreach (prospect_id);
