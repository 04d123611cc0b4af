package io.duban.platform.pages;

/** What a seal or signature is worth, best first. */
public enum SealVerdict {
    /** There is none. */
    NONE,
    /** Nothing was changed since, the certificate was valid then, and its issuer is one this office trusts. */
    VALID,
    /** Nothing was changed since, but who signed cannot be vouched for; the reasons say why. */
    UNTRUSTED,
    /** Of a kind that is not checked here. */
    UNCHECKED,
    /** The file is not what was signed. */
    BROKEN;

    /** The one a reader has to know of first. */
    public SealVerdict worse(SealVerdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
