package io.duban.hotline.catalog;

import java.util.Set;

/** Which kinds of units are below the district's departments: what is a department's duty is theirs only by their list of duties (事项清单). */
public final class LowerKinds {

    private static final Set<String> KINDS = Set.of("SUBDISTRICT", "TOWNSHIP", "MANAGEMENT_OFFICE");

    private LowerKinds() {}

    /** @param kind of a unit (domain 0.2) */
    public static boolean contain(String kind) {
        return KINDS.contains(kind);
    }
}
