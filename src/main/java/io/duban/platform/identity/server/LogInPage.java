package io.duban.platform.identity.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows the log-in page, and where a browser goes after a try. A filter, so that no web framework needs to be started for it. */
class LogInPage extends OncePerRequestFilter {

    static final String PATH = "/login";

    private static final String NAME = "duban.name";
    private static final Duration WORKING_DAY = Duration.ofHours(8);

    private final Pages pages;
    private final SavedRequestAwareAuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();

    LogInPage(Pages pages) {
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        boolean reads = "GET".equals(request.getMethod());
        if (reads && request.getServletPath().equals(PATH)) {
            pages.logIn(request, response, typedBefore(request), problem(request));
        } else if (reads && request.getServletPath().equals("/")) {
            pages.notice(request, response, HttpStatus.OK, signedIn() ? "in" : "out");
        } else {
            next.doFilter(request, response);
        }
    }

    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        request.getSession().removeAttribute(NAME);
        request.getSession().setMaxInactiveInterval((int) WORKING_DAY.toSeconds());
        onwards.onAuthenticationSuccess(request, response, person);
    }

    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String name = request.getParameter("username");
        request.getSession().setAttribute(NAME, name == null || name.length() > 100 ? "" : name);
        response.sendRedirect(PATH + (failure instanceof LockedException ? "?locked" : "?wrong"));
    }

    private static boolean signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private static String typedBefore(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(NAME) instanceof String name ? name : "";
    }

    private static @Nullable String problem(HttpServletRequest request) {
        String query = request.getQueryString();
        return "wrong".equals(query) || "locked".equals(query) || "expired".equals(query) ? query : null;
    }
}
