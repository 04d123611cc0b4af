package io.duban.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The only business exception: something is not done, and here is why. Carries no stack trace, since it is an answer and not a fault.
 */
public final class Refusal extends RuntimeException {

    private final RefusalCode code;
    private final String chinese;
    private final String english;
    private final List<Flaw> flaws;
    private final List<String> legalActions;
    private final @Nullable Long currentVersion;
    private final @Nullable String contentHash;
    private final @Nullable Duration retryAfter;

    private Refusal(
            RefusalCode code,
            String chinese,
            String english,
            List<Flaw> flaws,
            List<String> legalActions,
            @Nullable Long currentVersion,
            @Nullable String contentHash,
            @Nullable Duration retryAfter) {
        super(code + ": " + english, null, false, false);
        this.code = code;
        this.chinese = chinese;
        this.english = english;
        this.flaws = List.copyOf(flaws);
        this.legalActions = List.copyOf(legalActions);
        this.currentVersion = currentVersion;
        this.contentHash = contentHash;
        this.retryAfter = retryAfter;
    }

    /** A refusal with a reason a person can act on, in both languages; neither may hold personal data. */
    public static Refusal of(RefusalCode code, String chinese, String english) {
        return new Refusal(code, chinese, english, List.of(), List.of(), null, null, null);
    }

    /** {@code E_GEN_VALIDATION} that names the field by its JSON Pointer (RFC 6901), such as {@code /coUnitIds}. */
    public static Refusal invalid(String pointer, String chinese, String english) {
        return invalid(List.of(new Flaw(pointer, chinese, english)));
    }

    /**
     * {@code E_GEN_VALIDATION} of a list of which several rows are wrong: the answer names each.
     *
     * @param flaws at least one
     */
    public static Refusal invalid(List<Flaw> flaws) {
        return new Refusal(
                RefusalCode.E_GEN_VALIDATION,
                flaws.stream().map(Flaw::chinese).collect(Collectors.joining("\n")),
                flaws.stream().map(Flaw::english).collect(Collectors.joining("\n")),
                flaws,
                List.of(),
                null,
                null,
                null);
    }

    /**
     * What is wrong with one field.
     *
     * @param pointer its JSON Pointer (RFC 6901) into the body
     */
    public record Flaw(String pointer, String chinese, String english) {

        /** The reason in the reader's language: English where asked for, else Chinese. */
        public String reason(@Nullable Locale locale) {
            return inLanguageOf(locale, chinese, english);
        }
    }

    /** Absent, or out of this officer's reach: both look the same. */
    public static Refusal notFound() {
        return of(RefusalCode.E_WEB_NOT_FOUND, "没有找到,或者您无权查看。", "Not found, or out of your reach.");
    }

    /** {@code E_GEN_ILLEGAL_STATE} with what the officer may do instead. */
    public static Refusal illegalState(String move, String state, List<String> legalActions) {
        var instead = legalActions.isEmpty() ? "-" : String.join(", ", legalActions);
        return new Refusal(
                RefusalCode.E_GEN_ILLEGAL_STATE,
                "当前状态 %s 下不能执行 %s;现在可以:%s。".formatted(state, move, instead),
                "%s is not possible while %s; possible now: %s.".formatted(move, state, instead),
                List.of(),
                legalActions,
                null,
                null,
                null);
    }

    /** {@code E_GEN_STALE_VERSION}: somebody changed it since it was read. */
    public static Refusal stale(long currentVersion) {
        return new Refusal(
                RefusalCode.E_GEN_STALE_VERSION,
                "您看到的版本已被他人更新,本次操作没有执行;请刷新后再办。",
                "It changed since you read it and nothing was done; read it again first.",
                List.of(),
                List.of(),
                currentVersion,
                null,
                null);
    }

    /** The same refusal of a content with this SHA-256, in hex; the answer does not tell it. */
    public Refusal ofContent(String sha256) {
        return new Refusal(code, chinese, english, flaws, legalActions, currentVersion, sha256, retryAfter);
    }

    /** The same refusal, which says when it may be asked again. */
    public Refusal retryAfter(Duration wait) {
        return new Refusal(code, chinese, english, flaws, legalActions, currentVersion, contentHash, wait);
    }

    /** How long to wait before it is asked again; null: the web's usual pause, where there is one. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The SHA-256 of what was refused, for the record of it; null where it was not taken. */
    public @Nullable String contentHash() {
        return contentHash;
    }

    public RefusalCode code() {
        return code;
    }

    /** The reason in the reader's language: English where asked for, else Chinese. */
    public String reason(@Nullable Locale locale) {
        return inLanguageOf(locale, chinese, english);
    }

    /** The fields that are wrong; empty where the refusal is of no field. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** The first field that is wrong; null where the refusal is of no field. */
    public @Nullable String pointer() {
        return flaws.isEmpty() ? null : flaws.get(0).pointer();
    }

    private static String inLanguageOf(@Nullable Locale locale, String chinese, String english) {
        return locale != null && "en".equals(locale.getLanguage()) ? english : chinese;
    }

    public List<String> legalActions() {
        return legalActions;
    }

    /** The version now, for the ETag of a 412; null for other refusals. */
    public @Nullable Long currentVersion() {
        return currentVersion;
    }

    /** Whether it was refused for the state its subject is in ({@code E_GEN_ILLEGAL_STATE}). */
    public boolean isOfState() {
        return code == RefusalCode.E_GEN_ILLEGAL_STATE;
    }
}
