-- The city's platform sends the photos its citizens took.
update integration_client set scopes = scopes || array['evidence:upload'] where client_id = 'city-12345';
