package io.duban.platform.pages;

/** Why a file cannot be shown as pages. The original can be fetched all the same. */
public enum PaperFault {
    /** Not what it claims to be, or cut off. */
    DAMAGED("文件已损坏，无法显示为页面，请下载原文件查看"),
    /** Opens with a password only. */
    ENCRYPTED("文件已加密，无法显示为页面，请下载原文件查看"),
    /** More pages, entries, bytes or pixels than are read here. */
    TOO_LARGE("文件的页数、部件或尺寸超过上限，无法显示为页面，请下载原文件查看"),
    /** Took more time or memory than one file is given. */
    TOO_COMPLEX("文件过于复杂，在规定的时间和内存内读不完，请下载原文件查看"),
    /** Forbidden parts, such as document types, foreign paths or names twice over. */
    FORBIDDEN("文件含有不允许的内容，无法显示为页面，请下载原文件查看"),
    /** Of a kind that has no pages here. */
    UNSUPPORTED("这种文件不能显示为页面，请下载原文件查看");

    private final String reason;

    PaperFault(String reason) {
        this.reason = reason;
    }

    /** What the reader is told, in Chinese. */
    public String reason() {
        return reason;
    }
}
