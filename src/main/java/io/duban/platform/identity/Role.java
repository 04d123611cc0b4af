package io.duban.platform.identity;

import org.jspecify.annotations.Nullable;

/** The posts of domain 0.2, each with the column of the permission matrix that speaks for it. */
public enum Role {
    CHIEF_LEADER("leader"),
    DEPUTY_LEADER("deputy"),
    OFFICE_DIRECTOR("director"),
    OFFICE_DEPUTY("director"),
    REGISTRAR("registrar"),
    DOC_HANDLER("registrar"),
    SECTION_CHIEF("registrar"),
    DOC_REVIEWER("registrar"),
    SEAL_KEEPER("registrar"),
    SUPERVISION_CHIEF("supervisor"),
    SUPERVISOR("supervisor"),
    FIELD_SUPERVISOR("inspector"),
    HOTLINE_AGENT("operator"),
    HOTLINE_DISPATCHER("operator"),
    HOTLINE_AUDITOR("operator"),
    CALLBACK_AGENT("operator"),
    HOTLINE_MANAGER("operator"),
    UNIT_HEAD("liaison"),
    UNIT_DEPUTY("liaison"),
    UNIT_LIAISON("liaison"),
    UNIT_HANDLER("handler"),
    ARCHIVIST("archivist"),
    DUTY_OFFICER("duty"),
    DUTY_LEADER("duty"),
    SYSTEM_ADMIN("sysadmin"),
    SECURITY_ADMIN("secadmin"),
    SECURITY_AUDITOR("auditor"),
    INTEGRATION_CLIENT("app3p"),
    LEGAL_REVIEWER("legal"),
    SECRECY_OFFICER("secrecy"),
    /** No row of the matrix names it yet: its holder may do nothing by it. */
    AUDITOR(null);

    private final @Nullable String column;

    Role(@Nullable String column) {
        this.column = column;
    }

    /** The matrix column, or null where the matrix gives this post nothing. */
    @Nullable
    String column() {
        return column;
    }

    /** Whether the post speaks for its whole unit, so that what is handed to the unit is handed to its holder. */
    public boolean speaksForUnit() {
        return this == UNIT_HEAD || this == UNIT_DEPUTY || this == UNIT_LIAISON;
    }
}
