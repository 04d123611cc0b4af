package io.duban.planted.rules;

/** Planted. */
class PaperManager {}
