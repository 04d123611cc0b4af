package io.duban.platform.identity.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogInTests {

    private final RunningServer server = RunningServer.INSTANCE;
    private final Caller caller = new Caller();

    @Test
    void pageIsChineseUnlessEnglishIsPreferred() {
        assertThat(caller.get("/login").body()).contains("<html lang=\"zh-CN\">", "用户名");
        assertThat(caller.get("/login", "Accept-Language", "fr,en;q=0.8").body())
                .contains("<html lang=\"en\">", "Username");
        assertThat(caller.get("/login", "Accept-Language", "zh-CN,en;q=0.8").body())
                .contains("<html lang=\"zh-CN\">");
        assertThat(caller.get("/login", "Accept-Language", "fr").body()).contains("<html lang=\"zh-CN\">");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(words("words_en.properties")).isEqualTo(words("words.properties"));
    }

    @Test
    void pageLeavesNoGapsAndFetchesNothing() {
        assertThat(caller.get("/login").body())
                .doesNotContain("{{")
                .doesNotContain("<script", "src=", "<link", "url(", "http:");
    }

    @Test
    void pageAllowsNothingButItsStyle() {
        String policy = caller.get("/login")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();

        assertThat(policy)
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'", "form-action 'self' cn.duban.app: http://127.0.0.1:*");
    }

    @Test
    void wrongPasswordShowsThePageWithAnError() {
        var page = tryTo("clerk", "wrong");

        assertThat(page).contains("用户名或密码不正确", "role=\"alert\"", "value=\"clerk\"");
    }

    @Test
    void unknownAndDisabledPeopleAreToldTheSame() {
        server.hire(UUID.randomUUID(), "left-office");
        server.dismiss("left-office");

        assertThat(tryTo("left-office", RunningServer.PASSWORD)).contains("用户名或密码不正确");
        assertThat(tryTo("nobody-here", RunningServer.PASSWORD)).contains("用户名或密码不正确");
    }

    @Test
    void disabledPersonWithAnOpenSessionGetsNoTokens() {
        server.hire(UUID.randomUUID(), "leaves-today");
        caller.signIn("leaves-today");
        server.dismiss("leaves-today");
        var back = caller.authorize(Map.of());

        assertThat(caller.exchange(Caller.query(back).get("code"), Map.of()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void fifthWrongPasswordLocksTheName() {
        server.hire(UUID.randomUUID(), "often-wrong");
        for (int i = 0; i < 4; i++) {
            assertThat(tryTo("often-wrong", "wrong")).contains("用户名或密码不正确");
        }
        assertThat(tryTo("often-wrong", "wrong")).contains("请等待 1 分钟");
        assertThat(tryTo("often-wrong", RunningServer.PASSWORD)).contains("请等待 1 分钟");
        assertThat(Caller.location(new Caller().logIn("clerk", RunningServer.PASSWORD)))
                .endsWith("/");
    }

    @Test
    void formWithoutItsTokenIsSentBackToThePage() {
        var sent = caller.post("/login", Map.of("username", "clerk", "password", RunningServer.PASSWORD));

        assertThat(Caller.location(sent)).endsWith("/login?expired");
    }

    @Test
    void typedNameIsEscaped() {
        assertThat(tryTo("\"><script>alert(1)</script>", "x")).doesNotContain("<script>");
    }

    @Test
    void signingInWithoutAnApplicationEndsOnANotice() {
        caller.logIn("clerk", RunningServer.PASSWORD);

        assertThat(caller.get("/").body()).contains("您已登录");
        assertThat(new Caller().get("/").body()).contains("您已退出登录");
    }

    private String tryTo(String username, String password) {
        return caller.get(Caller.location(caller.logIn(username, password))).body();
    }

    private static Set<String> words(String file) throws IOException {
        var words = new Properties();
        try (var in = Pages.class.getResourceAsStream(file)) {
            words.load(in);
        }
        return words.stringPropertyNames();
    }
}
