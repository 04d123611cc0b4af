-- The city's system delivers papers as well as tickets.
update integration_client set scopes = scopes || array['doc:deliver'] where client_id = 'city-12345';
