package io.duban.platform.operations;

/** Where an operation stands. */
public enum OperationStatus {
    RUNNING,
    FINISHED,
    CANCELLED
}
