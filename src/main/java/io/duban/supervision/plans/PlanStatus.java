package io.duban.supervision.plans;

/** Where a year's plan stands; with a change pending it stays in force as it was approved. */
enum PlanStatus {
    DRAFT,
    PENDING_APPROVAL,
    APPROVED,
    CHANGE_PENDING
}
