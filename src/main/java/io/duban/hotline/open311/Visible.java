package io.duban.hotline.open311;

import io.duban.platform.persistence.Binds;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Which reports somebody sees through this door: those of his own key, and those whose reporters agreed that everybody may. Never those of other channels,
 * those to be kept secret, or reports of wrongdoing, whatever a dispatcher made of them later.
 *
 * @param partner null for whoever shows no key
 */
record Visible(String jurisdiction, @Nullable Partner partner) {

    /** Of {@code r}, a row of open311_request, and {@code t}, its ticket. */
    static final String CONDITION = """
            r.jurisdiction_id = :jurisdiction and (r.published or r.partner_id = :partner)
              and not t.keep_secret and t.demand_type <> 'REPORT_WRONGDOING'""";

    GenericExecuteSpec bindTo(GenericExecuteSpec query) {
        return query.bind("jurisdiction", jurisdiction)
                .bind(
                        "partner",
                        Binds.nullable(
                                partner == null ? null : partner.officer().id(), UUID.class));
    }
}
