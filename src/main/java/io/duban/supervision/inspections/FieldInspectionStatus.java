package io.duban.supervision.inspections;

/** Where a field inspection stands (domain 2.4.3). */
enum FieldInspectionStatus {
    PLANNED,
    ON_SITE,
    RECORD_SUBMITTED,
    CONFIRMED_BY_OBJECT,
    OBJECT_DISAGREES,
    CLOSED
}
