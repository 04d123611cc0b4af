package io.duban.supervision;

/** Where a field inspection stands (domain 2.4.3), as far as it is built. */
enum FieldInspectionStatus {
    ON_SITE,
    RECORD_SUBMITTED
}
