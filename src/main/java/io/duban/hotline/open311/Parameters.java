package io.duban.hotline.open311;

import io.duban.platform.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client says, in the query or as a form: always UTF-8, whatever the request calls it. Names nobody knows are of no matter. */
record Parameters(Map<String, List<String>> values) {

    private static final int MOST = 200;
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]{1,100})](?:\\[])?");

    /**
     * @param query as it stands in the address, undecoded
     * @param form {@code application/x-www-form-urlencoded}; its values come before those of the query
     * @throws Refusal {@code E_GEN_VALIDATION} for what is no such text: a broken escape, no UTF-8, control characters, too many
     */
    static Parameters of(@Nullable String query, String form) {
        var values = new LinkedHashMap<String, List<String>>();
        read(form, values);
        read(query == null ? "" : query, values);
        return new Parameters(values);
    }

    /** The first value that says something, without blanks around it. */
    Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    /** As {@link #text(String)}. @throws Refusal {@code E_GEN_VALIDATION} when it is longer than that */
    @Nullable
    String text(String name, int longest) {
        var text = text(name).orElse(null);
        if (text != null && text.length() > longest) {
            throw Refusal.invalid(
                    name,
                    "%s 不得超过 %d 个字符。".formatted(name, longest),
                    "%s takes at most %d characters.".formatted(name, longest));
        }
        return text;
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} when it is missing or too long */
    String required(String name, int longest) {
        var text = text(name, longest);
        if (text == null) {
            throw Refusal.invalid(name, "缺少参数 " + name + "。", name + " was not provided.");
        }
        return text;
    }

    /** Every value that says something. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The parts of a list that clients write with commas, or by saying the name again. */
    List<String> listed(String name) {
        return all(name).stream()
                .flatMap(text -> Pattern.compile(",").splitAsStream(text))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** {@code attribute[CODE]=value} and {@code attribute[CODE][]=value}, by code. */
    Map<String, List<String>> attributes() {
        var attributes = new LinkedHashMap<String, List<String>>();
        values.keySet().forEach(name -> {
            var matcher = ATTRIBUTE.matcher(name);
            if (matcher.matches() && !all(name).isEmpty()) {
                attributes
                        .computeIfAbsent(matcher.group(1), code -> new ArrayList<>())
                        .addAll(all(name));
            }
        });
        return attributes;
    }

    private static void read(String encoded, Map<String, List<String>> values) {
        if (encoded.isEmpty()) {
            return;
        }
        var pairs = encoded.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw malformed();
        }
        for (var pair : pairs) {
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                values.computeIfAbsent(name, first -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            var character = encoded.charAt(i);
            if (character == '%') {
                bytes.write(escaped(encoded, i));
                i += 2;
            } else if (character == '+') {
                bytes.write(' ');
            } else if (Character.isHighSurrogate(character) && i + 1 < encoded.length()) {
                bytes.writeBytes(encoded.substring(i, i + 2).getBytes(StandardCharsets.UTF_8));
                i++;
            } else {
                bytes.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        return keepable(utf8(bytes.toByteArray()));
    }

    private static int escaped(String encoded, int at) {
        var high = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 1), 16) : -1;
        var low = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw malformed();
        }
        return high << 4 | low;
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} for bytes that are no UTF-8 */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    /** Line ends become one kind; what no database or XML can keep is no text. */
    private static String keepable(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        if (lines.chars()
                .anyMatch(character -> Character.isISOControl(character) && character != '\n' && character != '\t')) {
            throw malformed();
        }
        return lines;
    }

    private static Refusal malformed() {
        return Refusal.invalid(
                "",
                "参数无法识别:编码须为 UTF-8,且不得含控制字符。",
                "The parameters are not readable: UTF-8 without control characters.");
    }
}
