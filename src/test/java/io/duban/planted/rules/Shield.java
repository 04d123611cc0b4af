package io.duban.planted.rules;

/** Planted. */
public class Shield {}
