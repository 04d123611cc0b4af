package io.duban.supervision.inspections;

/** Where a field inspection stands (domain 2.4.3), as far as it is built. */
enum FieldInspectionStatus {
    ON_SITE,
    RECORD_SUBMITTED
}
