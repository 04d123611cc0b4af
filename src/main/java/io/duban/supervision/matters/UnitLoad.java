package io.duban.supervision.matters;

import java.util.UUID;

/**
 * What supervision has cost one unit in the last 30 days.
 *
 * @param visits inspections on the spot
 * @param letters numbered notices and letters that were addressed to it
 * @param over one more, as this matter plans it, goes over the cap
 */
record UnitLoad(UUID unitId, long visits, long letters, boolean over) {}
