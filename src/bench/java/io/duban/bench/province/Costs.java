package io.duban.bench.province;

/**
 * What one command costs, in milliseconds.
 *
 * @param instanceMillis processor time of the instance
 * @param databaseMillis processor time of the database
 * @param commitMillis from the write of the audit row to the end of the commit, in which its chain is locked
 */
record Costs(double instanceMillis, double databaseMillis, double commitMillis) {

    double instanceSeconds() {
        return instanceMillis / 1000;
    }

    double databaseSeconds() {
        return databaseMillis / 1000;
    }

    double commitSeconds() {
        return commitMillis / 1000;
    }
}
