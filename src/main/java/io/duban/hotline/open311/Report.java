package io.duban.hotline.open311;

import io.duban.platform.problem.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as a client posts it, with its parts held to what the standard and we ask of them.
 *
 * @param externalId what the client calls the report itself; null where it does not say
 * @param mediaUrl addresses of pictures, one a line; kept as text for a person to look at, and never fetched
 */
record Report(
        String serviceCode,
        Place place,
        String description,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String deviceId,
        @Nullable String accountId,
        @Nullable String mediaUrl,
        @Nullable String externalId,
        Map<String, List<String>> attributes) {

    private static final int MOST_ATTRIBUTES = 50;
    private static final int LONGEST_ATTRIBUTE = 1000;

    /** By which names clients tell their own id of a report, in the order in which they count. */
    private static final List<String> EXTERNAL_IDS = List.of("fixmystreet_id", "external_id", "service_request_id_ext");

    /** @throws Refusal {@code E_GEN_VALIDATION} for what is missing, too long or of the wrong kind */
    static Report of(Parameters said) {
        var attributes = attributes(said);
        return new Report(
                said.required("service_code", 100),
                Place.of(said),
                Optional.ofNullable(said.text("description", 4000)).orElse(""),
                name(said.text("first_name", 30), said.text("last_name", 30)),
                phone(said.text("phone", 30)),
                said.text("email", 200),
                device(said),
                said.text("account_id", 200),
                media(said),
                externalId(attributes),
                attributes);
    }

    /** Everything that makes two posts of it the same one. */
    List<String> content() {
        return Stream.of(serviceCode, place, description, name, phone, email, deviceId, accountId, mediaUrl, attributes)
                .map(String::valueOf)
                .toList();
    }

    /** FixMyStreet spells it in its own way. */
    private static @Nullable String device(Parameters said) {
        return Optional.ofNullable(said.text("device_id", 200)).orElseGet(() -> said.text("deviceid", 200));
    }

    /** Chinese names are written in one, family name first. */
    private static @Nullable String name(@Nullable String first, @Nullable String last) {
        if (first == null || last == null || last.equals("-")) {
            return first == null ? last : first;
        }
        var chinese = (first + last).codePoints().allMatch(Character::isIdeographic);
        return chinese ? last + first : first + " " + last;
    }

    private static @Nullable String phone(@Nullable String phone) {
        if (phone != null && !Pattern.matches("[0-9+*#() -]{3,30}", phone)) {
            throw Refusal.invalid("phone", "phone 须为电话号码。", "phone takes a telephone number.");
        }
        return phone;
    }

    static @Nullable String media(Parameters said) {
        var urls = said.all("media_url");
        if (urls.size() > 10 || urls.stream().anyMatch(url -> !isWebAddress(url))) {
            throw Refusal.invalid(
                    "media_url", "media_url 须为 http(s) 网址,最多 10 个。", "media_url takes up to 10 web addresses.");
        }
        return urls.isEmpty() ? null : String.join("\n", urls);
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return text.length() <= 2000
                    && uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, List<String>> attributes(Parameters said) {
        var attributes = said.attributes();
        var tooLong = attributes.values().stream()
                .flatMap(List::stream)
                .anyMatch(value -> value.length() > LONGEST_ATTRIBUTE);
        if (tooLong || attributes.size() > MOST_ATTRIBUTES) {
            throw Refusal.invalid(
                    "attribute", "附加项最多 50 个,每个不超过 1000 个字符。", "At most 50 attributes of 1000 characters are taken.");
        }
        return attributes;
    }

    private static @Nullable String externalId(Map<String, List<String>> attributes) {
        return EXTERNAL_IDS.stream()
                .filter(attributes::containsKey)
                .map(code -> attributes.get(code).get(0))
                .filter(id -> id.length() <= 80)
                .findFirst()
                .orElse(null);
    }

    /** The attributes as one text, for a person to read. */
    String attributesAsText() {
        return attributes.entrySet().stream()
                .map(attribute -> attribute.getKey() + ": " + String.join("; ", attribute.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
