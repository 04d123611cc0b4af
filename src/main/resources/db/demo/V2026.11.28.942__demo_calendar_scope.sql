-- A partner's system checks due dates with the office's own calendar.
update integration_client set scopes = scopes || array['calendar:read'] where client_id = 'city-12345';
