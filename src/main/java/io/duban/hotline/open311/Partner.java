package io.duban.hotline.open311;

import io.duban.platform.identity.Officer;

/**
 * The system a key speaks for.
 *
 * @param officer its post here, which the audit trail names
 * @param publishes its citizens agree, by its own terms, that their reports are public
 */
record Partner(Officer officer, boolean publishes) {}
