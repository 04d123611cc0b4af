package io.duban.compliance;

import io.duban.compliance.PublishedContract.Named;
import java.util.List;
import java.util.Set;

/**
 * What the rules look at.
 *
 * @param code what types are called, and what they hold
 * @param meters what the running product measures about itself, and the tags it is told apart by
 * @param refusals the codes it knows
 */
record Product(
        PublishedContract contract, StoredSchema stored, List<Named> code, List<Named> meters, Set<String> refusals) {}
