package io.duban.hotline.tickets;

import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/** Who asks (诉求人); all null for an anonymous demand. Seen in full only by those whose task needs it. */
record Citizen(
        @Nullable @Column("citizen_name") String name,
        @Nullable @Column("citizen_phone") String phone,
        boolean wantsCallback) {

    static final Citizen ANONYMOUS = new Citizen(null, null, false);

    /** 张*, 138****0000: enough to tell two apart, not enough to call or name one. */
    Citizen masked() {
        return new Citizen(masked(name), maskedPhone(), wantsCallback);
    }

    /** A name of which only the first character is left. */
    static @Nullable String masked(@Nullable String name) {
        return name == null || name.isBlank() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    private @Nullable String maskedPhone() {
        if (phone == null) {
            return null;
        }
        return phone.length() < 8 ? "****" : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}
