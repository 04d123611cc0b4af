package io.duban.platform.events;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A position as clients carry it, {@code <epoch>.<xid>.<number>}. The epoch is replaced when the database was rebuilt or restored: positions
 * of another epoch mean nothing here, even when they look as if they fit.
 */
public record Cursor(String epoch, LogPosition position) {

    private static final Pattern FORM = Pattern.compile("([0-9a-zA-Z]{1,32})\\.(\\d{1,18})\\.(\\d{1,18})");

    /** Reads a cursor; empty when the text is none. */
    public static Optional<Cursor> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var position = new LogPosition(Long.parseLong(form.group(2)), Long.parseLong(form.group(3)));
        return Optional.of(new Cursor(form.group(1), position));
    }

    @Override
    public String toString() {
        return epoch + "." + position.xid() + "." + position.number();
    }
}
