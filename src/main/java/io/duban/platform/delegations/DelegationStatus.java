package io.duban.platform.delegations;

/** Whether a delegation stands; between its dates, one that stands is in force. */
enum DelegationStatus {
    GIVEN,
    ENDED
}
