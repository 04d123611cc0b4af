-- The city's platform shows the district's figures and brings what its exchange counts.
update integration_client set scopes = scopes || array['hotline-figures:read', 'hotline-figures:import'] where client_id = 'city-12345';
