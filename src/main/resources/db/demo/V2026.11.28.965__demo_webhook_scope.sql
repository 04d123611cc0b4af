-- The city's platform may be told what happens to the tickets it sent.
update integration_client set scopes = scopes || array['webhook:manage-own'] where client_id = 'city-12345';
