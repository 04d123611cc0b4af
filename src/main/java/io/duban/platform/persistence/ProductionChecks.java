package io.duban.platform.persistence;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** What must be true of the database before people's approvals are entrusted to it, asked with the application's own role. */
@Component
@Profile("production")
class ProductionChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OLDEST_VERSION = 150000;

    private static final String FACTS = """
            select current_user::text as role, current_setting('server_version') as version,
                   current_setting('server_version_num')::int as version_number,
                   current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
                   current_setting('synchronous_commit') as synchronous_commit,
                   current_setting('data_sync_retry') as data_sync_retry,
                   has_any_column_privilege('audit_row', 'update') or has_table_privilege('audit_row', 'delete')
                       or has_table_privilege('audit_row', 'truncate')
                       or pg_has_role((select relowner from pg_class where oid = 'audit_row'::regclass), 'member')
                       as may_rewrite_audit,
                   (select count(*) from person where password_hash is not null) as passwords""";

    private final DatabaseClient database;

    ProductionChecks(DatabaseClient database) {
        this.database = database;
    }

    /** @throws IllegalStateException naming everything that is wrong, so that it is put right in one go */
    void run() {
        var wrong = Objects.requireNonNull(
                database.sql(FACTS).map(ProductionChecks::wrong).one().block(PATIENCE));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Duban does not run on this database: " + String.join("; ", wrong));
        }
    }

    private static List<String> wrong(Readable facts) {
        var wrong = new ArrayList<String>();
        if (facts.get("version_number", Integer.class) < OLDEST_VERSION) {
            wrong.add("PostgreSQL %s is older than 15".formatted(facts.get("version", String.class)));
        }
        List.of("fsync", "full_page_writes", "synchronous_commit").stream()
                .filter(setting -> "off".equals(facts.get(setting, String.class)))
                .forEach(setting -> wrong.add("%s is off: a power cut would lose decisions".formatted(setting)));
        if ("on".equals(facts.get("data_sync_retry", String.class))) {
            wrong.add("data_sync_retry is on: a failed write could pass unnoticed");
        }
        if (facts.get("may_rewrite_audit", Boolean.class)) {
            wrong.add("the role %s may change or delete audit rows; connect as one that owns nothing"
                    .formatted(facts.get("role", String.class)));
        }
        if (facts.get("passwords", Long.class) > 0) {
            wrong.add("%d persons have a password, as in the demo district; here only the issuer keeps passwords"
                    .formatted(facts.get("passwords", Long.class)));
        }
        return wrong;
    }
}
