package io.duban.journey;

import io.duban.journey.Order.About;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a hotline ticket of a request to New York's 311: what was asked, where and when, and nothing about a person. */
final class RequestMapping {

    // The file's times carry no zone; the demo's district takes them for its own.
    private static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
    // Its seconds are always there, as RFC 3339 asks; toString would leave out zeros.
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_CATEGORY = 100;
    private static final int LONGEST_ADDRESS = 300;

    private final String sourceSystem;

    RequestMapping(String sourceSystem) {
        this.sourceSystem = sourceSystem;
    }

    /** The ticket of a row; whatever the row lacks, the ticket lacks. */
    RequestRow toTicket(long number, Map<String, String> row) {
        String key = cell(row, "Unique Key");
        String type = cell(row, "Complaint Type");
        List<String> warnings = new ArrayList<>();
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("sourceSystem", sourceSystem);
        put(ticket, "sourceId", key);
        ticket.put("sourceVersion", 1);
        ticket.put("channel", "CITY_PLATFORM");
        ticket.put("demandType", ComplaintTypes.demand(type));
        put(ticket, "categoryCode", cut(category(row), LONGEST_CATEGORY));
        put(ticket, "title", cut(joined(" · ", type, cell(row, "Descriptor")), LONGEST_TITLE));
        put(
                ticket,
                "words",
                joined("; ", type, cell(row, "Descriptor"), cell(row, "Agency Name"), cell(row, "Location Type")));
        receivedAt(row, warnings).ifPresent(time -> ticket.put("receivedAt", WRITTEN.format(time)));
        Map<String, Object> place = place(row, warnings);
        if (!place.isEmpty()) {
            ticket.put("place", place);
        }
        return new RequestRow(new About(number, key), cell(row, "Agency"), type, ticket, List.copyOf(warnings));
    }

    /** When it came in. That it was closed before is said here, since a ticket's close is not for a partner to tell. */
    private static Optional<OffsetDateTime> receivedAt(Map<String, String> row, List<String> warnings) {
        Optional<LocalDateTime> created = time(row, "Created Date", warnings);
        Optional<LocalDateTime> closed = time(row, "Closed Date", warnings);
        if (created.isPresent() && closed.isPresent() && !closed.get().isAfter(created.get())) {
            warnings.add("closed %s it was created: %s, %s"
                    .formatted(closed.equals(created) ? "the moment" : "before", closed.get(), created.get()));
        }
        return created.map(time -> time.atZone(DISTRICT).toOffsetDateTime());
    }

    private static Optional<LocalDateTime> time(Map<String, String> row, String column, List<String> warnings) {
        String text = cell(row, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text, TIME));
        } catch (DateTimeParseException unreadable) {
            warnings.add("%s is no time: %s".formatted(column, text));
            return Optional.empty();
        }
    }

    private static Map<String, Object> place(Map<String, String> row, List<String> warnings) {
        Map<String, Object> place = new LinkedHashMap<>();
        String street = Stream.of(cell(row, "Incident Address"), crossing(row), cell(row, "Landmark"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (!street.isEmpty()) {
            place.put("address", cut(joined(", ", street, cell(row, "City")), LONGEST_ADDRESS));
        }
        Optional<Double> latitude = degrees(row, "Latitude", warnings);
        Optional<Double> longitude = degrees(row, "Longitude", warnings);
        if (latitude.isPresent() && longitude.isPresent()) {
            place.put("position", Map.of("latitude", latitude.get(), "longitude", longitude.get(), "datum", "WGS_84"));
        }
        return place;
    }

    private static Optional<Double> degrees(Map<String, String> row, String column, List<String> warnings) {
        String text = cell(row, column);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(text));
        } catch (NumberFormatException unreadable) {
            warnings.add("%s is no number: %s".formatted(column, text));
            return Optional.empty();
        }
    }

    private static String crossing(Map<String, String> row) {
        return joined(" / ", cell(row, "Intersection Street 1"), cell(row, "Intersection Street 2"));
    }

    private static String category(Map<String, String> row) {
        return joined("/", cell(row, "Agency"), cell(row, "Complaint Type"));
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    private static void put(Map<String, Object> ticket, String member, String text) {
        if (!text.isEmpty()) {
            ticket.put(member, text);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
