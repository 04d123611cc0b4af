package io.duban.hotline.open311;

import java.time.Instant;
import java.util.UUID;

/**
 * What the outside is told of one change of a ticket.
 *
 * @param id of the event in the log, so that it never changes
 */
record PublicUpdate(UUID id, Instant at, StatusWord status, String description) {}
