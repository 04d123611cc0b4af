package io.duban.hotline.open311;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * What an address of the standard means: which resource, which one of it, and in which format the answer is wanted.
 *
 * @param resource null for an address the standard does not know
 * @param id the service code, request id or token in the address; empty where there is none
 */
record Asked(@Nullable Resource resource, String id, Format format) {

    static final String PREFIX = "/open311";

    /** What can be asked for, and how. */
    enum Resource {
        DISCOVERY(false, HttpMethod.GET),
        SERVICES(false, HttpMethod.GET),
        SERVICE(true, HttpMethod.GET),
        REQUESTS(false, HttpMethod.GET, HttpMethod.POST),
        REQUEST(true, HttpMethod.GET),
        TOKEN(true, HttpMethod.GET),
        UPDATES(false, HttpMethod.GET, HttpMethod.POST);

        private final boolean one;
        private final Set<HttpMethod> methods;

        Resource(boolean one, HttpMethod... methods) {
            this.one = one;
            this.methods = Set.of(methods);
        }

        boolean takes(HttpMethod method) {
            return methods.contains(method) || method == HttpMethod.HEAD && methods.contains(HttpMethod.GET);
        }

        private static @Nullable Resource of(String name, boolean one) {
            var resource = switch (name) {
                case "discovery" -> DISCOVERY;
                case "services" -> one ? SERVICE : SERVICES;
                case "requests" -> one ? REQUEST : REQUESTS;
                case "tokens" -> TOKEN;
                case "servicerequestupdates" -> UPDATES;
                default -> null;
            };
            return resource == null || resource.one != one ? null : resource;
        }
    }

    /**
     * @param path from the root, such as {@code /open311/v2/services/LAMP.json}
     * @param accept the request's Accept, which decides where the path has no extension
     */
    static Asked of(PathContainer path, @Nullable String accept) {
        var segments = path.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(PathContainer.PathSegment.class::cast)
                .map(PathContainer.PathSegment::valueToMatch)
                .toList();
        var last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        var format = Format.ofExtension(last).orElseGet(() -> Format.accepted(accept));
        var bare = Format.ofExtension(last).map(known -> known.without(last)).orElse(last);
        return of(segments, bare, format);
    }

    private static Asked of(List<String> segments, String bare, Format format) {
        return switch (segments.size()) {
            case 2 -> new Asked(bare.equals("discovery") ? Resource.DISCOVERY : null, "", format);
            case 3 -> new Asked(isVersion(segments) ? Resource.of(bare, false) : null, "", format);
            case 4 ->
                new Asked(
                        isVersion(segments) && !bare.isBlank() ? Resource.of(segments.get(2), true) : null,
                        bare,
                        format);
            default -> new Asked(null, "", format);
        };
    }

    private static boolean isVersion(List<String> segments) {
        return segments.get(1).equals("v2");
    }
}
