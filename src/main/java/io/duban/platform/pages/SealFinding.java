package io.duban.platform.pages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one seal or signature inside a file.
 *
 * @param verdict what it is worth
 * @param name of the seal; null when it is a signature without a picture, or cannot be read
 * @param signer whom the certificate names; null when it cannot be read
 * @param issuer who issued the certificate; null when it cannot be read
 * @param signedAt the signer's own claim; null when it tells none
 * @param pages on which pages the seal is shown, counted from 1
 * @param reasons in Chinese, why it is not valid; empty when it is
 */
public record SealFinding(
        SealVerdict verdict,
        @Nullable String name,
        @Nullable String signer,
        @Nullable String issuer,
        @Nullable Instant signedAt,
        List<Integer> pages,
        List<String> reasons) {}
