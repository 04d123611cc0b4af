package io.duban.platform.identity.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** The few pages people see here: Chinese first, one file each, nothing fetched from anywhere. */
class Pages {

    private static final Pattern GAP = Pattern.compile("\\{\\{([\\w.]+)}}");

    private final String frame = resource("page.html");
    private final String logIn = resource("log-in.html");
    private final String notice = resource("notice.html");
    private final String style = resource("page.css");

    /** The style as it stands in the page, for the content security policy's hash. */
    String style() {
        return style;
    }

    void logIn(HttpServletRequest request, HttpServletResponse response, String name, @Nullable String problem)
            throws IOException {
        Map<String, String> words = words(request);
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        words.put("csrf", csrf.getToken());
        words.put("name", name);
        words.put("problem", problem == null ? "" : words.get("problem." + problem));
        words.put("hidden", problem == null ? "hidden" : "role=\"alert\"");
        words.put("invalid", "wrong".equals(problem) ? "aria-invalid=\"true\" aria-describedby=\"problem\"" : "");
        words.put("title", words.get("logIn"));
        send(response, HttpStatus.OK, words, logIn);
    }

    void notice(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String which)
            throws IOException {
        Map<String, String> words = words(request);
        words.put("title", words.get(which + ".title"));
        words.put("text", words.get(which + ".text"));
        send(response, status, words, notice);
    }

    private void send(HttpServletResponse response, HttpStatus status, Map<String, String> words, String body)
            throws IOException {
        String page = frame.replace("{{style}}", style).replace("{{body}}", body);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", words.get("lang"));
        response.addHeader("Vary", "Accept-Language");
        response.getWriter().write(fill(page, words));
    }

    // Everything is escaped but the attributes we write ourselves.
    private static String fill(String page, Map<String, String> words) {
        return GAP.matcher(page).replaceAll(gap -> {
            String word = words.getOrDefault(gap.group(1), "");
            boolean attribute = gap.group(1).equals("hidden") || gap.group(1).equals("invalid");
            return Matcher.quoteReplacement(attribute ? word : HtmlUtils.htmlEscape(word, "UTF-8"));
        });
    }

    private static Map<String, String> words(HttpServletRequest request) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                Pages.class.getPackageName() + ".words",
                language(request),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> words = new HashMap<>();
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }

    private static Locale language(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ROOT; // without the header the container would answer with the machine's language
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .map(Locale::forLanguageTag)
                .orElse(Locale.ROOT);
    }

    private static String resource(String name) {
        try (InputStream file = Pages.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
