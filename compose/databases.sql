-- One database and one owner per service; none may connect to another's.
CREATE USER outreach PASSWORD 'outreach';
CREATE DATABASE outreach OWNER outreach;
REVOKE CONNECT ON DATABASE outreach FROM PUBLIC;
CREATE USER voicemail PASSWORD 'voicemail';
CREATE DATABASE voicemail OWNER voicemail;
REVOKE CONNECT ON DATABASE voicemail FROM PUBLIC;
CREATE USER scheduler PASSWORD 'scheduler';
CREATE DATABASE scheduler OWNER scheduler;
REVOKE CONNECT ON DATABASE scheduler FROM PUBLIC;
