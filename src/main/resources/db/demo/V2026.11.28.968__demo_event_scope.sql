-- What a webhook may have missed is fetched from the log by GET /sync.
update integration_client set scopes = scopes || array['event:subscribe'] where client_id = 'city-12345';
