package io.duban.platform.identity;

import java.util.UUID;

/** A role held at an organization; a person may hold several. */
public record Post(Role role, UUID unitId) {}
