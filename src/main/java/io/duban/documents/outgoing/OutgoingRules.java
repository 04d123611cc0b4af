package io.duban.documents.outgoing;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code duban.documents.*}: what a district decides for itself about its papers.
 *
 * @param cosignSilenceUnits units whose silence in a co-signing counts as no objection; none by default, and never those whose word cannot be
 *     left out ({@link #mayBeSilent})
 * @param yearPlan whether every draft needs an entry of the year's plan (发文立项)
 * @param yearQuota how many papers, with and without number, a year may see; 0 for no quota
 */
@ConfigurationProperties("duban.documents")
record OutgoingRules(
        @DefaultValue Set<UUID> cosignSilenceUnits,
        @DefaultValue("false") boolean yearPlan,
        @DefaultValue("0") int yearQuota) {

    /** 合法性、财政、编制、保密: their silence is never taken for anything (domain 0.4). */
    private static final Pattern NEVER_SILENT = Pattern.compile("司法|法制|财政|编制|编办|保密|保守国家秘密");

    boolean mayBeSilent(UUID unit, String unitName) {
        return cosignSilenceUnits.contains(unit)
                && !NEVER_SILENT.matcher(unitName).find();
    }
}
